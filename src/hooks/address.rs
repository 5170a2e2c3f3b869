//! The address follows the state, and the state follows Back and Forward.

use std::cell::Cell;
use std::rc::Rc;

use dossier_view::place::Place;
use dossier_view::state::{Action, Entry, State};
use yew::prelude::*;

use super::{use_change, use_once};
use crate::platform::{address, scroll};
use crate::store::Dispatch;

/// Keeps the address up to the place, and the place up to the history; each history entry
/// remembers how far the results were scrolled.
#[hook]
pub fn use_address(state: &State, dispatch: &Dispatch) {
    let host = dispatch.host().clone();
    let scrolled = use_memo((), |()| Rc::new(Cell::new(0.0)));
    let draft = use_memo((), |()| Rc::new(address::Draft::new(host.clone())));
    let draft = Rc::clone(&draft);
    let to_restore = use_memo((), |()| Rc::new(Cell::new(address::scrolled(&host))));

    {
        let (dispatch, to_restore) = (dispatch.clone(), Rc::clone(&to_restore));
        let host = host.clone();
        let scrolled = Rc::clone(&scrolled);
        let (draft, left) = (Rc::clone(&draft), Rc::clone(&draft));
        use_once(move || {
            let travel = address::on_travel(&host, move |fragment, scrolled| {
                draft.discard();
                to_restore.set(Some(scrolled));
                dispatch.send(Action::Go(Place::from_fragment(&fragment)));
            });
            (
                travel,
                address::on_leave(move || left.settle()),
                scroll::on_scroll(&host, move |position| scrolled.set(position)),
            )
        });
    }
    {
        let (entry, is_typed, scrolled) = (state.entry, state.draft, Rc::clone(&scrolled));
        let host = host.clone();
        use_change(state.place.clone(), move |place| {
            let left = match entry {
                Entry::Push => Some(scrolled.get()),
                Entry::Replace => None,
                Entry::Keep => return,
            };
            if is_typed {
                draft.write(place.fragment(), left);
            } else {
                draft.settle();
                address::write(&host, &place.fragment(), left);
            }
        });
    }
    {
        let is_settled = state.is_settled();
        let Place {
            view,
            selection,
            entity,
            ..
        } = state.place.clone();
        use_change(
            (view, selection, entity, is_settled),
            move |(.., is_settled)| {
                if *is_settled {
                    // A place from the history is shown as it was left, a new one from its top.
                    let position = to_restore.take().unwrap_or(0.0);
                    if (position - scrolled.get()).abs() >= 1.0 {
                        scroll::results_to(&host, position);
                    }
                }
            },
        );
    }
}
