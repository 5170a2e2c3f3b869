//! Waiting for the screen.

use gloo::render::request_animation_frame;
use gloo::timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::document;

/// Returns after the next frame is on the screen. A hidden page is not painted, so there it
/// returns at once.
pub async fn painted() {
    if !document().hidden() {
        let mut handle = None;
        let promise = Promise::new(&mut |resolve, _| {
            handle = Some(request_animation_frame(move |_| {
                // Only a promise that was dropped can refuse; nobody waits for it then.
                let _ = resolve.call0(&resolve);
            }));
        });
        let _ = JsFuture::from(promise).await;
        drop(handle);
    }
    TimeoutFuture::new(0).await;
}
