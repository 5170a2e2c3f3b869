//! The views over the selection, as tabs with their counts.

use dossier_view::place::View;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::link::Link;
use crate::store::Dispatch;

/// The views. They are places of their own, hence links.
pub fn tabs(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <nav class="tabs" aria-label="Views">
            { for View::ALL.into_iter().map(|view| tab(state, view, dispatch)) }
        </nav>
    }
}

fn tab(state: &State, view: View, dispatch: &Dispatch) -> Html {
    let shows = html! {
        <>
            { view.label() }
            if let Some(count) = count(state, view) {
                { " " }<span class="tab-count">{ count }</span>
            }
        </>
    };
    let is_current = view == state.place.view;
    Link::new(state.place.with_view(view), Action::Show(view))
        .current(is_current.then_some("page"))
        .around(shows, dispatch)
}

fn count(state: &State, view: View) -> Option<u32> {
    let answer = state.answer.as_ref()?;
    Some(match view {
        View::Documents => answer.document_count,
        View::Passages => answer.passage_count,
        View::Entities => state.entities.len() as u32,
    })
}
