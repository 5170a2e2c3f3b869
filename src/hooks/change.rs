//! What a component does after it is drawn.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// Does something after the component is drawn, the first time and whenever `on` has changed. What
/// comes of it, a listener or a timer for instance, is dropped before the next time and when the
/// component goes.
#[hook]
pub fn use_change<D: PartialEq + 'static, T: 'static>(on: D, act: impl FnOnce(&D) -> T + 'static) {
    let on = Rc::new(on);
    let value: Rc<dyn Any> = Rc::clone(&on) as Rc<dyn Any>;
    let is_same = {
        let on = Rc::clone(&on);
        move |before: &dyn Any| before.downcast_ref() == Some(&*on)
    };
    use_turns(&is_same, value, Box::new(move || Box::new(act(&on))));
}

/// Does something when the component appears, and drops what came of it when the component goes.
#[hook]
pub fn use_once<T: 'static>(act: impl FnOnce() -> T + 'static) {
    use_change((), |()| act());
}

/// The same as [`use_change`] without type parameters: Yew's part in it is compiled once.
#[hook]
fn use_turns(
    is_same: &dyn Fn(&dyn Any) -> bool,
    on: Rc<dyn Any>,
    act: Box<dyn FnOnce() -> Box<dyn Any>>,
) {
    let latest = use_mut_ref(|| (0_u32, None::<Rc<dyn Any>>));
    let turn = {
        let (turn, before) = &mut *latest.borrow_mut();
        if !before.as_deref().is_some_and(is_same) {
            *turn += 1;
            *before = Some(on);
        }
        *turn
    };
    use_effect_with(turn, move |_| {
        let lasting = act();
        move || drop(lasting)
    });
}
