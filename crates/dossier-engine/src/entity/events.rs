//! Events by their form.
//!
//! - `Battle of the Somme`, `War of Independence`: the kind, a small word, then capitalised words.
//! - `Hurricane Katrina`, `Operation Overlord`: the kind and a name; `Katrina` alone where the text
//!   has the storm in full.
//! - `Boston Marathon`, `2016 Summer Olympics`, `Korean War`, `World War II`: capitalised words that
//!   end in the kind, with the year before them; `G20 summit` in small letters too.
//! - Holidays, and a few that are known by a name of their own: `Ramadan`, `Christmas Day`.
//!
//! An election or a war without a name is none.

use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::{Candidate, Reading};
use super::openers::Opens;
use super::phrase::{
    candidate, first_of_name, goes_on, is_number, is_roman, is_shouted, is_year, last_of_name,
};
use super::words::{Joint, Words};
use crate::text::WordList;

/// Events in a text.
pub(super) fn find(words: &Words<'_>) -> Vec<Candidate> {
    let storms = storms(words);
    let mut found = Vec::new();
    for at in 0..words.len() {
        if let Some(name) = storm_alone(words, at, &storms) {
            let mut own = candidate(words, (at, at), Reading::Event, Some(EntityKind::Event));
            own.reading = Reading::Event(name.to_owned());
            found.push(own);
            continue;
        }
        if !words.may_open(at, Opens::Event) {
            continue;
        }
        let range = if words.is_capital(at) {
            event(words, at)
        } else {
            in_small_letters(words, at)
        };
        let range = range.filter(|_| !words.in_title_case(at));
        found.extend(
            range.map(|range| candidate(words, range, Reading::Event, Some(EntityKind::Event))),
        );
    }
    found
}

/// The words by which events are recognised, besides those that end in figures.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let lists = [&FIRST, &LAST, &OTHERS, &HOLIDAYS, &CONDITIONAL].into_iter();
    lists.flat_map(WordList::iter).for_each(add);
}

/// Words by which events are recognised together with those around them.
static CONDITIONAL: WordList = WordList::new(
    "tour giro march cup revolution hurricane typhoon cyclone superstorm storm operation eid euro \
     new games summit pandemic quake",
);

/// The storms that the text has in full, by the name alone.
fn storms<'a>(words: &'a Words<'_>) -> BTreeMap<&'a str, &'a str> {
    let mut storms = BTreeMap::new();
    for at in (0..words.len()).filter(|&at| words.may_open(at, Opens::Event)) {
        if words.is_capital(at)
            && let Some((first, last)) = storm(words, at)
        {
            let full = words.written(first, last);
            storms.entry(words.folded(last)).or_insert(full);
        }
    }
    storms
}

/// The storm that is meant by its name without its kind, where no name goes on around it.
fn storm_alone<'s>(
    words: &Words<'_>,
    at: usize,
    storms: &BTreeMap<&str, &'s str>,
) -> Option<&'s str> {
    if storms.is_empty() || !words.is_capital(at) {
        return None;
    }
    let full = *storms.get(words.folded(at))?;
    let led = at > 0 && words.joint(at).is_near() && words.is_capital(at - 1);
    (!led && !goes_on(words, at)).then_some(full)
}

/// An event that a capitalised word says the kind of, or names.
fn event(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    if is_shouted(words, at) {
        return None;
    }
    kind_first(words, at)
        .or_else(|| christened(words, at))
        .or_else(|| kind_last(words, at))
        .or_else(|| holiday(words, at))
}

/// `Battle of Stalingrad`, `Second Siege of Rhodes`, `War of 1812`, `Tour de France`.
fn kind_first(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let (kind, lead) = (words.folded(at), words.folded(at + 1));
    let leads = match kind {
        "tour" => lead == "de",
        "giro" => lead == "d'italia",
        "march" => lead == "on",
        "cup" => matches!(lead, "of" | "de") && words.folded(at + 2) == "nations",
        "revolution" => lead == "of",
        _ => lead == "of" && FIRST.contains(kind),
    };
    if !leads || words.joint(at + 1) != Joint::Space {
        return None;
    }
    // `Korean War of 1950`, whose name is whole before it.
    if kind == "war" && is_year(words, at + 2) && first_of_name(words, at) < at {
        return None;
    }
    if lead == "d'italia" {
        return Some((at, at + 1));
    }
    let last = if is_year(words, at + 2) {
        at + 2
    } else {
        last_of_name(words, at + 1, |word| FIRST.contains(word))?
    };
    // `Siege of Leningrad and Moscow` goes no further than the first place.
    let and = (at + 2..last).find(|&at| words.folded(at) == "and");
    let last = and.map_or(last, |and| and - 1);
    Some((with_year(words, first_of_name(words, at)), last))
}

/// Kinds of events that stand before what they are of.
static FIRST: WordList =
    WordList::new("battle siege war massacre feast storming sack crusade rally");

/// `Hurricane Katrina`, `Tropical Storm Beta`.
fn storm(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let next = at + 1;
    if words.joint(next) != Joint::Space || !words.is_capital(next) {
        return None;
    }
    match words.folded(at) {
        "hurricane" | "typhoon" | "cyclone" | "superstorm"
            if !OFFICES.contains(words.folded(next)) =>
        {
            Some((at, next))
        }
        "storm" if at > 0 && words.folded(at - 1) == "tropical" && words.joint(at).is_near() => {
            Some((at - 1, next))
        }
        _ => None,
    }
}

/// `Hurricane Katrina`, `Operation Desert Storm`.
fn christened(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let next = at + 1;
    if words.joint(next) != Joint::Space || !words.is_capital(next) {
        return None;
    }
    let follows = words.folded(next);
    match words.folded(at) {
        "operation" if !OFFICES.contains(follows) => {
            let end = (next + 1..next + 4).find(|&at| !goes_on(words, at - 1));
            Some((at, end.unwrap_or(next + 4) - 1))
        }
        _ => storm(words, at),
    }
}

/// Words that make a body or a thing of what stands before them.
static OFFICES: WordList =
    WordList::new("center centre watch warning season officer officers theatre manager room");

/// `Lagos Marathon`, `Korean War`, `World War II`, `2014 FIFA World Cup`.
fn kind_last(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let kind = words.folded(at);
    if !LAST.contains(kind) && !OTHERS.contains(kind) {
        return None;
    }
    let first = first_of_name(words, at);
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    let led = first < at;
    let is_kind = match kind {
        "olympics" | "paralympics" => true,
        "prix" => before == "grand",
        "open" => led && !matches!(before, "the" | "wide"),
        "bowl" => before == "super",
        "series" => before == "world",
        "spring" => matches!(before, "arab" | "prague"),
        "depression" => before == "great",
        "fair" => led && before != "vanity",
        "classic" | "masters" | "derby" | "regatta" => led,
        "flood" | "fire" | "famine" | "plague" => led && words.folded(first) == "great",
        "day" => return day(words, at),
        "eve" => before == "christmas",
        "crusades" if !led => before == "the",
        "attacks" => led && is_number(words, at - 1),
        _ => led && LAST.contains(kind),
    };
    if !is_kind {
        return None;
    }
    // `World War II`, `World War One`, but no `Olympic Games Committee`.
    if kind == "war" && words.joint(at + 1) == Joint::Space {
        let counted = is_roman(words, at + 1) || matches!(words.raw(at + 1), "One" | "Two");
        if counted {
            return Some((first, at + 1));
        }
    }
    if goes_on(words, at) {
        return None;
    }
    if matches!(kind, "war" | "wars") {
        // The year tells which part of it is meant: `the 1982 Falklands War`.
        return Some((first, at));
    }
    // `World Cup of Golf`
    let of = kind == "cup" && words.folded(at + 1) == "of" && goes_on(words, at + 1);
    Some((with_year(words, first), if of { at + 2 } else { at }))
}

/// Kinds of events that stand behind their name.
static LAST: WordList = WordList::new(
    "war wars revolution uprising rebellion revolt mutiny crusade crusades intifada massacre games \
     cup marathon championship championships festival carnival summit biennale expo rally \
     tournament holocaust genocide earthquake tsunami sevens regatta paralympics",
);

/// Kinds that stand behind a name only under a condition.
static OTHERS: WordList = WordList::new(
    "olympics paralympics prix open bowl series spring depression fair classic masters derby flood \
     fire famine plague day eve attacks",
);

/// `Independence Day`, `World AIDS Day`, `Saint Patrick's Day`.
fn day(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    let near = words.joint(at) == Joint::Space || words.joint(at) == Joint::Possessive;
    let named = near && words.is_capital(before) && words.is_in(before, &DAYS);
    (named && !goes_on(words, at)).then(|| (first_of_name(words, before), at))
}

/// What a day is called after that is a holiday.
static DAYS: WordList = WordList::new(
    "christmas boxing independence republic memorial labor labour veterans remembrance anzac earth \
     armistice victory liberation valentine mother father patrick heroes unity freedom bastille \
     canada australia aids women workers youth food health refugee",
);

/// The year directly before a name: `2016 Summer Olympics`.
fn with_year(words: &Words<'_>, first: usize) -> usize {
    let before = first.wrapping_sub(1);
    let stands = first > 0 && is_year(words, before) && words.joint(first) == Joint::Space;
    first - usize::from(stands)
}

/// Holidays and events with a name of their own, where no longer name has them.
fn holiday(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let folded = words.folded(at);
    let in_name = || {
        goes_on(words, at)
            || at > 0
                && words.joint(at).is_near()
                && words.is_capital(at - 1)
                && !words.starts_sentence(at - 1)
    };
    if folded == "eid" && words.joint(at + 1).is_near() {
        let long = matches!(words.folded(at + 1), "al" | "ul") && words.joint(at + 2).is_near();
        return Some((at, if long { at + 2 } else { at }));
    }
    if folded == "euro" && is_year(words, at + 1) && words.joint(at + 1) == Joint::Space {
        return Some((at, at + 1));
    }
    if folded.starts_with("cop") && folded.len() == 5 && is_number_of(folded) {
        return Some((at, at));
    }
    let new_year = folded == "new" && words.folded(at + 1) == "year";
    if new_year && words.joint(at + 1) == Joint::Space && words.is_capital(at + 1) {
        // `New Year's Eve`
        let day = matches!(words.folded(at + 2), "eve" | "day") && words.is_capital(at + 2);
        let owned = day && words.joint(at + 2) == Joint::Possessive;
        return Some((at, if owned { at + 2 } else { at + 1 }));
    }
    (HOLIDAYS.contains(folded) && !in_name()).then_some((at, at))
}

/// Whether what follows three letters is figures.
fn is_number_of(folded: &str) -> bool {
    folded.bytes().skip(3).all(|byte| byte.is_ascii_digit())
}

/// Holidays and events that are one word.
static HOLIDAYS: WordList = WordList::new(
    "ramadan christmas hanukkah passover diwali ashura thanksgiving halloween nowruz vesak purim \
     holocaust oktoberfest",
);

/// What games are called.
static GAMES: WordList = WordList::new("olympic paralympic asian commonwealth");

/// `Covid-19 pandemic`, `coronavirus pandemic`.
fn pandemic(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let before = at
        .checked_sub(1)
        .filter(|_| words.joint(at) == Joint::Space)?;
    if words.folded(before) == "coronavirus" {
        return Some((before, at));
    }
    let numbered = is_number(words, before) && words.joint(before) == Joint::Hyphen;
    let name = before - usize::from(numbered);
    let is_named = words.is_all_capitals(name) || words.folded(name).starts_with("covid");
    is_named.then_some((name, at))
}

/// `G20 summit`, `NATO summit`, `tropical storm Delta`.
fn in_small_letters(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let stormy = words.folded(at) == "storm" && at > 0 && words.folded(at - 1) == "tropical";
    if stormy && words.joint(at + 1) == Joint::Space && words.is_capital(at + 1) {
        return Some((at - 1, at + 1));
    }
    if words.folded(at) == "pandemic" {
        return pandemic(words, at);
    }
    // `1939 Erzincan earthquake`
    if matches!(words.folded(at), "earthquake" | "quake" | "tsunami")
        && words.joint(at) == Joint::Space
    {
        let first = first_of_name(words, at);
        let year = with_year(words, first);
        return (year < first && first < at).then_some((year, at));
    }
    // `Olympic games`
    let games = words.folded(at) == "games" && at > 0 && words.joint(at) == Joint::Space;
    if games && words.is_capital(at - 1) && words.is_in(at - 1, &GAMES) {
        return Some((first_of_name(words, at - 1), at));
    }
    let named = words.folded(at) == "summit" && at > 0 && words.joint(at) == Joint::Space;
    let body = at.checked_sub(1)?;
    let first = first_of_name(words, body);
    let numbered = is_number(words, body) && words.joint(body) == Joint::Hyphen;
    let short = words.is_capital(body)
        && (2..7).contains(&words.raw(body).len())
        && words
            .raw(body)
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let first = if numbered {
        body.checked_sub(1)?
    } else {
        first
    };
    let stands = named && (numbered && words.is_capital(first) || short && first == body);
    stands.then_some((first, at))
}
