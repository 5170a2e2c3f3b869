//! From the files of a collection to its documents, and what only all of them together show.

use std::collections::BTreeMap;

use super::parse::read_with;
use super::{Columns, Document, Reading};
use crate::diagnostic::{Diagnostic, Report, nearest};
use crate::source::Source;

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
    sources.sort_by_key(|source| source.path);
    let mut found = Vec::new();
    let mut parsed: BTreeMap<String, (&str, Reading)> = BTreeMap::new();
    for source in sources {
        for new in read_with(source, columns, &mut found) {
            if let Some((first, _)) = parsed.get(&new.document.name) {
                let name = &new.document.name;
                Report::new(source.path, &mut found).error(
                    new.record,
                    format!("the name `{name}` is taken by {first}; this document is left out"),
                    "give one of the two another name",
                );
                continue;
            }
            parsed.insert(new.document.name.clone(), (source.path, new));
        }
    }

    let names: Vec<String> = parsed.keys().cloned().collect();
    for (path, parsed) in parsed.values_mut() {
        check_edition(parsed, &names, &mut Report::new(path, &mut found));
    }
    found.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    diagnostics.append(&mut found);
    let documents = parsed.into_values();
    documents.map(|(_, parsed)| parsed).collect()
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
