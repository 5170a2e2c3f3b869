//! Candidates from the tagger, and what each may mean.
//!
//! A name of the world list means that entry where the tagger agrees on its kind. A person named in
//! full means the person of the collection with that name; a single word the people of the document
//! whose first or last word it is, else the only one of the collection with that surname. An
//! organisation may be meant by its first or last word or its initials, which brackets may introduce. Every other name means the entity that its
//! words name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::EntityKind;
use super::bodies;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::compass;
use super::found::Found;
use super::introduced;
use super::link::single_spaced;
use super::names::Names;
use super::namesake::Traits;
use super::table::Table;
use super::title::Titles;
use super::words::{Joint, Words};
use crate::text::WordList;

/// Nobody can tell more bearers of one surname apart; the bound keeps linking linear.
const MOST_BEARERS: usize = 16;

/// Words in a short form of an organisation's name, at most.
const LONGEST_SHORT: usize = 3;

/// What governments do and teams do not.
static SAYING: WordList = WordList::new(
    "says said denies denied accuses accused rejects rejected warns warned insists insisted",
);

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
            places: &self.place_names(),
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
        // `North Koreans` looks like a place.
        let peoples = context
            .world
            .at(self.words, first, found.last, EntityKind::Group);
        if !peoples.is_empty() && first < found.last && kind <= EntityKind::Place {
            return peoples;
        }
        let certain = first < found.last || !super::missed::is_ambiguous(self.words.folded(first));
        if kind == EntityKind::Organisation && certain {
            // A country that acts or plays looks like a body.
            let country = context.world.country_at(self.words, first, found.last);
            if !country.is_empty() {
                return country;
            }
            // A capital that acts does too, where the text has it as a place elsewhere or it says what
            // governments say.
            let place = EntityKind::Place;
            let capital = context.world.at(self.words, first, found.last, place);
            let says = self.words.is_in(found.last + 1, &SAYING);
            let is_place = says || context.places.contains(self.words.folded(first));
            if !capital.is_empty() && is_place {
                return capital;
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
        } else if matches!(kind, EntityKind::Organisation | EntityKind::Law)
            && found.last - found.first < LONGEST_SHORT
        {
            let folded: Vec<&str> = (found.first..=found.last)
                .map(|at| self.words.folded(at))
                .collect();
            let named = context.bodies.get(&*folded.join(" "));
            // Of several of one noun, `the Commission` is the one that was named last.
            let fits =
                named.filter(|named| named.len() == 1 || bodies::is_noun(self.words, found.first));
            if let Some(fits) = fits {
                return fits
                    .iter()
                    .map(|who| fit(*who, NameForm::Surname))
                    .collect();
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

    /// The first words of what the tagger takes for places.
    fn place_names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        let places = self
            .found
            .iter()
            .filter(|own| own.tagged.kind == EntityKind::Place);
        names.extend(places.map(|own| self.words.folded(own.first)));
        names
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
        for (found, full) in self.known_as() {
            let who = self.entity(full, table);
            let own = Cow::Borrowed(self.words.folded(found.last));
            note(own, fit(who, NameForm::Surname));
        }
        // Where nobody else has the word, a first word may come before the full name too.
        for fits in people.values_mut() {
            if let [only] = fits.as_mut_slice() {
                only.form = NameForm::Surname;
            }
        }
        people
    }

    /// Names by which people are known beside their full ones: `Mohamed Hamdan, known as Hemedti`.
    fn known_as(&self) -> impl Iterator<Item = (&Found, &Found)> {
        let words = self.words;
        let pairs = self.found.iter().zip(self.found.iter().skip(1));
        pairs.filter_map(move |(full, own)| {
            let known = own.first.checked_sub(2)?;
            let is_known = words.folded(known) == "known" && words.folded(known + 1) == "as";
            let before = known.checked_sub(1)?;
            let adverb = matches!(words.folded(before), "better" | "also" | "widely");
            let start = known - usize::from(adverb);
            let follows = start == full.last + 1 && words.joint(start) == Joint::Comma;
            let people = full.is_full_person(words) && own.first == own.last;
            (is_known && follows && people).then_some((own, full))
        })
    }

    /// Organisations of several words by what may stand for them later: their first word, their
    /// last, their initials. The name of a place, people or country stands for itself.
    fn bodies(&self, world: &Names, table: &mut Table) -> BTreeMap<String, Vec<Referent>> {
        let mut bodies: BTreeMap<String, Vec<Referent>> = BTreeMap::new();
        let words = self.words;
        let introduced: BTreeMap<(usize, usize), usize> = introduced::pairs(words)
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
            let known = world.at(words, first, last, found.tagged.kind);
            let who = known.first().map(|known| known.who);
            let who = who.unwrap_or_else(|| self.entity(found, table));
            let ends = [first, last].map(|at| words.folded(at).to_owned());
            let given = introduced.get(&(first, last)).copied();
            let given = given.or_else(|| introduced::loosely(words, first, last));
            let given = given.map(|short| words.folded(short).to_owned());
            // `Red Cross` after `Philippine Red Cross`
            let tail = (first + 1..=last).map(|at| words.folded(at));
            let tail: Vec<&str> = tail.collect();
            let tail = (2..=LONGEST_SHORT)
                .contains(&tail.len())
                .then(|| tail.join(" "))
                .filter(|_| words.is_capital(first + 1));
            let short = [bodies::initials(words, first, last)]
                .into_iter()
                .chain(given);
            for short in ends.into_iter().chain(short).chain(tail) {
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
    /// Folded words that the tagger takes for places somewhere in the document.
    places: &'c BTreeSet<&'c str>,
}

fn fit(who: Referent, form: NameForm) -> NameFit {
    NameFit { who, form }
}
