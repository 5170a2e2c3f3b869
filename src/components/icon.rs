//! Line drawings of 20 by 20 units, in the colour of the text around them.

use crate::element::{El, el};

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// An angle pointing up.
    Up,
    /// An angle pointing down.
    Down,
    /// A circle with a bar.
    Exclude,
    /// Lines that grow shorter.
    Filters,
    /// A question mark.
    Help,
    /// A sun.
    Light,
    /// A moon.
    Dark,
    /// A circle that is half filled.
    System,
    /// An arrow pointing left.
    Back,
    /// An arrow into a tray.
    Save,
    /// A sheet with a plus.
    Add,
    /// An arrow that leaves a box.
    Share,
    /// Three dots.
    Menu,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Up => "M5.5 12.5L10 8l4.5 4.5",
            Self::Down => "M5.5 8l4.5 4.5L14.5 8",
            Self::Exclude => "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M6.5 10h7",
            Self::Share => "M10 12.5V3M6.5 6L10 2.5L13.5 6M5.5 9H4v8h12V9h-1.5",
            Self::Filters => "M3 5.5h14M5.5 10h9M8 14.5h4",
            Self::Help => "M7.3 7.3a2.7 2.7 0 1 1 4.1 2.4c-.9.6-1.4 1.1-1.4 2.1M10 14.6v.2",
            Self::Light => {
                "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v1.5M10 16.5V18M2 10h1.5\
                 M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1\
                 M14.6 5.4l1.1-1.1"
            }
            Self::Dark => "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z",
            Self::System => {
                "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 3v14M10 6.5h5.8M10 10h7M10 13.5h5.8"
            }
            Self::Save => {
                "M10 3v9M6.5 8.5L10 12l3.5-3.5M3.5 13v2.5A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5V13"
            }
            Self::Add => {
                "M11 3H5.5A1.5 1.5 0 0 0 4 4.5v11A1.5 1.5 0 0 0 5.5 17h9a1.5 1.5 0 0 0 \
                          1.5-1.5V8zM11 3v5h5M10 10v5M7.5 12.5h5"
            }
            Self::Menu => {
                "M10 4a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4M10 9.3a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4M10 14.6a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4"
            }
            Self::Back => "M12 4.5L6.5 10l5.5 5.5",
        }
    }
}

/// A drawing that says nothing to screen readers: what it is on must have a name.
pub fn drawing(icon: Icon) -> El {
    el("svg")
        .class("icon")
        .set("viewBox", "0 0 20 20")
        .set("width", "20")
        .set("height", "20")
        .unheard()
        .child(el("path").set("d", icon.path()))
}
