//! What stands below the text: related documents on the screen, the citation on paper.

use dossier_engine::explorer::Overview;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::citation::{Citation, Format};
use dossier_view::place::Place;
use dossier_view::reader::related::related;
use yew::prelude::*;

use crate::components::link::Link;
use crate::platform::clipboard;
use crate::store::Dispatch;

/// Links to other editions of the story and to documents on related subjects.
pub fn related_documents(
    content: &AnalysedDocument,
    overview: &Overview,
    place: &Place,
    dispatch: &Dispatch,
) -> Html {
    let lines = related(&content.related);
    let items = lines.into_iter().filter_map(|line| {
        let summary = overview.documents.get(line.doc.index())?;
        let published = summary
            .published
            .as_ref()
            .map(|published| published.date.english());
        Some(html! {
            <li key={line.doc.0} class={classes!(line.edition.then_some("is-edition"))}>
                { Link::to_document(place, &summary.name, line.doc, None)
                    .around(html! { <bdi>{ &summary.title }</bdi> }, dispatch) }
                <p class="related-meta">
                    if let Some(publisher) = &summary.publisher {
                        <span><bdi>{ publisher }</bdi></span>
                    }
                    if let Some(published) = published {
                        <span>{ published }</span>
                    }
                </p>
                <p class="related-how">{ line.how }</p>
            </li>
        })
    });
    let items: Vec<Html> = items.collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="related" aria-labelledby="related-title">
            <h3 id="related-title">{ "Related documents" }</h3>
            <ul>{ for items }</ul>
        </section>
    }
}

/// The citation of the document, which only a printed page shows.
pub fn printed_citation(content: &AnalysedDocument, place: &Place) -> Html {
    let name = place.doc.as_deref().unwrap_or_default();
    let address = clipboard::address(&Place::default().with_doc(name, None).fragment());
    let citation = Citation::new(&content.document, &address).format(Format::Text);
    html! { <footer class="printed-citation" dir="auto">{ citation }</footer> }
}
