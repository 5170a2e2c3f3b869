//! What stands below the text: what was left out of it, related documents on the screen, the citation on paper.

use dossier_engine::explorer::Overview;
use dossier_engine::id::DocId;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::similar::Related;
use dossier_view::citation::{Citation, Format};
use dossier_view::place::Place;
use dossier_view::reader::related::related;
use dossier_view::words;

use crate::components::link;
use crate::element::{El, el, group};
use crate::platform::host::Host;
use crate::store::Dispatch;

/// Links to some of the related documents, each beside this one.
pub fn compare_with(
    says: &str,
    content: &AnalysedDocument,
    doc: DocId,
    which: impl Fn(&Related) -> bool,
    overview: &Overview,
    place: &Place,
    dispatch: &Dispatch,
) -> Option<El> {
    let others = content.related.iter().filter(|other| which(other));
    let links = others.filter_map(|other| {
        let summary = overview.documents.get(other.doc.index())?;
        let both = [
            (content.document.name.as_str(), doc),
            (summary.name.as_str(), other.doc),
        ];
        let title = el("bdi").child(&summary.title);
        let by = summary.publisher.as_ref();
        let by = by.map(|name| group().child(" (").child(el("bdi").child(name)).child(")"));
        let link = link::to_both(place, both, dispatch).child(title);
        Some(el("span").key(other.doc.0).child(link).child(by))
    });
    let mut links = links.peekable();
    links.peek()?;
    let line = el("p")
        .class("reader-editions")
        .child(says)
        .child(group().children(links));
    Some(line)
}

/// Links to other editions of the story and to documents on related subjects.
pub fn related_documents(
    content: &AnalysedDocument,
    doc: DocId,
    overview: &Overview,
    place: &Place,
    dispatch: &Dispatch,
) -> Option<El> {
    let lines = related(&content.related);
    let items = lines.into_iter().filter_map(|line| {
        let summary = overview.documents.get(line.doc.index())?;
        let published = summary
            .published
            .as_ref()
            .map(|published| published.date.english());
        let by = summary.publisher.as_ref();
        let meta = el("p")
            .class("related-meta")
            .child(by.map(|name| el("span").child(el("bdi").child(name))))
            .child(published.map(|date| el("span").child(date)));
        let title = link::to_document(place, &summary.name, line.doc, None, dispatch)
            .child(el("bdi").child(&summary.title));
        let compare = || {
            let both = [
                (content.document.name.as_str(), doc),
                (summary.name.as_str(), line.doc),
            ];
            let of = el("span")
                .class("unseen")
                .child(" with ")
                .child(&summary.title);
            let link = link::to_both(place, both, dispatch);
            group().child(". ").child(link.child("Compare").child(of))
        };
        let item = el("li")
            .key(line.doc.0)
            .class_if(line.edition, "is-edition")
            .child(title)
            .child(meta)
            .child(
                el("p")
                    .class("related-how")
                    .child(line.how)
                    .child(line.comparable.then(compare)),
            );
        Some(item)
    });
    let mut items = items.peekable();
    items.peek()?;
    let section = el("section")
        .class("related")
        .set("aria-labelledby", "related-title")
        .child(
            el("h3")
                .set("id", "related-title")
                .child("Related documents"),
        )
        .child(el("ul").children(items));
    Some(section)
}

/// What stood on the page around the text, each with its kind and place, on request.
pub fn left_out(content: &AnalysedDocument) -> Option<El> {
    let left_out = &content.document.left_out;
    if left_out.is_empty() {
        return None;
    }
    let items = left_out.iter().enumerate().map(|(at, left)| {
        let place = match left.after {
            0 => "before the text".to_owned(),
            after => ["after paragraph ", &after.to_string()].concat(),
        };
        el("li")
            .key(at)
            .child(
                el("p")
                    .class("related-how")
                    .child([&words::capitalised(left.kind.name()), ", ", &place].concat()),
            )
            .child(el("p").set("dir", "auto").child(&left.text))
    });
    let count = words::count(left_out.len() as u32, "line", "lines");
    let section = el("details")
        .class("related left-out")
        .child(el("summary").child([&count, " left out"].concat()))
        .child(el("p").class("related-how").child(
            "Taken for parts of the page around the text. They are not searched and count nowhere.",
        ))
        .child(el("ul").children(items));
    Some(section)
}

/// The citation of the document, which only a printed page shows.
pub fn printed_citation(content: &AnalysedDocument, place: &Place, host: &Host) -> El {
    let name = place.doc.as_deref().unwrap_or_default();
    let address = host.address(&Place::default().with_doc(name, None).fragment());
    let citation = Citation::new(&content.document, &address).format(Format::Text);
    el("footer")
        .class("printed-citation")
        .set("dir", "auto")
        .child(citation)
}
