//! From documents to mentions: sources of candidates, resolution of overlaps, linking.

use std::collections::BTreeMap;

use super::candidate::{self, Candidate, NameFit, NameForm, Reading, Referent};
use super::link::{self, Counts, Linked, Linker};
use super::names::Names;
use super::table::Table;
use super::tagged::{self, Surnames};
use super::tagger::{Tagged, Tagger};
use super::title::Titles;
use super::words::Words;
use super::{EntityKind, Recognition, dates, laws, metonym, quantities, world};
use crate::collection::EntityDefinition;
use crate::document::Document;
use crate::text::Analyser;

/// Finds and links the mentions of all documents, as [`Recogniser::recognise`] does.
#[must_use]
pub fn recognise(
    documents: &[Document],
    curated: &[EntityDefinition],
    tagger: Option<&Tagger>,
) -> Recognition {
    Recogniser::new(curated, tagger).recognise(documents)
}

/// Finds entities in collections of documents. Preparing one takes some milliseconds.
#[derive(Debug)]
pub struct Recogniser<'t> {
    /// The curated list and the world after it.
    known: Vec<EntityDefinition>,
    names: Names,
    world: Names,
    titles: Titles,
    tagger: Option<&'t Tagger>,
}

/// What all documents together say.
#[derive(Debug, Default)]
struct InCollection {
    counts: Counts,
    surnames: Surnames,
}

impl<'t> Recogniser<'t> {
    /// A recogniser for a curated list. Without a tagger it finds no names but those of the list
    /// and of people after titles, and knows no countries that are not in the list.
    #[must_use]
    pub fn new(curated: &[EntityDefinition], tagger: Option<&'t Tagger>) -> Self {
        let known = match tagger {
            Some(_) => world::added(curated),
            None => curated.to_vec(),
        };
        let analyser = Analyser::new("en");
        let own = known.get(..curated.len()).unwrap_or_default();
        Self {
            names: Names::new(own, 0, &analyser),
            world: Names::new(&known, curated.len(), &analyser),
            titles: Titles::new(curated),
            known,
            tagger,
        }
    }

    /// Finds and links the mentions of all documents of a collection.
    ///
    /// Names of the list are found in texts of every language; the tagger and the rules for
    /// titles, dates, quantities and laws know English and are used for documents in English.
    #[must_use]
    pub fn recognise(&self, documents: &[Document]) -> Recognition {
        let tags: Vec<Option<Vec<Tagged>>> = documents
            .iter()
            .map(|document| {
                let tagger = self.tagger.filter(|_| is_english(&document.language))?;
                Some(tagger.tag(&document.text))
            })
            .collect();
        let mut table = Table::default();
        let mut in_collection = InCollection::default();
        // A document alone has the counts of the collection. Otherwise names are looked for twice,
        // which takes less than keeping the words of every document.
        for (document, tags) in documents.iter().zip(&tags).filter(|_| documents.len() > 1) {
            let words = Words::of_document(document, &Analyser::new(&document.language));
            link::count(&self.names.find(&words), &mut in_collection.counts);
            if let Some(tags) = tags {
                let source = tagged::Source::new(&words, tags);
                source.note_people(&mut table, &mut in_collection.surnames);
            }
        }
        let mentions = documents
            .iter()
            .zip(&tags)
            .map(|(document, tags)| {
                self.mentions(document, tags.as_deref(), &in_collection, &mut table)
            })
            .collect();
        table.finish(&self.known, mentions)
    }

    /// A document's words, and the candidates that stand.
    fn read<'d>(
        &self,
        document: &'d Document,
        tags: Option<&[Tagged]>,
        in_collection: &InCollection,
        table: &mut Table,
    ) -> (Words<'d>, Vec<Candidate>) {
        let analyser = Analyser::new(&document.language);
        let words = Words::of_document(document, &analyser);
        let mut candidates = self.names.find(&words);
        if is_english(&document.language) {
            let published = document.published.as_ref().map(|published| published.date);
            let quantities = quantities::find(&words, &weapons(&candidates, &self.known));
            let people = unlisted(self.titles.find(&words), &candidates, &self.known);
            let tagged = tags.map_or_else(Vec::new, |tags| {
                let source = tagged::Source::new(&words, tags);
                source.candidates(&self.world, &in_collection.surnames, table)
            });
            let people = beside(people, &tagged, words.len());
            add_short_forms(&words, &people, &mut candidates, table);
            candidates.extend(people);
            add_tagged(tagged, &mut candidates, &self.known, words.len());
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
        tags: Option<&[Tagged]>,
        in_collection: &InCollection,
        table: &mut Table,
    ) -> Vec<Linked> {
        let (words, candidates) = self.read(document, tags, in_collection, table);
        let mut in_document = Counts::new();
        link::count(&candidates, &mut in_document);
        let linker = Linker {
            words: &words,
            curated: &self.known,
            titles: &self.titles,
            in_document: &in_document,
            in_collection: &in_collection.counts,
            table,
            resolutions: BTreeMap::new(),
        };
        let mut mentions = linker.link(&candidates);
        metonym::mark(&words, &self.known, &mut mentions);
        mentions
    }
}

/// Those of some candidates that share no word with any of others.
fn beside(mut own: Vec<Candidate>, others: &[Candidate], words: usize) -> Vec<Candidate> {
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

/// Adds what the tagger found where the list leaves room: the list stands above it, but a place or
/// nationality of the list may be the beginning of a longer name of another kind, and a surname of
/// the list may be that of somebody else in the document.
fn add_tagged(
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
                tagged: None,
            });
        }
    }
}
