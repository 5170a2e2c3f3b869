//! The reader's toolbar: matches, layers, citation, link, close.

use dossier_view::reader::page::Page;
use dossier_view::reader::position::{announcement, position};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Layer, Layers, Overlay};
use yew::prelude::*;

use super::copy::use_copy;
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
        html! {
            <button type="button" aria-pressed={is_on.to_string()} onclick={dispatch.always(Action::Toggle(layer))}>
                { label }
            </button>
        }
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
            <button type="button" class="reader-back" onclick={dispatch.always(Action::CloseReader)}>
                { drawing(Icon::Back) }
                { "Results" }
            </button>
            <div class="reader-matches">
                <button
                    type="button"
                    class="icon-button"
                    aria-label="Previous match"
                    title="Previous match (Shift+N)"
                    disabled={no_match}
                    onclick={dispatch.always(Action::PreviousMatch)}
                >
                    { drawing(Icon::Up) }
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label="Next match"
                    title="Next match (N)"
                    disabled={no_match}
                    onclick={dispatch.always(Action::NextMatch)}
                >
                    { drawing(Icon::Down) }
                </button>
                <span class="reader-position">{ position(*current, &page.places) }</span>
                <span class="unseen" role="status">{ announcement(*current, &page.places) }</span>
            </div>
            <div class="reader-layers" role="group" aria-label="Show in the text">
                { layer("Matches", Layer::Matches, layers.matches) }
                { layer("Entities", Layer::Entities, layers.entities) }
                { layer("Topics", Layer::Topics, layers.topics) }
            </div>
            <div class="reader-tools">
                <button
                    type="button"
                    aria-haspopup="dialog"
                    onclick={dispatch.always(Action::Overlay(Overlay::Cite))}
                >
                    { "Cite" }
                </button>
                <button type="button" onclick={onlink}>{ link }</button>
                <span class="unseen" role="status">{ copied.map(|_| link) }</span>
                <button
                    type="button"
                    class="icon-button reader-close"
                    aria-label="Close the document"
                    title="Close (Esc)"
                    onclick={dispatch.always(Action::CloseReader)}
                >
                    { drawing(Icon::Close) }
                </button>
            </div>
        </div>
    }
}
