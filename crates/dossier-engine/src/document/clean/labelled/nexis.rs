//! Articles as Nexis gives them out: headline, paper and day in a row, then labels.

use super::{Field, Fields, Piece, behind, when};

/// Labels before the text whose values only the database needs.
const HEAD: [&str; 6] = [
    "section",
    "length",
    "distribution",
    "dateline",
    "type",
    "series",
];

/// What stands below the text, with a colon or as a line of its own.
const BELOW: [&str; 10] = [
    "load-date",
    "graphic",
    "classification",
    "language",
    "publication-type",
    "end of document",
    "notes",
    "correction-date",
    "journal code",
    "subject",
];

/// The fields of an article.
pub fn read(pieces: &[Piece]) -> Option<Fields<'_>> {
    let text = |at: usize| pieces[at].text.as_str();
    let is_length = |at: &usize| {
        let value = behind(text(*at), &["length"]);
        value.is_some_and(|value| value.ends_with(" words"))
    };
    let length = (0..pieces.len()).find(is_length)?;
    let is_body = |at: &usize| text(*at).trim_end_matches(':').eq_ignore_ascii_case("body");
    let body = (length..pieces.len()).find(is_body)?;
    let is_below = |at: &usize| {
        let label = text(*at).split(':').next().unwrap_or_default();
        let label = label.trim();
        BELOW.iter().any(|known| label.eq_ignore_ascii_case(known))
    };
    let below = (body..pieces.len()).find(is_below).unwrap_or(pieces.len());

    let first_label = (0..length).find(|&at| label(text(at)).is_some());
    let head = first_label.unwrap_or(length);
    let date = (0..head).find(|&at| when::is_date_line(text(at)))?;
    let headline = (0..body).any(|at| behind(text(at), &["headline"]).is_some());
    // Above the day stands the paper, and the headline above it or behind the day.
    let title = match date {
        _ if headline => None,
        2.. => Some(date - 2),
        _ => (date + 1..head).max_by_key(|&at| text(at).len()),
    };
    let field = |at: usize| {
        let text = text(at);
        if let Some(labelled) = label(text).filter(|_| at < body) {
            return labelled;
        }
        let field = match at {
            _ if Some(at) == title => Field::Title,
            _ if at == date => Field::Date,
            _ if at + 1 == date => return (Field::Publisher, without_place(text)),
            _ if (body + 1..below).contains(&at) => Field::Body,
            _ => Field::Page,
        };
        (field, text)
    };
    Some((0..pieces.len()).map(field).collect())
}

/// A line of the head with a label.
fn label(text: &str) -> Option<(Field, &str)> {
    let value = |label: &str| behind(text, &[label]);
    None.or_else(|| Some((Field::Title, value("headline")?)))
        .or_else(|| Some((Field::People, value("byline")?)))
        .or_else(|| Some((Field::Body, value("highlight")?)))
        .or_else(|| Some((Field::Page, behind(text, &HEAD)?)))
}

/// A paper's name without its city: `The Harbour Times (London)`.
fn without_place(paper: &str) -> &str {
    paper.split_once(" (").map_or(paper, |(name, _)| name)
}
