//! Where the app stands: the element that it fills, and what around that element belongs to it.
//! Several apps can stand in one page, each with a host of its own.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, HtmlElement, ShadowRoot};

use super::{document, window};

/// A function of JavaScript.
pub type Callback = js_sys::Function;

/// What of the page belongs to an app.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether the app is the whole page: then title, keys, theme, scrolling and what the browser
    /// remembers are its own. Otherwise it keeps to its element.
    pub is_page: bool,
    /// Whether the page's address follows the state.
    pub has_history: bool,
    /// Where the explorer's places have addresses, without a fragment; empty for this page.
    pub page: String,
}

/// What the page around an app is told.
pub enum News<'a> {
    /// The app is there: title of its collection and how many documents it has.
    Ready(&'a str, usize),
    /// The place that is shown now, as a fragment.
    Place(&'a str),
    /// A query has its results: the query, how many documents and how many passages.
    Search(&'a str, u32, u32),
    /// A person is about to open a document: its name, and the paragraph from 1.
    Open(&'a str, Option<u32>),
    /// A person has selected text: name of the document, text, first and last paragraph from 1.
    Select(&'a str, &'a str, Option<(u32, u32)>),
}

impl News<'_> {
    /// Its name and its details.
    fn in_javascript(&self) -> (&'static str, Array) {
        let number = |number: Option<u32>| number.map_or(JsValue::UNDEFINED, JsValue::from);
        match *self {
            Self::Ready(title, documents) => (
                "ready",
                Array::of2(&title.into(), &(documents as u32).into()),
            ),
            Self::Place(fragment) => ("place", Array::of1(&fragment.into())),
            Self::Search(query, documents, passages) => {
                let counts = (documents.into(), passages.into());
                ("search", Array::of3(&query.into(), &counts.0, &counts.1))
            }
            Self::Open(doc, paragraph) => ("open", Array::of2(&doc.into(), &number(paragraph))),
            Self::Select(doc, text, ends) => {
                let first = number(ends.map(|(first, _)| first));
                let last = number(ends.map(|(_, last)| last));
                (
                    "select",
                    Array::of4(&doc.into(), &text.into(), &first, &last),
                )
            }
        }
    }
}

/// Where an app stands. Clones are the same host.
#[derive(Clone)]
pub struct Host(Rc<Parts>);

struct Parts {
    mount: HtmlElement,
    settings: Settings,
    /// Called with the name of what happens and its details.
    notify: Option<Callback>,
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Host {
    /// An app in an element. `notify` is called with the name of what happens and its details.
    pub fn new(mount: HtmlElement, settings: Settings, notify: Option<Callback>) -> Self {
        Self(Rc::new(Parts {
            mount,
            settings,
            notify,
        }))
    }

    /// The element that the app fills.
    pub fn mount(&self) -> &HtmlElement {
        &self.0.mount
    }

    /// Whether the app is the whole page.
    pub fn is_page(&self) -> bool {
        self.0.settings.is_page
    }

    /// Whether the page's address follows the state.
    pub fn has_history(&self) -> bool {
        self.0.settings.has_history
    }

    /// Whether a person who comes here wants to search at once: the page is nobody else's.
    pub fn wants_focus(&self) -> bool {
        let window = window();
        let parent = window.parent().ok().flatten();
        self.is_page() && parent.is_none_or(|parent| parent == window)
    }

    /// Link to the place that a fragment names.
    pub fn link(&self, fragment: String) -> String {
        match self.0.settings.page.as_str() {
            "" => fragment,
            page => [page, &fragment].concat(),
        }
    }

    /// The whole address of the place that a fragment names.
    pub fn address(&self, fragment: &str) -> String {
        let page = match self.0.settings.page.as_str() {
            "" => window().location().href().unwrap_or_default(),
            page => page.to_owned(),
        };
        let page = page.split('#').next().unwrap_or_default();
        [page, fragment].concat()
    }

    /// Tells the page around what happens. Returns whether it lets it go on.
    pub fn tell(&self, news: &News<'_>) -> bool {
        let Some(notify) = &self.0.notify else {
            return true;
        };
        let (name, details) = news.in_javascript();
        let answer = notify.call2(&JsValue::NULL, &name.into(), &details);
        // What the other side makes of it must not stop the app.
        answer
            .ok()
            .and_then(|answer| answer.as_bool())
            .unwrap_or(true)
    }

    /// The element that carries theme and measures.
    pub(super) fn themed(&self) -> HtmlElement {
        let page = self.is_page().then(|| document().document_element());
        let page = page.flatten().and_then(|page| page.dyn_into().ok());
        page.unwrap_or_else(|| self.0.mount.clone())
    }

    /// What hears all events that are the app's business.
    pub(super) fn ear(&self) -> EventTarget {
        if self.is_page() {
            document().into()
        } else {
            self.0.mount.clone().into()
        }
    }

    /// The shadow tree that the app stands in, if it does.
    pub(super) fn shadow(&self) -> Option<ShadowRoot> {
        self.0.mount.get_root_node().dyn_into().ok()
    }

    /// The first element of the app that the selector finds.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.0.mount.query_selector(selector).ok().flatten()
    }

    /// The element of the app that has the focus.
    pub(super) fn focused(&self) -> Option<Element> {
        let focused = match self.shadow() {
            Some(root) => root.active_element(),
            None => document().active_element(),
        };
        focused.filter(|element| self.0.mount.contains(Some(element)))
    }
}
