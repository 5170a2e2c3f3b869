//! Where the app stands: the element that it fills, and what around that element belongs to it.
//! Several apps can stand in one page, each with a host of its own.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, HtmlElement, ShadowRoot};

use super::{document, window};

/// A function of JavaScript.
pub type Callback = js_sys::Function;

/// Begins what the address has for places that are not to be told.
const VEIL: &str = "#/yours/";

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
    /// Address of the script that the app is in, for a worker; empty where the page names it.
    pub script: String,
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
    /// Where places are not to be told: the fragments of those that were, in whose stead the
    /// address has their numbers.
    veiled: Option<RefCell<Vec<String>>>,
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
            veiled: None,
            notify,
        }))
    }

    /// The same host for documents that are nobody else's business: no address tells anything of
    /// their places.
    pub fn veiled(&self) -> Self {
        Self(Rc::new(Parts {
            mount: self.0.mount.clone(),
            settings: self.0.settings.clone(),
            veiled: Some(RefCell::default()),
            notify: None,
        }))
    }

    /// What the address has for a place.
    pub(super) fn veil<'f>(&self, fragment: &'f str) -> Cow<'f, str> {
        let Some(veiled) = &self.0.veiled else {
            return fragment.into();
        };
        let mut veiled = veiled.borrow_mut();
        let known = veiled.iter().position(|known| known == fragment);
        let number = known.unwrap_or_else(|| {
            veiled.push(fragment.to_owned());
            veiled.len() - 1
        });
        [VEIL, &number.to_string()].concat().into()
    }

    /// The place for which the address has this.
    pub(super) fn unveil(&self, fragment: String) -> String {
        let place = self.0.veiled.as_ref().and_then(|veiled| {
            let number: usize = fragment.strip_prefix(VEIL)?.parse().ok()?;
            veiled.borrow().get(number).cloned()
        });
        place.unwrap_or(fragment)
    }

    /// The element that the app fills.
    pub fn mount(&self) -> &HtmlElement {
        &self.0.mount
    }

    /// Whether the app is the whole page.
    pub fn is_page(&self) -> bool {
        self.0.settings.is_page
    }

    /// Address of the script that the app is in; empty where the page names it.
    pub fn script(&self) -> &str {
        &self.0.settings.script
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

    /// Whether places can be shared with others: the page is the app's own, and what it shows is
    /// what others find there.
    pub fn can_share(&self) -> bool {
        self.is_page() && self.0.veiled.is_none()
    }

    /// Link to the place that a fragment names.
    pub fn link(&self, fragment: String) -> String {
        if self.0.veiled.is_some() {
            return VEIL.into();
        }
        match self.0.settings.page.as_str() {
            "" => fragment,
            page => [page, &fragment].concat(),
        }
    }

    /// The whole address of the place that a fragment names; empty where places have none.
    pub fn address(&self, fragment: &str) -> String {
        if self.0.veiled.is_some() {
            return String::new();
        }
        let page = match self.0.settings.page.as_str() {
            "" => window().location().href().unwrap_or_default(),
            page => page.to_owned(),
        };
        let page = page.split('#').next().unwrap_or_default();
        [page, fragment].concat()
    }

    /// The address of the page on the web, without a fragment; empty where it has none, or where
    /// places are not to be told.
    pub fn page_address(&self) -> String {
        let page = self.address("");
        if page.starts_with("http") {
            page
        } else {
            String::new()
        }
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
