//! The browser app.

mod app;
mod components;
mod element;
mod engine;
mod hooks;
mod platform;
mod store;

use app::App;

fn main() {
    platform::failure::show_panics();
    if let Some(root) = platform::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
