//! What the page loads: scripts, styles and module, as small as the tools at hand make them.

use std::path::Path;
use std::process::Command;

use super::names;
use super::page::{Kind, Page};
use crate::error::Error;
use crate::files::{self, Stamp};
use crate::log::Note;
use crate::node::Tools;
use crate::process;
use crate::workspace::Workspace;

/// Features of WebAssembly that Rust's compiler uses by default and every current browser has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimisation for size. The module uses no memory below 1024: that is the far end of the stack.
/// Functions that are called once stay functions, since repetition compresses better.
const OPTIMISE: [&str; 6] = [
    "-Oz",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--one-caller-inline-max-function-size=4",
    "-Oz",
    "--strip-target-features",
];

/// What the page loads.
pub struct Parts {
    /// The module.
    pub wasm: Vec<u8>,
    /// Modules by name; the first is the entry, and the others are what it imports.
    pub modules: Vec<(String, Vec<u8>)>,
    /// The script that runs before the page is painted.
    pub early: Vec<u8>,
    /// All style sheets in order.
    pub css: Vec<u8>,
}

impl Parts {
    /// The parts as they are.
    ///
    /// # Errors
    /// When a file that the page names cannot be read.
    pub fn collect(workspace: &Workspace, page: &Page, bound: &Path) -> Result<Self, Error> {
        let boot = workspace.root.join("src/boot");
        let mut modules = vec![
            module("boot", &boot.join("boot.mjs"))?,
            module("initializer", &boot.join("initializer.mjs"))?,
            module("dossier", &bound.join("dossier.js"))?,
        ];
        let snippets = bound.join("snippets");
        if snippets.exists() {
            for path in files::below(&snippets)? {
                let name = path.strip_prefix(bound).unwrap_or(&path);
                modules.push((name.to_string_lossy().into_owned(), files::read(&path)?));
            }
        }
        Ok(Self {
            wasm: files::read(&bound.join("dossier_bg.wasm"))?,
            modules,
            early: joined(&workspace.root, page.paths(Kind::Script))?,
            css: joined(&workspace.root, page.paths(Kind::Css))?,
        })
    }
}

/// A module under the name that it has once built: always `.js`, which every host serves as a
/// script.
fn module(name: &str, path: &Path) -> Result<(String, Vec<u8>), Error> {
    let text = files::read_text(path)?.replace(".mjs\"", ".js\"");
    Ok((format!("{name}.js"), text.into_bytes()))
}

fn joined<'a>(root: &Path, paths: impl Iterator<Item = &'a str>) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(files::read(&root.join(path))?);
        all.push(b'\n');
    }
    Ok(all)
}

/// Makes the parts smaller: the modules become one, the module is optimised for size.
///
/// # Errors
/// When a tool fails.
pub fn shrink(
    workspace: &Workspace,
    tools: &Tools,
    parts: Parts,
    note: &mut Note,
) -> Result<Parts, Error> {
    let folder = workspace.work().join("small");
    let lock = files::read(&workspace.root.join("package-lock.json"))?;
    let wasm = Stamp::new(&folder.join("app.wasm"), [&*lock, &*parts.wasm]);
    let mut texts = vec![&*lock, &*parts.early, &*parts.css, &*parts.wasm];
    texts.extend(parts.modules.iter().map(|(_, content)| content.as_slice()));
    let text = Stamp::new(&folder.join("app.js"), texts);
    let wasm_fresh = wasm.is_fresh(&folder.join("app.wasm"));
    let text_fresh = text.is_fresh(&folder.join("app.js"));
    if wasm_fresh && text_fresh {
        note.unchanged();
    }
    if !wasm_fresh {
        files::write(&folder.join("in/app.wasm"), &parts.wasm)?;
        optimise(tools, &folder, "in/app.wasm", "app.wasm")?;
        let names = shorten_names(tools, &folder)?;
        files::write(&folder.join("names.json"), names)?;
        wasm.set()?;
    }
    if !text_fresh {
        let names = files::read_text(&folder.join("names.json"))?;
        for (name, content) in &parts.modules {
            let text = names::follow(&String::from_utf8_lossy(content), &names)?;
            files::write(&folder.join("in").join(name), text)?;
        }
        files::write(&folder.join("in/early.js"), &parts.early)?;
        files::write(&folder.join("in/app.css"), &parts.css)?;
        let entry: &[&str] = &["in/boot.js", "--bundle", "--format=esm", "--outfile=app.js"];
        minify(&folder, tools, entry)?;
        minify(&folder, tools, &["in/early.js", "--outfile=early.js"])?;
        minify(&folder, tools, &["in/app.css", "--outfile=app.css"])?;
        text.set()?;
    }
    Ok(Parts {
        wasm: files::read(&folder.join("app.wasm"))?,
        modules: vec![("boot.js".into(), files::read(&folder.join("app.js"))?)],
        early: files::read(&folder.join("early.js"))?,
        css: files::read(&folder.join("app.css"))?,
    })
}

/// Optimises a module of a folder for size; both names may be the same.
///
/// # Errors
/// When the tool fails.
pub fn optimise(tools: &Tools, folder: &Path, from: &str, to: &str) -> Result<(), Error> {
    process::run(
        tools
            .command("wasm-opt")
            .args([from, "--output", to])
            .args(OPTIMISE)
            .args(FEATURES)
            .current_dir(folder),
        "remove node_modules and run the command again",
    )
}

/// Makes the names short by which the module and its bindings know each other. Gives the old and
/// the new ones, as wasm-opt prints them.
fn shorten_names(tools: &Tools, folder: &Path) -> Result<String, Error> {
    let args = ["app.wasm", "--minify-imports-and-exports-and-modules"];
    process::output(
        tools
            .command("wasm-opt")
            .args(args)
            .args(["--output", "app.wasm"])
            .args(FEATURES)
            .current_dir(folder),
        "remove node_modules and run the command again",
    )
}

fn minify(folder: &Path, tools: &Tools, args: &[&str]) -> Result<(), Error> {
    let mut command: Command = tools.command("esbuild");
    command
        .args(args)
        .args(["--minify", "--target=es2022", "--log-level=warning"])
        .current_dir(folder);
    process::run(
        &mut command,
        "the message above says where; else remove node_modules and run the command again",
    )
}
