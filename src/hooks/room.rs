//! How much room the window gives.

use yew::prelude::*;

use super::use_once;
use crate::platform::page;

/// How much room there is. The style sheets have the same limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Three panes beside each other.
    Wide,
    /// Results and document beside each other; filters come when they are called.
    Medium,
    /// One thing at a time.
    Narrow,
}

const WIDE: &str = "(min-width: 1100px)";
const MEDIUM: &str = "(min-width: 860px)";

fn room() -> Room {
    if page::matches(WIDE) {
        Room::Wide
    } else if page::matches(MEDIUM) {
        Room::Medium
    } else {
        Room::Narrow
    }
}

/// How much room there is, always up to date.
#[hook]
pub fn use_room() -> Room {
    let current = use_state_eq(room);
    {
        let current = current.setter();
        use_once(move || {
            [WIDE, MEDIUM].map(|query| {
                let current = current.clone();
                page::on_media(query, move || current.set(room()))
            })
        });
    }
    *current
}
