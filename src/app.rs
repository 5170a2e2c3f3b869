//! The app: opens the archive, holds the state, lays out the panes.

use dossier_view::place::Place;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use dossier_view::words;
use yew::prelude::*;

use crate::components::advice::remarks;
use crate::components::broken::broken;
use crate::components::button::Button;
use crate::components::dialog::Dialog;
use crate::components::facets::facets;
use crate::components::filters::active_filters;
use crate::components::glance::at_a_glance;
use crate::components::help::help;
use crate::components::icon::{Icon, drawing};
use crate::components::masthead::masthead;
use crate::components::reader::reader;
use crate::components::results::results;
use crate::components::splitter::{Pane, Splitter};
use crate::components::tabs::tabs;
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
        Err(error) => broken(&error.to_string()),
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
                { masthead(&state, &dispatch) }
            </div>
            if room == Room::Wide {
                <aside key="filters" class="pane filters-pane" aria-label="Filters">
                    <div class="scroll">
                        { facets(&state, &dispatch) }
                    </div>
                    <Splitter pane={Pane::Filters} />
                </aside>
            }
            <main key="results" id="results" class="pane results-pane" tabindex="-1" inert={covered}>
                { tabs(&state, &dispatch) }
                if room != Room::Wide {
                    { filters_button(&state, &dispatch) }
                }
                { active_filters(&state, &dispatch) }
                { remarks(&state, &dispatch) }
                { results(&state, &dispatch) }
            </main>
            { document_pane(room, &state, &dispatch, &props.client) }
            if state.overlays.contains(&Overlay::Filters) && room != Room::Wide {
                <Dialog
                    key="filters-sheet"
                    title="Filters"
                    class="sheet"
                    onclose={dispatch.always(Action::Overlay(Overlay::Filters))}
                >
                    { facets(&state, &dispatch) }
                    <footer>
                        { Button::new("button primary").around(
                            ["Show ", &found(&state)].concat(),
                            dispatch.always(Action::Overlay(Overlay::Filters)),
                        ) }
                    </footer>
                </Dialog>
            }
            if state.overlays.contains(&Overlay::Keys) {
                { help(&dispatch) }
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
            { drawing(Icon::Filters) }
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
                { Button::new("button").around("Close", dispatch.always(Action::CloseReader)) }
            </div>
        },
        Some(_) => reader(state, dispatch, client),
        None if room == Room::Wide => at_a_glance(state, dispatch),
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
