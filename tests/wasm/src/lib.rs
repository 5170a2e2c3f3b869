//! A small collection that is built twice: natively by the build script, and by the tests in the
//! browser.

mod collection;

pub use collection::build;

/// The archive as the build script made it, natively.
pub const NATIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/collection.dossier"));
