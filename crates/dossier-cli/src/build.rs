//! `dossier build`: makes a site, or one file, of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use dossier_files::{Folder, left_out};
use indicatif::ProgressBar;
use serde_json::json;

use crate::Ending;
use crate::args::BuildArgs;
use crate::index::problem;
use crate::output::{Failure, NOTHING_WRITTEN, count, print, write_whole};
use crate::site::{self, App};

/// A collection that was built of a folder.
pub struct Built {
    /// Its title.
    pub title: String,
    /// Its archive.
    pub archive: Vec<u8>,
}

/// Builds the collection and writes the site, unless something had to be left out and that was not
/// asked for.
pub fn run(args: &BuildArgs) -> Result<Ending, Failure> {
    // Before the work, so that nobody waits for it in vain.
    let app = App::find(args.app.as_deref())?;
    let progress = steps();
    progress.set_message(format!("Reading {}", args.folder.display()));
    let folder = Folder::read(&args.folder)?;
    progress.set_message(format!("Indexing {} files", folder.len()));
    let outcome = folder.build();
    let written = args.keep_going || !left_out(&outcome);
    let mut integrity = BTreeMap::new();
    let mut files = 0;
    let mut bytes = 0;
    if written {
        progress.set_message("Writing");
        let built = Built {
            title: outcome.collection.title.clone(),
            archive: dossier_files::archive(&outcome.collection),
        };
        if let Some(path) = &args.output {
            let site = site::site(&app, &built.title, &built.archive, args.address.as_deref())?;
            files = site.len();
            integrity.extend(
                site.iter()
                    .map(|(name, bytes)| (name.clone(), site::integrity(bytes))),
            );
            bytes = site.iter().map(|(_, content)| content.len()).sum();
            write_site(path, &site)?;
        }
        if let Some(path) = &args.single_file {
            let page = site::single_file(&app, &built.title, &built.archive, args.with_names)?;
            files += 1;
            bytes += page.len();
            write_whole(path, page.as_bytes())?;
        }
    }
    progress.finish_and_clear();
    if args.json {
        let problems: Vec<_> = outcome.diagnostics.iter().map(problem).collect();
        let documents = outcome.collection.documents.len();
        let out = |path: &Option<std::path::PathBuf>| {
            path.as_ref()
                .filter(|_| written)
                .map(|path| path.to_string_lossy().into_owned())
        };
        let outcome = json!({
            "site": out(&args.output), "single_file": out(&args.single_file),
            "documents": documents, "files": files, "bytes": bytes, "integrity": integrity, "problems": problems,
        });
        print(&format!("{outcome:#}\n"))?;
    } else {
        eprint!("{}", folder.report(&outcome));
        if written {
            for path in [&args.output, &args.single_file].into_iter().flatten() {
                eprintln!("{} is ready", path.display());
            }
            eprintln!("{}, {bytes} bytes", count(files as u32, "file", "files"));
            for (name, hash) in &integrity {
                print(&format!("{hash}  {name}\n"))?;
            }
        } else {
            eprintln!("{NOTHING_WRITTEN}");
        }
    }
    Ok(Ending::fine_if(written))
}

/// Shows on a terminal what is being done.
fn steps() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let progress = ProgressBar::new_spinner();
    progress.enable_steady_tick(Duration::from_millis(120));
    progress
}

/// Writes the files of a site. Those of an earlier build of a site are replaced or removed; a
/// folder that holds anything else is left alone.
fn write_site(folder: &Path, files: &[site::File]) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| Failure::Write { path, error }
    };
    let is_site = folder.join("index.html").is_file();
    let mut old = Vec::new();
    if folder.exists() {
        for entry in fs::read_dir(folder).map_err(failed(folder))? {
            old.push(entry.map_err(failed(folder))?.path());
        }
        if !old.is_empty() && !is_site {
            return Err(Failure::NotASite {
                path: folder.to_owned(),
            });
        }
    }
    fs::create_dir_all(folder).map_err(failed(folder))?;
    // The page comes last: until then the old one finds all its files.
    for (path, bytes) in files.iter().rev() {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        write_whole(&path, bytes)?;
    }
    for path in old {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let ours = [
            "dossier-",
            "collection-",
            "shell-",
            "icon-",
            "explorer-",
            "frame-",
            "worker-",
            "names-",
        ]
        .iter()
        .any(|start| name.starts_with(start));
        if ours && path.is_file() && !files.iter().any(|(file, _)| *file == name) {
            fs::remove_file(&path).map_err(failed(&path))?;
        }
    }
    Ok(())
}
