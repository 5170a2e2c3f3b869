//! What stands above the text: title and metadata, with the matches in them.

use dossier_engine::document::Document;
use dossier_engine::span::Span;

use super::segments::{Layered, Run};

/// The head of a document. A part that the document lacks is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The title, in runs of [`Document::title`].
    pub title: Vec<Run>,
    /// The line of metadata, of which all other runs are parts.
    pub byline: String,
    /// Who published it.
    pub publisher: Vec<Run>,
    /// The headline under which it was first published.
    pub source_title: Vec<Run>,
    /// Who wrote it.
    pub authors: Vec<Run>,
    /// Who else contributed.
    pub contributors: Vec<Run>,
    /// Who edited it.
    pub editors: Vec<Run>,
    /// Where it was reported from.
    pub dateline: Vec<Run>,
    /// When it was published.
    pub published: Option<Dated>,
}

/// A date of publication in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date, as precisely as it is known.
    pub date: String,
    /// The date for machines: `2023-09-11`, `2023-09` or `2023`.
    pub iso: String,
    /// Whether it was concluded and not stated.
    pub inferred: bool,
    /// How it is known.
    pub note: Option<String>,
}

/// The head of a document, given the matches in its title and in its byline.
#[must_use]
pub fn header(document: &Document, title: &Layered, byline: &Layered) -> Header {
    let line = document.byline();
    let [
        publisher,
        source_title,
        authors,
        contributors,
        editors,
        dateline,
    ] = parts(document).map(|part| part.map_or_else(Vec::new, |span| byline.cut(&line, span)));
    Header {
        title: title.cut(&document.title, Span::new(0, document.title.len() as u32)),
        byline: line,
        publisher,
        source_title,
        authors,
        contributors,
        editors,
        dateline,
        published: document.published.as_ref().map(|published| Dated {
            date: published.date.english(),
            iso: published.date.to_string(),
            inferred: published.inferred,
            note: published.note.clone(),
        }),
    }
}

/// Where publisher, original title, authors, contributors, editors and dateline stand in
/// [`Document::byline`].
fn parts(document: &Document) -> [Option<Span>; 6] {
    let listed = |names: &[String]| {
        let commas = 2 * names.len().saturating_sub(1);
        (!names.is_empty()).then(|| names.iter().map(String::len).sum::<usize>() + commas)
    };
    let mut at = 0;
    [
        document.publisher.as_ref().map(String::len),
        document.source_title.as_ref().map(String::len),
        listed(&document.authors),
        listed(&document.contributors),
        listed(&document.editors),
        listed(&document.dateline),
    ]
    .map(|length| {
        let span = Span::new(at, at + length? as u32);
        at = span.end + " · ".len() as u32;
        Some(span)
    })
}

#[cfg(test)]
mod tests {
    use dossier_engine::date::PartialDate;
    use dossier_engine::document::{Document, Published};
    use dossier_engine::span::Span;
    use proptest::prelude::*;

    use super::{Header, header};
    use crate::reader::segments::{Layered, Run};

    fn read(runs: &[Run], text: &str) -> String {
        runs.iter().map(|run| run.span.slice(text)).collect()
    }

    fn plain(document: &Document) -> Header {
        header(document, &Layered::default(), &Layered::default())
    }

    #[test]
    fn a_match_in_the_metadata_is_marked_where_it_is_shown() {
        let document = Document {
            publisher: Some("Harbour Gazette".to_owned()),
            authors: vec!["Ada Lund".to_owned(), "Ben Roe".to_owned()],
            ..Document::default()
        };
        let at = document.byline().find("Roe").expect("is an author") as u32;
        let byline = Layered {
            matches: vec![(Span::new(at, at + 3), 2)],
            ..Layered::default()
        };
        let header = header(&document, &Layered::default(), &byline);
        assert_eq!(read(&header.authors, &header.byline), "Ada Lund, Ben Roe");
        let marked: Vec<_> = header
            .authors
            .iter()
            .filter(|run| run.matched.is_some())
            .collect();
        assert_eq!(marked.len(), 1);
        assert_eq!(marked[0].span.slice(&header.byline), "Roe");
    }

    #[test]
    fn an_inferred_date_says_so_and_why() {
        let document = Document {
            published: Some(Published {
                date: PartialDate {
                    year: 1998,
                    month: Some(3),
                    day: None,
                },
                inferred: true,
                note: Some("from the masthead".to_owned()),
            }),
            ..Document::default()
        };
        let dated = plain(&document).published.expect("has a date");
        assert_eq!(
            (dated.date.as_str(), dated.iso.as_str()),
            ("March 1998", "1998-03")
        );
        assert!(dated.inferred);
        assert_eq!(dated.note.as_deref(), Some("from the masthead"));
    }

    proptest! {
        #[test]
        fn every_part_of_the_byline_is_found_again(
            publisher in prop::option::of("[a-zé ·,]{0,8}"),
            source_title in prop::option::of("[a-zé ·,]{0,8}"),
            lists in prop::array::uniform4(prop::collection::vec("[a-zé ·,]{0,6}", 0..3)),
        ) {
            let [authors, contributors, editors, dateline] = lists;
            let document = Document {
                publisher, source_title, authors, contributors, editors, dateline,
                ..Document::default()
            };
            let header = plain(&document);
            let check = |runs: &[Run], expected: &str| read(runs, &header.byline) == expected;
            prop_assert!(check(&header.publisher, document.publisher.as_deref().unwrap_or("")));
            prop_assert!(check(&header.source_title, document.source_title.as_deref().unwrap_or("")));
            prop_assert!(check(&header.authors, &document.authors.join(", ")));
            prop_assert!(check(&header.contributors, &document.contributors.join(", ")));
            prop_assert!(check(&header.editors, &document.editors.join(", ")));
            prop_assert!(check(&header.dateline, &document.dateline.join(", ")));
        }
    }
}
