//! Sites: the files of the built app with the archive of a collection.

mod app;
mod oembed;
mod single;

pub use app::{App, AppError};
pub use single::single_file;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dossier_single::titled;
use sha2::{Digest, Sha256, Sha384};

/// A file of a site: its path below the site's folder, with `/` between its parts, and its bytes.
pub type File = (String, Vec<u8>);

/// The files of a site: those of the app, with this archive in the place of the one that it was
/// built with. Where it is known which address the site will have, it can be embedded by that.
///
/// # Errors
/// When the app's page does not name its archive.
pub fn site(
    app: &App,
    title: &str,
    archive: &[u8],
    address: Option<&str>,
) -> Result<Vec<File>, AppError> {
    let old = app.archive_name()?;
    let name = format!("collection-{}.dossier", digest(archive));
    let page = titled(app.page()?, title).replace(old, &name);
    let about = address.map(|address| oembed::oembed(address, title));
    let tag = about.as_ref().map_or("", |(_, tag)| tag);
    let page = page.replacen("</head>", &format!("{tag}</head>"), 1);
    let mut files: Vec<File> = vec![("index.html".into(), page.into_bytes())];
    files.extend(about.map(|(file, _)| file));
    for (path, bytes) in app.files() {
        // The shipped collection and its licence do not go along.
        let shipped = path == old || path == "index.html" || path == "LICENSE-CORPUS.txt";
        if !shipped {
            files.push((path.to_owned(), renamed(path, bytes, old, &name)));
        }
    }
    files.push((name, archive.to_vec()));
    Ok(files)
}

/// A file with the archive's new name: the element's module knows it too.
fn renamed(path: &str, bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let is_script = Path::new(path)
        .extension()
        .is_some_and(|found| found == "js");
    match std::str::from_utf8(bytes) {
        Ok(text) if is_script => text.replace(old, new).into_bytes(),
        _ => bytes.to_vec(),
    }
}

/// A text as it can stand in HTML, also in an attribute in double quotes.
fn escaped(text: &str) -> String {
    dossier_single::escaped(text).replace('"', "&quot;")
}

/// What a page can name to have a file only with these bytes: the value of `integrity`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A short name for content: the first 16 hexadecimal digits of its SHA-256.
fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let (head, _) = digest.split_at(8);
    let number = head.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
    format!("{number:016x}")
}

#[cfg(test)]
mod tests;
