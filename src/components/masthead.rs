//! The top of the page: name, search box, and what stands beside it or, on narrow pages, in a menu.

use dossier_view::intake::{Event, Work};
use dossier_view::place::Place;
use dossier_view::state::{Action, Overlay, State};
use yew::Callback;

use super::button::button;
use super::icon::{Icon, drawing};
use super::link::link;
use super::search_box::search_box;
use super::theme::{ThemeSwitch, ThemeSwitchProps};
use crate::element::{El, component, el, slot};
use crate::hooks::Intake;
use crate::platform::focus;
use crate::store::Dispatch;

/// The top of the page.
pub fn masthead(state: &State, intake: Option<&Intake>, dispatch: &Dispatch) -> El {
    let home = Place::default();
    let path = |drawn: &'static str| el("path").set("d", drawn);
    let folder = el("svg")
        .set("viewBox", "0 0 24 24")
        .set("width", "24")
        .set("height", "24")
        .unheard()
        .child(path(
            "M4 5.5A1.5 1.5 0 0 1 5.5 4H10l2 2.5h6.5A1.5 1.5 0 0 1 20 8v10.5a1.5 1.5 0 0 1-1.5 \
             1.5h-13A1.5 1.5 0 0 1 4 18.5z",
        ))
        .child(path("M8 11h8M8 14h8M8 17h5").class("lines"));
    let brand = link(&home, Action::Visit(home.clone()), dispatch)
        .class("brand")
        .child(folder)
        .child(el("span").child("Dossier"));
    let help = dispatch.always(Action::Overlay(Overlay::Keys));
    let help = button("icon-button", drawing(Icon::Help), help)
        .set("aria-label", "Keys and query language")
        .set("title", "Keys and query language (?)")
        .set("aria-haspopup", "dialog");
    let share = || {
        let share = dispatch.always(Action::Overlay(Overlay::Share));
        button("icon-button", drawing(Icon::Share), share)
            .set("aria-label", "Share")
            .set("title", "Share")
            .set("aria-haspopup", "dialog")
    };
    // In a page of others that page decides.
    let theme = || {
        component::<ThemeSwitch>(ThemeSwitchProps {
            host: dispatch.host().clone(),
        })
    };
    let is_open = state.overlays.contains(&Overlay::Menu);
    let menu = el("div")
        .class("masthead-menu")
        .class_if(is_open, "open")
        .onclick(leave_menu(is_open, dispatch))
        .child(intake.map(|_| save_button(dispatch)))
        .child(dispatch.host().can_share().then(share))
        .child(help)
        .child(dispatch.host().is_page().then(theme));
    let actions = el("div")
        .class("masthead-actions")
        .child(intake.map(add_button))
        .child(menu_button(is_open, dispatch))
        .child(menu);
    // In a page of others the banner is theirs.
    let is_page = dispatch.host().is_page();
    el(if is_page { "header" } else { "div" })
        .class("masthead")
        .set("part", "header")
        .child(el("h1").class("unseen").child(&state.overview.title))
        .child(slot("header").child(brand))
        .child(search_box(&state.place.selection.query, dispatch))
        .child(actions)
}

/// The button that opens the desk. It says how far the work there is.
fn add_button(intake: &Intake) -> El {
    let work = intake.desk.work.as_ref();
    let label = work.map_or_else(|| "Add documents".into(), Work::text);
    let shows = el("span").child(&label);
    button(
        "button add-button",
        drawing(Icon::Add),
        intake.callback(Event::Open),
    )
    .child(shows)
    .set("aria-label", label)
    .set("title", "Add documents of your own")
    .set("aria-haspopup", "dialog")
}

fn save_button(dispatch: &Dispatch) -> El {
    let save = dispatch.always(Action::Overlay(Overlay::Save));
    button("icon-button", drawing(Icon::Save), save)
        .set("aria-label", "Save")
        .set("title", "Save results, mentions or the collection")
        .set("aria-haspopup", "dialog")
}

/// The class of the button of the menu.
const MENU: &str = "menu-button";

/// The button of the menu, which is there where the page is narrow.
fn menu_button(is_open: bool, dispatch: &Dispatch) -> El {
    let toggle = dispatch.always(Action::Overlay(Overlay::Menu));
    button("icon-button", drawing(Icon::Menu), toggle)
        .class(MENU)
        .set("aria-label", "Menu")
        .set("title", "Menu")
        .aria("aria-expanded", is_open)
}

/// Closes the menu when something of it was chosen, or what lies around it was pressed. The focus
/// goes to its button, where a dialog that opens gives it back to.
fn leave_menu<E: 'static>(is_open: bool, dispatch: &Dispatch) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        if is_open {
            focus::to(dispatch.host(), &[".", MENU].concat());
            dispatch.send(Action::Overlay(Overlay::Menu));
        }
    })
}
