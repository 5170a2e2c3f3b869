//! How large the product is.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::Error;
use crate::files;

/// What code and styles should take together, compressed with brotli, in bytes. The documents are
/// not part of it: their size is that of the collection.
const GOAL: usize = 200_000;

/// What it may take until the goal is reached: little more than it takes now, so that it does not
/// grow. Lower it with every gain.
const CEILING: usize = 295_000;

/// How the archive's file ends.
const ARCHIVE: &str = "dossier";

/// How the names of the files begin that are loaded only when documents are brought to the page:
/// they do not count for the page.
const ON_DEMAND: [(&str, &str); 2] = [
    ("worker-", "On demand: the worker"),
    ("names-", "On demand: the tagger's weights"),
];

/// The table in the README stands between these.
const BEGIN: &str = "<!-- size -->\n";
const END: &str = "<!-- /size -->";

/// Sizes in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip(bytes)?,
            brotli: brotli(bytes)?,
        })
    }

    fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// The sizes of the files in `dist/`.
pub struct Table {
    rows: Vec<(&'static str, Size)>,
    total: Size,
    archive: Size,
    element: Size,
    on_demand: Vec<(&'static str, Size)>,
}

/// Whether a file is loaded by the page.
fn is_of_page(name: &str) -> bool {
    name.starts_with("dossier-") || name.starts_with("shell-")
}

/// Whether a file is loaded when the element is first used in a page of others.
fn is_of_element(name: &str) -> bool {
    let extension = name.rsplit('.').next();
    let is_shared = name.starts_with("dossier-") && extension != Some("js");
    name == "dossier.js" || name.starts_with("explorer-") || is_shared
}

/// Measures the files that the page and the element load.
///
/// # Errors
/// When a file cannot be read.
pub fn measure(dist: &Path) -> Result<Table, Error> {
    let mut rows = vec![
        ("WebAssembly", "wasm", Size::default()),
        ("JavaScript", "js", Size::default()),
        ("CSS", "css", Size::default()),
        ("", ARCHIVE, Size::default()),
    ];
    let mut element = Size::default();
    let mut on_demand = ON_DEMAND.map(|(_, name)| (name, Size::default()));
    for path in files::below(dist)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_archive = path.extension().is_some_and(|found| found == ARCHIVE);
        if is_of_element(&name) {
            element = element.plus(measured(&path)?);
        }
        let later = ON_DEMAND
            .iter()
            .position(|(start, _)| name.starts_with(start));
        if let Some(at) = later {
            on_demand[at].1 = on_demand[at].1.plus(measured(&path)?);
            continue;
        }
        if !is_archive && !is_of_page(&name) {
            continue;
        }
        for (_, extension, size) in &mut rows {
            if path.extension().is_some_and(|found| found == *extension) {
                *size = size.plus(measured(&path)?);
            }
        }
    }
    let archive = rows.pop().map(|(_, _, size)| size).unwrap_or_default();
    let total = rows
        .iter()
        .fold(Size::default(), |sum, (_, _, size)| sum.plus(*size));
    let rows = rows.iter().map(|(name, _, size)| (*name, *size));
    Ok(Table {
        rows: rows.collect(),
        total,
        archive,
        element,
        on_demand: on_demand.into(),
    })
}

fn measured(path: &Path) -> Result<Size, Error> {
    Size::of(&files::read(path)?).map_err(Error::file("compress", path))
}

impl Table {
    /// The table in Markdown, in thousands of bytes.
    pub fn markdown(&self) -> String {
        let mut text = String::from("| kB | raw | gzip | brotli |\n|---|--:|--:|--:|\n");
        let totals = [
            ("Code and styles", self.total),
            ("The element's first use in another page", self.element),
            ("The five documents", self.archive),
        ];
        for (name, size) in self.rows.iter().chain(&totals).chain(&self.on_demand) {
            let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilobytes);
            // Writing to a string does not fail.
            let _ = writeln!(text, "| {name} | {raw} | {gzip} | {brotli} |");
        }
        text
    }

    /// Checks the ceiling.
    ///
    /// # Errors
    /// When the product is larger.
    pub fn check(&self) -> Result<(), Error> {
        if self.total.brotli <= CEILING {
            if self.total.brotli > GOAL {
                let [over, goal] = [self.total.brotli - GOAL, GOAL].map(kilobytes);
                println!("\nThat is {over} kB above the goal of {goal} kB.");
            }
            return Ok(());
        }
        let [total, ceiling] = [self.total.brotli, CEILING].map(kilobytes);
        Err(Error::problem(
            format!("the product is {total} kB with brotli, more than {ceiling} kB"),
            "find what grew: `git bisect run cargo xtask size`, or twiggy on the module",
        ))
    }
}

/// Puts the table into the README.
///
/// # Errors
/// When the README cannot be written or has no place for it.
pub fn update(readme: &Path, table: &Table) -> Result<(), Error> {
    let text = files::read_text(readme)?;
    let text = with_table(&text, &table.markdown()).ok_or_else(|| {
        Error::problem(
            format!("{} has no place for the table", readme.display()),
            format!("put the lines {} and {END} where it belongs", BEGIN.trim()),
        )
    })?;
    files::write(readme, text)
}

fn with_table(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{table}{END}{after}"))
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

fn gzip(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> io::Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_takes_the_place_of_the_old_one() {
        let readme = "Size:\n<!-- size -->\nold\n<!-- /size -->\nMore.\n";
        let updated = with_table(readme, "new\n").expect("markers");
        assert_eq!(
            updated,
            "Size:\n<!-- size -->\nnew\n<!-- /size -->\nMore.\n"
        );
        assert_eq!(with_table("no markers", "new"), None);
    }

    #[test]
    fn a_product_above_the_ceiling_fails() {
        let table = |brotli| Table {
            rows: Vec::new(),
            total: Size {
                brotli,
                ..Size::default()
            },
            archive: Size::default(),
            element: Size::default(),
            on_demand: Vec::new(),
        };
        assert!(table(CEILING).check().is_ok());
        assert!(table(CEILING + 1).check().is_err());
    }

    #[test]
    fn repetition_compresses() {
        let size = Size::of(&[b'a'; 10_000]).expect("compressed");
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 100);
    }
}
