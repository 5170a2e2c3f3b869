//! Modal dialogs, which the browser puts on top, keeps the focus in, and closes on Escape.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// A dialog over the page. Dropped it closes, and the focus goes back to where it was.
pub struct Shown {
    dialog: HtmlDialogElement,
    _listeners: [EventListener; 2],
}

/// Shows a dialog, and calls back when the person wants it closed, by Escape or a press beside it.
/// It stays until it is dropped.
pub fn show(dialog: &NodeRef, on_dismiss: impl Fn() + Clone + 'static) -> Option<Shown> {
    let dialog = dialog.cast::<HtmlDialogElement>()?;
    // Refused only where it is open already.
    let _ = dialog.show_modal();
    let options = EventListenerOptions::enable_prevent_default();
    let dismiss = on_dismiss.clone();
    let cancel = EventListener::new_with_options(&dialog, "cancel", options, move |event| {
        event.prevent_default();
        dismiss();
    });
    let own = dialog.clone();
    let press = EventListener::new(&dialog, "click", move |event| {
        // The backdrop belongs to the dialog itself; what is pressed inside is one of its parts.
        if event.target().as_ref() == Some(own.as_ref()) {
            on_dismiss();
        }
    });
    Some(Shown {
        dialog,
        _listeners: [cancel, press],
    })
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.dialog.close();
    }
}
