//! What is said of documents of a person's own in the page itself.

use dossier_view::intake::{Event, Line};
use yew::prelude::*;

use crate::components::button::button;
use crate::components::icon::{Icon, drawing};
use crate::element::{El, el};
use crate::hooks::Intake;

/// The line, where there is something to say.
pub fn notice(intake: &Intake) -> Option<El> {
    let line = intake.desk.line?;
    let (says, label) = line.text(&intake.desk);
    let act = {
        let intake = intake.clone();
        Callback::from(move |_| match line {
            Line::Kept => intake.open_kept(),
            Line::Report => intake.send(Event::Open),
        })
    };
    let dealt = button(
        "icon-button",
        drawing(Icon::Close),
        intake.callback(Event::Dealt),
    )
    .set("aria-label", "Not now");
    let shown = el("div")
        .class("notice")
        .child(el("p").set("role", "status").child(el("bdi").child(says)))
        .child(button("text-button", label, act))
        .child(dealt);
    Some(shown)
}
