//! Trains and measures the tagger of names, by a program of its own that is compiled to be fast.

use std::path::Path;

use crate::error::Error;
use crate::process;
use crate::tools;
use crate::workspace::{Workspace, cargo};

/// Where the model is that the repository carries.
const MODEL: &str = "crates/dossier-engine/models/english.tagger";

/// Trains on a folder of texts, writes the model and measures it.
///
/// # Errors
/// Where the texts cannot be read or the model cannot be written.
pub fn train(workspace: &Workspace, texts: &Path, settings: &[String]) -> Result<(), Error> {
    run(workspace, "train", texts, settings)
}

/// Measures the model of the repository on the held-back part of a folder of texts, and how fast
/// names are found natively and in WebAssembly.
///
/// # Errors
/// Where the texts or the model cannot be read.
pub fn measure(workspace: &Workspace, texts: &Path) -> Result<(), Error> {
    run(workspace, "measure", texts, &[])?;
    in_wasm(workspace)
}

/// Measures how fast the recogniser is in WebAssembly, compiled as the worker is.
fn in_wasm(workspace: &Workspace) -> Result<(), Error> {
    let runner = tools::wasm_test_runner()?;
    process::run(
        cargo()
            .args(["test", "--profile", "engine"])
            .args(["--package", "dossier-wasm-tests", "--test", "speed"])
            .args(["--target", "wasm32-unknown-unknown"])
            .args(["--", "--include-ignored", "--nocapture"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .current_dir(&workspace.root),
        "the messages above say what failed",
    )
}

fn run(workspace: &Workspace, what: &str, texts: &Path, settings: &[String]) -> Result<(), Error> {
    let mut command = cargo();
    command
        .args([
            "run",
            "--quiet",
            "--profile",
            "fast",
            "-p",
            "dossier-train",
            "--",
            what,
        ])
        .arg(std::path::absolute(texts).unwrap_or_else(|_| texts.to_owned()))
        .arg(MODEL)
        .args(settings)
        .current_dir(&workspace.root);
    process::run(&mut command, "the folder has to hold the labelled texts")
}
