//! Trains and measures the tagger of names, by a program of its own that is compiled to be fast.

use std::path::Path;

use crate::error::Error;
use crate::process;
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

/// Measures the model of the repository on the held-back part of a folder of texts.
///
/// # Errors
/// Where the texts or the model cannot be read.
pub fn measure(workspace: &Workspace, texts: &Path) -> Result<(), Error> {
    run(workspace, "measure", texts, &[])
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
