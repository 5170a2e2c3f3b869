//! Sites: the files of the built app with the archive of a collection.

mod app;
mod single;

pub use app::{App, AppError};
pub use single::single_file;

use sha2::{Digest, Sha256};

/// A file of a site: its path below the site's folder, with `/` between its parts, and its bytes.
pub type File = (String, Vec<u8>);

/// The files of a site: those of the app, with this archive in the place of the one that it was
/// built with.
///
/// # Errors
/// When the app's page does not name its archive.
pub fn site(app: &App, title: &str, archive: &[u8]) -> Result<Vec<File>, AppError> {
    let old = app.archive_name()?;
    let name = format!("collection-{}.dossier", digest(archive));
    let page = titled(app.page()?, title).replace(old, &name);
    let mut files: Vec<File> = vec![("index.html".into(), page.into_bytes())];
    for (path, bytes) in app.files() {
        // The shipped collection and its licence do not go along.
        let shipped = path == old || path == "index.html" || path == "LICENSE-CORPUS.txt";
        if !shipped {
            files.push((path.to_owned(), bytes.to_vec()));
        }
    }
    files.push((name, archive.to_vec()));
    Ok(files)
}

/// The page with the collection's title.
fn titled(page: &str, title: &str) -> String {
    let escaped = title.replace('&', "&amp;").replace('<', "&lt;");
    page.replacen(
        "<title>Dossier</title>",
        &format!("<title>{escaped}</title>"),
        1,
    )
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
