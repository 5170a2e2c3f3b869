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

/// The document that the address names, or its shape while it is on its way.
pub fn reader(state: &Shared<State>, dispatch: &Dispatch, client: &Client) -> Html {
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
        _ => skeleton(),
    }
}

/// The shape of a document that is on its way.
fn skeleton() -> Html {
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
