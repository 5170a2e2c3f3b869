//! Candidates from the tagger, and what each may mean.
//!
//! A name of the world list means that entry where the tagger agrees on its kind. A person named in
//! full means the person of the collection with that name; a single word the people of the document
//! whose first or last word it is, else the only one of the collection with that surname. An
//! organisation may be meant by its first or last word or its initials, which brackets may introduce. Every other name means the entity that its
//! words name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::compass;
use super::found::Found;
use super::introduced;
use super::link::single_spaced;
use super::names::Names;
use super::namesake::Traits;
use super::table::Table;
use super::title::Titles;
use super::words::Words;

/// Nobody can tell more bearers of one surname apart; the bound keeps linking linear.
const MOST_BEARERS: usize = 16;

/// People of the collection by their surnames.
pub(super) type Surnames = BTreeMap<String, Vec<Referent>>;

/// What the tagger found in a document.
pub(super) struct Source<'a, 'w> {
    words: &'a Words<'w>,
    found: Vec<Found>,
}

impl<'a, 'w> Source<'a, 'w> {
    /// What the tagger found, on the words of the document.
    pub(super) fn new(words: &'a Words<'w>, found: Vec<Found>) -> Self {
        Self { words, found }
    }

    /// What the document says for certain of the people named in full.
    pub(super) fn traits(&self, titles: &Titles) -> Vec<(String, Traits)> {
        let people = self.full_people().map(|found| {
            let name = single_spaced(found.tagged.span.slice(self.words.text()));
            let traits = Traits::around(self.words, found.first, found.last, titles);
            (name, traits)
        });
        people.collect()
    }

    /// Notes the surnames of all people named in full.
    pub(super) fn note_people(&self, table: &mut Table, surnames: &mut Surnames) {
        for found in self.full_people() {
            let who = self.entity(found, table);
            let surname = surname(self.words, found);
            if let Some(bearers) = surnames.get_mut(&*surname) {
                if bearers.len() < MOST_BEARERS && !bearers.contains(&who) {
                    bearers.push(who);
                }
            } else {
                surnames.insert(surname.into_owned(), vec![who]);
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
        let bodies = self.bodies(world, table);
        let compass = world.find_compass(self.words);
        let compass_at: BTreeMap<usize, usize> = compass
            .iter()
            .enumerate()
            .map(|(position, own)| (own.first, position))
            .collect();
        let context = Context {
            world,
            surnames,
            people: &people,
            bodies: &bodies,
        };
        let candidates = self.found.iter().map(|found| {
            let kind = found.tagged.kind;
            let reading = match kind {
                EntityKind::Date | EntityKind::Quantity => Reading::Tagged,
                _ => Reading::Names(self.fits(found, &context, table)),
            };
            // `the North` of a country that is named; the tagger sees some place.
            let compass = compass_at
                .get(&found.first)
                .filter(|_| found.first == found.last)
                .and_then(|&position| compass.get(position));
            let reading = match compass.map(|own| &own.reading) {
                Some(Reading::Names(fits)) => Reading::Names(fits.clone()),
                _ => reading,
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
        let taken: Vec<usize> = candidates
            .iter()
            .filter(|own| own.first == own.last)
            .map(|own| own.first)
            .collect();
        let untagged = compass
            .into_iter()
            .filter(|own| taken.binary_search(&own.first).is_err());
        candidates.extend(untagged);
        let places = self.places(&candidates);
        compass::add(self.words, &compass::points(&places), &mut candidates);
        candidates
    }

    /// What may be places and is named in full, by the folded words.
    fn places(&self, candidates: &[Candidate]) -> BTreeMap<String, compass::Place> {
        let named = candidates.iter().filter_map(|own| {
            let kind = own.tagged?;
            let sure = kind == EntityKind::Place;
            if !sure && kind != EntityKind::Organisation {
                return None;
            }
            let Reading::Names(fits) = &own.reading else {
                return None;
            };
            let [fit] = fits.as_slice() else {
                return None;
            };
            let words: Vec<&str> = (own.first..=own.last)
                .map(|at| self.words.folded(at))
                .collect();
            let place = compass::Place { who: fit.who, sure };
            fit.form.is_full().then(|| (words.join(" "), place))
        });
        named.collect()
    }

    fn fits(&self, found: &Found, context: &Context<'_>, table: &mut Table) -> Vec<NameFit> {
        let kind = found.tagged.kind;
        // `The Hague` stands in the list without its article.
        let article = found.first < found.last && self.words.folded(found.first) == "the";
        let first = found.first + usize::from(article);
        let known = context.world.at(self.words, first, found.last, kind);
        if !known.is_empty() {
            return known;
        }
        let certain = first < found.last || !super::missed::is_ambiguous(self.words.folded(first));
        if kind == EntityKind::Organisation && certain {
            // A country that acts or plays looks like a body.
            let country = context.world.country_at(self.words, first, found.last);
            if !country.is_empty() {
                return country;
            }
        }
        if kind == EntityKind::Person && found.is_surname(self.words) {
            let folded = surname(self.words, found);
            if let Some(fits) = context.people.get(&*folded) {
                return fits.clone();
            }
            if let Some([who]) = context.surnames.get(&*folded).map(Vec::as_slice) {
                return vec![fit(*who, NameForm::Surname)];
            }
        }
        if kind == EntityKind::Person && certain {
            // A capital that acts looks like a person: `Stockholm had been informed`.
            let place = EntityKind::Place;
            let known = context.world.at(self.words, found.first, found.last, place);
            if !known.is_empty() {
                return known;
            }
        } else if kind == EntityKind::Organisation && found.is_behind_particle(self.words) {
            // `Al-Kadhimi` looks like a body.
            if let Some(fits) = context.people.get(&*surname(self.words, found)) {
                return fits.clone();
            }
        } else if found.first == found.last {
            let folded = self.words.folded(found.first);
            if matches!(kind, EntityKind::Organisation | EntityKind::Law)
                && let Some([who]) = context.bodies.get(folded).map(Vec::as_slice)
            {
                return vec![fit(*who, NameForm::Surname)];
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
            .filter(|found| found.is_full_person(self.words))
    }

    /// Whom the first and the last words of the full names in the document may mean.
    fn people(&self, table: &mut Table) -> BTreeMap<Cow<'a, str>, Vec<NameFit>> {
        let mut people: BTreeMap<Cow<'a, str>, Vec<NameFit>> = BTreeMap::new();
        let mut note = |word, fit: NameFit| {
            let fits = people.entry(word).or_default();
            let known = fits.iter().any(|other: &NameFit| other.who == fit.who);
            if fits.len() < MOST_BEARERS && !known {
                fits.push(fit);
            }
        };
        for found in self.full_people() {
            let who = self.entity(found, table);
            note(surname(self.words, found), fit(who, NameForm::Surname));
            let first = Cow::Borrowed(self.words.folded(found.first));
            note(first, fit(who, NameForm::FirstWord));
        }
        // Where nobody else has the word, a first word may come before the full name too.
        for fits in people.values_mut() {
            if let [only] = fits.as_mut_slice() {
                only.form = NameForm::Surname;
            }
        }
        people
    }

    /// Organisations of several words by what may stand for them later: their first word, their
    /// last, their initials. The name of a place, people or country stands for itself.
    fn bodies(&self, world: &Names, table: &mut Table) -> BTreeMap<String, Vec<Referent>> {
        let mut bodies: BTreeMap<String, Vec<Referent>> = BTreeMap::new();
        let introduced: BTreeMap<(usize, usize), usize> = introduced::pairs(self.words)
            .into_iter()
            .map(|own| ((own.first, own.last), own.short))
            .collect();
        for found in &self.found {
            let (first, last) = (found.first, found.last);
            let has_short = matches!(
                found.tagged.kind,
                EntityKind::Organisation | EntityKind::Law
            );
            if !has_short || first == last {
                continue;
            }
            let who = self.entity(found, table);
            let ends = [first, last].map(|at| self.words.folded(at).to_owned());
            let given = introduced.get(&(first, last));
            let given = given.map(|&short| self.words.folded(short).to_owned());
            let short = [initials(self.words, first, last)].into_iter().chain(given);
            for short in ends.into_iter().chain(short) {
                let own = bodies.entry(short).or_default();
                if own.len() < MOST_BEARERS && !own.contains(&who) {
                    own.push(who);
                }
            }
        }
        let known = |word: &str| world.is_word(word);
        bodies.retain(|short, _| !known(short));
        bodies
    }
}

/// The initials of a name's capitalised words, folded.
fn initials(words: &Words<'_>, first: usize, last: usize) -> String {
    let capitals = (first..=last).filter(|&at| words.is_capital(at));
    capitals
        .filter_map(|at| words.folded(at).chars().next())
        .collect()
}

/// The surname of a person, folded.
fn surname<'a>(words: &'a Words<'_>, found: &Found) -> Cow<'a, str> {
    let last = words.folded(found.last);
    let first = found.first_of_surname(words);
    if first < found.last {
        Cow::Owned([words.folded(first), "-", last].concat())
    } else {
        Cow::Borrowed(last)
    }
}

/// What a document and its collection know of names.
struct Context<'c> {
    world: &'c Names,
    surnames: &'c Surnames,
    people: &'c BTreeMap<Cow<'c, str>, Vec<NameFit>>,
    bodies: &'c BTreeMap<String, Vec<Referent>>,
}

fn fit(who: Referent, form: NameForm) -> NameFit {
    NameFit { who, form }
}
