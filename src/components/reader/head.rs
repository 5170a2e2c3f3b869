//! What stands above the text: where and when it was published, its title, who wrote it.

use dossier_engine::explorer::Overview;
use dossier_view::reader::header::Dated;
use dossier_view::reader::page::Page;
use dossier_view::reader::segments::Run;

use super::inline::Ink;
use crate::element::{El, el, group};

/// The head of the document.
pub fn head(page: &Page, current: Option<usize>) -> El {
    let header = &page.header;
    let no_entities = Overview::default();
    let ink = |text| Ink {
        text,
        mentions: &[],
        overview: &no_entities,
        current,
        roving: None,
        card: None,
    };
    let line = ink(header.byline.as_str());
    let part = |runs: &[Run]| (!runs.is_empty()).then(|| el("bdi").child(line.runs(runs)));
    let credit = |before: &'static str, runs: &[Run]| {
        part(runs).map(|names| el("span").class("reader-credit").child(before).child(names))
    };
    let kicker = [
        part(&header.publisher),
        part(&header.dateline),
        header.published.as_ref().map(dated),
    ];
    let credits = [
        credit("By ", &header.authors),
        credit("With ", &header.contributors),
        credit("Edited by ", &header.editors),
    ];
    let has_credits = credits.iter().any(Option::is_some);
    let kicker = kicker.into_iter().flatten();
    let title = el("h2")
        .class("reader-title")
        .set("id", "reader-title")
        .set("dir", "auto")
        .set("tabindex", "-1")
        .child(ink(&page.content.document.title).runs(&header.title));
    let source = part(&header.source_title).map(|title| {
        el("p")
            .class("reader-source")
            .child("First published as “")
            .child(title)
            .child("”")
    });
    let byline = || {
        let credits = credits.into_iter().flatten();
        el("p").class("reader-byline").children(credits)
    };
    el("header")
        .class("reader-head")
        .child(
            el("p")
                .class("reader-kicker")
                .children(kicker.map(|part| el("span").child(part))),
        )
        .child(title)
        .child(source)
        .child(has_credits.then(byline))
}

/// The date of publication. How it was inferred is told on hover and focus, and to who listens.
fn dated(date: &Dated) -> El {
    let time = el("time")
        .set("datetime", date.iso.clone())
        .child(&date.date);
    let inferred = || match &date.note {
        Some(note) => group()
            .child(" ")
            .child(
                el("button")
                    .class("inferred")
                    .set("aria-describedby", "inferred-note")
                    .child("inferred"),
            )
            .child(
                el("span")
                    .class("inferred-note")
                    .set("id", "inferred-note")
                    .set("dir", "auto")
                    .child(note),
            ),
        None => group()
            .child(" ")
            .child(el("span").class("inferred").child("inferred")),
    };
    group().child(time).child(date.inferred.then(inferred))
}
