//! From a file to documents: decode, part front matter from body, read the body, clean it, find
//! the title.

use super::blocks::{BlockWriter, Extract};
use super::clean::{self, Cleaned};
use super::decode::{decode_up_to, one_line};
use super::format::{self, Reader};
use super::front_matter::{self, FrontMatter};
use super::{
    BlockKind, Columns, Document, Fact, FactKind, Published, Reading, language, plain, records,
};
use crate::diagnostic::{Diagnostic, Report};
use crate::order;
use crate::source::Source;

/// Understands a file as a document, by the format that its name shows. `None` where nothing of it
/// can be shown; the diagnostics say why. Of a file that holds several documents the first.
#[must_use]
pub fn parse(source: Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Document> {
    read(source, diagnostics).map(|reading| reading.document)
}

/// [`parse`], with the lines of the file, what was kept aside, and what shows the rest.
#[must_use]
pub fn read(source: Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Reading> {
    read_with(source, &Columns::default(), diagnostics)
        .into_iter()
        .next()
}

/// All documents of a file; `columns` says where those of a table are.
///
/// A file with front matter is taken as it is: somebody has written down what it holds. Any other
/// that is one document is cleaned as text copied from the web.
#[must_use]
pub fn read_with(
    source: Source<'_>,
    columns: &Columns,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Reading> {
    let report = &mut Report::new(source.path, diagnostics);
    let Some(format) = format::format(source.path) else {
        let known: Vec<String> = format::extensions().map(|e| [".", e].concat()).collect();
        report.error(
            None,
            "the file has no known format and is left out",
            format!("documents are files that end in {}", known.join(", ")),
        );
        return Vec::new();
    };
    let label = (format.encoding)(source.bytes);
    let Some(text) = decode_up_to(format.most, label, source.bytes, report) else {
        return Vec::new();
    };
    match format.reader {
        Reader::Text(read) => read_text(source.path, &text, read, report)
            .into_iter()
            .collect(),
        Reader::Records(read) => {
            let records = read(&text, report);
            records::readings(name(source.path), records, columns, report)
        }
    }
}

fn read_text(
    path: &str,
    text: &str,
    read: fn(&str, u32, &mut BlockWriter),
    report: &mut Report<'_>,
) -> Option<Reading> {
    let (front_matter, body) = front_matter::split(text, report);
    let curated = body.len() < text.len();
    let above = &text[..text.len() - body.len()];
    let first_line = above.matches('\n').count() as u32 + 1;

    let mut writer = BlockWriter::default();
    read(body, first_line, &mut writer);
    let mut extracted = writer.finish();
    let mut cleaned = if curated {
        let pieces = plain::paragraphs(extracted.pieces);
        Cleaned {
            pieces,
            ..Cleaned::default()
        }
    } else {
        clean::take_labelled(&mut extracted);
        clean::clean(extracted.pieces, path)
    };
    cleaned.aside.extend(extracted.aside);
    order::sort_by(&mut cleaned.aside, |a, b| a.lines.cmp(&b.lines));
    take_stated(&mut cleaned, extracted.stated);
    let edition_line = front_matter.edition_of.as_ref().map(|(_, line)| *line);
    let mut reading = assemble(name(path), front_matter, cleaned);
    reading.edition_line = edition_line;
    choose_title(&mut reading, report);
    reading.document.left_out = reading.left_out();
    if reading.document.blocks.is_empty() {
        report.error(
            None,
            "the document has no text and is left out",
            "write its text below the front matter and the title",
        );
        return None;
    }
    Some(reading)
}

/// What a format states goes before what was found in the text.
fn take_stated(cleaned: &mut Cleaned, mut stated: Vec<Fact>) {
    stated.retain_mut(|fact| {
        let dated = matches!(fact.kind, FactKind::Published | FactKind::Updated);
        let Some(published) = dated.then(|| records::published(&fact.value)) else {
            return true;
        };
        if let Some(published) = &published {
            fact.value = published.date.to_string();
        }
        published.is_some()
    });
    for fact in &mut stated {
        if fact.kind == FactKind::Title {
            fact.value = clean::headline(&fact.value);
        }
    }
    let published = stated.iter().find(|fact| fact.kind == FactKind::Published);
    if let Some(fact) = published
        && let Ok(date) = fact.value.parse()
    {
        cleaned.published = Some(clean::FoundDate {
            date,
            inferred: false,
            note: fact.evidence.clone(),
        });
    }
    cleaned
        .facts
        .retain(|found| !stated.iter().any(|fact| fact.kind == found.kind));
    stated.append(&mut cleaned.facts);
    order::sort_by_key(&mut stated, |fact| fact.kind);
    cleaned.facts = stated;
}

/// Puts together what front matter states and what was found in the text. What is stated wins.
fn assemble(name: &str, front_matter: FrontMatter, cleaned: Cleaned) -> Reading {
    let Extract {
        text,
        blocks,
        lines,
    } = Extract::new(cleaned.pieces);
    let mut facts = cleaned.facts;
    let found = |kind: FactKind, stated: Vec<String>| -> Vec<String> {
        if !stated.is_empty() {
            return stated;
        }
        let values = facts.iter().filter(|fact| fact.kind == kind);
        values.map(|fact| fact.value.clone()).collect()
    };
    let first = |kind: FactKind, stated: Option<String>| {
        found(kind, stated.into_iter().collect()).into_iter().next()
    };
    let published = front_matter.published.or_else(|| {
        cleaned.published.map(|found| Published {
            date: found.date,
            inferred: found.inferred,
            note: one_line(&found.note),
        })
    });
    let document = Document {
        name: name.to_owned(),
        title: first(FactKind::Title, front_matter.title).unwrap_or_default(),
        kind: front_matter.kind,
        publisher: first(FactKind::Publisher, front_matter.publisher),
        source_title: front_matter.source_title,
        authors: found(FactKind::Author, front_matter.authors),
        contributors: found(FactKind::Contributor, front_matter.contributors),
        editors: found(FactKind::Editor, front_matter.editors),
        dateline: found(FactKind::Dateline, front_matter.dateline),
        published,
        edition_of: front_matter.edition_of.map(|(name, _)| name),
        language: front_matter
            .language
            .or_else(|| {
                let stated = facts.iter().find(|fact| fact.kind == FactKind::Language)?;
                let good = (2..=12).contains(&stated.value.len()) && stated.value.is_ascii();
                good.then(|| stated.value.clone())
            })
            .unwrap_or_else(|| {
                let detected = language::detect(&text);
                facts.extend(detected.map(|tag| Fact {
                    kind: FactKind::Language,
                    value: tag.to_owned(),
                    line: None,
                    evidence: "the script and the smallest words of the text".into(),
                    inferred: true,
                }));
                detected.unwrap_or("en").to_owned()
            }),
        text,
        blocks,
        left_out: Vec::new(),
    };
    Reading {
        document,
        lines,
        aside: cleaned.aside,
        facts,
        record: None,
        edition_line: None,
    }
}

/// The file's name without folders and extension.
fn name(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or(file, |(name, _)| name)
}

/// Takes the first heading of level 1, or else the file's name, as the title that neither front
/// matter nor the text gives. A heading that only repeats the title at the top of the text is
/// removed.
fn choose_title(reading: &mut Reading, report: &mut Report<'_>) {
    let document = &mut reading.document;
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
        remove_first_block(reading);
    }
}

fn remove_first_block(reading: &mut Reading) {
    let document = &mut reading.document;
    document.blocks.remove(0);
    reading.lines.remove(0);
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
