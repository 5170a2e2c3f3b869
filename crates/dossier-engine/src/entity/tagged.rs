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
use super::bodies;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::compass;
use super::introduced;
use super::link::single_spaced;
use super::names::Names;
use super::namesake::Traits;
use super::table::Table;
use super::tagger::Tagged;
use super::title::Titles;
use super::words::{Joint, Words};
use crate::order;
use crate::span::Span;
use crate::text::WordList;

/// Nobody can tell more bearers of one surname apart; the bound keeps linking linear.
const MOST_BEARERS: usize = 16;

/// People of the collection by their surnames.
pub(super) type Surnames = BTreeMap<String, Vec<Referent>>;

/// A name that the tagger found, on the words of the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    first: usize,
    last: usize,
    tagged: Tagged,
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
        while is_person && own.first < last && HONORIFICS.contains(words.folded(own.first)) {
            own.begin_at(words, own.first + 1);
        }
        own
    }

    /// Has it begin at another word.
    fn begin_at(&mut self, words: &Words<'_>, first: usize) {
        self.first = first;
        self.tagged.span.start = words.span(first).start;
    }
}

/// Tagged names on their words, in order, with those that the text introduces by their initials.
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
            found.push(Found::without_honorific(words, first, at - 1, tagged));
        }
    }
    Source::new(words, found)
        .with_introduced()
        .with_bodies()
        .with_first_names()
        .with_syllables()
        .with_particles()
        .found
}

/// The last word of a given name of two syllables that a person's name has cut or left out.
fn last_syllable(words: &Words<'_>, found: &Found) -> Option<usize> {
    // The given name begins in the name's last word, or directly behind a surname alone.
    let behind =
        usize::from(found.first == found.last && words.joint(found.last + 1) == Joint::Space);
    let given = found.last + behind;
    let syllable = given + 1;
    let is_syllable = |at: usize| (2..=6).contains(&words.raw(at).chars().count());
    let fits = found.first < given
        && words.is_capital(given)
        && is_syllable(given)
        && words.joint(syllable) == Joint::Hyphen
        && is_syllable(syllable)
        && words
            .raw(syllable)
            .bytes()
            .all(|byte| byte.is_ascii_lowercase())
        && !NO_SYLLABLES.contains(words.folded(syllable));
    fits.then_some(syllable)
}

/// What is joined to names by a hyphen and is no part of them: `Moscow-based`.
static NO_SYLLABLES: WordList = WordList::new(
    "based led backed born run style like type elect era wide made owned built led area trained \
     held aged inspired old year long ruled named free pro anti",
);

/// Titles that the tagger now and then takes for first names.
static HONORIFICS: WordList = WordList::new("mr mrs ms dr archbishop alhaji");

/// Where a name of some words stands; the dot of `Acme Corp.` belongs to it.
fn with_dot(words: &Words<'_>, first: usize, last: usize) -> Span {
    let mut span = words.cover(first, last);
    let short = matches!(words.folded(last), "inc" | "corp" | "ltd" | "co" | "bros");
    span.end += u32::from(short && words.gap(last + 1).starts_with('.'));
    span
}

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

    /// Joins a surname to the small words and the first name before it, where the tagger saw only
    /// parts: `Ursula von der Leyen`.
    fn with_first_names(mut self) -> Self {
        let words = self.words;
        let mut whole: Vec<Found> = Vec::with_capacity(self.found.len());
        for mut found in self.found {
            if let Some(first) = first_name(words, &found) {
                let before = whole.last().copied();
                let before = before.filter(|before| before.last >= first);
                let is_own = |before: Found| {
                    before.tagged.kind == EntityKind::Person && before.last == first
                };
                if before.is_none_or(is_own) {
                    if before.is_some() {
                        whole.pop();
                    }
                    found.begin_at(words, before.map_or(first, |before| before.first));
                }
            }
            whole.push(found);
        }
        self.found = whole;
        self
    }

    /// Joins the hyphenated given name behind a Korean or Chinese surname to it where the tagger saw
    /// only parts: `Kwon Tae-hyung`.
    fn with_syllables(mut self) -> Self {
        let words = self.words;
        let mut whole: Vec<Found> = Vec::with_capacity(self.found.len());
        for mut found in self.found {
            if whole
                .last()
                .is_some_and(|before| before.last >= found.first)
            {
                continue;
            }
            if found.tagged.kind == EntityKind::Person
                && let Some(last) = last_syllable(words, &found)
            {
                found.last = last;
                found.tagged.span.end = words.span(last).end;
            }
            whole.push(found);
        }
        self.found = whole;
        self
    }

    /// Puts the small words of a surname to it where the tagger left them out, as at the beginning
    /// of a sentence: `Von der Leyen said` after `Ursula von der Leyen`.
    fn with_particles(mut self) -> Self {
        let words = self.words;
        let mut particles: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for found in self.full_people() {
            let before = (found.first + 1..found.last).rev();
            let small = before.take_while(|&at| words.is_in(at, &PARTICLES));
            let small: Vec<&str> = small.map(|at| words.folded(at)).collect();
            if !small.is_empty() {
                particles.insert(words.folded(found.last), small);
            }
        }
        let mut free = 0;
        for found in &mut self.found {
            let small = particles
                .get(words.folded(found.last))
                .filter(|_| found.first == found.last && found.tagged.kind == EntityKind::Person);
            let count = small.map_or(0, Vec::len);
            let first = found.first.saturating_sub(count).max(free);
            let before = (first..found.last).rev().map(|at| words.folded(at));
            let near = (first..found.last).all(|at| words.joint(at + 1).is_near());
            if near && small.is_some_and(|small| before.eq(small.iter().copied())) {
                found.begin_at(words, first);
            }
            free = found.last + 1;
        }
        self
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
        if kind == EntityKind::Person && is_surname(self.words, found) {
            let folded = surname(self.words, found);
            if let Some(fits) = context.people.get(&*folded) {
                return fits.clone();
            }
            if let Some([who]) = context.surnames.get(&*folded).map(Vec::as_slice) {
                return vec![fit(*who, NameForm::Surname)];
            }
            // A capital that acts looks like a person: `Stockholm had been informed`.
            let place = EntityKind::Place;
            let known = context.world.at(self.words, found.first, found.last, place);
            if !known.is_empty() && !super::missed::is_ambiguous(self.words.folded(found.last)) {
                return known;
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
            .filter(|found| found.tagged.kind == EntityKind::Person)
            .filter(|found| !is_surname(self.words, found))
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

/// The word that is the first name of somebody of whom only the surname was found, with small
/// words between the two.
fn first_name(words: &Words<'_>, found: &Found) -> Option<usize> {
    if found.tagged.kind != EntityKind::Person {
        return None;
    }
    let is_small = |at: usize| !words.is_capital(at) && words.is_in(at, &PARTICLES);
    let mut at = found.first;
    while words.joint(at).is_near() && is_small(at.checked_sub(1)?) {
        at -= 1;
    }
    let first = at.checked_sub(1).filter(|_| at < found.first)?;
    let is_name = words.is_capital(first)
        && words.joint(at).is_near()
        && !crate::text::is_stop_word(words.folded(first));
    is_name.then_some(first)
}

/// The initials of a name's capitalised words, folded.
fn initials(words: &Words<'_>, first: usize, last: usize) -> String {
    let capitals = (first..=last).filter(|&at| words.is_capital(at));
    capitals
        .filter_map(|at| words.folded(at).chars().next())
        .collect()
}

/// Whether a name is a surname alone: one word, or one behind small words (`al-Zarqawi`), or two
/// capitalised words with a hyphen.
fn is_surname(words: &Words<'_>, found: &Found) -> bool {
    let first = first_of_surname(words, found);
    (found.first..first).all(|at| words.is_in(at, &SMALL))
}

/// The first word of a surname: the last of the name, or that before a hyphen between two
/// capitalised words.
fn first_of_surname(words: &Words<'_>, found: &Found) -> usize {
    let last = found.last;
    let double = found.first < last
        && words.joint(last) == Joint::Hyphen
        && words.is_capital(last)
        && words.is_capital(last - 1)
        && !words.is_in(last - 1, &PARTICLES);
    last - usize::from(double)
}

/// The surname of a person, folded.
fn surname<'a>(words: &'a Words<'_>, found: &Found) -> Cow<'a, str> {
    let last = words.folded(found.last);
    let first = first_of_surname(words, found);
    if first < found.last {
        Cow::Owned([words.folded(first), "-", last].concat())
    } else {
        Cow::Borrowed(last)
    }
}

/// Small words that may begin a surname.
static PARTICLES: WordList =
    WordList::new("al el bin ibn van von der den de da di du del della la le dos das ter ten zu");

/// Small words inside names.
static SMALL: WordList = WordList::new(
    "of for and the on in to a al el ul bin ibn van von der den de da di du del della la le dos das",
);

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
