//! Why a command stopped: what happened, where, and what to do now.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command stopped. Its text names what happened and, after `help:`, what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read, written or removed.
    #[error(
        "cannot {action} {}: {source}\n  help: see that it exists and that you may use it",
        path.display()
    )]
    File {
        /// What was tried, as a verb.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A program could not be started.
    #[error("cannot start {program}: {source}\n  help: {help}")]
    Start {
        /// The program.
        program: String,
        /// What the system says.
        source: io::Error,
        /// What to do.
        help: String,
    },
    /// A program ended with an error.
    #[error("`{command}` failed ({status})\n  help: {help}")]
    Failed {
        /// The command line.
        command: String,
        /// How it ended.
        status: String,
        /// What to do.
        help: String,
    },
    /// Something else that the person can put right.
    #[error("{what}\n  help: {help}")]
    Problem {
        /// What is wrong, and where.
        what: String,
        /// What to do.
        help: String,
    },
}

impl Error {
    /// Something that the person can put right.
    pub fn problem(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Problem {
            what: what.into(),
            help: help.into(),
        }
    }

    /// An error of the file system, for `map_err`.
    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File {
            action,
            path,
            source,
        }
    }
}
