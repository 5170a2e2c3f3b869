//! What stands below the text: related documents on the screen, the citation on paper.

use dossier_engine::explorer::Overview;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::citation::{Citation, Format};
use dossier_view::place::Place;
use dossier_view::reader::related::related;
use dossier_view::shared::Shared;
use dossier_view::state::Action;
use yew::prelude::*;

use crate::components::link::PlaceLink;
use crate::platform::clipboard;
use crate::store::Dispatch;

/// Properties of [`RelatedDocuments`].
#[derive(PartialEq, Properties)]
pub struct RelatedDocumentsProps {
    /// The open document.
    pub content: Shared<AnalysedDocument>,
    /// Titles of the documents.
    pub overview: Shared<Overview>,
    /// Where the reader is.
    pub place: Place,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// Links to other editions of the story and to documents on related subjects.
#[component]
pub fn RelatedDocuments(props: &RelatedDocumentsProps) -> Html {
    let lines = related(&props.content.related);
    let items = lines.into_iter().filter_map(|line| {
        let summary = props.overview.documents.get(line.doc.index())?;
        let published = summary
            .published
            .as_ref()
            .map(|published| published.date.english());
        Some(html! {
            <li key={line.doc.0} class={classes!(line.edition.then_some("is-edition"))}>
                <PlaceLink
                    place={props.place.with_doc(&summary.name, None)}
                    action={Action::Open(line.doc, None)}
                    dispatch={props.dispatch.clone()}
                >
                    <bdi>{ &summary.title }</bdi>
                </PlaceLink>
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

/// Properties of [`PrintedCitation`].
#[derive(PartialEq, Properties)]
pub struct PrintedCitationProps {
    /// The open document.
    pub content: Shared<AnalysedDocument>,
    /// Where the reader is.
    pub place: Place,
}

/// The citation of the document, which only a printed page shows.
#[component]
pub fn PrintedCitation(props: &PrintedCitationProps) -> Html {
    let name = props.place.doc.as_deref().unwrap_or_default();
    let address = clipboard::address(&Place::default().with_doc(name, None).fragment());
    let citation = Citation::new(&props.content.document, &address).format(Format::Text);
    html! { <footer class="printed-citation" dir="auto">{ citation }</footer> }
}
