//! The address, and the history of the tab, where they follow the state. Where the app is the whole
//! page, the state of a history entry is a number: how far the results were scrolled, in CSS pixels.
//! In a page of others that state is theirs and stays what it is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::host::Host;
use super::window;

/// Begins every fragment that names a place.
const OURS: &str = "#/";

/// The fragment of the address, with its `#`; empty where there is none, or where it is not the
/// app's.
pub fn fragment(host: &Host) -> String {
    if !host.has_history() {
        return String::new();
    }
    let fragment = host.unveil(window().location().hash().unwrap_or_default());
    if host.is_page() || fragment.starts_with(OURS) {
        fragment
    } else {
        String::new()
    }
}

/// How far the results were scrolled when the current entry was last left, in CSS pixels, if it
/// ever was: the state of the history's entry.
pub fn scrolled(host: &Host) -> Option<f64> {
    if !host.is_page() {
        return None;
    }
    window().history().ok()?.state().ok()?.as_f64()
}

/// Writes the address. Where a history entry begins, `left` is how far the results of the entry
/// that is left were scrolled, in CSS pixels, which that entry remembers.
pub fn write(host: &Host, fragment: &str, left: Option<f64>) {
    let Ok(history) = window().history() else {
        return;
    };
    if !host.has_history() {
        return;
    }
    let fragment = &*host.veil(fragment);
    // A browser that refuses (it limits how many a second) keeps the old address.
    let _ = if let Some(left) = left {
        remember(host, left);
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(fragment))
    };
}

/// The current entry remembers how far the results are scrolled.
pub fn remember(host: &Host, scrolled: f64) {
    if !host.is_page() {
        return;
    }
    if let Ok(history) = window().history() {
        // As above.
        let _ = history.replace_state(&JsValue::from_f64(scrolled), "");
    }
}

/// How long typing must rest before the address follows, in milliseconds. Browsers take longer to
/// change the address than the engine to answer, and refuse to do it at every key of a fast typist.
const REST: u32 = 250;

/// The address of what is being typed, on its way to the history.
pub struct Draft {
    host: Host,
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
    /// Nothing is on its way.
    pub fn new(host: Host) -> Self {
        Self {
            host,
            waiting: RefCell::default(),
            rest: RefCell::default(),
        }
    }

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
            write(&self.host, &waiting.fragment, waiting.left);
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
/// `None` where the address does not follow the state.
pub fn on_travel(host: &Host, callback: impl Fn(String, f64) + 'static) -> Option<EventListener> {
    let host = host.clone();
    host.has_history().then(|| {
        EventListener::new(&window(), "popstate", move |_| {
            callback(fragment(&host), scrolled(&host).unwrap_or_default());
        })
    })
}
