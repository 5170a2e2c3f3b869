//! Links within the explorer.

use dossier_view::place::Place;
use dossier_view::state::Action;
use yew::prelude::*;

use crate::store::Dispatch;

/// Properties of [`PlaceLink`].
#[derive(PartialEq, Properties)]
pub struct PlaceLinkProps {
    /// Where it leads.
    pub place: Place,
    /// What following it does.
    pub action: Action,
    /// Who does it.
    pub dispatch: Dispatch,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// `aria-current`, where it leads to what is shown already.
    #[prop_or_default]
    pub current: Option<AttrValue>,
    /// Its position among the results, where the keyboard walks through it.
    #[prop_or_default]
    pub result: Option<usize>,
    /// What it shows.
    pub children: Html,
}

/// A link with an address of its own, so that it can be opened in another tab, copied and
/// bookmarked. Followed in place it is an action.
#[component]
pub fn PlaceLink(props: &PlaceLinkProps) -> Html {
    let onclick = {
        let (dispatch, action) = (props.dispatch.clone(), props.action.clone());
        move |event: MouseEvent| {
            let elsewhere =
                event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if !elsewhere && event.button() == 0 {
                event.prevent_default();
                dispatch.send(action.clone());
            }
        }
    };
    let onfocus = {
        let (dispatch, result) = (props.dispatch.clone(), props.result);
        move |_: FocusEvent| {
            if result.is_some() {
                dispatch.send(Action::Cursor(result));
            }
        }
    };
    html! {
        <a
            href={props.place.fragment()}
            class={props.class.clone()}
            aria-current={props.current.clone()}
            data-result={props.result.map(|position| position.to_string())}
            {onclick}
            {onfocus}
        >
            { props.children.clone() }
        </a>
    }
}
