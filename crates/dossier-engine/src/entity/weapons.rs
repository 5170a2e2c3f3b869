//! Weapons by their form: designators, and nouns for weapons with what stands before them.
//!
//! - A family and a number: `Hwasong-18`, `T-72`, `AK-47`, `M777`, `Glock 17`; a few families need no
//!   number (`Tomahawk`, `Kalashnikov`). What it is called and a noun directly behind belong to the
//!   name: `F-35 Lightning II`, `Su-24 bombers`.
//! - A class or a ship: `Kilo-class submarines`, `HMS Hood`.
//! - A noun for a weapon with the words before it that say which: `intercontinental ballistic
//!   missiles`, `155mm artillery shells`, `car bomb`. Nouns that mean other things too (`shell`,
//!   `tank`, `mine`) count only with such a word or in the plural.
//!
//! Bare `weapons`, `arms` and `explosives` are none.

mod lists;

use super::EntityKind;
use super::candidate::{Candidate, Reading};
use super::inflect::singular;
use super::openers::Opens;
use super::phrase::{goes_on, is_roman};
use super::words::{Joint, Words};
use crate::text::{WordList, hash_in_list};
use lists::{
    AMBIGUOUS, BEFORE, CRAFT, FAMILIES, GLUED, NAMED, NICKNAMES, NOT_FIRST, NOUNS, PAIRS, PLANTED,
    PREFIXES, QUALIFIED, SPACED, SURE, UNPILOTED,
};

/// The most words before a noun that belong to it.
const LONGEST: usize = 7;

/// Weapons in a text.
pub(super) fn find(words: &Words<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let range = may_begin(words, at).then(|| read(words, at)).flatten();
        if let Some((first, last)) = range {
            at = last + 1;
            found.push(candidate(words, first, last));
        } else {
            at += 1;
        }
    }
    found
}

/// What stands behind the hyphen of a class.
pub(super) const CLASS: &str = "class";

/// The words that a weapon may begin with, besides names of classes and what ends in figures.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let lists = [
        &PREFIXES, &GLUED, &FAMILIES, &NAMED, &SURE, &SPACED, &NOUNS, &CRAFT, &QUALIFIED, &BEFORE,
    ];
    for word in lists.into_iter().flat_map(WordList::iter) {
        add(word);
        add(&[word, "s"].concat());
    }
    let pairs = PAIRS.iter().filter_map(|pair| pair.split('-').next());
    pairs.chain(["batteries", "mirage", "type"]).for_each(add);
}

fn may_begin(words: &Words<'_>, at: usize) -> bool {
    let of_class = |at: usize| words.may_open(at, Opens::ShipClass);
    words.may_open(at, Opens::Weapon) || words.is_capital(at) && (at + 1..=at + 3).any(of_class)
}

fn read(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    class(words, at)
        .or_else(|| ship(words, at))
        .or_else(|| designator(words, at))
        .or_else(|| named(words, at))
}

fn candidate(words: &Words<'_>, first: usize, last: usize) -> Candidate {
    let span = words.cover(first, last);
    let raw = super::link::single_spaced(span.slice(words.text()));
    // A term is named in the singular and in small letters, a designator as it stands.
    let term = (first..=last).all(|at| !words.is_capital(at) || words.starts_sentence(at));
    let name = if term {
        let lower = raw.to_lowercase();
        let last = words.folded(last);
        match (singular(last), lower.strip_suffix(last)) {
            (Some(one), Some(before)) => [before, &one].concat(),
            _ => lower,
        }
    } else {
        raw
    };
    Candidate {
        first,
        last,
        span,
        reading: Reading::Weapon(name),
        tagged: Some(EntityKind::Weapon),
    }
}

/// `Kilo-class submarines`, `Arleigh Burke-class destroyer`.
fn class(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    if !words.is_capital(at) {
        return None;
    }
    let mut end = at;
    while end < at + 2 && words.joint(end + 1) != Joint::Hyphen && goes_on(words, end) {
        end += 1;
    }
    let class = end + 1;
    if words.joint(class) != Joint::Hyphen || words.folded(class) != CLASS {
        return None;
    }
    let last = end_of_nouns(words, class);
    (last > class).then_some((at, last))
}

/// `USS Gerald R. Ford`, `HMS Hood`.
fn ship(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let is_prefix = words.is_in(at, &PREFIXES) && words.is_all_capitals(at);
    if !is_prefix || words.joint(at + 1) != Joint::Space || !words.is_capital(at + 1) {
        return None;
    }
    let last = (at + 1..at + 5).find(|&at| !goes_on(words, at))?;
    Some((at, last))
}

/// A family with its number, what it is called, and a noun behind it.
fn designator(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    if !words.is_capital(at) {
        return None;
    }
    let folded = words.folded(at);
    let one = one_of(folded);
    let letters =
        folded.trim_end_matches(|c: char| c.is_ascii_alphanumeric() && !c.is_alphabetic());
    let letters = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let figures = folded.len() - letters.len();
    let glued = (1..5).contains(&figures) && GLUED.contains(letters);
    let next = at + 1;
    let is_short_number = |at: usize| {
        let word = words.folded(at);
        word.starts_with(|c: char| c.is_ascii_digit()) && word.len() < 6
    };
    let numbered = match words.joint(next) {
        Joint::Hyphen => {
            let mark = is_short_number(next) || is_roman(words, next) && SURE.contains(folded);
            mark && (FAMILIES.contains(folded) || NAMED.contains(folded) || SURE.contains(folded))
        }
        Joint::Space if SPACED.contains(folded) => {
            is_short_number(next) && words.raw(next).len() < 4
                || is_roman(words, next)
                || words.raw(next).starts_with("TB")
        }
        Joint::Space => match folded {
            "mirage" => matches!(words.raw(next), "2000" | "III" | "F1"),
            "type" => is_short_number(next) && end_of_nouns(words, next) > next,
            _ => false,
        },
        _ => false,
    };
    let paired = words.joint(next) == Joint::Space
        && words.is_capital(next)
        && PAIRS.contains(&[folded, "-", words.folded(next)].concat());
    let mut last = if numbered || paired {
        next
    } else if glued
        || SURE.contains(one)
        || SURE.contains(folded)
        || NAMED.contains(folded) && noun_follows(words, at)
    {
        at
    } else {
        return None;
    };
    // `Topol-M missile`
    if words.joint(last + 1) == Joint::Hyphen && words.raw(last + 1).len() < 3 {
        last += 1;
    }
    // `F-35 Lightning II`
    while words.joint(last + 1) == Joint::Space
        && words.is_capital(last + 1)
        && (words.is_in(last + 1, &NICKNAMES)
            || words.raw(last).len() > 3 && is_roman(words, last + 1))
    {
        last += 1;
    }
    Some((at, end_of_nouns(words, last)))
}

/// Whether a noun for a weapon follows, with words between that may stand before one.
fn noun_follows(words: &Words<'_>, at: usize) -> bool {
    end_of_nouns(words, at) > at
}

/// The last of the nouns for weapons behind a word, past words that may stand before one.
fn end_of_nouns(words: &Words<'_>, at: usize) -> usize {
    let mut end = at;
    let mut next = at + 1;
    while next <= at + 4 && words.joint(next).is_near() && words.same_sentence(at, next) {
        if is_noun(words, next) || is_craft(words, next) {
            end = next;
        } else if !words.is_in(next, &BEFORE) {
            break;
        }
        next += 1;
    }
    end
}

/// Whether a word behind a designator says what it is: `Apache helicopters`, `S-400 systems`.
fn is_craft(words: &Words<'_>, at: usize) -> bool {
    let folded = words.folded(at);
    !words.is_capital(at) && CRAFT.contains(one_of(folded))
}

/// The singular of a noun for a weapon; these are regular but for `batteries`.
fn one_of(folded: &str) -> &str {
    match folded.strip_suffix('s') {
        Some("batterie") => "battery",
        Some(one) if !one.ends_with('s') && folded != "gas" => one,
        _ => folded,
    }
}

/// A noun with the words before it.
fn named(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let rounds = matches!(words.folded(at), "round" | "rounds")
        && words.folded(at + 1) == "of"
        && words.folded(at + 2) == "ammunition";
    if rounds {
        return Some((at, at + 2));
    }
    let may_lead = words.is_in(at, &BEFORE) || is_calibre(words, at);
    // `shoulder-fired missile`, but not all of `fired missiles`
    let dangling = words.is_in(at, &NOT_FIRST) && words.joint(at) != Joint::Hyphen;
    if dangling || !may_lead && !is_noun(words, at) {
        return None;
    }
    // The run of words that may be part of one, and the last noun in it.
    let mut end = None;
    let mut next = at;
    while next <= at + LONGEST && (next == at || words.joint(next).is_near()) {
        if is_noun(words, next) {
            end = Some(next);
        } else if !words.is_in(next, &BEFORE) && !is_calibre(words, next) {
            break;
        }
        next += 1;
    }
    let mut last = end?;
    // A suicide bomber is a person.
    let lead = at - usize::from(last == at && at > 0);
    if words.folded(last).starts_with("bomber") && words.is_in(lead, &PLANTED) {
        return None;
    }
    let alone = last == at;
    let folded = words.folded(last);
    if alone && (AMBIGUOUS.contains(folded) || folded == "weapons") {
        return None;
    }
    if folded == "weapons" && words.folded(last + 1) == "of" && words.folded(last + 2) == "mass" {
        last += 3;
    }
    Some((at, last))
}

fn is_noun(words: &Words<'_>, at: usize) -> bool {
    let folded = words.folded(at);
    // `Missile Defense Agency` is a body.
    let one = one_of(folded);
    let hash = hash_in_list(one);
    if ![&NOUNS, &CRAFT, &QUALIFIED]
        .iter()
        .any(|list| list.has(one, hash))
    {
        return false;
    }
    let in_name = words.is_capital(at) && !words.starts_sentence(at) && !words.is_all_capitals(at);
    if in_name {
        return false;
    }
    let before = at.checked_sub(1).filter(|_| words.joint(at).is_near());
    let before = before.map_or("", |before| words.folded(before));
    match one {
        _ if folded == "gas" => {
            matches!(before, "tear" | "nerve" | "mustard" | "poison" | "chlorine")
        }
        "device" => matches!(before, "explosive" | "nuclear" | "incendiary" | "atomic"),
        "vest" | "belt" => matches!(before, "suicide" | "explosive" | "explosives"),
        "helicopter" => matches!(
            before,
            "attack" | "gunship" | "combat" | "military" | "transport"
        ),
        "fighter" => matches!(before, "stealth" | "jet" | "strike"),
        "plane" => matches!(
            before,
            "fighter" | "spy" | "reconnaissance" | "surveillance"
        ),
        "vessel" | "ship" => matches!(before, "naval" | "combat" | "military"),
        "vehicle" => matches!(
            before,
            "armored" | "armoured" | "fighting" | "combat" | "aerial"
        ),
        "system" => matches!(before, "defense" | "defence" | "missile"),
        "shield" => before == "missile",
        // `time bomb`, `to bomb`
        "bomb" => !matches!(before, "time" | "to" | "photo"),
        _ if folded == "aircraft" => UNPILOTED.contains(before),
        _ => NOUNS.contains(one),
    }
}

/// `155mm`, `122 millimetre`
fn is_calibre(words: &Words<'_>, at: usize) -> bool {
    let folded = words.folded(at);
    if !folded.starts_with(|first: char| first.is_ascii_digit()) && folded != "mm" {
        return false;
    }
    let figures = folded.trim_end_matches("mm");
    let is_number = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    if figures.len() < folded.len() {
        return is_number(figures) || folded == "mm" && at > 0 && is_number(words.folded(at - 1));
    }
    is_number(folded) && matches!(words.folded(at + 1), "mm" | "millimetre" | "millimeter")
}
