//! What surrounds the app: title, theme, measures, and what the browser prefers.

use wasm_bindgen::UnwrapThrowExt;
use web_sys::{Element, HtmlElement};

use super::host::Host;
use super::{document, window};

/// An element for an app to be drawn in, which takes no part in the layout.
pub fn new_stage() -> Element {
    // Refused only for what is no name.
    let stage = document().create_element("div").unwrap_throw();
    stage.set_class_name("stage");
    stage
}

/// Titles the page, where the app is the whole of it.
pub fn set_title(host: &Host, title: &str) {
    if host.is_page() {
        document().set_title(title);
    }
}

/// Address of the folder of the site's files, with `/` at its end; `None` where the page is one file.
pub fn folder() -> Option<String> {
    let is_site = document().query_selector("link#archive").ok()?.is_some();
    let page = document().base_uri().ok()??;
    let page = page.split(['?', '#']).next()?;
    let (folder, _) = page.rsplit_once('/')?;
    is_site.then(|| [folder, "/"].concat())
}

/// The theme that is set, if one is.
pub fn theme(host: &Host) -> Option<String> {
    host.themed().dataset().get("theme")
}

/// Sets the theme, `light` or `dark`; `None` leaves it to the system.
pub fn set_theme(host: &Host, theme: Option<&str>) {
    let root = host.themed();
    // A data attribute with a fixed name cannot be refused.
    let _ = match theme {
        Some(theme) => root.dataset().set("theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Sets a CSS variable for the whole app, in pixels; `None` leaves it to the style sheet.
pub fn set_measure(host: &Host, name: &str, pixels: Option<i32>) {
    let root: HtmlElement = host.themed();
    let style = root.style();
    // A custom property takes any value.
    let _ = match pixels {
        Some(pixels) => style.set_property(name, &[&pixels.to_string(), "px"].concat()),
        None => style.remove_property(name).map(|_| ()),
    };
}

/// Width of the app in CSS pixels.
pub fn width(host: &Host) -> i32 {
    host.mount().client_width()
}

/// Whether the person points with a finger, so that the keyboard covers part of the screen.
pub fn is_touched() -> bool {
    prefers("(pointer: coarse)")
}

/// Whether the person prefers that nothing moves.
pub fn is_still() -> bool {
    prefers("(prefers-reduced-motion: reduce)")
}

fn prefers(query: &str) -> bool {
    let media = window().match_media(query).ok().flatten();
    media.is_some_and(|media| media.matches())
}
