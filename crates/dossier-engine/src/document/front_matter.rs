//! Front matter: the YAML between two lines of `---` at the top of a document.

use super::Published;
use super::decode::one_line;
use super::yaml::{self, Entry, Value};
use crate::date::PartialDate;
use crate::diagnostic::{Report, nearest};

/// The keys that are known.
const KEYS: [&str; 12] = [
    "title",
    "kind",
    "publisher",
    "source_title",
    "authors",
    "contributors",
    "editors",
    "dateline",
    "published",
    "published_note",
    "edition_of",
    "language",
];

/// Longest front matter that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// How a note begins that says that a date was concluded and not stated.
const INFERRED: &str = "inferred";

/// What the front matter of a document says.
#[derive(Debug, Default)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub kind: Option<String>,
    pub publisher: Option<String>,
    pub source_title: Option<String>,
    pub authors: Vec<String>,
    pub contributors: Vec<String>,
    pub editors: Vec<String>,
    pub dateline: Vec<String>,
    pub published: Option<Published>,
    /// Name of the other edition, with the line that says so.
    pub edition_of: Option<(String, u32)>,
    pub language: Option<String>,
}

/// Parts front matter from body. A text without front matter is all body.
pub fn split<'t>(text: &'t str, report: &mut Report<'_>) -> (FrontMatter, &'t str) {
    let Some((yaml, body)) = cut(text, report) else {
        return (FrontMatter::default(), text);
    };
    if yaml.len() > LONGEST {
        report.error(
            Some(1),
            "the front matter is longer than 64 KiB and is left out",
            "the text of the document belongs below the second line of `---`",
        );
        return (FrontMatter::default(), body);
    }
    (read(yaml, report), body)
}

/// Finds where front matter ends. `None` where the text has none.
fn cut<'t>(text: &'t str, report: &mut Report<'_>) -> Option<(&'t str, &'t str)> {
    let (first, rest) = text.split_once('\n')?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut offset = 0;
    let mut blank = None;
    for line in rest.split_inclusive('\n') {
        let next = offset + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&rest[..offset], &rest[next..]));
        }
        if line.trim().is_empty() {
            blank.get_or_insert(offset);
        }
        offset = next;
    }
    // A line of `---` alone may be a rule in Markdown; with a key behind it, it is not.
    let key = rest.lines().next()?.split_once(':')?.0;
    nearest(key, KEYS)?;
    report.error(
        Some(1),
        "the front matter is not closed; it is taken to end at the first blank line",
        "put `---` on a line of its own after the last key",
    );
    Some(rest.split_at(blank.unwrap_or(rest.len())))
}

fn read(yaml: &str, report: &mut Report<'_>) -> FrontMatter {
    let (entries, broken) = yaml::read(yaml);
    for problem in broken {
        report.error(
            Some(file_line(problem.line)),
            format!("broken YAML: {}", problem.message),
            "put a value that has a colon, a quotation mark or # in it in \"double quotes\"; \
             what stands here is left out",
        );
    }
    let mut fields = Fields {
        front_matter: FrontMatter::default(),
        note: None,
        date_failed: false,
        report,
    };
    for (position, entry) in entries.iter().enumerate() {
        let earlier = entries[..position].iter().find(|e| e.key == entry.key);
        match earlier {
            Some(earlier) => fields.duplicate(entry, earlier),
            None => fields.take(entry),
        }
    }
    fields.finish()
}

/// Line in the file of a line in the front matter, which begins on the second.
fn file_line(line: u32) -> u32 {
    line.saturating_add(1)
}

/// The fields as they are filled, entry by entry.
struct Fields<'r, 'd> {
    front_matter: FrontMatter,
    /// How the date is known, and the line that says so.
    note: Option<(String, u32)>,
    /// Whether there is a date that could not be read.
    date_failed: bool,
    report: &'r mut Report<'d>,
}

impl Fields<'_, '_> {
    fn take(&mut self, entry: &Entry) {
        let line = file_line(entry.line);
        match entry.key.as_str() {
            "title" => self.front_matter.title = self.text(entry),
            "kind" => self.front_matter.kind = self.text(entry),
            "publisher" => self.front_matter.publisher = self.text(entry),
            "source_title" => self.front_matter.source_title = self.text(entry),
            "authors" => self.front_matter.authors = self.list(entry),
            "contributors" => self.front_matter.contributors = self.list(entry),
            "editors" => self.front_matter.editors = self.list(entry),
            "dateline" => self.front_matter.dateline = self.list(entry),
            "published" => self.front_matter.published = self.date(entry),
            "published_note" => self.note = self.text(entry).map(|note| (note, line)),
            "edition_of" => {
                self.front_matter.edition_of = self.text(entry).map(|name| (name, line));
            }
            "language" => self.front_matter.language = self.language(entry),
            unknown => {
                let known = KEYS.join(", ");
                let hint = nearest(unknown, KEYS).map_or_else(
                    || format!("the keys are {known}"),
                    |meant| format!("is `{meant}` meant?"),
                );
                let unknown = shown(unknown);
                let message = format!("the key `{unknown}` is not known and is left out");
                self.report.error(Some(line), message, hint);
            }
        }
    }

    fn duplicate(&mut self, entry: &Entry, earlier: &Entry) {
        let first = file_line(earlier.line);
        let key = shown(&entry.key);
        self.report.error(
            Some(file_line(entry.line)),
            format!("the key `{key}` stands here a second time and is left out"),
            format!("keep this one or the one on line {first}"),
        );
    }

    fn wrong_type(&mut self, entry: &Entry, wanted: &str, hint: &str) {
        let key = shown(&entry.key);
        let given = match entry.value {
            Value::Empty => "nothing",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Other => "something else",
        };
        self.report.error(
            Some(file_line(entry.line)),
            format!("`{key}` takes {wanted}, has {given}, and is left out"),
            hint,
        );
    }

    fn text(&mut self, entry: &Entry) -> Option<String> {
        match &entry.value {
            Value::Empty => None,
            Value::Text(text) => one_line(text),
            Value::List(_) | Value::Other => {
                let hint = format!("write `{}: \"text\"`", entry.key);
                self.wrong_type(entry, "text", &hint);
                None
            }
        }
    }

    fn list(&mut self, entry: &Entry) -> Vec<String> {
        match &entry.value {
            Value::Empty => Vec::new(),
            Value::Text(text) => one_line(text).into_iter().collect(),
            Value::List(items) if items.iter().all(Option::is_some) => {
                let texts = items.iter().flatten();
                texts.filter_map(|text| one_line(text)).collect()
            }
            Value::List(_) | Value::Other => {
                let hint = format!("write `{}: [First, Second]`", entry.key);
                self.wrong_type(entry, "a list of texts", &hint);
                Vec::new()
            }
        }
    }

    fn date(&mut self, entry: &Entry) -> Option<Published> {
        let text = self.text(entry);
        self.date_failed = text.is_none() && entry.value != Value::Empty;
        let text = text?;
        match day_of(&text).parse::<PartialDate>() {
            Ok(date) => Some(Published {
                date,
                inferred: false,
                note: None,
            }),
            Err(error) => {
                self.date_failed = true;
                self.report.error(
                    Some(file_line(entry.line)),
                    format!("`{}` is no date: {error}", shown(&text)),
                    "correct it; until then the document has no date",
                );
                None
            }
        }
    }

    fn language(&mut self, entry: &Entry) -> Option<String> {
        let tag = self.text(entry)?;
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let good = (2..=3).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if good {
            return Some(tag);
        }
        self.report.error(
            Some(file_line(entry.line)),
            format!("`{}` is no language; `en` is taken", shown(&tag)),
            "write a tag such as `en`, `de` or `pt-BR`",
        );
        None
    }

    fn finish(self) -> FrontMatter {
        let mut front_matter = self.front_matter;
        let Some((note, line)) = self.note else {
            return front_matter;
        };
        if let Some(published) = &mut front_matter.published {
            let start = note.get(..INFERRED.len()).unwrap_or_default();
            published.inferred = start.eq_ignore_ascii_case(INFERRED);
            published.note = Some(note);
        } else if !self.date_failed {
            self.report.error(
                Some(line),
                "`published_note` says how the date is known, but there is none; it is left out",
                "add `published` with the date",
            );
        }
        front_matter
    }
}

/// The date in a text that may go on with a time of day, as other programs write it:
/// `2023-09-11T10:00:00Z`, `2023-09-11 10:00`.
fn day_of(text: &str) -> &str {
    match text.split_once(['T', ' ']) {
        Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => day,
        _ => text,
    }
}

/// A text of the file as a message quotes it: on one line, and not too long.
fn shown(text: &str) -> String {
    let line = one_line(text).unwrap_or_default();
    let mut short: String = line.chars().take(60).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
