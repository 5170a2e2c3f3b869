//! Notices of the third-party crates that the app is linked with.

mod expression;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::Error;
use crate::process;
use crate::workspace::{Workspace, cargo};

/// Licences under which a crate may be linked.
const ALLOWED: [&str; 9] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Zlib",
];

/// The crates that browsers run: the app, and its worker.
const SHIPPED: [&str; 2] = ["dossier-app", "dossier-intake"];

const HEAD: &str = "\
Dossier is licensed under MIT OR Apache-2.0, its embedded texts under CC BY 4.0; the licences lie
beside this file. The program contains the Rust standard library (MIT OR Apache-2.0, The Rust
Project contributors) and the following crates.
";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

impl Package {
    /// Macros run in the compiler and are no part of what it makes.
    fn is_macro(&self) -> bool {
        let mut kinds = self.targets.iter().flat_map(|target| &target.kind);
        kinds.any(|kind| kind == "proc-macro")
    }
}

/// The notices as a text.
///
/// # Errors
/// When cargo fails or a crate's licence is not allowed.
pub fn text(workspace: &Workspace) -> Result<String, Error> {
    let json = process::output(
        cargo()
            .args(["metadata", "--format-version=1"])
            .args(["--filter-platform", "wasm32-unknown-unknown"])
            .current_dir(&workspace.root),
        "see that Cargo.lock is whole",
    )?;
    let metadata: Metadata = serde_json::from_str(&json).map_err(|error| {
        Error::problem(
            format!("cargo metadata is not as expected: {error}"),
            "use the Rust version of rust-toolchain.toml",
        )
    })?;
    let linked = linked(&metadata);
    for package in &linked {
        check(package)?;
    }
    Ok(write(&linked))
}

/// The third-party crates whose code is in the app, by name.
fn linked(metadata: &Metadata) -> Vec<&Package> {
    let packages: BTreeMap<_, _> = metadata
        .packages
        .iter()
        .map(|package| (package.id.as_str(), package))
        .collect();
    let nodes: BTreeMap<_, _> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let ours = metadata.packages.iter();
    let ours = ours.filter(|package| SHIPPED.contains(&package.name.as_str()));
    let mut open: Vec<&str> = ours.map(|package| package.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let (Some(package), Some(node)) = (packages.get(id), nodes.get(id)) else {
            continue;
        };
        if package.is_macro() || !seen.insert(id) {
            continue;
        }
        let linked = node
            .deps
            .iter()
            .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()));
        open.extend(linked.map(|dependency| dependency.pkg.as_str()));
    }
    let mut linked: Vec<_> = seen
        .iter()
        .filter_map(|id| packages.get(id).copied())
        .filter(|package| package.source.is_some())
        .collect();
    linked.sort_by_key(|package| (&package.name, &package.version));
    linked
}

fn check(package: &Package) -> Result<(), Error> {
    let licence = package.license.as_deref().unwrap_or("no licence");
    if expression::is_satisfied(licence, |name| ALLOWED.contains(&name)) {
        return Ok(());
    }
    Err(Error::problem(
        format!("{} {} has {licence}", package.name, package.version),
        "use another crate, or allow the licence in xtask/src/notices/mod.rs",
    ))
}

/// First the list of crates, then each text once with the crates that it comes from.
fn write(packages: &[&Package]) -> String {
    let mut text = format!("{HEAD}\n");
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    // Writing to a string does not fail.
    for package in packages {
        let _ = write!(text, "{} {}", package.name, package.version);
        let _ = write!(text, " ({})", package.license.as_deref().unwrap_or("?"));
        let _ = writeln!(text, " {}", package.repository.as_deref().unwrap_or(""));
        let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
        for licence in licence_texts(folder) {
            let names = texts.entry(licence).or_default();
            if !names.contains(&package.name.as_str()) {
                names.push(&package.name);
            }
        }
    }
    for (licence, names) in texts {
        let _ = write!(text, "\n{:-<80}\n{}:\n\n{licence}\n", "", names.join(", "));
    }
    text
}

/// The licence texts in a package's folder.
fn licence_texts(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let licences = paths.iter().filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_uppercase();
        ["LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"]
            .iter()
            .any(|begin| name.starts_with(begin))
    });
    let texts = licences.filter_map(|path| fs::read_to_string(path).ok());
    texts
        .map(|text| text.replace('\r', "").trim().into())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata() -> Metadata {
        let package = |name: &str, kind: &str| {
            serde_json::json!({
                "id": name, "name": name, "version": "1.0.0", "license": "MIT",
                "repository": null, "manifest_path": "/nowhere/Cargo.toml",
                "source": if name == "dossier-app" { None } else { Some("registry") },
                "targets": [{ "kind": [kind] }],
            })
        };
        let needs = |name: &str, kind: Option<&str>| serde_json::json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        serde_json::from_value(serde_json::json!({
            "packages": [
                package("dossier-app", "bin"), package("linked", "lib"), package("deeper", "lib"),
                package("built", "lib"), package("macro", "proc-macro"), package("parser", "lib"),
            ],
            "resolve": { "nodes": [
                { "id": "dossier-app", "deps": [
                    needs("linked", None), needs("built", Some("build")), needs("macro", None),
                ] },
                { "id": "linked", "deps": [needs("deeper", None)] },
                { "id": "macro", "deps": [needs("parser", None)] },
                { "id": "deeper", "deps": [] },
                { "id": "built", "deps": [] },
                { "id": "parser", "deps": [] },
            ] },
        }))
        .expect("metadata")
    }

    #[test]
    fn notices_name_what_is_linked_and_not_what_only_builds() {
        let metadata = metadata();
        let names: Vec<_> = linked(&metadata).iter().map(|p| p.name.clone()).collect();
        assert_eq!(names, ["deeper", "linked"]);
    }

    #[test]
    fn a_licence_that_is_not_allowed_stops_the_build() {
        let mut metadata = metadata();
        metadata.packages[1].license = Some("MPL-2.0".into());
        assert!(check(&metadata.packages[1]).is_err());
        assert!(check(&metadata.packages[2]).is_ok());
    }
}
