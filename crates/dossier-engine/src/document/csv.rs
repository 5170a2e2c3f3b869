//! CSV as RFC 4180 has it: a document in each row, the names of the columns in the first.

use super::records::Record;
use crate::diagnostic::Report;

/// Marks that part columns, the commonest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// The rows of a file below its first.
pub fn read(text: &str, report: &mut Report<'_>) -> Vec<Record> {
    let mut rows = Rows {
        text,
        delimiter: delimiter(text),
        line: 1,
        open: None,
    };
    let Some((_, head)) = rows.next() else {
        return Vec::new();
    };
    let mut records = Vec::new();
    for (lines, fields) in rows.by_ref() {
        if fields.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        records.push(Record {
            lines,
            values: head.iter().cloned().zip(fields).collect(),
        });
    }
    if let Some(line) = rows.open {
        report.error(
            Some(line),
            "a quoted field is not closed; it is taken to reach to the end of the file",
            "put a quotation mark at its end",
        );
    }
    records
}

/// The mark that stands oftenest in the first line, outside quotation marks.
fn delimiter(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let count = |mark: char| {
        let outside = line.split('"').step_by(2);
        outside
            .map(|part| part.matches(mark).count())
            .sum::<usize>()
    };
    let most = DELIMITERS
        .iter()
        .map(|&mark| count(mark))
        .max()
        .unwrap_or(0);
    DELIMITERS
        .into_iter()
        .find(|&mark| count(mark) == most)
        .unwrap_or(',')
}

/// The rows as their lines and fields.
struct Rows<'t> {
    text: &'t str,
    delimiter: char,
    line: u32,
    /// Where a quoted field began that is not closed.
    open: Option<u32>,
}

impl Iterator for Rows<'_> {
    type Item = ((u32, u32), Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.text.is_empty() {
            return None;
        }
        let first = self.line;
        let mut fields = Vec::new();
        let mut field = String::new();
        let mut quoted = None;
        let mut characters = self.text.char_indices().peekable();
        let mut end = self.text.len();
        while let Some((at, character)) = characters.next() {
            match (character, quoted) {
                ('"', Some(_)) => {
                    if characters.next_if(|(_, next)| *next == '"').is_some() {
                        field.push('"');
                    } else {
                        quoted = None;
                    }
                }
                ('"', None) if field.trim().is_empty() => {
                    field.clear();
                    quoted = Some(self.line);
                }
                ('\n', None) => {
                    end = at + 1;
                    break;
                }
                (mark, None) if mark == self.delimiter => fields.push(std::mem::take(&mut field)),
                (other, _) => {
                    self.line += u32::from(other == '\n');
                    field.push(other);
                }
            }
        }
        fields.push(field);
        self.open = quoted.or(self.open);
        let last = self.line;
        self.line += 1;
        self.text = &self.text[end..];
        Some(((first, last), fields))
    }
}
