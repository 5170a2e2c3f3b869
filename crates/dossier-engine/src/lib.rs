//! The engine of Dossier: a collection of documents goes in as bytes, answers come out as values.
//!
//! There is no input or output here, no clock, no randomness and no JavaScript: the same input
//! gives the same bytes and the same answers natively and in WebAssembly.
//!
//! A document travels from [`document::parse`] over the [`pipeline`] into an archive; an
//! [`explorer::Explorer`] opens the archive and answers.

pub mod archive;
mod bits;
pub mod codec;
pub mod collection;
pub mod date;
pub mod diagnostic;
pub mod document;
pub mod entity;
pub mod explorer;
pub mod facet;
pub mod id;
pub mod index;
pub mod math;
pub mod order;
pub mod pipeline;
pub mod query;
pub mod rank;
pub mod retrieve;
pub mod similar;
pub mod snippet;
pub mod source;
pub mod span;
pub mod store;
pub mod text;
pub mod topic;
pub mod work;
