//! A card over the text, beside what it is about.

use dossier_engine::entity::EntityKind;
use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use crate::components::button::button;
use crate::components::icon::{Icon, drawing};
use crate::element::el;
use crate::hooks::use_change;
use crate::platform::reveal::reveal_beside;
use crate::platform::{focus, measure};
use crate::store::Dispatch;

/// Properties of [`Popover`].
#[derive(PartialEq, Properties)]
pub struct PopoverProps {
    /// What the card is about.
    pub title: String,
    /// What sort of card it is, in a small line above the title.
    pub kicker: &'static str,
    /// The kind of entity that the card is about, if it is about one.
    pub kind: Option<EntityKind>,
    /// Finds the element that opened the card, within the sheet.
    pub anchor: String,
    /// The card among what lies over the page.
    pub overlay: Overlay,
    /// What the card lies on.
    pub sheet: NodeRef,
    /// What scrolls.
    pub pane: NodeRef,
    /// Changes the state.
    pub dispatch: Dispatch,
    /// What the card holds.
    pub children: Html,
}

/// A dialog that leaves the page usable. The focus goes to it when it opens, and back to what
/// opened it when it closes.
#[component]
pub fn Popover(props: &PopoverProps) -> Html {
    let card = use_node_ref();
    {
        let (card, sheet, pane) = (card.clone(), props.sheet.clone(), props.pane.clone());
        let host = props.dispatch.host().clone();
        use_change(props.anchor.clone(), move |anchor| {
            if let Some(lines) = measure::lines_of(&sheet, anchor) {
                measure::put_beside(&card, lines, &sheet, &pane);
            }
            focus::give_to(&host, &card);
            reveal_beside(&pane, anchor, &card);
            focus::find(&sheet, anchor).map(focus::GiveBack)
        });
    }
    let close = props.dispatch.always(Action::Overlay(props.overlay));
    let close = button("icon-button popover-close", drawing(Icon::Close), close);
    let kicker = el("p")
        .class("popover-kicker")
        .class(props.kind.map_or("", EntityKind::key))
        .child(props.kicker);
    let title = el("h3")
        .class("popover-title")
        .set("id", "popover-title")
        .set("dir", "auto")
        .child(&props.title);
    el("div")
        .class("popover")
        .set("role", "dialog")
        .set("aria-labelledby", "popover-title")
        .set("tabindex", "-1")
        .bind(&card)
        .child(kicker)
        .child(title)
        .child(close.set("aria-label", "Close"))
        .child(props.children.clone())
        .into()
}
