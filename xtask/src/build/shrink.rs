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

/// Name of the module that wasm-bindgen generates.
const BINDINGS: &str = "dossier.js";

/// The scripts of the bindings that the element uses too, by the names that it has for them.
const SHARED: [(&str, &str); 2] = [
    ("task.js", "src/platform/worker.js"),
    ("remote.js", "src/platform/remote.js"),
];

/// The modules that something loads: the page, the element once it is needed, the page of the
/// element, the page of frames, a page with frames.
const ENTRIES: [&str; 6] = ["boot", "explorer", "work", "element", "frame", "fit"];

/// What the page and the element load.
pub struct Parts {
    /// The module.
    pub wasm: Vec<u8>,
    /// Modules by name: the entries, and what they import unless they are bundled.
    pub modules: Vec<(String, Vec<u8>)>,
    /// Whether each entry is one file with all that it imports.
    pub is_bundled: bool,
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
        let sources = workspace.root.join("src");
        let mut modules = vec![module("dossier", &bound.join("dossier.js"))?];
        for name in [
            "boot/answers",
            "boot/boot",
            "boot/initializer",
            "embed/explorer",
            "embed/work",
            "embed/element",
            "embed/place",
            "embed/frame",
            "embed/fit",
        ] {
            let path = sources.join(name).with_extension("mjs");
            modules.push(module(&file_stem(&path), &path)?);
        }
        // A script in the page, a module for the element.
        let (name, mut failure) = module("failure", &sources.join("boot/failure.js"))?;
        failure.extend(b"\nexport { dossierCard };\n");
        modules.push((name, failure));
        let snippets = bound.join("snippets");
        if snippets.exists() {
            for path in files::below(&snippets)? {
                let name = path.strip_prefix(bound).unwrap_or(&path);
                let name = name.to_string_lossy().into_owned();
                // The app has them as parts of its bindings, and the element has those same ones.
                let shared = SHARED.iter().find(|(_, path)| name.ends_with(path));
                if let Some((known, _)) = shared {
                    let text = format!("export * from \"./{name}\";\n");
                    modules.push(((*known).into(), text.into_bytes()));
                }
                modules.push((name, files::read(&path)?));
            }
        }
        Ok(Self {
            wasm: files::read(&bound.join("dossier_bg.wasm"))?,
            modules,
            is_bundled: false,
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

fn file_stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
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
    let text = Stamp::new(&folder.join("out/boot.js"), texts);
    let wasm_fresh = wasm.is_fresh(&folder.join("app.wasm"));
    let text_fresh = text.is_fresh(&folder.join("out/boot.js"));
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
            let path = folder.join("in").join(name);
            if name == BINDINGS {
                let text = names::follow(&String::from_utf8_lossy(content), &names)?;
                files::write(&path, text)?;
            } else {
                files::write(&path, content)?;
            }
        }
        files::write(&folder.join("in/early.js"), &parts.early)?;
        files::write(&folder.join("in/app.css"), &parts.css)?;
        let mut bundle: Vec<_> = ENTRIES.iter().map(|name| format!("in/{name}.js")).collect();
        // What the element loads later stays a file of its own.
        let options = [
            "--bundle",
            "--format=esm",
            "--outdir=out",
            "--external:./explorer.js",
            "--external:./work.js",
        ];
        bundle.extend(options.map(str::to_owned));
        minify(&folder, tools, &bundle)?;
        let args = ["in/early.js", "--outfile=early.js"];
        minify(&folder, tools, &args.map(str::to_owned))?;
        let args = ["in/app.css", "--outfile=app.css"];
        minify(&folder, tools, &args.map(str::to_owned))?;
        text.set()?;
    }
    let bundled = |name: &&str| -> Result<_, Error> {
        let name = format!("{name}.js");
        let content = files::read(&folder.join("out").join(&name))?;
        Ok((name, content))
    };
    Ok(Parts {
        wasm: files::read(&folder.join("app.wasm"))?,
        modules: ENTRIES.iter().map(bundled).collect::<Result<_, _>>()?,
        is_bundled: true,
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

/// Makes a script of a folder smaller, in its place.
///
/// # Errors
/// When the tool fails.
pub fn script(tools: &Tools, folder: &Path, name: &str) -> Result<(), Error> {
    let args = [name, &format!("--outfile={name}"), "--allow-overwrite"];
    minify(folder, tools, &args.map(str::to_owned))
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

fn minify(folder: &Path, tools: &Tools, args: &[String]) -> Result<(), Error> {
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
