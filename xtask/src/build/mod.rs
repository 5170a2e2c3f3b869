//! From the sources to `dist/`.

mod assemble;
mod command;
mod corpus;
mod engine;
mod names;
mod package;
mod page;
mod shrink;
mod wasm;
mod worker;

pub use command::build as command;
pub use engine::write as engine;
pub use package::add_element;

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::log;
use crate::node;
use crate::notices;
use crate::workspace::Workspace;

/// What to build.
#[derive(Default)]
pub struct Options {
    /// Folder of documents; the repository's own where there is none.
    pub corpus: Option<PathBuf>,
    /// Whether to go on without what cannot be understood.
    pub keep_going: bool,
    /// Where the files go; `dist/` where nothing is said.
    pub dist: Option<PathBuf>,
}

/// Builds the product and gives its folder.
///
/// # Errors
/// Those of the steps.
pub fn dist(workspace: &Workspace, options: &Options) -> Result<PathBuf, Error> {
    log::step("Find the WebAssembly target", |note| {
        wasm::ensure_target(note)
    })?;
    let corpus = options.corpus.clone();
    let corpus = corpus.unwrap_or(workspace.root.join("corpus"));
    let archive = log::step("Index the documents", |note| {
        corpus::archive(&corpus, options.keep_going, note)
    })?;
    let compiled = log::step("Compile the app (release, wasm32)", |_| {
        wasm::compile(workspace, "dossier-app", wasm::PAGE, "dossier-app.wasm")
    })?;
    let bound = log::step("Generate the bindings (wasm-bindgen)", |note| {
        wasm::bind(workspace, &compiled, note)
    })?;
    let tools = node::optional(workspace)?;
    let worker = worker::build(workspace, tools.as_ref())?;
    let page = page::read(&workspace.root)?;
    let parts = log::step("Shrink the code and the styles", |note| {
        let parts = shrink::Parts::collect(workspace, &page, &bound)?;
        match &tools {
            Some(tools) => shrink::shrink(workspace, tools, parts, note),
            None => Ok(parts),
        }
    })?;
    let notices = log::step("Collect the notices of third parties", |_| {
        notices::text(workspace)
    })?;
    log::step("Write the files", |_| {
        let dist = options.dist.clone().unwrap_or(workspace.root.join("dist"));
        let content = assemble::Content {
            parts: &parts,
            worker: &worker,
            archive: &archive,
            notices: &notices,
        };
        assemble::write(workspace, &page, &content, &dist)?;
        Ok(dist)
    })
}

/// Builds the worker's files for those who build the page with Trunk.
///
/// # Errors
/// Those of the steps.
pub fn worker(workspace: &Workspace, folder: &Path) -> Result<(), Error> {
    log::step("Find the WebAssembly target", wasm::ensure_target)?;
    let tools = node::optional(workspace)?;
    worker::write(&worker::build(workspace, tools.as_ref())?, folder)
}
