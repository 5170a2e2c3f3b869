//! The search box.

use dossier_view::state::Action;
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::platform::{field, focus, page};
use crate::store::Dispatch;

/// Selector of the box.
pub const SELECTOR: &str = "#search";

/// Properties of [`SearchBox`].
#[derive(PartialEq, Properties)]
pub struct SearchBoxProps {
    /// What is typed.
    pub query: AttrValue,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The search box. What is typed is shown at once; results follow when they are there.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let SearchBoxProps { query, dispatch } = props;
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
            <Drawing icon={Icon::Search} />
            <input
                id="search"
                type="search"
                value={query.clone()}
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
                    <Drawing icon={Icon::Close} />
                </button>
            }
        </form>
    }
}
