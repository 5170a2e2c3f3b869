//! Keys that act wherever the focus is.

use std::cell::RefCell;
use std::rc::Rc;

use dossier_view::keys::{Command, command};
use dossier_view::shared::Shared;
use dossier_view::state::State;
use yew::prelude::*;

use super::use_once;
use crate::components::search_box;
use crate::platform::{focus, keyboard};
use crate::store::Dispatch;

/// Does what keys ask for.
#[hook]
pub fn use_keys(state: &Shared<State>, dispatch: &Dispatch) {
    let latest = use_memo((), |()| RefCell::new(state.clone()));
    latest.replace(state.clone());
    let (latest, dispatch) = (Rc::clone(&latest), dispatch.clone());
    use_once(move || {
        let host = dispatch.host().clone();
        keyboard::on_key(&host.clone(), move |key| {
            match command(&latest.borrow(), key) {
                Some(Command::Search) => focus::to_text(&host, search_box::SELECTOR),
                Some(Command::Act(action)) => {
                    dispatch.send(action);
                    true
                }
                None => false,
            }
        })
    });
}
