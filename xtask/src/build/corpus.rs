//! Makes the archive of the documents.

use std::path::Path;

use dossier_files::Folder;

use crate::error::Error;
use crate::log::Note;

/// Reads and builds the collection, prints what is wrong in it, and gives its archive.
///
/// # Errors
/// When the folder has no collection, or when something would be left out and the build is not
/// to go on without it.
pub fn archive(folder: &Path, keep_going: bool, note: &mut Note) -> Result<Vec<u8>, Error> {
    let read = Folder::read(folder).map_err(|error| {
        Error::problem(
            error.to_string(),
            "name a folder of documents with --corpus",
        )
    })?;
    let outcome = read.build();
    for diagnostic in &outcome.diagnostics {
        println!("{}", read.line(diagnostic));
    }
    note.say(read.summary(&outcome));
    if !keep_going && dossier_files::left_out(&outcome) {
        return Err(Error::problem(
            format!("some of {} cannot be understood", folder.display()),
            "put right what is named above, or go on without it with --keep-going",
        ));
    }
    Ok(dossier_files::archive(&outcome.collection))
}
