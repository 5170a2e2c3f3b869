//! From documents to mentions: sources of candidates, resolution of overlaps, linking.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::{self, Candidate};
use super::found::{self, Found};
use super::link::{self, Counts, Linked, Linker};
use super::names::Names;
use super::table::{Keys, Table};
use super::tagged::{self, Surnames};
use super::tagger::decode::Decoder;
use super::tagger::{Tagged, Tagger};
use super::title::Titles;
use super::words::Words;
use super::{
    Recognition, dates, events, laws, merge, metonym, missed, quantities, table, weapons, world,
};
use crate::collection::EntityDefinition;
use crate::document::Document;
use crate::text::Analyser;
use crate::work::{self, OneByOne, Pool, Workers};

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
    keys: Keys,
    names: Names,
    world: Names,
    titles: Titles,
    tagger: Option<&'t Tagger>,
    decoders: Pool<Decoder<'t>>,
}

/// What can be seen in a document alone, before it is known whom names mean elsewhere.
struct Sighted<'d> {
    words: Words<'d>,
    /// Names of the list.
    listed: Vec<Candidate>,
    /// What the rules for English found; `None` in other languages.
    ruled: Option<Ruled>,
}

/// What the rules for English found in a document.
struct Ruled {
    /// Dates and quantities.
    values: Vec<Candidate>,
    laws: Vec<Candidate>,
    /// People after titles who are not in the list.
    people: Vec<Candidate>,
    /// `None` without a tagger.
    tagged: Option<FromTagger>,
}

/// What the tagger found in a document, and rules that go with it.
struct FromTagger {
    names: Vec<Found>,
    /// Weapons and events.
    forms: Vec<Candidate>,
    /// Names of the world that the tagger may have missed.
    missed: Vec<Candidate>,
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
            keys: table::by_key(&known),
            known,
            tagger,
            decoders: Pool::default(),
        }
    }

    /// Finds and links the mentions of all documents of a collection.
    ///
    /// Names of the list are found in texts of every language; the tagger and the rules for
    /// titles, dates, quantities and laws know English and are used for documents in English.
    #[must_use]
    pub fn recognise(&self, documents: &[Document]) -> Recognition {
        let tags: Vec<Option<Vec<Tagged>>> = documents.iter().map(|own| self.tag(own)).collect();
        self.link(documents, &tags, &OneByOne)
    }

    /// The first step of [`recognise`](Self::recognise), and the longest: what the tagger finds in
    /// a document. Documents may be taken in any order.
    #[must_use]
    pub fn tag(&self, document: &Document) -> Option<Vec<Tagged>> {
        let tagger = self.tagger.filter(|_| is_english(&document.language))?;
        let names = self.decoders.with(
            || tagger.decoder(),
            |decoder| tagger.tag_with(decoder, &document.text),
        );
        Some(names)
    }

    /// The rest of [`recognise`](Self::recognise): `tags` has for each document what
    /// [`tag`](Self::tag) gave.
    #[must_use]
    pub fn link(
        &self,
        documents: &[Document],
        tags: &[Option<Vec<Tagged>>],
        workers: &dyn Workers,
    ) -> Recognition {
        let mut table = Table::default();
        let mut in_collection = InCollection::default();
        let read: Vec<(&Document, Option<&[Tagged]>)> = documents
            .iter()
            .zip(tags.iter().map(Option::as_deref))
            .collect();
        // A document alone has the counts of the collection. Otherwise names are looked for twice,
        // which takes less than keeping the words of every document.
        let several = if documents.len() > 1 { &read } else { &[][..] };
        work::fold(
            workers,
            several,
            |(document, tags)| {
                let words = Words::of_document(document, &Analyser::new(&document.language));
                let listed = self.names.find(&words);
                let tagged = tags.map(|tags| found::names(&words, tags));
                (words, listed, tagged)
            },
            |_, (words, listed, tagged)| {
                link::count(&listed, &mut in_collection.counts);
                if let Some(found) = tagged {
                    let source = tagged::Source::new(&words, found);
                    table.enter(source.traits(&self.titles));
                    source.note_people(&mut table, &mut in_collection.surnames);
                }
            },
        );
        let mut mentions = Vec::with_capacity(documents.len());
        work::fold(
            workers,
            &read,
            |(document, tags)| self.see(document, *tags),
            |_, seen| mentions.push(self.mentions(seen, &in_collection, &mut table)),
        );
        table.finish(&self.known, &self.keys, mentions)
    }

    /// What can be seen in a document alone.
    fn see<'d>(&self, document: &'d Document, tags: Option<&[Tagged]>) -> Sighted<'d> {
        let words = Words::of_document(document, &Analyser::new(&document.language));
        let listed = self.names.find(&words);
        let ruled = is_english(&document.language).then(|| {
            let published = document.published.as_ref().map(|published| published.date);
            let mut values = quantities::find(&words, &merge::listed_weapons(&listed, &self.known));
            values.extend(dates::find(&words, published));
            Ruled {
                values,
                laws: laws::find(&words),
                people: merge::unlisted(self.titles.find(&words), &listed, &self.known),
                tagged: tags.map(|tags| FromTagger {
                    names: found::names(&words, tags),
                    forms: weapons::find(&words)
                        .into_iter()
                        .chain(events::find(&words))
                        .collect(),
                    missed: missed::find(&words, &self.world),
                }),
            }
        });
        Sighted {
            words,
            listed,
            ruled,
        }
    }

    /// A document's words, and the candidates that stand.
    fn resolve<'d>(
        &self,
        seen: Sighted<'d>,
        in_collection: &InCollection,
        table: &mut Table,
    ) -> (Words<'d>, Vec<Candidate>) {
        let Sighted {
            words,
            listed: mut candidates,
            ruled,
        } = seen;
        table.enter(Vec::new());
        if let Some(mut ruled) = ruled {
            let tagged = ruled.tagged.map_or_else(Vec::new, |tagged| {
                let source = tagged::Source::new(&words, tagged.names);
                table.enter(source.traits(&self.titles));
                let mut found = source.candidates(&self.world, &in_collection.surnames, table);
                found.extend(tagged.forms);
                merge::read_tagged(&words, &mut found, &mut ruled.values);
                merge::give_way(&mut found, &ruled.laws, words.len());
                let missed = merge::beside(tagged.missed, &found, words.len());
                found.extend(missed);
                found
            });
            let people = merge::beside(ruled.people, &tagged, words.len());
            merge::add_short_forms(&words, &people, &mut candidates, table);
            candidates.extend(people);
            merge::add_tagged(tagged, &mut candidates, &self.known, words.len());
            candidates.extend(ruled.values);
            candidates.extend(ruled.laws);
        }
        let candidates = candidate::resolve(candidates, words.len());
        (words, candidates)
    }

    fn mentions(
        &self,
        seen: Sighted<'_>,
        in_collection: &InCollection,
        table: &mut Table,
    ) -> Vec<Linked> {
        let (words, candidates) = self.resolve(seen, in_collection, table);
        let mut in_document = Counts::new();
        link::count(&candidates, &mut in_document);
        let linker = Linker {
            words: &words,
            curated: &self.known,
            present: link::present(&candidates, &self.known, &self.keys),
            keys: &self.keys,
            titles: &self.titles,
            in_document: &in_document,
            in_collection: &in_collection.counts,
            table,
            offices: BTreeSet::new(),
            short_laws: BTreeMap::new(),
        };
        let mut mentions = linker.link(&candidates);
        metonym::mark(&words, &self.known, &self.keys, &mut mentions);
        mentions
    }
}

fn is_english(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}
