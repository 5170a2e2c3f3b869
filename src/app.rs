//! The app: holds the state, lays out the panes.

use dossier_view::place::Place;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use yew::prelude::*;

use crate::components::button::button;
use crate::components::dialog::{Dialog, DialogProps};
use crate::components::document::{Document, DocumentProps};
use crate::components::facets::facets;
use crate::components::help::help;
use crate::components::intake::notice;
use crate::components::masthead::masthead;
use crate::components::results::{Results, ResultsProps};
use crate::components::save::{SaveDialog, SaveDialogProps};
use crate::components::share::{ShareDialog, ShareDialogProps};
use crate::components::splitter::{Pane, Splitter, SplitterProps};
use crate::element::{component, el, group, keyed};
use crate::engine::Client;
use crate::hooks::{
    Intake, Room, use_address, use_change, use_comparison, use_document, use_focus, use_keys,
    use_mentions, use_news, use_room, use_search, use_title, use_visit,
};
use crate::platform::address;
use crate::platform::host::Host;
use crate::store::{Dispatch, Store};

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The opened collection.
    pub client: Client,
    /// Where the app stands.
    pub host: Host,
    /// Where the page around leads it.
    pub visit: Visit,
    /// Where documents are brought, if they can be.
    pub intake: Option<Intake>,
}

/// A place that the page around leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// How many times it has led somewhere; the place of turn 0 is where the app begins, unless
    /// the address names another.
    pub turn: u32,
    /// The place.
    pub place: Place,
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer(|| {
        let place = match address::fragment(&props.host).as_str() {
            "" => props.visit.place.clone(),
            fragment => Place::from_fragment(fragment),
        };
        Store(State::new(props.client.overview().clone(), place).into())
    });
    let dispatch = Dispatch::new(&store, &props.host);
    let state = store.0.clone();
    let is_reading = state.place.doc.is_some();
    let room = use_room(&props.host, is_reading);
    use_visit(&props.visit, &dispatch);
    use_news(&state, &props.host);
    use_address(&state, &dispatch);
    use_search(&props.client, &state, &dispatch);
    use_document(&props.client, &state, &dispatch);
    use_comparison(&props.client, &state, &dispatch);
    use_mentions(&props.client, &state, &dispatch);
    use_keys(&state, &dispatch);
    use_focus(&state, &props.host);
    use_title(&state, &props.host);

    use_sheet_only_where_needed(room, &state, &dispatch);
    let shown = use_shown(&state);

    // What lies under documents that fill the window is out of reach.
    let is_comparing = state.compared_docs().is_some();
    let covered = is_comparing || (room == Room::Narrow && is_reading);
    let top = el("div")
        .class("masthead-slot")
        .set("inert", covered)
        .child(masthead(&state, props.intake.as_ref(), &dispatch));
    let filters = || {
        let scrolls = el("div").class("scroll").child(facets(&shown, &dispatch));
        el("aside")
            .key("filters")
            .class("pane filters-pane")
            .set("part", "filters")
            .set("inert", covered)
            .set("aria-label", "Filters")
            .child(scrolls)
            .child(component::<Splitter>(SplitterProps {
                pane: Pane::Filters,
                host: props.host.clone(),
            }))
    };
    // A page has one main part, and in a page of others it is theirs.
    let is_page = props.host.is_page();
    let results = el(if is_page { "main" } else { "section" })
        .set("aria-label", (!is_page).then_some("Results"))
        .key("results")
        .set("id", "results")
        .class("pane results-pane")
        .set("part", "results")
        .set("tabindex", "-1")
        .set("inert", covered)
        .child(props.intake.as_ref().and_then(notice))
        .child(component::<Results>(ResultsProps {
            state: shown.clone(),
            room,
            dispatch: dispatch.clone(),
        }));
    let document = component::<Document>(DocumentProps {
        state: shown.clone(),
        room,
        dispatch: dispatch.clone(),
        client: props.client.clone(),
    });
    let has_sheet = state.overlays.contains(&Overlay::Filters) && room != Room::Wide;
    let save = props
        .intake
        .as_ref()
        .filter(|_| state.overlays.contains(&Overlay::Save));
    let is_sharing = state.overlays.contains(&Overlay::Share);
    let share = || {
        component::<ShareDialog>(ShareDialogProps {
            place: state.place.clone(),
            dispatch: dispatch.clone(),
        })
    };
    let has_help = state.overlays.contains(&Overlay::Keys);
    el("div")
        .class("app")
        .class_if(is_reading, "reading")
        .class_if(is_comparing, "comparing")
        .child(top)
        .child((room == Room::Wide).then(filters))
        .child(results)
        .child(document)
        .child(has_sheet.then(|| filters_sheet(&shown, &dispatch)))
        .child(has_help.then(|| help(&dispatch)))
        .child(save.map(|intake| {
            keyed::<SaveDialog>(
                "save",
                SaveDialogProps {
                    state: shown.clone(),
                    intake: intake.clone(),
                    dispatch: dispatch.clone(),
                },
            )
        }))
        .child(is_sharing.then(share))
        .into()
}

/// The filters over the page, where they are no pane.
fn filters_sheet(state: &Shared<State>, dispatch: &Dispatch) -> Html {
    let close = || Action::Overlay(Overlay::Filters);
    let show = ["Show ", &state.found()].concat();
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

/// What is shown but for the search box; the same allocation for as long as nothing of it changes,
/// so that a key that is typed draws nothing else.
#[hook]
fn use_shown(state: &State) -> Shared<State> {
    let latest = use_mut_ref(|| None);
    let mut latest = latest.borrow_mut();
    let shown = Shared::unless_equal(state.shown(), latest.as_ref());
    *latest = Some(shown.clone());
    shown
}

/// Takes the sheet of filters away when the window grows so wide that they have a pane.
#[hook]
fn use_sheet_only_where_needed(room: Room, state: &State, dispatch: &Dispatch) {
    let is_needless = room == Room::Wide && state.overlays.contains(&Overlay::Filters);
    let dispatch = dispatch.clone();
    use_change(is_needless, move |is_needless| {
        if *is_needless {
            dispatch.send(Action::Overlay(Overlay::Filters));
        }
    });
}
