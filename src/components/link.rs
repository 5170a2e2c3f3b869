//! Links within the explorer. Each has an address of its own, so that it can be opened in another
//! tab, copied and bookmarked; followed in place it is an action.

use dossier_engine::id::DocId;
use dossier_view::place::Place;
use dossier_view::state::Action;
use yew::prelude::*;

use crate::element::{El, el};
use crate::platform::host::News;
use crate::store::Dispatch;

/// A link to a place, where `action` leads too.
pub fn link(to: &Place, action: Action, dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let href = dispatch.host().link(to.fragment());
    let asked = match action {
        Action::Open(..) => to.doc.clone().map(|doc| (doc, to.paragraph)),
        _ => None,
    };
    let onclick = move |event: MouseEvent| {
        let elsewhere =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if !elsewhere && event.button() == 0 {
            event.prevent_default();
            let goes_on = asked
                .as_ref()
                .is_none_or(|(doc, paragraph)| dispatch.host().tell(&News::Open(doc, *paragraph)));
            if goes_on {
                dispatch.send(action.clone());
            }
        }
    };
    el("a").set("href", href).onclick(Callback::from(onclick))
}

/// A link to a document of the collection, or to one of its paragraphs.
pub fn to_document(
    from: &Place,
    name: &str,
    doc: DocId,
    paragraph: Option<u32>,
    dispatch: &Dispatch,
) -> El {
    let to = from.with_doc(name, paragraph);
    link(&to, Action::Open(doc, paragraph), dispatch)
}

/// A link to two documents side by side.
pub fn to_both(from: &Place, [one, other]: [(&str, DocId); 2], dispatch: &Dispatch) -> El {
    let to = from.with_both(one.0, other.0);
    link(&to, Action::Compare(one.1, other.1), dispatch)
}

/// A link to the page of an entity.
pub fn to_entity(from: &Place, key: &str, dispatch: &Dispatch) -> El {
    let action = Action::Entity(Some(key.to_owned()));
    link(&from.with_entity(key), action, dispatch)
}

/// Makes a link the result at a position, where the keyboard walks through it.
pub fn as_result(link: El, position: usize, dispatch: &Dispatch) -> El {
    link.set("data-result", position)
        .onfocus(dispatch.always(Action::Cursor(Some(position))))
}
