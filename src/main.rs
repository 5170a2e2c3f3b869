//! The browser app. JavaScript mounts it: the page's boot script, or the custom element.

mod app;
mod components;
mod element;
mod engine;
mod hooks;
mod mount;
mod platform;
mod root;
mod stage;
mod store;

/// Nothing happens until something is mounted.
fn main() {}
