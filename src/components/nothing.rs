//! What is shown where nothing is found.

use dossier_view::nothing::Nothing;

use super::advice::offer_button;
use crate::element::{El, el, slot};
use crate::store::Dispatch;

/// Why nothing is found, and what one click would change.
pub fn nothing_found(nothing: Nothing, dispatch: &Dispatch) -> El {
    let offers = nothing.offers.into_iter();
    let alert = el("div")
        .set("role", "alert")
        .child(el("h2").child(nothing.title))
        .child(el("p").child(nothing.cause));
    let offers = el("div")
        .class("nothing-offers")
        .children(offers.map(|offer| offer_button(offer, "button", dispatch)));
    slot("empty").child(el("div").class("nothing").child(alert).child(offers))
}
