//! Weapons by their form: designators, and nouns for weapons with what stands before them.
//!
//! - A family and a number: `Hwasong-18`, `T-72`, `AK-47`, `M777`, `Su-35s`; a few families need no
//!   number (`Tomahawk`, `Javelin`). A noun directly behind belongs to the name: `Su-24 bombers`.
//! - A noun for a weapon with the words before it that say which: `intercontinental ballistic
//!   missiles`, `155mm artillery shells`, `car bomb`. Nouns that mean other things too (`shell`,
//!   `tank`, `mine`) count only with such a word or in the plural.
//!
//! Bare `weapons`, `arms` and `explosives` are none.

use super::EntityKind;
use super::candidate::{Candidate, Reading};
use super::inflect::singular;
use super::words::{Joint, Words};
use crate::text::WordList;

/// The most words before a noun that belong to it.
const LONGEST: usize = 7;

/// Weapons in a text.
pub(super) fn find(words: &Words<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let range = designator(words, at).or_else(|| named(words, at));
        if let Some((first, last)) = range {
            at = last + 1;
            found.push(candidate(words, first, last));
        } else {
            at += 1;
        }
    }
    found
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

/// A family with its number, and a noun behind it.
fn designator(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    if !words.is_capital(at) {
        return None;
    }
    let folded = words.folded(at);
    let letters =
        folded.trim_end_matches(|c: char| c.is_ascii_alphanumeric() && !c.is_alphabetic());
    let glued = letters.len() < folded.len() && GLUED.contains(letters);
    let next = words.folded(at + 1);
    let numbered = words.joint(at + 1) == Joint::Hyphen
        && next.starts_with(|c: char| c.is_ascii_digit())
        && next.len() < 6
        && (FAMILIES.contains(folded) || NAMED.contains(folded));
    let mut last = if numbered {
        at + 1
    } else if glued || NAMED.contains(folded) && noun_follows(words, at) {
        at
    } else {
        return None;
    };
    // `Su-24 bombers`, `Topol-M missile`
    if words.joint(last + 1) == Joint::Hyphen && words.raw(last + 1).len() < 3 {
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
        if is_noun(words, next) {
            end = next;
        } else if !BEFORE.contains(words.folded(next)) {
            break;
        }
        next += 1;
    }
    end
}

/// A noun with the words before it.
fn named(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let may_lead = BEFORE.contains(words.folded(at)) || is_calibre(words, at);
    // `shoulder-fired missile`, but not all of `fired missiles`
    let dangling = NOT_FIRST.contains(words.folded(at)) && words.joint(at) != Joint::Hyphen;
    if dangling || !may_lead && !is_noun(words, at) {
        return None;
    }
    // The run of words that may be part of one, and the last noun in it.
    let mut end = None;
    let mut next = at;
    while next <= at + LONGEST && (next == at || words.joint(next).is_near()) {
        if is_noun(words, next) {
            end = Some(next);
        } else if !BEFORE.contains(words.folded(next)) && !is_calibre(words, next) {
            break;
        }
        next += 1;
    }
    let mut last = end?;
    // A suicide bomber is a person.
    let lead = at - usize::from(last == at && at > 0);
    if words.folded(last).starts_with("bomber") && PLANTED.contains(words.folded(lead)) {
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
    let in_name = words.is_capital(at) && !words.starts_sentence(at) && !words.is_all_capitals(at);
    !in_name && (NOUNS.contains(folded) || singular(folded).is_some_and(|one| NOUNS.contains(&one)))
}

/// `155mm`, `122 millimetre`
fn is_calibre(words: &Words<'_>, at: usize) -> bool {
    let folded = words.folded(at);
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

/// Families whose designators are a name, a hyphen and a number.
static FAMILIES: WordList = WordList::new(
    "hwasong pukguksong kn t su mig f b ak rpg s kh shahed tu geran df ss agm gbu mq rq bm km mk ka \
     mi ah uh ch v fa ea rs sm thaad md pak hq js kj taepodong nodong rodong unha fateh agni shaheen \
     jericho qiam sejjil zolfaghar khorramshahr paveway tow at pt il av a fab",
);

/// Letters directly before a number: `M777`, `M16`.
static GLUED: WordList = WordList::new("m ak rpg mig su f b kn leo gmlrs");

/// Families that are names without a number too.
static NAMED: WordList = WordList::new(
    "tomahawk javelin stinger patriot iskander kinzhal kalibr atacms himars scud hellfire topol yars \
     sarmat minuteman trident exocet harpoon sidewinder katyusha qassam grad buk bayraktar lancet \
     shahed kalashnikov leopard abrams bradley hwasong taepodong nodong rodong brahmos agni reaper \
     predator apache chinook typhoon gripen rafale maverick excalibur switchblade poseidon oreshnik \
     shaheen ghauri kornet milan starstreak taurus",
);

/// Nouns for weapons, in the singular.
static NOUNS: WordList = WordList::new(
    "missile rocket shell warhead bomb torpedo grenade mortar howitzer tank drone rifle pistol \
     handgun revolver shotgun gun launcher submarine warship frigate destroyer bomber warplane \
     gunship landmine mine icbm slbm manpads munition ammunition bullet artillery gas uav ied \
     carrier jet weapon weapons interceptor minelayer minesweeper cannon bazooka machete bayonet \
     napalm sarin novichok device round",
);

/// Nouns that name a weapon only with a word before them that says which.
static AMBIGUOUS: WordList = WordList::new(
    "shell tank mine mines carrier carriers jet jets gas device devices round rounds weapon gun guns \
     mortar launcher launchers submarine submarines munition destroyer destroyers ammunition \
     munitions interceptor cannon artillery bullet drone",
);

/// What somebody who plants a bomb may be called after.
static PLANTED: WordList = WordList::new("suicide car truck roadside nail pipe letter parcel");

/// Words that belong to a noun only behind another word.
static NOT_FIRST: WordList = WordList::new(
    "fired launched propelled powered capable tipped armed to range fueled fuelled air guided fuel \
     calibre caliber mm arms",
);

/// Words that may stand before a noun and say which weapon it is.
static BEFORE: WordList = WordList::new(
    "intercontinental ballistic cruise short medium intermediate long range anti tank aircraft ship \
     surface air to hypersonic tactical nuclear atomic hydrogen thermonuclear chemical biological \
     guided laser roadside car truck suicide cluster dirty barrel mortar artillery hand petrol \
     rocket missile propelled shoulder fired man portable solid liquid fuel fueled fuelled submarine \
     launched multiple assault sniper semi automatic machine battle unmanned aerial attack kamikaze \
     fighter stealth strategic powered capable tipped tear nerve mustard land improvised explosive \
     incendiary phosphorus thermobaric glide antitank antiaircraft antiship torpedo armed small \
     arms calibre caliber mm millimetre millimeter nail pipe letter parcel gravity bunker buster",
);
