//! What is shown where nothing is found.

use dossier_view::nothing::Nothing;
use yew::prelude::*;

use super::advice::offer_button;
use crate::store::Dispatch;

/// Properties of [`NothingFound`].
#[derive(PartialEq, Properties)]
pub struct NothingFoundProps {
    /// Why nothing is shown.
    pub nothing: Nothing,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// Why nothing is found, and what one click would change.
#[component]
pub fn NothingFound(props: &NothingFoundProps) -> Html {
    let Nothing {
        title,
        cause,
        offers,
    } = &props.nothing;
    html! {
        <div class="nothing">
            <div role="alert">
                <h2>{ title }</h2>
                <p>{ cause }</p>
            </div>
            <div class="nothing-offers">
                { for offers.iter().map(|offer| {
                    offer_button(offer.clone(), "button", &props.dispatch)
                }) }
            </div>
        </div>
    }
}
