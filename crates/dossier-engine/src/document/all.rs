//! From the files of a collection to its documents, and what only all of them together show.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::parse::read_with;
use super::{Columns, Document, Reading};
use crate::diagnostic::{self, Diagnostic, Report, nearest};
use crate::order;
use crate::source::Source;
use crate::work::{self, OneByOne, Workers};

/// Understands all files of a collection; `columns` says where the documents of tables are. The documents are in the order of their names; of
/// several with one name, the first by path is kept. An edition of a document that is not there is
/// an edition of none. The diagnostics are in the order of paths and lines.
#[must_use]
pub fn parse_all(
    sources: &[Source<'_>],
    columns: &Columns,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let readings = read_all(sources, columns, diagnostics).into_iter();
    readings.map(|reading| reading.document).collect()
}

/// [`parse_all`], with the lines of the files, what was kept aside, and what shows the rest.
#[must_use]
pub fn read_all(
    sources: &[Source<'_>],
    columns: &Columns,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Reading> {
    let mut sources = sources.to_vec();
    order::sort_by_key(&mut sources, |source| source.path);
    let mut gathering = Gathering::default();
    let paths: Vec<&str> = sources.iter().map(|source| source.path).collect();
    let bytes = |number: usize| Some(Cow::Borrowed(sources.get(number)?.bytes));
    gathering.add(&paths, bytes, columns, &OneByOne);
    gathering.finish(diagnostics)
}

/// The documents of a collection while its files are read, one after the other in the order of
/// their paths.
#[derive(Debug, Default)]
pub struct Gathering {
    /// By the names of documents.
    documents: BTreeMap<String, Gathered>,
    found: Vec<Diagnostic>,
}

/// A document, and the file that it was read from; `None` where it was there before.
#[derive(Debug)]
struct Gathered {
    path: Option<String>,
    reading: Reading,
}

impl Gathering {
    /// Takes a document that was understood before; it goes before those of files.
    pub fn keep(&mut self, document: Document) {
        let reading = Reading {
            document,
            ..Reading::default()
        };
        let name = reading.document.name.clone();
        let gathered = Gathered {
            path: None,
            reading,
        };
        self.documents.entry(name).or_insert(gathered);
    }

    /// Understands files. `bytes` gives what the file with a number holds, or `None` where it is to
    /// be passed over; it is asked for when the file's turn comes, so that few are held at a time.
    pub fn add<'b>(
        &mut self,
        paths: &[&str],
        bytes: impl Fn(usize) -> Option<Cow<'b, [u8]>> + Sync,
        columns: &Columns,
        workers: &dyn Workers,
    ) {
        let files: Vec<(usize, &str)> = paths.iter().copied().enumerate().collect();
        work::fold(
            workers,
            &files,
            |&(number, path)| {
                let mut found = Vec::new();
                let readings = bytes(number).map(|bytes| {
                    let bytes = &*bytes;
                    read_with(Source { path, bytes }, columns, &mut found)
                });
                (readings.unwrap_or_default(), found)
            },
            |&(_, path), (readings, found)| {
                self.found.extend(found);
                for reading in readings {
                    self.take(path, reading);
                }
            },
        );
    }

    /// Takes what a file holds, unless its name is taken.
    fn take(&mut self, path: &str, reading: Reading) {
        let name = &reading.document.name;
        if let Some(first) = self.documents.get(name) {
            let holder = first.path.as_deref();
            let holder = holder.unwrap_or("a document that is there already");
            Report::new(path, &mut self.found).error(
                reading.record,
                format!("the name `{name}` is taken by {holder}; this document is left out"),
                "give one of the two another name",
            );
            return;
        }
        let name = name.clone();
        let path = Some(path.to_owned());
        self.documents.insert(name, Gathered { path, reading });
    }

    /// The documents in the order of their names. What was wrong with the files goes to the
    /// diagnostics, in the order of paths and lines.
    #[must_use]
    pub fn finish(mut self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Reading> {
        let names: Vec<String> = self.documents.keys().cloned().collect();
        for Gathered { path, reading } in self.documents.values_mut() {
            let path = path.as_deref().unwrap_or(&reading.document.name).to_owned();
            check_edition(reading, &names, &mut Report::new(&path, &mut self.found));
        }
        diagnostic::sort(&mut self.found);
        diagnostics.append(&mut self.found);
        let documents = self.documents.into_values();
        documents.map(|gathered| gathered.reading).collect()
    }
}

/// Removes what a document says of being an edition where that cannot be; `names` is sorted.
fn check_edition(parsed: &mut Reading, names: &[String], report: &mut Report<'_>) {
    let document = &mut parsed.document;
    let Some(other) = &document.edition_of else {
        return;
    };
    if *other == document.name {
        report.error(
            parsed.edition_line,
            "`edition_of` names the document itself and is left out",
            "name the document of which this is another edition",
        );
    } else if names.binary_search(other).is_err() {
        let hint = nearest(other, names.iter().map(String::as_str)).map_or_else(
            || "name a document by its file's name without the extension".into(),
            |meant| format!("is `{meant}` meant?"),
        );
        report.error(
            parsed.edition_line,
            format!("`edition_of` names `{other}`, which is not there, and is left out"),
            hint,
        );
    } else {
        return;
    }
    document.edition_of = None;
}
