//! How candidates of several sources make room for each other before overlaps are resolved.

use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::link;
use super::phrase::is_year;
use super::table::Table;
use super::words::Words;
use crate::collection::EntityDefinition;
use crate::date::{MONTHS, Weekday};
use crate::order;
use crate::span::Span;
use crate::text::WordList;

/// Those of some candidates that share no word with any of others.
pub(super) fn beside(
    mut own: Vec<Candidate>,
    others: &[Candidate],
    words: usize,
) -> Vec<Candidate> {
    let mut taken = vec![false; words];
    for other in others {
        if let Some(words) = taken.get_mut(other.first..=other.last) {
            words.fill(true);
        }
    }
    own.retain(|own| {
        let words = taken.get(own.first..=own.last);
        words.is_some_and(|words| !words.contains(&true))
    });
    own
}

/// Drops laws that the tagger found where rules find them by their form: it may join two.
pub(super) fn give_way(tagged: &mut Vec<Candidate>, laws: &[Candidate], words: usize) {
    let (own, others): (Vec<_>, Vec<_>) = std::mem::take(tagged)
        .into_iter()
        .partition(|own| own.tagged == Some(EntityKind::Law));
    *tagged = others;
    tagged.extend(beside(own, laws, words));
}

/// Gives dates and quantities that the tagger found in longer words the value that the rules read in
/// them: `the past 18 months` lasts 18 months.
/// What follows a comma that the rules do not read is something else: `on Tuesday, 24 years after`;
/// and so is what follows a quantity.
/// The years of `from 1950 to 1953` are two dates. What has no word for a time is none.
pub(super) fn read_tagged(
    words: &Words<'_>,
    tagged: &mut Vec<Candidate>,
    ruled: &mut Vec<Candidate>,
) {
    tagged.retain(|own| {
        let two = own.tagged == Some(EntityKind::Date)
            && own.last == own.first + 2
            && words.folded(own.first + 1) == "to"
            && [own.first, own.last].iter().all(|&at| is_year(words, at));
        let untimely = own.tagged == Some(EntityKind::Date)
            && matches!(own.reading, Reading::Tagged)
            && !(own.first..=own.last).any(|at| is_timely(words, at));
        let rate = own.tagged == Some(EntityKind::Date) && is_rate(words, own.first, own.last);
        !two && !untimely && !rate
    });
    order::sort_by_key(ruled, |rule| rule.first);
    let mut used = vec![false; ruled.len()];
    for own in tagged {
        let (Reading::Tagged, Some(kind)) = (&own.reading, own.tagged) else {
            continue;
        };
        let start = ruled.partition_point(|rule| rule.first < own.first);
        let Some(rule) = ruled.get_mut(start) else {
            continue;
        };
        let value = match (&rule.reading, kind) {
            (Reading::Date(value), EntityKind::Date) => Reading::Date(value.clone()),
            (Reading::Quantity(name), EntityKind::Quantity) => Reading::Quantity(name.clone()),
            _ => continue,
        };
        if rule.last <= own.last {
            let rest = Span::new(rule.span.end, own.span.end);
            if kind == EntityKind::Quantity || rest.slice(words.text()).starts_with(',') {
                own.last = rule.last;
                own.span.end = rule.span.end;
            }
            own.reading = value;
            used[start] = true;
        }
    }
    let mut used = used.into_iter();
    ruled.retain(|_| !used.next().unwrap_or(false));
}

/// Whether words tell how often or how long ago without a measure: `twice a week`, `many years ago`,
/// `day-to-day`.
fn is_rate(words: &Words<'_>, first: usize, last: usize) -> bool {
    let before = |back: usize| first.checked_sub(back).map_or("", |at| words.folded(at));
    let often = first == last
        && matches!(before(1), "a" | "an" | "per")
        && matches!(before(2), "once" | "twice" | "times");
    let vague = matches!(
        words.folded(first),
        "many" | "thousands" | "hundreds" | "countless"
    );
    let daily = last == first + 2
        && words.folded(first + 1) == "to"
        && words.folded(first) == words.folded(last);
    often || vague || daily
}

/// Whether a word may be part of a date: it has a figure, or is a word for a time.
fn is_timely(words: &Words<'_>, at: usize) -> bool {
    let word = words.folded(at);
    let figure = words.raw(at).bytes().any(|byte| byte.is_ascii_digit());
    figure
        || TIMES.contains(word.strip_suffix('s').unwrap_or(word))
        || Weekday::from_name(words.raw(at)).is_some()
        || MONTHS.iter().any(|month| {
            month
                .get(..word.len())
                .is_some_and(|start| word.len() > 2 && start.eq_ignore_ascii_case(word))
        })
}

/// Words for times, without the `s` of plurals.
static TIMES: WordList = WordList::new(
    "second minute hour day night week weekend fortnight month quarter season year decade century \
     centurie millennium millennia age era period time dynasty morning afternoon evening noon midday \
     midnight today tonight yesterday tomorrow spring summer autumn fall winter now twentie \
     thirtie fortie fiftie sixtie seventie eightie ninetie sept antiquity renaissance term \
     semester fiscal eve dawn dusk midweek overnight daytime yr mo wk hr min sec moment",
);

/// Adds what the tagger found where the list leaves room: the list stands above it, but a place or
/// nationality of the list may be the beginning of a longer name of another kind, and a surname of
/// the list may be that of somebody else in the document.
pub(super) fn add_tagged(
    tagged: Vec<Candidate>,
    candidates: &mut Vec<Candidate>,
    known: &[EntityDefinition],
    words: usize,
) {
    let mut owner: Vec<Option<usize>> = vec![None; words];
    for (position, candidate) in candidates.iter().enumerate() {
        if let Some(words) = owner.get_mut(candidate.first..=candidate.last) {
            words.fill(Some(position));
        }
    }
    for own in tagged {
        let range = own.first..=own.last;
        let mut owners: Vec<usize> = owner
            .get(range)
            .unwrap_or_default()
            .iter()
            .copied()
            .flatten()
            .collect();
        owners.dedup();
        let stands = owners.iter().all(|&position| {
            candidates.get(position).is_some_and(|other| {
                let longer = own.first <= other.first
                    && other.last <= own.last
                    && own.last - own.first > other.last - other.first;
                longer && may_be_part(other, own.tagged, known)
            })
        });
        if stands {
            candidates.push(own);
        } else if let [position] = owners.as_slice()
            && let Some(other) = candidates.get_mut(*position)
            && (other.first, other.last) == (own.first, own.last)
            && let (Reading::Names(others), Reading::Names(fits)) =
                (&mut other.reading, own.reading)
            && !others.iter().any(|fit| fit.form.is_full())
        {
            others.extend(fits.into_iter().filter(|fit| !fit.form.is_full()));
            other.tagged = own.tagged;
        }
    }
}

/// Whether a name of the list may be part of a longer one that the tagger found.
fn may_be_part(listed: &Candidate, tagged: Option<EntityKind>, known: &[EntityDefinition]) -> bool {
    let Reading::Names(fits) = &listed.reading else {
        return false;
    };
    let is = |kind| has_kind(listed, kind, known);
    let short = !fits.iter().any(|fit| fit.form.is_full());
    let local = is(EntityKind::Place) && tagged != Some(EntityKind::Place)
        || is(EntityKind::Group) && tagged != Some(EntityKind::Group);
    short || local
}

/// The last word of each weapon by its first.
pub(super) fn listed_weapons(
    candidates: &[Candidate],
    curated: &[EntityDefinition],
) -> BTreeMap<usize, usize> {
    candidates
        .iter()
        .filter(|candidate| has_kind(candidate, EntityKind::Weapon, curated))
        .map(|candidate| (candidate.first, candidate.last))
        .collect()
}

/// Whether a candidate is a full name of an entity of a kind.
fn has_kind(candidate: &Candidate, kind: EntityKind, curated: &[EntityDefinition]) -> bool {
    let Reading::Names(fits) = &candidate.reading else {
        return false;
    };
    fits.iter().any(|fit| match fit.who {
        Referent::Curated(position) => {
            fit.form.is_full() && curated.get(position).is_some_and(|own| own.kind == kind)
        }
        Referent::Made(_) => false,
    })
}

/// People named after a title who are not in the list.
pub(super) fn unlisted(
    people: Vec<Candidate>,
    names: &[Candidate],
    curated: &[EntityDefinition],
) -> Vec<Candidate> {
    let listed: BTreeMap<usize, usize> = names
        .iter()
        .filter(|name| has_kind(name, EntityKind::Person, curated))
        .map(|name| (name.first, name.last))
        .collect();
    let mut people = people;
    people.retain(|person| listed.range(person.first..=person.last).next().is_none());
    people
}

/// Adds the last words of people's names as short forms wherever they stand.
pub(super) fn add_short_forms(
    words: &Words<'_>,
    people: &[Candidate],
    candidates: &mut Vec<Candidate>,
    table: &mut Table,
) {
    let mut surnames: BTreeMap<&str, Vec<NameFit>> = BTreeMap::new();
    for person in people {
        let name = link::single_spaced(person.span.slice(words.text()));
        let who = table.made(EntityKind::Person, &name);
        let fits = surnames.entry(words.folded(person.last)).or_default();
        let form = NameForm::Surname;
        let fit = NameFit { who, form };
        // Nobody can tell more bearers of one surname apart; the bound keeps this linear.
        if fits.len() < 32 && !fits.contains(&fit) {
            fits.push(fit);
        }
    }
    if surnames.is_empty() {
        return;
    }
    let mut single: BTreeMap<usize, usize> = BTreeMap::new();
    for (position, candidate) in candidates.iter().enumerate() {
        if candidate.first == candidate.last {
            single.insert(candidate.first, position);
        }
    }
    for at in (0..words.len()).filter(|&at| words.is_capital(at)) {
        let Some(fits) = surnames.get(words.folded(at)) else {
            continue;
        };
        let other = single
            .get(&at)
            .and_then(|&position| candidates.get_mut(position));
        if let Some(Candidate {
            reading: Reading::Names(others),
            ..
        }) = other
        {
            others.extend(fits);
        } else {
            candidates.push(Candidate {
                first: at,
                last: at,
                span: words.span(at),
                reading: Reading::Names(fits.clone()),
                tagged: None,
            });
        }
    }
}
