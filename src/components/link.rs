//! Links within the explorer.

use dossier_engine::id::DocId;
use dossier_view::place::Place;
use dossier_view::state::Action;
use yew::prelude::*;

use crate::store::Dispatch;

/// A link with an address of its own, so that it can be opened in another tab, copied and
/// bookmarked. Followed in place it is an action.
pub struct Link {
    place: Place,
    action: Action,
    class: Option<AttrValue>,
    current: Option<AttrValue>,
    result: Option<usize>,
}

impl Link {
    /// A link to `place`, where `action` leads too.
    pub fn new(place: Place, action: Action) -> Self {
        Self {
            place,
            action,
            class: None,
            current: None,
            result: None,
        }
    }

    /// A link to a document of the collection, or to one of its paragraphs.
    pub fn to_document(from: &Place, name: &str, doc: DocId, paragraph: Option<u32>) -> Self {
        Self::new(from.with_doc(name, paragraph), Action::Open(doc, paragraph))
    }

    /// A link to the page of an entity.
    pub fn to_entity(from: &Place, key: &str) -> Self {
        Self::new(from.with_entity(key), Action::Entity(Some(key.to_owned())))
    }

    /// Sets its classes.
    pub fn class(mut self, class: impl Into<AttrValue>) -> Self {
        self.class = Some(class.into());
        self
    }

    /// Sets `aria-current`, where it leads to what is shown already.
    pub fn current(mut self, current: Option<&'static str>) -> Self {
        self.current = current.map(AttrValue::from);
        self
    }

    /// Sets its position among the results, where the keyboard walks through it.
    pub fn result(mut self, position: usize) -> Self {
        self.result = Some(position);
        self
    }

    /// The link around what it shows.
    pub fn around(self, children: Html, dispatch: &Dispatch) -> Html {
        let Self {
            place,
            action,
            class,
            current,
            result,
        } = self;
        let onclick = {
            let dispatch = dispatch.clone();
            move |event: MouseEvent| {
                let elsewhere =
                    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
                if !elsewhere && event.button() == 0 {
                    event.prevent_default();
                    dispatch.send(action.clone());
                }
            }
        };
        let onfocus = {
            let dispatch = dispatch.clone();
            move |_: FocusEvent| {
                if result.is_some() {
                    dispatch.send(Action::Cursor(result));
                }
            }
        };
        html! {
            <a
                href={place.fragment()}
                {class}
                aria-current={current}
                data-result={result.map(|position| position.to_string())}
                {onclick}
                {onfocus}
            >
                { children }
            </a>
        }
    }
}
