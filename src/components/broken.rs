//! The page where the collection cannot be opened.

use crate::element::{El, el};

/// Says that nothing can be shown. Half a collection would be taken for the whole.
pub fn broken(reason: &str) -> El {
    el("main")
        .class("broken")
        .set("role", "alert")
        .child(el("h1").child("This collection cannot be opened"))
        .child(el("p").child(reason))
        .child(el("p").child(
            "Its archive is damaged or was made by another version, so none of it is shown. Build \
             the collection again, or get a fresh copy of this page.",
        ))
}
