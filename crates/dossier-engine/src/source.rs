//! A file of a collection, as bytes.

/// A file as the host read it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Path relative to the collection's folder, with `/` between its parts.
    pub path: &'a str,
    /// What the file holds.
    pub bytes: &'a [u8],
}
