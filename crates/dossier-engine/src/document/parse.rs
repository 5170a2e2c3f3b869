//! From a file to a document: decode, part front matter from body, read the body, find the title.

use super::blocks::BlockWriter;
use super::decode::{decode, one_line};
use super::front_matter::{self, FrontMatter};
use super::{BlockKind, Document, format};
use crate::diagnostic::{Diagnostic, Report};
use crate::source::Source;

/// A document with what is known of its file.
#[derive(Debug)]
pub struct Parsed {
    /// The document.
    pub document: Document,
    /// Line that says of which document it is another edition.
    pub edition_line: Option<u32>,
}

/// Understands a file as a document, by the format that its name and content show. `None` where
/// nothing of it can be shown; the diagnostics say why.
#[must_use]
pub fn parse(source: Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Document> {
    parse_located(source, diagnostics).map(|parsed| parsed.document)
}

/// [`parse`], with lines for the problems that only the whole collection shows.
pub fn parse_located(source: Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Parsed> {
    let report = &mut Report::new(source.path, diagnostics);
    let Some(read) = format::reader(source.path) else {
        let known: Vec<String> = format::extensions().map(|e| [".", e].concat()).collect();
        report.error(
            None,
            "the file has no known format and is left out",
            format!("documents are files that end in {}", known.join(", ")),
        );
        return None;
    };
    let text = decode(source.bytes, report)?;
    let (front_matter, body) = front_matter::split(&text, report);

    let mut writer = BlockWriter::default();
    read(body, &mut writer);
    let (text, blocks) = writer.finish();
    let name = name(source.path);
    let edition_line = front_matter.edition_of.as_ref().map(|(_, line)| *line);
    let mut document = assemble(name, front_matter, text, blocks);
    choose_title(&mut document, report);
    if document.blocks.is_empty() {
        report.error(
            None,
            "the document has no text and is left out",
            "write its text below the front matter and the title",
        );
        return None;
    }
    Some(Parsed {
        document,
        edition_line,
    })
}

fn assemble(
    name: &str,
    front_matter: FrontMatter,
    text: String,
    blocks: Vec<super::Block>,
) -> Document {
    Document {
        name: name.to_owned(),
        title: front_matter.title.unwrap_or_default(),
        language: front_matter.language.unwrap_or_else(|| "en".into()),
        kind: front_matter.kind,
        publisher: front_matter.publisher,
        source_title: front_matter.source_title,
        authors: front_matter.authors,
        contributors: front_matter.contributors,
        editors: front_matter.editors,
        dateline: front_matter.dateline,
        published: front_matter.published,
        edition_of: front_matter.edition_of.map(|(name, _)| name),
        text,
        blocks,
    }
}

/// The file's name without folders and extension.
fn name(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or(file, |(name, _)| name)
}

/// Takes the first heading of level 1, or else the file's name, as the title that front matter does
/// not give. A heading that only repeats the title at the top of the text is removed.
fn choose_title(document: &mut Document, report: &mut Report<'_>) {
    if document.title.is_empty() {
        let headings = document.blocks.iter();
        let mut headings = headings.filter(|block| block.kind == BlockKind::Heading(1));
        let heading = headings.next().map(|block| block.span);
        if let Some(title) = heading.and_then(|span| one_line(span.slice(&document.text))) {
            document.title = title;
        } else {
            document.title = readable(&document.name);
            let title = &document.title;
            report.warning(
                None,
                format!("the document has no title; `{title}` is taken from the file's name"),
                "add `title` to the front matter or begin the text with `# Title`",
            );
        }
    }
    let first = document.blocks.first().copied();
    if let Some(first) = first
        && !first.kind.is_passage()
        && one_line(first.span.slice(&document.text)).as_ref() == Some(&document.title)
    {
        remove_first_block(document);
    }
}

fn remove_first_block(document: &mut Document) {
    document.blocks.remove(0);
    let start = document.blocks.first().map(|block| block.span.start);
    let start = start.unwrap_or(document.text.len() as u32);
    document.text.drain(..start as usize);
    for block in &mut document.blocks {
        block.span.start -= start;
        block.span.end -= start;
    }
}

/// A file's name as a title: `arms-deal_2023` reads `Arms deal 2023`.
fn readable(name: &str) -> String {
    let spaced = name.replace(['-', '_', '.'], " ");
    let spaced = one_line(&spaced).unwrap_or_else(|| "Untitled".into());
    let mut characters = spaced.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters.as_str().chars()).collect()
}
