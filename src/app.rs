//! The app: opens the archive, holds the state, lays out the panes.

use dossier_view::place::Place;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use dossier_view::words;
use yew::prelude::*;

use crate::components::advice::remarks;
use crate::components::broken::broken;
use crate::components::button::button;
use crate::components::dialog::{Dialog, DialogProps};
use crate::components::facets::facets;
use crate::components::filters::active_filters;
use crate::components::glance::at_a_glance;
use crate::components::help::help;
use crate::components::icon::{Icon, drawing};
use crate::components::masthead::masthead;
use crate::components::reader::reader;
use crate::components::results::results;
use crate::components::splitter::{Pane, Splitter, SplitterProps};
use crate::components::tabs::tabs;
use crate::element::{El, component, el, group};
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
        Ok(client) => component::<Explorer>(ExplorerProps {
            client: client.clone(),
        }),
        Err(error) => broken(&error.to_string()).into(),
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
    let top = el("div")
        .class("masthead-slot")
        .set("inert", covered)
        .child(masthead(&state, &dispatch));
    let filters = || {
        let scrolls = el("div").class("scroll").child(facets(&state, &dispatch));
        el("aside")
            .key("filters")
            .class("pane filters-pane")
            .set("aria-label", "Filters")
            .child(scrolls)
            .child(component::<Splitter>(SplitterProps {
                pane: Pane::Filters,
            }))
    };
    let results = el("main")
        .key("results")
        .set("id", "results")
        .class("pane results-pane")
        .set("tabindex", "-1")
        .set("inert", covered)
        .child(tabs(&state, &dispatch))
        .child((room != Room::Wide).then(|| filters_button(&state, &dispatch)))
        .child(active_filters(&state, &dispatch))
        .child(remarks(&state, &dispatch))
        .child(results(&state, &dispatch));
    let has_sheet = state.overlays.contains(&Overlay::Filters) && room != Room::Wide;
    let has_help = state.overlays.contains(&Overlay::Keys);
    el("div")
        .class("app")
        .class_if(is_reading, "reading")
        .child(top)
        .child((room == Room::Wide).then(filters))
        .child(results)
        .child(document_pane(room, &state, &dispatch, &props.client))
        .child(has_sheet.then(|| filters_sheet(&state, &dispatch)))
        .child(has_help.then(|| help(&dispatch)))
        .into()
}

/// The filters over the page, where they are no pane.
fn filters_sheet(state: &State, dispatch: &Dispatch) -> Html {
    let close = || Action::Overlay(Overlay::Filters);
    let show = ["Show ", &found(state)].concat();
    let show = button("button primary", show, dispatch.always(close()));
    let children = group()
        .child(facets(state, dispatch))
        .child(el("footer").child(show));
    component::<Dialog>(DialogProps {
        title: "Filters".into(),
        class: "sheet",
        onclose: dispatch.always(close()),
        children: children.into(),
    })
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
fn filters_button(state: &State, dispatch: &Dispatch) -> El {
    let count = dossier_view::filters::filters(state).len();
    let call = dispatch.always(Action::Overlay(Overlay::Filters));
    button("button filters-button", drawing(Icon::Filters), call)
        .set("aria-haspopup", "dialog")
        .child("Filters")
        .child((count > 0).then(|| el("b").child(count)))
}

/// The open document. Where there is none, a wide window shows the collection at a glance.
fn document_pane(
    room: Room,
    state: &Shared<State>,
    dispatch: &Dispatch,
    client: &Client,
) -> Option<El> {
    let inner = match &state.place.doc {
        Some(name) if state.open_doc().is_none() => missing(name, dispatch).into(),
        Some(_) => reader(state, dispatch, client),
        None if room == Room::Wide => at_a_glance(state, dispatch).into(),
        None => return None,
    };
    let splitter = || {
        component::<Splitter>(SplitterProps {
            pane: Pane::Document,
        })
    };
    let pane = el("section")
        .key("document")
        .class("pane document-pane")
        .set("aria-label", "Document")
        .child((room == Room::Wide).then(splitter))
        .child(inner);
    Some(pane)
}

/// What is shown where the address names a document that the collection has not.
fn missing(name: &str, dispatch: &Dispatch) -> El {
    let says = el("p")
        .child("This collection has no document named ")
        .child(el("em").child(el("bdi").child(name)))
        .child(".");
    el("div")
        .class("missing")
        .set("id", "document")
        .set("tabindex", "-1")
        .set("role", "alert")
        .child(el("h2").child("No such document"))
        .child(says)
        .child(button(
            "button",
            "Close",
            dispatch.always(Action::CloseReader),
        ))
}
