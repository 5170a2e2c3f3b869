//! The dialog with the document's citation in its three forms.

use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::citation::{Citation, Format};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use crate::components::copy::{Copied, CopiedProps};
use crate::components::dialog::{Dialog, DialogProps};
use crate::element::{component, group, keyed};
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
        let form = CopiedProps {
            label: format.label(),
            text: citation.format(format),
        };
        keyed::<Copied>(format.label(), form)
    });
    component::<Dialog>(DialogProps {
        title: title.into(),
        class: "cite",
        onclose: props.dispatch.always(Action::Overlay(Overlay::Cite)),
        children: group().children(forms).into(),
    })
}
