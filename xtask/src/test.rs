//! Proves that everything works: every check there is, one after the other.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::files;
use crate::log::{self, Note};
use crate::process;
use crate::workspace::{Workspace, cargo};
use crate::{build, node, serve, size, tidy, tools};

/// Documents made to break out of the page.
const HOSTILE: &str = "tests/browser/hostile";

/// A document of each format.
const FORMATS: &str = "tests/browser/formats";

/// One kind of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Step {
    /// The code is formatted.
    Format,
    /// Clippy has nothing to say, natively and for the browser.
    Clippy,
    /// The rules of the house.
    Tidy,
    /// Native tests.
    Unit,
    /// The documentation builds, and its examples run.
    Docs,
    /// Tests that run as WebAssembly in a browser.
    Wasm,
    /// The engine's package for JavaScript behaves in Node.
    Package,
    /// The product builds and is not too large.
    Size,
    /// The product behaves in a browser.
    Browser,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Format => "Check the format",
            Self::Clippy => "Run clippy, natively and for wasm32",
            Self::Tidy => "Check the rules of the house",
            Self::Unit => "Run the native tests",
            Self::Docs => "Build the documentation",
            Self::Wasm => "Run the wasm tests in headless Chromium",
            Self::Package => "Run the tests of the package in Node",
            Self::Size => "Build the product and measure it",
            Self::Browser => "Run the browser specs over the product",
        }
    }

    fn run(self, workspace: &Workspace, note: &mut Note) -> Result<(), Error> {
        match self {
            Self::Format => cargo_step(workspace, &["fmt", "--all", "--check"], "run: cargo fmt"),
            Self::Clippy => clippy(workspace),
            Self::Tidy => tidy::run(workspace, note),
            Self::Unit => unit(workspace),
            Self::Docs => docs(workspace),
            Self::Wasm => wasm(workspace),
            Self::Package => package(workspace),
            Self::Size => measure(workspace, note),
            Self::Browser => browser(workspace),
        }
    }
}

/// Runs the steps in their order, all of them where none is named, up to the first that fails.
///
/// # Errors
/// That of the step that failed.
pub fn run(workspace: &Workspace, only: &[Step]) -> Result<(), Error> {
    let all: &[Step] = clap::ValueEnum::value_variants();
    let chosen: Vec<_> = all
        .iter()
        .copied()
        .filter(|step| only.is_empty() || only.contains(step))
        .collect();
    let mut times = Vec::new();
    let mut outcome = Ok(());
    for step in &chosen {
        let start = Instant::now();
        outcome = log::step(step.name(), |note| step.run(workspace, note));
        times.push((step.name(), start.elapsed(), outcome.is_ok()));
        if outcome.is_err() {
            break;
        }
    }
    println!("{}", summary(&times, chosen.len()));
    outcome
}

/// A line for each step, and the counts.
fn summary(times: &[(&str, Duration, bool)], planned: usize) -> String {
    let mut lines = vec![String::new()];
    for (name, time, passed) in times {
        let word = if *passed { "passed" } else { "FAILED" };
        lines.push(format!("{word} {:>8}  {name}", log::seconds(*time)));
    }
    let passed = times.iter().filter(|(_, _, passed)| *passed).count();
    let failed = times.len() - passed;
    let not_run = match planned - times.len() {
        0 => String::new(),
        count => format!(", {count} not run"),
    };
    lines.push(format!("{passed} passed, {failed} failed{not_run}"));
    lines.join("\n")
}

fn cargo_step(workspace: &Workspace, args: &[&str], help: &str) -> Result<(), Error> {
    process::run(cargo().args(args).current_dir(&workspace.root), help)
}

fn clippy(workspace: &Workspace) -> Result<(), Error> {
    let help = "clippy's messages above say where and what to do";
    let native = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo_step(workspace, &native, help)?;
    let browser = [
        "clippy",
        "--package=dossier-app",
        "--package=dossier-wasm-tests",
        "--target=wasm32-unknown-unknown",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo_step(workspace, &browser, help)
}

fn unit(workspace: &Workspace) -> Result<(), Error> {
    let help = "the messages above say which test failed, and where";
    if tools::has_nextest() {
        let args = ["nextest", "run", "--workspace", "--no-fail-fast"];
        cargo_step(workspace, &args, help)
    } else {
        cargo_step(workspace, &["test", "--workspace", "--all-targets"], help)
    }
}

fn docs(workspace: &Workspace) -> Result<(), Error> {
    process::run(
        cargo()
            .args(["doc", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings")
            .current_dir(&workspace.root),
        "rustdoc's messages above say where and what to do",
    )?;
    cargo_step(
        workspace,
        &["test", "--workspace", "--doc"],
        "the messages above say which example failed",
    )
}

fn wasm(workspace: &Workspace) -> Result<(), Error> {
    let runner = tools::wasm_test_runner()?;
    tools::chromium()?;
    let driver = tools::chromedriver()?;
    process::run(
        cargo()
            .args(["test", "--package", "dossier-wasm-tests"])
            .args(["--target", "wasm32-unknown-unknown"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", driver)
            // Seconds until a test counts as hanging; the default is short for a busy machine.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .current_dir(&workspace.root),
        "the messages above say which test failed, and where",
    )
}

/// Builds the engine's package and runs its tests over it.
fn package(workspace: &Workspace) -> Result<(), Error> {
    let node = tools::node()?;
    let folder = workspace.target.join("engine");
    build::engine(workspace, &folder)?;
    process::run(
        Command::new(node)
            .args(["--test", "tests/engine/package.test.mjs"])
            .env("DOSSIER_ENGINE", folder.join("node.js"))
            .current_dir(&workspace.root),
        "the messages above say which behaviour is missing",
    )
}

fn measure(workspace: &Workspace, note: &mut Note) -> Result<(), Error> {
    tools::node()?;
    let dist = build::dist(workspace, &build::Options::default())?;
    let table = size::measure(&dist)?;
    print!("{}", table.markdown());
    note.say("with all steps above");
    table.check()
}

/// Serves the product, others made of hostile documents and of every format, and runs the specs over
/// them.
fn browser(workspace: &Workspace) -> Result<(), Error> {
    let node = tools::node()?;
    let chromium = tools::chromium()?;
    node::install(&workspace.root)?;
    let product = build::dist(workspace, &build::Options::default())?;
    let of_folder = |folder: &str, name: &str| {
        let options = build::Options {
            corpus: Some(workspace.root.join(folder)),
            keep_going: true,
            dist: Some(workspace.work().join(name)),
        };
        build::dist(workspace, &options)
    };
    let hostile = of_folder(HOSTILE, "hostile")?;
    let formats = of_folder(FORMATS, "formats")?;
    let examples = examples(workspace, &node)?;
    let package = workspace.work().join("package");
    build::engine(workspace, &package)?;
    build::add_element(workspace, &product, &package)?;
    let listener = serve::listen(None)?;
    let address = serve::address(&listener)?;
    // The same files under a deeper path prove that they can be hosted anywhere.
    let others = [
        ("/some/where/else", product.as_path()),
        ("/hostile", hostile.as_path()),
        ("/formats", formats.as_path()),
        ("/examples", examples.as_path()),
    ];
    // A frame with a sandbox has no origin: what it loads comes from another one.
    let routes = serve::to_all(serve::routes(&product, &others));
    // The server ends with this program.
    thread::spawn(move || serve::run(listener, routes));
    process::run(
        Command::new(node)
            .args(["--test", "--test-concurrency=1"])
            .args(specs(&workspace.root.join("tests/browser"))?)
            .env("DOSSIER_ADDRESS", address)
            .env("DOSSIER_PACKAGE", package)
            .env("CHROMIUM", chromium)
            .current_dir(&workspace.root),
        "the messages above say which behaviour is missing; `cargo xtask serve` shows the app",
    )
}

/// Builds the pages of examples/ and gives their folder.
fn examples(workspace: &Workspace, node: &Path) -> Result<PathBuf, Error> {
    let folder = workspace.root.join("examples");
    node::install(&folder)?;
    let built = workspace.work().join("examples");
    process::run(
        Command::new(node)
            .arg("build.mjs")
            .arg(&built)
            .current_dir(&folder),
        "the messages above say what is wrong in examples/",
    )?;
    Ok(built)
}

fn specs(folder: &Path) -> Result<Vec<std::path::PathBuf>, Error> {
    let mut specs = files::below(folder)?;
    specs.retain(|path| path.to_string_lossy().ends_with(".spec.mjs"));
    Ok(specs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts() {
        let second = Duration::from_secs(1);
        let all = summary(&[("A", second, true), ("B", second, true)], 2);
        assert_eq!(all.lines().last(), Some("2 passed, 0 failed"));
        let stopped = summary(&[("A", second, true), ("B", second, false)], 4);
        assert_eq!(
            stopped.lines().last(),
            Some("1 passed, 1 failed, 2 not run")
        );
        assert!(stopped.contains("FAILED    1.0 s  B"));
    }
}
