//! Builds the archive of the embedded collection.
//!
//! `DOSSIER_CORPUS` names its folder, `corpus` if it is not set. With `DOSSIER_KEEP_GOING=1` the
//! build goes on where a part of the collection had to be left out.

use std::path::{Path, PathBuf};
use std::{env, fs};

use dossier_engine::archive;
use dossier_engine::diagnostic::Severity;
use dossier_files::{Folder, left_out};

fn main() {
    println!("cargo::rerun-if-env-changed=DOSSIER_CORPUS");
    println!("cargo::rerun-if-env-changed=DOSSIER_KEEP_GOING");
    let corpus = env::var_os("DOSSIER_CORPUS").map_or_else(|| "corpus".into(), PathBuf::from);
    println!("cargo::rerun-if-changed={}", corpus.display());
    let keep_going = env::var("DOSSIER_KEEP_GOING").is_ok_and(|value| value == "1");
    if let Err(error) = build(&corpus, keep_going) {
        say("error", &error.to_string());
    }
}

fn build(corpus: &Path, keep_going: bool) -> Result<(), Box<dyn std::error::Error>> {
    let folder = Folder::read(corpus)?;
    let outcome = folder.build();
    for diagnostic in &outcome.diagnostics {
        let fails = diagnostic.severity == Severity::Error && !keep_going;
        let level = if fails { "error" } else { "warning" };
        say(level, &folder.line(diagnostic));
    }
    if !outcome.diagnostics.is_empty() {
        say("warning", &folder.summary(&outcome));
    }
    if left_out(&outcome) && !keep_going {
        say(
            "warning",
            "set DOSSIER_KEEP_GOING=1 to build without what is left out",
        );
    }
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let archive = archive::write(&outcome.collection);
    fs::write(Path::new(&out).join("collection.dossier"), archive)?;
    Ok(())
}

/// Has Cargo show a text; an error fails the build once the script is through.
fn say(level: &str, text: &str) {
    for line in text.lines() {
        println!("cargo::{level}={line}");
    }
}
