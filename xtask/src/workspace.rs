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
    /// The crates of the repository.
    pub packages: Vec<Package>,
}

/// A crate of the repository, with what it names as its dependencies.
#[derive(Deserialize)]
pub struct Package {
    /// Its name.
    pub name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `None`, `dev` or `build`.
    kind: Option<String>,
}

impl Package {
    /// Whether it depends on this crate, be it for its build; tests do not count.
    pub fn depends_on(&self, name: &str) -> bool {
        let mut all = self.dependencies.iter();
        all.any(|one| one.name == name && one.kind.as_deref() != Some("dev"))
    }
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
    packages: Vec<Package>,
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
            packages: metadata.packages,
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
