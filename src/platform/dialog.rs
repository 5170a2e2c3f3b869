//! Modal dialogs, which the browser puts on top, keeps the focus in, and closes on Escape.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlDialogElement;

/// Shows a dialog over the page.
pub fn show(dialog: &HtmlDialogElement) {
    // Refused only where it is open already.
    let _ = dialog.show_modal();
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
}

/// Calls back when the person wants a dialog closed, by Escape or a press beside it. It stays
/// open until [`close`].
pub fn on_dismiss(
    dialog: &HtmlDialogElement,
    callback: impl Fn() + Clone + 'static,
) -> [EventListener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let dismiss = callback.clone();
    let cancel = EventListener::new_with_options(dialog, "cancel", options, move |event| {
        event.prevent_default();
        dismiss();
    });
    let own = dialog.clone();
    let press = EventListener::new(dialog, "click", move |event| {
        // The backdrop belongs to the dialog itself; what is pressed inside is one of its parts.
        if event.target().as_ref() == Some(own.as_ref()) {
            callback();
        }
    });
    [cancel, press]
}
