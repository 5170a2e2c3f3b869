//! The collection's archive, a file beside the page.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Name, on the window, of the promise of the archive's bytes. The boot script makes it before the
/// app is loaded, and shows what went wrong where the file does not arrive.
const PROMISE: &str = "dossierArchive";

/// The archive once it is there. `None` where it will not be.
pub async fn arrived() -> Option<Vec<u8>> {
    let promise = Reflect::get(&super::window(), &JsValue::from_str(PROMISE)).ok()?;
    let bytes = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await;
    Some(Uint8Array::new(&bytes.ok()?).to_vec())
}
