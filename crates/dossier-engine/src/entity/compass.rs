//! `the North` of places that the text itself introduces: of North Yemen where the document names it,
//! and of Sudan where it names South Sudan too.

use std::collections::{BTreeMap, BTreeSet};

use super::EntityKind;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::table::Table;
use super::words::Words;
use crate::collection::EntityDefinition;

/// For each point of the compass, the places that it may be short for.
pub(super) type Points = BTreeMap<&'static str, Vec<Referent>>;

/// The points of the compass with their opposites, folded and as names have them.
const POINTS: [(&str, &str); 8] = [
    ("north", "south"),
    ("south", "north"),
    ("east", "west"),
    ("west", "east"),
    ("North", "South"),
    ("South", "North"),
    ("East", "West"),
    ("West", "East"),
];

/// A name that may be that of a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Whom it means.
    pub(super) who: Referent,
    /// Whether the tagger takes it for a place, and not for an organisation.
    pub(super) sure: bool,
}

/// What the points of the compass may mean, given the places that a document names in full, folded.
/// What is taken for an organisation is a place beside its opposite, and what no list has is one of
/// two only beside its opposite or the whole.
pub(super) fn points(places: &BTreeMap<String, Place>) -> Points {
    let mut points = Points::new();
    for (name, &Place { who, sure }) in places {
        let Some((point, opposite, rest)) = pointed(name) else {
            continue;
        };
        let has_opposite = places.contains_key(&[opposite, rest].join(" "));
        let has_whole = places.contains_key(rest);
        // `South Carolina` alone is no reason to call anything the South.
        let is_listed = matches!(who, Referent::Curated(_));
        if !has_opposite && !(sure && (has_whole || is_listed)) {
            continue;
        }
        points.entry(point).or_default().push(who);
        if let Some(&Place { who: whole, .. }) = places.get(rest).filter(|_| !has_opposite) {
            points.entry(opposite).or_default().push(whole);
        }
    }
    points
}

/// Adds to candidates for `the North` and the like what the text says they may mean, and
/// candidates where there are none yet.
pub(super) fn add(words: &Words<'_>, points: &Points, candidates: &mut Vec<Candidate>) {
    if points.is_empty() {
        return;
    }
    let mut at_word: BTreeMap<usize, Vec<NameFit>> = BTreeMap::new();
    for at in 1..words.len() {
        let after_article = words.is_capital(at) && words.folded(at - 1) == "the";
        let alone = !words.joint(at + 1).is_near() || !words.is_capital(at + 1);
        if !(after_article && alone) {
            continue;
        }
        if let Some(places) = points.get(words.folded(at)) {
            let form = NameForm::Compass;
            let fits = places.iter().map(|&who| NameFit { who, form });
            at_word.insert(at, fits.collect());
        }
    }
    for candidate in candidates.iter_mut() {
        if candidate.first != candidate.last {
            continue;
        }
        let Some(own) = at_word.remove(&candidate.first) else {
            continue;
        };
        match &mut candidate.reading {
            Reading::Names(fits) if fits.iter().any(|fit| fit.form == NameForm::Compass) => {
                fits.extend(own);
            }
            reading
                if candidate
                    .tagged
                    .is_none_or(|kind| kind <= EntityKind::Place) =>
            {
                *reading = Reading::Names(own);
            }
            _ => {}
        }
    }
    candidates.extend(at_word.into_iter().map(|(at, fits)| Candidate {
        first: at,
        last: at,
        span: words.span(at),
        reading: Reading::Names(fits),
        tagged: None,
    }));
}

/// Whether a country of a list that is named by a point of the compass, or its neighbour of the same
/// name, is among the names that are `present` in a document. Where the tagger saw no place, the
/// neighbour must be in the list too, so that the point tells the one from the other.
pub(super) fn is_present(
    list: &[EntityDefinition],
    present: &BTreeSet<&str>,
    who: Referent,
    tagged: bool,
) -> bool {
    let Referent::Curated(position) = who else {
        return false;
    };
    let Some(name) = list.get(position).map(|own| own.name.as_str()) else {
        return false;
    };
    let opposite = opposite(name).unwrap_or_default();
    let is_named = present.contains(name) || present.contains(opposite.as_str());
    is_named && (tagged || list.iter().any(|own| own.name == opposite))
}

/// The place of the same name at the other point of the compass, where there is one.
pub(super) fn neighbour(
    list: &[EntityDefinition],
    table: &Table,
    who: Referent,
) -> Option<Referent> {
    match who {
        Referent::Curated(position) => {
            let opposite = opposite(&list.get(position)?.name)?;
            let position = list.iter().position(|own| own.name == opposite)?;
            Some(Referent::Curated(position))
        }
        Referent::Made(position) => table.place_beside(position, opposite),
    }
}

/// The name with the opposite point: `South Korea` for `North Korea`.
fn opposite(name: &str) -> Option<String> {
    let (_, opposite, rest) = pointed(name)?;
    Some([opposite, rest].join(" "))
}

/// The point of the compass that a name begins with, its opposite, and the rest of the name.
fn pointed(name: &str) -> Option<(&'static str, &'static str, &str)> {
    let (first, rest) = name.split_once(' ')?;
    let &(point, opposite) = POINTS.iter().find(|(point, _)| *point == first)?;
    Some((point, opposite, rest))
}
