//! Articles as Factiva gives them out: codes of two or three capitals, each above or before its
//! value.

use super::{Field, Fields, Piece};

/// The codes, with what their values are.
const CODES: [(&str, Field); 31] = [
    ("SE", Field::Page),
    ("HD", Field::Title),
    ("BY", Field::People),
    ("CR", Field::Page),
    ("WC", Field::Page),
    ("PD", Field::Date),
    ("ET", Field::Page),
    ("SN", Field::Publisher),
    ("SC", Field::Page),
    ("ED", Field::Page),
    ("PG", Field::Page),
    ("VOL", Field::Page),
    ("LA", Field::Page),
    ("CY", Field::Page),
    ("CX", Field::Page),
    ("LP", Field::Body),
    ("TD", Field::Body),
    ("CT", Field::Page),
    ("RF", Field::Page),
    ("ART", Field::Page),
    ("CO", Field::Page),
    ("IN", Field::Page),
    ("NS", Field::Page),
    ("RE", Field::Page),
    ("IPD", Field::Page),
    ("IPC", Field::Page),
    ("PUB", Field::Page),
    ("AN", Field::Page),
    ("DL", Field::Page),
    ("CLM", Field::Page),
    ("RST", Field::Page),
];

/// How many different codes a text has at least.
const FEWEST: usize = 6;

/// The fields of an article.
pub fn read(pieces: &[Piece]) -> Option<Fields<'_>> {
    let found: Vec<Option<(&str, Field, &str)>> =
        pieces.iter().map(|piece| code(&piece.text)).collect();
    let mut known: Vec<&str> = found.iter().flatten().map(|(code, ..)| *code).collect();
    known.sort_unstable();
    known.dedup();
    let has = |code: &str| known.contains(&code);
    if known.len() < FEWEST || !has("HD") || !(has("LP") || has("TD")) {
        return None;
    }
    let mut current = Field::Page;
    let fields = pieces.iter().zip(found).map(|(piece, found)| match found {
        Some((_, field, value)) => {
            current = field;
            let empty = value.is_empty();
            (if empty { Field::Page } else { field }, value)
        }
        None => (current, piece.text.as_str()),
    });
    Some(fields.collect())
}

/// The code with which a line begins, and what stands behind it.
fn code(text: &str) -> Option<(&str, Field, &str)> {
    let (start, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (code, field) = CODES.iter().find(|(code, _)| *code == start)?;
    Some((code, *field, value.trim()))
}
