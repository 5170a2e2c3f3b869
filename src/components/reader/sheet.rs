//! The reader with a document in it: toolbar, text, ruler, and what lies over the text.

use dossier_engine::id::DocId;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::reader::page::{Page, page};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, Reader, State};
use yew::prelude::*;

use super::article::{Article, ArticleProps};
use super::cite::{CiteDialog, CiteDialogProps};
use super::quote::{QuoteBar, QuoteBarProps};
use super::ruler::{Ruler, RulerProps};
use super::toolbar::{Toolbar, ToolbarProps};
use super::topics::{TopicsCard, TopicsCardProps};
use crate::components::entity_card::{EntityCard, EntityCardProps};
use crate::components::search_box;
use crate::element::{component, el, keyed};
use crate::engine::Client;
use crate::hooks::use_change;
use crate::platform::host::Host;
use crate::platform::reveal::{self, Motion, reveal};
use crate::platform::{focus, labels};
use crate::store::Dispatch;

/// Properties of [`Sheet`].
#[derive(PartialEq, Properties)]
pub struct SheetProps {
    /// All that is shown.
    pub state: Shared<State>,
    /// The open document.
    pub reader: Reader,
    /// Changes the state.
    pub dispatch: Dispatch,
    /// Counts entities in the whole collection.
    pub client: Client,
}

/// The open document.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let SheetProps {
        state,
        reader,
        dispatch,
        client,
    } = props;
    let pane = use_node_ref();
    let sheet = use_node_ref();
    let page = use_page(reader, state);
    let roving = use_state(|| first_button(&reader.content));
    use_place(&pane, state, reader, dispatch.host());

    let card = state.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Card(mention) => Some(*mention),
        _ => None,
    });
    let topics = state.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Topics(passage) => Some(*passage),
        _ => None,
    });
    let is_citing = state.overlays.contains(&Overlay::Cite);
    let address = dispatch.host().address(&state.place.fragment());

    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(mention) = labels::number(&event, "data-mention") {
                dispatch.send(Action::Overlay(Overlay::Card(mention)));
            } else if let Some(overlay) = card
                .map(Overlay::Card)
                .or(topics.map(Overlay::Topics))
                .filter(|_| !labels::is_inside(&event, ".popover, .topics-button"))
            {
                dispatch.send(Action::Overlay(overlay));
            }
        })
    };
    let onkeydown = {
        let (dispatch, sheet) = (dispatch.clone(), sheet.clone());
        let last = reader.content.mentions.len().saturating_sub(1);
        Callback::from(move |event: KeyboardEvent| {
            let Some(mention) = labels::number(&event, "data-mention") else {
                return;
            };
            let go = |candidates| focus_mention(dispatch.host(), &sheet, candidates);
            match event.key().as_str() {
                "Enter" | " " => dispatch.send(Action::Overlay(Overlay::Card(mention))),
                "ArrowRight" => go((mention + 1..=last).collect()),
                "ArrowLeft" => go((0..mention).rev().collect()),
                "Home" => go((0..=last).collect()),
                "End" => go((0..=last).rev().collect()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onfocusin = {
        let roving = roving.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(mention) = labels::number(&event, "data-mention") {
                roving.set(mention);
            }
        })
    };

    let toolbar = component::<Toolbar>(ToolbarProps {
        page: page.clone(),
        current: reader.current,
        layers: state.layers,
        address: address.clone(),
        dispatch: dispatch.clone(),
    });
    let article = component::<Article>(ArticleProps {
        page: page.clone(),
        doc: reader.doc,
        overview: state.overview.clone(),
        place: state.place.clone(),
        current: reader.current,
        roving: *roving,
        card,
        topics: topics.map(|passage| passage as usize),
        dispatch: dispatch.clone(),
    });
    let card = card.map(|mention| {
        let card = EntityCardProps {
            mention,
            content: reader.content.clone(),
            overview: state.overview.clone(),
            place: state.place.clone(),
            sheet: sheet.clone(),
            pane: pane.clone(),
            dispatch: dispatch.clone(),
            client: client.clone(),
        };
        keyed::<EntityCard>(mention, card)
    });
    let topics = topics.map(|passage| {
        let card = TopicsCardProps {
            passage,
            page: page.clone(),
            overview: state.overview.clone(),
            sheet: sheet.clone(),
            pane: pane.clone(),
            dispatch: dispatch.clone(),
        };
        keyed::<TopicsCard>(passage, card)
    });
    let quote = component::<QuoteBar>(QuoteBarProps {
        content: reader.content.clone(),
        place: state.place.clone(),
        sheet: sheet.clone(),
        pane: pane.clone(),
        host: dispatch.host().clone(),
    });
    let ruler = component::<Ruler>(RulerProps {
        page,
        current: reader.current,
        pane: pane.clone(),
        sheet: sheet.clone(),
        dispatch: dispatch.clone(),
    });
    let cite = is_citing.then(|| {
        component::<CiteDialog>(CiteDialogProps {
            content: reader.content.clone(),
            paragraph: state.place.paragraph,
            address,
            dispatch: dispatch.clone(),
        })
    });
    let lies = el("div")
        .class("reader-sheet")
        .bind(&sheet)
        .onclick(onclick)
        .onkeydown(onkeydown)
        .onfocusin(onfocusin)
        .child(article)
        .child(card)
        .child(topics)
        .child(quote);
    let scrolls = el("div")
        .class("reader-pane-scroll")
        .bind(&pane)
        .child(lies);
    el("div")
        .class("reader")
        .set("id", "document")
        .child(toolbar)
        .child(el("div").class("reader-body").child(scrolls).child(ruler))
        .child(cite)
        .into()
}

/// The laid-out document; the same value until document, matches or layers change. Then passages
/// that look as before stay the same.
#[hook]
fn use_page(reader: &Reader, state: &State) -> Shared<Page> {
    let latest = use_mut_ref(|| None::<Shared<Page>>);
    let of = (reader.content.clone(), reader.matches.clone(), state.layers);
    let page = use_memo(of, move |(content, matches, layers)| {
        let mut page = page(content.clone(), matches, *layers);
        let mut latest = latest.borrow_mut();
        if let Some(earlier) = &*latest {
            page.keep(earlier);
        }
        latest.insert(page.into()).clone()
    });
    (*page).clone()
}

/// The first mention that has text outside of the mentions inside it.
fn first_button(content: &AnalysedDocument) -> usize {
    let mentions = &content.mentions;
    let same = mentions
        .windows(2)
        .take_while(|pair| pair[0].span == pair[1].span);
    same.count()
}

/// Moves the focus to the first of the mentions that is on the page.
fn focus_mention(host: &Host, sheet: &NodeRef, candidates: Vec<usize>) {
    for mention in candidates {
        if let Some(element) = focus::find(sheet, &mention_selector(mention)) {
            focus::give(host, &element);
            return;
        }
    }
}

/// Finds the element that opens the card of a mention.
pub fn mention_selector(mention: usize) -> String {
    [
        "[role=\"button\"][data-mention=\"",
        &mention.to_string(),
        "\"]",
    ]
    .concat()
}

/// Finds a passage by its number from 1.
pub fn passage_selector(number: u32) -> String {
    ["[data-passage=\"", &number.to_string(), "\"]"].concat()
}

fn match_selector(index: usize) -> String {
    ["[data-match=\"", &index.to_string(), "\"]"].concat()
}

/// Keeps the pane at what the address and the matches call for. A document that opens takes the
/// focus, unless a query is being typed.
#[hook]
fn use_place(pane: &NodeRef, state: &State, reader: &Reader, host: &Host) {
    let paragraph = state.place.paragraph;
    let current = reader.current;
    let is_first = use_mut_ref(|| true);
    {
        let (pane, host) = (pane.clone(), host.clone());
        use_change(reader.doc, move |_: &DocId| {
            take_place(&pane, paragraph, current, &host);
        });
    }
    {
        let (pane, is_first) = (pane.clone(), is_first.clone());
        use_change((current, reader.matches.clone()), move |(current, _)| {
            if let (Some(index), false) = (*current, *is_first.borrow()) {
                reveal(&pane, &match_selector(index), Motion::Glide);
            }
        });
    }
    {
        let pane = pane.clone();
        use_change(paragraph, move |paragraph| {
            let was_first = is_first.replace(false);
            if let (Some(number), false) = (*paragraph, was_first) {
                reveal(&pane, &passage_selector(number), Motion::Glide);
            }
        });
    }
}

/// Shows what the document was opened for.
fn take_place(pane: &NodeRef, paragraph: Option<u32>, current: Option<usize>, host: &Host) {
    let passage = paragraph.map(passage_selector);
    let wanted = passage.clone().or(current.map(match_selector));
    if !wanted.is_some_and(|wanted| reveal(pane, &wanted, Motion::Jump)) {
        reveal::top(pane);
    }
    let place = passage.and_then(|passage| focus::find(pane, &passage));
    if let Some(place) = place.or_else(|| focus::find(pane, ".reader-title"))
        && !focus::is_within(host, search_box::SELECTOR)
    {
        focus::give_still(&place);
    }
}
