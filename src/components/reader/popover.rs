//! A card over the text, beside what it is about.

use dossier_view::state::{Action, Overlay};
use yew::prelude::*;

use crate::components::button::Button;
use crate::components::icon::{Icon, drawing};
use crate::platform::reveal::reveal_beside;
use crate::platform::{focus, measure};
use crate::store::Dispatch;

/// Properties of [`Popover`].
#[derive(PartialEq, Properties)]
pub struct PopoverProps {
    /// What the card is about.
    pub title: String,
    /// What sort of card it is, in a small line above the title.
    pub kicker: AttrValue,
    /// Looks of the small line.
    #[prop_or_default]
    pub kicker_class: Classes,
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
        use_effect_with(props.anchor.clone(), move |anchor| {
            if let Some(lines) = measure::lines_of(&sheet, anchor) {
                measure::put_beside(&card, lines, &sheet, &pane);
            }
            focus::give_to(&card);
            reveal_beside(&pane, anchor, &card);
            let opener = focus::find(&sheet, anchor);
            move || {
                if let Some(opener) = opener {
                    focus::give_back(opener);
                }
            }
        });
    }
    let close = props.dispatch.always(Action::Overlay(props.overlay));
    html! {
        <div class="popover" role="dialog" aria-labelledby="popover-title" tabindex="-1" ref={card}>
            <p class={classes!("popover-kicker", props.kicker_class.clone())}>{ &props.kicker }</p>
            <h3 class="popover-title" id="popover-title" dir="auto">{ &props.title }</h3>
            { Button::new("icon-button popover-close")
                .name("Close")
                .around(drawing(Icon::Close), close) }
            { props.children.clone() }
        </div>
    }
}
