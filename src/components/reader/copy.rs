//! Copying with a word on how it went.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::platform::clipboard;

/// How long the word stays, in milliseconds.
const STAY: u32 = 2500;

/// Copies a text. For a while afterwards the first part tells whether it went well.
#[hook]
pub fn use_copy() -> (UseStateHandle<Option<bool>>, Callback<String>) {
    let outcome = use_state(|| None);
    let timer = use_mut_ref(|| None::<Timeout>);
    let copy = {
        let outcome = outcome.clone();
        Callback::from(move |text: String| {
            let (outcome, timer) = (outcome.clone(), timer.clone());
            spawn_local(async move {
                outcome.set(Some(clipboard::copy(&text).await));
                let rest = Timeout::new(STAY, move || outcome.set(None));
                timer.replace(Some(rest));
            });
        })
    };
    (outcome, copy)
}
