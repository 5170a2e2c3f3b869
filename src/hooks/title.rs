//! The title of the page says what is open.

use dossier_view::state::State;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::use_change;
use crate::platform::host::Host;
use crate::platform::page;

/// How long typing must rest before the title follows, in milliseconds.
const REST: u32 = 250;

/// Keeps the page's title up to the open document, or else the query.
#[hook]
pub fn use_title(state: &State, host: &Host) {
    let collection = match state.overview.title.as_str() {
        "" => "Dossier",
        title => title,
    };
    let document = state
        .open_doc()
        .and_then(|doc| state.overview.documents.get(doc.index()));
    let query = state.place.selection.query.trim();
    let title = match document {
        Some(document) => [&document.title, " · ", collection].concat(),
        None if query.is_empty() => collection.to_owned(),
        None => [query, " · ", collection].concat(),
    };
    let host = host.clone();
    use_change(title, move |title| {
        let title = title.clone();
        Timeout::new(REST, move || page::set_title(&host, &title))
    });
}
