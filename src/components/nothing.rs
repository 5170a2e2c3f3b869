//! What is shown where nothing is found.

use dossier_view::nothing::Nothing;
use yew::prelude::*;

use super::advice::offer_button;
use crate::store::Dispatch;

/// Why nothing is found, and what one click would change.
pub fn nothing_found(nothing: Nothing, dispatch: &Dispatch) -> Html {
    let Nothing {
        title,
        cause,
        offers,
    } = nothing;
    html! {
        <div class="nothing">
            <div role="alert">
                <h2>{ title }</h2>
                <p>{ cause }</p>
            </div>
            <div class="nothing-offers">
                { for offers.into_iter().map(|offer| {
                    offer_button(offer, "button", dispatch)
                }) }
            </div>
        </div>
    }
}
