//! How much room the app has.

use yew::prelude::*;

use super::use_once;
use crate::platform::host::Host;
use crate::platform::measure::SizeWatch;
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

/// Least widths in CSS pixels.
const WIDE: i32 = 1100;
const MEDIUM: i32 = 860;

fn room(host: &Host) -> Room {
    match page::width(host) {
        WIDE.. => Room::Wide,
        MEDIUM.. => Room::Medium,
        _ => Room::Narrow,
    }
}

/// How much room there is, always up to date.
#[hook]
pub fn use_room(host: &Host) -> Room {
    let current = use_state_eq(|| room(host));
    {
        let (current, host) = (current.setter(), host.clone());
        use_once(move || {
            let mount = host.mount().clone();
            SizeWatch::new(&mount, move || current.set(room(&host)))
        });
    }
    *current
}
