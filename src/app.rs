//! The app: opens the archive, holds the state, lays out the panes.

use dossier_view::place::Place;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use dossier_view::words;
use yew::prelude::*;

use crate::components::advice::Remarks;
use crate::components::broken::Broken;
use crate::components::dialog::Dialog;
use crate::components::facets::Facets;
use crate::components::filters::ActiveFilters;
use crate::components::glance::AtAGlance;
use crate::components::help::Help;
use crate::components::icon::{Drawing, Icon};
use crate::components::masthead::Masthead;
use crate::components::reader::Reader;
use crate::components::results::Results;
use crate::components::splitter::{Pane, Splitter};
use crate::components::tabs::Tabs;
use crate::engine::Client;
use crate::hooks::{
    Room, use_address, use_document, use_focus, use_keys, use_mentions, use_room, use_search,
    use_title,
};
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
        Err(error) => html! { <Broken reason={error.to_string()} /> },
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
    let room = use_room();
    use_address(&state, &dispatch);
    use_search(&props.client, &state, &dispatch);
    use_document(&props.client, &state, &dispatch);
    use_mentions(&props.client, &state, &dispatch);
    use_keys(&state, &dispatch);
    use_focus(&state);
    use_title(&state);

    use_sheet_only_where_needed(room, &state, &dispatch);

    let is_reading = state.place.doc.is_some();
    // What lies under a document that fills the window is out of reach.
    let covered = room == Room::Narrow && is_reading;
    html! {
        <div class={classes!("app", is_reading.then_some("reading"))}>
            <div class="masthead-slot" inert={covered}>
                <Masthead state={state.clone()} dispatch={dispatch.clone()} />
            </div>
            if room == Room::Wide {
                <aside key="filters" class="pane filters-pane" aria-label="Filters">
                    <div class="scroll">
                        <Facets state={state.clone()} dispatch={dispatch.clone()} />
                    </div>
                    <Splitter pane={Pane::Filters} />
                </aside>
            }
            <main key="results" id="results" class="pane results-pane" tabindex="-1" inert={covered}>
                <Tabs state={state.clone()} dispatch={dispatch.clone()} />
                if room != Room::Wide {
                    { filters_button(&state, &dispatch) }
                }
                <ActiveFilters state={state.clone()} dispatch={dispatch.clone()} />
                <Remarks state={state.clone()} dispatch={dispatch.clone()} />
                <Results state={state.clone()} dispatch={dispatch.clone()} />
            </main>
            { document_pane(room, &state, &dispatch, &props.client) }
            if state.overlays.contains(&Overlay::Filters) && room != Room::Wide {
                <Dialog
                    key="filters-sheet"
                    title="Filters"
                    class="sheet"
                    onclose={dispatch.always(Action::Overlay(Overlay::Filters))}
                >
                    <Facets state={state.clone()} dispatch={dispatch.clone()} />
                    <footer>
                        <button
                            type="button"
                            class="button primary"
                            onclick={dispatch.always(Action::Overlay(Overlay::Filters))}
                        >
                            { "Show " }{ found(&state) }
                        </button>
                    </footer>
                </Dialog>
            }
            if state.overlays.contains(&Overlay::Keys) {
                <Help key="help" dispatch={dispatch.clone()} />
            }
        </div>
    }
}

/// Takes the sheet of filters away when the window grows so wide that they have a pane.
#[hook]
fn use_sheet_only_where_needed(room: Room, state: &State, dispatch: &Dispatch) {
    let is_needless = room == Room::Wide && state.overlays.contains(&Overlay::Filters);
    let dispatch = dispatch.clone();
    use_effect_with(is_needless, move |is_needless| {
        if *is_needless {
            dispatch.send(Action::Overlay(Overlay::Filters));
        }
    });
}

/// How many documents there are to show.
fn found(state: &State) -> String {
    let count = state
        .answer
        .as_ref()
        .map_or(0, |answer| answer.document_count);
    words::count(count, "document", "documents")
}

/// The button that calls the filters where they are no pane.
fn filters_button(state: &State, dispatch: &Dispatch) -> Html {
    let count = dossier_view::filters::filters(state).len();
    html! {
        <button
            key="filters-button"
            type="button"
            class="button filters-button"
            aria-haspopup="dialog"
            onclick={dispatch.always(Action::Overlay(Overlay::Filters))}
        >
            <Drawing icon={Icon::Filters} />
            { "Filters" }
            if count > 0 { <b>{ count }</b> }
        </button>
    }
}

/// The open document. Where there is none, a wide window shows the collection at a glance.
fn document_pane(room: Room, state: &Shared<State>, dispatch: &Dispatch, client: &Client) -> Html {
    let inner = match &state.place.doc {
        Some(name) if state.open_doc().is_none() => html! {
            <div class="missing" id="document" tabindex="-1" role="alert">
                <h2>{ "No such document" }</h2>
                <p>{ "This collection has no document named " }<em><bdi>{ name }</bdi></em>{ "." }</p>
                <button type="button" class="button" onclick={dispatch.always(Action::CloseReader)}>
                    { "Close" }
                </button>
            </div>
        },
        Some(_) => html! {
            <Reader state={state.clone()} dispatch={dispatch.clone()} client={client.clone()} />
        },
        None if room == Room::Wide => {
            html! { <AtAGlance state={state.clone()} dispatch={dispatch.clone()} /> }
        }
        None => return html! {},
    };
    html! {
        <section key="document" class="pane document-pane" aria-label="Document">
            if room == Room::Wide {
                <Splitter pane={Pane::Document} />
            }
            { inner }
        </section>
    }
}
