//! The top of the page: name, search box, help, theme.

use dossier_view::place::Place;
use dossier_view::state::{Action, Overlay, State};
use yew::prelude::*;

use super::button::Button;
use super::icon::{Icon, drawing};
use super::link::Link;
use super::search_box::search_box;
use super::theme::ThemeSwitch;
use crate::store::Dispatch;

/// The top of the page.
pub fn masthead(state: &State, dispatch: &Dispatch) -> Html {
    let home = Link::new(Place::default(), Action::Visit(Place::default()));
    let brand = html! {
        <>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path d="M4 5.5A1.5 1.5 0 0 1 5.5 4H10l2 2.5h6.5A1.5 1.5 0 0 1 20 8v10.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5z" />
                <path class="lines" d="M8 11h8M8 14h8M8 17h5" />
            </svg>
            <span>{ "Dossier" }</span>
        </>
    };
    html! {
        <header class="masthead">
            <h1 class="unseen">{ &state.overview.title }</h1>
            { home.class("brand").around(brand, dispatch) }
            { search_box(&state.place.selection.query, dispatch) }
            <div class="masthead-actions">
                { Button::new("icon-button")
                    .name("Keys and query language")
                    .title("Keys and query language (?)")
                    .opening_dialog()
                    .around(drawing(Icon::Help), dispatch.always(Action::Overlay(Overlay::Keys))) }
                <ThemeSwitch />
            </div>
        </header>
    }
}
