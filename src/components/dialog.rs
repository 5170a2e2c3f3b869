//! A modal dialog.

use yew::prelude::*;

use super::button::button;
use super::icon::{Icon, drawing};
use crate::element::el;
use crate::hooks::use_once;
use crate::platform::dialog;

/// Properties of [`Dialog`].
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// Its class.
    pub class: &'static str,
    /// The person wants it closed.
    pub onclose: Callback<()>,
    /// What it holds.
    pub children: Html,
}

/// A dialog over the page for as long as it is drawn. The focus stays in it and goes back when it
/// closes.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let (node, onclose) = (node.clone(), props.onclose.clone());
        use_once(move || dialog::show(&node, move || onclose.emit(())));
    }
    let close = props.onclose.reform(|_: MouseEvent| ());
    let header = el("header")
        .child(el("h2").set("id", "dialog-title").child(&*props.title))
        .child(button("icon-button", drawing(Icon::Close), close).set("aria-label", "Close"));
    let body = el("div")
        .class("dialog-body")
        .child(header)
        .child(props.children.clone());
    el("dialog")
        .bind(&node)
        .class(props.class)
        .set("aria-labelledby", "dialog-title")
        .child(body)
        .into()
}
