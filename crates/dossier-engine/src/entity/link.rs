//! Linking inside a document: whom each name means, given what stands before it.
//!
//! - A full name means the entity that has it. Where several have it, the one that was named last
//!   before it; then the one named most in the document, in the collection, and first in the list.
//! - A surname means the last full name before it that it fits, if honorific and office allow.
//!   Someone introduced as a relative (`his father, John Doe`) takes a surname over only from
//!   nobody else. Where no full name stands before it, it means the entity of the list that it
//!   fits: the one whose office fits, then the one named most.
//! - Whom an office or honorific was given or taken to mean keeps it: `Judge Okoro` is the judge.
//! - The first word of a name is a short form (surnames come first in many languages) after the full
//!   name or after a title only.
//! - A short form beside another capitalised word belongs to an unknown name and means nobody.
//! - `the North` means the last place before it that is named North something.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::table::{Keys, Table};
use super::title::{Title, Titles};
use super::words::Words;
use super::{EntityKind, LinkReason, bodies, compass, introduced, kin, unknown};
use crate::collection::{EntityDefinition, Gender};
use crate::span::Span;

/// A mention before entities have their final positions.
#[derive(Debug)]
pub(super) struct Linked {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) span: Span,
    pub(super) who: Referent,
    pub(super) reason: LinkReason,
    pub(super) stands_for: Option<Referent>,
}

/// How often each curated entity is named in full.
pub(super) type Counts = BTreeMap<usize, u32>;

/// Adds the full names among candidates to counts. A name that several entities have says nothing.
pub(super) fn count(candidates: &[Candidate], counts: &mut Counts) {
    for candidate in candidates {
        if let Reading::Names(fits) = &candidate.reading
            && let [fit] = fits.as_slice()
            && let Referent::Curated(position) = fit.who
            && fit.form.is_full()
        {
            *counts.entry(position).or_default() += 1;
        }
    }
}

/// The names of the places that candidates speak of: by full names, peoples and capitals.
pub(super) fn present<'a>(
    candidates: &[Candidate],
    known: &'a [EntityDefinition],
    keys: &Keys,
) -> BTreeSet<&'a str> {
    let own = |who| match who {
        Referent::Curated(position) => known.get(position),
        Referent::Made(_) => None,
    };
    let mut present = BTreeSet::new();
    for candidate in candidates {
        let Reading::Names(fits) = &candidate.reading else {
            continue;
        };
        for definition in fits
            .iter()
            .filter(|fit| fit.form.is_full())
            .filter_map(|fit| own(fit.who))
        {
            present.insert(definition.name.as_str());
            for key in [&definition.country, &definition.stands_for]
                .into_iter()
                .flatten()
            {
                let country = keys.get(key).and_then(|&who| own(who));
                present.extend(country.map(|country| country.name.as_str()));
            }
        }
    }
    present
}

/// A place where an entity was named in full.
#[derive(Clone, Copy, Debug)]
struct Named {
    span: Span,
    as_relative: bool,
}

/// Links the candidates of one document.
pub(super) struct Linker<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) curated: &'a [EntityDefinition],
    /// Names of the places that full names, peoples and capitals in the document speak of.
    pub(super) present: BTreeSet<&'a str>,
    /// Entities of the list by their keys.
    pub(super) keys: &'a Keys,
    pub(super) titles: &'a Titles,
    pub(super) in_document: &'a Counts,
    pub(super) in_collection: &'a Counts,
    pub(super) table: &'a mut Table,
    /// The offices that people made from the text were given in it.
    pub(super) offices: BTreeSet<(Referent, String)>,
    /// Laws named so far by what is short for them: `Resolution` and number, or initials.
    pub(super) short_laws: BTreeMap<String, (Referent, Span)>,
}

impl Linker<'_> {
    /// The mentions among the candidates, which are in order and do not overlap.
    pub(super) fn link(mut self, candidates: &[Candidate]) -> Vec<Linked> {
        let mut taken = vec![false; self.words.len()];
        for candidate in candidates {
            if let Some(words) = taken.get_mut(candidate.first..=candidate.last) {
                words.fill(true);
            }
        }
        let mut named = BTreeMap::new();
        let mut found = Vec::new();
        for candidate in candidates {
            if let Some((who, reason)) = self.read(candidate, &taken, &mut named) {
                found.push(Linked {
                    first: candidate.first,
                    last: candidate.last,
                    span: candidate.span,
                    who,
                    reason,
                    stands_for: None,
                });
            }
        }
        found
    }

    fn read(
        &mut self,
        candidate: &Candidate,
        taken: &[bool],
        named: &mut BTreeMap<Referent, Named>,
    ) -> Option<(Referent, LinkReason)> {
        let found = self.read_untagged(candidate, taken, named);
        if found.is_some() {
            return found;
        }
        // What fits nobody whom it could be short for is a name of its own.
        let kind = candidate.tagged?;
        let name = single_spaced(candidate.span.slice(self.words.text()));
        Some((self.table.named(kind, &name), LinkReason::Recognised))
    }

    fn read_untagged(
        &mut self,
        candidate: &Candidate,
        taken: &[bool],
        named: &mut BTreeMap<Referent, Named>,
    ) -> Option<(Referent, LinkReason)> {
        let mut note = |who, as_relative| {
            let span = candidate.span;
            named.insert(who, Named { span, as_relative });
        };
        match &candidate.reading {
            Reading::Law(name) => {
                let found = self.law(name, candidate.span);
                let short = introduced::loosely(self.words, candidate.first, candidate.last);
                if let Some(short) = short {
                    let short = self.words.raw(short).to_owned();
                    self.short_laws.insert(short, (found.0, candidate.span));
                }
                note(found.0, false);
                Some(found)
            }
            Reading::Date(value) => {
                let reason = if value.resolved {
                    LinkReason::Resolved
                } else {
                    LinkReason::Rule
                };
                Some((self.table.made(EntityKind::Date, &value.name), reason))
            }
            Reading::Tagged => None,
            Reading::Weapon(name) => {
                Some((self.table.named(EntityKind::Weapon, name), LinkReason::Rule))
            }
            Reading::Event(name) => {
                Some((self.table.named(EntityKind::Event, name), LinkReason::Rule))
            }
            Reading::Quantity(name) => Some((
                self.table.made(EntityKind::Quantity, name),
                LinkReason::Rule,
            )),
            Reading::TitledPerson => {
                let title = self.titles.before(self.words, candidate.first)?;
                let name = single_spaced(candidate.span.slice(self.words.text()));
                let who = self.table.person(&name, title.gender);
                note(who, kin::is_relative(self.words, candidate.first));
                let noun = title.noun().map(str::to_owned);
                self.offices.extend(noun.map(|noun| (who, noun)));
                let title = title.span.slice(self.words.text()).to_owned();
                Some((who, LinkReason::Title { title }))
            }
            Reading::Names(fits) => {
                if let Some(fit) = self.full(fits, candidate, named) {
                    let title = self.titles.before(self.words, candidate.first);
                    let gender = title
                        .as_ref()
                        .and_then(|title| title.gender)
                        .or_else(|| kin::gender(self.words, candidate.first, candidate.last));
                    self.table.note_gender(fit.who, gender);
                    let noun = title.as_ref().and_then(Title::noun);
                    let beside = self
                        .titles
                        .beside(self.words, candidate.first, candidate.last);
                    let beside = beside.filter(|_| candidate.tagged == Some(EntityKind::Person));
                    let nouns = noun.into_iter().chain(beside);
                    self.offices
                        .extend(nouns.map(|noun| (fit.who, noun.to_owned())));
                    self.note_country(fit.who, candidate.span, named);
                    named.insert(
                        fit.who,
                        Named {
                            span: candidate.span,
                            as_relative: kin::is_relative(self.words, candidate.first),
                        },
                    );
                    return Some((fit.who, self.reason(fit)));
                }
                let found = self.short(fits, candidate, taken, named);
                // Whom an honorific was taken to mean has it from now on.
                if let Some((who, _)) = &found {
                    let title = self.titles.before(self.words, candidate.first);
                    self.table
                        .note_gender(*who, title.and_then(|title| title.gender));
                }
                found
            }
        }
    }

    /// A law by its name; `Resolution 5` is the last longer name before it that ends so, and initials
    /// are the name that brackets gave them to.
    fn law(&mut self, name: &str, span: Span) -> (Referent, LinkReason) {
        let number = name.rfind("Resolution ").map(|at| &name[at..]);
        let is_short = number.is_none_or(|number| number == name);
        if let Some(&(who, full)) = self.short_laws.get(name).filter(|_| is_short) {
            return (who, LinkReason::ShortForm { full });
        }
        let who = self.table.made(EntityKind::Law, name);
        if let Some(number) = number {
            self.short_laws.insert(number.to_owned(), (who, span));
        }
        (who, LinkReason::Rule)
    }

    /// Whom a full name means.
    fn full(
        &self,
        fits: &[NameFit],
        candidate: &Candidate,
        named: &BTreeMap<Referent, Named>,
    ) -> Option<NameFit> {
        let title = self.titles.before(self.words, candidate.first);
        let full: Vec<NameFit> = fits
            .iter()
            .copied()
            .filter(|fit| fit.form.is_full())
            .filter(|fit| {
                // `Ms London` is no city.
                let is_person = title.as_ref().is_some_and(|title| title.gender.is_some());
                !(is_person && self.is(fit.who, EntityKind::Place))
            })
            .filter(|fit| {
                !(self.is(fit.who, EntityKind::Place)
                    && bodies::is_headed_by(self.words, candidate.last))
            })
            .collect();
        full.into_iter().min_by_key(|fit| {
            let last = named.get(&fit.who).map_or(0, |named| named.span.end);
            (std::cmp::Reverse(last), self.prominence(fit.who))
        })
    }

    /// Where what a name may mean was named last: of a point of the compass, it or its neighbour,
    /// since `the North` behind `South Korea` is that of Korea.
    fn named_last(&self, fit: NameFit, named: &BTreeMap<Referent, Named>) -> Option<Named> {
        let own = named.get(&fit.who);
        let neighbour = match fit.form {
            NameForm::Compass => compass::neighbour(self.curated, self.table, fit.who)
                .and_then(|who| named.get(&who)),
            _ => None,
        };
        let both = own.into_iter().chain(neighbour);
        both.max_by_key(|named| named.span.start).copied()
    }

    /// Whoever names a people has named its country: `the North` may follow `North Korean`.
    fn note_country(&self, who: Referent, span: Span, named: &mut BTreeMap<Referent, Named>) {
        let Referent::Curated(position) = who else {
            return;
        };
        let key = self
            .curated
            .get(position)
            .and_then(|own| own.country.as_deref());
        if let Some(&country) = key.and_then(|key| self.keys.get(key)) {
            let as_relative = false;
            named.insert(country, Named { span, as_relative });
        }
    }

    fn is(&self, who: Referent, kind: EntityKind) -> bool {
        match who {
            Referent::Curated(position) => self
                .curated
                .get(position)
                .is_some_and(|own| own.kind == kind),
            Referent::Made(_) => false,
        }
    }

    fn reason(&self, fit: NameFit) -> LinkReason {
        let derived = match fit.who {
            Referent::Curated(position) => self
                .curated
                .get(position)
                .is_some_and(|own| own.kind == EntityKind::Group && own.country.is_some()),
            Referent::Made(_) => return LinkReason::Recognised,
        };
        match fit.form {
            _ if derived => LinkReason::Derived,
            NameForm::Name => LinkReason::Name,
            NameForm::Inflected => LinkReason::Derived,
            _ => LinkReason::Alias,
        }
    }

    /// Order by prominence, the most prominent first.
    fn prominence(&self, who: Referent) -> (std::cmp::Reverse<u32>, std::cmp::Reverse<u32>, usize) {
        let Referent::Curated(position) = who else {
            return (std::cmp::Reverse(0), std::cmp::Reverse(0), usize::MAX);
        };
        let count =
            |counts: &Counts| std::cmp::Reverse(counts.get(&position).copied().unwrap_or(0));
        (count(self.in_document), count(self.in_collection), position)
    }

    /// Whom a short form means.
    fn short(
        &self,
        fits: &[NameFit],
        candidate: &Candidate,
        taken: &[bool],
        named: &BTreeMap<Referent, Named>,
    ) -> Option<(Referent, LinkReason)> {
        let words = self.words;
        let title = self.titles.before(words, candidate.first);
        let before: Vec<(NameFit, Named)> = fits
            .iter()
            .filter_map(|fit| Some((*fit, self.named_last(*fit, named)?)))
            .collect();
        let sure = !before.is_empty() || title.is_some();
        if candidate.tagged.is_none()
            && unknown::is_part_of_name(words, candidate, taken, title.is_some(), sure)
        {
            return None;
        }
        let (allowed, narrowed) = self.allowed(&before, title.as_ref());
        // Somebody's son is the younger one.
        let is_younger = candidate.first > 0 && words.folded(candidate.first - 1) == "younger";
        let chosen = allowed
            .iter()
            .max_by_key(|(_, named)| (named.as_relative == is_younger, named.span.start));
        if let Some((fit, _)) = chosen {
            let full = named.get(&fit.who).map(|named| named.span);
            let reason = match (title.filter(|_| narrowed), full) {
                (Some(title), _) => title_reason(&title, words),
                (None, Some(full)) => LinkReason::ShortForm { full },
                (None, None) => LinkReason::OnlyFit,
            };
            return Some((fit.who, reason));
        }
        let later: Vec<(NameFit, Named)> = fits
            .iter()
            .filter(|fit| match fit.form {
                NameForm::Compass => {
                    let next = candidate.last + 1;
                    // `the South of France` is a part of it.
                    let goes_on = words.joint(next).is_near() && words.folded(next) == "of";
                    let tagged = candidate.tagged.is_some();
                    !goes_on && compass::is_present(self.curated, &self.present, fit.who, tagged)
                }
                NameForm::FirstWord => title.is_some(),
                _ => true,
            })
            .map(|fit| {
                let span = candidate.span;
                (
                    *fit,
                    Named {
                        span,
                        as_relative: false,
                    },
                )
            })
            .collect();
        let (allowed, narrowed) = self.allowed(&later, title.as_ref());
        let (fit, _) = allowed
            .iter()
            .min_by_key(|(fit, _)| (fit.form, self.prominence(fit.who)))?;
        let reason = match title.filter(|_| narrowed) {
            Some(title) => title_reason(&title, words),
            None => LinkReason::OnlyFit,
        };
        Some((fit.who, reason))
    }

    /// Those whom a title allows, and whether it excluded anyone. An honorific of the other gender
    /// always excludes; an office excludes only where somebody else has it.
    fn allowed(
        &self,
        fits: &[(NameFit, Named)],
        title: Option<&Title>,
    ) -> (Vec<(NameFit, Named)>, bool) {
        let Some(title) = title else {
            return (fits.to_vec(), false);
        };
        let mut allowed = fits.to_vec();
        allowed.retain(|(fit, _)| title.fits_gender(self.gender(fit.who)));
        // Of namesakes, one who is known to be a man comes before one of whom it is not known.
        let is_known = |(fit, _): &(NameFit, Named)| self.gender(fit.who).is_some();
        if title.gender.is_some() && allowed.iter().any(is_known) {
            allowed.retain(is_known);
        }
        let is_told = allowed
            .iter()
            .any(|(fit, _)| self.has_office(fit.who, title));
        let in_office: Vec<_> = allowed
            .iter()
            .copied()
            .filter(|(fit, _)| match fit.who {
                Referent::Curated(position) => self
                    .curated
                    .get(position)
                    .is_some_and(|person| title.fits_office(person)),
                Referent::Made(_) => !is_told || self.has_office(fit.who, title),
            })
            .collect();
        if !in_office.is_empty() {
            allowed = in_office;
        }
        let narrowed = allowed.len() < fits.len();
        (allowed, narrowed)
    }

    /// Whether somebody was given the office of a title in the text.
    fn has_office(&self, who: Referent, title: &Title) -> bool {
        let noun = title.noun().map(str::to_owned);
        noun.is_some_and(|noun| self.offices.contains(&(who, noun)))
    }

    fn gender(&self, who: Referent) -> Option<Gender> {
        match who {
            Referent::Curated(position) => self.curated.get(position)?.gender,
            Referent::Made(position) => self.table.gender(position),
        }
    }
}

fn title_reason(title: &Title, words: &Words<'_>) -> LinkReason {
    LinkReason::Title {
        title: title.span.slice(words.text()).to_owned(),
    }
}

/// The words of a name with single spaces.
pub(super) fn single_spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
