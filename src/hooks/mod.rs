//! What happens beside the drawing: questions to the engine, the address, keys, the focus, the
//! app's width, what the page around says and is told.

mod address;
mod change;
mod focus;
mod intake;
mod keys;
mod questions;
mod room;
mod title;
mod visit;

pub use address::use_address;
pub use change::{use_change, use_once};
pub use focus::use_focus;
pub use intake::{Intake, use_intake};
pub use keys::use_keys;
pub use questions::{use_comparison, use_document, use_mentions, use_search};
pub use room::{Room, use_room};
pub use title::use_title;
pub use visit::{use_news, use_visit};
