//! Keys.

use dossier_view::keys::{Focus, Key};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::{document, focus};

/// Calls back with every key that nobody took before. A key that the callback takes does nothing
/// else.
pub fn on_key(callback: impl Fn(Key<'_>) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // While an input method composes a character, keys belong to it.
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let name = event.key();
        let key = Key {
            name: &name,
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            focus: focus(),
        };
        if callback(key) {
            event.prevent_default();
        }
    })
}

fn focus() -> Focus {
    let Some(element) = focus::current() else {
        return Focus::Results;
    };
    let takes_text = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "checkbox" | "radio" | "button"),
        None => {
            matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
                || element.is_content_editable()
        }
    };
    if focus::is_within("dialog") {
        Focus::Dialog
    } else if takes_text {
        Focus::Text
    } else if focus::is_within("#results") {
        Focus::Results
    } else {
        Focus::Elsewhere
    }
}
