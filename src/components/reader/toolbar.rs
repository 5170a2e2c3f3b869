//! The reader's toolbar: matches, layers, citation, link, close.

use dossier_view::reader::page::Page;
use dossier_view::reader::position::{announcement, position};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Layer, Layers, Overlay};
use yew::prelude::*;

use crate::components::button::{button, plain};
use crate::components::copy::use_copy;
use crate::components::icon::{Icon, drawing};
use crate::element::{El, el};
use crate::store::Dispatch;

/// Properties of [`Toolbar`].
#[derive(PartialEq, Properties)]
pub struct ToolbarProps {
    /// The laid-out document.
    pub page: Shared<Page>,
    /// The current match.
    pub current: Option<usize>,
    /// Which layers are on.
    pub layers: Layers,
    /// Address of what is read.
    pub address: String,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The toolbar.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps {
        page,
        current,
        layers,
        address,
        dispatch,
    } = props;
    let (copied, copy) = use_copy();
    let no_match = page.places.is_empty() || !layers.matches;
    let layer = |label: &'static str, layer: Layer, is_on: bool| {
        plain(label, dispatch.always(Action::Toggle(layer))).aria("aria-pressed", is_on)
    };
    let onlink = {
        let address = address.clone();
        copy.reform(move |_: MouseEvent| address.clone())
    };
    let link = match *copied {
        None => "Copy link",
        Some(true) => "Link copied",
        Some(false) => "Not copied",
    };
    let announced = || el("span").class("unseen").set("role", "status");
    let close = || dispatch.always(Action::CloseReader);
    let back = button("reader-back", drawing(Icon::Back), close()).child("Results");
    let at = el("span")
        .class("reader-position")
        .child(position(*current, &page.places));
    let matches = steps("match", no_match, dispatch)
        .child(at)
        .child(announced().child(announcement(*current, &page.places)));
    let layers = el("div")
        .class("reader-layers")
        .set("role", "group")
        .set("aria-label", "Show in the text")
        .child(layer("Matches", Layer::Matches, layers.matches))
        .child(layer("Entities", Layer::Entities, layers.entities))
        .child(layer("Topics", Layer::Topics, layers.topics));
    let cite = dispatch.always(Action::Overlay(Overlay::Cite));
    let close = button("icon-button reader-close", drawing(Icon::Close), close())
        .set("aria-label", "Close the document")
        .set("title", "Close (Esc)");
    let tools = el("div")
        .class("reader-tools")
        .child(plain("Cite", cite).set("aria-haspopup", "dialog"))
        .child(plain(link, onlink))
        .child(announced().child(copied.map(|_| link)))
        .child(close);
    el("div")
        .class("reader-bar")
        .set("role", "group")
        .set("aria-label", "Reading tools")
        .child(back)
        .child(matches)
        .child(layers)
        .child(tools)
        .into()
}

/// Buttons that go from one of something to the next, which have what is said of the place added.
pub fn steps(what: &'static str, is_none: bool, dispatch: &Dispatch) -> El {
    let step = |before: &str, key: &str, icon, action| {
        let name = [before, what].concat();
        button("icon-button", drawing(icon), dispatch.always(action))
            .set("title", [&name, key].concat())
            .set("aria-label", name)
            .set("disabled", is_none)
    };
    el("div")
        .class("reader-matches")
        .child(step(
            "Previous ",
            " (Shift+N)",
            Icon::Up,
            Action::PreviousMatch,
        ))
        .child(step("Next ", " (N)", Icon::Down, Action::NextMatch))
}
