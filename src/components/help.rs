//! The list of keys, and what a query can say.

use dossier_view::keys;
use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use super::dialog::Dialog;
use crate::store::Dispatch;

/// What a query can say, by example.
const QUERIES: [(&str, &str); 9] = [
    ("artillery shells", "documents with both words, in any form"),
    ("\"arms deal\"", "the words in a row"),
    ("munition*", "words that begin so"),
    ("artillery OR rockets", "one of them or both"),
    ("Kim NOT Putin", "without a word; -Putin too"),
    ("Kim NEAR/5 train", "at most five words apart"),
    ("hwasung~", "words close in spelling"),
    (
        "person:peskov title:weapons",
        "by field: title, topic, person, place, org, weapon, publisher",
    ),
    ("date:2023-09..2024-06", "published in these months"),
];

/// The list of keys, and what a query can say.
pub fn help(dispatch: &Dispatch) -> Html {
    html! {
        <Dialog
            key="help"
            title="Keys and queries"
            class="help"
            onclose={dispatch.always(Action::Overlay(Overlay::Keys))}
        >
            <h3>{ "Keys" }</h3>
            <dl class="keys">
                { for keys::LIST.iter().map(|(keys, what)| html! {
                    <div>
                        <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                        <dd>{ *what }</dd>
                    </div>
                }) }
            </dl>
            <h3>{ "What a query can say" }</h3>
            <dl class="queries">
                { for QUERIES.iter().map(|(query, what)| {
                    let ask = {
                        let (dispatch, query) = (dispatch.clone(), *query);
                        move |_| {
                            dispatch.send(Action::Overlay(Overlay::Keys));
                            dispatch.send(Action::Ask(query.to_owned()));
                        }
                    };
                    html! {
                        <div>
                            <dt><button type="button" title="Search this" onclick={ask}><code>{ *query }</code></button></dt>
                            <dd>{ *what }</dd>
                        </div>
                    }
                }) }
            </dl>
        </Dialog>
    }
}
