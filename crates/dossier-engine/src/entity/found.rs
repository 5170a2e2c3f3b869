//! Names that the tagger found, on the words of the document, made whole: what it cut in two or left
//! out is put together by what stands around.

use std::collections::BTreeMap;

use super::phrase::is_year;
use super::tagger::Tagged;
use super::words::{Joint, Words};
use super::{EntityKind, bodies, dates, introduced};
use crate::order;
use crate::span::Span;
use crate::text::WordList;

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

    /// Two bodies where the tagger joined them: what follows `and the` and has three words or more is
    /// another.
    fn parted(self, words: &Words<'_>) -> impl Iterator<Item = Self> {
        let is_body = self.tagged.kind == EntityKind::Organisation;
        let mut between = self.first + 1..self.last.saturating_sub(3);
        let and = between
            .find(|&at| is_body && words.folded(at) == "and" && words.folded(at + 1) == "the");
        let mut one = self;
        let other = and.map(|and| {
            one.last = and - 1;
            one.tagged.span.end = words.span(and - 1).end;
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
            let own = own.without_lead(words);
            found.extend(own.parted(words));
        }
    }
    Pieces { words, found }
        .without_languages()
        .with_introduced()
        .with_bodies()
        .with_first_names()
        .with_syllables()
        .with_particles()
        .found
}

/// What is found so far, while it is made whole.
struct Pieces<'a, 'w> {
    words: &'a Words<'w>,
    found: Vec<Found>,
}

impl Pieces<'_, '_> {
    /// Takes out languages that have no people of their name.
    fn without_languages(mut self) -> Self {
        let words = self.words;
        self.found.retain(|own| {
            let is_group = own.tagged.kind == EntityKind::Group;
            !is_group || own.first < own.last || !words.is_in(own.first, &LANGUAGES)
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

    /// Joins the given name of two syllables behind a Korean or Chinese surname to it where the tagger
    /// saw only parts, and adds such names that it did not see: `Kwon Tae-hyung`, `Park Ji Won`.
    fn with_syllables(mut self) -> Self {
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
                found.last = last;
                found.tagged.span.end = words.span(last).end;
                free = free.max(last + 1);
            }
            whole.push(found);
        }
        let end = words.len();
        whole.extend((free..end).filter_map(|at| korean(words, at, end)));
        self.found = whole;
        self
    }

    /// Puts the small words of a surname to it where the tagger left them out, as at the beginning
    /// of a sentence: `Von der Leyen said` after `Ursula von der Leyen`.
    fn with_particles(mut self) -> Self {
        let words = self.words;
        let mut particles: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for found in self
            .found
            .iter()
            .filter(|found| found.is_full_person(words))
        {
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
    own.last = last;
    own.tagged.span.end = words.span(last).end;
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

/// Languages that no people is called by.
static LANGUAGES: WordList = WordList::new(
    "yiddish hindi urdu mandarin farsi swahili esperanto sanskrit gaelic pashto dari tagalog hebrew \
     aramaic",
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

/// Small words that may begin a surname.
static PARTICLES: WordList =
    WordList::new("al el bin ibn van von der den de da di du del della la le dos das ter ten zu");

/// Small words inside names.
static SMALL: WordList = WordList::new(
    "of for and the on in to a al el ul bin ibn van von der den de da di du del della la le dos das",
);
