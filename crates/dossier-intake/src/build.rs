//! From files to an archive, with word of how far it is.

use dossier_engine::archive::{self, Archive};
use dossier_engine::collection::CollectionDefinition;
use dossier_engine::diagnostic::{self, Diagnostic};
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::index;
use dossier_engine::pipeline::{Builder, Collection, Progress};
use dossier_engine::source::Source;
use dossier_engine::work::OneByOne;
use dossier_view::intake::Stage;

use crate::limits::{self, Offer, Plan};

/// How far it is: so many done of so many, and the file that is next where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// What is being done.
    pub stage: Stage,
    /// How many files or documents are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// The file that is next.
    pub name: &'a str,
}

/// Where the files are, and who is told.
pub trait Host {
    /// Reads a file, by its position among the offers; the reason where it cannot be read.
    ///
    /// # Errors
    /// What the browser says.
    fn read(&mut self, at: usize) -> Result<Vec<u8>, String>;

    /// Takes word of how far it is.
    fn tell(&mut self, word: Word<'_>);
}

/// What came of it.
#[derive(Debug)]
pub struct Built {
    /// The archive; `None` where there is no document in it.
    pub archive: Option<Vec<u8>>,
    /// How many documents it has.
    pub documents: usize,
    /// How many files are of formats that are not known.
    pub passed_over: u32,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// The collection that files are added to.
pub type Present = (Collection, CollectionDefinition);

/// The collection of an archive, to add files to it.
///
/// # Errors
/// Says what is wrong with the archive.
pub fn present(archive: Vec<u8>) -> Result<Present, archive::OpenError> {
    let archive = Archive::open(archive)?;
    Ok((archive.collection()?, archive.definition()?))
}

/// Builds an archive of files, added to a collection where there is one. A tagger finds the names
/// that no list has.
pub fn build(
    offers: &[Offer],
    present: Option<Present>,
    tagger: Option<&Tagger>,
    host: &mut impl Host,
) -> Built {
    let Plan {
        documents,
        definition,
        passed_over,
        mut diagnostics,
    } = limits::plan(offers);
    let mut builder = match present {
        Some((collection, definition)) => Builder::from_collection(collection, definition),
        None => Builder::new(
            definition
                .and_then(|at| file(at, offers, host, &mut diagnostics))
                .as_ref()
                .map(|(path, bytes)| Source { path, bytes }),
        ),
    };
    for (done, &at) in documents.iter().enumerate() {
        host.tell(Word {
            stage: Stage::Read,
            done,
            of: documents.len(),
            name: &offers[at].path,
        });
        if let Some((path, bytes)) = file(at, offers, host, &mut diagnostics) {
            builder.add(Source {
                path,
                bytes: &bytes,
            });
        }
    }
    let outcome = builder.finish(tagger, &mut |progress| host.tell(word(progress)));
    diagnostics.extend(outcome.diagnostics);
    diagnostic::sort(&mut diagnostics);
    let count = outcome.collection.documents.len();
    Built {
        archive: (count > 0).then(|| indexed(&outcome.collection, host)),
        documents: count,
        passed_over,
        diagnostics,
    }
}

/// A file with its path; where it cannot be read, the diagnostics say so.
fn file<'o>(
    at: usize,
    offers: &'o [Offer],
    host: &mut impl Host,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(&'o str, Vec<u8>)> {
    let path = offers[at].path.as_str();
    match host.read(at) {
        Ok(bytes) => Some((path, bytes)),
        Err(reason) => {
            let message = format!("the file cannot be read and is left out: {reason}");
            let hint = "see that it is still there and may be read";
            diagnostics.push(Diagnostic::error(path, None, message).with_hint(hint));
            None
        }
    }
}

fn word(progress: Progress) -> Word<'static> {
    let (stage, done, of) = match progress {
        Progress::Recognised { documents, of } => (Stage::Recognise, documents, of),
        Progress::Linking => (Stage::Link, 0, 0),
        Progress::Compared { documents, of } => (Stage::Compare, documents, of),
    };
    Word {
        stage,
        done,
        of,
        name: "",
    }
}

fn indexed(collection: &Collection, host: &mut impl Host) -> Vec<u8> {
    let mut index = index::Builder::new();
    for (done, entry) in collection.documents.iter().enumerate() {
        host.tell(Word {
            stage: Stage::Index,
            done,
            of: collection.documents.len(),
            name: "",
        });
        index.add(&entry.document);
    }
    archive::write_with(collection, vec![index], &OneByOne)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_engine::pipeline;

    /// Files in memory; a file without bytes cannot be read.
    struct Files {
        bytes: Vec<Option<&'static str>>,
        told: Vec<(Stage, usize, usize, String)>,
    }

    impl Host for Files {
        fn read(&mut self, at: usize) -> Result<Vec<u8>, String> {
            let bytes = self.bytes[at].map(|text| text.as_bytes().to_vec());
            bytes.ok_or_else(|| "it is gone".into())
        }

        fn tell(&mut self, word: Word<'_>) {
            let Word {
                stage,
                done,
                of,
                name,
            } = word;
            self.told.push((stage, done, of, name.into()));
        }
    }

    fn brought(files: &[(&str, Option<&'static str>)]) -> (Vec<Offer>, Files) {
        let offers = files.iter().map(|&(path, text)| Offer {
            path: path.into(),
            size: text.map_or(0, str::len) as u64,
        });
        let host = Files {
            bytes: files.iter().map(|&(_, text)| text).collect(),
            told: Vec::new(),
        };
        (offers.collect(), host)
    }

    #[test]
    fn the_archive_is_that_of_the_pipeline() {
        let (offers, mut host) = brought(&[
            ("b.md", Some("# B\n\nSanctions on Pyongyang.\n")),
            (
                "collection.toml",
                Some("title = \"Summits\"\n[[place]]\nname = \"Pyongyang\"\n"),
            ),
            ("a.txt", Some("A\n\nTalks went on.\n")),
        ]);
        let built = build(&offers, None, None, &mut host);
        let source = |at: usize| Source {
            path: &offers[at].path,
            bytes: host.bytes[at].unwrap_or_default().as_bytes(),
        };
        let outcome = pipeline::build(&[source(0), source(2)], Some(source(1)), None);
        assert_eq!(built.archive, Some(archive::write(&outcome.collection)));
        assert_eq!(built.diagnostics, outcome.diagnostics);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named_and_the_rest_is_built() {
        let (offers, mut host) = brought(&[("a.txt", None), ("b.txt", Some("B\n\nA text.\n"))]);
        let built = build(&offers, None, None, &mut host);
        assert_eq!(built.documents, 1);
        assert_eq!(built.diagnostics[0].file, "a.txt");
        assert!(built.diagnostics[0].message.ends_with("it is gone"));
    }

    #[test]
    fn without_a_document_there_is_no_archive() {
        let (offers, mut host) = brought(&[("a.txt", Some(" "))]);
        let built = build(&offers, None, None, &mut host);
        assert_eq!((built.archive, built.documents), (None, 0));
        assert!(built.diagnostics[0].message.contains("empty"));
    }

    #[test]
    fn each_file_and_each_stage_is_told() {
        let (offers, mut host) =
            brought(&[("a.txt", Some("A\n\nOne.")), ("b.txt", Some("B\n\nTwo."))]);
        let _ = build(&offers, None, None, &mut host);
        let told: Vec<_> = host
            .told
            .iter()
            .map(|(stage, done, of, name)| (*stage, *done, *of, name.as_str()))
            .collect();
        let expected = [
            (Stage::Read, 0, 2, "a.txt"),
            (Stage::Read, 1, 2, "b.txt"),
            (Stage::Recognise, 1, 2, ""),
            (Stage::Recognise, 2, 2, ""),
            (Stage::Link, 0, 0, ""),
            (Stage::Compare, 1, 2, ""),
            (Stage::Compare, 2, 2, ""),
            (Stage::Index, 0, 2, ""),
            (Stage::Index, 1, 2, ""),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn files_are_added_to_the_collection_of_an_archive() {
        let (offers, mut host) = brought(&[("a.txt", Some("A\n\nOne."))]);
        let first = build(&offers, None, None, &mut host).archive.unwrap();
        let (offers, mut host) = brought(&[("b.txt", Some("B\n\nTwo."))]);
        let both = build(&offers, Some(present(first).unwrap()), None, &mut host);
        assert_eq!(both.documents, 2);
    }
}
