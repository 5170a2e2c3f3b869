//! What the page loads only when documents are brought to it: the worker with its module, and the
//! weights of the tagger of names.

use std::path::{Path, PathBuf};

use super::{shrink, wasm};
use crate::error::Error;
use crate::files::{self, Stamp};
use crate::log::{self, Note};
use crate::node::Tools;
use crate::workspace::Workspace;

/// The crate, and its script.
const CRATE: &str = "dossier-intake";
const SCRIPT: &str = "crates/dossier-intake/js/worker.js";

/// The weights of the tagger.
const WEIGHTS: &str = "crates/dossier-engine/models/english.tagger";

/// How the bindings are called among themselves.
const STEM: &str = "worker";

/// The worker's files.
pub struct Worker {
    /// The script: bindings and what uses them.
    pub script: Vec<u8>,
    /// The module.
    pub wasm: Vec<u8>,
    /// The weights of the tagger.
    pub weights: Vec<u8>,
}

/// Builds the worker.
///
/// # Errors
/// Those of the steps.
pub fn build(workspace: &Workspace, tools: Option<&Tools>) -> Result<Worker, Error> {
    let compiled = log::step("Compile the worker (release, wasm32)", |_| {
        wasm::compile(workspace, CRATE, wasm::ENGINE, "dossier_intake.wasm")
    })?;
    let folder = log::step("Bind and shrink the worker", |note| {
        bound(workspace, &compiled, tools, note)
    })?;
    Ok(Worker {
        script: files::read(&folder.join("worker.js"))?,
        wasm: files::read(&folder.join("worker.wasm"))?,
        weights: files::read(&workspace.root.join(WEIGHTS))?,
    })
}

/// Writes the worker's files into a folder, under the names that the page of the repository has
/// for them.
///
/// # Errors
/// When a file cannot be written.
pub fn write(worker: &Worker, folder: &Path) -> Result<(), Error> {
    for (name, content) in
        super::assemble::WORKER
            .into_iter()
            .zip([&worker.script, &worker.wasm, &worker.weights])
    {
        files::write(&folder.join(name), content)?;
    }
    Ok(())
}

/// Generates the bindings, joins them with the script, and makes everything small.
fn bound(
    workspace: &Workspace,
    compiled: &Path,
    tools: Option<&Tools>,
    note: &mut Note,
) -> Result<PathBuf, Error> {
    let folder = workspace.work().join(STEM);
    let module = files::read(compiled)?;
    let script = files::read_text(&workspace.root.join(SCRIPT))?;
    let inputs = [&*module, script.as_bytes(), &[u8::from(tools.is_some())]];
    let stamp = Stamp::new(&folder, inputs);
    if stamp.is_fresh(&folder) {
        note.unchanged();
        return Ok(folder);
    }
    files::empty_folder(&folder)?;
    // A script that is no module: workers of that kind are there everywhere, also in a page that is
    // one file.
    wasm::generate(&module, STEM, wasm::Form::Script, &folder.join("in"))?;
    let bindings = files::read_text(&folder.join("in/worker.js"))?;
    files::write(&folder.join("worker.js"), bindings + "\n" + &script)?;
    files::write(
        &folder.join("worker.wasm"),
        files::read(&folder.join("in/worker_bg.wasm"))?,
    )?;
    if let Some(tools) = tools {
        shrink::optimise(tools, &folder, "worker.wasm", "worker.wasm")?;
        shrink::script(tools, &folder, "worker.js")?;
    }
    stamp.set()?;
    Ok(folder)
}
