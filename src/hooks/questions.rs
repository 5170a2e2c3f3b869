//! Asks the engine what the state calls for, and sends what it answers.

use dossier_view::state::{Action, State};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::use_change;
use crate::engine::Client;
use crate::store::Dispatch;

/// Keeps the answer up to the selection.
#[hook]
pub fn use_search(client: &Client, state: &State, dispatch: &Dispatch) {
    let (client, dispatch) = (client.clone(), dispatch.clone());
    use_change(state.place.selection.clone(), move |selection| {
        let request = selection.request();
        spawn_local(async move {
            if let Some((answer, entities)) = client.search(request).await {
                dispatch.send(Action::Answered(answer, entities));
            }
        });
    });
}

/// How long typing must rest before the open document shows its matches, in milliseconds: what is
/// looked at while somebody types are the results.
const REST: u32 = 120;

/// Loads the document that the address names, and its matches whenever the query changes.
#[hook]
pub fn use_document(client: &Client, state: &State, dispatch: &Dispatch) {
    let (client, dispatch) = (client.clone(), dispatch.clone());
    let query = state.place.selection.query.clone();
    let is_typed = state.draft && state.reader.is_some();
    use_change((state.open_doc(), query), move |(doc, query)| {
        let (doc, query) = ((*doc)?, query.clone());
        let ask = move || {
            spawn_local(async move {
                if let Some((content, matches)) = client.document(doc, &query).await {
                    dispatch.send(Action::Loaded(doc, content, matches));
                }
            });
        };
        if is_typed {
            Some(Timeout::new(REST, ask))
        } else {
            ask();
            None
        }
    });
}

/// Compares the open document with the one that the address puts beside it.
#[hook]
pub fn use_comparison(client: &Client, state: &State, dispatch: &Dispatch) {
    let (client, dispatch) = (client.clone(), dispatch.clone());
    use_change(state.compared_docs(), move |docs| {
        if let Some((one, other)) = *docs {
            spawn_local(async move {
                if let Some(comparison) = client.compare(one, other).await {
                    dispatch.send(Action::Compared((one, other), comparison));
                }
            });
        }
    });
}

/// Keeps the mentions of the entity whose page is shown up to the selection.
#[hook]
pub fn use_mentions(client: &Client, state: &State, dispatch: &Dispatch) {
    let (client, dispatch) = (client.clone(), dispatch.clone());
    let selection = state.place.selection.clone();
    use_change(
        (state.open_entity(), selection),
        move |(entity, selection)| {
            if let Some(entity) = *entity {
                let request = selection.request();
                spawn_local(async move {
                    if let Some(mentions) = client.mentions(entity, request).await {
                        dispatch.send(Action::Mentions(mentions));
                    }
                });
            }
        },
    );
}
