//! The tools of package.json, where Node is there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::files::{self, Stamp};
use crate::log;
use crate::process;
use crate::workspace::Workspace;

/// The installed tools.
pub struct Tools {
    modules: PathBuf,
}

impl Tools {
    /// A command of a package.
    pub fn command(&self, name: &str) -> Command {
        let extension = if cfg!(windows) { ".cmd" } else { "" };
        Command::new(self.modules.join(".bin").join(format!("{name}{extension}")))
    }
}

/// Installs the pinned packages, or says that the build goes on without them.
///
/// # Errors
/// When the lock file cannot be read.
pub fn optional(workspace: &Workspace) -> Result<Option<Tools>, Error> {
    log::step("Install the tools that shrink the build (npm)", |note| {
        if process::probe("node", &["--version"]).is_none() {
            note.say("skipped: Node is not installed, so the files stay larger");
            return Ok(None);
        }
        match install(&workspace.root) {
            Ok((tools, fresh)) => {
                if fresh {
                    note.unchanged();
                }
                Ok(Some(tools))
            }
            Err(error) => {
                eprintln!("warning: {error}");
                note.say("skipped: npm failed, so the files stay larger");
                Ok(None)
            }
        }
    })
}

/// Installs the pinned packages; tells whether they were there already.
///
/// # Errors
/// When npm is missing or fails.
pub fn install(root: &Path) -> Result<(Tools, bool), Error> {
    let modules = root.join("node_modules");
    let lock = files::read(&root.join("package-lock.json"))?;
    // Inside the folder, so that it goes when the folder goes.
    let marker = modules.join("dossier");
    let stamp = Stamp::new(&marker, [lock.as_slice()]);
    let fresh = stamp.is_fresh(&marker);
    if !fresh {
        process::run(
            Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .args(["--loglevel", "error"])
                .current_dir(root),
            "install Node 20 or later with npm, and see that the npm registry can be reached",
        )?;
        files::write(&marker, "")?;
        stamp.set()?;
    }
    Ok((Tools { modules }, fresh))
}
