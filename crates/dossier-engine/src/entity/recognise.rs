//! From documents to mentions: sources of candidates, resolution of overlaps, linking.

use std::collections::BTreeMap;

use super::candidate::{self, Candidate};
use super::link::{self, Counts, Linked, Linker};
use super::names::Names;
use super::table::{Keys, Table};
use super::tagged::{self, Surnames};
use super::tagger::{Tagged, Tagger};
use super::title::Titles;
use super::words::Words;
use super::{Recognition, dates, laws, merge, metonym, quantities, table, weapons, world};
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
    keys: Keys,
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
            keys: table::by_key(&known),
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
        let tags: Vec<_> = documents
            .iter()
            .map(|document| self.tag(document))
            .collect();
        self.link(documents, &tags)
    }

    /// What the tagger finds in a document, whatever the others say; `None` where there is no
    /// tagger for its language. Most of the time of [`recognise`](Self::recognise) goes here.
    #[must_use]
    pub fn tag(&self, document: &Document) -> Option<Vec<Tagged>> {
        let tagger = self.tagger.filter(|_| is_english(&document.language))?;
        Some(tagger.tag(&document.text))
    }

    /// The rest of [`recognise`](Self::recognise): `tags` has for each document what
    /// [`tag`](Self::tag) gave.
    #[must_use]
    pub fn link(&self, documents: &[Document], tags: &[Option<Vec<Tagged>>]) -> Recognition {
        let mut table = Table::default();
        let mut in_collection = InCollection::default();
        // A document alone has the counts of the collection. Otherwise names are looked for twice,
        // which takes less than keeping the words of every document.
        for (document, tags) in documents.iter().zip(tags).filter(|_| documents.len() > 1) {
            let words = Words::of_document(document, &Analyser::new(&document.language));
            link::count(&self.names.find(&words), &mut in_collection.counts);
            if let Some(tags) = tags {
                let source = tagged::Source::new(&words, tags);
                source.note_people(&mut table, &mut in_collection.surnames);
            }
        }
        let mentions = documents
            .iter()
            .zip(tags)
            .map(|(document, tags)| {
                self.mentions(document, tags.as_deref(), &in_collection, &mut table)
            })
            .collect();
        table.finish(&self.known, &self.keys, mentions)
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
            let mut ruled =
                quantities::find(&words, &merge::listed_weapons(&candidates, &self.known));
            ruled.extend(dates::find(&words, published));
            let people = merge::unlisted(self.titles.find(&words), &candidates, &self.known);
            let tagged = tags.map_or_else(Vec::new, |tags| {
                let source = tagged::Source::new(&words, tags);
                let mut found = source.candidates(&self.world, &in_collection.surnames, table);
                found.extend(weapons::find(&words));
                merge::read_tagged(&words, &mut found, &mut ruled);
                let missed =
                    merge::beside(tagged::missed(&words, &self.world), &found, words.len());
                found.extend(missed);
                found
            });
            let people = merge::beside(people, &tagged, words.len());
            merge::add_short_forms(&words, &people, &mut candidates, table);
            candidates.extend(people);
            merge::add_tagged(tagged, &mut candidates, &self.known, words.len());
            candidates.extend(ruled);
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
            present: link::present(&candidates, &self.known, &self.keys),
            keys: &self.keys,
            titles: &self.titles,
            in_document: &in_document,
            in_collection: &in_collection.counts,
            table,
            resolutions: BTreeMap::new(),
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
