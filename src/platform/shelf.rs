//! The collection that is kept on this machine.

use dossier_view::intake::Kept;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::files::Bytes;

#[wasm_bindgen(module = "/src/platform/shelf.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep)]
    fn put(title: &str, documents: u32, archive: &Bytes) -> Promise;

    #[wasm_bindgen(js_name = kept)]
    fn look() -> Promise;

    #[wasm_bindgen(js_name = archive)]
    fn fetch() -> Promise;

    #[wasm_bindgen(js_name = forget)]
    fn clear() -> Promise;
}

#[wasm_bindgen]
extern "C" {
    type Found;

    #[wasm_bindgen(method, getter)]
    fn title(this: &Found) -> String;
    #[wasm_bindgen(method, getter)]
    fn documents(this: &Found) -> u32;
    #[wasm_bindgen(method, getter)]
    fn day(this: &Found) -> String;
}

/// Keeps a collection in the place of the one before. Returns whether that was possible.
pub async fn keep(title: &str, documents: u32, archive: &Bytes) -> bool {
    let kept = JsFuture::from(put(title, documents, archive)).await;
    kept.is_ok_and(|kept| kept.is_truthy())
}

/// What is kept.
pub async fn kept() -> Option<Kept> {
    let found = JsFuture::from(look()).await.ok()?;
    let found: Found = found.is_object().then(|| found.unchecked_into())?;
    Some(Kept {
        title: found.title(),
        documents: found.documents(),
        day: found.day(),
    })
}

/// The archive that is kept.
pub async fn archive() -> Option<Bytes> {
    JsFuture::from(fetch()).await.ok()?.dyn_into().ok()
}

/// Forgets what is kept.
pub async fn forget() {
    // It never fails.
    let _ = JsFuture::from(clear()).await;
}
