//! Embeds the files of the built app: those of the folder that `DOSSIER_APP` names, none where it
//! is not set. `cargo xtask command` builds the app and sets it.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=DOSSIER_APP");
    let mut list = String::from("&[\n");
    if let Some(folder) = env::var_os("DOSSIER_APP").map(PathBuf::from) {
        println!("cargo::rerun-if-changed={}", folder.display());
        for (name, path) in files(&folder)? {
            let path = path.to_string_lossy();
            // Writing to a string does not fail.
            let _ = writeln!(list, "    ({name:?}, include_bytes!({path:?})),");
        }
    }
    list.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("app.rs"), list)
}

/// The files at the top of a folder and those one folder down, by their names in it.
fn files(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() {
            files.push((name, entry.path()));
        } else if name != "engine" {
            for inner in fs::read_dir(entry.path())? {
                let inner = inner?;
                let below = format!("{name}/{}", inner.file_name().to_string_lossy());
                files.push((below, inner.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}
