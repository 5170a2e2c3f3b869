//! The views over the selection, as tabs with their counts.

use dossier_view::place::View;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::link::PlaceLink;
use crate::store::Dispatch;

/// Properties of [`Tabs`].
#[derive(PartialEq, Properties)]
pub struct TabsProps {
    /// All that is shown.
    pub state: Shared<State>,
    /// Changes it.
    pub dispatch: Dispatch,
}

/// The views. They are places of their own, hence links.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let TabsProps { state, dispatch } = props;
    html! {
        <nav class="tabs" aria-label="Views">
            { for View::ALL.into_iter().map(|view| html! {
                <PlaceLink
                    key={view.key()}
                    place={state.place.with_view(view)}
                    action={Action::Show(view)}
                    dispatch={dispatch.clone()}
                    current={(view == state.place.view).then_some("page")}
                >
                    { view.label() }
                    if let Some(count) = count(state, view) {
                        { " " }<span class="tab-count">{ count }</span>
                    }
                </PlaceLink>
            }) }
        </nav>
    }
}

fn count(state: &State, view: View) -> Option<u32> {
    let answer = state.answer.as_ref()?;
    Some(match view {
        View::Documents => answer.document_count,
        View::Passages => answer.passage_count,
        View::Entities => state.entities.len() as u32,
    })
}
