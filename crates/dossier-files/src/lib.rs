//! Reads a folder of documents for the engine, and says what was wrong in it.
//!
//! ```no_run
//! # fn main() -> Result<(), dossier_files::FolderError> {
//! let folder = dossier_files::Folder::read("corpus".as_ref())?;
//! let outcome = folder.build();
//! eprint!("{}", folder.report(&outcome));
//! # Ok(())
//! # }
//! ```

mod names;
mod parallel;
mod report;
mod walk;

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use dossier_engine::diagnostic::Diagnostic;
use dossier_engine::document;
use dossier_engine::pipeline::{Builder, Outcome};
use dossier_engine::source::Source;

pub use names::english_tagger;
pub use parallel::{Cores, archive};
pub use report::left_out;

/// Why a folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no such folder, or it may not be read.
    #[error("the folder {} cannot be read: {error}", path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The folder has no document.
    #[error(
        "the folder {} has no documents: files that end in {}",
        path.display(),
        report::extensions()
    )]
    NoDocuments {
        /// The folder.
        path: PathBuf,
    },
    /// The folder has more files than a collection can have.
    #[error("the folder {} has more than {} files", path.display(), walk::MOST_FILES)]
    TooManyFiles {
        /// The folder.
        path: PathBuf,
    },
}

/// The files of a collection, which are read when it is built.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    documents: Vec<File>,
    definition: Option<File>,
    /// What cannot be read.
    diagnostics: Vec<Diagnostic>,
    /// How many files are of no format that is known.
    skipped: usize,
}

/// A file of a folder.
#[derive(Debug)]
struct File {
    /// Path below the folder, with `/` between its parts.
    path: String,
    /// Where it is.
    place: PathBuf,
}

impl File {
    /// What the file holds; of one that is too big, one byte more than the engine takes, so that the
    /// engine says it.
    fn read(&self) -> io::Result<Vec<u8>> {
        let most = document::largest(&self.path) as u64 + 1;
        let mut bytes = Vec::new();
        fs::File::open(&self.place)?
            .take(most)
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Folder {
    /// Finds the documents of a folder and of those below it, in the order of their paths, and its
    /// `collection.toml`. Hidden files and files of other formats are passed over. A file that
    /// cannot be read is named in the outcome's diagnostics. The path may be that of a file too,
    /// which then is alone.
    ///
    /// # Errors
    /// Where the folder cannot be read, has no documents, or has far too many.
    pub fn read(path: &Path) -> Result<Self, FolderError> {
        let folder = walk::walk(path)?;
        if folder.documents.is_empty() && folder.diagnostics.is_empty() {
            let path = path.to_owned();
            return Err(FolderError::NoDocuments { path });
        }
        Ok(folder)
    }

    /// How many files there are to read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether no file can be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Builds the collection, of which few files are held at a time. The diagnostics are those of
    /// reading, then those of the engine.
    #[must_use]
    pub fn build(&self) -> Outcome {
        // A test shows that the model can be read; without it there would only be fewer names.
        let tagger = english_tagger().ok();
        self.built_by(|builder| builder.finish_with(tagger.as_ref(), &Cores, &mut |_| {}))
    }

    /// [`build`](Self::build) for a collection that is searched only: no names, topics and related
    /// documents are looked for.
    #[must_use]
    pub fn build_searchable(&self) -> Outcome {
        self.built_by(Builder::finish_searchable)
    }

    /// What is made of the files once they are read.
    fn built_by(&self, finish: impl FnOnce(Builder) -> Outcome) -> Outcome {
        let failed: Mutex<Vec<(usize, Diagnostic)>> = Mutex::default();
        let fail = |number: usize, file: &File, error: &io::Error| {
            let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
            failed.push((number, walk::unreadable(&file.path, error)));
        };
        let definition = self.definition.as_ref().and_then(|file| {
            let read = file.read().map_err(|error| fail(0, file, &error));
            Some((file.path.as_str(), read.ok()?))
        });
        let definition = definition.as_ref();
        let mut builder = Builder::new(definition.map(|(path, bytes)| Source { path, bytes }));
        let paths: Vec<&str> = self.documents.iter().map(|file| &*file.path).collect();
        let bytes = |number: usize| {
            let file = self.documents.get(number)?;
            let read = file.read().map_err(|error| fail(number + 1, file, &error));
            read.ok().map(Cow::Owned)
        };
        builder.add_all(&paths, bytes, &Cores);
        let built = finish(builder);
        let mut failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        failed.sort_by_key(|(number, _)| *number);
        let failed = failed.into_iter().map(|(_, diagnostic)| diagnostic);
        let diagnostics = self.diagnostics.iter().cloned().chain(failed);
        Outcome {
            diagnostics: diagnostics.chain(built.diagnostics).collect(),
            ..built
        }
    }
}
