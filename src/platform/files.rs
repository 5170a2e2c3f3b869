//! Files that a person brings to the page, and files that the page gives.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::document;

/// Bytes that JavaScript holds.
pub type Bytes = js_sys::Uint8Array;

#[wasm_bindgen(module = "/src/platform/files.js")]
extern "C" {
    /// A list of files, which stay where they are until somebody reads them.
    #[derive(Clone)]
    pub type Files;

    #[wasm_bindgen(js_name = choose)]
    fn ask(folder: bool) -> Promise;

    #[wasm_bindgen(js_name = hasFiles)]
    fn has_files(event: &web_sys::Event) -> bool;

    fn dropped(event: &web_sys::Event) -> Promise;

    /// A text as a file.
    pub fn pasted(text: &str) -> Files;

    /// How many files there are.
    pub fn count(files: &Files) -> u32;

    /// How many bytes they have together; from 4 GB on it is that.
    pub fn size(files: &Files) -> u32;

    #[wasm_bindgen(js_name = archive)]
    fn bytes_of_archive(files: &Files) -> Option<Promise>;

    /// Gives a person a file to save.
    #[wasm_bindgen(js_name = save)]
    pub fn save(name: &str, content: &JsValue, kind: &str);
}

/// Asks for files, or for a folder. Does not return where the person gives up.
pub async fn choose(folder: bool) -> Option<Files> {
    let chosen = JsFuture::from(ask(folder)).await;
    chosen.ok().map(JsCast::unchecked_into)
}

/// The archive that was brought alone: a future of its bytes; `None` where the files are anything
/// else.
pub fn archive(files: &Files) -> Option<impl Future<Output = Option<Bytes>> + use<>> {
    let promise = bytes_of_archive(files)?;
    Some(async move { JsFuture::from(promise).await.ok()?.dyn_into().ok() })
}

/// Calls back with files that are dropped anywhere on the page.
pub fn on_drop(callback: impl Fn(Files) + Clone + 'static) -> [EventListener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&document(), "dragover", options, |event| {
        // Otherwise the browser would open the file in the place of the page.
        if has_files(event) {
            event.prevent_default();
        }
    });
    let drop = EventListener::new_with_options(&document(), "drop", options, move |event| {
        if !has_files(event) {
            return;
        }
        event.prevent_default();
        let (files, callback) = (dropped(event), callback.clone());
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(files) = JsFuture::from(files).await {
                callback(files.unchecked_into());
            }
        });
    });
    [over, drop]
}
