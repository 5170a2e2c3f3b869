//! Builds the small collection natively.

use std::path::Path;
use std::{env, fs, io};

#[path = "src/collection.rs"]
mod collection;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/collection.rs");
    let folder = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(
        Path::new(&folder).join("collection.dossier"),
        collection::build(),
    )
}
