//! The keyboard's focus.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

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

/// Gives the focus to the first element that matches the selector; a text box has its text
/// selected, so that typing replaces it. Whether there is one.
pub fn to(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    // Elements refuse the focus only when they are detached.
    let _ = element.focus();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>()
        && input.type_() == "search"
    {
        input.select();
    }
    true
}

/// Takes the focus from whatever has it, so that a touch keyboard goes away.
pub fn drop() {
    if let Some(element) = current() {
        // As above.
        let _ = element.blur();
    }
}
