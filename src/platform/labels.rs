//! What an event is about: the numbers that elements carry in `data-` attributes. One listener
//! around a text then serves all marks in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};
use yew::NodeRef;

/// The number in the attribute `name` of the element that the event came from, or of the nearest
/// element around it that has the attribute.
pub fn number(event: &Event, name: &str) -> Option<usize> {
    let found = closest(event, &["[", name, "]"].concat())?;
    found.get_attribute(name)?.parse().ok()
}

/// Whether the event came from inside of an element that `selector` finds.
pub fn is_inside(event: &Event, selector: &str) -> bool {
    closest(event, selector).is_some()
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()?
}

/// How far down an element a click was: 0 at its top, 1 at its bottom.
pub fn fraction_down(event: &MouseEvent, element: &NodeRef) -> Option<f64> {
    let frame = element.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(event.client_y()) - frame.top()) / frame.height().max(1.0))
}
