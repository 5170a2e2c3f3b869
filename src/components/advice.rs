//! Remarks on the query.

use dossier_view::advice::{Offer, Part, Weight, advice};
use dossier_view::state::State;
use yew::prelude::*;

use super::button::Button;
use crate::store::Dispatch;

/// What was not found or not understood, with what one click would mend.
pub fn remarks(state: &State, dispatch: &Dispatch) -> Html {
    let remarks = advice(state);
    html! {
        <ul class="remarks" aria-live="polite" aria-label="About the query">
            { for remarks.into_iter().map(|remark| {
                let class = (remark.weight == Weight::Problem).then_some("problem");
                html! {
                    <li {class}>
                        <span>{ for remark.text.into_iter().map(part) }</span>
                        { for remark.offers.into_iter().map(|offer| {
                            offer_button(offer, "text-button", dispatch)
                        }) }
                    </li>
                }
            }) }
        </ul>
    }
}

fn part(part: Part) -> Html {
    match part {
        Part::Plain(text) => html! { { text } },
        Part::Word(text) => html! { <em><bdi>{ text }</bdi></em> },
    }
}

/// A button that does what an offer says.
pub fn offer_button(offer: Offer, class: &'static str, dispatch: &Dispatch) -> Html {
    Button::new(class).around(offer.label, dispatch.always(offer.action))
}
