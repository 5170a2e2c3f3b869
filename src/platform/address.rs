//! The address, and the history of the tab. The state of a history entry is a number: how far the
//! results were scrolled, in CSS pixels.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::window;

/// The fragment of the address, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// How far the results were scrolled when the current entry was last left, in CSS pixels, if it
/// ever was: the state of the history's entry.
pub fn scrolled() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Adds a history entry.
pub fn push(fragment: &str) {
    if let Ok(history) = window().history() {
        // A browser that refuses (it limits how many a second) keeps the old address.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Gives the current entry another address.
pub fn replace(fragment: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // As above.
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

/// The current entry remembers how far the results are scrolled.
pub fn remember(scrolled: f64) {
    if let Ok(history) = window().history() {
        // As above.
        let _ = history.replace_state(&JsValue::from_f64(scrolled), "");
    }
}

/// Calls back when the person goes back or forward or changes the fragment by hand, with the
/// fragment and how far the results were scrolled there.
pub fn on_travel(callback: impl Fn(String, f64) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| {
        callback(fragment(), scrolled().unwrap_or_default());
    })
}
