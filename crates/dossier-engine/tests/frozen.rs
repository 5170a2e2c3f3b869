//! Archives that were written once: a version of the format stays readable as long as it is said to
//! be.

use std::path::PathBuf;

use dossier_engine::archive::{self, Archive};
use dossier_engine::date::PartialDate;
use dossier_engine::document::{AsideKind, Document, LeftOut, Published};
use dossier_engine::explorer::{Explorer, Group, SearchRequest};
use dossier_engine::facet::Columns;
use dossier_engine::id::DocId;
use dossier_engine::pipeline;
use dossier_engine::retrieve::{self, Mode, Words};

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/version-9.dossier")
}

/// Enough documents for lists of several blocks, with what is rare in them.
fn documents() -> Vec<Document> {
    let subjects = ["grain", "fish", "salt", "timber", "wool", "copper", "tea"];
    let numbered = (0..300_usize).map(|number| {
        let subject = subjects[number * number % subjects.len()];
        let text = format!(
            "The harbour took {number} tons of {subject}.\n\nShips wait{}",
            if number % 10 == 0 {
                " for weather."
            } else {
                "."
            }
        );
        let mut document = Document::plain(&format!("n{number}"), subject, &text);
        if number % 7 == 0 {
            document.left_out = vec![LeftOut {
                kind: AsideKind::Caption,
                after: 1,
                text: "The harbour at dawn.".into(),
            }];
        }
        document.publisher = (number % 3 == 0).then(|| "Harbour Post".into());
        let date = (number % 4 == 0).then(|| format!("{}-03", 1900 + number / 20));
        let date: Option<PartialDate> = date.and_then(|date| date.parse().ok());
        document.published = date.map(|date| Published {
            date,
            inferred: false,
            note: None,
        });
        document
    });
    let other = [
        Document::plain("unicode", "Zürich", "東京都庁と Łódź — «naïve»."),
        Document::plain("empty", "", ""),
    ];
    numbered.chain(other).collect()
}

#[test]
#[ignore = "writes the archive, once for each version of the format"]
fn freeze() {
    let title = String::from("Frozen");
    let collection = pipeline::searchable(documents(), title, String::new());
    std::fs::write(file(), archive::write(&collection)).unwrap();
}

#[test]
fn an_archive_of_version_9_opens_and_answers() {
    let archive = Archive::open(std::fs::read(file()).unwrap()).unwrap();
    archive.check().unwrap();
    assert_eq!(archive.documents(), 302);
    let best = |query: &str, mode: Mode| {
        let words = Words::new(archive.index(), query, mode).unwrap();
        let found = retrieve::search(archive.index(), &words, 3).unwrap();
        let first = found.first().map(|found| DocId(found.doc));
        first.map(|doc| archive.name(doc).unwrap().0.to_owned())
    };
    let is = |id: &str| Some(id.to_owned());
    assert_eq!(best("137 tons harbour", Mode::Plain), is("n137"));
    assert_eq!(best("harbuor 41", Mode::Typo), is("n41"));
    assert_eq!(best("zuri", Mode::Prefix), is("unicode"));
    assert_eq!(best("都庁", Mode::Plain), is("unicode"));
    assert_eq!(best("sextant", Mode::Plain), None);
    let written = documents();
    for (doc, document) in (0..).map(DocId).zip(&written) {
        assert_eq!(&archive.document(doc).unwrap().document, document);
    }
}

#[test]
fn an_archive_of_version_9_has_columns_that_are_read_one_by_one() {
    let archive = Archive::open(std::fs::read(file()).unwrap()).unwrap();
    let mut columns = Columns::default();
    let read = archive.columns(&mut columns, |part| part == Some(Group::Publisher));
    read.unwrap();
    let names = columns.groups().last().unwrap().names();
    assert_eq!(&*names[0].0, "Harbour Post");
    assert_eq!(columns.date(DocId(40)), None);
    archive
        .columns(&mut columns, |part| part.is_none())
        .unwrap();
    assert_eq!(columns.date(DocId(40)), "1902-03".parse().ok());
    assert_eq!(columns.date(DocId(41)), None);
}

#[test]
fn an_archive_of_version_9_can_be_explored() {
    let explorer = Explorer::open(std::fs::read(file()).unwrap()).unwrap();
    let found = |query: &str| {
        let request = SearchRequest {
            query: query.into(),
            ..SearchRequest::default()
        };
        explorer.search(&request).document_count
    };
    assert_eq!(explorer.overview().title, "Frozen");
    assert_eq!(found("\"took 137 tons\""), 1);
    assert_eq!(found("weather"), 30);
    assert_eq!(found("publisher:\"Harbour Post\" weather"), 10);
}
