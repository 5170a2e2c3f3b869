//! What happens when the app cannot go on.

use std::panic;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Name of the function, on the window, with which the boot script shows what went wrong.
const HOOK: &str = "dossierFailed";

/// What went wrong. The boot script has a title and advice for each.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A mistake in the program.
    Crash,
    /// The archive is no whole archive.
    Archive,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Crash => "crash",
            Self::Archive => "archive",
        }
    }
}

/// From now on a panic is shown on the page, with an offer to start again.
pub fn show_panics() {
    panic::set_hook(Box::new(|info| report(&info.to_string(), Kind::Crash)));
}

/// Shows a failure through the boot script's panel.
pub fn report(message: &str, kind: Kind) {
    let window = super::window();
    let hook = Reflect::get(&window, &JsValue::from_str(HOOK));
    if let Some(hook) = hook.ok().and_then(|hook| hook.dyn_into::<Function>().ok()) {
        // The panel is the last thing that can be tried.
        let _ = hook.call2(&window, &message.into(), &kind.name().into());
    }
}
