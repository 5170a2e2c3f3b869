//! The built app: embedded in the command, or in a folder.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use dossier_single::{PackError, attribute, tag};

/// The files that were embedded when the command was built.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/app.rs"));

/// What is wrong with the app that a site is to be made of.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The command was built without it.
    #[error(
        "this command was built without the app that a site is made of\n  help: build it by \
         `cargo xtask command`, or name the folder of a built app by `--app dist`, which \
         `cargo xtask dist` writes"
    )]
    NotEmbedded,
    /// The folder cannot be read.
    #[error("the app in {} cannot be read: {error}\n  help: `cargo xtask dist` writes one into dist/", path.display())]
    Unreadable {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file that the app must have is not there.
    #[error("the app has no {0}\n  help: build it anew by `cargo xtask dist`")]
    Incomplete(String),
    /// The app cannot stand in one file.
    #[error("{0}\n  help: build the app anew by `cargo xtask dist`")]
    Pack(#[from] PackError),
}

/// The files of the built app.
#[derive(Debug)]
pub struct App {
    files: Vec<(String, Cow<'static, [u8]>)>,
}

impl App {
    /// The app in a folder, or the embedded one where none is named.
    ///
    /// # Errors
    /// When none is embedded, or the folder cannot be read.
    pub fn find(folder: Option<&Path>) -> Result<Self, AppError> {
        match folder {
            Some(folder) => Self::read(folder),
            None if EMBEDDED.is_empty() => Err(AppError::NotEmbedded),
            None => Ok(Self {
                files: EMBEDDED
                    .iter()
                    .map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes)))
                    .collect(),
            }),
        }
    }

    fn read(folder: &Path) -> Result<Self, AppError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |error| AppError::Unreadable { path, error }
        };
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
            let entry = entry.map_err(unreadable(folder))?;
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_file() {
                let bytes = fs::read(&path).map_err(unreadable(&path))?;
                files.push((name, Cow::Owned(bytes)));
            }
        }
        files.sort();
        Ok(Self { files })
    }

    /// All files by their paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), &**bytes))
    }

    /// The page.
    pub fn page(&self) -> Result<&str, AppError> {
        self.text("index.html")
    }

    /// A file that is text.
    pub fn text(&self, path: &str) -> Result<&str, AppError> {
        let bytes = self.bytes(path)?;
        std::str::from_utf8(bytes).map_err(|_| AppError::Incomplete(path.to_owned()))
    }

    /// A file.
    pub fn bytes(&self, path: &str) -> Result<&[u8], AppError> {
        let found = self.files().find(|(known, _)| *known == path);
        found
            .map(|(_, bytes)| bytes)
            .ok_or_else(|| AppError::Incomplete(path.to_owned()))
    }

    /// The name of the archive in the page.
    pub fn archive_name(&self) -> Result<&str, AppError> {
        let page = self.page()?;
        let tag = tag(page, "id=\"archive\"")
            .ok_or_else(|| AppError::Incomplete("link to an archive".into()))?;
        attribute(tag, "href").ok_or_else(|| AppError::Incomplete("link to an archive".into()))
    }
}
