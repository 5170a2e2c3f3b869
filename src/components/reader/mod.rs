//! The open document, or its shape while it is on its way.

mod article;
mod cite;
mod head;
mod inline;
mod passage;
mod popover;
mod quote;
mod related;
mod ruler;
mod sheet;
mod toolbar;
mod topics;

use dossier_view::shared::Shared;
use dossier_view::state::State;
use yew::prelude::*;

use crate::element::{El, el, keyed};
use crate::engine::Client;
use crate::store::Dispatch;

pub use popover::{Popover, PopoverProps};
pub use related::compare_with;
pub use sheet::mention_selector;
use sheet::{Sheet, SheetProps};
pub use toolbar::steps;

/// The document that the address names, or its shape while it is on its way.
pub fn reader(state: &Shared<State>, dispatch: &Dispatch, client: &Client) -> Html {
    match &state.reader {
        Some(reader) if state.open_doc() == Some(reader.doc) => keyed::<Sheet>(
            reader.doc.0,
            SheetProps {
                state: state.clone(),
                reader: reader.clone(),
                dispatch: dispatch.clone(),
                client: client.clone(),
            },
        ),
        _ => skeleton().into(),
    }
}

/// The shape of a document that is on its way.
pub fn skeleton() -> El {
    let says = el("p")
        .class("unseen")
        .set("role", "status")
        .child("Opening the document");
    let shape = el("div")
        .class("reader-skeleton")
        .unheard()
        .children([el("b"), el("b")])
        .children((0..9).map(|_| el("i")));
    el("div")
        .class("reader")
        .set("aria-busy", "true")
        .child(el("div").class("reader-bar"))
        .child(says)
        .child(shape)
}
