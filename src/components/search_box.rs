//! The search box.

use dossier_view::state::Action;
use yew::prelude::*;

use super::icon::{Icon, drawing};
use crate::platform::{field, focus, page};
use crate::store::Dispatch;

/// Selector of the box.
pub const SELECTOR: &str = "#search";

/// The search box. What is typed is shown at once; results follow when they are there.
pub fn search_box(query: &str, dispatch: &Dispatch) -> Html {
    let oninput = dispatch.callback(|event: InputEvent| Action::Type(field::text(&event)));
    let onsubmit = {
        let dispatch = dispatch.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.send(Action::Commit);
            if page::matches("(pointer: coarse)") {
                // The keyboard on the screen covers the results.
                focus::drop();
            }
        }
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "ArrowDown" && !event.is_composing() {
                event.prevent_default();
                dispatch.send(Action::Commit);
                dispatch.send(Action::Cursor(None));
                dispatch.send(Action::Move(1));
            }
        }
    };
    let clear = {
        let dispatch = dispatch.clone();
        move |_| {
            dispatch.send(Action::Ask(String::new()));
            focus::to(SELECTOR);
        }
    };
    html! {
        <form class="search" role="search" {onsubmit}>
            { drawing(Icon::Search) }
            <input
                id="search"
                type="search"
                value={query.to_owned()}
                placeholder="Search the documents"
                aria-label="Search the documents"
                aria-keyshortcuts="/ Control+K"
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="search"
                {oninput}
                {onkeydown}
                onblur={dispatch.always(Action::Commit)}
            />
            if query.is_empty() {
                <kbd key="hint" aria-hidden="true">{ "/" }</kbd>
            } else {
                <button key="clear" type="button" class="clear" aria-label="Clear the search" onclick={clear}>
                    { drawing(Icon::Close) }
                </button>
            }
        </form>
    }
}
