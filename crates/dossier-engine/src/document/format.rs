//! The formats of documents: the one place where a format is added.
//!
//! To add one, write a module whose `read` extracts text into a [`BlockWriter`], and give it a line
//! in [`FORMATS`]:
//!
//! ```text
//! //! Org mode: headings with stars.
//!
//! pub fn read(text: &str, first_line: u32, writer: &mut BlockWriter) {
//!     for (number, line) in (first_line..).zip(text.lines()) {
//!         writer.at_line(number);
//!         match line.strip_prefix("* ") {
//!             Some(heading) => {
//!                 writer.end(BlockKind::Paragraph);   // what is open
//!                 writer.prose(heading);
//!                 writer.end(BlockKind::Heading(1));
//!             }
//!             None => writer.prose(line),
//!         }
//!     }
//!     writer.end(BlockKind::Paragraph);
//! }
//! ```
//!
//! Decoding, front matter, titles and problems with the file are the same for all formats and are
//! dealt with before and after; see [`parse`](super::parse()).

use super::blocks::BlockWriter;
use super::{markdown, plain};

/// Extracts the text of a body, which comes without its front matter and with lines that end in a
/// single line feed, and begins on this line of the file.
pub type Read = fn(body: &str, first_line: u32, writer: &mut BlockWriter);

/// The formats by the extension of the file's name, in lower case.
const FORMATS: [(&str, Read); 3] = [
    ("md", markdown::read),
    ("markdown", markdown::read),
    ("txt", plain::read),
];

/// The extensions of files that are documents, in lower case and without a dot.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|&(extension, _)| extension)
}

/// Whether a file of this name is a document.
#[must_use]
pub fn is_document(path: &str) -> bool {
    reader(path).is_some()
}

/// What reads a file of this name.
pub fn reader(path: &str) -> Option<Read> {
    let (_, extension) = path.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    FORMATS
        .iter()
        .find(|(known, _)| *known == extension)
        .map(|&(_, read)| read)
}
