//! From documents to mentions: sources of candidates, resolution of overlaps, linking.

use std::collections::BTreeMap;

use super::candidate::{self, Candidate, NameFit, NameForm, Reading, Referent};
use super::link::{self, Counts, Linked, Linker};
use super::names::Names;
use super::table::Table;
use super::title::Titles;
use super::words::Words;
use super::{EntityKind, Recognition, dates, laws, metonym, quantities};
use crate::collection::EntityDefinition;
use crate::document::Document;
use crate::text::Analyser;

/// Finds and links the mentions of all documents.
///
/// Names of the list are found in texts of every language; the rules for titles, dates,
/// quantities and laws know English and are used for documents in English.
#[must_use]
pub fn recognise(documents: &[Document], curated: &[EntityDefinition]) -> Recognition {
    let list = List {
        curated,
        names: Names::new(curated, &Analyser::new("en")),
        titles: Titles::new(curated),
    };
    let mut table = Table::default();
    let mut in_collection = Counts::new();
    // A document alone has the counts of the collection. Otherwise names are looked for twice,
    // which takes less than keeping the words of every document.
    for document in documents.iter().filter(|_| documents.len() > 1) {
        let words = Words::of_document(document, &Analyser::new(&document.language));
        link::count(&list.names.find(&words), &mut in_collection);
    }
    let mentions = documents
        .iter()
        .map(|document| list.mentions(document, &in_collection, &mut table))
        .collect();
    table.finish(curated, mentions)
}

/// The curated list, prepared.
struct List<'a> {
    curated: &'a [EntityDefinition],
    names: Names,
    titles: Titles,
}

impl List<'_> {
    /// A document's words, and the candidates that stand.
    fn read<'d>(&self, document: &'d Document, table: &mut Table) -> (Words<'d>, Vec<Candidate>) {
        let analyser = Analyser::new(&document.language);
        let words = Words::of_document(document, &analyser);
        let mut candidates = self.names.find(&words);
        if is_english(&document.language) {
            let published = document.published.as_ref().map(|published| published.date);
            let quantities = quantities::find(&words, &weapons(&candidates, self.curated));
            let people = unlisted(self.titles.find(&words), &candidates, self.curated);
            add_short_forms(&words, &people, &mut candidates, table);
            candidates.extend(people);
            candidates.extend(quantities);
            candidates.extend(dates::find(&words, published));
            candidates.extend(laws::find(&words));
        }
        let candidates = candidate::resolve(candidates, words.len());
        (words, candidates)
    }

    fn mentions(
        &self,
        document: &Document,
        in_collection: &Counts,
        table: &mut Table,
    ) -> Vec<Linked> {
        let (words, candidates) = self.read(document, table);
        let mut in_document = Counts::new();
        link::count(&candidates, &mut in_document);
        let linker = Linker {
            words: &words,
            curated: self.curated,
            titles: &self.titles,
            in_document: &in_document,
            in_collection,
            table,
            resolutions: BTreeMap::new(),
        };
        let mut mentions = linker.link(&candidates);
        metonym::mark(&words, self.curated, &mut mentions);
        mentions
    }
}

fn is_english(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}

/// The last word of each weapon by its first.
fn weapons(candidates: &[Candidate], curated: &[EntityDefinition]) -> BTreeMap<usize, usize> {
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
fn unlisted(
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
fn add_short_forms(
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
            });
        }
    }
}
