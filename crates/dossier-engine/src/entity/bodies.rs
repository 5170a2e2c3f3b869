//! Organisations by their form: a noun that says what they are with the capitalised words around
//! it.
//!
//! - `Bowling Green State University`, `Virgin Records`, `Liberal Party`: capitalised words that end
//!   in such a noun. Nouns that mean other things too count only behind some words: `Air Force`,
//!   `High Court`.
//! - `University of Lima`, `Ministry of Trade and Industry`, `Academy of Sciences of Ukraine`: the
//!   noun, `of` or `for`, and capitalised words.
//! - `2nd Air Division`: a unit with its number.
//!
//! The tagger finds most of them by itself; the form settles where a long or unheard-of one begins
//! and ends.

use super::openers::Opens;
use super::phrase::{LONGEST, first_of_name, goes_on, is_number, is_shouted};
use super::words::{Joint, Words};
use crate::text::WordList;

/// The first and last words of organisations, in order.
pub(super) fn find(words: &Words<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut free = 0;
    for at in 0..words.len() {
        let may_be = words.is_capital(at) && words.may_open(at, Opens::Body);
        if at < free || !may_be || is_shouted(words, at) {
            continue;
        }
        let body = body(words, at).filter(|&(first, _)| first >= free && !words.in_title_case(at));
        if let Some((first, last)) = body {
            found.push((first, last));
            free = last + 1;
        }
    }
    found
}

/// The nouns by which organisations are recognised.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let lists = [&LEADS, &HEADS, &UNITS, &OTHERS].into_iter();
    lists.flat_map(WordList::iter).chain(["pt"]).for_each(add);
}

/// The organisation that the word at a position says the kind of.
fn body(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let kind = words.folded(at);
    let leads = words.is_in(at, &LEADS);
    let ends = words.is_in(at, &HEADS) || words.is_in(at, &UNITS) || words.is_in(at, &OTHERS);
    if kind == "pt" && words.is_all_capitals(at) && goes_on(words, at) {
        return end_of_run(words, at).map(|last| (at, last));
    }
    if !leads && !ends {
        return None;
    }
    let first = first_of_body(words, at);
    if leads && let Some(last) = end_of_whole(words, at) {
        return Some((first, last));
    }
    // `University College Dublin`
    if kind == "university" && words.folded(at + 1) == "college" && goes_on(words, at) {
        return end_of_run(words, at).map(|last| (at, last));
    }
    if !ends || goes_on(words, at) {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    let is_kind = match kind {
        "union" => !matches!(before, "soviet" | "western" | "civil"),
        "bank" => !matches!(
            before,
            "west" | "left" | "right" | "south" | "east" | "outer"
        ),
        "force" => matches!(before, "air" | "task" | "police" | "defence" | "defense"),
        "forces" => matches!(before, "armed" | "defence" | "defense" | "air"),
        "guard" => matches!(
            before,
            "national" | "coast" | "revolutionary" | "republican"
        ),
        "court" => matches!(before, "supreme" | "high" | "constitutional" | "district"),
        "school" => matches!(before, "high" | "business" | "law" | "medical"),
        "times" => first + 2 == at || first > 0 && words.folded(first - 1) == "the",
        "post" => !matches!(before, "general" | "trading" | "first" | "command"),
        "party" => !matches!(
            before,
            "christmas" | "tea" | "birthday" | "garden" | "dinner"
        ),
        "service" => matches!(before, "secret" | "security" | "weather" | "intelligence"),
        "ag" | "nv" | "bv" | "kk" => words.is_all_capitals(at),
        "club" => before != "country",
        "division" => DIVISIONS.contains(before),
        "united" => before != "the",
        _ => true,
    };
    if !is_kind {
        return None;
    }
    let first = with_number(words, first, at);
    (first < at).then_some((first, at))
}

/// The first word of an organisation that ends in a noun, and what leads up to that.
fn first_of_body(words: &Words<'_>, at: usize) -> usize {
    let mut first = first_of_name(words, at);
    while at - first < LONGEST
        && let Some(end) = end_before(words, first, at)
    {
        first = first_of_name(words, end);
    }
    first
}

/// The last of the capitalised words from which a name goes on at a word although something stands
/// between: `People's Party`, `Co-operative Federation`, `Economic and Financial Commission`.
fn end_before(words: &Words<'_>, first: usize, head: usize) -> Option<usize> {
    let before = first.checked_sub(1)?;
    let joint = words.joint(first);
    if joint == Joint::Possessive && words.is_capital(before) {
        let saint = before > 0 && words.folded(before - 1) == "st" && words.joint(before).is_near();
        return (saint || words.is_in(before, &OWNERS)).then_some(before);
    }
    let end = before.checked_sub(1).filter(|&end| words.is_capital(end))?;
    let word = words.folded(before);
    let hyphened = words.joint(before) == Joint::Hyphen
        && joint == Joint::Space
        && words.is_in(before, &COMPOUND)
        && !words.is_capital(before);
    let listed = word == "and"
        && joint == Joint::Space
        && words.joint(before) == Joint::Space
        && first < head
        && words.is_in(head, &SHARED);
    (hyphened || listed).then_some(end)
}

/// The number directly before a unit of an army: `65th Air Division`.
fn with_number(words: &Words<'_>, first: usize, at: usize) -> usize {
    let before = first.wrapping_sub(1);
    let numbered = first > 0
        && words.is_in(at, &UNITS)
        && words.joint(first) == Joint::Space
        && is_number(words, before)
        && words.raw(before).len() < 6;
    first - usize::from(numbered)
}

/// The last word of what a noun is of or for: `of Trade and Industry`, `of Sciences of Ukraine`.
fn end_of_whole(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut last = at;
    for _ in 0..2 {
        let Some(end) = end_of_part(words, at, last) else {
            break;
        };
        last = end;
    }
    (last > at).then_some(last)
}

fn end_of_part(words: &Words<'_>, head: usize, at: usize) -> Option<usize> {
    let lead = at + 1;
    let leads = match words.folded(lead) {
        "of" => true,
        "for" | "on" => at == head && !words.is_in(head, &ONLY_OF),
        _ => false,
    };
    if !leads || words.joint(lead) != Joint::Space {
        return None;
    }
    let first = lead + 1 + usize::from(words.folded(lead + 1) == "the");
    let last = end_of_run(words, first)?;
    // `of the National People's Congress`
    let owned = words.joint(last + 1) == Joint::Possessive && words.is_in(last, &OWNERS);
    let last = if owned {
        end_of_run(words, last + 1).unwrap_or(last)
    } else {
        last
    };
    if !words.is_in(head, &SHARED) {
        return Some(last);
    }
    // `Trade, Mines and Industry`: a list counts only with its last part.
    let mut part = last;
    while words.joint(part + 1) == Joint::Comma && part < head + 2 * LONGEST {
        let Some(end) = end_of_run(words, part + 1) else {
            return Some(last);
        };
        part = end;
    }
    let joined = words.folded(part + 1) == "and" && words.joint(part + 1) == Joint::Space;
    let end = joined.then(|| end_of_run(words, part + 2)).flatten();
    Some(end.unwrap_or(last))
}

/// The last of the capitalised words that begin at one.
fn end_of_run(words: &Words<'_>, first: usize) -> Option<usize> {
    let goes_on = |at: &usize| *at == first || words.joint(*at).is_near();
    let capital = |at: &usize| words.is_capital(*at);
    (first..first + LONGEST)
        .take_while(goes_on)
        .take_while(capital)
        .last()
}

/// Whether a word is a noun that says what an organisation is.
pub(super) fn is_noun(words: &Words<'_>, at: usize) -> bool {
    [&HEADS, &LEADS, &OTHERS]
        .into_iter()
        .any(|list| words.is_in(at, list))
}

/// Whether a word ends the names of companies and of nothing else.
pub(super) fn is_company(words: &Words<'_>, at: usize) -> bool {
    words.is_in(at, &COMPANIES)
}

static COMPANIES: WordList = WordList::new(
    "group inc corp corporation ltd plc llc gmbh holdings industries motors pharmaceuticals \
     electronics chemicals semiconductor semiconductors logistics telecom technologies shipping \
     airlines airways bancorp enterprises",
);

/// The initials of a name's capitalised words, folded.
pub(super) fn initials(words: &Words<'_>, first: usize, last: usize) -> String {
    let capitals = (first..=last).filter(|&at| words.is_capital(at));
    capitals
        .filter_map(|at| words.folded(at).chars().next())
        .collect()
}

/// Nouns that end the names of organisations and of little else.
static HEADS: WordList = WordList::new(
    "university college institute academy party ministry corporation corp inc ltd plc llc gmbh \
     association federation confederation league committee commission council airlines airways \
     records orchestra philharmonic authority agency bureau foundation society chronicle herald \
     tribune gazette navy army department broadcasting entertainment publishing pharmaceuticals \
     industries holdings insurance bancorp senate assembly congress organization organisation \
     alliance network fund club press company telecom laboratories motors technologies rovers \
     wanderers athletic investments lines tv shipping securities enterprises breweries electronics \
     chemicals foods software semiconductor semiconductors properties board bhd tbk asa oyj pty pvt ag nv bv kk",
);

/// Units of an army.
static UNITS: WordList = WordList::new("brigade battalion regiment corps squadron division fleet");

/// Second parts of words before such nouns: `Co-operative`, `Forty-third`.
static COMPOUND: WordList =
    WordList::new("operative operation first second third fourth fifth sixth seventh eighth ninth");

/// What a division is that is a unit of an army.
static DIVISIONS: WordList =
    WordList::new("air airborne infantry armored armoured cavalry marine tank panzer");

/// Nouns that end the names of organisations only under a condition.
static OTHERS: WordList =
    WordList::new("union bank force forces guard court school times post party service united");

/// Nouns before what they are of or for.
static LEADS: WordList = WordList::new(
    "university ministry department bank academy institute association federation confederation \
     union party council committee commission board bureau agency organization organisation \
     society league alliance movement front chamber house court centre center foundation fund \
     congress army college school office",
);

/// Nouns that are of something and for nothing.
static ONLY_OF: WordList =
    WordList::new("university college school bank army house court chamber party academy");

/// Nouns that may be for several things: `Ministry of Trade and Industry`.
static SHARED: WordList = WordList::new(
    "ministry department academy institute council committee commission board bureau agency \
     office society organization organisation association college",
);

/// Who may own an organisation: `People's Party`, `King's College`.
static OWNERS: WordList = WordList::new(
    "people peoples workers king queen women children lord farmers peasants teachers students",
);

/// Whether a place is the beginning of the name of a body or building: `Boston University`.
pub(super) fn is_headed_by(words: &Words<'_>, last: usize) -> bool {
    let body = |at: usize| words.is_in(at, &HEADED);
    let capital_after = |at: usize| words.joint(at) == Joint::Space && words.is_capital(at);
    capital_after(last + 1) && (body(last + 1) || capital_after(last + 2) && body(last + 2))
}

static HEADED: WordList = WordList::new(
    "university college school institute academy hospital bank post times herald tribune \
     journal gazette club airport bridge street road avenue square museum cathedral station \
     stadium theatre theater orchestra philharmonic exchange united rovers wanderers airlines \
     airways railway zoo marathon",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Analyser;

    fn found(text: &str) -> Vec<&str> {
        let words = Words::of_name(text, &Analyser::new("en"));
        let ranges = find(&words).into_iter();
        ranges
            .map(|(first, last)| words.cover(first, last).slice(text))
            .collect()
    }

    #[test]
    fn a_noun_takes_the_capitalised_words_before_it() {
        let text =
            "He left Bowling Green State University for Virgin Records and the Liberal Party.";
        let names = [
            "Bowling Green State University",
            "Virgin Records",
            "Liberal Party",
        ];
        assert_eq!(found(text), names);
    }

    #[test]
    fn a_noun_takes_what_it_is_of() {
        let text = "The Ministry of Trade and Industry of Ghana, the Academy of Sciences and the \
                    Institute for Mines, Water and Energy met at the University of Lima.";
        let names = [
            "Ministry of Trade and Industry of Ghana",
            "Academy of Sciences",
            "Institute for Mines, Water and Energy",
            "University of Lima",
        ];
        assert_eq!(found(text), names);
    }

    #[test]
    fn small_words_and_owners_may_stand_inside() {
        let text = "the Economic and Financial Crimes Commission, the People's Action Party, \
                    St Mel's College, the Co-operative Commonwealth Federation, University College Dublin";
        let names = [
            "Economic and Financial Crimes Commission",
            "People's Action Party",
            "St Mel's College",
            "Co-operative Commonwealth Federation",
            "University College Dublin",
        ];
        assert_eq!(found(text), names);
    }

    #[test]
    fn a_unit_has_its_number() {
        let text = "the 65th Air Division, the 4th Infantry Division and PT Karya Bangun";
        let names = [
            "65th Air Division",
            "4th Infantry Division",
            "PT Karya Bangun",
        ];
        assert_eq!(found(text), names);
    }

    #[test]
    fn other_meanings_of_the_nouns_are_no_organisations() {
        let text = "The Party met on the West Bank near the Country Club; Soviet Union, Boston Tea Party, \
                    Union Square, the Great Division.";
        assert_eq!(found(text), [""; 0]);
    }
}
