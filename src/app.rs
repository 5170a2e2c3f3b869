//! The app: opens the archive, holds the state, lays out the panes.

use dossier_view::place::Place;
use dossier_view::state::State;
use yew::prelude::*;

use crate::components::reader::Reader;
use crate::engine::Client;
use crate::hooks::{use_address, use_document, use_mentions, use_search};
use crate::platform::address;
use crate::store::{Dispatch, Store};

/// The collection that is built into the app.
static ARCHIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/collection.dossier"));

/// The whole app.
#[component]
pub fn App() -> Html {
    let client = use_memo((), |()| Client::open(ARCHIVE));
    match &*client {
        Ok(client) => html! { <Explorer client={client.clone()} /> },
        Err(error) => html! { <p role="alert">{ error.to_string() }</p> },
    }
}

#[derive(PartialEq, Properties)]
struct ExplorerProps {
    client: Client,
}

/// An opened collection.
#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let store = use_reducer(|| {
        let place = Place::from_fragment(&address::fragment());
        Store(State::new(props.client.overview(), place).into())
    });
    let dispatch = Dispatch::new(&store);
    let state = store.0.clone();
    use_address(&state, &dispatch);
    use_search(&props.client, &state, &dispatch);
    use_document(&props.client, &state, &dispatch);
    use_mentions(&props.client, &state, &dispatch);
    html! {
            <div class="app">
                <header class="masthead"></header>
                <aside class="pane facets-pane" aria-label="Filters"></aside>
                <main id="results" class="pane results-pane"></main>
                <section class="pane reader-pane" aria-label="Document">
                    if state.reader.is_some() {
                        <Reader {state} {dispatch} />
                    }
                </section>
            </div>
    }
}
