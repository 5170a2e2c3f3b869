//! The open document, or its shape while it is on its way.

mod article;
mod cite;
mod copy;
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

use crate::engine::Client;
use crate::store::Dispatch;

pub use popover::Popover;
use sheet::Sheet;
pub use sheet::mention_selector;

/// Properties of [`Reader`].
#[derive(PartialEq, Properties)]
pub struct ReaderProps {
    /// All that is shown.
    pub state: Shared<State>,
    /// Changes it.
    pub dispatch: Dispatch,
    /// Counts entities in the whole collection.
    pub client: Client,
}

/// The document that the address names, or its shape while it is on its way.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps {
        state,
        dispatch,
        client,
    } = props;
    match &state.reader {
        Some(reader) if state.open_doc() == Some(reader.doc) => html! {
            <Sheet
                key={reader.doc.0}
                state={state.clone()}
                reader={reader.clone()}
                dispatch={dispatch.clone()}
                client={client.clone()}
            />
        },
        _ => html! { <Skeleton /> },
    }
}

/// The shape of a document that is on its way.
#[component]
fn Skeleton() -> Html {
    html! {
        <div class="reader" aria-busy="true">
            <div class="reader-bar" />
            <p class="unseen" role="status">{ "Opening the document" }</p>
            <div class="reader-skeleton" aria-hidden="true">
                <b /><b />
                <i /><i /><i /><i /><i /><i /><i /><i /><i />
            </div>
        </div>
    }
}
