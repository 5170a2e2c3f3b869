//! The app as WebAssembly: the target, the compiler, the bindings.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::error::Error;
use crate::files::{self, Stamp};
use crate::log::Note;
use crate::process;
use crate::workspace::{Workspace, cargo};

/// What the browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The settings that the app is compiled with.
pub const PAGE: &str = "page";

/// The settings of what works through documents: the worker.
pub const ENGINE: &str = "engine";

/// The version of wasm-bindgen in the root Cargo.toml; both must be the same.
const BINDGEN_VERSION: &str = "0.2.130";

/// Adds the target to the toolchain where it is missing.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn ensure_target(note: &mut Note) -> Result<(), Error> {
    let library = process::probe("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|path| Path::new(&path).exists()) {
        note.say("there already");
        return Ok(());
    }
    process::run(
        Command::new("rustup").args(["target", "add", TARGET]),
        "install Rust with rustup (https://rustup.rs), or add the target in your own way",
    )
}

/// Compiles a crate for the browser, with the settings of a profile; gives the module `name` as the
/// compiler leaves it.
///
/// # Errors
/// When the compiler finds an error.
pub fn compile(
    workspace: &Workspace,
    package: &str,
    profile: &str,
    name: &str,
) -> Result<PathBuf, Error> {
    let mut command = cargo();
    command
        .args(["build", "--profile", profile, "--package", package])
        .args(["--target", TARGET])
        .args(["--config", &without_machine_paths(workspace)])
        .current_dir(&workspace.root);
    process::run(&mut command, "the compiler's messages above say where")?;
    let folder = workspace.target.join(TARGET).join(profile);
    Ok(folder.join(name))
}

/// Has the compiler leave out where sources lie on this machine: it writes their paths into the
/// module for messages of panics.
fn without_machine_paths(workspace: &Workspace) -> String {
    let home = env::var_os("HOME").map(PathBuf::from);
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| home.as_ref().map(|home| home.join(".cargo")));
    let sources = cargo.as_ref().map(|cargo| cargo.join("registry/src"));
    // Each registry has a folder there, which is named after its host.
    let registries = sources.and_then(|folder| folder.read_dir().ok());
    let registries = registries.into_iter().flatten().flatten();
    // Where several fit, the last one holds.
    let mut folders = vec![(home, "home"), (cargo, "cargo")];
    folders.extend(registries.map(|entry| (Some(entry.path()), "crates")));
    folders.push((Some(workspace.root.clone()), "dossier"));
    let flags: Vec<_> = folders
        .iter()
        .filter_map(|(folder, name)| Some((folder.as_ref()?, name)))
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        // As strings of TOML, where backslashes are escaped.
        .map(|flag| format!("{flag:?}"))
        .collect();
    let flags = flags.join(", ");
    format!("target.{TARGET}.rustflags = [{flags}]")
}

/// Generates the bindings; gives the folder with `dossier.js` and `dossier_bg.wasm`.
///
/// # Errors
/// When the module does not fit the generator.
pub fn bind(workspace: &Workspace, module: &Path, note: &mut Note) -> Result<PathBuf, Error> {
    let folder = workspace.work().join("bound");
    let bytes = files::read(module)?;
    let stamp = Stamp::new(&folder, [BINDGEN_VERSION.as_bytes(), bytes.as_slice()]);
    if stamp.is_fresh(&folder) {
        note.unchanged();
        return Ok(folder);
    }
    files::empty_folder(&folder)?;
    generate(&bytes, "dossier", Form::Module, &folder)?;
    stamp.set()?;
    Ok(folder)
}

/// What bindings are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Scripts that are modules.
    Module,
    /// Scripts that are modules, with types for TypeScript.
    Typed,
    /// Scripts that are no modules.
    Script,
}

/// Generates the bindings of a module into a folder, both called `name`.
///
/// # Errors
/// When the module does not fit the generator.
pub fn generate(bytes: &[u8], name: &str, form: Form, folder: &Path) -> Result<(), Error> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(name, bytes.to_vec())
        .out_name(name)
        .typescript(form == Form::Typed)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let formed = match form {
        // The element puts a fresh instance in the place of one that has stopped.
        Form::Module => bindgen.reset_state_function(true).web(true),
        Form::Typed => bindgen.web(true),
        Form::Script => bindgen.no_modules(true),
    };
    let generated = formed.and_then(|bindgen| bindgen.generate(folder));
    generated.map_err(|error| {
        Error::problem(
            format!("wasm-bindgen cannot work on the module of {name}: {error:#}"),
            format!("wasm-bindgen must be {BINDGEN_VERSION} in all Cargo.toml"),
        )
    })
}
