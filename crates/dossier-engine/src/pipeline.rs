//! From files to an archive.

use std::borrow::Cow;

use crate::collection::{self, CollectionDefinition, TopicDefinition};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Gathering};
use crate::entity::tagger::Tagger;
use crate::entity::{Entity, Mention, Recogniser};
use crate::order;
use crate::similar::{self, Related};
use crate::source::Source;
use crate::topic::{self, Assignment, Topic};
use crate::work::{self, OneByOne, Workers};

/// What building a collection gave.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that could be understood.
    pub collection: Collection,
    /// What could not, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A collection, understood: what an archive holds besides its index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// Title of the collection.
    pub title: String,
    /// One or two sentences on what it holds.
    pub description: String,
    /// Topics in the order in which they are shown; [`TopicId`](crate::id::TopicId) is the position.
    pub topics: Vec<Topic>,
    /// Entities that are mentioned; [`EntityId`](crate::id::EntityId) is the position.
    pub entities: Vec<Entity>,
    /// Documents; [`DocId`](crate::id::DocId) is the position.
    pub documents: Vec<AnalysedDocument>,
    /// What it was built by, as it was given; empty in a collection that was read from an archive,
    /// which gives it on request.
    pub definition: CollectionDefinition,
}

/// A document with what was found in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalysedDocument {
    /// The document.
    pub document: Document,
    /// Mentions in order of their start; a containing mention before the contained one.
    pub mentions: Vec<Mention>,
    /// For each passage in order, its topics, strongest first.
    pub topics: Vec<Vec<Assignment>>,
    /// Other documents that are close, editions first, then by shared text and likeness.
    pub related: Vec<Related>,
}

/// Title of a collection whose definition gives none.
const UNTITLED: &str = "Documents";

/// Builds a collection of files and, where there is one, its `collection.toml`. Every file that is
/// not understood is named in the diagnostics; the rest is built. Documents are in the order of
/// their names. A collection that defines no topics gets those that are found in it. A tagger finds names that the definition does not list.
#[must_use]
pub fn build(
    sources: &[Source<'_>],
    definition: Option<Source<'_>>,
    tagger: Option<&Tagger>,
) -> Outcome {
    build_with(sources, definition, tagger, &OneByOne)
}

/// [`build`] by several workers: the collection is the same.
#[must_use]
pub fn build_with(
    sources: &[Source<'_>],
    definition: Option<Source<'_>>,
    tagger: Option<&Tagger>,
    workers: &dyn Workers,
) -> Outcome {
    let mut builder = Builder::new(definition);
    let mut sources = sources.to_vec();
    order::sort_by_key(&mut sources, |source| source.path);
    let paths: Vec<&str> = sources.iter().map(|source| source.path).collect();
    let bytes = |number: usize| Some(Cow::Borrowed(sources.get(number)?.bytes));
    builder.add_all(&paths, bytes, workers);
    builder.finish_with(tagger, workers, &mut |_| {})
}

/// A collection that is being built: its files come one after the other, and whoever waits is told
/// how far the rest is.
#[derive(Debug, Default)]
pub struct Builder {
    definition: CollectionDefinition,
    diagnostics: Vec<Diagnostic>,
    documents: Gathering,
}

/// How far building is, after the files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Names were looked for in so many documents.
    Recognised {
        /// How many.
        documents: usize,
        /// Of how many.
        of: usize,
    },
    /// Names are about to be linked to whom they mean.
    Linking,
    /// So many documents were made ready to be compared with each other.
    Compared {
        /// How many.
        documents: usize,
        /// Of how many.
        of: usize,
    },
}

impl Builder {
    /// A collection of no files yet and, where there is one, a `collection.toml`.
    #[must_use]
    pub fn new(definition: Option<Source<'_>>) -> Self {
        let mut diagnostics = Vec::new();
        let definition = definition.map(|source| collection::parse(source, &mut diagnostics));
        Self {
            definition: definition.unwrap_or_default(),
            diagnostics,
            documents: Gathering::default(),
        }
    }

    /// The documents of a collection that was built before, with its definition, to which files
    /// are added. What was found in its documents is looked for anew, since all of them together
    /// say who is meant.
    #[must_use]
    pub fn from_collection(collection: Collection, definition: CollectionDefinition) -> Self {
        let mut documents = Gathering::default();
        for entry in collection.documents {
            documents.keep(entry.document);
        }
        Self {
            definition,
            diagnostics: Vec::new(),
            documents,
        }
    }

    /// Understands a file. Files come in the order of their paths.
    pub fn add(&mut self, source: Source<'_>) {
        self.add_all(&[source.path], |_| Some(source.bytes.into()), &OneByOne);
    }

    /// Understands several files, which come in the order of their paths. `bytes` gives what the
    /// file with a number holds, or `None` where it is to be passed over; it is asked for when the
    /// file's turn comes, so that few are held at a time.
    pub fn add_all<'b>(
        &mut self,
        paths: &[&str],
        bytes: impl Fn(usize) -> Option<Cow<'b, [u8]>> + Sync,
        workers: &dyn Workers,
    ) {
        let columns = &self.definition.columns;
        self.documents.add(paths, bytes, columns, workers);
    }

    /// Builds the collection of the files so far.
    #[must_use]
    pub fn finish(self, tagger: Option<&Tagger>, progress: &mut dyn FnMut(Progress)) -> Outcome {
        self.finish_with(tagger, &OneByOne, progress)
    }

    /// [`finish`](Self::finish) by several workers.
    #[must_use]
    pub fn finish_with(
        mut self,
        tagger: Option<&Tagger>,
        workers: &dyn Workers,
        progress: &mut dyn FnMut(Progress),
    ) -> Outcome {
        let documents = self.gathered();
        let given = self.definition.clone();
        if self.definition.topics.is_empty() {
            self.definition.topics = topic::discover(&documents);
        }
        let collection = understand(documents, self.definition, tagger, workers, progress);
        Outcome {
            collection: Collection {
                definition: given,
                ..collection
            },
            diagnostics: self.diagnostics,
        }
    }

    /// The collection of the files so far, to be searched only, as [`searchable`] makes it.
    #[must_use]
    pub fn finish_searchable(mut self) -> Outcome {
        let documents = self.gathered();
        let CollectionDefinition {
            title, description, ..
        } = self.definition;
        Outcome {
            collection: searchable(documents, title, description),
            diagnostics: self.diagnostics,
        }
    }

    /// The documents so far.
    fn gathered(&mut self) -> Vec<Document> {
        let readings = std::mem::take(&mut self.documents).finish(&mut self.diagnostics);
        let documents = readings.into_iter().map(|reading| reading.document);
        documents.collect()
    }
}

/// Builds a collection of documents that are parsed already, in their order. Their names have to
/// differ.
#[must_use]
pub fn collect(
    documents: Vec<Document>,
    definition: CollectionDefinition,
    tagger: Option<&Tagger>,
) -> Collection {
    let given = definition.clone();
    Collection {
        definition: given,
        ..understand(documents, definition, tagger, &OneByOne, &mut |_| {})
    }
}

/// Finds in documents what they hold. The collection is left without its definition.
fn understand(
    documents: Vec<Document>,
    definition: CollectionDefinition,
    tagger: Option<&Tagger>,
    workers: &dyn Workers,
    progress: &mut dyn FnMut(Progress),
) -> Collection {
    let recogniser = Recogniser::new(&definition.entities, tagger);
    let mut tags = Vec::with_capacity(documents.len());
    work::fold(
        workers,
        &documents,
        |own| recogniser.tag(own),
        |_, tagged| {
            tags.push(tagged);
            progress(Progress::Recognised {
                documents: tags.len(),
                of: documents.len(),
            });
        },
    );
    progress(Progress::Linking);
    let recognition = recogniser.link(&documents, &tags, workers);
    drop((tags, recogniser));
    let related = similar::relate(&documents, workers, &mut |done| {
        progress(Progress::Compared {
            documents: done,
            of: documents.len(),
        });
    });
    let entities = recognition.entities;
    let found: Vec<(Document, Vec<Mention>)> =
        documents.into_iter().zip(recognition.mentions).collect();
    let languages = found.iter().map(|(document, _)| document.language.as_str());
    let assigner = topic::Assigner::new(&definition.topics, languages);
    let topics = work::map(workers, &found, |(document, mentions)| {
        assigner.assign(document, mentions, &entities)
    });
    let found = found.into_iter().zip(topics).zip(related);
    let documents = found.map(
        |(((document, mentions), topics), related)| AnalysedDocument {
            document,
            mentions,
            topics,
            related,
        },
    );
    let documents = documents.collect();
    Collection {
        title: if definition.title.is_empty() {
            UNTITLED.into()
        } else {
            definition.title
        },
        description: definition.description,
        topics: definition.topics.into_iter().map(shown).collect(),
        entities,
        documents,
        definition: CollectionDefinition::default(),
    }
}

/// A collection of documents to be searched only: nothing is looked for in them. Their names have
/// to differ.
#[must_use]
pub fn searchable(documents: Vec<Document>, title: String, description: String) -> Collection {
    let documents = documents.into_iter().map(|document| AnalysedDocument {
        topics: vec![Vec::new(); document.passages().count()],
        document,
        ..AnalysedDocument::default()
    });
    Collection {
        title: if title.is_empty() {
            UNTITLED.into()
        } else {
            title
        },
        description,
        documents: documents.collect(),
        ..Collection::default()
    }
}

/// What a collection keeps of a topic's definition.
fn shown(definition: TopicDefinition) -> Topic {
    Topic {
        key: definition.key,
        name: definition.name,
        description: definition.description,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive;
    use proptest::prelude::*;

    const DOCUMENT: &str = "---\ntitle: A\npublished: 2023-09-11\n---\n\nSanctions on Pyongyang.\n";

    const DEFINITION: &str = "\
title = \"Summits\"
[[topic]]
name = \"Sanctions\"
strong = [\"sanction\"]
[[place]]
name = \"Pyongyang\"
";

    fn source<'s>(path: &'s str, bytes: &'s [u8]) -> Source<'s> {
        Source { path, bytes }
    }

    #[test]
    fn a_collection_without_a_definition_has_no_topics_and_no_problems() {
        let outcome = build(&[source("a.md", DOCUMENT.as_bytes())], None, None);
        assert_eq!(outcome.diagnostics, []);
        assert_eq!(outcome.collection.title, "Documents");
        assert_eq!(outcome.collection.documents.len(), 1);
        assert!(outcome.collection.topics.is_empty());
    }

    #[test]
    fn problems_of_the_definition_come_before_those_of_the_documents() {
        let definition = source("collection.toml", b"titel = \"T\"\n");
        let sources = [source("b.md", b""), source("a.md", b"")];
        let outcome = build(&sources, Some(definition), None);
        let files = outcome.diagnostics.iter().map(|d| d.file.as_str());
        let files: Vec<&str> = files.collect();
        assert_eq!(files, ["collection.toml", "a.md", "b.md"]);
    }

    #[test]
    fn the_order_of_the_files_makes_no_difference() {
        let other = DOCUMENT.replace("title: A", "title: B");
        let a = source("a.md", DOCUMENT.as_bytes());
        let b = source("b.md", other.as_bytes());
        let definition = Some(source("collection.toml", DEFINITION.as_bytes()));
        let [one, two] =
            [[a, b], [b, a]].map(|sources| build(&sources, definition, None).collection);
        assert_eq!(one, two);
        assert_eq!(archive::write(&one), archive::write(&two));
    }

    #[test]
    fn documents_that_are_added_later_give_the_collection_of_all_of_them() {
        let definition = Some(source("collection.toml", DEFINITION.as_bytes()));
        let a = source("a.md", DOCUMENT.as_bytes());
        let b = source("b.md", b"# B\n\nPyongyang sells munitions.\n");
        let first = archive::write(&build(&[a], definition, None).collection);
        let archive = archive::Archive::open(first).unwrap();
        let (kept, definition_kept) = (archive.collection().unwrap(), archive.definition());
        let mut builder = Builder::from_collection(kept, definition_kept.unwrap());
        builder.add(b);
        builder.add(a);
        let added = builder.finish(None, &mut |_| {});
        assert_eq!(
            added.collection,
            build(&[a, b], definition, None).collection
        );
        let message = &added.diagnostics[0].message;
        assert!(
            message.contains("taken by a document that is there already"),
            "{message}"
        );
    }

    #[test]
    fn whoever_waits_is_told_how_far_it_is() {
        let mut builder = Builder::new(None);
        builder.add(source("a.md", DOCUMENT.as_bytes()));
        builder.add(source("b.md", DOCUMENT.as_bytes()));
        let mut told = Vec::new();
        let _ = builder.finish(None, &mut |progress| told.push(progress));
        let recognised = |documents| Progress::Recognised { documents, of: 2 };
        let compared = |documents| Progress::Compared { documents, of: 2 };
        let expected = [
            recognised(1),
            recognised(2),
            Progress::Linking,
            compared(1),
            compared(2),
        ];
        assert_eq!(told, expected);
    }

    proptest! {
        #[test]
        fn any_texts_are_built(texts in proptest::collection::vec(
            "(Pyongyang|sanctions|Mr Kim|on Monday|[0-9]{1,4} million|\\PC|[ .\n#>-]){0,30}", 0..4,
        )) {
            let paths: Vec<String> = (0..texts.len()).map(|n| format!("{n}.md")).collect();
            let sources = paths.iter().zip(&texts);
            let sources: Vec<Source<'_>> =
                sources.map(|(path, text)| source(path, text.as_bytes())).collect();
            let definition = source("collection.toml", DEFINITION.as_bytes());
            let collection = build(&sources, Some(definition), None).collection;
            for analysed in &collection.documents {
                let passages = analysed.document.passages().count();
                prop_assert_eq!(analysed.topics.len(), passages);
                for mention in &analysed.mentions {
                    prop_assert!(!mention.span.slice(&analysed.document.text).is_empty());
                    prop_assert!(mention.entity.index() < collection.entities.len());
                }
            }
            let bytes = archive::write(&collection);
            prop_assert!(crate::explorer::Explorer::open(bytes).is_ok());
        }
    }
}
