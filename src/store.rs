//! The state as Yew holds it, and the one way to change it.

use std::rc::Rc;

use dossier_view::reduce::reduce;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use crate::platform::host::Host;

/// The state behind `use_reducer`.
pub struct Store(pub Shared<State>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(reduce(&self.0, action).into()))
    }
}

/// Changes the state, and knows where the app stands. The same for as long as the app lives, so that
/// as a property it never makes a component draw again.
#[derive(Clone, PartialEq)]
pub struct Dispatch {
    store: UseReducerDispatcher<Store>,
    host: Host,
}

impl Dispatch {
    /// The handle for a store.
    pub fn new(store: &UseReducerHandle<Store>, host: &Host) -> Self {
        Self {
            store: store.dispatcher(),
            host: host.clone(),
        }
    }

    /// Where the app stands.
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// Something happened.
    pub fn send(&self, action: Action) {
        self.store.dispatch(action);
    }

    /// A callback that sends what `action` makes of its argument.
    pub fn callback<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| dispatch.send(action(event)))
    }

    /// A callback that sends always the same action.
    pub fn always<E: 'static>(&self, action: Action) -> Callback<E> {
        self.callback(move |_| action.clone())
    }
}
