//! The part of YAML that front matter needs: keys with texts and lists of texts, and their lines.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

/// A key with its value.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Line of the key, counted from 1 in the text that was read.
    pub line: u32,
    /// The value.
    pub value: Value,
}

/// A value as far as front matter knows values.
#[derive(Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or `null` or `~`.
    Empty,
    /// A text; numbers and dates are texts too.
    Text(String),
    /// A list of texts. An item that is no text is `None`.
    List(Vec<Option<String>>),
    /// Keys with values, a reference, or a key that is no text.
    Other,
}

/// A problem with the syntax.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// Line, counted from 1 in the text that was read.
    pub line: u32,
    /// What is wrong, as the YAML parser says it.
    pub message: String,
}

/// The entries of a mapping. Where the text as a whole is broken, its entries are read one by one,
/// so that only those that are broken are lost.
pub fn read(text: &str) -> (Vec<Entry>, Vec<Broken>) {
    match Reader::new(text, 0).mapping() {
        Ok(entries) => (entries, Vec::new()),
        Err(_) => read_one_by_one(text),
    }
}

fn read_one_by_one(text: &str) -> (Vec<Entry>, Vec<Broken>) {
    let mut entries = Vec::new();
    let mut broken = Vec::new();
    for (lines_before, piece) in pieces(text) {
        match Reader::new(piece, lines_before).mapping() {
            Ok(found) => entries.extend(found),
            Err(problem) => broken.push(problem),
        }
    }
    (entries, broken)
}

/// Cuts the text before each line that begins with what may be a key. Gives the number of lines
/// before each piece.
fn pieces(text: &str) -> Vec<(u32, &str)> {
    let mut pieces = Vec::new();
    let (mut offset, mut start, mut lines, mut start_lines) = (0, 0, 0, 0);
    for line in text.split_inclusive('\n') {
        if offset > start && line.starts_with(|c: char| c.is_alphanumeric() || "\"'_".contains(c)) {
            pieces.push((start_lines, &text[start..offset]));
            (start, start_lines) = (offset, lines);
        }
        offset += line.len();
        lines += 1;
    }
    pieces.push((start_lines, &text[start..]));
    pieces
}

/// A broken text can take the parser many events to fail; no front matter has more than this.
const MOST_EVENTS: usize = 20_000;

struct Reader<'t> {
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    lines_before: u32,
    events: usize,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, lines_before: u32) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            lines_before,
            events: 0,
        }
    }

    /// The entries of the text's one mapping; an empty text has none.
    fn mapping(mut self) -> Result<Vec<Entry>, Broken> {
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (Event::MappingStart(..), _) => break,
                (Event::StreamEnd | Event::DocumentEnd, _) => return Ok(Vec::new()),
                (Event::Scalar(text, ..), _) if text.is_empty() => {}
                (_, span) => return Err(self.broken(&span, "this is not a key with a value")),
            }
        }
        let mut entries = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let line = self.line(&span);
            match event {
                Event::MappingEnd => break,
                Event::Scalar(key, ..) => {
                    let key = key.into_owned();
                    let value = self.value()?;
                    entries.push(Entry { key, line, value });
                }
                other => {
                    self.skip(&other)?;
                    self.value()?;
                    let key = String::new();
                    let value = Value::Other;
                    entries.push(Entry { key, line, value });
                }
            }
        }
        self.end()?;
        Ok(entries)
    }

    /// Reads on to the end, where nothing may come.
    fn end(&mut self) -> Result<(), Broken> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd | Event::Nothing, _) => {}
                (_, span) => return Err(self.broken(&span, "nothing may follow the keys")),
            }
        }
    }

    fn value(&mut self) -> Result<Value, Broken> {
        let (event, _) = self.next()?;
        Ok(match event {
            Event::Scalar(text, style, ..) => scalar(&text, style),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()?.0 {
                        Event::SequenceEnd => break,
                        Event::Scalar(text, style, ..) => match scalar(&text, style) {
                            Value::Text(text) => items.push(Some(text)),
                            _ => items.push(None),
                        },
                        other => {
                            self.skip(&other)?;
                            items.push(None);
                        }
                    }
                }
                Value::List(items)
            }
            other => {
                self.skip(&other)?;
                Value::Other
            }
        })
    }

    /// Reads on to the end of what an event began.
    fn skip(&mut self, begun: &Event<'_>) -> Result<(), Broken> {
        let mut depth = depth_change(begun);
        while depth > 0 {
            depth += depth_change(&self.next()?.0);
        }
        Ok(())
    }

    fn next(&mut self) -> Result<(Event<'t>, Span), Broken> {
        self.events += 1;
        let event = match self.parser.next_event() {
            Some(Ok(event)) => event,
            Some(Err(error)) => return Err(self.scan_error(&error)),
            None => (Event::StreamEnd, Span::default()),
        };
        if self.events > MOST_EVENTS {
            return Err(self.broken(&event.1, "there are too many values"));
        }
        Ok(event)
    }

    fn scan_error(&self, error: &ScanError) -> Broken {
        let line = u32::try_from(error.marker().line()).unwrap_or(u32::MAX);
        Broken {
            line: self.lines_before.saturating_add(line.max(1)),
            message: error.info().to_owned(),
        }
    }

    fn broken(&self, span: &Span, message: &str) -> Broken {
        Broken {
            line: self.line(span),
            message: message.to_owned(),
        }
    }

    fn line(&self, span: &Span) -> u32 {
        let line = u32::try_from(span.start.line()).unwrap_or(u32::MAX);
        self.lines_before.saturating_add(line.max(1))
    }
}

fn depth_change(event: &Event<'_>) -> i32 {
    match event {
        Event::MappingStart(..) | Event::SequenceStart(..) => 1,
        Event::MappingEnd | Event::SequenceEnd => -1,
        _ => 0,
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    match (style, text) {
        (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Value::Empty,
        _ => Value::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, read};
    use proptest::prelude::*;

    fn summary(text: &str) -> (Vec<(String, u32)>, Vec<u32>) {
        let (entries, broken) = read(text);
        (
            entries.into_iter().map(|e| (e.key, e.line)).collect(),
            broken.into_iter().map(|b| b.line).collect(),
        )
    }

    #[test]
    fn texts_and_lists_are_read_with_their_lines() {
        let (entries, broken) = read("a: b\n# no\nc: [d, 1, {e: f}]\ng:\n- h\ni:\n");
        assert_eq!(broken, []);
        let lines: Vec<u32> = entries.iter().map(|entry| entry.line).collect();
        assert_eq!(lines, [1, 3, 4, 6]);
        assert_eq!(entries[0].value, Value::Text("b".into()));
        let list = vec![Some("d".into()), Some("1".into()), None];
        assert_eq!(entries[1].value, Value::List(list));
        assert_eq!(entries[3].value, Value::Empty);
    }

    #[test]
    fn only_a_broken_entry_is_lost() {
        let (keys, broken) = summary("a: b\nc: d: e\nf:\n  - g\nh: \"i\nj: k\n");
        let expected = [("a".into(), 1), ("f".into(), 3), ("j".into(), 6)];
        assert_eq!(keys, expected);
        assert_eq!(broken, [2, 5]);
    }

    #[test]
    fn what_is_no_mapping_has_no_entries() {
        assert_eq!(summary("just words\n"), (vec![], vec![1]));
        assert_eq!(summary(""), (vec![], vec![]));
        assert_eq!(summary("# a remark\n"), (vec![], vec![]));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "([\\[\\]{}:,\"'&*!|>%@`#?~-]|[a-c \n\t]|\\PC){0,80}") {
            let lines = text.lines().count() as u32 + 1;
            let (entries, broken) = read(&text);
            prop_assert!(entries.iter().all(|entry| entry.line <= lines));
            prop_assert!(broken.iter().all(|problem| problem.line <= lines));
        }
    }
}
