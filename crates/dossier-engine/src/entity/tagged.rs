//! Candidates from the tagger, and what each may mean.
//!
//! A name of the world list means that entry where the tagger agrees on its kind. A person named in
//! full means the person of the collection with that name; a single word the people of the document
//! whose first or last word it is, else the only one of the collection with that surname. Capitals
//! in brackets after an organisation are short for it. Every other name means the entity that its
//! words name.

use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::link::single_spaced;
use super::names::Names;
use super::table::Table;
use super::tagger::Tagged;
use super::words::{Joint, Words};

/// Nobody can tell more bearers of one surname apart; the bound keeps linking linear.
const MOST_BEARERS: usize = 16;

/// People of the collection by their surnames.
pub(super) type Surnames = BTreeMap<String, Vec<Referent>>;

/// A name that the tagger found, on the words of the document.
#[derive(Clone, Copy, Debug)]
struct Found {
    first: usize,
    last: usize,
    tagged: Tagged,
}

/// What the tagger found in a document.
pub(super) struct Source<'a, 'w> {
    words: &'a Words<'w>,
    found: Vec<Found>,
}

impl<'a, 'w> Source<'a, 'w> {
    /// Puts tagged names on words. One without a word of its own is left out.
    pub(super) fn new(words: &'a Words<'w>, tags: &[Tagged]) -> Self {
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
                found.push(Found {
                    first,
                    last: at - 1,
                    tagged,
                });
            }
        }
        Self { words, found }
    }

    /// Notes the surnames of all people named in full.
    pub(super) fn note_people(&self, table: &mut Table, surnames: &mut Surnames) {
        for found in self.full_people() {
            let who = self.entity(found, table);
            let surname = self.words.folded(found.last);
            if let Some(bearers) = surnames.get_mut(surname) {
                if bearers.len() < MOST_BEARERS && !bearers.contains(&who) {
                    bearers.push(who);
                }
            } else {
                surnames.insert(surname.to_owned(), vec![who]);
            }
        }
    }

    /// All that was found, as candidates.
    pub(super) fn candidates(
        &self,
        world: &Names,
        surnames: &Surnames,
        table: &mut Table,
    ) -> Vec<Candidate> {
        let people = self.people(table);
        let short = self.abbreviations(table);
        let candidates = self.found.iter().map(|found| {
            let kind = found.tagged.kind;
            let reading = match kind {
                EntityKind::Date | EntityKind::Quantity => Reading::Tagged,
                _ => Reading::Names(self.fits(found, world, surnames, &people, &short, table)),
            };
            Candidate {
                first: found.first,
                last: found.last,
                span: found.tagged.span,
                reading,
                tagged: Some(kind),
            }
        });
        let mut candidates: Vec<Candidate> = candidates.collect();
        candidates.extend(world.find_compass(self.words));
        candidates
    }

    fn fits(
        &self,
        found: &Found,
        world: &Names,
        surnames: &Surnames,
        people: &BTreeMap<&str, Vec<NameFit>>,
        short: &BTreeMap<&str, Referent>,
        table: &mut Table,
    ) -> Vec<NameFit> {
        let kind = found.tagged.kind;
        let known = world.at(self.words, found.first, found.last, kind);
        if !known.is_empty() {
            return known;
        }
        if found.first == found.last {
            let folded = self.words.folded(found.first);
            if kind == EntityKind::Person {
                if let Some(fits) = people.get(folded) {
                    return fits.clone();
                }
                if let Some([who]) = surnames.get(folded).map(Vec::as_slice) {
                    return vec![fit(*who, NameForm::Surname)];
                }
            } else if let Some(&who) = short.get(self.words.raw(found.first)) {
                return vec![fit(who, NameForm::Surname)];
            }
        }
        vec![fit(self.entity(found, table), NameForm::Name)]
    }

    fn entity(&self, found: &Found, table: &mut Table) -> Referent {
        let name = single_spaced(found.tagged.span.slice(self.words.text()));
        table.named(found.tagged.kind, &name)
    }

    fn full_people(&self) -> impl Iterator<Item = &Found> {
        self.found
            .iter()
            .filter(|found| found.tagged.kind == EntityKind::Person && found.first < found.last)
    }

    /// Whom the first and the last words of the full names in the document may mean.
    fn people(&self, table: &mut Table) -> BTreeMap<&'a str, Vec<NameFit>> {
        let mut people: BTreeMap<&str, Vec<NameFit>> = BTreeMap::new();
        let mut note = |word, fit: NameFit| {
            let fits = people.entry(word).or_default();
            let known = fits.iter().any(|other: &NameFit| other.who == fit.who);
            if fits.len() < MOST_BEARERS && !known {
                fits.push(fit);
            }
        };
        for found in self.full_people() {
            let who = self.entity(found, table);
            note(self.words.folded(found.last), fit(who, NameForm::Surname));
            note(
                self.words.folded(found.first),
                fit(who, NameForm::FirstWord),
            );
        }
        people
    }

    /// Capitals in brackets behind the name of an organisation: `World Food Programme (WFP)`.
    fn abbreviations(&self, table: &mut Table) -> BTreeMap<&'w str, Referent> {
        let mut short = BTreeMap::new();
        for found in &self.found {
            let next = found.last + 1;
            let introduced = found.first < found.last
                && found.tagged.kind == EntityKind::Organisation
                && self.words.is_all_capitals(next)
                && self.words.joint(next) == Joint::Apart
                && self.words.gap(next).trim() == "("
                && self.words.gap(next + 1).starts_with(')');
            let name = self.words.folded(found.first);
            let letter = name.chars().next();
            if introduced && self.words.folded(next).chars().next() == letter {
                let who = self.entity(found, table);
                short.entry(self.words.raw(next)).or_insert(who);
            }
        }
        short
    }
}

fn fit(who: Referent, form: NameForm) -> NameFit {
    NameFit { who, form }
}
