//! An engine in a worker, as far as the browser is concerned: bytes go there and come back.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::files::Bytes;

#[wasm_bindgen(module = "/src/platform/remote.js")]
extern "C" {
    type Engine;

    #[wasm_bindgen(js_name = open)]
    fn open(module: &JsValue, archive: &Bytes, script: &str) -> Promise;

    #[wasm_bindgen(js_name = ask)]
    fn ask(engine: &Engine, kind: u32, question: Bytes) -> Promise;

    #[wasm_bindgen(js_name = stop)]
    fn stop(engine: &Engine);

    /// An engine and what it says first.
    type Opened;

    #[wasm_bindgen(method, getter)]
    fn engine(this: &Opened) -> Engine;
    #[wasm_bindgen(method, getter)]
    fn overview(this: &Opened) -> Option<Bytes>;
    #[wasm_bindgen(method, getter)]
    fn broken(this: &Opened) -> Option<String>;
}

/// A worker with an opened archive. Dropped it is ended.
pub struct Remote(Engine);

impl Drop for Remote {
    fn drop(&mut self) {
        stop(&self.0);
    }
}

/// That there is no worker, or none any more.
pub struct NoWorker;

impl Remote {
    /// Opens an archive in a worker, with the script at an address; where that is empty, the one of
    /// the page. Gives it with the overview of the collection, or says what is wrong with the
    /// archive.
    ///
    /// # Errors
    /// Where no worker can be started.
    pub async fn open(
        archive: &Bytes,
        script: &str,
    ) -> Result<Result<(Self, Vec<u8>), String>, NoWorker> {
        let opened = JsFuture::from(open(&wasm_bindgen::module(), archive, script)).await;
        let opened: Opened = opened.map_err(|_| NoWorker)?.unchecked_into();
        Ok(match opened.overview() {
            Some(overview) => Ok((Self(opened.engine()), overview.to_vec())),
            None => Err(opened.broken().unwrap_or_default()),
        })
    }

    /// The answer to a question; `None` once another one of its kind was asked.
    ///
    /// # Errors
    /// Where the worker has stopped.
    pub async fn ask(&self, kind: usize, question: &[u8]) -> Result<Option<Vec<u8>>, NoWorker> {
        let asked = ask(&self.0, kind as u32, Bytes::from(question));
        let answer = JsFuture::from(asked).await.map_err(|_| NoWorker)?;
        Ok(answer.dyn_into().ok().map(|bytes: Bytes| bytes.to_vec()))
    }
}
