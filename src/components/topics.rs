//! Topics: their colours and how a document divides between them.

use dossier_engine::explorer::{Overview, TopicShare};
use dossier_engine::id::TopicId;
use dossier_view::{results, words};

use crate::element::{El, el};

/// The class that gives a topic its colour.
pub fn class(topic: TopicId) -> &'static str {
    const CLASSES: [&str; 8] = [
        "topic-1", "topic-2", "topic-3", "topic-4", "topic-5", "topic-6", "topic-7", "topic-8",
    ];
    CLASSES.get(topic.index()).unwrap_or(&"topic-other")
}

/// The name of a topic.
pub fn name(overview: &Overview, topic: TopicId) -> String {
    let topic = overview.topics.get(topic.index());
    topic.map(|topic| topic.name.clone()).unwrap_or_default()
}

/// A small square of a topic's colour, beside its name.
pub fn swatch(topic: TopicId) -> El {
    el("i").class("swatch").class(class(topic)).unheard()
}

/// A bar divided as a document is between its topics.
pub fn mix(overview: &Overview, topics: &[TopicShare]) -> Option<El> {
    const GAP: u32 = 18;
    if topics.is_empty() {
        return None;
    }
    let shares: Vec<String> = topics
        .iter()
        .map(|share| {
            [
                &name(overview, share.topic),
                " ",
                &words::percent(share.share),
            ]
            .concat()
        })
        .collect();
    let text = ["Topics: ", &shares.join(", ")].concat();
    let parts = results::bar(topics, GAP).into_iter().zip(topics);
    let parts = parts.map(|((start, length), share)| {
        el("rect")
            .class(class(share.topic))
            .set("x", start)
            .set("y", "0")
            .set("width", length)
            .set("height", "10")
    });
    let drawing = el("svg")
        .set("viewBox", "0 0 1000 10")
        .set("preserveAspectRatio", "none")
        .unheard()
        .children(parts);
    let mix = el("span")
        .class("mix")
        .set("role", "img")
        .set("aria-label", text.clone())
        .set("title", text)
        .child(drawing);
    Some(mix)
}
