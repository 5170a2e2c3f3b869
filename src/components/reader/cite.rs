//! The dialog with the document's citation in its three forms.

use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::citation::{Citation, Format};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use super::copy::use_copy;
use crate::components::button::button;
use crate::components::dialog::{Dialog, DialogProps};
use crate::element::{component, el, group, keyed};
use crate::store::Dispatch;

/// Properties of [`CiteDialog`].
#[derive(PartialEq, Properties)]
pub struct CiteDialogProps {
    /// The open document.
    pub content: Shared<AnalysedDocument>,
    /// The paragraph that the address names, from 1.
    pub paragraph: Option<u32>,
    /// Address of what is read.
    pub address: String,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The dialog.
#[component]
pub fn CiteDialog(props: &CiteDialogProps) -> Html {
    let whole = Citation::new(&props.content.document, &props.address);
    let citation = match props.paragraph {
        Some(paragraph) => whole.at(paragraph..=paragraph),
        None => whole,
    };
    let title = match props.paragraph {
        Some(paragraph) => ["Cite paragraph ", &paragraph.to_string()].concat(),
        None => "Cite this document".to_owned(),
    };
    let forms = Format::ALL.map(|format| {
        let form = CiteFormProps {
            label: format.label(),
            text: citation.format(format),
        };
        keyed::<CiteForm>(format.label(), form)
    });
    component::<Dialog>(DialogProps {
        title: title.into(),
        class: "cite",
        onclose: props.dispatch.always(Action::Overlay(Overlay::Cite)),
        children: group().children(forms).into(),
    })
}

#[derive(PartialEq, Properties)]
struct CiteFormProps {
    label: &'static str,
    text: String,
}

/// One form of the citation with its button.
#[component]
fn CiteForm(props: &CiteFormProps) -> Html {
    let (copied, copy) = use_copy();
    let onclick = {
        let text = props.text.clone();
        copy.reform(move |_: MouseEvent| text.clone())
    };
    let says = match *copied {
        None => "Copy",
        Some(true) => "Copied",
        Some(false) => "Not copied: select the text",
    };
    let copying =
        button("button", says, onclick).set("aria-label", [says, ": ", props.label].concat());
    let text = el("pre")
        .set("tabindex", "0")
        .set("dir", "auto")
        .set("aria-label", props.label)
        .set("role", "group")
        .child(&props.text);
    el("section")
        .class("cite-form")
        .child(el("h3").child(props.label))
        .child(copying)
        .child(text)
        .child(
            el("span")
                .class("unseen")
                .set("role", "status")
                .child(copied.map(|_| says)),
        )
        .into()
}
