//! The document from its title to its related documents.

use std::ops::Range;

use dossier_engine::explorer::Overview;
use dossier_engine::id::DocId;
use dossier_view::place::Place;
use dossier_view::reader::page::{Heading, Page, Piece};
use dossier_view::shared::Shared;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::head::head;
use super::inline::Ink;
use super::passage::Passage;
use super::related::{printed_citation, related_documents};
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
    let pieces = page.flow.iter().enumerate().map(|(position, piece)| match piece {
        Piece::Heading(heading) => section_heading(props, position, heading),
        Piece::Passage(index) => passage(props, *index),
        Piece::List(items) => html! {
            <ul key={position} class="reader-list">
                { for items.clone().map(|index| html! { <li key={index}>{ passage(props, index) }</li> }) }
            </ul>
        },
    });
    html! {
        <article class="reader-article" lang={page.content.document.language.clone()} aria-labelledby="reader-title">
            { head(page, props.current) }
            <p id="mention-help" hidden=true>
                { "Opens a card. Left and right arrow keys go from entity to entity." }
            </p>
            { for pieces }
            { related_documents(&page.content, overview, place, dispatch) }
            { printed_citation(&page.content, place) }
        </article>
    }
}

fn passage(props: &ArticleProps, index: usize) -> VNode {
    let ArticleProps {
        page,
        doc,
        overview,
        place,
        dispatch,
        ..
    } = props;
    let Some(passage) = page.passages.get(index) else {
        return VNode::default();
    };
    let name = place.doc.as_deref().unwrap_or_default();
    html! {
        <Passage
            key={["p", &index.to_string()].concat()}
            page={page.clone()}
            doc={*doc}
            overview={overview.clone()}
            {index}
            current={within(props.current, &passage.matches)}
            roving={within(Some(props.roving), &passage.mentions)}
            card={within(props.card, &passage.mentions)}
            shows_topics={props.topics == Some(index)}
            is_target={place.paragraph == Some(passage.number)}
            link={place.with_doc(name, Some(passage.number))}
            dispatch={dispatch.clone()}
        />
    }
}

/// The position, if it is in the range.
fn within(position: Option<usize>, range: &Range<usize>) -> Option<usize> {
    position.filter(|position| range.contains(position))
}

/// A heading within the text.
fn section_heading(props: &ArticleProps, position: usize, heading: &Heading) -> Html {
    let content = &props.page.content;
    let ink = Ink {
        text: &content.document.text,
        mentions: &content.mentions,
        overview: &props.overview,
        current: props.current,
        roving: Some(props.roving),
        card: props.card,
    };
    let text = html! { <span data-text="">{ ink.nodes(&heading.nodes) }</span> };
    match heading.level {
        3 => html! { <h3 key={position} class="reader-heading" dir="auto">{ text }</h3> },
        4 => html! { <h4 key={position} class="reader-heading" dir="auto">{ text }</h4> },
        5 => html! { <h5 key={position} class="reader-heading" dir="auto">{ text }</h5> },
        _ => html! { <h6 key={position} class="reader-heading" dir="auto">{ text }</h6> },
    }
}
