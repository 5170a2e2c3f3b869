//! The list of keys, and what a query can say.

use dossier_view::keys;
use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use super::button::plain;
use super::dialog::{Dialog, DialogProps};
use crate::element::{el, group, keyed};
use crate::store::Dispatch;

/// What a query can say, by example.
const QUERIES: [(&str, &str); 9] = [
    (
        "artillery shells",
        "documents with both words first, in any form",
    ),
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
    let keys = keys::LIST.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|key| el("kbd").child(*key));
        el("div")
            .child(el("dt").children(keys))
            .child(el("dd").child(*what))
    });
    let queries = QUERIES.iter().map(|(query, what)| {
        let dispatch = dispatch.clone();
        let ask = Callback::from(move |_| {
            dispatch.send(Action::Overlay(Overlay::Keys));
            dispatch.send(Action::Ask((*query).to_owned()));
        });
        let button = plain(el("code").child(*query), ask).set("title", "Search this");
        el("div")
            .child(el("dt").child(button))
            .child(el("dd").child(*what))
    });
    let children = group()
        .child(el("h3").child("Keys"))
        .child(el("dl").class("keys").children(keys))
        .child(el("h3").child("What a query can say"))
        .child(el("dl").class("queries").children(queries));
    keyed::<Dialog>(
        "help",
        DialogProps {
            title: "Keys and queries".into(),
            class: "help",
            onclose: dispatch.always(Action::Overlay(Overlay::Keys)),
            children: children.into(),
        },
    )
}
