//! A site in one file.

use dossier_single::{Parts, attribute, tag};

use super::app::{App, AppError};

/// The page as one file. The weights of the tagger go along where they are wanted: with them names
/// are found in documents that are added to the page.
///
/// # Errors
/// When a file of the app is missing or cannot stand in a page.
pub fn single_file(
    app: &App,
    title: &str,
    archive: &[u8],
    with_names: bool,
) -> Result<String, AppError> {
    let page = app.page()?;
    let name = |id: &str, attributes: &str| {
        let missing = || AppError::Incomplete(format!("tag with the id {id} in its page"));
        let tag = tag(page, &format!("id=\"{id}\"")).ok_or_else(missing)?;
        attribute(tag, attributes).ok_or_else(missing)
    };
    let parts = Parts {
        page,
        style: app.text(name("style", "href")?)?,
        icon: app.text(name("icon", "href")?)?,
        shell: app.text(name("shell", "src")?)?,
        entry: app.text(name("entry", "src")?)?,
        module: app.bytes(name("module", "href")?)?,
        worker: app.text(name("worker", "href")?)?,
        worker_module: app.bytes(name("worker-module", "href")?)?,
        names: if with_names {
            Some(app.bytes(name("names", "href")?)?)
        } else {
            None
        },
    };
    Ok(dossier_single::pack(&parts, title, archive)?)
}
