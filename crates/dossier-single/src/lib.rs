//! An explorer in one HTML file: styles and scripts stand in the page, modules and archive as
//! compressed data. Its policy allows what the file itself holds, by hash, and no network at all.
//!
//! The `dossier` command makes such files of a folder, and the page makes one of itself. Each part
//! stands under an id, by which the page finds it again.

mod page;

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

pub use page::{attribute, escaped, tag, titled};

/// The parts of the built app that a file is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The page that loads the others, as it is served.
    pub page: &'a str,
    /// The style sheet.
    pub style: &'a str,
    /// The icon, as SVG.
    pub icon: &'a str,
    /// The script that runs first.
    pub shell: &'a str,
    /// The script that starts the app.
    pub entry: &'a str,
    /// The app.
    pub module: &'a [u8],
    /// The script of the worker.
    pub worker: &'a str,
    /// The module of the worker.
    pub worker_module: &'a [u8],
    /// The weights of the tagger of names; without them names are found by lists and rules.
    pub names: Option<&'a [u8]>,
}

/// Why no file can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The page does not load a part.
    #[error("the app's page has no {0}")]
    NoTag(&'static str),
    /// A part would end the element that it stands in.
    #[error("the app's {0} cannot stand in a page: it holds the end of its own element")]
    EndsEarly(&'static str),
}

/// The page as one file, with the title and the archive of a collection.
///
/// # Errors
/// When the page lacks a part, or a part cannot stand in a page.
pub fn pack(parts: &Parts<'_>, title: &str, archive: &[u8]) -> Result<String, PackError> {
    let mut page = titled(parts.page, title);
    let find = |id: &'static str| {
        let found = tag(parts.page, &format!("id=\"{id}\"")).map(str::to_owned);
        found.ok_or(PackError::NoTag(id))
    };
    for (name, text, end) in [
        ("style sheet", parts.style, "</style"),
        ("entry script", parts.entry, "</script"),
        ("shell script", parts.shell, "</script"),
    ] {
        let text = text.to_ascii_lowercase();
        if text.contains(end) || text.contains("<!--") {
            return Err(PackError::EndsEarly(name));
        }
    }
    let policy_tag = tag(parts.page, "http-equiv=\"Content-Security-Policy\"");
    let policy_tag = policy_tag.ok_or(PackError::NoTag("policy"))?;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; worker-src blob:; \
         style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(parts.shell),
        hash(parts.entry),
        hash(parts.style)
    );
    let names = match parts.names {
        Some(names) => data("names", names),
        None => String::new(),
    };
    // The page as it was served goes along, for those who save this one with other documents.
    let held = [
        data("archive", archive),
        data("page", parts.page.as_bytes()),
        data("worker", parts.worker.as_bytes()),
        data("worker-module", parts.worker_module),
        names,
    ];
    for (old, new) in [
        (
            policy_tag.to_owned(),
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        ),
        (
            find("style")?,
            format!("<style id=\"style\">{}</style>", parts.style),
        ),
        (
            find("icon")?,
            format!(
                "<link id=\"icon\" rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">",
                STANDARD.encode(parts.icon)
            ),
        ),
        (find("archive")?, held.concat()),
        (find("worker")?, String::new()),
        (find("worker-module")?, String::new()),
        (find("names")?, String::new()),
        (find("module")?, data("module", parts.module)),
        (
            format!("{}</script>", find("shell")?),
            format!("<script id=\"shell\">{}</script>", parts.shell),
        ),
        (
            format!("{}</script>", find("entry")?),
            format!(
                "<script id=\"entry\" type=\"module\">{}</script>",
                parts.entry
            ),
        ),
    ] {
        page = page.replacen(&old, &new, 1);
    }
    Ok(page)
}

/// Bytes as a block of data, which the boot scripts unpack.
fn data(id: &str, bytes: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to a vector does not fail.
    let packed = encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .unwrap_or_default();
    format!(
        "<script id=\"{id}\" type=\"application/gzip\">{}</script>",
        STANDARD.encode(packed)
    )
}

/// A text as a source of a policy.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'">
<title>Dossier</title>
<link id="style" rel="stylesheet" href="./dossier-1.css">
<link id="icon" rel="icon" type="image/svg+xml" href="./icon-1.svg">
<link id="archive" rel="alternate" href="./collection-1.dossier">
<link id="worker" rel="alternate" href="./worker-1.js">
<link id="worker-module" rel="alternate" href="./worker-1.wasm">
<link id="names" rel="alternate" href="./names-1.tagger">
<script id="shell" src="./shell-1.js"></script>
<link id="module" rel="preload" as="fetch" type="application/wasm" crossorigin href="./dossier-1.wasm">
<script id="entry" type="module" src="./dossier-1.js"></script></head><body></body></html>"#;

    const PARTS: Parts<'_> = Parts {
        page: PAGE,
        style: "p { color: red }",
        icon: "<svg/>",
        shell: "early()",
        entry: "start($1)",
        module: b"module",
        worker: "work()",
        worker_module: b"worker module",
        names: Some(b"weights"),
    };

    #[test]
    fn one_file_loads_nothing_and_allows_only_what_it_holds() {
        let page = pack(&PARTS, "Seals & <whales>", b"ours").unwrap();
        for gone in ["href=\"./", "src=\"./", "connect-src", "'self'"] {
            assert!(!page.contains(gone), "{gone}");
        }
        for there in [
            "<title>Seals &amp; &lt;whales></title>",
            "<style id=\"style\">p { color: red }</style>",
            "<script id=\"entry\" type=\"module\">start($1)</script>",
            "id=\"archive\" type=\"application/gzip\"",
            "id=\"worker-module\" type=\"application/gzip\"",
            "id=\"names\" type=\"application/gzip\"",
            "'sha256-",
            "worker-src blob:",
        ] {
            assert!(page.contains(there), "{there}");
        }
        assert!(
            page.find("id=\"archive\"") < page.find("early()"),
            "the data stands before the script that reads it"
        );
    }

    #[test]
    fn the_weights_are_left_out_where_they_are_not_wanted() {
        let parts = Parts {
            names: None,
            ..PARTS
        };
        assert!(!pack(&parts, "Seals", b"").unwrap().contains("id=\"names\""));
    }

    #[test]
    fn a_page_that_lacks_a_part_is_an_error() {
        let page = PAGE.replace("id=\"worker\"", "");
        let parts = Parts {
            page: &page,
            ..PARTS
        };
        assert_eq!(pack(&parts, "", b""), Err(PackError::NoTag("worker")));
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let parts = Parts {
            entry: "let s = '</SCRIPT>';",
            ..PARTS
        };
        assert_eq!(
            pack(&parts, "", b""),
            Err(PackError::EndsEarly("entry script"))
        );
    }
}
