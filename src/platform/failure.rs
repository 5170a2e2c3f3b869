//! What happens when the app cannot go on.

use std::panic;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Name of the function, on the window, with which the boot script shows what went wrong.
const HOOK: &str = "dossierFailed";

/// From now on a panic is shown on the page, with an offer to start again.
pub fn show_panics() {
    panic::set_hook(Box::new(|info| report(&info.to_string())));
}

/// Shows a failure through the boot script's panel.
fn report(message: &str) {
    let window = super::window();
    let hook = Reflect::get(&window, &JsValue::from_str(HOOK));
    if let Some(hook) = hook.ok().and_then(|hook| hook.dyn_into::<Function>().ok()) {
        // The panel is the last thing that can be tried.
        let _ = hook.call1(&window, &JsValue::from_str(message));
    }
}
