//! The reader's toolbar: matches, layers, citation, link, close.

use dossier_view::reader::page::Page;
use dossier_view::reader::position::{announcement, position};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Layer, Layers, Overlay};
use yew::prelude::*;

use super::copy::use_copy;
use crate::components::button::Button;
use crate::components::icon::{Icon, drawing};
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
        Button::plain()
            .pressed(is_on)
            .around(label, dispatch.always(Action::Toggle(layer)))
    };
    let step = |name: &'static str, title: &'static str, icon, action| {
        Button::new("icon-button")
            .name(name)
            .title(title)
            .disabled(no_match)
            .around(drawing(icon), dispatch.always(action))
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
    html! {
        <div class="reader-bar" role="group" aria-label="Reading tools">
            { Button::new("reader-back").around(
                html! { <>{ drawing(Icon::Back) }{ "Results" }</> },
                dispatch.always(Action::CloseReader),
            ) }
            <div class="reader-matches">
                { step("Previous match", "Previous match (Shift+N)", Icon::Up, Action::PreviousMatch) }
                { step("Next match", "Next match (N)", Icon::Down, Action::NextMatch) }
                <span class="reader-position">{ position(*current, &page.places) }</span>
                <span class="unseen" role="status">{ announcement(*current, &page.places) }</span>
            </div>
            <div class="reader-layers" role="group" aria-label="Show in the text">
                { layer("Matches", Layer::Matches, layers.matches) }
                { layer("Entities", Layer::Entities, layers.entities) }
                { layer("Topics", Layer::Topics, layers.topics) }
            </div>
            <div class="reader-tools">
                { Button::plain()
                    .opening_dialog()
                    .around("Cite", dispatch.always(Action::Overlay(Overlay::Cite))) }
                { Button::plain().around(link, onlink) }
                <span class="unseen" role="status">{ copied.map(|_| link) }</span>
                { Button::new("icon-button reader-close")
                    .name("Close the document")
                    .title("Close (Esc)")
                    .around(drawing(Icon::Close), dispatch.always(Action::CloseReader)) }
            </div>
        </div>
    }
}
