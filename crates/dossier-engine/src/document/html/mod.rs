//! HTML: the article of a page and what the page states about it.
//!
//! The article is the element that holds the most running text for itself. What stands outside,
//! and in elements that say they are menus, captions, adverts and the like, is kept aside.

mod article;
mod attributes;
mod entities;
mod metadata;
mod page;
mod token;

use super::blocks::BlockWriter;

/// Extracts the article of a page.
pub fn read(html: &str, first_line: u32, writer: &mut BlockWriter) {
    let page = page::read(html);
    writer.state(metadata::read(&page));
    article::write(&page, first_line, writer);
}

/// The label of the encoding that the head of a page states.
pub fn encoding(bytes: &[u8]) -> Option<&[u8]> {
    /// How far into the file the statement may stand, in bytes.
    const LOOKED_AT: usize = 2048;
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let at = head
        .windows(7)
        .position(|window| window.eq_ignore_ascii_case(b"charset"))?;
    let rest = head[at + 7..]
        .trim_ascii_start()
        .strip_prefix(b"=")?
        .trim_ascii_start();
    let rest = rest
        .strip_prefix(b"\"")
        .or_else(|| rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let end = rest
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_'));
    Some(&rest[..end.unwrap_or(rest.len())]).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests;
