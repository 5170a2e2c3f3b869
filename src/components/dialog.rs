//! A modal dialog.

use yew::prelude::*;

use super::button::Button;
use super::icon::{Icon, drawing};
use crate::hooks::use_once;
use crate::platform::dialog;

/// Properties of [`Dialog`].
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// Its classes.
    pub class: Classes,
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
    html! {
        <dialog ref={node} class={props.class.clone()} aria-labelledby="dialog-title">
            <div class="dialog-body">
                <header>
                    <h2 id="dialog-title">{ props.title.clone() }</h2>
                    { Button::new("icon-button").name("Close").around(drawing(Icon::Close), close) }
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
