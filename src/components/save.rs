//! The dialog in which people save what they have found, and the collection itself.

use dossier_view::export::{Form, Subject, file_name};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::button::button;
use super::dialog::{Dialog, DialogProps};
use crate::element::{El, component, el, group};
use crate::hooks::Intake;
use crate::platform::files;
use crate::platform::worker::{self, Order, Task};
use crate::store::Dispatch;

/// Properties of [`SaveDialog`].
#[derive(PartialEq, Properties)]
pub struct SaveDialogProps {
    /// The state of the explorer.
    pub state: Shared<State>,
    /// It has the collection's archive.
    pub intake: Intake,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// What is said about the last file.
#[derive(Clone, PartialEq)]
enum Word {
    Making,
    Saved(String),
    Failed(String),
}

/// The dialog.
#[component]
pub fn SaveDialog(props: &SaveDialogProps) -> Html {
    let word = use_state_eq(|| None::<Word>);
    let task = use_mut_ref(|| None::<Task>);
    let with_names = use_state_eq(|| false);
    let title = &props.state.overview.title;

    // Has a file made, and saves it.
    let make = |name: String, order: Order, kind: &'static str| {
        let (word, task, intake) = (word.clone(), task.clone(), props.intake.clone());
        Callback::from(move |_: MouseEvent| {
            word.set(Some(Word::Making));
            let (name, word) = (name.clone(), word.clone());
            let made = worker::make(&order, &intake.archive(), move |made| {
                word.set(Some(match made {
                    Ok(text) => {
                        files::save(&name, &text, kind);
                        Word::Saved(name.clone())
                    }
                    Err(reason) => Word::Failed(reason),
                }));
            });
            task.replace(Some(made));
        })
    };
    let export = |subject: Subject, form: Form| {
        let name = file_name(title, subject.key(), form.extension());
        let order = Order::Export {
            fragment: props.state.place.fragment(),
            subject,
            form,
            page: props.dispatch.host().page_address(),
        };
        let says = ["Save ", subject.key(), " as ", form.label()].concat();
        button(
            "button",
            form.label(),
            make(name, order, "text/plain;charset=utf-8"),
        )
        .set("aria-label", says)
    };
    let exports = |subject: Subject| {
        let forms = Form::ALL.into_iter().filter(move |form| form.fits(subject));
        el("div")
            .class("intake-buttons")
            .children(forms.map(|form| export(subject, form)))
    };
    let archive = {
        let (intake, word) = (props.intake.clone(), word.clone());
        let name = file_name(title, "", "dossier");
        Callback::from(move |_| {
            let bytes: JsValue = intake.archive().into();
            files::save(&name, &bytes, "application/octet-stream");
            word.set(Some(Word::Saved(name.clone())));
        })
    };
    let single = Order::Single {
        title: title.clone(),
        with_names: *with_names,
    };
    let single = make(file_name(title, "", "html"), single, "text/html");
    let choose_names = {
        let with_names = with_names.clone();
        Callback::from(move |_| with_names.set(!*with_names))
    };
    let children = group()
        .child(section(
            "Results",
            &[&props.state.found(), ", a row or an entry each."].concat(),
            exports(Subject::Results),
        ))
        .child(section(
            "Mentions",
            "Every mention of a person, place and so on in these documents, with its paragraph.",
            exports(Subject::Mentions),
        ))
        .child(section(
            "The collection",
            "An archive opens again on this page: drop it there. One file opens by double click, \
             without any network.",
            el("div")
                .class("intake-buttons")
                .child(button("button", "Save archive", archive))
                .child(button("button", "Save as one file", single))
                .child(
                    el("label")
                        .class("intake-keep")
                        .child(
                            el("input")
                                .set("type", "checkbox")
                                .checked(*with_names)
                                .onchange(choose_names),
                        )
                        .child("That finds names in documents added to it, 300 kB more"),
                ),
        ))
        .child(
            el("p")
                .class("intake-privacy")
                .set("role", "status")
                .child(match &*word {
                    None => "Files are made on this machine.".to_owned(),
                    Some(Word::Making) => "Making the file…".to_owned(),
                    Some(Word::Saved(name)) => [name, " is saved."].concat(),
                    Some(Word::Failed(reason)) => ["The file cannot be made: ", reason].concat(),
                }),
        );
    component::<Dialog>(DialogProps {
        title: "Save".into(),
        class: "intake",
        onclose: props.dispatch.always(Action::Overlay(Overlay::Save)),
        children: children.into(),
    })
}

fn section(title: &'static str, says: &str, actions: El) -> El {
    el("section")
        .child(el("h3").child(title))
        .child(el("p").class("intake-note").child(says))
        .child(actions)
}
