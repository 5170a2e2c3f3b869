//! Measures the engine: by itself natively, and as others use it beside its peers.

use std::path::PathBuf;
use std::process::Command;

use clap::Args;

use crate::build;
use crate::error::Error;
use crate::log;
use crate::node;
use crate::process;
use crate::workspace::{Workspace, cargo};

/// Where the comparison is.
const COMPARE: &str = "benches/compare";

/// What to measure.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "flags of a command line, each of which stands for itself"
)]
pub struct BenchArgs {
    /// Fewer queries and documents, for a quick look.
    #[arg(long)]
    quick: bool,
    /// Only these peers, by the names of benches/compare/peers; `dossier` is one.
    #[arg(long, value_name = "NAMES")]
    peers: Option<String>,
    /// Only these collections; `news` is made up.
    #[arg(long, value_name = "NAMES")]
    collections: Option<String>,
    /// Only times and sizes, not what is found.
    #[arg(long)]
    costs: bool,
    /// Do not time searches in headless Chromium too.
    #[arg(long)]
    no_browser: bool,
    /// Leave out the native benches.
    #[arg(long)]
    no_native: bool,
    /// Folder of collections; without it `DOSSIER_DATA`, or ../shared/data.
    data: Option<PathBuf>,
}

/// Builds the engine's package, runs the native benches and the comparison, and prints the tables.
///
/// # Errors
/// Those of the steps.
pub fn run(workspace: &Workspace, args: &BenchArgs) -> Result<(), Error> {
    let package = workspace.target.join("engine");
    build::engine(workspace, &package)?;
    if !args.no_native {
        log::step("Measure the engine natively", |_| native(workspace, args))?;
    }
    let folder = workspace.root.join(COMPARE);
    log::step("Install the peers (npm)", |note| {
        let (_, fresh) = node::install(&folder)?;
        if fresh {
            note.unchanged();
        }
        Ok(())
    })?;
    let mut command = Command::new("node");
    command
        .arg("compare.mjs")
        .env("DOSSIER_ENGINE", package.join("node.js"))
        .current_dir(&folder);
    let lists = [
        ("--peers", &args.peers),
        ("--collections", &args.collections),
    ];
    for (name, value) in lists {
        if let Some(value) = value {
            command.args([name, value]);
        }
    }
    let flags = [
        ("--quick", args.quick),
        ("--costs", args.costs),
        ("--no-browser", args.no_browser),
    ];
    command.args(flags.iter().filter(|(_, set)| *set).map(|(name, _)| name));
    if let Some(data) = &args.data {
        command.arg(data.canonicalize().map_err(Error::file("open", data))?);
    }
    process::run(&mut command, "the messages above name the peer")
}

fn native(workspace: &Workspace, args: &BenchArgs) -> Result<(), Error> {
    let mut command = cargo();
    command
        .args(["bench", "--package", "dossier-benches", "--"])
        .current_dir(&workspace.root);
    if args.quick {
        command.arg("--quick");
    }
    process::run(&mut command, "the messages above say why")
}
