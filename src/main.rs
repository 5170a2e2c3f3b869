//! The browser app.

mod app;
mod components;
mod element;
mod engine;
mod hooks;
mod platform;
mod store;

use app::{App, AppProps};
use engine::Client;
use platform::{archive, failure};

fn main() {
    failure::show_panics();
    wasm_bindgen_futures::spawn_local(async {
        let (Some(archive), Some(root)) = (archive::arrived().await, platform::root()) else {
            return;
        };
        match Client::open(archive) {
            Ok(client) => {
                yew::Renderer::<App>::with_root_and_props(root, AppProps { client }).render();
            }
            // Half a collection would be taken for the whole: nothing of it is shown.
            Err(error) => failure::report(&error.to_string(), failure::Kind::Archive),
        }
    });
}
