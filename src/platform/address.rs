//! The address, and the history of the tab. The state of a history entry is a number: how far the
//! results were scrolled, in CSS pixels.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::window;

/// The fragment of the address, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// How far the results were scrolled when the current entry was last left, in CSS pixels, if it
/// ever was: the state of the history's entry.
pub fn scrolled() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Writes the address. Where a history entry begins, `left` is how far the results of the entry
/// that is left were scrolled, in CSS pixels, which that entry remembers.
pub fn write(fragment: &str, left: Option<f64>) {
    let Ok(history) = window().history() else {
        return;
    };
    // A browser that refuses (it limits how many a second) keeps the old address.
    let _ = if let Some(left) = left {
        remember(left);
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(fragment))
    };
}

/// The current entry remembers how far the results are scrolled.
pub fn remember(scrolled: f64) {
    if let Ok(history) = window().history() {
        // As above.
        let _ = history.replace_state(&JsValue::from_f64(scrolled), "");
    }
}

/// How long typing must rest before the address follows, in milliseconds. Browsers take longer to
/// change the address than the engine to answer, and refuse to do it at every key of a fast typist.
const REST: u32 = 250;

/// The address of what is being typed, on its way to the history.
#[derive(Default)]
pub struct Draft {
    waiting: RefCell<Option<Waiting>>,
    rest: RefCell<Option<Timeout>>,
}

struct Waiting {
    fragment: String,
    /// How far the results of the entry that is left were scrolled; `None` where no new entry
    /// begins.
    left: Option<f64>,
}

impl Draft {
    /// Writes an address once typing rests. `left` is how far the results were scrolled where a
    /// history entry begins.
    pub fn write(self: &Rc<Self>, fragment: String, left: Option<f64>) {
        let earlier = self.waiting.take().and_then(|waiting| waiting.left);
        let left = earlier.or(left);
        self.waiting.replace(Some(Waiting { fragment, left }));
        let draft = Rc::clone(self);
        let rest = Timeout::new(REST, move || draft.settle());
        self.rest.replace(Some(rest));
    }

    /// Writes at once what is still on its way.
    pub fn settle(&self) {
        if let Some(waiting) = self.waiting.take() {
            write(&waiting.fragment, waiting.left);
        }
    }

    /// Drops what is still on its way: the person went elsewhere in the history.
    pub fn discard(&self) {
        self.waiting.take();
    }
}

/// Calls back when the page is about to go.
pub fn on_leave(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "pagehide", move |_| callback())
}

/// Calls back when the person goes back or forward or changes the fragment by hand, with the
/// fragment and how far the results were scrolled there.
pub fn on_travel(callback: impl Fn(String, f64) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| {
        callback(fragment(), scrolled().unwrap_or_default());
    })
}
