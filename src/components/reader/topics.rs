//! The topics of a passage: the bar in its margin, and the card that shows their evidence.

use dossier_engine::explorer::Overview;
use dossier_view::reader::page::Page;
use dossier_view::reader::topics::PassageTopic;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay};
use dossier_view::words;
use yew::prelude::*;

use super::popover::Popover;
use crate::components::topics;
use crate::store::Dispatch;

/// The bar in the margin: a stretch for each topic, as long as its share, the strongest at the top.
/// Hover and focus show the names and the evidence, a press opens the card.
pub fn topics_button(
    of: &[PassageTopic],
    overview: &Overview,
    index: usize,
    is_open: bool,
    dispatch: &Dispatch,
) -> Html {
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
        html! { <rect class={topics::class(topic.topic)} width="100%" {y} {height} /> }
    });
    html! {
        <button
            class="topics-button"
            data-topics={index.to_string()}
            aria-label={label.concat()}
            aria-haspopup="dialog"
            aria-expanded={is_open.then_some("true")}
            onclick={dispatch.always(Action::Overlay(Overlay::Topics(index as u32)))}
        >
            <svg class="topics-bar" aria-hidden="true">{ for stretches }</svg>
            <span class="topics-tip" aria-hidden="true">
                { for of.iter().zip(&names).map(|(topic, name)| html! {
                    <span>{ topics::swatch(topic.topic) }{ name }</span>
                }) }
            </span>
        </button>
    }
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
        html! {
            <li>
                <p class="topics-card-name">
                    { topics::swatch(topic.topic) }
                    <b>{ topics::name(&props.overview, topic.topic) }</b>
                    <span>{ ["Strength ", &topic.strength].concat() }</span>
                </p>
                <p dir="auto">{ "Because of " }{ evidence(&topic.evidence) }</p>
            </li>
        }
    });
    let anchor = ["[data-topics=\"", &props.passage.to_string(), "\"]"].concat();
    html! {
        <Popover
            title={title}
            kicker="Evidence in the text"
            {anchor}
            overlay={Overlay::Topics(props.passage)}
            sheet={props.sheet.clone()}
            pane={props.pane.clone()}
            dispatch={props.dispatch.clone()}
        >
            <ul class="topics-card">{ for items }</ul>
            <p class="topics-card-note">{ "A passage has a topic from strength 1 on." }</p>
        </Popover>
    }
}

/// The words that speak for a topic, each with how often it does.
fn evidence(words: &[(String, u32)]) -> Html {
    let last = words.len().saturating_sub(1);
    let quoted = words.iter().enumerate().map(|(position, (word, count))| {
        let times = (*count > 1).then(|| [" ×\u{a0}", &count.to_string()].concat());
        let after = if position == last { "." } else { ", " };
        html! { <>{ "“" }<bdi>{ word }</bdi>{ "”" }{ times }{ after }</> }
    });
    quoted.collect()
}
