//! Scrolling.
//!
//! On a wide page the results scroll in their pane, on a narrow one with the page. Only one of the
//! two can scroll at a time, so that their sum is the position in either case. In a page of others
//! they always scroll in their pane.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;

use super::host::Host;
use super::{address, window};

/// Selector of the pane that holds the results.
const RESULTS: &str = "#results";

/// How long the results must rest before the history entry remembers where, in milliseconds.
const REST: u32 = 150;

/// How far the results are scrolled, in CSS pixels.
fn position(host: &Host) -> f64 {
    let pane = host.find(RESULTS).map_or(0, |pane| pane.scroll_top());
    let around = host.is_page().then(|| window().scroll_y().ok()).flatten();
    f64::from(pane) + around.unwrap_or_default()
}

/// Scrolls the results to a position.
pub fn results_to(host: &Host, position: f64) {
    if let Some(pane) = host.find(RESULTS) {
        pane.set_scroll_top(position as i32);
    }
    if host.is_page() {
        window().scroll_to_with_x_and_y(0.0, position);
    }
}

/// Calls back with the position of the results whenever they scroll; once they rest, the history
/// entry remembers it.
pub fn on_scroll(host: &Host, callback: impl Fn(f64) + 'static) -> EventListener {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let rest: Rc<Cell<Option<Timeout>>> = Rc::default();
    let ear = host.ear();
    let host = host.clone();
    EventListener::new_with_options(&ear, "scroll", options, move |_| {
        let position = position(&host);
        callback(position);
        let host = host.clone();
        rest.set(Some(Timeout::new(REST, move || {
            address::remember(&host, position);
        })));
    })
}
