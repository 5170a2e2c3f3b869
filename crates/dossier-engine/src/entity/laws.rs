//! Treaties, laws and resolutions by their form.
//!
//! - `Resolution 1718`, with the capitalised body before it: `UN Security Council Resolution 1718`;
//!   bills, orders and directives with their numbers likewise.
//! - `Treaty of Versailles`, `Convention on the Law of the Sea`: the kind, `of`, `on`, `for` or
//!   `against`, then capitalised words, with small words between them.
//! - `Paris Agreement`, `Clean Air Act of 1963`: capitalised words that end in the kind; kinds that
//!   name little else also in small letters: `Oslo accords`.
//! - `Article 5 of the North Atlantic Treaty`: a part by its number, with the law that it is of.
//! - A few that are known by a name of their own: `Magna Carta`, `NAFTA`.

use super::candidate::{Candidate, Reading};
use super::openers::Opens;
use super::phrase::{
    candidate, first_of_name, goes_on, is_number, is_roman, is_shouted, is_year, last_of_name,
};
use super::words::{Joint, Words};
use crate::text::WordList;

/// Treaties, laws and resolutions in a text.
pub(super) fn find(words: &Words<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in (0..words.len()).filter(|&at| words.may_open(at, Opens::Law)) {
        let range = if words.is_capital(at) {
            part(words, at).or_else(|| law(words, at))
        } else {
            in_small_letters(words, at)
        };
        let range = range.filter(|_| !words.in_title_case(at));
        found.extend(range.map(|range| candidate(words, range, Reading::Law, None)));
    }
    found
}

/// The words by which laws are recognised.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let lists = [&FIRST, &LAST, &ACRONYMS, &OTHERS].into_iter();
    lists.flat_map(WordList::iter).for_each(add);
}

/// Kinds that are those of laws under a condition, what the parts of laws are called, and the first
/// words of names that say nothing of their kind.
static OTHERS: WordList = WordList::new(
    "bill resolution directive proposition ordinance decree order law h.r laws articles act \
     statute code plan convention amendment regulation treaty accord accords protocol agreement \
     agreements article title section chapter annex magna",
);

/// A law that the word at a position says the kind of.
fn law(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    if is_shouted(words, at) {
        return known(words, at);
    }
    numbered(words, at)
        .or_else(|| kind_first(words, at))
        .or_else(|| kind_last(words, at))
        .or_else(|| known(words, at))
}

/// `Resolution 1718`, `Executive Order 13769`, `Directive 2000/60/EC`, `Bill C-51`, `H.R. 5034`.
fn numbered(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let next = at + 1;
    let kind = words.folded(at);
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    if kind == "bill" && words.joint(next) == Joint::Space {
        let lettered = words.raw(next).len() == 1
            && words.joint(next + 1) == Joint::Hyphen
            && is_number(words, next + 1);
        return lettered.then_some((at, next + 1));
    }
    let is_kind = match kind {
        "resolution" | "directive" | "proposition" | "ordinance" | "decree" | "convention" => true,
        "order" => before == "executive",
        "law" => before == "public",
        "h.r" => words.gap(next).trim() == ".",
        _ => false,
    };
    let spaced = words.joint(next) == Joint::Space || kind == "h.r";
    if !is_kind || !spaced || !is_number(words, next) {
        return None;
    }
    let mut last = next;
    while last < next + 3 && words.gap(last + 1) == "/" {
        last += 1;
    }
    Some((first_of_name(words, at), last))
}

fn kind_first(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let (kind, lead) = (words.folded(at), words.folded(at + 1));
    let is_kind = match kind {
        // Faculties and courses have their laws too.
        "law" | "laws" => matches!(lead, "on" | "against"),
        "articles" | "bill" | "act" | "statute" | "code" => lead == "of",
        "plan" => lead == "of" && at > 0 && words.folded(at - 1) == "comprehensive",
        _ => FIRST.contains(kind),
    };
    let leads = matches!(lead, "of" | "on" | "for" | "against" | "to");
    if !is_kind || !leads || words.joint(at + 1) != Joint::Space {
        return None;
    }
    let last = last_of_name(words, at + 1, |word| FIRST.contains(word))?;
    Some((first_of_name(words, at), last))
}

/// Kinds of laws that stand before what they are of.
static FIRST: WordList = WordList::new(
    "treaty convention agreement protocol covenant declaration pact peace edict charter accord \
     constitution",
);

fn is_national(words: &Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    matches!(before, "national" | "party" | "democratic" | "republican")
}

fn kind_last(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let kind = words.folded(at);
    let conditional = matches!(
        kind,
        "convention" | "amendment" | "code" | "law" | "regulation" | "bill"
    );
    if !conditional && !LAST.contains(kind) {
        return None;
    }
    let mut first = first_of_name(words, at);
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    let is_kind = match kind {
        // A party's convention is a meeting.
        "convention" => !is_national(words, at),
        "amendment" => {
            // `21st Amendment`
            if first == at && at > 0 && is_number(words, at - 1) && words.joint(at).is_near() {
                first = at - 1;
            }
            true
        }
        "code" => CODES.contains(before),
        "law" => matches!(before, "basic" | "organic"),
        "regulation" => matches!(before, "protection"),
        "bill" => first < at && !GIVEN.contains(before),
        _ => true,
    };
    if !is_kind || goes_on(words, at) || first == at {
        return None;
    }
    let of = usize::from(words.folded(at + 1) == "of");
    let year = at + 1 + of;
    let dated = is_year(words, year)
        && words.joint(year) == Joint::Space
        && (of == 1 || matches!(kind, "act" | "bill" | "ordinance"));
    Some((first, if dated { year } else { at }))
}

/// Whether a name that ends in a word is that of a law.
pub(super) fn is_kind(word: &str) -> bool {
    LAST.contains(word) || matches!(word, "convention" | "regulation" | "amendment" | "bill")
}

/// Kinds of laws that stand behind their name.
static LAST: WordList = WordList::new(
    "treaty agreement agreements accord accords act pact protocol covenant conventions constitution \
     directive memorandum charter declaration statute edict ordinance compact",
);

/// What a code that is a law is one of.
static CODES: WordList = WordList::new("penal criminal civil commercial tax labour labor states");

/// What may stand before somebody called Bill.
static GIVEN: WordList = WordList::new("uncle buffalo president mr senator brother king old");

/// Kinds that need no capital behind a name: `INF treaty`, `Dayton peace accords`.
fn in_small_letters(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let name = at.checked_sub(1 + usize::from(is_about(words, at)))?;
    let is_kind = match words.folded(at) {
        "treaty" | "accord" | "accords" | "protocol" => true,
        "agreement" | "agreements" => words.is_in(name, &SIGNED_AT),
        _ => false,
    };
    let near = (name + 1..=at).all(|at| words.joint(at).is_near());
    if !is_kind || !near || !words.is_capital(name) || words.starts_sentence(name) {
        return None;
    }
    let first = first_of_name(words, name);
    // `the Russian treaty` is one of many.
    let people = ["an", "ish", "ese"]
        .iter()
        .any(|end| words.folded(name).ends_with(end));
    (first < name || !people).then_some((first, at))
}

fn is_about(words: &Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    matches!(
        before,
        "peace" | "climate" | "trade" | "nuclear" | "test-ban" | "ceasefire"
    )
}

/// Places after which an agreement is called.
static SIGNED_AT: WordList =
    WordList::new("paris minsk schengen dayton oslo belfast lusaka arusha plaza louvre potsdam");

/// `Article 5 of the North Atlantic Treaty`, `Title IX`.
fn part(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let kind = words.folded(at);
    let numbered = matches!(kind, "article" | "title" | "section" | "chapter" | "annex")
        && words.joint(at + 1) == Joint::Space
        && (is_number(words, at + 1) || is_roman(words, at + 1));
    if !numbered {
        return None;
    }
    if words.folded(at + 2) == "of" {
        let start = at + 3 + usize::from(words.folded(at + 3) == "the");
        let whole = (start..start + super::phrase::LONGEST)
            .take_while(|&next| next == start || words.joint(next).is_near())
            .filter(|&next| words.is_capital(next))
            .filter_map(|next| law(words, next))
            .find(|&(first, _)| first == start);
        if let Some((_, last)) = whole {
            return Some((at, last));
        }
    }
    let alone = match kind {
        "article" => !words.starts_sentence(at) || is_number(words, at + 1),
        "title" => true,
        _ => false,
    };
    alone.then_some((at, at + 1))
}

/// Names that say nothing of their kind.
fn known(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let pair = matches!(
        (words.folded(at), words.folded(at + 1)),
        ("magna", "carta" | "charta")
    );
    let last = at + usize::from(pair);
    (pair || words.is_all_capitals(at) && words.is_in(at, &ACRONYMS)).then_some((at, last))
}

/// Treaties and laws that are known by their initials.
static ACRONYMS: WordList = WordList::new("nafta cafta usmca gdpr jcpoa agoa ctbt erisa hipaa");
