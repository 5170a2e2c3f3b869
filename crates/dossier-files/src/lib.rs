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

use std::path::{Path, PathBuf};

use dossier_engine::diagnostic::Diagnostic;
use dossier_engine::pipeline::{self, Outcome};
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

/// The files of a collection, read.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    documents: Vec<File>,
    definition: Option<File>,
    /// What could not be read.
    diagnostics: Vec<Diagnostic>,
    /// How many files are of no format that is known.
    skipped: usize,
}

/// A file with what it holds.
#[derive(Debug)]
struct File {
    /// Path below the folder, with `/` between its parts.
    path: String,
    bytes: Vec<u8>,
}

impl File {
    fn source(&self) -> Source<'_> {
        Source {
            path: &self.path,
            bytes: &self.bytes,
        }
    }
}

impl Folder {
    /// Reads the documents of a folder and of those below it, in the order of their paths, and its
    /// `collection.toml`. Hidden files and files of other formats are passed over. A file that
    /// cannot be read is named in the outcome's diagnostics.
    ///
    /// # Errors
    /// Where the folder cannot be read, has no documents, or has far too many.
    pub fn read(path: &Path) -> Result<Self, FolderError> {
        let folder = walk::read(path)?;
        if folder.documents.is_empty() && folder.diagnostics.is_empty() {
            let path = path.to_owned();
            return Err(FolderError::NoDocuments { path });
        }
        Ok(folder)
    }

    /// How many files were read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether no file could be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Builds the collection. The diagnostics are those of reading, then those of the engine.
    #[must_use]
    pub fn build(&self) -> Outcome {
        let sources: Vec<Source<'_>> = self.documents.iter().map(File::source).collect();
        let definition = self.definition.as_ref().map(File::source);
        // A test shows that the model can be read; without it there would only be fewer names.
        let tagger = english_tagger().ok();
        let built = pipeline::build_with(&sources, definition, tagger.as_ref(), &Cores);
        let diagnostics = self.diagnostics.iter().cloned();
        Outcome {
            diagnostics: diagnostics.chain(built.diagnostics).collect(),
            ..built
        }
    }
}
