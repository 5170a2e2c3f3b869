//! The results: how many, in which order, and a card for each.

use dossier_engine::explorer::{DocumentHit, PassageHit, SearchAnswer};
use dossier_view::nothing::nothing;
use dossier_view::place::View;
use dossier_view::results::{Row, SORTS, has_editions, rows, summary};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use dossier_view::words;
use yew::prelude::*;

use super::advice::remarks;
use super::button::button;
use super::entities::entities;
use super::filters::active_filters;
use super::icon::{Icon, drawing};
use super::link::{self, as_result};
use super::marked::{extract, marked};
use super::nothing::nothing_found;
use super::tabs::tabs;
use super::topics::{mix, name, swatch};
use super::why::why_found;
use crate::element::{El, el, group};
use crate::hooks::Room;
use crate::platform::field;
use crate::store::Dispatch;

/// Properties of [`Results`].
#[derive(PartialEq, Properties)]
pub struct ResultsProps {
    /// What is shown.
    pub state: Shared<State>,
    /// How much room there is.
    pub room: Room,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The results with what stands above them: views, filters in force, remarks on the query.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let ResultsProps {
        state,
        room,
        dispatch,
    } = props;
    group()
        .child(tabs(state, dispatch))
        .child((*room != Room::Wide).then(|| filters_button(state, dispatch)))
        .child(active_filters(state, dispatch))
        .child(remarks(state, dispatch))
        .child(results(state, dispatch))
        .into()
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

/// The current view of the selection.
fn results(state: &Shared<State>, dispatch: &Dispatch) -> El {
    let Some(answer) = &state.answer else {
        return status("Searching…");
    };
    let shown = match nothing(state) {
        Some(nothing) => nothing_found(nothing, dispatch).into(),
        None => view(state, answer, dispatch),
    };
    group().child(toolbar(state, answer, dispatch)).child(shown)
}

fn status(says: &str) -> El {
    el("p").class("status").set("role", "status").child(says)
}

fn view(state: &Shared<State>, answer: &SearchAnswer, dispatch: &Dispatch) -> Html {
    let cards = |key: &'static str, name: &'static str| {
        el("ol").class("cards").key(key).set("aria-label", name)
    };
    match state.place.view {
        View::Documents => {
            let rows = rows(state, answer).into_iter().enumerate();
            cards("documents", "Documents")
                .children(rows.filter_map(|(at, row)| {
                    let hit = &answer.documents[row.hit];
                    document(state, at, row, hit, dispatch)
                }))
                .into()
        }
        View::Passages => {
            let hits = answer.passages.iter().enumerate();
            cards("passages", "Passages")
                .children(hits.filter_map(|(at, hit)| passage(state, at, hit, dispatch)))
                .into()
        }
        View::Entities => entities(state, dispatch),
    }
}

/// The counts and the order.
fn toolbar(state: &State, answer: &SearchAnswer, dispatch: &Dispatch) -> El {
    let order = || {
        let onchange = dispatch.callback(|event: Event| {
            let chosen = field::chosen(&event);
            let sort = SORTS.get(chosen).map(|(sort, _)| *sort);
            Action::Sort(sort.unwrap_or_default())
        });
        let options = SORTS.into_iter().map(|(sort, label)| {
            el("option")
                .set("selected", sort == state.place.selection.sort)
                .child(label)
        });
        el("label")
            .class("sort")
            .child(el("span").child("Sort by"))
            .child(el("select").onchange(onchange).children(options))
    };
    let is_foldable =
        state.place.view == View::Documents && (state.place.folds || has_editions(state, answer));
    let fold = || {
        button(
            "fold-button",
            "Fold editions",
            dispatch.always(Action::Fold),
        )
        .aria("aria-pressed", state.place.folds)
    };
    el("div")
        .class("toolbar")
        .child(el("h2").class("unseen").child(state.place.view.label()))
        .child(status(&summary(state, answer)))
        .child(is_foldable.then(fold))
        .child((state.place.view == View::Documents).then(order))
}

/// A card with its title, which is a heading and a link.
fn card(is_open: bool, title: El) -> El {
    let title = title.set("aria-current", is_open.then_some("true"));
    el("li")
        .class("card")
        .set("part", "result")
        .class_if(is_open, "open")
        .child(el("h3").set("dir", "auto").child(title))
}

fn snippet() -> El {
    el("p").class("snippet").set("dir", "auto")
}

fn document(
    state: &State,
    at: usize,
    row: Row,
    hit: &DocumentHit,
    dispatch: &Dispatch,
) -> Option<El> {
    let summary = state.overview.documents.get(hit.doc.index())?;
    let title = link::to_document(&state.place, &summary.name, hit.doc, None, dispatch)
        .child(marked(&summary.title, &hit.title_marks));
    let by = summary.publisher.as_ref();
    let published = summary.published.as_ref().map(|published| {
        let note = || {
            let note = published.note.clone();
            let note = note.unwrap_or_else(|| "The date was concluded from the text".into());
            group().child(" ").child(
                el("span")
                    .class("inferred")
                    .set("title", note)
                    .child("inferred"),
            )
        };
        let time = el("time")
            .set("datetime", published.date.to_string())
            .child(published.date.english());
        el("span").child(time).child(published.inferred.then(note))
    });
    let editions = summary.editions.first().and_then(|&other| {
        let name = state.overview.documents.get(other.index())?.name.as_str();
        let count = (summary.editions.len() + 1).to_string();
        let both = [(summary.name.as_str(), hit.doc), (name, other)];
        let link = link::to_both(&state.place, both, dispatch)
            .child("Compare ")
            .child([&count, " editions"].concat());
        Some(el("span").class("editions").child(link))
    });
    let meta = el("p")
        .class("meta")
        .child(by.map(|name| el("bdi").child(name)))
        .child(published)
        .child(editions);
    let entities = hit.entities.iter().filter_map(|id| {
        let entity = state.overview.entities.get(id.index())?;
        let to = link::to_entity(&state.place, &entity.key, dispatch)
            .child(el("bdi").child(&entity.name));
        Some(el("li").key(id.0).child(to))
    });
    let entities = el("ul")
        .class("card-entities")
        .set("aria-label", "Entities")
        .children(entities);

    let why = ["why-", &hit.doc.0.to_string()].concat();
    let is_explained = state.overlays.contains(&Overlay::Why(hit.doc));
    let ask = || {
        let toggle = dispatch.always(Action::Overlay(Overlay::Why(hit.doc)));
        let of = el("span").class("unseen").child(" ").child(&summary.title);
        button("text-button why-button", "Why this?", toggle)
            .aria("aria-expanded", is_explained)
            .set("aria-controls", why.clone())
            .child(of)
    };
    let foot = el("div")
        .class("card-foot")
        .child(mix(&state.overview, &hit.topics))
        .child(entities)
        .child((!hit.explanation.is_empty()).then(ask));
    let unfold = || {
        let others = words::count(row.others as u32, "other edition", "other editions");
        button(
            "text-button",
            ["and ", &others].concat(),
            dispatch.always(Action::Unfold(hit.doc)),
        )
        .aria("aria-expanded", state.unfolded.contains(&hit.doc))
    };
    let snippets = hit.snippets.iter();
    let card = card(
        state.open_doc() == Some(hit.doc),
        as_result(title, at, dispatch),
    )
    .key(hit.doc.0)
    .class_if(row.nested, "nested")
    .child(meta)
    .child(group().children(snippets.map(|text| snippet().child(extract(text)))))
    .child(foot)
    .child((row.others > 0).then(unfold))
    .child(is_explained.then(|| why_found(why.clone(), &hit.explanation)));
    Some(card)
}

fn passage(state: &State, at: usize, hit: &PassageHit, dispatch: &Dispatch) -> Option<El> {
    let document = state.overview.documents.get(hit.doc.index())?;
    let paragraph = hit.passage + 1;
    let heading = hit.heading.as_ref().map(|heading| {
        el("span")
            .class("path")
            .child(" › ")
            .child(el("bdi").child(heading))
    });
    let here = Some(paragraph);
    let title = link::to_document(&state.place, &document.name, hit.doc, here, dispatch)
        .child(el("bdi").child(&document.title))
        .child(heading);
    let topics = hit.topics.iter().map(|topic| {
        el("li")
            .key(topic.topic.0)
            .child(swatch(topic.topic))
            .child(name(&state.overview, topic.topic))
    });
    let topics = el("ul")
        .class("card-topics")
        .set("aria-label", "Topics")
        .children(topics);
    let number = ["Paragraph ", &paragraph.to_string()].concat();
    let foot = el("div")
        .class("card-foot")
        .child(topics)
        .child(el("span").class("card-paragraph").child(number));
    let is_open = state.open_doc() == Some(hit.doc) && state.place.paragraph == here;
    let card = card(is_open, as_result(title, at, dispatch))
        .key([hit.doc.0.to_string(), paragraph.to_string()].join("-"))
        .child(snippet().child(extract(&hit.snippet)))
        .child(foot);
    Some(card)
}
