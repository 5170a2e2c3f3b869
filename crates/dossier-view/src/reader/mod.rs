//! What the reader shows: a document with its layers of matches, entities and topics.

pub mod card;
#[cfg(test)]
mod fixture;
pub mod header;
pub mod headings;
pub mod nest;
pub mod page;
pub mod position;
mod reason;
pub mod related;
pub mod segments;
pub mod topics;
