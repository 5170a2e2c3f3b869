//! Cleans text copied from the web: keeps the article, puts the page around it aside, and finds
//! headline, byline, dateline, agency, publisher and dates.
//!
//! ```text
//! pieces -> labelled fields of mails and exports become facts
//!        -> printed  running heads and page numbers are taken out
//!        -> split    what is glued together in one line is cut
//!        -> unwrap   lines become paragraphs
//!        -> furniture, picture    each line is judged alone
//!        -> place    and by the lines around it: head, body, lists, tail
//!        -> facts    what the lines of the head and the page say about the article
//! ```
//!
//! A paragraph that is dropped is worse than a prompt that is kept: lines that are not sure to
//! belong to the page stay, unless the lines around them agree and the text shows elsewhere that
//! it was copied from a page.

mod dateline;
mod facts;
mod furniture;
mod labelled;
mod lexicon;
mod line;
mod names;
mod outlet;
mod picture;
mod place;
mod printed;
mod split;
mod unwrap;
mod when;
mod words;

use super::blocks::Piece;
use super::{Aside, BlockKind, Fact};
use crate::date::PartialDate;
use crate::order;
pub use labelled::take as take_labelled;
use place::Role;

/// The date that was found for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// The date.
    pub date: PartialDate,
    /// Whether it was concluded and not stated.
    pub inferred: bool,
    /// What shows it.
    pub note: String,
}

/// A text without the page around it, and what was found.
#[derive(Debug, Default)]
pub struct Cleaned {
    /// The blocks of the article.
    pub pieces: Vec<Piece>,
    /// What was put aside, in order.
    pub aside: Vec<Aside>,
    /// What was found, with what shows it.
    pub facts: Vec<Fact>,
    /// The date among the facts, as a date.
    pub published: Option<FoundDate>,
}

/// Cleans the pieces of a text. `path` is that of its file, whose name may say who published it.
pub fn clean(pieces: Vec<Piece>, path: &str) -> Cleaned {
    let mut aside = Vec::new();
    let pieces = printed::without_pages(pieces, &mut aside);
    let pieces = unwrap::unwrap(split::split(pieces, &mut aside));
    let parts = place::place(pieces);
    let found = facts::find(&parts, &aside, path);
    let mut cleaned = Cleaned {
        facts: found.facts,
        published: found.published,
        ..Cleaned::default()
    };
    for part in parts {
        let mut piece = part.piece;
        match part.role {
            Role::Body => cleaned.pieces.push(item(piece)),
            Role::Heading => {
                piece.kind.get_or_insert(BlockKind::Heading(2));
                cleaned.pieces.push(piece);
            }
            Role::Aside(kind) => aside.push(Aside {
                kind,
                lines: piece.lines,
                text: piece.text,
            }),
            Role::Title | Role::Known => {}
        }
    }
    order::sort_by(&mut aside, |a, b| a.lines.cmp(&b.lines));
    cleaned.aside = aside;
    cleaned
}

/// The pieces with their lines joined to paragraphs, and nothing else done.
pub fn mended(pieces: Vec<Piece>) -> Vec<Piece> {
    if pieces.len() < 2 {
        return pieces;
    }
    let whole = unwrap::unwrap(pieces).into_iter();
    whole.map(|judged| judged.piece).collect()
}

/// The first date in a text, in any order and language that is understood.
pub fn first_date(text: &str) -> Option<PartialDate> {
    when::dates(text).first().map(|dated| dated.date)
}

/// A headline without the name of the paper behind it.
pub fn headline(text: &str) -> String {
    facts::without_suffix(text, None).to_owned()
}

/// A line that begins with a bullet is an item of a list.
fn item(mut piece: Piece) -> Piece {
    if piece.kind.is_none() && unwrap::is_item(&piece.text) {
        let rest = piece.text.trim_start_matches([
            '\u{2022}', '\u{25cf}', '\u{25aa}', '-', '*', '\u{2013}', '\u{b7}', ' ',
        ]);
        if !rest.is_empty() {
            piece.text = rest.to_owned();
            piece.kind = Some(BlockKind::Item);
        }
    }
    piece
}
