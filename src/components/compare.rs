//! Two documents side by side: what differs, by paragraph and by word.

use dossier_engine::id::DocId;
use dossier_engine::similar::{Cell, Row, RowKind};
use dossier_view::compare::{LETTERS, differences, note, position, summary};
use dossier_view::reader::related::{is_comparable, same_story};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Compared, State};
use yew::prelude::*;

use super::button::button;
use super::icon::{Icon, drawing};
use super::link;
use super::marked::marked;
use super::reader::{compare_with, skeleton, steps};
use crate::element::{El, el, group, keyed};
use crate::hooks::{use_change, use_once};
use crate::platform::focus;
use crate::platform::reveal::{Motion, reveal};
use crate::store::Dispatch;

/// The two documents, or their shape until they are compared.
pub fn comparison(state: &Shared<State>, dispatch: &Dispatch) -> Html {
    match state.comparison() {
        Some(compared) => keyed::<Comparison>(
            [compared.docs.0.0.to_string(), compared.docs.1.0.to_string()].join("-"),
            ComparisonProps {
                compared: compared.clone(),
                state: state.clone(),
                dispatch: dispatch.clone(),
            },
        ),
        None => skeleton().into(),
    }
}

/// Properties of [`Comparison`].
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// What is shown.
    compared: Compared,
    /// Titles, and where one is.
    state: Shared<State>,
    /// Changes the state.
    dispatch: Dispatch,
}

/// The comparison: tools, what it found, and the rows.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let ComparisonProps {
        compared,
        state,
        dispatch,
    } = props;
    let pane = use_node_ref();
    let only_differences = use_state_eq(|| false);
    {
        let pane = pane.clone();
        use_once(move || {
            if let Some(title) = focus::find(&pane, "h2") {
                focus::give_still(&title);
            }
        });
    }
    {
        let pane = pane.clone();
        use_change(compared.current, move |current| {
            if current.is_some() {
                reveal(&pane, "[aria-current]", Motion::Glide);
            }
        });
    }
    let comparison = &compared.comparison;
    let total = differences(comparison).count();
    let back = button(
        "reader-back",
        drawing(Icon::Back),
        dispatch.always(Action::Escape),
    )
    .child("Document");
    let steps = steps("difference", total == 0, dispatch).child(
        el("span")
            .class("reader-position")
            .set("role", "status")
            .child(position(compared.current, total)),
    );
    let toggle = {
        let only_differences = only_differences.clone();
        Callback::from(move |_| only_differences.set(!*only_differences))
    };
    let only =
        button("fold-button", "Only differences", toggle).aria("aria-pressed", *only_differences);
    let bar = el("div")
        .class("reader-bar")
        .set("role", "group")
        .set("aria-label", "Comparing tools")
        .child(back)
        .child(steps)
        .child(only);
    let mut number = 0;
    let rows = comparison.rows.iter().enumerate().filter_map(|(at, row)| {
        let is_current = if row.is_same() {
            if *only_differences {
                return None;
            }
            false
        } else {
            number += 1;
            compared.current == Some(number - 1)
        };
        Some(self::row(props, at, row, is_current))
    });
    let [counts, shares] = summary(comparison);
    let lies = el("div")
        .class("compare")
        .child(
            el("h2")
                .set("id", "compare-title")
                .set("tabindex", "-1")
                .child(title(state, compared.docs)),
        )
        .child(el("p").class("compare-says").child(counts).child(" ").child(shares))
        .child(
            el("p")
                .class("compare-says")
                .child("Words that only one of them has are underlined; capitals, accents and punctuation do not count."),
        )
        .child(others(state, compared.docs, dispatch))
        .child(
            el("div")
                .class("compare-row compare-heads")
                .child(head(state, 0, compared.docs.0, dispatch))
                .child(head(state, 1, compared.docs.1, dispatch)),
        )
        .child(el("ol").set("aria-label", "Paragraphs side by side").children(rows));
    el("div")
        .class("reader comparison")
        .set("id", "document")
        .set("aria-labelledby", "compare-title")
        .set("role", "group")
        .child(bar)
        .child(
            el("div")
                .class("reader-pane-scroll")
                .bind(&pane)
                .child(lies),
        )
        .into()
}

fn title(state: &State, (one, other): (DocId, DocId)) -> String {
    let summary = state.overview.documents.get(one.index());
    let editions = summary.map_or(&[][..], |summary| &summary.editions);
    if editions.contains(&other) {
        return same_story(editions.len());
    }
    "Two documents side by side".to_owned()
}

/// The other documents that the first can be compared with.
fn others(state: &State, (doc, shown): (DocId, DocId), dispatch: &Dispatch) -> Option<El> {
    let reader = state.reader.as_ref()?;
    let content = Some(&reader.content).filter(|_| reader.doc == doc)?;
    compare_with(
        "Compare A with ",
        content,
        doc,
        |other| is_comparable(other) && other.doc != shown,
        &state.overview,
        &state.place,
        dispatch,
    )
}

/// A document as the head of its column.
fn head(state: &State, side: usize, doc: DocId, dispatch: &Dispatch) -> Option<El> {
    let summary = state.overview.documents.get(doc.index())?;
    let title = link::to_document(&state.place, &summary.name, doc, None, dispatch)
        .child(el("bdi").child(&summary.title));
    let date = summary.published.as_ref();
    let meta = el("p")
        .class("related-meta")
        .child(
            summary
                .publisher
                .as_ref()
                .map(|name| el("span").child(el("bdi").child(name))),
        )
        .child(date.map(|published| el("span").child(published.date.english())));
    let shown = el("div")
        .class("compare-side")
        .child(
            el("h3")
                .child(el("b").class("compare-letter").child(LETTERS[side]))
                .child(" ")
                .child(title),
        )
        .child(meta);
    Some(shown)
}

fn row(props: &ComparisonProps, at: usize, row: &Row, is_current: bool) -> El {
    let side = |side: usize| {
        let cells = row.sides[side].iter();
        el("div")
            .class("compare-side")
            .class_if(row.sides[side].is_empty(), "is-empty")
            .children(cells.map(|cell| self::cell(props, side, row, cell)))
    };
    el("li")
        .key(at)
        .class("compare-row")
        .class_if(row.is_same(), "is-same")
        .class_if(is_current, "is-current")
        .set("aria-current", is_current.then_some("true"))
        .child(side(0))
        .child(side(1))
}

/// A block with the words that only it has. What stands in one document as a whole is not marked
/// word by word.
fn cell(props: &ComparisonProps, side: usize, row: &Row, cell: &Cell) -> El {
    let docs = props.compared.docs;
    let doc = if side == 0 { docs.0 } else { docs.1 };
    let letter = LETTERS[side];
    let documents = &props.state.overview.documents;
    let link = cell
        .passage
        .zip(documents.get(doc.index()))
        .map(|(passage, summary)| {
            let number = passage + 1;
            let says = [letter, ", paragraph ", &number.to_string()].concat();
            let place = &props.state.place;
            link::to_document(place, &summary.name, doc, Some(number), &props.dispatch).child(says)
        });
    let says = note(row).map(|note| el("span").child(note));
    let heading = link
        .is_none()
        .then(|| el("span").child([letter, ", heading"].concat()));
    let marks = match row.kind {
        RowKind::Apart => &[][..],
        _ => &cell.own,
    };
    group()
        .child(
            el("p")
                .class("compare-label")
                .child(link)
                .child(heading)
                .child(says),
        )
        .child(
            el("p")
                .class(if cell.passage.is_none() {
                    "compare-heading"
                } else {
                    ""
                })
                .class("compare-text")
                .set("dir", "auto")
                .child(marked(&cell.text, marks)),
        )
}
