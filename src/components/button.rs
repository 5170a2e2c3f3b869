//! Buttons.

use yew::prelude::*;

use crate::element::{Content, El, el};

/// A button around what it shows.
pub fn button(class: &'static str, shows: impl Content, onclick: Callback<MouseEvent>) -> El {
    plain(shows, onclick).class(class)
}

/// A button without a class of its own.
pub fn plain(shows: impl Content, onclick: Callback<MouseEvent>) -> El {
    el("button")
        .set("type", "button")
        .child(shows)
        .onclick(onclick)
}
