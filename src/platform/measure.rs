//! Where things stand on the screen.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DomRect, Element, HtmlElement, ResizeObserver};
use yew::NodeRef;

/// Space that a card keeps from its anchor and from the edges, in CSS pixels.
const GAP: f64 = 8.0;

/// How far down the content of `pane` the first element with each number in the attribute `name`
/// stands: 0 at the top, 1 at the bottom. Numbers run from 0 up to `count`.
pub fn positions(pane: &NodeRef, name: &str, count: usize) -> Vec<Option<f64>> {
    let mut positions = vec![None; count];
    let Some(pane) = pane.cast::<Element>() else {
        return positions;
    };
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

/// A stretch of lines on the screen, in CSS pixels of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Upper edge of the first line.
    pub top: f64,
    /// Lower edge of the last line.
    pub bottom: f64,
    /// Left edge of the last line.
    pub left: f64,
}

impl Stretch {
    /// From the first line to the last.
    pub fn between(first: &DomRect, last: &DomRect) -> Self {
        Self {
            top: first.top(),
            bottom: last.bottom(),
            left: last.left(),
        }
    }
}

/// The lines of the first element inside `within` that `selector` finds.
pub fn lines_of(within: &NodeRef, selector: &str) -> Option<Stretch> {
    let element = within.cast::<Element>()?.query_selector(selector).ok()??;
    let lines = element.get_client_rects();
    let last = lines.length().checked_sub(1)?;
    Some(Stretch::between(&lines.get(0)?, &lines.get(last)?))
}

/// Puts a card, which is positioned within `sheet`, below a stretch of lines, or above it where
/// the part of `pane` that is in view has room only there.
pub fn put_beside(card: &NodeRef, lines: Stretch, sheet: &NodeRef, pane: &NodeRef) {
    let (Some(card), Some(sheet), Some(pane)) = (
        card.cast::<HtmlElement>(),
        sheet.cast::<Element>(),
        pane.cast::<Element>(),
    ) else {
        return;
    };
    let frame = sheet.get_bounding_client_rect();
    let view = pane.get_bounding_client_rect();
    let size = card.get_bounding_client_rect();
    let fits_below = lines.bottom + GAP + size.height() <= view.bottom();
    let fits_above = lines.top - GAP - size.height() >= view.top();
    let y = if fits_below || !fits_above {
        lines.bottom + GAP
    } else {
        lines.top - GAP - size.height()
    };
    let rightmost = frame.right() - GAP - size.width();
    let x = lines.left.min(rightmost).max(frame.left() + GAP);
    set(&card, "top", y - frame.top());
    set(&card, "left", x - frame.left());
}

fn set(element: &HtmlElement, property: &str, pixels: f64) {
    let value = [&(pixels.round() as i32).to_string(), "px"].concat();
    // The only refusal is for a property that does not exist.
    let _ = element.style().set_property(property, &value);
}
