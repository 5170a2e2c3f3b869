//! The document from its title to its related documents.

use std::ops::Range;

use dossier_engine::explorer::Overview;
use dossier_engine::id::DocId;
use dossier_view::place::Place;
use dossier_view::reader::page::{Heading, Page, Piece};
use dossier_view::reader::related::editions;
use dossier_view::shared::Shared;
use yew::prelude::*;

use super::head::head;
use super::inline::{Ink, text};
use super::passage::{Passage, PassageProps};
use super::related::{compare_with, left_out, printed_citation, related_documents};
use crate::element::{El, el, group, keyed};
use crate::store::Dispatch;

/// Properties of [`Article`].
#[derive(PartialEq, Properties)]
pub struct ArticleProps {
    /// The laid-out document.
    pub page: Shared<Page>,
    /// Which document it is.
    pub doc: DocId,
    /// Names of topics, entities and documents.
    pub overview: Shared<Overview>,
    /// Where the reader is.
    pub place: Place,
    /// The current match.
    pub current: Option<usize>,
    /// The mention that the Tab key stops at.
    pub roving: usize,
    /// The mention whose card is open.
    pub card: Option<usize>,
    /// The passage whose topics are open, from 0.
    pub topics: Option<usize>,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The document. A part is drawn again only where the current match, the open card or the like
/// comes to it or leaves it.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let ArticleProps {
        page,
        overview,
        place,
        dispatch,
        ..
    } = props;
    let content = &page.content;
    let pieces = page
        .flow
        .iter()
        .enumerate()
        .map(|(position, piece)| match piece {
            Piece::Heading(heading) => Some(section_heading(props, position, heading).into()),
            Piece::Passage(index) => passage(props, *index),
            Piece::List(items) => {
                let items = items.clone();
                let items = items.map(|index| el("li").key(index).child(passage(props, index)));
                let list = el("ul").key(position).class("reader-list").children(items);
                Some(list.into())
            }
        });
    let help = el("p")
        .set("id", "mention-help")
        .set("hidden", true)
        .child("Opens a card. Left and right arrow keys go from entity to entity.");
    el("article")
        .class("reader-article")
        .set("lang", content.document.language.clone())
        .set("aria-labelledby", "reader-title")
        .child(head(page, props.current))
        .child(compare_with(
            &editions(&content.related),
            content,
            props.doc,
            |other| other.edition,
            overview,
            place,
            dispatch,
        ))
        .child(help)
        .child(group().children(pieces.flatten()))
        .child(left_out(content))
        .child(related_documents(
            content, props.doc, overview, place, dispatch,
        ))
        .child(printed_citation(content, place, dispatch.host()))
        .into()
}

fn passage(props: &ArticleProps, index: usize) -> Option<Html> {
    let ArticleProps {
        page,
        doc,
        overview,
        place,
        dispatch,
        ..
    } = props;
    let passage = page.passages.get(index)?;
    let name = place.doc.as_deref().unwrap_or_default();
    let passage = PassageProps {
        passage: passage.clone(),
        content: page.content.clone(),
        doc: *doc,
        overview: overview.clone(),
        current: within(props.current, &passage.matches),
        roving: within(Some(props.roving), &passage.mentions),
        card: within(props.card, &passage.mentions),
        shows_topics: props.topics == Some(index),
        is_target: place.paragraph == Some(passage.number),
        link: Place::default().with_doc(name, Some(passage.number)),
        dispatch: dispatch.clone(),
    };
    let key = ["p", &index.to_string()].concat();
    Some(keyed::<Passage>(key, passage))
}

/// The position, if it is in the range.
fn within(position: Option<usize>, range: &Range<usize>) -> Option<usize> {
    position.filter(|position| range.contains(position))
}

/// A heading within the text.
fn section_heading(props: &ArticleProps, position: usize, heading: &Heading) -> El {
    let content = &props.page.content;
    let ink = Ink {
        text: &content.document.text,
        mentions: &content.mentions,
        overview: &props.overview,
        current: props.current,
        roving: Some(props.roving),
        card: props.card,
    };
    let tag = match heading.level {
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag)
        .key(position)
        .class("reader-heading")
        .set("dir", "auto")
        .child(text(ink.nodes(&heading.nodes)))
}
