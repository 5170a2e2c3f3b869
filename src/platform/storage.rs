//! What the browser remembers between visits. Where storage is forbidden, nothing is.

use web_sys::Storage;

/// Begins every key, since other apps of the same origin share the storage.
const PREFIX: &str = "dossier.";

fn storage() -> Option<Storage> {
    super::window().local_storage().ok().flatten()
}

/// What was remembered under a key.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(&[PREFIX, key].concat()).ok().flatten()
}

/// Remembers a value; `None` forgets it.
pub fn write(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    let key = [PREFIX, key].concat();
    // Storage may be full or read-only; the choice then lasts as long as the page.
    let _ = match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    };
}
