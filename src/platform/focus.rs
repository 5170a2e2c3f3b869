//! The keyboard's focus.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};
use yew::NodeRef;

use super::document;

/// The element that has the focus; not the body, which has it when nothing else does.
pub fn current() -> Option<HtmlElement> {
    let element: HtmlElement = document().active_element()?.dyn_into().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Whether the focus is on an element that matches the selector, or inside one.
pub fn is_within(selector: &str) -> bool {
    current().is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Gives the focus to the first element that matches the selector. Whether there is one.
pub fn to(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    give(&element);
    true
}

/// Gives the focus to an element, which scrolls into view.
pub fn give(element: &HtmlElement) {
    // Elements refuse the focus only when they are detached.
    let _ = element.focus();
}

/// Gives the focus to a text box and selects what is in it, so that typing replaces it. Whether
/// there is one.
pub fn to_text(selector: &str) -> bool {
    let is_there = to(selector);
    if let Some(input) = current().and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
    is_there
}

/// Takes the focus from whatever has it, so that a touch keyboard goes away.
pub fn drop() {
    if let Some(element) = current() {
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
pub fn give_to(element: &NodeRef) {
    if let Some(element) = element.cast::<HtmlElement>() {
        give(&element);
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
            if current().is_none() && element.is_connected() {
                give_still(&element);
            }
        })
        .forget();
    }
}
