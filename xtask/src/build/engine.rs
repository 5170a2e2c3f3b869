//! Writes the engine as a package for JavaScript: `crates/dossier-wasm`, its bindings and types.

use std::path::Path;

use super::{shrink, wasm};
use crate::error::Error;
use crate::files::{self, Stamp};
use crate::log;
use crate::node;
use crate::workspace::Workspace;

/// The crate, and its files in JavaScript.
const CRATE: &str = "dossier-wasm";
const SOURCES: &str = "crates/dossier-wasm/js";
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Builds the package into a folder, in the place of what is there.
///
/// # Errors
/// Those of the steps.
pub fn write(workspace: &Workspace, folder: &Path) -> Result<(), Error> {
    log::step("Find the WebAssembly target", wasm::ensure_target)?;
    let compiled = log::step("Compile the engine (wasm32)", |_| {
        wasm::compile(workspace, CRATE, wasm::ENGINE, "dossier_wasm.wasm")
    })?;
    let bound = workspace.work().join("engine");
    let tools = node::optional(workspace)?;
    log::step("Bind and shrink the engine", |note| {
        let bytes = files::read(&compiled)?;
        let stamp = Stamp::new(&bound, [bytes.as_slice(), &[u8::from(tools.is_some())]]);
        if stamp.is_fresh(&bound) {
            note.unchanged();
            return Ok(());
        }
        files::empty_folder(&bound)?;
        wasm::generate(&bytes, "glue", wasm::Form::Typed, &bound)?;
        if let Some(tools) = &tools {
            shrink::optimise(tools, &bound, "glue_bg.wasm", "glue_bg.wasm")?;
        }
        stamp.set()
    })?;
    log::step("Write the package", |note| {
        files::empty_folder(folder)?;
        let module = files::read(&bound.join("glue_bg.wasm"))?;
        files::write(&folder.join("dossier.wasm"), &module)?;
        for name in ["glue.js", "glue.d.ts"] {
            files::write(&folder.join(name), files::read(&bound.join(name))?)?;
        }
        for source in files::below(&workspace.root.join(SOURCES))? {
            let name = source.file_name().unwrap_or_default();
            let text = files::read_text(&source)?.replace("{version}", env!("CARGO_PKG_VERSION"));
            files::write(&folder.join(name), text)?;
        }
        for name in LICENCES {
            files::write(&folder.join(name), files::read(&workspace.root.join(name))?)?;
        }
        note.say(format!("{} bytes of WebAssembly", module.len()));
        Ok(())
    })
}
