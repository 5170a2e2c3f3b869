//! Walks a folder for the files to be read.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use dossier_engine::collection::DEFINITION;
use dossier_engine::diagnostic::{Diagnostic, Report, Severity};
use dossier_engine::document;

use crate::{File, Folder, FolderError};

/// How many files a folder may have.
pub const MOST_FILES: usize = 100_000;

/// How many folders deep documents may lie.
const DEEPEST: usize = 32;

/// Finds all files below a folder.
pub fn walk(path: &Path) -> Result<Folder, FolderError> {
    let unreadable = |error| FolderError::Unreadable {
        path: path.to_owned(),
        error,
    };
    if path.is_file() {
        return Ok(alone(path));
    }
    let mut walk = Walk {
        root: path.canonicalize().map_err(unreadable)?,
        files: 0,
        folder: Folder {
            path: path.to_owned(),
            documents: Vec::new(),
            definition: None,
            diagnostics: Vec::new(),
            skipped: 0,
        },
    };
    let entries = fs::read_dir(path).map_err(unreadable)?;
    walk.folder(entries, "", 0)?;
    walk.folder.documents.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(walk.folder)
}

/// A file that is asked for alone, as a folder of nothing else.
fn alone(path: &Path) -> Folder {
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    let is_document = document::is_document(&name);
    let file = File {
        path: name,
        place: path.to_owned(),
    };
    Folder {
        path: path.parent().map(Path::to_owned).unwrap_or_default(),
        documents: is_document.then_some(file).into_iter().collect(),
        definition: None,
        diagnostics: Vec::new(),
        skipped: usize::from(!is_document),
    }
}

struct Walk {
    /// The folder without links in its path.
    root: PathBuf,
    /// How many files were seen.
    files: usize,
    folder: Folder,
}

impl Walk {
    /// Goes through the entries of a folder whose path below the root is `prefix`, with a `/` at its end.
    fn folder(
        &mut self,
        entries: fs::ReadDir,
        prefix: &str,
        depth: usize,
    ) -> Result<(), FolderError> {
        let mut good: Vec<DirEntry> = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => good.push(entry),
                Err(error) => self.unreadable(prefix, &error),
            }
        }
        good.sort_by_key(DirEntry::file_name);
        for entry in good {
            self.entry(&entry, prefix, depth)?;
        }
        Ok(())
    }

    fn entry(&mut self, entry: &DirEntry, prefix: &str, depth: usize) -> Result<(), FolderError> {
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            return Ok(());
        }
        self.files += 1;
        if self.files > MOST_FILES {
            let path = self.folder.path.clone();
            return Err(FolderError::TooManyFiles { path });
        }
        let below = [prefix, &name.to_string_lossy()].concat();
        if name.to_str().is_none() {
            self.error(
                &below,
                "the file's name is not Unicode; it is left out",
                "rename it",
            );
            return Ok(());
        }
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => {
                self.unreadable(&below, &error);
                return Ok(());
            }
        };
        if kind.is_dir() {
            return self.inner_folder(&entry.path(), &below, depth);
        }
        if prefix.is_empty() && below == DEFINITION {
            self.folder.definition = self.file(&entry.path(), below);
        } else if document::is_document(&below) {
            let file = self.file(&entry.path(), below);
            self.folder.documents.extend(file);
        } else {
            self.folder.skipped += 1;
        }
        Ok(())
    }

    fn inner_folder(&mut self, path: &Path, below: &str, depth: usize) -> Result<(), FolderError> {
        if depth == DEEPEST {
            self.error(
                below,
                format!("the folder lies more than {DEEPEST} folders deep and is left out"),
                "move it up",
            );
            return Ok(());
        }
        match fs::read_dir(path) {
            Ok(entries) => self.folder(entries, &[below, "/"].concat(), depth + 1)?,
            Err(error) => self.unreadable(below, &error),
        }
        Ok(())
    }

    /// A file that can be read, or else says why it cannot.
    fn file(&mut self, path: &Path, below: String) -> Option<File> {
        // A link may lead anywhere; a pipe would never end.
        let real = path.canonicalize();
        let real = real.and_then(|real| Ok((fs::metadata(&real)?.is_file(), real)));
        match real {
            Err(error) => {
                self.unreadable(&below, &error);
                None
            }
            Ok((_, real)) if !real.starts_with(&self.root) => {
                self.error(
                    &below,
                    "the link leads out of the folder and is left out",
                    "put the file itself into the folder",
                );
                None
            }
            Ok((false, _)) => {
                self.error(&below, "this is no file and is left out", "remove it");
                None
            }
            Ok((true, _)) => Some(File {
                path: below,
                place: path.to_owned(),
            }),
        }
    }

    fn unreadable(&mut self, below: &str, error: &io::Error) {
        self.folder.diagnostics.push(unreadable(below, error));
    }

    fn error(&mut self, below: &str, message: impl Into<String>, hint: &str) {
        let diagnostics: &mut Vec<Diagnostic> = &mut self.folder.diagnostics;
        Report::new(below, diagnostics).error(None, message, hint);
    }
}

/// What is said of a file or folder that cannot be read.
pub fn unreadable(below: &str, error: &io::Error) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        file: below.to_owned(),
        line: None,
        message: format!("this cannot be read and is left out: {error}"),
        hint: Some("check that it is there and may be read".into()),
    }
}
