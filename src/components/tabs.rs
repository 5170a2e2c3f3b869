//! The views over the selection, as tabs with their counts.

use dossier_view::place::View;
use dossier_view::state::{Action, State};

use super::link::link;
use crate::element::{El, el, group};
use crate::store::Dispatch;

/// The views. They are places of their own, hence links.
pub fn tabs(state: &State, dispatch: &Dispatch) -> El {
    el("nav")
        .class("tabs")
        .set("part", "views")
        .set("aria-label", "Views")
        .children(View::ALL.into_iter().map(|view| tab(state, view, dispatch)))
}

fn tab(state: &State, view: View, dispatch: &Dispatch) -> El {
    let is_current = view == state.place.view;
    let count = count(state, view).map(|count| {
        group()
            .child(" ")
            .child(el("span").class("tab-count").child(count))
    });
    link(&state.place.with_view(view), Action::Show(view), dispatch)
        .set("aria-current", is_current.then_some("page"))
        .child(view.label())
        .child(count)
}

fn count(state: &State, view: View) -> Option<u32> {
    let answer = state.answer.as_ref()?;
    Some(match view {
        View::Documents => answer.document_count,
        View::Passages => answer.passage_count,
        View::Entities => state.entities.len() as u32,
    })
}
