//! The browser: the only home of raw web-sys and JavaScript calls. Each function does one thing and
//! does nothing where the browser cannot, since the explorer works without any of them.

pub mod address;
pub mod clipboard;
pub mod dialog;
pub mod failure;
pub mod field;
pub mod files;
pub mod focus;
pub mod frame;
pub mod host;
pub mod keyboard;
pub mod labels;
pub mod measure;
pub mod page;
pub mod pointer;
pub mod remote;
pub mod reveal;
pub mod scroll;
pub mod selection;
pub mod shelf;
pub mod storage;
pub mod worker;

use wasm_bindgen::UnwrapThrowExt;
use web_sys::{Document, Window};

/// The window.
fn window() -> Window {
    web_sys::window().unwrap_throw()
}

/// The page's document.
fn document() -> Document {
    window().document().unwrap_throw()
}
