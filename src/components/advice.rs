//! Remarks on the query.

use dossier_view::advice::{Offer, Part, Weight, advice};
use dossier_view::state::State;
use yew::prelude::*;

use super::button::button;
use crate::element::{Content, El, el};
use crate::store::Dispatch;

/// What was not found or not understood, with what one click would mend.
pub fn remarks(state: &State, dispatch: &Dispatch) -> El {
    let remarks = advice(state).into_iter().map(|remark| {
        let offers = remark.offers.into_iter();
        el("li")
            .class_if(remark.weight == Weight::Problem, "problem")
            .child(el("span").children(remark.text.into_iter().map(part)))
            .children(offers.map(|offer| offer_button(offer, "text-button", dispatch)))
    });
    el("ul")
        .class("remarks")
        .set("aria-live", "polite")
        .set("aria-label", "About the query")
        .children(remarks)
}

fn part(part: Part) -> Html {
    match part {
        Part::Plain(text) => text.node(),
        Part::Word(text) => el("em").child(el("bdi").child(text)).into(),
    }
}

/// A button that does what an offer says.
pub fn offer_button(offer: Offer, class: &'static str, dispatch: &Dispatch) -> El {
    button(class, offer.label, dispatch.always(offer.action))
}
