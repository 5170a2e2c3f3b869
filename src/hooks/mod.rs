//! What happens beside the drawing: questions to the engine, the address, keys, the window's width.

mod address;
mod questions;

pub use address::use_address;
pub use questions::{use_document, use_mentions, use_search};
