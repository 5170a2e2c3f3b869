//! What happens beside the drawing: questions to the engine, the address, keys, the focus, the
//! window's width.

mod address;
mod focus;
mod keys;
mod once;
mod questions;
mod room;
mod title;

pub use address::use_address;
pub use focus::use_focus;
pub use keys::use_keys;
pub use once::use_once;
pub use questions::{use_document, use_mentions, use_search};
pub use room::{Room, use_room};
pub use title::use_title;
