//! Indexing on all cores.

use std::thread;

use dossier_engine::archive;
use dossier_engine::index::Builder;
use dossier_engine::pipeline::Collection;

/// Documents from which on a thread is worth its start.
const WORTH_A_THREAD: usize = 256;

/// The archive of a collection, indexed on all cores: the same bytes as
/// [`archive::write`] gives on one.
#[must_use]
pub fn archive(collection: &Collection) -> Vec<u8> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let documents = &collection.documents;
    let size = documents.len().div_ceil(cores).max(WORTH_A_THREAD);
    let language = archive::language(collection);
    let index = |part: &[dossier_engine::pipeline::AnalysedDocument]| {
        let mut builder = Builder::new(&language);
        for entry in part {
            builder.add(&entry.document);
        }
        builder
    };
    let parts = thread::scope(|scope| {
        let parts = documents.chunks(size);
        let running: Vec<_> = parts.map(|part| scope.spawn(|| index(part))).collect();
        let parts = running.into_iter().map(thread::ScopedJoinHandle::join);
        parts.collect::<Result<Vec<Builder>, _>>()
    });
    match parts {
        Ok(parts) => archive::write_with(collection, &parts),
        // A thread that did not come back is no reason to give up.
        Err(_) => archive::write(collection),
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::Document;
    use dossier_engine::pipeline;

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
}
