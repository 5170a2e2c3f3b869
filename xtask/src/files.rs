//! Files: read, write, list, and tell whether something changed.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;

/// The bytes of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(Error::file("read", path))
}

/// The text of a file.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::file("read", path))
}

/// Writes a file, with the folders above it.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(Error::file("make", parent))?;
    }
    fs::write(path, content).map_err(Error::file("write", path))
}

/// Makes an empty folder, in the place of what is there.
///
/// # Errors
/// When that is not possible.
pub fn empty_folder(path: &Path) -> Result<(), Error> {
    if path.exists() {
        fs::remove_dir_all(path).map_err(Error::file("remove", path))?;
    }
    fs::create_dir_all(path).map_err(Error::file("make", path))
}

/// All files under a folder, sorted, without those under hidden folders, `target` and
/// `node_modules`.
///
/// # Errors
/// When a folder cannot be read.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(Error::file("list", &folder))?;
        for entry in entries {
            let path = entry.map_err(Error::file("list", &folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !path.is_dir() {
                found.push(path);
            } else if !name.starts_with('.') && !matches!(&*name, "target" | "node_modules") {
                folders.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A short name for content: the first 16 hexadecimal digits of its SHA-256.
pub fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let digest = hasher.finalize();
    let (head, _) = digest.split_at(8);
    let number = head.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
    format!("{number:016x}")
}

/// Remembers beside an output which inputs it was made of.
pub struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    /// The stamp of `output` for these inputs.
    pub fn new<'a>(output: &Path, inputs: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut path = output.as_os_str().to_owned();
        path.push(".stamp");
        Self {
            path: path.into(),
            digest: digest(inputs),
        }
    }

    /// Whether the output was made of the same inputs.
    pub fn is_fresh(&self, output: &Path) -> bool {
        output.exists() && fs::read_to_string(&self.path).is_ok_and(|was| was == self.digest)
    }

    /// Notes that the output is now made of these inputs.
    ///
    /// # Errors
    /// When the note cannot be written.
    pub fn set(&self) -> Result<(), Error> {
        write(&self.path, &self.digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_where_one_part_ends_and_the_next_begins() {
        let one = digest([b"ab".as_slice(), b"c"]);
        let other = digest([b"a".as_slice(), b"bc"]);
        assert_ne!(one, other);
        assert_eq!(one.len(), 16);
    }
}
