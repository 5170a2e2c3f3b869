//! What stands in a field of a form.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::NodeRef;

/// The text of the box that an event came from.
pub fn text(event: &Event) -> String {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// The position of what was chosen in the list that an event came from.
pub fn chosen(event: &Event) -> usize {
    let list = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    let position = list.map_or(0, |list| list.selected_index());
    position.max(0).unsigned_abs() as usize
}

/// The text of a box of several lines.
pub fn long_text(field: &NodeRef) -> String {
    let field = field.cast::<HtmlTextAreaElement>();
    field.map(|field| field.value()).unwrap_or_default()
}
