//! People whose names the tagger cut in two or did not see: surnames with small words, initials, given
//! names of two syllables, and relatives who are introduced by their first name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Pieces};
use crate::date::{MONTHS, Weekday};
use crate::entity::tagger::Tagged;
use crate::entity::words::{Joint, Words};
use crate::entity::{EntityKind, kin};
use crate::text::{PARTICLES, WordList, is_stop_word};

impl Pieces<'_, '_> {
    /// Joins a surname to the small words and the first name before it, where the tagger saw only
    /// parts: `Ursula von der Leyen`.
    pub(super) fn with_first_names(mut self) -> Self {
        let words = self.words;
        let mut whole: Vec<Found> = Vec::with_capacity(self.found.len());
        for mut found in self.found {
            if let Some(first) = first_name(words, &found) {
                if let Some(body) = whole.last_mut() {
                    body.give_up(words, first);
                }
                let before = whole.last().copied();
                let before = before.filter(|before| before.last >= first);
                let is_own = |before: Found| {
                    let alone = before.first == before.last && words.is_in(first, &PARTICLES);
                    (before.tagged.kind == EntityKind::Person || alone) && before.last == first
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

    /// Joins the given name of two syllables behind a Korean or Chinese surname to it where the tagger
    /// saw only parts, and adds such names that it did not see: `Kwon Tae-hyung`, `Park Ji Won`.
    pub(super) fn with_syllables(mut self) -> Self {
        let words = self.words;
        let mut whole: Vec<Found> = Vec::with_capacity(self.found.len());
        let mut free = 0;
        for mut found in self.found {
            whole.extend((free..found.first).filter_map(|at| korean(words, at, found.first)));
            free = free.max(found.last + 1);
            if whole
                .last()
                .is_some_and(|before| before.last >= found.first)
            {
                continue;
            }
            if found.tagged.kind == EntityKind::Person
                && let Some(last) = last_syllable(words, &found)
            {
                found.end_at(words, last);
                free = free.max(last + 1);
            }
            whole.push(found);
        }
        let end = words.len();
        whole.extend((free..end).filter_map(|at| korean(words, at, end)));
        self.found = whole;
        self
    }

    /// Joins the surname behind the initial with which a person's name ends: `Ulysses S.` `Grant`.
    pub(super) fn with_initials(mut self) -> Self {
        let words = self.words;
        let mut whole: Vec<Found> = Vec::with_capacity(self.found.len());
        let mut surnames = BTreeSet::new();
        for found in self.found {
            match whole.last_mut() {
                Some(before) if before.last >= found.first => {
                    before.end_at(words, found.last.max(before.last));
                }
                _ => whole.push(found),
            }
            let Some(own) = whole.last_mut() else {
                continue;
            };
            let next = own.last + 1;
            let is_initial = own.tagged.kind == EntityKind::Person
                && own.first < own.last
                && words.raw(own.last).chars().count() == 1
                && words.gap(next).starts_with(". ");
            let is_name = words.joint(next) == Joint::Space
                && words.is_capital(next)
                && !is_stop_word(words.folded(next));
            if is_initial && is_name {
                own.end_at(words, next);
                surnames.insert(words.folded(next));
            }
        }
        self.found = whole;
        self.with_surnames(&surnames)
    }

    /// Puts surnames where nothing was seen.
    fn with_surnames(self, surnames: &BTreeSet<&str>) -> Self {
        let words = self.words;
        if surnames.is_empty() {
            return self;
        }
        let alone = (1..words.len()).filter(|&at| {
            let apart = |at: usize| !words.joint(at).is_near() || !words.is_capital(at);
            let before = words.starts_sentence(at) || !words.is_capital(at - 1);
            let surname = words.is_capital(at) && surnames.contains(words.folded(at));
            surname && before && apart(at + 1)
        });
        let alone: Vec<_> = alone.map(|at| (at, at, EntityKind::Person)).collect();
        self.with(alone, |_, _| false)
    }

    /// Takes bodies for people that are called like them: two capitalised words with small ones of
    /// surnames between them, of whom the text speaks as of somebody.
    pub(super) fn with_people(mut self) -> Self {
        let words = self.words;
        for own in &mut self.found {
            let between = own.first + 1..own.last;
            let is_called_so = !between.is_empty()
                && between.clone().all(|at| words.is_in(at, &SURE))
                && words.is_capital(own.first)
                && words.is_capital(own.last);
            let next = own.last + 1;
            let is_somebody = words.joint(next) == Joint::Comma
                && matches!(words.folded(next), "who" | "whose" | "whom");
            if is_called_so && is_somebody {
                own.tagged.kind = EntityKind::Person;
            }
        }
        self
    }

    /// Surnames with small words of people who are named in full, wherever the text has both: `Von
    /// der Leyen said` after `Ursula von der Leyen`.
    pub(super) fn with_particles(self) -> Self {
        let words = self.words;
        let mut surnames: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for found in self
            .found
            .iter()
            .filter(|found| found.is_full_person(words))
        {
            let small = (found.first + 1..found.last).rev();
            let small = small
                .take(4)
                .take_while(|&at| words.is_in(at, &PARTICLES))
                .last();
            surnames.extend(small.map(|first| (words.folded(found.last), (first, found.last))));
        }
        let alone = (0..words.len()).filter_map(|last| {
            let &(from, to) = surnames.get(words.folded(last))?;
            let first = last.checked_sub(to - from)?;
            let same =
                (0..=to - from).all(|by| words.folded(first + by) == words.folded(from + by));
            let near = (first + 1..=last).all(|at| words.joint(at).is_near());
            let goes_on = words.joint(last + 1) == Joint::Space && words.is_capital(last + 1);
            (same && near && !goes_on).then_some((first, last, EntityKind::Person))
        });
        let alone: Vec<_> = alone.collect();
        self.with(alone, |_, _| true)
    }

    /// Relatives who are introduced by a name that the tagger did not see: `her son Jun`.
    pub(super) fn with_relatives(self) -> Self {
        let words = self.words;
        let capital = (2..words.len()).filter(|&at| words.is_capital(at));
        let introduced = capital.filter_map(|first| {
            let whose =
                words.joint(first - 1) == Joint::Possessive || words.is_in(first - 2, &WHOSE);
            let is_relative = words.joint(first) == Joint::Space && kin::is_noun(words, first - 1);
            if !whose || !is_relative || !is_first_name(words, first) || words.in_title_case(first)
            {
                return None;
            }
            let goes_on = |at: &usize| words.gap(*at) == " " && words.is_capital(*at);
            let last = (first + 1..first + 3).take_while(goes_on).last();
            Some((first, last.unwrap_or(first), EntityKind::Person))
        });
        let introduced: Vec<_> = introduced.collect();
        let taken: Vec<(usize, usize)> =
            self.found.iter().map(|own| (own.first, own.last)).collect();
        let is_free = |&(first, last, _): &(usize, usize, EntityKind)| {
            let next = taken.partition_point(|own| own.1 < first);
            taken.get(next).is_none_or(|own| own.0 > last)
        };
        let introduced: Vec<_> = introduced.into_iter().filter(is_free).collect();
        self.with(introduced, |_, _| false)
    }
}

impl Found {
    /// Leaves the first name of somebody to them where it was taken for the end of a body: `the
    /// Democrats of Martin` before `von der Heide`.
    fn give_up(&mut self, words: &Words<'_>, first: usize) {
        let is_body = self.tagged.kind == EntityKind::Organisation && self.last == first;
        if is_body && self.first + 1 < first && words.folded(first - 1) == "of" {
            self.end_at(words, first - 2);
        }
    }
}

/// Whether a capitalised word may be a first name.
fn is_first_name(words: &Words<'_>, at: usize) -> bool {
    let raw = words.raw(at);
    words.is_capital(at)
        && !words.is_all_capitals(at)
        && !is_stop_word(words.folded(at))
        && Weekday::from_name(raw).is_none()
        && !MONTHS.iter().any(|month| raw.eq_ignore_ascii_case(month))
}

/// The word that is the first name of somebody of whom only the surname was found, with small
/// words between the two.
fn first_name(words: &Words<'_>, found: &Found) -> Option<usize> {
    let is_person = found.tagged.kind == EntityKind::Person;
    if !is_person && found.tagged.kind != EntityKind::Organisation {
        return None;
    }
    let is_small = |at: usize| !words.is_capital(at) && words.is_in(at, &PARTICLES);
    let mut at = found.first;
    while words.joint(at).is_near() && is_small(at.checked_sub(1)?) {
        at -= 1;
    }
    let first = at.checked_sub(1).filter(|_| at < found.first)?;
    let is_name =
        words.is_capital(first) && words.joint(at).is_near() && !is_stop_word(words.folded(first));
    // `Van der Meer Marine`, but not `Banco de Chile`, which is whole as it is.
    let fits = is_person || words.is_in(first, &PARTICLES);
    (is_name && fits).then_some(first)
}

/// The last word of a given name of two syllables that a person's name has cut or left out.
fn last_syllable(words: &Words<'_>, found: &Found) -> Option<usize> {
    // The given name begins in the name's last word, or directly behind a surname alone.
    let behind =
        usize::from(found.first == found.last && words.joint(found.last + 1) == Joint::Space);
    let given = found.last + behind;
    let syllable = given + 1;
    let is_syllable = |at: usize| (2..=6).contains(&words.raw(at).chars().count());
    let spelt_apart = found.last == found.first + 1
        && words.is_in(found.first, &KOREAN)
        && words.joint(syllable) == Joint::Space
        && words.is_capital(syllable)
        && [given, syllable].into_iter().all(is_syllable);
    if spelt_apart {
        return Some(syllable);
    }
    let fits = found.first < given
        && words.is_capital(given)
        && is_syllable(given)
        && words.joint(syllable) == Joint::Hyphen
        && is_syllable(syllable)
        && words
            .raw(syllable)
            .bytes()
            .all(|byte| byte.is_ascii_lowercase())
        && !words.is_in(syllable, &NO_SYLLABLES);
    fits.then_some(syllable)
}

/// A name of a Korean surname and two syllables with a hyphen, before an end.
fn korean(words: &Words<'_>, first: usize, end: usize) -> Option<Found> {
    let is_surname = words.is_capital(first) && words.is_in(first, &KOREAN);
    if !is_surname || words.joint(first + 1) != Joint::Space {
        return None;
    }
    let tagged = Tagged {
        span: words.span(first),
        kind: EntityKind::Person,
    };
    let mut own = Found {
        first,
        last: first,
        tagged,
    };
    let last = last_syllable(words, &own).filter(|&last| last < end)?;
    own.end_at(words, last);
    Some(own)
}

/// The most frequent surnames of Korea.
static KOREAN: WordList = WordList::new(
    "kim lee park choi chung jeong jung kang cho jo yoon yun jang chang lim han oh seo suh shin \
     kwon hwang ahn song yoo ryu hong moon yang bae baek nam noh roh",
);

/// What is joined to names by a hyphen and is no part of them: `Moscow-based`.
static NO_SYLLABLES: WordList = WordList::new(
    "based led backed born run style like type elect era wide made owned built area trained held \
     aged inspired old year long ruled named free pro anti",
);

/// Whose relative somebody may be.
static WHOSE: WordList = WordList::new("his her their my our your whose");

/// Small words that stand in the names of people and of little else.
static SURE: WordList = WordList::new("van von der den bin bint ibn ter zu");
