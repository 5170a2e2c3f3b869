//! Scrolling.
//!
//! On a wide window the results scroll in their pane, on a narrow one with the page. Only one of
//! the two can scroll at a time, so that their sum is the position in either case.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::Element;

use super::{address, document, window};

/// Id of the pane that holds the results.
pub const RESULTS: &str = "results";

/// How long the results must rest before the history entry remembers where, in milliseconds.
const REST: u32 = 150;

fn results() -> Option<Element> {
    document().get_element_by_id(RESULTS)
}

/// How far the results are scrolled, in CSS pixels.
fn position() -> f64 {
    let pane = results().map_or(0, |pane| pane.scroll_top());
    f64::from(pane) + window().scroll_y().unwrap_or_default()
}

/// Scrolls the results to a position.
pub fn results_to(position: f64) {
    if let Some(pane) = results() {
        pane.set_scroll_top(position as i32);
    }
    window().scroll_to_with_x_and_y(0.0, position);
}

/// Calls back with the position of the results whenever they scroll; once they rest, the history
/// entry remembers it.
pub fn on_scroll(callback: impl Fn(f64) + 'static) -> EventListener {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let rest: Rc<Cell<Option<Timeout>>> = Rc::default();
    EventListener::new_with_options(&document(), "scroll", options, move |_| {
        let position = position();
        callback(position);
        rest.set(Some(Timeout::new(REST, move || {
            address::remember(position);
        })));
    })
}
