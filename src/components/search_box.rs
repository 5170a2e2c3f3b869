//! The search box.

use dossier_view::state::Action;
use yew::prelude::*;

use super::button::button;
use super::icon::{Icon, drawing};
use crate::element::{El, el};
use crate::platform::{field, focus, page};
use crate::store::Dispatch;

/// Selector of the box.
pub const SELECTOR: &str = "#search";

/// The search box. What is typed is shown at once; results follow when they are there.
pub fn search_box(query: &str, dispatch: &Dispatch) -> El {
    let oninput = dispatch.callback(|event: InputEvent| Action::Type(field::text(&event)));
    let onsubmit = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.send(Action::Commit);
            if page::is_touched() {
                // The keyboard on the screen covers the results.
                focus::drop(dispatch.host());
            }
        })
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "ArrowDown" && !event.is_composing() {
                event.prevent_default();
                dispatch.send(Action::Commit);
                dispatch.send(Action::Cursor(None));
                dispatch.send(Action::Move(1));
            }
        })
    };
    let clear = {
        let dispatch = dispatch.clone();
        Callback::from(move |_| {
            dispatch.send(Action::Ask(String::new()));
            focus::to(dispatch.host(), SELECTOR);
        })
    };
    let field = el("input")
        .set("id", "search")
        .set("type", "search")
        .value(query)
        .set("placeholder", "Search the documents")
        .set("aria-label", "Search the documents")
        .set("aria-keyshortcuts", "/ Control+K")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("autocorrect", "off")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .oninput(oninput)
        .onkeydown(onkeydown)
        .onblur(dispatch.always(Action::Commit));
    let beside = if query.is_empty() {
        el("kbd").key("hint").unheard().child("/")
    } else {
        button("clear", drawing(Icon::Close), clear)
            .key("clear")
            .set("aria-label", "Clear the search")
    };
    el("form")
        .class("search")
        .set("part", "search")
        .set("role", "search")
        .onsubmit(onsubmit)
        .child(drawing(Icon::Search))
        .child(field)
        .child(beside)
}
