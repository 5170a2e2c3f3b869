//! Which crate may know which.

use super::Finding;
use crate::workspace::Package;

/// For each crate, the crates of the workspace that it may depend on.
const ALLOWED: [(&str, &[&str]); 12] = [
    ("dossier-engine", &[]),
    ("dossier-view", &["dossier-engine"]),
    ("dossier-files", &["dossier-engine"]),
    (
        "dossier-cli",
        &["dossier-engine", "dossier-files", "dossier-single"],
    ),
    ("dossier-app", &["dossier-engine", "dossier-view"]),
    ("dossier-single", &[]),
    (
        "dossier-intake",
        &["dossier-engine", "dossier-single", "dossier-view"],
    ),
    ("dossier-wasm", &["dossier-engine"]),
    // Nothing of it ships: it makes the model that the others read.
    ("dossier-train", &["dossier-engine"]),
    ("dossier-benches", &["dossier-engine"]),
    ("dossier-wasm-tests", &["dossier-engine"]),
    ("xtask", &["dossier-engine", "dossier-files"]),
];

/// Checks the crates of the workspace.
pub fn check(packages: &[Package]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in packages {
        let file = format!("Cargo.toml of {}", package.name);
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == package.name) else {
            findings.push(Finding::error(
                &file,
                0,
                "the crate is new: say in xtask/src/tidy/crates.rs which crates it may know",
            ));
            continue;
        };
        let ours = packages.iter().map(|package| package.name.as_str());
        for name in ours.filter(|name| package.depends_on(name)) {
            if !allowed.contains(&name) {
                let message = format!("{} may not know {name}", package.name);
                findings.push(Finding::error(&file, 0, message));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, dependencies: &[(&str, Option<&str>)]) -> Package {
        let dependencies: Vec<_> = dependencies
            .iter()
            .map(|(name, kind)| serde_json::json!({ "name": name, "kind": kind }))
            .collect();
        let json = serde_json::json!({ "name": name, "dependencies": dependencies });
        serde_json::from_value(json).expect("a package")
    }

    #[test]
    fn the_engine_knows_no_other_crate() {
        let packages = [
            package("dossier-view", &[("dossier-engine", None)]),
            package("dossier-engine", &[("dossier-view", None), ("serde", None)]),
        ];
        let findings = check(&packages);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("may not know dossier-view"));
    }

    #[test]
    fn what_the_browser_runs_reads_no_files() {
        let files = package("dossier-files", &[]);
        let app = package("dossier-app", &[("dossier-files", None)]);
        assert_eq!(check(&[files, app]).len(), 1);
    }

    #[test]
    fn a_new_crate_has_to_be_entered() {
        assert_eq!(check(&[package("dossier-new", &[])]).len(), 1);
    }
}
