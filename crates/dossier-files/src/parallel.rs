//! Building on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use dossier_engine::archive;
use dossier_engine::index::Builder;
use dossier_engine::pipeline::{AnalysedDocument, Collection};
use dossier_engine::work::{self, Workers};

/// How many parts each core is given at once.
const PARTS_FOR_A_CORE: usize = 16;

/// All cores of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cores;

impl Cores {
    fn count() -> usize {
        thread::available_parallelism().map_or(1, usize::from)
    }
}

impl Workers for Cores {
    fn at_once(&self) -> usize {
        PARTS_FOR_A_CORE * Self::count()
    }

    fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let take = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    break;
                }
                part(number);
            }
        };
        thread::scope(|scope| {
            for _ in 1..Self::count().min(count) {
                scope.spawn(take);
            }
            take();
        });
    }
}

/// Documents from which on a thread is worth its start.
const WORTH_A_THREAD: usize = 256;

/// The archive of a collection, indexed on all cores: the same bytes as
/// [`archive::write`] gives on one.
#[must_use]
pub fn archive(collection: &Collection) -> Vec<u8> {
    let cores = Cores::count();
    let documents = &collection.documents;
    let size = documents.len().div_ceil(cores).max(WORTH_A_THREAD);
    let index = |part: &&[AnalysedDocument]| {
        let mut builder = Builder::new();
        for entry in *part {
            builder.add(&entry.document);
        }
        builder
    };
    let parts: Vec<_> = documents.chunks(size).collect();
    archive::write_with(collection, &work::map(&Cores, &parts, index))
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::Document;
    use dossier_engine::pipeline;

    use dossier_engine::source::Source;

    use super::*;

    #[test]
    fn all_cores_write_the_same_bytes_as_one() {
        let documents = (0..3 * WORTH_A_THREAD).map(|number| {
            let text = format!(
                "Ship {} left port {}.\n\nIt sailed.",
                number % 7,
                number % 50
            );
            Document::plain(&number.to_string(), "Ships", &text)
        });
        let collection = pipeline::searchable(documents.collect(), String::new(), String::new());
        assert_eq!(super::archive(&collection), archive::write(&collection));
    }

    #[test]
    fn all_cores_build_the_same_collection_as_one() {
        let texts: Vec<(String, String)> = (0..100)
            .map(|number| {
                let text = format!(
                    "# Report {number}\n\nGeneral Anna Berg{n} met Paul Reyes of the United Nations \
                     in Oslo on 3 May 2021. Berg{n} spoke of {number} tanks.\n",
                    n = number % 9
                );
                (format!("{number:03}.md"), text)
            })
            .collect();
        let sources = texts.iter().map(|(path, text)| Source {
            path,
            bytes: text.as_bytes(),
        });
        let sources: Vec<Source<'_>> = sources.collect();
        let tagger = crate::english_tagger().expect("the model that ships");
        let one = pipeline::build(&sources, None, Some(&tagger));
        let all = pipeline::build_with(&sources, None, Some(&tagger), &Cores);
        assert!(one.collection.entities.len() > 9);
        assert_eq!(one.collection, all.collection);
        assert_eq!(one.diagnostics, all.diagnostics);
    }
}
