//! Results and mentions as files for other programs.

mod csv;
mod json;
mod ris;
mod rows;

use std::collections::BTreeSet;

use dossier_engine::explorer::{Explorer, SearchRequest};
use dossier_engine::pipeline::AnalysedDocument;

use crate::citation::Citation;
use crate::place::Place;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The documents of the selection, a row each.
    Results,
    /// Every mention of a person, place and so on in these documents, a row each.
    Mentions,
}

impl Subject {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Results, Self::Mentions];

    /// Its name in files and between page and worker.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Mentions => "mentions",
        }
    }

    /// The subject with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.key() == key)
    }
}

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table for spreadsheets.
    Csv,
    /// One array of objects.
    Json,
    /// An object a line.
    JsonLines,
    /// Entries for BibTeX; of results only.
    BibTeX,
    /// Entries for programs that manage references; of results only.
    Ris,
}

impl Form {
    /// All forms in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Csv,
        Self::Json,
        Self::JsonLines,
        Self::BibTeX,
        Self::Ris,
    ];

    /// Its name for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
            Self::BibTeX => "BibTeX",
            Self::Ris => "RIS",
        }
    }

    /// How its files end, without a dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::BibTeX => "bib",
            Self::Ris => "ris",
        }
    }

    /// The form whose files end so.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|form| form.extension() == extension)
    }

    /// Whether a subject can be written in this form.
    #[must_use]
    pub fn fits(self, subject: Subject) -> bool {
        subject == Subject::Results || !matches!(self, Self::BibTeX | Self::Ris)
    }
}

/// The name of a file of a collection: `two-summits-results.csv`. `what` may be empty.
#[must_use]
pub fn file_name(title: &str, what: &str, extension: &str) -> String {
    let mut name = String::new();
    for word in [title, what]
        .join(" ")
        .split(|c: char| !c.is_alphanumeric())
    {
        if !word.is_empty() && name.len() + word.len() < LONGEST_NAME {
            if !name.is_empty() {
                name.push('-');
            }
            name.push_str(word);
        }
    }
    if name.is_empty() {
        name.push_str("documents");
    }
    name.make_ascii_lowercase();
    [&name, ".", extension].concat()
}

/// How long the name of a file may be, in bytes, without its extension.
const LONGEST_NAME: usize = 80;

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    List(Vec<String>),
    Number(u32),
    Flag(bool),
    Nothing,
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }
}

/// Rows of values under the names of their columns.
#[derive(Clone, Debug, Default, PartialEq)]
struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<Value>>,
}

/// The whole selection of a place, in a form; `page` is the address of the page without its
/// fragment, or empty where documents have no address to be cited by.
#[must_use]
pub fn export(
    explorer: &Explorer,
    place: &Place,
    subject: Subject,
    form: Form,
    page: &str,
) -> String {
    let request = SearchRequest {
        limit: usize::MAX,
        ..place.selection.request()
    };
    let answer = explorer.search(&request);
    let found: Vec<(u32, AnalysedDocument)> = answer
        .documents
        .iter()
        .filter_map(|hit| Some((hit.match_count, explorer.document(hit.doc)?)))
        .collect();
    let address = |entry: &AnalysedDocument, paragraph: Option<u32>| {
        if page.is_empty() {
            return String::new();
        }
        let there = Place::default().with_doc(&entry.document.name, paragraph);
        [page, &there.fragment()].concat()
    };
    let citations = || {
        let cited = found.iter();
        cited.map(|(_, entry)| Citation::new(&entry.document, &address(entry, None)))
    };
    let table = || match subject {
        Subject::Results => rows::results(&found, &address),
        Subject::Mentions => rows::mentions(&found, &explorer.overview().entities, &address),
    };
    match form {
        Form::Csv => csv::write(&table()),
        Form::Json => json::write(&table()),
        Form::JsonLines => json::write_lines(&table()),
        Form::BibTeX => {
            let mut keys = BTreeSet::new();
            let entries = citations().map(|citation| citation.bibtex_entry(&mut keys));
            entries.map(|entry| entry + "\n\n").collect()
        }
        Form::Ris => citations().map(|citation| ris::write(&citation)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_engine::archive;
    use dossier_engine::pipeline;
    use dossier_engine::source::Source;

    const DEFINITION: &str = "[[person]]\nname = \"Ada Lund\"\n[[place]]\nname = \"Oslo\"\n";

    const A: &str = "---\ntitle: \"=1+1, a \\\"title\\\"\"\npublisher: Gazette\n\
        authors: [Ada Lund, Ben Roe]\npublished: 2023-09-11\n---\n\nOne.\n\nAda Lund in Oslo.\n";

    const B: &str = "---\ntitle: Other\n---\n\nOslo alone.\n";

    fn exported(query: &str, subject: Subject, form: Form) -> String {
        let source = |path, text: &'static str| Source {
            path,
            bytes: text.as_bytes(),
        };
        let sources = [source("a.md", A), source("b.md", B)];
        let definition = source("collection.toml", DEFINITION);
        let collection = pipeline::build(&sources, Some(definition), None).collection;
        let explorer = Explorer::open(archive::write(&collection)).unwrap();
        let mut place = Place::default();
        place.selection.query = query.into();
        export(&explorer, &place, subject, form, "https://example.org/")
    }

    #[test]
    fn results_are_a_row_each_and_no_cell_is_a_formula() {
        let csv = exported("lund", Subject::Results, Form::Csv);
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split("\r\n").collect();
        assert_eq!(
            lines[0],
            "document,title,publisher,authors,published,published_inferred,language,matches,address"
        );
        assert_eq!(
            lines[1],
            "a,\"'=1+1, a \"\"title\"\"\",Gazette,Ada Lund; Ben Roe,2023-09-11,false,en,2,\
             https://example.org/#/documents?doc=a"
        );
        assert_eq!(lines.len(), 3, "one result and the end: {csv}");
    }

    #[test]
    fn mentions_have_paragraph_place_and_reason() {
        let lines = exported("lund", Subject::Mentions, Form::JsonLines);
        assert_eq!(
            lines,
            "{\"document\":\"a\",\"paragraph\":2,\"start\":0,\"end\":8,\"text\":\"Ada Lund\",\
             \"entity\":\"ada-lund\",\"name\":\"Ada Lund\",\"kind\":\"person\",\
             \"address\":\"https://example.org/#/documents?doc=a&p=2\"}\n\
             {\"document\":\"a\",\"paragraph\":2,\"start\":12,\"end\":16,\"text\":\"Oslo\",\
             \"entity\":\"oslo\",\"name\":\"Oslo\",\"kind\":\"place\",\
             \"address\":\"https://example.org/#/documents?doc=a&p=2\"}\n"
        );
    }

    #[test]
    fn json_is_one_array_with_lists_and_nothing_where_nothing_is_known() {
        let json = exported("", Subject::Results, Form::Json);
        assert!(
            json.starts_with("[\n{") && json.ends_with("}\n]\n"),
            "{json}"
        );
        assert!(json.contains("\"authors\":[\"Ada Lund\",\"Ben Roe\"]"));
        assert!(json.contains("\"publisher\":null"));
    }

    #[test]
    fn references_are_an_entry_each() {
        let ris = exported("", Subject::Results, Form::Ris);
        assert_eq!(ris.matches("TY  - ").count(), 2);
        let bibtex = exported("", Subject::Results, Form::BibTeX);
        assert_eq!(bibtex.matches("@misc{").count(), 2);
    }

    #[test]
    fn files_are_named_after_their_collection() {
        let title = "Kim and Putin: two <summits>/..";
        let name = file_name(title, "results", "csv");
        assert_eq!(name, "kim-and-putin-two-summits-results.csv");
        assert_eq!(file_name("\u{202e}..", "", "dossier"), "documents.dossier");
        assert!(file_name(&"word ".repeat(100), "", "html").len() < 90);
    }

    #[test]
    fn each_form_is_found_by_its_extension() {
        for form in Form::ALL {
            assert_eq!(Form::from_extension(form.extension()), Some(form));
        }
        assert!(!Form::Ris.fits(Subject::Mentions));
    }
}
