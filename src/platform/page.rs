//! The page as a whole: its title, its theme, its measures, its width.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MediaQueryList};

use super::{document, window};

fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Titles the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the theme, `light` or `dark`; `None` leaves it to the system.
pub fn set_theme(theme: Option<&str>) {
    let Some(root) = root() else { return };
    // A data attribute with a fixed name cannot be refused.
    let _ = match theme {
        Some(theme) => root.dataset().set("theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Sets a CSS variable for the whole page, in pixels; `None` leaves it to the style sheet.
pub fn set_measure(name: &str, pixels: Option<i32>) {
    let Some(root) = root() else { return };
    let style = root.style();
    // A custom property takes any value.
    let _ = match pixels {
        Some(pixels) => style.set_property(name, &[&pixels.to_string(), "px"].concat()),
        None => style.remove_property(name).map(|_| ()),
    };
}

/// Width of the window in CSS pixels.
pub fn width() -> i32 {
    root().map_or(0, |root| root.client_width())
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

/// Calls back whenever a media query begins or ceases to hold.
pub fn on_media(query: &str, callback: impl Fn() + 'static) -> Option<EventListener> {
    let media = media(query)?;
    Some(EventListener::new(&media, "change", move |_| callback()))
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}

/// Whether the page stands on its own and not in a frame of another.
pub fn is_top() -> bool {
    window()
        .parent()
        .ok()
        .flatten()
        .is_none_or(|parent| parent == window())
}
