//! Where things are.

use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use crate::error::Error;
use crate::process;

/// The folders that commands work in.
pub struct Workspace {
    /// The repository.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo cannot read the workspace.
    pub fn find() -> Result<Self, Error> {
        let json = process::output(
            cargo().args(["metadata", "--no-deps", "--format-version=1"]),
            "run the command inside the repository",
        )?;
        let metadata: Metadata = serde_json::from_str(&json).map_err(|error| {
            Error::problem(
                format!("cargo metadata is not as expected: {error}"),
                "use the Rust version of rust-toolchain.toml",
            )
        })?;
        Ok(Self {
            root: metadata.workspace_root,
            target: metadata.target_directory,
        })
    }

    /// What the build keeps between its runs.
    pub fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }
}

/// The cargo that runs this.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
