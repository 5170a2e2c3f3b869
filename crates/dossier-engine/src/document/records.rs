//! Documents that are rows of a table or lines of JSON: which column holds what.

use super::blocks::{BlockWriter, Extract};
use super::clean;
use super::decode::one_line;
use super::{Document, Published, Reading, language, plain};
use crate::date::PartialDate;
use crate::diagnostic::{Report, nearest};

/// How many records of a file are read.
pub const MOST_RECORDS: usize = 100_000;

/// How many words of a text stand for the title that a record does not have.
const TITLE_WORDS: usize = 10;

/// What a document can take from a record, with the names of columns that are understood without a
/// map, in lower case.
const FIELDS: [(&str, &[&str]); 8] = [
    ("id", &["id", "slug", "key", "guid", "uuid"]),
    (
        "title",
        &["title", "headline", "subject", "titel", "titre", "título"],
    ),
    (
        "text",
        &[
            "text",
            "body",
            "content",
            "article",
            "articlebody",
            "maintext",
            "description",
            "summary",
        ],
    ),
    (
        "date",
        &[
            "date",
            "published",
            "published_at",
            "publish_date",
            "date_published",
            "datepublished",
            "pubdate",
            "created_at",
            "timestamp",
        ],
    ),
    ("authors", &["authors", "author", "byline", "creator", "by"]),
    (
        "publisher",
        &[
            "publisher",
            "source",
            "publication",
            "site",
            "outlet",
            "newspaper",
            "source_domain",
        ],
    ),
    ("language", &["language", "lang"]),
    ("kind", &["kind", "type", "category", "section"]),
];

/// Which column of a table, or key of an object, holds which part of a document: the `[columns]`
/// of a `collection.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    chosen: Vec<(&'static str, String)>,
}

impl Columns {
    /// The parts that can be chosen.
    pub fn fields() -> impl Iterator<Item = &'static str> {
        FIELDS.iter().map(|(field, _)| *field)
    }

    /// Chooses a column for a part; a part that is not known is passed over.
    pub fn choose(&mut self, field: &str, column: &str) {
        if let Some((field, _)) = FIELDS.iter().find(|(known, _)| *known == field) {
            self.chosen.push((field, column.to_owned()));
        }
    }

    /// The choices as they were made: parts with their columns.
    #[must_use]
    pub fn chosen(&self) -> &[(&'static str, String)] {
        &self.chosen
    }

    fn column(&self, field: &str) -> Option<&str> {
        let chosen = self.chosen.iter().find(|(known, _)| *known == field);
        chosen.map(|(_, column)| column.as_str())
    }
}

/// A row of a table, or an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The line of the file on which it begins, and the one on which it ends.
    pub lines: (u32, u32),
    /// Names of columns and what they hold.
    pub values: Vec<(String, String)>,
}

impl Record {
    /// What the record holds for a part of a document: in the chosen column, or else in the first
    /// one of the names that are understood.
    fn value(&self, field: &str, columns: &Columns) -> Option<&str> {
        let of = |name: &str| {
            let known = self
                .values
                .iter()
                .find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
            known
                .map(|(_, value)| value.as_str())
                .filter(|value| !value.trim().is_empty())
        };
        if let Some(column) = columns.column(field) {
            return of(column);
        }
        let (_, names) = FIELDS.iter().find(|(known, _)| *known == field)?;
        names.iter().find_map(|name| of(name))
    }
}

/// Makes documents of the records of a file called `file`. Records without text are left out and
/// counted.
pub fn readings(
    file: &str,
    records: Vec<Record>,
    columns: &Columns,
    report: &mut Report<'_>,
) -> Vec<Reading> {
    check(&records, columns, report);
    let most = records.len();
    let mut readings = Vec::new();
    let mut empty = Vec::new();
    for (number, record) in (1..).zip(records.into_iter().take(MOST_RECORDS)) {
        match reading(file, number, &record, columns) {
            Some(reading) => readings.push(reading),
            None => empty.push(record.lines.0),
        }
    }
    if let Some(first) = empty.first() {
        report.error(
            Some(*first),
            format!(
                "{} records have no text and are left out; the first one begins here",
                empty.len()
            ),
            "name the column of the text in the collection.toml: `[columns]` and `text = \"…\"`",
        );
    }
    if most > MOST_RECORDS {
        report.error(
            None,
            format!(
                "the file has {most} records; those behind the first {MOST_RECORDS} are left out"
            ),
            "split it into several files",
        );
    }
    readings
}

/// Names the chosen columns that no record has.
fn check(records: &[Record], columns: &Columns, report: &mut Report<'_>) {
    let Some(first) = records.first() else { return };
    for (field, column) in &columns.chosen {
        let has = |record: &Record| {
            record
                .values
                .iter()
                .any(|(key, _)| key.trim().eq_ignore_ascii_case(column))
        };
        if !records.iter().take(1000).any(has) {
            let names: Vec<&str> = first.values.iter().map(|(key, _)| key.trim()).collect();
            let hint = nearest(column, names.iter().copied()).map_or_else(
                || format!("its columns are {}", names.join(", ")),
                |meant| format!("is `{meant}` meant?"),
            );
            report.warning(
                None,
                format!("no record has the column `{column}`, which should hold the {field}"),
                hint,
            );
        }
    }
}

fn reading(file: &str, number: usize, record: &Record, columns: &Columns) -> Option<Reading> {
    let text = record.value("text", columns)?;
    let mut writer = BlockWriter::default();
    plain::read(text, 1, &mut writer);
    let mut pieces = clean::mended(writer.finish().pieces);
    for piece in &mut pieces {
        piece.lines = (record.lines.0..=record.lines.1).collect();
    }
    let Extract {
        text,
        blocks,
        lines,
    } = Extract::new(pieces);
    if blocks.is_empty() {
        return None;
    }
    let value = |field| record.value(field, columns).and_then(one_line);
    let id = value("id").map(|id| name(&id)).filter(|id| !id.is_empty());
    let words = || {
        text.split_whitespace()
            .take(TITLE_WORDS)
            .collect::<Vec<&str>>()
            .join(" ")
    };
    let authors = value("authors").unwrap_or_default();
    let authors = authors.split([';', '|']).filter_map(one_line).collect();
    let language = value("language").filter(|tag| tag.len() <= 12 && tag.is_ascii());
    let document = Document {
        name: id.unwrap_or_else(|| format!("{file}-{number}")),
        title: value("title").unwrap_or_else(words),
        language: language
            .or_else(|| language::detect(&text).map(str::to_owned))
            .unwrap_or_else(|| "en".into()),
        kind: value("kind"),
        publisher: value("publisher"),
        authors,
        published: value("date").and_then(|date| published(&date)),
        text,
        blocks,
        ..Document::default()
    };
    Some(Reading {
        document,
        lines,
        record: Some(record.lines.0),
        ..Reading::default()
    })
}

/// A date in the form of ISO 8601, or as papers write it.
pub fn published(text: &str) -> Option<Published> {
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    let date: Option<PartialDate> = day.parse().ok();
    let date = date.or_else(|| clean::first_date(text))?;
    Some(Published {
        date,
        inferred: false,
        note: None,
    })
}

/// An identifier as a name: what cannot stand in an address becomes a hyphen.
fn name(id: &str) -> String {
    let kept = |c: char| {
        if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') {
            c
        } else {
            '-'
        }
    };
    let name: String = id.chars().take(120).map(kept).collect();
    name.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::Columns;
    use crate::diagnostic::Diagnostic;
    use crate::document::{Document, read_with};
    use crate::source::Source;

    fn read(path: &str, text: &str, columns: &[(&str, &str)]) -> (Vec<Document>, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut chosen = Columns::default();
        for (field, column) in columns {
            chosen.choose(field, column);
        }
        let source = Source {
            path,
            bytes: text.as_bytes(),
        };
        let readings = read_with(source, &chosen, &mut diagnostics);
        (
            readings
                .into_iter()
                .map(|reading| reading.document)
                .collect(),
            diagnostics,
        )
    }

    #[test]
    fn rows_are_documents_and_quoted_fields_may_hold_anything() {
        let csv = "id,headline,body,date,author\n1,\"Seals, again\",\"They came back.\n\nMany \"\"pups\"\".\",2024-06-17,Ann Ash; Bo Birch\n,,Only text here.,17 June 2024,\n";
        let (documents, problems) = read("x/seals.csv", csv, &[]);
        assert_eq!(problems, []);
        assert_eq!(documents[0].name, "1");
        assert_eq!(documents[0].title, "Seals, again");
        assert_eq!(documents[0].text, "They came back.\n\nMany \"pups\".");
        assert_eq!(documents[0].authors, ["Ann Ash", "Bo Birch"]);
        assert_eq!(documents[1].name, "seals-2");
        assert_eq!(documents[1].title, "Only text here.");
        assert_eq!(documents[1].published, documents[0].published);
    }

    #[test]
    fn columns_are_chosen_and_missing_ones_named() {
        let tsv = "Kopf\tInhalt\nRobben\tSie sind zurück.\n";
        let (documents, problems) = read(
            "a.tsv",
            tsv,
            &[("title", "Kopf"), ("text", "Inhalt"), ("date", "Inhallt")],
        );
        assert_eq!(documents[0].title, "Robben");
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0].to_string().contains("`Inhalt` meant?"),
            "{problems:?}"
        );
    }

    #[test]
    fn a_broken_line_of_json_costs_only_itself() {
        let lines = "{\"title\":\"A\",\"text\":[\"One.\",\"Two.\"],\"source\":{\"name\":\"The Paper\"}}\n{broken\n\n{\"title\":\"B\"}\n{\"text\":\"Three.\",\"id\":\"a/b\"}\n";
        let (documents, problems) = read("a.jsonl", lines, &[]);
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].text, "One.\n\nTwo.");
        assert_eq!(documents[0].publisher.as_deref(), Some("The Paper"));
        assert_eq!(documents[1].name, "a-b");
        let lines: Vec<Option<u32>> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(2), Some(4)]);
    }
}
