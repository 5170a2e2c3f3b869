//! A site in one file: styles and scripts stand in the page, the module and the archive as
//! compressed data. Its policy allows what the file itself holds, by hash, and no network at all.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::app::{App, AppError, attribute, tag};
use super::titled;

/// The page as one file.
///
/// # Errors
/// When a file of the app is missing or cannot stand in a page.
pub fn single_file(app: &App, title: &str, archive: &[u8]) -> Result<String, AppError> {
    let mut page = titled(app.page()?, title);
    let missing = |what: &str| AppError::Incomplete(what.to_owned());

    let style_tag = find(&page, "rel=\"stylesheet\"")?;
    let style = app.text(attribute(&style_tag, "href").ok_or_else(|| missing("style sheet"))?)?;
    let icon_tag = find(&page, "rel=\"icon\"")?;
    let icon = app.bytes(attribute(&icon_tag, "href").ok_or_else(|| missing("icon"))?)?;
    let module_tag = find(&page, "type=\"application/wasm\"")?;
    let module = app.bytes(attribute(&module_tag, "href").ok_or_else(|| missing("module"))?)?;
    let entry_tag = find(&page, "type=\"module\"")?;
    let entry = app.text(attribute(&entry_tag, "src").ok_or_else(|| missing("script"))?)?;
    let shell_tag = find(&page, "<script src=")?;
    let shell = app.text(attribute(&shell_tag, "src").ok_or_else(|| missing("shell script"))?)?;
    let archive_tag = find(&page, "id=\"archive\"")?;
    for (name, text, end) in [
        ("style", style, "</style"),
        ("script", entry, "</script"),
        ("script", shell, "</script"),
    ] {
        if text.to_ascii_lowercase().contains(end) {
            return Err(missing(&format!(
                "{name} that can stand in a page: one holds {end}"
            )));
        }
    }

    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(shell),
        hash(entry),
        hash(style)
    );
    let old_policy = find(&page, "http-equiv=\"Content-Security-Policy\"")?;
    let icon = STANDARD.encode(icon);
    for (old, new) in [
        (
            old_policy,
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        ),
        (style_tag, format!("<style>{style}</style>")),
        (
            icon_tag,
            format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"),
        ),
        (archive_tag, data("archive", archive)),
        (module_tag, data("module", module)),
        (
            format!("{shell_tag}</script>"),
            format!("<script>{shell}</script>"),
        ),
        (
            format!("{entry_tag}</script>"),
            format!("<script type=\"module\">{entry}</script>"),
        ),
    ] {
        page = page.replacen(&old, &new, 1);
    }
    Ok(page)
}

fn find(page: &str, text: &str) -> Result<String, AppError> {
    tag(page, text)
        .map(str::to_owned)
        .ok_or_else(|| AppError::Incomplete(format!("tag with {text}")))
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
