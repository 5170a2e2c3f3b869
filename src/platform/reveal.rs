//! Bringing a part of a pane into view, without scrolling anything around the pane.

use web_sys::{Element, ScrollBehavior, ScrollToOptions};
use yew::NodeRef;

use super::host::Host;
use super::page;

/// Space above and below, in CSS pixels, within which a part counts as out of view.
const MARGIN: f64 = 24.0;

/// How far down the pane a part comes to stand that was out of view: 0 is the top, 1 the bottom.
const PLACE: f64 = 0.3;

/// How a pane moves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// At once: the person has not seen the pane before.
    Jump,
    /// Smoothly, unless the person prefers no motion: the person sees the way.
    Glide,
}

/// Scrolls `pane` so that the first element in it that `selector` finds is in view. Returns whether
/// there is one.
pub fn reveal(pane: &NodeRef, selector: &str, motion: Motion) -> bool {
    reveal_above(pane, selector, motion, 0.0)
}

/// The same beside a card, which may lie over the lower part of the pane from edge to edge.
pub fn reveal_beside(pane: &NodeRef, selector: &str, card: &NodeRef) {
    let covered = (|| {
        let pane = pane.cast::<Element>()?.get_bounding_client_rect();
        let card = card.cast::<Element>()?.get_bounding_client_rect();
        (card.width() >= pane.width()).then(|| card.height())
    })();
    reveal_above(pane, selector, Motion::Glide, covered.unwrap_or(0.0));
}

/// The same where so many CSS pixels at the bottom of the pane are covered.
fn reveal_above(pane: &NodeRef, selector: &str, motion: Motion, covered: f64) -> bool {
    let Some(pane) = pane.cast::<Element>() else {
        return false;
    };
    let Ok(Some(part)) = pane.query_selector(selector) else {
        return false;
    };
    let frame = pane.get_bounding_client_rect();
    let part = part.get_bounding_client_rect();
    let height = frame.height() - covered;
    let is_above = part.top() < frame.top() + MARGIN;
    let is_below = part.bottom() > frame.top() + height - MARGIN;
    let is_cut = part.height() > height && !is_above;
    if is_above || (is_below && !is_cut) || motion == Motion::Jump {
        let down = part.top() - frame.top() - height * PLACE;
        scroll(&pane, f64::from(pane.scroll_top()) + down, motion);
    }
    true
}

/// Scrolls `pane` to its top, at once.
pub fn top(pane: &NodeRef) {
    if let Some(pane) = pane.cast::<Element>() {
        scroll(&pane, 0.0, Motion::Jump);
    }
}

fn scroll(pane: &Element, top: f64, motion: Motion) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    let glides = motion == Motion::Glide && !page::is_still();
    options.set_behavior(if glides {
        ScrollBehavior::Smooth
    } else {
        ScrollBehavior::Instant
    });
    pane.scroll_to_with_scroll_to_options(&options);
}

/// Scrolls whatever scrolls within the app so far that an element is in view, and nothing around
/// the app.
pub fn within(host: &Host, element: &Element) {
    let mut around = element.parent_element();
    while let Some(pane) = around.filter(|pane| host.mount().contains(Some(pane))) {
        if pane.scroll_height() > pane.client_height() {
            let frame = pane.get_bounding_client_rect();
            let part = element.get_bounding_client_rect();
            let above = part.top() - frame.top() - MARGIN;
            let below = part.bottom() - frame.bottom() + MARGIN;
            if above < 0.0 || below > 0.0 {
                // What does not fit shows its beginning.
                let down = if above < 0.0 { above } else { below.min(above) };
                scroll(&pane, f64::from(pane.scroll_top()) + down, Motion::Jump);
            }
        }
        around = pane.parent_element();
    }
}
