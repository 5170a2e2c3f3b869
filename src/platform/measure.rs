//! Where things stand on the screen.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// Space that a card keeps from its anchor and from the edges, in CSS pixels.
const GAP: f64 = 8.0;

/// How far down the content of `pane` the first element with each number in the attribute `name`
/// stands: 0 at the top, 1 at the bottom. Numbers run from 0 up to `count`.
pub fn positions(pane: &Element, name: &str, count: usize) -> Vec<Option<f64>> {
    let mut positions = vec![None; count];
    let height = f64::from(pane.scroll_height()).max(1.0);
    let origin = pane.get_bounding_client_rect().top() - f64::from(pane.scroll_top());
    let Ok(found) = pane.query_selector_all(&["[", name, "]"].concat()) else {
        return positions;
    };
    for index in 0..found.length() {
        let element = found
            .get(index)
            .and_then(|node| node.dyn_into::<Element>().ok());
        let Some(element) = element else { continue };
        let number = element
            .get_attribute(name)
            .and_then(|number| number.parse().ok());
        let slot = number.and_then(|number: usize| positions.get_mut(number));
        if let Some(slot @ None) = slot {
            *slot = Some((element.get_bounding_client_rect().top() - origin) / height);
        }
    }
    positions
}

/// Watches the size of an element for as long as it lives.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl SizeWatch {
    /// Calls back now and whenever the size of `element` changes. `None` where the browser cannot.
    pub fn new(element: &Element, callback: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut(Array)>::new(move |_| callback());
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Puts a card, which is positioned within `sheet`, below the last line of the element that
/// `anchor` finds there, or above it where the part of `pane` that is in view has more room.
pub fn put_beside(card: &HtmlElement, anchor: &str, sheet: &Element, pane: &Element) {
    let Ok(Some(anchor)) = sheet.query_selector(anchor) else {
        return;
    };
    let lines = anchor.get_client_rects();
    let (Some(first), Some(last)) = (lines.get(0), lines.get(lines.length().saturating_sub(1)))
    else {
        return;
    };
    put(card, sheet, pane, (first.top(), last.bottom(), last.left()));
}

/// Puts a card below (or above) a stretch of the screen from `top` to `bottom`, with its left edge
/// at `left` where that keeps it within the sheet.
pub fn put(card: &HtmlElement, sheet: &Element, pane: &Element, stretch: (f64, f64, f64)) {
    let (top, bottom, left) = stretch;
    let (frame, view) = (
        sheet.get_bounding_client_rect(),
        pane.get_bounding_client_rect(),
    );
    let size = card.get_bounding_client_rect();
    let fits_below = bottom + GAP + size.height() <= view.bottom();
    let fits_above = top - GAP - size.height() >= view.top();
    let y = if fits_below || !fits_above {
        bottom + GAP
    } else {
        top - GAP - size.height()
    };
    let rightmost = frame.right() - GAP - size.width();
    let x = left.min(rightmost).max(frame.left() + GAP);
    set(card, "top", y - frame.top());
    set(card, "left", x - frame.left());
}

fn set(element: &HtmlElement, property: &str, pixels: f64) {
    let value = [&pixels.round().to_string(), "px"].concat();
    // The only refusal is for a property that does not exist.
    let _ = element.style().set_property(property, &value);
}
