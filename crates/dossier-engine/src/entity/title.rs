//! Titles and honorifics before names, and people who are named in full after one.
//!
//! A title is a run of honorifics (`Ms`, `Professor`) and offices (`Defence Minister`, `spokesman`,
//! in capitals or not) directly before a name, with up to two words that say of what. It stays
//! outside the mention, tells the gender where it can, and is compared with the offices of the
//! list.
//!
//! Rule for people who are not in the list: a title, then two to four capitalised words, with
//! initials and small words such as `van` and `de` between them. In a heading whose words are all
//! capitalised only honorifics count.

use std::collections::BTreeSet;

use super::candidate::{Candidate, Reading};
use super::openers::Opens;
use super::words::{Joint, Words};
use crate::collection::{EntityDefinition, Gender};
use crate::date::{MONTHS, Weekday};
use crate::span::Span;
use crate::text::{PARTICLES, WordList, is_stop_word};

/// A title before a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// Where it stands.
    pub(super) span: Span,
    /// The words that say the office, folded, such as `["defence", "minister"]`.
    office: Vec<String>,
    /// The gender that an honorific tells.
    pub(super) gender: Option<Gender>,
}

impl Title {
    /// Whether a person of the list may bear the title. One without offices bears any office.
    pub(super) fn fits_office(&self, person: &EntityDefinition) -> bool {
        self.office.is_empty()
            || person.offices.is_empty()
            || person.offices.iter().any(|office| self.is_office(office))
    }

    /// Whether one of the two is the end of the other: `minister` and `defence minister`.
    fn is_office(&self, office: &str) -> bool {
        let spelt = |word: &str| word.to_lowercase().replace("defense", "defence");
        let other: Vec<String> = office.split(['-', ' ']).map(spelt).collect();
        let own = self.office.iter().map(|word| spelt(word));
        own.rev()
            .zip(other.iter().rev())
            .all(|(one, other)| one == *other)
    }

    /// The noun of the office, without the words that say of what.
    pub(super) fn noun(&self) -> Option<&str> {
        self.office.last().map(String::as_str)
    }

    /// Whether a person of this gender may bear the title.
    pub(super) fn fits_gender(&self, gender: Option<Gender>) -> bool {
        self.gender.is_none() || gender.is_none() || self.gender == gender
    }
}

/// The words that are titles: those of English, and the offices of a curated list.
#[derive(Debug)]
pub(super) struct Titles {
    offices: BTreeSet<String>,
    fields: BTreeSet<String>,
}

impl Titles {
    /// The titles with the offices of a list.
    pub(super) fn new(curated: &[EntityDefinition]) -> Self {
        let mut titles = Self {
            offices: BTreeSet::new(),
            fields: BTreeSet::new(),
        };
        for office in curated.iter().flat_map(|person| &person.offices) {
            let mut words: Vec<String> = office.split(['-', ' ']).map(str::to_lowercase).collect();
            titles.offices.extend(words.pop());
            // `secretary of state` stands after a name, and `of` says no field.
            titles
                .fields
                .extend(words.into_iter().filter(|word| word.len() > 3));
        }
        titles
    }

    fn is_title(&self, word: &str) -> bool {
        is_honorific(word) || OFFICES.contains(word) || self.offices.contains(word)
    }

    fn is_field(&self, word: &str) -> bool {
        FIELDS.contains(word) || self.fields.contains(word)
    }

    /// The title that ends directly before the word.
    pub(super) fn before(&self, words: &Words<'_>, at: usize) -> Option<Title> {
        let mut first = at;
        let mut gender = None;
        while first > 0 && words.joint(first) == Joint::Space && words.same_sentence(first, at) {
            let word = words.folded(first - 1);
            if !self.is_title(word) {
                break;
            }
            if is_honorific(word) && !words.is_capital(first - 1) {
                break;
            }
            gender = gender.or(gender_of(word));
            first -= 1;
        }
        if first == at {
            return None;
        }
        let mut office: Vec<String> = (first..at)
            .map(|word| words.folded(word))
            .filter(|word| !is_honorific(word))
            .map(ToOwned::to_owned)
            .collect();
        if !office.is_empty() {
            // `Defence Minister`, `deputy foreign minister`: what the office is of.
            for _ in 0..2 {
                let near = first > 0 && matches!(words.joint(first), Joint::Space | Joint::Hyphen);
                if !near || !self.is_field(words.folded(first - 1)) {
                    break;
                }
                first -= 1;
                office.insert(0, words.folded(first).to_owned());
            }
        }
        Some(Title {
            span: words.cover(first, at - 1),
            office,
            gender,
        })
    }

    /// The noun of the office that an apposition gives somebody: `the governor of Hatay, John Doe`,
    /// `John Doe, the governor of Hatay`.
    pub(super) fn beside<'w>(
        &self,
        words: &'w Words<'_>,
        first: usize,
        last: usize,
    ) -> Option<&'w str> {
        let is_office = |at: usize| {
            let word = words.folded(at);
            self.is_title(word) && !is_honorific(word)
        };
        let led = |at: usize| {
            let lead = at.checked_sub(1)?;
            let field = self.is_field(words.folded(lead));
            let article = if field { lead.checked_sub(1)? } else { lead };
            let by_article = words.is_in(article, &ARTICLES);
            (by_article || words.joint(article + 1) == Joint::Possessive)
                .then_some(words.folded(at))
        };
        let before = if words.joint(first) == Joint::Comma {
            let mut near = (first.saturating_sub(APPOSITION)..first).rev();
            let of = |at: usize| at + 1 == first || words.folded(at + 1) == "of";
            near.find(|&at| is_office(at) && of(at) && words.same_sentence(at, first))
                .and_then(led)
        } else {
            None
        };
        before.or_else(|| {
            let behind = words.joint(last + 1) == Joint::Comma;
            let mut near = last + 2..last + 5;
            let at = near.find(|&at| behind && is_office(at) && words.same_sentence(at, last))?;
            let apart = (last + 2..=at).any(|at| !words.joint(at).is_near());
            led(at).filter(|_| !apart)
        })
    }

    /// People named in full after a title.
    pub(super) fn find(&self, words: &Words<'_>) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let next = at + 1;
            let may_be_title = words.may_open(at, Opens::Title) || !self.offices.is_empty();
            if may_be_title && self.is_title(words.folded(at)) && !self.is_title(words.folded(next))
            {
                found.extend(self.named_after(words, next));
            }
            at = next;
        }
        found
    }

    fn named_after(&self, words: &Words<'_>, first: usize) -> Option<Candidate> {
        let title = self.before(words, first)?;
        let honorific = is_honorific(words.folded(first - 1));
        if words.in_title_case(first) && !honorific {
            return None;
        }
        let mut last = first;
        let mut count = 0;
        let mut at = first;
        while count < 4 && at < first + 6 && (at == first || words.joint(at).is_near()) {
            if self.is_name_word(words, at) {
                last = at;
                count += 1;
            } else if at > first && words.joint(at) == Joint::Hyphen {
                // `Jong-un`
                last = at;
            } else if !is_particle(words, at) || at == first {
                break;
            }
            at += 1;
        }
        let is_body = (first..=last).any(|at| is_body_word(words.folded(at)));
        (count > 1 && !is_body && !title.span.is_empty()).then(|| Candidate {
            first,
            last,
            span: words.cover(first, last),
            reading: Reading::TitledPerson,
            tagged: None,
        })
    }

    fn is_name_word(&self, words: &Words<'_>, at: usize) -> bool {
        let raw = words.raw(at);
        let single = raw.chars().count() == 1;
        words.is_capital(at)
            && !raw.chars().any(char::is_numeric)
            && (single || !words.is_all_capitals(at) || words.is_all_capitals(at.saturating_sub(1)))
            && !self.is_title(words.folded(at))
            && !is_stop_word(words.folded(at))
            && Weekday::from_name(raw).is_none()
            && !MONTHS
                .iter()
                .any(|month| raw.eq_ignore_ascii_case(month) && raw.len() > 5)
    }
}

/// Small words inside a name.
fn is_particle(words: &Words<'_>, at: usize) -> bool {
    words.is_in(at, &PARTICLES) || matches!(words.folded(at), "y" | "e")
}

/// Words of the names of bodies, which may follow what looks like a title (`General Assembly`).
fn is_body_word(word: &str) -> bool {
    BODY_WORDS.contains(word)
}

static BODY_WORDS: WordList = WordList::new(
    "assembly department ministry council committee commission court university college \
     institute hospital hotel company group electric motors party club school street avenue \
     square office association league bank staff house church affairs union agency museum \
     airport cup award prize",
);

/// The words of titles, besides the offices of a curated list.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let lists = [&OFFICES, &HONORIFICS].into_iter();
    lists.flat_map(WordList::iter).for_each(add);
}

static HONORIFICS: WordList = WordList::new(
    "mr mister sir lord herr monsieur ms mrs miss madam madame lady dame frau dr doctor prof rev \
     hon mx",
);

/// Words from an office to the name beside it, at most.
const APPOSITION: usize = 8;

/// Words before the office that somebody has.
static ARTICLES: WordList = WordList::new("the a an its his her their our whose");

/// Forms of address. They are titles only with a capital letter.
fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(word)
}

fn gender_of(word: &str) -> Option<Gender> {
    match word {
        "mr" | "mister" | "sir" | "lord" | "herr" | "monsieur" => Some(Gender::Male),
        "ms" | "mrs" | "miss" | "madam" | "madame" | "lady" | "dame" | "frau" => {
            Some(Gender::Female)
        }
        _ => None,
    }
}

/// Offices, ranks and callings that stand before names.
static OFFICES: WordList = WordList::new(
    "president premier chancellor minister secretary undersecretary governor \
     mayor senator congressman congresswoman representative sen rep gov councillor councilor \
     councilman councilwoman alderman mp speaker commissioner ambassador envoy consul king \
     queen prince princess emperor empress sultan emir sheikh pope cardinal archbishop bishop \
     imam rabbi ayatollah reverend pastor general gen admiral adm marshal colonel col major maj \
     captain capt commander cmdr lieutenant lt sergeant sgt corporal private brigadier judge \
     justice prosecutor attorney lawyer sheriff inspector detective constable professor \
     emeritus lecturer dean rector principal headteacher economist historian scientist engineer \
     analyst researcher expert specialist author journalist reporter correspondent editor \
     photographer director chairman chairwoman chair chief executive manager treasurer founder \
     owner leader adviser advisor aide diplomat official spokesman spokeswoman spokesperson \
     coach trainer skipper goalkeeper defender midfielder striker forward winger architect \
     artist singer actor actress pilot astronaut comrade",
);

/// Words that say of what an office is.
static FIELDS: WordList = WordList::new(
    "defence defense foreign prime interior finance economy trade energy health education \
     transport culture justice home vice deputy crown grand lord security national state press \
     harbour harbor head assistant managing acting labour labor environment agriculture party \
     city police",
);
