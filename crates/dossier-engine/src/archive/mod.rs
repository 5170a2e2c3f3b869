//! The archive: one file that holds a collection and its index.

use crate::pipeline::Collection;

/// Why bytes cannot be opened as an archive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes do not begin as an archive does.
    #[error("this is not a Dossier archive")]
    NotAnArchive,
}

/// The archive of a collection: the same bytes for the same collection, on every platform.
#[must_use]
pub fn write(collection: &Collection) -> Vec<u8> {
    let _ = collection;
    Vec::new()
}
