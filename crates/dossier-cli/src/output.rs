//! Files and terminals.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use dossier_engine::archive::OpenError;
use dossier_engine::entity::tagger::model::ModelError;
use dossier_engine::explorer::Explorer;
use dossier_files::FolderError;

use crate::site::AppError;

/// What is said where something had to be left out and that was not asked for.
pub const NOTHING_WRITTEN: &str =
    "nothing was written; correct the files, or leave them out by --keep-going";

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The folder of documents cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A file cannot be read.
    #[error("{} cannot be read: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file cannot be written.
    #[error("{} cannot be written: {error}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The terminal, or what stands for it, cannot be written to.
    #[error("the output cannot be written: {0}")]
    Output(io::Error),
    /// A file is not text.
    #[error("{} is not a text in UTF-8", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
    /// A line of a file is not what it should be.
    #[error("{}, line {line}: {error}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// The model that finds names cannot be read.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The app that a site is made of is missing or broken.
    #[error(transparent)]
    App(#[from] AppError),
    /// A folder that a site is to be written into holds other files.
    #[error(
        "{} holds files that are no site; nothing was written\n  help: name a new folder, or empty this one",
        path.display()
    )]
    NotASite {
        /// The folder.
        path: PathBuf,
    },
    /// A file that would be replaced.
    #[error("{} is there already; nothing was written\n  help: edit it, or look at a new one by --print", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A port cannot be listened on.
    #[error(
        "cannot listen on port {port}: {error}\n  help: choose another, or leave --port out and a free one is taken"
    )]
    Port {
        /// The port.
        port: u16,
        /// What the system says.
        error: io::Error,
    },
    /// The server cannot begin.
    #[error("the server cannot begin: {0}")]
    Serve(io::Error),
    /// A file is no whole archive.
    #[error("{}: {error}", path.display())]
    Archive {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: OpenError,
    },
}

/// Reads and opens an archive.
pub fn open(path: &Path) -> Result<Explorer, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::Read {
        path: path.to_owned(),
        error,
    })?;
    Explorer::open(bytes).map_err(|error| Failure::Archive {
        path: path.to_owned(),
        error,
    })
}

/// Reads a text.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::Read {
        path: path.to_owned(),
        error,
    })?;
    String::from_utf8(bytes).map_err(|_| Failure::NotText {
        path: path.to_owned(),
    })
}

/// Writes a file so that at every moment there is either the old one or the whole new one.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.partial", std::process::id()));
    let partial = path.with_file_name(name);
    let written = write_through(&partial, bytes).and_then(|()| fs::rename(&partial, path));
    written.map_err(|error| {
        // It may not even have come to be; what went wrong first is what counts.
        let _ = fs::remove_file(&partial);
        Failure::Write {
            path: path.to_owned(),
            error,
        }
    })
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Prints a text. Whoever reads it may stop listening, as `head` does.
pub fn print(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

/// A text of an archive without characters that could steer a terminal.
pub fn clean(text: &str) -> String {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(visible).collect()
}

/// A number with its noun.
pub fn count(number: u32, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}
