//! The formats of documents: the one place where a format is added.
//!
//! To add one, write a module whose `read` extracts text into a [`BlockWriter`], and give it an
//! entry in [`FORMATS`]:
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
//!
//! Format {
//!     extensions: &["org"],
//!     reader: Reader::Text(org::read),
//!     encoding: no_label,
//!     most: LARGEST_FILE,
//! },
//! ```
//!
//! What a format states about a document goes to [`BlockWriter::state`], what it knows to be no
//! part of it to [`BlockWriter::aside`]. A format whose files hold many documents has a
//! [`Reader::Records`]. Decoding, front matter, cleaning, titles and problems with the file are the
//! same for all formats and are dealt with before and after; see [`read`](super::read()).

use super::blocks::BlockWriter;
use super::records::Record;
use super::{csv, html, json, markdown, plain};
use crate::diagnostic::Report;

/// Biggest file of one document that is read, in bytes. Offsets into a text of this size fit a
/// `u32` many times.
pub const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// Biggest file of many documents that is read, in bytes.
const LARGEST_TABLE: usize = 128 * 1024 * 1024;

/// A format.
pub struct Format {
    /// The extensions of its files' names, in lower case.
    pub extensions: &'static [&'static str],
    /// How it is read.
    pub reader: Reader,
    /// Finds the label of the encoding that a file states.
    pub encoding: fn(&[u8]) -> Option<&[u8]>,
    /// Biggest file that is read, in bytes.
    pub most: usize,
}

/// How a format is read.
pub enum Reader {
    /// A file is a document: extracts the text of a body, which comes without its front matter and
    /// with lines that end in a single line feed, and begins on this line of the file.
    Text(fn(body: &str, first_line: u32, writer: &mut BlockWriter)),
    /// A file holds many documents.
    Records(fn(text: &str, report: &mut Report<'_>) -> Vec<Record>),
}

const FORMATS: [Format; 5] = [
    Format {
        extensions: &["md", "markdown"],
        reader: Reader::Text(markdown::read),
        encoding: no_label,
        most: LARGEST_FILE,
    },
    Format {
        extensions: &["txt", "text"],
        reader: Reader::Text(plain::read),
        encoding: no_label,
        most: LARGEST_FILE,
    },
    Format {
        extensions: &["html", "htm", "xhtml"],
        reader: Reader::Text(html::read),
        encoding: html::encoding,
        most: LARGEST_FILE,
    },
    Format {
        extensions: &["jsonl", "ndjson"],
        reader: Reader::Records(json::read),
        encoding: no_label,
        most: LARGEST_TABLE,
    },
    Format {
        extensions: &["csv", "tsv"],
        reader: Reader::Records(csv::read),
        encoding: no_label,
        most: LARGEST_TABLE,
    },
];

/// Files of most formats do not say in which encoding they are.
fn no_label(_: &[u8]) -> Option<&[u8]> {
    None
}

/// The extensions of files that are documents, in lower case and without a dot.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().flat_map(|format| format.extensions).copied()
}

/// Whether a file of this name is a document.
#[must_use]
pub fn is_document(path: &str) -> bool {
    format(path).is_some()
}

/// Biggest file of this name that is read, in bytes.
#[must_use]
pub fn largest(path: &str) -> usize {
    format(path).map_or(LARGEST_FILE, |format| format.most)
}

/// The format of a file of this name.
pub fn format(path: &str) -> Option<&'static Format> {
    let (_, extension) = path.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    FORMATS
        .iter()
        .find(|format| format.extensions.contains(&extension.as_str()))
}
