//! Copying with a word on how it went.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::button::button;
use crate::element::el;
use crate::platform::clipboard;

/// How long the word stays, in milliseconds.
const STAY: u32 = 2500;

/// Copies a text. For a while afterwards the first part tells whether it went well.
#[hook]
pub fn use_copy() -> (UseStateHandle<Option<bool>>, Callback<String>) {
    let outcome = use_state(|| None);
    let timer = use_mut_ref(|| None::<Timeout>);
    let copy = {
        let outcome = outcome.clone();
        Callback::from(move |text: String| {
            let (outcome, timer) = (outcome.clone(), timer.clone());
            spawn_local(async move {
                outcome.set(Some(clipboard::copy(&text).await));
                let rest = Timeout::new(STAY, move || outcome.set(None));
                timer.replace(Some(rest));
            });
        })
    };
    (outcome, copy)
}

/// Properties of [`Copied`].
#[derive(PartialEq, Properties)]
pub struct CopiedProps {
    /// What the text is.
    pub label: &'static str,
    /// The text.
    pub text: String,
}

/// A text with a button that copies it.
#[component]
pub fn Copied(props: &CopiedProps) -> Html {
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
