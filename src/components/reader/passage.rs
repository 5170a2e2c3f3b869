//! A passage: its text, the bar with its topics in the margin, and the link to it.

use dossier_engine::document::BlockKind;
use dossier_engine::explorer::Overview;
use dossier_engine::id::DocId;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::place::Place;
use dossier_view::reader::page;
use dossier_view::shared::Shared;
use dossier_view::state::Action;
use yew::prelude::*;

use super::inline::{Ink, text};
use super::topics::topics_button;
use crate::components::link::link;
use crate::element::el;
use crate::store::Dispatch;

/// Properties of [`Passage`]. What is about a single match or mention is set only where that lies
/// in this passage, so that the other passages stay as they are.
#[derive(PartialEq, Properties)]
pub struct PassageProps {
    /// What it holds.
    pub passage: Shared<page::Passage>,
    /// The document.
    pub content: Shared<AnalysedDocument>,
    /// Which document it is.
    pub doc: DocId,
    /// Names of topics and entities.
    pub overview: Shared<Overview>,
    /// The current match.
    pub current: Option<usize>,
    /// The mention that the Tab key stops at.
    pub roving: Option<usize>,
    /// The mention whose card is open.
    pub card: Option<usize>,
    /// Whether its topics are open.
    pub shows_topics: bool,
    /// Whether the address names it.
    pub is_target: bool,
    /// Where the link to it leads: the paragraph without a query, which is what people cite.
    pub link: Place,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// A passage.
#[component]
pub fn Passage(props: &PassageProps) -> Html {
    let passage = &props.passage;
    let ink = Ink {
        text: &props.content.document.text,
        mentions: &props.content.mentions,
        overview: &props.overview,
        current: props.current,
        roving: props.roving,
        card: props.card,
    };
    let number = passage.number.to_string();
    let place = Action::Open(props.doc, Some(passage.number));
    let link = link(&props.link, place, &props.dispatch)
        .class("pilcrow")
        .child(el("span").unheard().child("¶"))
        .child(
            el("span")
                .class("unseen")
                .child(["Link to paragraph ", &number].concat()),
        );
    let topics = || {
        topics_button(
            &passage.topics,
            &props.overview,
            passage.number - 1,
            props.shows_topics,
            &props.dispatch,
        )
    };
    let paragraph = el("p")
        .set("dir", "auto")
        .child(text(ink.nodes(&passage.nodes)))
        .child(link);
    let is_quote = passage.kind == BlockKind::Quote;
    el(if is_quote { "blockquote" } else { "div" })
        .class("passage")
        .class_if(props.is_target, "is-target")
        .class_if(props.shows_topics, "shows-topics")
        .class_if(passage.kind == BlockKind::Preformatted, "is-preformatted")
        .set("data-passage", number)
        .set("tabindex", "-1")
        .child((!passage.topics.is_empty()).then(topics))
        .child(paragraph)
        .into()
}
