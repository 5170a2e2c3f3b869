//! Reads `index.html`: which files it names for the build, and where.
//!
//! The page is Trunk's: tags with `data-trunk` name what is built. So there is one page for both
//! builds. Of HTML, only what our own page has is understood.

use std::ops::Range;
use std::path::Path;

use crate::error::Error;
use crate::files;

/// The page as it stands in the repository.
#[derive(Debug)]
pub struct Page {
    /// Its text.
    pub html: String,
    /// The tags with `data-trunk`, in order.
    pub tags: Vec<Tag>,
}

/// A tag that names a file for the build.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// Where it stands in the page, as byte offsets, with its end tag.
    pub span: Range<usize>,
    /// What it names.
    pub kind: Kind,
    /// The file, relative to the repository; empty for [`Kind::Rust`].
    pub path: String,
}

/// What a tag names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Data, which our own build makes itself.
    Data,
    /// A style sheet.
    Css,
    /// The icon.
    Icon,
    /// The app.
    Rust,
    /// A script that is no module.
    Script,
}

impl Page {
    /// The files of one kind, in order.
    pub fn paths(&self, kind: Kind) -> impl Iterator<Item = &str> {
        let tags = self.tags.iter().filter(move |tag| tag.kind == kind);
        tags.map(|tag| tag.path.as_str())
    }
}

/// Reads the page of the repository.
///
/// # Errors
/// When it cannot be read or names something unknown.
pub fn read(root: &Path) -> Result<Page, Error> {
    parse(files::read_text(&root.join("index.html"))?)
}

/// Reads a page.
///
/// # Errors
/// When it names something unknown.
pub fn parse(html: String) -> Result<Page, Error> {
    // Comments name files too, as examples: they are blanked, so that offsets stay.
    let html = without_comments(html);
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let end = html[start..]
            .find('>')
            .map_or(html.len(), |n| start + n + 1);
        at = end;
        let text = &html[start..end];
        if !text.contains("data-trunk") {
            continue;
        }
        let (kind, path) = kind(text).ok_or_else(|| {
            Error::problem(
                format!("index.html: the build does not know the tag {text}"),
                "use rel=\"css\", \"icon\", \"copy-file\" or \"rust\" on a link, or src on a script",
            )
        })?;
        let end = if kind == Kind::Script {
            end + "</script>".len()
        } else {
            end
        };
        tags.push(Tag {
            span: start..end,
            kind,
            path: path.trim_start_matches("./").into(),
        });
    }
    Ok(Page { html, tags })
}

fn kind(tag: &str) -> Option<(Kind, &str)> {
    if tag.starts_with("<script") {
        return Some((Kind::Script, attribute(tag, "src")?));
    }
    match attribute(tag, "rel")? {
        "css" => Some((Kind::Css, attribute(tag, "href")?)),
        "icon" => Some((Kind::Icon, attribute(tag, "href")?)),
        "copy-file" => Some((Kind::Data, attribute(tag, "href")?)),
        "rust" => Some((Kind::Rust, "")),
        _ => None,
    }
}

/// The value of an attribute in double quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

fn without_comments(mut html: String) -> String {
    while let Some(start) = html.find("<!--") {
        let end = html[start..]
            .find("-->")
            .map_or(html.len(), |n| start + n + 3);
        html.replace_range(start..end, "");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> Page {
        parse(html.into()).expect("a page")
    }

    #[test]
    fn files_are_found_in_the_order_of_the_page() {
        let page = page(concat!(
            "<link data-trunk rel=\"css\" href=\"a.css\" />",
            "<script data-trunk src=\"./x.js\"></script>",
            "<link data-trunk rel=\"rust\" data-wasm-opt=\"z\">",
            "<link data-trunk rel=\"css\" href=\"b.css\">",
        ));
        assert_eq!(
            page.paths(Kind::Css).collect::<Vec<_>>(),
            ["a.css", "b.css"]
        );
        assert_eq!(page.paths(Kind::Script).collect::<Vec<_>>(), ["x.js"]);
        assert_eq!(
            &page.html[page.tags[1].span.clone()],
            "<script data-trunk src=\"./x.js\"></script>"
        );
    }

    #[test]
    fn a_tag_in_a_comment_counts_for_nothing() {
        let page = page("<!-- <link data-trunk rel=\"css\" href=\"a.css\"> --><p>");
        assert!(page.tags.is_empty());
        assert_eq!(page.html, "<p>");
    }

    #[test]
    fn an_unknown_tag_is_named() {
        let error = parse("<link data-trunk rel=\"sass\" href=\"a\">".into()).expect_err("unknown");
        assert!(error.to_string().contains("rel=\"sass\""));
    }
}
