//! Names that the tagger found, on the words of the document, made whole: what it cut in two or left
//! out is put together by what stands around.

mod datelines;
mod heads;
mod lands;
mod people;

use super::phrase::is_year;
use super::tagger::Tagged;
use super::words::{Joint, Words};
use super::{EntityKind, bodies, dates, introduced};
use crate::order;
use crate::span::Span;
use crate::text::{PARTICLES, WordList};

/// A name that the tagger found, on the words of the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Position of its first word.
    pub(super) first: usize,
    /// Position of its last word.
    pub(super) last: usize,
    /// What the tagger says of it.
    pub(super) tagged: Tagged,
}

impl Found {
    /// A name that stands on these words. An honorific that the tagger took for part of a person's
    /// name stays outside, unless it mostly belongs to it, as in `Lady Gaga`.
    fn without_honorific(words: &Words<'_>, first: usize, last: usize, tagged: Tagged) -> Self {
        let mut own = Self {
            first,
            last,
            tagged,
        };
        let is_person = tagged.kind == EntityKind::Person;
        while is_person && own.first < last && words.is_in(own.first, &HONORIFICS) {
            own.begin_at(words, own.first + 1);
        }
        own
    }

    /// Without a first word that is something else: the year of a war is a date, and in `will last
    /// several days` the first is a verb.
    fn without_lead(mut self, words: &Words<'_>) -> Self {
        let several = self.first < self.last;
        let something_else = several
            && match self.tagged.kind {
                EntityKind::Event => {
                    let is_war = matches!(words.folded(self.last), "war" | "wars");
                    is_war && is_year(words, self.first)
                }
                EntityKind::Date => dates::is_verb(words, self.first),
                _ => false,
            };
        if something_else {
            self.begin_at(words, self.first + 1);
        }
        self
    }

    /// Without the year behind what is a whole name: `Korean War of 1950`, but not `War of 1812`.
    fn without_year(mut self, words: &Words<'_>) -> Self {
        let is_event = self.tagged.kind == EntityKind::Event;
        if is_event && self.first + 2 < self.last && is_year(words, self.last) {
            let kind = self.last - 2;
            let is_whole = matches!(words.folded(kind), "war" | "wars" | "games" | "olympics");
            if is_whole && words.folded(self.last - 1) == "of" {
                self.end_at(words, kind);
            }
        }
        self
    }

    /// What ends in `Far East` and the like is a place, whatever the tagger takes it for.
    fn as_region(mut self, words: &Words<'_>) -> Self {
        let before = self.last.saturating_sub(1);
        let is_region = self.first < self.last
            && words.folded(self.last) == "east"
            && matches!(words.folded(before), "far" | "middle" | "near");
        if is_region && self.tagged.kind == EntityKind::Organisation {
            self.tagged.kind = EntityKind::Place;
        }
        self
    }

    /// Two bodies where the tagger joined them: what follows `and the` and has three words or more is
    /// another.
    fn parted(self, words: &Words<'_>) -> impl Iterator<Item = Self> {
        let is_body = self.tagged.kind == EntityKind::Organisation;
        let mut between = self.first + 1..self.last.saturating_sub(3);
        let and = between
            .find(|&at| is_body && words.folded(at) == "and" && words.folded(at + 1) == "the");
        let mut one = self;
        let other = and.map(|and| {
            one.end_at(words, and - 1);
            let mut other = self;
            other.begin_at(words, and + 2);
            other
        });
        std::iter::once(one).chain(other)
    }

    /// Has it begin at another word.
    fn begin_at(&mut self, words: &Words<'_>, first: usize) {
        self.first = first;
        self.tagged.span.start = words.span(first).start;
    }

    /// Has it end at another word.
    fn end_at(&mut self, words: &Words<'_>, last: usize) {
        self.last = last;
        self.tagged.span.end = words.span(last).end;
    }

    /// Whether it is a surname alone: one word, or one behind small words (`al-Zarqawi`), or two
    /// capitalised words with a hyphen.
    pub(super) fn is_surname(&self, words: &Words<'_>) -> bool {
        let first = self.first_of_surname(words);
        (self.first..first).all(|at| words.is_in(at, &SMALL))
    }

    /// Whether it is one word behind small ones: `al-Zarqawi`.
    pub(super) fn is_behind_particle(&self, words: &Words<'_>) -> bool {
        self.first < self.last && (self.first..self.last).all(|at| words.is_in(at, &PARTICLES))
    }

    /// Whether it is somebody with more than a surname.
    pub(super) fn is_full_person(&self, words: &Words<'_>) -> bool {
        self.tagged.kind == EntityKind::Person && !self.is_surname(words)
    }

    /// The first word of a surname: the last of the name, or that before a hyphen between two
    /// capitalised words.
    pub(super) fn first_of_surname(&self, words: &Words<'_>) -> usize {
        let last = self.last;
        let double = self.first < last
            && words.joint(last) == Joint::Hyphen
            && words.is_capital(last)
            && words.is_capital(last - 1)
            && !words.is_in(last - 1, &PARTICLES);
        last - usize::from(double)
    }
}

/// Tagged names on their words, in order, with those that the text introduces by their initials and
/// organisations by their form, whole.
/// One without a word of its own is left out.
pub(super) fn names(words: &Words<'_>, tags: &[Tagged]) -> Vec<Found> {
    let mut at = 0;
    let mut found = Vec::with_capacity(tags.len());
    for &tagged in tags {
        while at < words.len() && words.span(at).start < tagged.span.start {
            at += 1;
        }
        let first = at;
        while at < words.len() && words.span(at).end <= tagged.span.end {
            at += 1;
        }
        if first < at {
            let own = Found::without_honorific(words, first, at - 1, tagged);
            let own = own.without_lead(words).without_year(words);
            found.extend(own.as_region(words).parted(words));
        }
    }
    Pieces { words, found }
        .without_languages()
        .with_datelines()
        .with_introduced()
        .with_bodies()
        .with_first_names()
        .with_initials()
        .with_syllables()
        .with_people()
        .with_particles()
        .with_relatives()
        .with_heads()
        .with_points()
        .with_lands()
        .found
}

/// What is found so far, while it is made whole.
struct Pieces<'a, 'w> {
    words: &'a Words<'w>,
    found: Vec<Found>,
}

impl Pieces<'_, '_> {
    /// Takes out languages that have no people of their name, and diseases.
    fn without_languages(mut self) -> Self {
        let words = self.words;
        self.found.retain(|own| {
            let is_group = own.tagged.kind == EntityKind::Group;
            let is_language = is_group && words.is_in(own.first, &LANGUAGES);
            let is_disease = words.is_in(own.first, &DISEASES);
            let one = own.first == own.last || words.joint(own.last) == Joint::Hyphen;
            !one || !is_language && !is_disease
        });
        self
    }

    /// Puts names that are introduced with their initials where the tagger leaves room.
    fn with_introduced(self) -> Self {
        let introduced = introduced::find(self.words);
        self.with(introduced, |_, other| {
            other.tagged.kind != EntityKind::Person
        })
    }

    /// Puts organisations by their form where the tagger leaves room. Somebody may be part of
    /// one: `George Washington University`.
    fn with_bodies(self) -> Self {
        let bodies = bodies::find(self.words).into_iter();
        let bodies = bodies.map(|(first, last)| (first, last, EntityKind::Organisation));
        let words = self.words;
        self.with(bodies, |new, other| {
            let person = other.tagged.kind == EntityKind::Person;
            // `Congress and the Federal Election Commission` are two.
            let two = other.last < new.last && words.folded(other.last + 1) == "and";
            !two && (!person || other.last + 1 == new.last)
        })
    }

    /// Puts names in the place of those inside them that may be part of them. An
    /// organisation with the same end stands where the tagger saw what comes before it otherwise.
    fn with(
        mut self,
        names: impl IntoIterator<Item = (usize, usize, EntityKind)>,
        may_be_part: impl Fn(&Found, &Found) -> bool,
    ) -> Self {
        let mut kept = vec![true; self.found.len()];
        let mut added = Vec::new();
        for (first, last, kind) in names {
            let span = with_dot(self.words, first, last);
            let new = Found {
                first,
                last,
                tagged: Tagged { span, kind },
            };
            let start = self.found.partition_point(|other| other.last < new.first);
            let end = self.found.partition_point(|other| other.first <= new.last);
            let others = self.found.get(start..end).unwrap_or_default();
            let room = others.iter().all(|other| {
                let inside = new.first <= other.first && other.last <= new.last;
                let same = other.last == new.last
                    && other.tagged.kind == EntityKind::Organisation
                    && !is_part_of(self.words, &new, other)
                    && (other.first == new.first
                        || others.len() > 1
                        || self.words.starts_sentence(new.first));
                inside && !same && may_be_part(&new, other)
            });
            if room {
                kept[start..end].fill(false);
                added.push(new);
            }
        }
        let mut kept = kept.into_iter();
        self.found.retain(|_| kept.next().unwrap_or(true));
        self.found.extend(added);
        order::sort_by_key(&mut self.found, |found| found.first);
        self
    }
}

/// Languages that no people is called by.
static LANGUAGES: WordList = WordList::new(
    "yiddish hindi urdu mandarin farsi swahili esperanto sanskrit gaelic pashto dari tagalog hebrew \
     aramaic",
);

/// Whether one of two bodies is that of the other: `Standing Committee of the National Congress`.
fn is_part_of(words: &Words<'_>, own: &Found, whole: &Found) -> bool {
    let mut between = own.first..whole.first;
    whole.first > own.first + 1 && between.any(|at| words.folded(at) == "of")
}

/// Diseases with a name of their own.
static DISEASES: WordList = WordList::new("covid sars mers ebola zika hiv aids");

/// Titles that the tagger now and then takes for first names.
static HONORIFICS: WordList = WordList::new("mr mrs ms dr archbishop alhaji");

/// Where a name of some words stands; the dot of `Acme Corp.` belongs to it.
fn with_dot(words: &Words<'_>, first: usize, last: usize) -> Span {
    let mut span = words.cover(first, last);
    let short = matches!(words.folded(last), "inc" | "corp" | "ltd" | "co" | "bros");
    span.end += u32::from(short && words.gap(last + 1).starts_with('.'));
    span
}

/// Small words inside names.
static SMALL: WordList = WordList::new(
    "of for and the on in to a al el ul bin ibn van von der den de da di du del della la le dos das",
);
