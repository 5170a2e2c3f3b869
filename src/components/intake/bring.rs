//! Where documents come from, and what is to be done with them.

use dossier_view::intake::{Event, Waiting};
use yew::prelude::*;

use crate::components::button::button;
use crate::element::{El, component, el};
use crate::hooks::Intake;
use crate::platform::{field, files, worker};

/// What can be brought, and how.
pub fn invite(intake: &Intake) -> El {
    let choose = |folder: bool| {
        let intake = intake.clone();
        Callback::from(move |_| intake.choose(folder))
    };
    el("section")
        .class("intake-invite")
        .child(el("p").child("Drop files or folders anywhere on the page, or choose them here."))
        .child(
            el("div")
                .class("intake-buttons")
                .child(button("button primary", "Choose files", choose(false)))
                .child(button("button", "Choose a folder", choose(true))),
        )
        .child(el("p").class("intake-note").child(
            "Plain text, Markdown, HTML, JSON Lines and CSV; a text may have 16 MiB. A .dossier \
             archive opens as it is.",
        ))
        .child((!worker::has_tagger()).then(|| {
            el("p").class("intake-note").child(
                "This file has no tagger of names: those in documents that you add are found by \
                 lists and rules only.",
            )
        }))
        .child(component::<Paste>(PasteProps {
            intake: intake.clone(),
        }))
}

#[derive(PartialEq, Properties)]
struct PasteProps {
    intake: Intake,
}

/// A box for a text to be pasted.
#[component]
fn Paste(props: &PasteProps) -> Html {
    let text = use_node_ref();
    let take = {
        let (intake, text) = (props.intake.clone(), text.clone());
        Callback::from(move |_| {
            let text = field::long_text(&text);
            if !text.trim().is_empty() {
                intake.bring(files::pasted(&text));
            }
        })
    };
    el("details")
        .class("intake-paste")
        .child(el("summary").child("Paste a text"))
        .child(
            el("textarea")
                .bind(&text)
                .set("rows", "6")
                .set("aria-label", "Text")
                .set("spellcheck", "false"),
        )
        .child(button("button", "Use this text", take))
        .into()
}

/// What to do with the files that wait.
pub fn decide(waiting: &Waiting, intake: &Intake) -> El {
    let begin = |adds: bool| {
        let intake = intake.clone();
        Callback::from(move |_| intake.begin(adds))
    };
    let keeps = intake.desk.keeps;
    let keep = el("label")
        .class("intake-keep")
        .child(
            el("input")
                .set("type", "checkbox")
                .checked(keeps)
                .onchange(intake.callback(Event::Keep(!keeps))),
        )
        .child("Keep the collection on this machine, for the next visit");
    el("section")
        .class("intake-decide")
        .child(el("p").child(el("strong").child(waiting.text())))
        .child(keep)
        .child(
            el("div")
                .class("intake-buttons")
                .child(button(
                    "button primary",
                    "Add to this collection",
                    begin(true),
                ))
                .child(button("button", "Show only these", begin(false)))
                .child(button(
                    "text-button",
                    "Cancel",
                    intake.callback(Event::Dropped),
                )),
        )
}

/// The collection that was kept on this machine.
pub fn kept(intake: &Intake) -> Option<El> {
    let kept = intake.desk.kept.as_ref()?;
    let act = |act: fn(&Intake)| {
        let intake = intake.clone();
        Callback::from(move |_| act(&intake))
    };
    Some(
        el("section")
            .class("intake-kept")
            .child(el("p").child(el("bdi").child(kept.text())))
            .child(
                el("div")
                    .class("intake-buttons")
                    .child(button("button", "Open", act(Intake::open_kept)))
                    .child(button("text-button", "Forget", act(Intake::forget))),
            ),
    )
}

/// What happens to documents.
pub fn privacy() -> El {
    el("p").class("intake-privacy").child(
        "Nothing leaves this machine: your browser reads the documents in this page, and they are \
         gone when you close it unless you keep them.",
    )
}
