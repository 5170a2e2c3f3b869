//! The topics of a passage: the bar in its margin, and the card that shows their evidence.

use dossier_engine::explorer::Overview;
use dossier_view::reader::page::Page;
use dossier_view::reader::topics::PassageTopic;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay};
use dossier_view::words;
use yew::prelude::*;

use super::popover::{Popover, PopoverProps};
use crate::components::button::button;
use crate::components::topics;
use crate::element::{El, component, el, group};
use crate::store::Dispatch;

/// The bar in the margin: a stretch for each topic, as long as its share, the strongest at the top.
/// Hover and focus show the names and the evidence, a press opens the card.
pub fn topics_button(
    of: &[PassageTopic],
    overview: &Overview,
    index: u32,
    is_open: bool,
    dispatch: &Dispatch,
) -> El {
    let names: Vec<String> = of
        .iter()
        .map(|topic| topics::name(overview, topic.topic))
        .collect();
    let label = [
        "Topics of paragraph ",
        &(index + 1).to_string(),
        ": ",
        &names.join(", "),
    ];
    let mut from = 0.0;
    let stretches = of.iter().map(|topic| {
        let (y, height) = (per_cent(from), per_cent(topic.share));
        from += topic.share;
        el("rect")
            .class(topics::class(topic.topic))
            .set("width", "100%")
            .set("y", y)
            .set("height", height)
    });
    let bar = el("svg").class("topics-bar").unheard().children(stretches);
    let tip = of
        .iter()
        .zip(&names)
        .map(|(topic, name)| el("span").child(topics::swatch(topic.topic)).child(name));
    let tip = el("span").class("topics-tip").unheard().children(tip);
    let card = Action::Overlay(Overlay::Topics(index));
    button("topics-button", bar, dispatch.always(card))
        .set("data-topics", index)
        .set("aria-label", label.concat())
        .set("aria-haspopup", "dialog")
        .set("aria-expanded", is_open.then_some("true"))
        .child(tip)
}

/// A share of 0 to 1 as a length.
fn per_cent(share: f32) -> String {
    [&words::tenths((share * 1000.0).round() as i32), "%"].concat()
}

/// Properties of [`TopicsCard`].
#[derive(PartialEq, Properties)]
pub struct TopicsCardProps {
    /// Number of the passage, from 0.
    pub passage: u32,
    /// The laid-out document.
    pub page: Shared<Page>,
    /// Names of the topics.
    pub overview: Shared<Overview>,
    /// What the card lies on.
    pub sheet: NodeRef,
    /// What scrolls.
    pub pane: NodeRef,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// What each topic of a passage rests on.
#[component]
pub fn TopicsCard(props: &TopicsCardProps) -> Html {
    let Some(passage) = props.page.passages.get(props.passage as usize) else {
        return Html::default();
    };
    let title = ["Topics of paragraph ", &passage.number.to_string()].concat();
    let items = passage.topics.iter().map(|topic| {
        let name = el("p")
            .class("topics-card-name")
            .child(topics::swatch(topic.topic))
            .child(el("b").child(topics::name(&props.overview, topic.topic)))
            .child(el("span").child(["Strength ", &topic.strength].concat()));
        let because = el("p")
            .set("dir", "auto")
            .child("Because of ")
            .child(evidence(&topic.evidence));
        el("li").child(name).child(because)
    });
    let note = el("p")
        .class("topics-card-note")
        .child("A passage has a topic from strength 1 on.");
    let children = group()
        .child(el("ul").class("topics-card").children(items))
        .child(note);
    component::<Popover>(PopoverProps {
        title,
        kicker: "Evidence in the text",
        kind: None,
        anchor: ["[data-topics=\"", &props.passage.to_string(), "\"]"].concat(),
        overlay: Overlay::Topics(props.passage),
        sheet: props.sheet.clone(),
        pane: props.pane.clone(),
        dispatch: props.dispatch.clone(),
        children: children.into(),
    })
}

/// The words that speak for a topic, each with how often it does.
fn evidence(words: &[(String, u32)]) -> El {
    let last = words.len().saturating_sub(1);
    let quoted = words.iter().enumerate().map(|(position, (word, count))| {
        let times = (*count > 1).then(|| [" ×\u{a0}", &count.to_string()].concat());
        let after = if position == last { "." } else { ", " };
        group()
            .child("“")
            .child(el("bdi").child(word))
            .child("”")
            .child(times)
            .child(after)
    });
    group().children(quoted)
}
