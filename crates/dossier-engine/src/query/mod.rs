//! The query language.
//!
//! ```text
//! query   = either
//! either  = all (OR all)*
//! all     = not ([AND] not)*
//! not     = (NOT | -)* near
//! near    = operand (NEAR/number operand)*
//! operand = word | word* | word~ | "phrase" | ( either ) | field:value
//! value   = word | word* | word~ | "phrase" | ( either ) | dates
//! field   = title | topic | person | place | org | group | weapon | event | law | publisher | date
//! dates   = date | date..date | date.. | ..date        a date is 2023, 2023-09 or 2023-09-11
//! ```
//!
//! Operators are upper case. Everything is a query: what does not fit the grammar is taken for the
//! next best thing, and named as a [`QueryProblem`]. Words are cut and folded by the analyser of
//! the index, so that a word of the query such as `Jong-un` may be a phrase.

mod lexer;
mod parser;
#[cfg(test)]
mod tests;

pub use parser::parse;

use crate::date::DateRange;
use crate::entity::EntityKind;
use crate::span::Span;

/// Greatest distance of `NEAR`, in words; a greater one is taken as this. Paragraphs lie further
/// apart, so that words are near each other only within one.
pub const MAX_NEAR: u32 = 100;

/// Distance of a `NEAR` that states none, in words.
pub const DEFAULT_NEAR: u32 = 5;

/// How many words of a query count. A search reads the postings of each, so that more would let a
/// pasted text hold up the page; nobody asks with so many.
pub const MAX_WORDS: usize = 64;

/// From how many words on a query is a sentence rather than a list of what is wanted.
const SENTENCE: usize = 8;

/// How deep parentheses count; deeper ones are passed over. Keeps every walk over the tree shallow.
pub const MAX_DEPTH: usize = 16;

/// How many problems are named; a query with more is no query.
pub const MAX_PROBLEMS: usize = 16;

/// Something in a query that could not be taken as it was typed; the rest of the query counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where, as byte offsets into the query.
    pub span: Span,
    /// What is wrong and how it was taken, as one sentence without a full stop.
    pub message: String,
}

/// What a query asks for, and what of it could not be taken as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedQuery {
    /// What is asked for; `None` where nothing is.
    pub tree: Option<Node>,
    /// In the order of the query.
    pub problems: Vec<QueryProblem>,
}

impl ParsedQuery {
    /// Whether words are all that is asked for: no operators and no fields. Quotation marks and
    /// stars ask for something too, but not in a whole sentence, where they are a manner of writing.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let mut words = 0;
        let mut is_marked = false;
        let plain = self
            .tree
            .as_ref()
            .is_some_and(|tree| tree.is_plain(&mut words, &mut is_marked));
        plain && (!is_marked || words >= SENTENCE)
    }
}

impl Node {
    /// Whether it is words only; counts them and notes whether any are marked by quotation marks or
    /// a star.
    fn is_plain(&self, words: &mut usize, is_marked: &mut bool) -> bool {
        match self {
            Self::Word(word) => {
                *words += 1;
                *is_marked |= word.mode != WordMode::Plain;
                true
            }
            Self::Phrase(phrase) => {
                *words += phrase.words.len();
                *is_marked |= phrase.quoted;
                true
            }
            Self::All {
                parts,
                explicit: false,
            } => parts.iter().all(|part| part.is_plain(words, is_marked)),
            _ => false,
        }
    }
}

/// A part of a query. Spans are byte offsets into the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A word.
    Word(Word),
    /// Words in a row.
    Phrase(Phrase),
    /// Two operands within some words of each other, in either order.
    Near {
        /// A word, a phrase, or alternatives of these.
        left: Box<Node>,
        /// Likewise.
        right: Box<Node>,
        /// How many words further on the other may stand, 1 to [`MAX_NEAR`].
        distance: u32,
        /// From the first operand to the last.
        span: Span,
    },
    /// A condition on one field.
    Field {
        /// Which field.
        field: FieldName,
        /// What it has to hold.
        value: Box<Node>,
        /// The field's name and its value.
        span: Span,
    },
    /// A condition on the date of publication.
    Date {
        /// The range.
        range: DateRange,
        /// The field's name and its value.
        span: Span,
    },
    /// Everything asked for one after the other.
    All {
        /// At least two parts.
        parts: Vec<Node>,
        /// Whether `AND` stands between any of them, so that every one is required.
        explicit: bool,
    },
    /// Alternatives; at least two.
    Any(Vec<Node>),
    /// What must not be there.
    Not(Box<Node>),
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as the analyser folds it.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// Where it stands in the query.
    pub span: Span,
    /// How it is meant.
    pub mode: WordMode,
    /// Whether it has letters and all of them are capitals.
    pub capitals: bool,
}

/// How a word of a query is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordMode {
    /// In any form.
    Plain,
    /// As the beginning of words: `pre*`.
    Prefix,
    /// With typing errors: `word~`.
    Fuzzy,
}

/// Words in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words in order; at least one where quoted, at least two otherwise.
    pub words: Vec<Word>,
    /// Where the phrase stands in the query, with its quotation marks.
    pub span: Span,
    /// Whether it stands in quotation marks, so that its words are meant as they are written.
    pub quoted: bool,
}

/// A field that a query can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// Words of the title.
    Title,
    /// A topic of the document, by words of its name.
    Topic,
    /// An entity of this kind in the text, by words of its names.
    Entity(EntityKind),
    /// Words of the publisher's name.
    Publisher,
    /// The date of publication.
    Date,
}

impl FieldName {
    /// The field of this name; case does not count.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let key = key.to_ascii_lowercase();
        match key.as_str() {
            "title" => Some(Self::Title),
            "topic" => Some(Self::Topic),
            "publisher" => Some(Self::Publisher),
            "date" => Some(Self::Date),
            // Quantities have no names to ask for.
            key => EntityKind::from_key(key)
                .filter(|&kind| kind != EntityKind::Quantity)
                .map(Self::Entity),
        }
    }
}

impl Node {
    /// From the first to the last byte of the query that belongs to the part.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Word(word) => word.span,
            Self::Phrase(phrase) => phrase.span,
            Self::Near { span, .. } | Self::Field { span, .. } | Self::Date { span, .. } => *span,
            Self::All { parts, .. } | Self::Any(parts) => match (parts.first(), parts.last()) {
                (Some(first), Some(last)) => Span::new(first.span().start, last.span().end),
                _ => Span::default(),
            },
            Self::Not(part) => part.span(),
        }
    }
}
