//! The dialog in which people bring documents to the page.

mod bring;
mod notice;
mod outcome;

pub use notice::notice;

use dossier_view::intake::{Event, Work};
use yew::prelude::*;

use super::button::button;
use super::dialog::{Dialog, DialogProps};
use crate::element::{Content, El, component, el, group};
use crate::hooks::Intake;

/// Properties of [`IntakeDialog`].
#[derive(PartialEq, Properties)]
pub struct IntakeDialogProps {
    /// What it shows, and what can be done.
    pub intake: Intake,
}

/// The dialog: files to be brought, what is done with them, what came of it.
#[component]
pub fn IntakeDialog(props: &IntakeDialogProps) -> Html {
    let intake = &props.intake;
    let desk = &intake.desk;
    let main = match (&desk.work, &desk.waiting) {
        (Some(work), _) => working(work, intake).node(),
        (None, Some(waiting)) => bring::decide(waiting, intake).node(),
        (None, None) => bring::invite(intake).node(),
    };
    let children = group()
        .child(desk.report.as_ref().map(outcome::outcome))
        .child(main)
        .child(bring::kept(intake))
        .child(bring::privacy());
    component::<Dialog>(DialogProps {
        title: "Add documents".into(),
        class: "intake",
        onclose: intake.callback(Event::Close),
        children: children.into(),
    })
}

/// How far the worker is.
fn working(work: &Work, intake: &Intake) -> El {
    let stop = {
        let intake = intake.clone();
        Callback::from(move |_| intake.stop())
    };
    let share = work.share();
    el("section")
        .class("intake-work")
        .child(
            el("p")
                .set("role", "status")
                .child(el("strong").child(work.text())),
        )
        .child(
            el("progress")
                .set("aria-label", "Progress")
                .set("max", "1000")
                .set("value", share),
        )
        .child(
            el("p")
                .class("intake-name")
                .child(el("bdi").child(&work.name)),
        )
        .child(button("button", "Cancel", stop))
}
