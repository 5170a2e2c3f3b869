//! Takes the screenshots of the README.

use std::process::Command;
use std::thread;

use crate::error::Error;
use crate::workspace::Workspace;
use crate::{build, log, node, process, serve, tools};

/// Builds the product, serves it and photographs it into `docs/screenshots/`.
///
/// # Errors
/// When a tool is missing or a view does not come up.
pub fn take(workspace: &Workspace) -> Result<(), Error> {
    let node = tools::node()?;
    let chromium = tools::chromium()?;
    let dist = build::dist(workspace, &build::Options::default())?;
    node::install(&workspace.root)?;
    let listener = serve::listen(None)?;
    let address = serve::address(&listener)?;
    let routes = serve::routes(&dist, &[]);
    // The server ends with this program.
    thread::spawn(move || serve::run(listener, routes));
    log::step("Take the screenshots", |_| {
        process::run(
            Command::new(node)
                .arg("tests/browser/shots.mjs")
                .env("DOSSIER_ADDRESS", address)
                .env("CHROMIUM", chromium)
                .current_dir(&workspace.root),
            "the message above says which view did not come up",
        )
    })
}
