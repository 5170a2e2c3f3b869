//! Texts whose fields the program that they come from has labelled: mails, and what databases of
//! the press give out.
//!
//! Each reader says of every line which field it belongs to. What the fields state goes before
//! whatever is found by looking at the page.

mod factiva;
mod mail;
mod nexis;

use super::super::blocks::{Extracted, Piece};
use super::{facts, names, when};
use crate::document::{Aside, AsideKind, BlockKind, FactKind};

/// What a line of a labelled text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    /// The headline or the subject.
    Title,
    /// Who wrote.
    People,
    /// When it was published or sent.
    Date,
    /// Who published.
    Publisher,
    /// The text.
    Body,
    /// What only the program needs.
    Page,
}

/// The lines of a text: the field of each, and its value without the label.
type Fields<'p> = Vec<(Field, &'p str)>;

/// Reads the fields of a text, where it is of the reader's kind.
type Reader = for<'p> fn(&'p [Piece]) -> Option<Fields<'p>>;

/// The kinds of labelled texts.
const READERS: [Reader; 3] = [mail::read, factiva::read, nexis::read];

/// Takes the labelled fields out of a text, where it is of a known kind: they become facts, the
/// headline stands above the text, and labels are put aside.
pub fn take(extracted: &mut Extracted) {
    let fields = READERS.iter().find_map(|read| read(&extracted.pieces));
    let Some(fields) = fields else { return };
    let mut title = None;
    let mut body = Vec::new();
    let (mut aside, mut stated) = (Vec::new(), Vec::new());
    for (piece, (field, value)) in extracted.pieces.iter().zip(fields) {
        let mut state = |kind: FactKind, value: &str| {
            if !value.is_empty() {
                stated.push(facts::stated(piece, kind, value));
            }
        };
        match field {
            Field::Title => {
                state(FactKind::Title, value);
                title.get_or_insert_with(|| Piece {
                    kind: Some(BlockKind::Heading(1)),
                    text: value.to_owned(),
                    ..piece.clone()
                });
            }
            Field::People => people(value)
                .iter()
                .for_each(|name| state(FactKind::Author, name)),
            Field::Date => {
                let date = when::dates(value).first().map(|dated| dated.date);
                if let Some(date) = date {
                    state(FactKind::Published, &date.to_string());
                }
            }
            Field::Publisher => state(FactKind::Publisher, value),
            Field::Body => body.push(Piece {
                text: value.to_owned(),
                ..piece.clone()
            }),
            Field::Page => aside.push(Aside {
                kind: AsideKind::Navigation,
                lines: piece.lines.clone(),
                text: piece.text.clone(),
            }),
        }
    }
    extracted.pieces = title.into_iter().chain(body).collect();
    extracted.aside.extend(aside);
    extracted.stated.extend(stated);
}

/// The people in a field: `By Ann Ash and Bo Birch`, `"Ash, Ann" <ann@harbour.example>`.
fn people(value: &str) -> Vec<String> {
    let name = value.split('<').next().unwrap_or(value);
    let name = name.trim_matches(['"', '\'', ' ']);
    if let Some((family, given)) = name.split_once(", ")
        && !name.contains(" and ")
        && value.contains('@')
    {
        return vec![[given, family].join(" ")];
    }
    let found = names::byline(name).or_else(|| names::people(name));
    found.map(|found| found.names).unwrap_or_default()
}

/// The value behind one of some labels, in any case: `Subject: The visit`.
fn behind<'p>(text: &'p str, labels: &[&str]) -> Option<&'p str> {
    let (label, value) = text.split_once(':')?;
    let known = labels.iter().any(|known| label.eq_ignore_ascii_case(known));
    known.then(|| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::blocks::BlockWriter;
    use crate::document::plain;

    fn taken(text: &str) -> Extracted {
        let mut writer = BlockWriter::default();
        plain::read(text, 1, &mut writer);
        let mut extracted = writer.finish();
        take(&mut extracted);
        extracted
    }

    fn stated(extracted: &Extracted, kind: FactKind) -> Vec<&str> {
        let facts = extracted.stated.iter().filter(|fact| fact.kind == kind);
        facts.map(|fact| fact.value.as_str()).collect()
    }

    fn texts(extracted: &Extracted) -> Vec<&str> {
        let pieces = extracted.pieces.iter();
        pieces.map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn the_head_of_a_mail_says_who_wrote_what_when() {
        let mail = taken(
            "From: \"Ash, Ann\" <ann@harbour.example>\nSent: Tuesday, 26 March 2024 18:04\nTo: Bo Birch\nSubject: RE: The visit\n\nDear Bo,\n\nThe ship has left.\n\n-- \nAnn Ash\nHarbour office\n",
        );
        assert_eq!(stated(&mail, FactKind::Title), ["The visit"]);
        assert_eq!(stated(&mail, FactKind::Author), ["Ann Ash"]);
        assert_eq!(stated(&mail, FactKind::Published), ["2024-03-26"]);
        assert_eq!(
            texts(&mail),
            ["The visit", "Dear Bo,", "The ship has left."]
        );
        assert_eq!(mail.aside.len(), 4);
    }

    #[test]
    fn a_text_that_names_a_subject_is_no_mail() {
        let note = "Subject: ships\nThe ship has left the harbour.\nFrom: the east.\n";
        assert!(taken(note).stated.is_empty());
    }

    #[test]
    fn the_codes_of_factiva_are_fields() {
        let export = taken(
            "HD\nShips wait for rain\nBY\nBy Ann Ash\nWC\n80 words\nPD\n8 February 2024\nSN\nHarbour Wire\nLP\nThe ships wait.\nTD\nRain is late, the port says.\nCO\nport : Port Ltd\nAN\nDocument HW00001\n",
        );
        assert_eq!(stated(&export, FactKind::Title), ["Ships wait for rain"]);
        assert_eq!(stated(&export, FactKind::Publisher), ["Harbour Wire"]);
        assert_eq!(stated(&export, FactKind::Author), ["Ann Ash"]);
        assert_eq!(
            texts(&export)[1..],
            ["The ships wait.", "Rain is late, the port says."]
        );
    }

    #[test]
    fn the_labels_of_nexis_are_fields() {
        let export = taken(
            "Ships wait for rain\nThe Harbour Times (London)\nNovember 14, 2023 Tuesday\nCopyright 2023 Harbour Papers\nSection: NEWS; Pg. 28\nLength: 80 words\nByline: Ann Ash\nBody\nThe ships wait.\nLoad-Date: November 14, 2023\nEnd of Document\n",
        );
        assert_eq!(stated(&export, FactKind::Title), ["Ships wait for rain"]);
        assert_eq!(stated(&export, FactKind::Publisher), ["The Harbour Times"]);
        assert_eq!(stated(&export, FactKind::Published), ["2023-11-14"]);
        assert_eq!(stated(&export, FactKind::Author), ["Ann Ash"]);
        assert_eq!(texts(&export), ["Ships wait for rain", "The ships wait."]);
    }
}
