//! Candidates for mentions, and which of them stand where they overlap.
//!
//! Every source of candidates reads the words of a document and proposes ranges of words with a
//! reading each. Another source, such as a tagger, is another reading here and another line in
//! [`recognise`](fn@super::recognise).

use super::EntityKind;
use super::dates::DateValue;
use crate::order;
use crate::span::Span;

/// A range of words that may be a mention.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Position of its first word.
    pub(super) first: usize,
    /// Position of its last word.
    pub(super) last: usize,
    /// Where the mention would stand: the words, and signs beside them such as `$` and `%`.
    pub(super) span: Span,
    /// What it may be.
    pub(super) reading: Reading,
    /// What the tagger, or a rule beside it, takes exactly these words for.
    pub(super) tagged: Option<EntityKind>,
}

/// What a source takes a range of words for.
#[derive(Debug)]
pub(super) enum Reading {
    /// Names and short forms of the curated list, or short forms of people made from the text.
    Names(Vec<NameFit>),
    /// A person who is not in the list, named in full after a title.
    TitledPerson,
    /// A treaty, law or resolution, by its canonical name.
    Law(String),
    /// A date or a length of time.
    Date(DateValue),
    /// A quantity, by its canonical name.
    Quantity(String),
    /// A weapon by its form, by its canonical name.
    Weapon(String),
    /// An event by its form, by its canonical name.
    Event(String),
    /// What the tagger says, of something that no rule reads.
    Tagged,
}

/// One thing that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameFit {
    /// Whom it may mean.
    pub(super) who: Referent,
    /// What kind of name it is.
    pub(super) form: NameForm,
}

impl NameFit {
    /// Whether it is the full name of an entry of a list.
    fn is_listed(&self) -> bool {
        self.form.is_full() && matches!(self.who, Referent::Curated(_))
    }
}

/// What a mention is linked to before entities have their final positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Referent {
    /// Position in the curated list.
    Curated(usize),
    /// Position among the entities made from the texts.
    Made(usize),
}

/// What kind of name of an entity was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameForm {
    /// The canonical name.
    Name,
    /// Another name of the list.
    Alias,
    /// The plural or singular of a name.
    Inflected,
    /// A short form that the list gives, or the last word of a person's name.
    Surname,
    /// The first word of a person's name: the surname where surnames come first.
    FirstWord,
    /// `the North` for a place named North something.
    Compass,
}

impl NameForm {
    /// Whether the form names the entity by itself, without a fuller name before it.
    pub(super) fn is_full(self) -> bool {
        matches!(self, Self::Name | Self::Alias | Self::Inflected)
    }
}

impl Reading {
    /// Which reading stands where two take the same number of words: lower first.
    fn rank(&self) -> u8 {
        match self {
            Self::Names(fits) if fits.iter().any(NameFit::is_listed) => 0,
            Self::Law(_) | Self::Weapon(_) | Self::Event(_) => 1,
            Self::Names(fits) if fits.iter().any(|fit| fit.form.is_full()) => 2,
            Self::TitledPerson => 3,
            Self::Quantity(_) => 4,
            Self::Date(_) => 5,
            Self::Tagged => 6,
            Self::Names(_) => 7,
        }
    }
}

/// The candidates that stand: the longer one of two that overlap, of equally long ones the one
/// with the better reading, then the earlier. Only a name at the end of a quantity stands inside
/// another: the weapon that is counted. The result is in order of the text, a containing candidate
/// first.
pub(super) fn resolve(mut candidates: Vec<Candidate>, word_count: usize) -> Vec<Candidate> {
    order::sort_by_key(&mut candidates, |candidate| {
        let length = candidate.last - candidate.first;
        (
            std::cmp::Reverse(length),
            candidate.reading.rank(),
            candidate.first,
        )
    });
    let mut taken = vec![Taken::Free; word_count];
    candidates.retain(|candidate| {
        let Some(words) = taken.get_mut(candidate.first..=candidate.last) else {
            return false;
        };
        let in_quantity = Taken::ByQuantity {
            last: candidate.last,
        };
        let nests = matches!(candidate.reading, Reading::Names(_))
            && words.iter().all(|word| *word == in_quantity);
        let stands = nests || words.iter().all(|word| *word == Taken::Free);
        if stands {
            words.fill(match candidate.reading {
                Reading::Quantity(_) => in_quantity,
                _ => Taken::Whole,
            });
        }
        stands
    });
    order::sort_by_key(&mut candidates, |candidate| {
        (candidate.first, std::cmp::Reverse(candidate.last))
    });
    candidates
}

/// Whether a word belongs to a candidate that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Free,
    /// By a quantity that ends at this word.
    ByQuantity {
        last: usize,
    },
    Whole,
}
