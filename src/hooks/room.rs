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

/// Least widths in CSS pixels. Beside an open document the filters have a pane only where its lines
/// keep about 60 characters.
const WIDE: i32 = 1100;
const WIDE_WITH_DOCUMENT: i32 = 1240;
const MEDIUM: i32 = 860;

/// How much room there is without and with an open document.
fn rooms(host: &Host) -> [Room; 2] {
    let width = page::width(host);
    [WIDE, WIDE_WITH_DOCUMENT].map(|wide| match width {
        _ if width >= wide => Room::Wide,
        MEDIUM.. => Room::Medium,
        _ => Room::Narrow,
    })
}

/// How much room there is, always up to date.
#[hook]
pub fn use_room(host: &Host, is_reading: bool) -> Room {
    let current = use_state_eq(|| rooms(host));
    {
        let (current, host) = (current.setter(), host.clone());
        use_once(move || {
            let mount = host.mount().clone();
            SizeWatch::new(&mount, move || current.set(rooms(&host)))
        });
    }
    current[usize::from(is_reading)]
}
