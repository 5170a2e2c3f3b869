//! The focus follows what happens: to the result that the keyboard moved to, and back to the result
//! of a document that closes. A document that opens takes it itself.

use dossier_view::state::State;
use yew::prelude::*;

use super::{use_change, use_once};
use crate::components::search_box;
use crate::platform::focus;
use crate::platform::host::Host;

/// Selector of the result at a position.
fn result(position: usize) -> String {
    ["[data-result=\"", &position.to_string(), "\"]"].concat()
}

/// Moves the focus.
#[hook]
pub fn use_focus(state: &State, host: &Host) {
    {
        let host = host.clone();
        use_once(move || {
            if host.wants_focus() {
                focus::to(&host, search_box::SELECTOR);
            }
        });
    }
    let cursor = state.cursor;
    {
        let host = host.clone();
        use_change(cursor, move |cursor| {
            if let Some(position) = *cursor
                && !focus::is_within(&host, &result(position))
            {
                focus::to(&host, &result(position));
            }
        });
    }
    let shown = state.reader.as_ref().map(|reader| reader.doc);
    let before = use_mut_ref(|| None);
    let host = host.clone();
    use_change(shown, move |shown| {
        let before = before.replace(*shown);
        let is_typing = focus::is_within(&host, search_box::SELECTOR);
        if before.is_some() && shown.is_none() && !is_typing {
            let found = cursor.is_some_and(|position| focus::to(&host, &result(position)));
            if !found {
                focus::to(&host, "#results");
            }
        }
    });
}
