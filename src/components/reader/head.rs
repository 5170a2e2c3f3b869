//! What stands above the text: where and when it was published, its title, who wrote it.

use dossier_engine::explorer::Overview;
use dossier_view::reader::header::Dated;
use dossier_view::reader::page::Page;
use dossier_view::reader::segments::Run;
use yew::prelude::*;

use super::inline::Ink;

/// The head of the document.
pub fn head(page: &Page, current: Option<usize>) -> Html {
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
    let part = |runs: &[Run]| (!runs.is_empty()).then(|| html! { <bdi>{ line.runs(runs) }</bdi> });
    let credit = |before: &'static str, runs: &[Run]| {
        part(runs).map(|names| html! { <span class="reader-credit">{ before }{ names }</span> })
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
    html! {
        <header class="reader-head">
            <p class="reader-kicker">
                { for kicker.into_iter().flatten().map(|part| html! { <span>{ part }</span> }) }
            </p>
            <h2 class="reader-title" id="reader-title" dir="auto" tabindex="-1">
                { ink(&page.content.document.title).runs(&header.title) }
            </h2>
            if let Some(title) = part(&header.source_title) {
                <p class="reader-source">{ "First published as “" }{ title }{ "”" }</p>
            }
            if credits.iter().any(Option::is_some) {
                <p class="reader-byline">{ for credits.into_iter().flatten() }</p>
            }
        </header>
    }
}

/// The date of publication. How it was inferred is told on hover and focus, and to who listens.
fn dated(date: &Dated) -> Html {
    html! {
        <>
            <time datetime={date.iso.clone()}>{ &date.date }</time>
            if date.inferred {
                { " " }
                if let Some(note) = &date.note {
                    <button class="inferred" aria-describedby="inferred-note">{ "inferred" }</button>
                    <span class="inferred-note" id="inferred-note" dir="auto">{ note }</span>
                } else {
                    <span class="inferred">{ "inferred" }</span>
                }
            }
        </>
    }
}
