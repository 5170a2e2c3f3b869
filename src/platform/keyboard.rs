//! Keys.

use dossier_view::keys::{Focus, Key};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::focus;
use super::host::Host;

/// Calls back with every key that is pressed in the app, and anywhere where the app is the whole
/// page, unless somebody took it before. A key that the callback takes does nothing else, and one
/// that types text is no business of the page around.
pub fn on_key(host: &Host, callback: impl Fn(Key<'_>) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    let ear = host.ear();
    let host = host.clone();
    EventListener::new_with_options(&ear, "keydown", options, move |event| {
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
            focus: focus(&host),
        };
        let types_text = key.focus == Focus::Text && !key.control;
        let is_taken = callback(key);
        if is_taken {
            event.prevent_default();
        }
        if !host.is_page() && (is_taken || types_text) {
            event.stop_propagation();
        }
    })
}

fn focus(host: &Host) -> Focus {
    let Some(element) = focus::current(host) else {
        return Focus::Results;
    };
    let takes_text = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "checkbox" | "radio" | "button"),
        None => {
            matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
                || element.is_content_editable()
        }
    };
    if focus::is_within(host, "dialog") {
        Focus::Dialog
    } else if takes_text {
        Focus::Text
    } else if focus::is_within(host, "#results") {
        Focus::Results
    } else {
        Focus::Elsewhere
    }
}
