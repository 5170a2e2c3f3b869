//! The keyboard's focus.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};
use yew::NodeRef;

use super::host::Host;
use super::{document, reveal};

/// The element of the app that has the focus.
pub fn current(host: &Host) -> Option<HtmlElement> {
    host.focused()?.dyn_into().ok()
}

/// Whether the focus is on an element that matches the selector, or inside one.
pub fn is_within(host: &Host, selector: &str) -> bool {
    current(host).is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Gives the focus to the first element that matches the selector. Whether there is one.
pub fn to(host: &Host, selector: &str) -> bool {
    let found = host.find(selector);
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    give(host, &element);
    true
}

/// Gives the focus to an element, which scrolls into view; in a page of others nothing around the
/// app scrolls.
pub fn give(host: &Host, element: &HtmlElement) {
    if host.is_page() {
        // Elements refuse the focus only when they are detached.
        let _ = element.focus();
    } else {
        give_still(element);
        reveal::within(host, element);
    }
}

/// Gives the focus to a text box and selects what is in it, so that typing replaces it. Whether
/// there is one.
pub fn to_text(host: &Host, selector: &str) -> bool {
    let is_there = to(host, selector);
    if let Some(input) =
        current(host).and_then(|element| element.dyn_into::<HtmlInputElement>().ok())
    {
        input.select();
    }
    is_there
}

/// Takes the focus from whatever has it, so that a touch keyboard goes away.
pub fn drop(host: &Host) {
    if let Some(element) = current(host) {
        // As above.
        let _ = element.blur();
    }
}

/// The first element inside `within` that matches the selector.
pub fn find(within: &NodeRef, selector: &str) -> Option<HtmlElement> {
    let within = within.cast::<Element>()?;
    within.query_selector(selector).ok()??.dyn_into().ok()
}

/// Gives the focus to the element behind a reference, which scrolls into view.
pub fn give_to(host: &Host, element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        give(host, &element);
    }
}

/// Gives the focus to an element without scrolling to it.
pub fn give_still(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // As above.
    let _ = element.focus_with_options(&options);
}

/// An element that gets the focus back when this is dropped, once the page is redrawn: if the
/// element is still there, and the focus is not elsewhere by then.
pub struct GiveBack(pub HtmlElement);

impl Drop for GiveBack {
    fn drop(&mut self) {
        let element = self.0.clone();
        Timeout::new(0, move || {
            if is_free() && element.is_connected() {
                give_still(&element);
            }
        })
        .forget();
    }
}

/// Whether nobody has the focus, neither the app nor the page around it: what had it is gone.
pub fn is_free() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}
