//! The pane of the open document. Where there is none, a wide window shows the collection at a
//! glance.

use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::button::button;
use super::compare::comparison;
use super::glance::at_a_glance;
use super::reader::reader;
use super::splitter::{Pane, Splitter, SplitterProps};
use crate::element::{El, component, el};
use crate::engine::Client;
use crate::hooks::Room;
use crate::store::Dispatch;

/// Properties of [`Document`].
#[derive(PartialEq, Properties)]
pub struct DocumentProps {
    /// What is shown.
    pub state: Shared<State>,
    /// How much room there is.
    pub room: Room,
    /// Changes the state.
    pub dispatch: Dispatch,
    /// Counts entities in the whole collection.
    pub client: Client,
}

/// The pane.
#[component]
pub fn Document(props: &DocumentProps) -> Html {
    let DocumentProps {
        state,
        room,
        dispatch,
        client,
    } = props;
    let is_wide = *room == Room::Wide;
    let inner = match &state.place.doc {
        Some(name) if state.open_doc().is_none() => missing(name, dispatch).into(),
        Some(_) if state.compared_docs().is_some() => comparison(state, dispatch),
        Some(_) => reader(state, dispatch, client),
        None if is_wide => at_a_glance(state, dispatch).into(),
        None => return Html::default(),
    };
    let splitter = || {
        component::<Splitter>(SplitterProps {
            pane: Pane::Document,
            host: dispatch.host().clone(),
        })
    };
    el("section")
        .class("pane document-pane")
        .set("part", "document")
        .set("aria-label", "Document")
        .child((is_wide && state.compared_docs().is_none()).then(splitter))
        .child(inner)
        .into()
}

/// What is shown where the address names a document that the collection has not.
fn missing(name: &str, dispatch: &Dispatch) -> El {
    let says = el("p")
        .child("This collection has no document named ")
        .child(el("em").child(el("bdi").child(name)))
        .child(".");
    let close = dispatch.always(Action::CloseReader);
    el("div")
        .class("missing")
        .set("id", "document")
        .set("tabindex", "-1")
        .set("role", "alert")
        .child(el("h2").child("No such document"))
        .child(says)
        .child(button("button", "Close", close))
}
