//! The `dossier` command with the built app inside.

use std::path::PathBuf;

use super::{Options, dist};
use crate::error::Error;
use crate::log;
use crate::process;
use crate::workspace::{Workspace, cargo};

/// Builds the app, then the command that embeds it, and gives the command's path.
///
/// # Errors
/// Those of the steps.
pub fn build(workspace: &Workspace) -> Result<PathBuf, Error> {
    let app = workspace.work().join("app");
    let options = Options {
        dist: Some(app.clone()),
        ..Options::default()
    };
    dist(workspace, &options)?;
    log::step("Compile the command", |_| {
        process::run(
            cargo()
                .args(["build", "--release", "--package", "dossier-cli"])
                .env("DOSSIER_APP", &app)
                .current_dir(&workspace.root),
            "the compiler's messages above say where",
        )
    })?;
    let name = format!("dossier{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join("release").join(name))
}
