//! The pointer.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::host::Host;

/// From now until it is released, the pointer's events go to the element that listens.
pub fn capture(event: &PointerEvent) {
    if let Some(element) = listener(event) {
        // Refused only where the pointer is gone already.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Where in the element that listens the pointer is, from 0 at its left edge to 1 at its right.
pub fn across(event: &PointerEvent) -> Option<f64> {
    across_element(event, &listener(event)?)
}

/// The same within the whole app.
pub fn across_of(event: &PointerEvent, host: &Host) -> Option<f64> {
    across_element(event, host.mount())
}

fn across_element(event: &PointerEvent, element: &Element) -> Option<f64> {
    let bounds = element.get_bounding_client_rect();
    (bounds.width() > 0.0)
        .then(|| ((f64::from(event.client_x()) - bounds.left()) / bounds.width()).clamp(0.0, 1.0))
}

/// The nearest element around the event's target that says it listens.
fn listener(event: &PointerEvent) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-drag]").ok().flatten()
}
