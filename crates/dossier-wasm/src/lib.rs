//! The engine for JavaScript: convert, call, convert back. Nothing is decided here.
//!
//! The types of `input` and `output` are written as TypeScript by `tsify`, so that Rust is the
//! one place where the interface is described. Names are in camel case, offsets are those of
//! JavaScript's strings (UTF-16 units), and what is wrong is thrown as an `Error` with a `kind`.

mod convert;
mod dossier;
mod error;
mod input;
mod output;
mod plain;
mod read;
mod source;
mod utf16;

pub use dossier::Dossier;
