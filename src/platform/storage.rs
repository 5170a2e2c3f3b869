//! What the browser remembers between visits. Where storage is forbidden, or the page is somebody
//! else's, nothing is.

use web_sys::Storage;

use super::host::Host;

/// Begins every key, since other apps of the same origin share the storage.
const PREFIX: &str = "dossier.";

fn storage(host: &Host) -> Option<Storage> {
    if !host.is_page() {
        return None;
    }
    super::window().local_storage().ok().flatten()
}

/// What was remembered under a key.
pub fn read(host: &Host, key: &str) -> Option<String> {
    storage(host)?
        .get_item(&[PREFIX, key].concat())
        .ok()
        .flatten()
}

/// Remembers a value; `None` forgets it.
pub fn write(host: &Host, key: &str, value: Option<&str>) {
    let Some(storage) = storage(host) else { return };
    let key = [PREFIX, key].concat();
    // Storage may be full or read-only; the choice then lasts as long as the page.
    let _ = match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    };
}
