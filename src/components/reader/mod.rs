//! The open document.

use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use crate::store::Dispatch;

/// Properties of [`Reader`].
#[derive(PartialEq, Properties)]
pub struct ReaderProps {
    /// All that is shown.
    pub state: Shared<State>,
    /// Changes it.
    pub dispatch: Dispatch,
}

/// The open document.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { state, dispatch } = props;
    let title = state
        .reader
        .as_ref()
        .map(|reader| reader.content.document.title.clone());
    html! {
        <article id="document" tabindex="-1">
            <button onclick={dispatch.always(Action::CloseReader)}>{ "Close" }</button>
            <h1 dir="auto">{ title }</h1>
        </article>
    }
}
