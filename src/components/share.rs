//! The dialog by which a place is shared.

use dossier_view::place::Place;
use dossier_view::share::Share;
use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use super::copy::{Copied, CopiedProps};
use super::dialog::{Dialog, DialogProps};
use crate::element::{component, el, group, keyed};
use crate::platform::page;
use crate::store::Dispatch;

/// Properties of [`ShareDialog`].
#[derive(PartialEq, Properties)]
pub struct ShareDialogProps {
    /// What is shared.
    pub place: Place,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The link, and where the page belongs to a site, what other pages need to show the place, with a
/// view of that.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let link = props.dispatch.host().address(&props.place.fragment());
    let folder = page::folder();
    let share = Share::new(link, folder.as_deref().unwrap_or_default(), &props.place);
    let text =
        |label: &'static str, text: String| keyed::<Copied>(label, CopiedProps { label, text });
    let embedded = || {
        let preview = el("iframe")
            .set("src", share.preview.clone())
            .set("title", "Preview of the embedded explorer");
        group()
            .child(text("In a page", share.element.clone()))
            .child(text("In a frame", share.frame.clone()))
            .child(el("h3").child("Preview"))
            .child(preview)
    };
    let children = group()
        .child(text("Link", share.link.clone()))
        .child(folder.is_some().then(embedded));
    component::<Dialog>(DialogProps {
        title: "Share".into(),
        class: "cite share",
        onclose: props.dispatch.always(Action::Overlay(Overlay::Share)),
        children: children.into(),
    })
}
