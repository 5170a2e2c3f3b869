//! What a component does once.

use std::any::Any;

use yew::prelude::*;

/// Does something when the component appears, and drops what came of it, a listener for instance,
/// when the component goes.
#[hook]
pub fn use_once<T: 'static>(start: impl FnOnce() -> T + 'static) {
    use_start(Box::new(|| Box::new(start())));
}

/// The same without type parameters: Yew's part in it is compiled once.
#[hook]
fn use_start(start: Box<dyn FnOnce() -> Box<dyn Any>>) {
    use_effect_with((), move |()| {
        let started = start();
        move || drop(started)
    });
}
