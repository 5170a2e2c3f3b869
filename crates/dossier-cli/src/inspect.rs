//! `dossier inspect`: shows what is understood of documents.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use dossier_engine::collection::{self, CollectionDefinition};
use dossier_engine::diagnostic::Diagnostic;
use dossier_engine::document::{self, Reading};
use dossier_engine::pipeline::{self, AnalysedDocument, Collection};
use dossier_engine::source::Source;
use dossier_files::english_tagger;
use serde_json::{Map, Value, json};

use crate::Ending;
use crate::args::InspectArgs;
use crate::output::{Failure, clean, print};

/// The definition of the collection that is shipped.
const SHIPPED: &[u8] = include_bytes!("../../../corpus/collection.toml");

/// A file with what was read from it.
struct Inspected {
    /// The file as it was given.
    file: String,
    reading: Reading,
}

/// Reads the files and prints what is understood of them.
pub fn run(args: &InspectArgs) -> Result<Ending, Failure> {
    let mut diagnostics = Vec::new();
    let definition = definition(args.collection.as_deref(), &mut diagnostics)?;
    let mut inspected = Vec::new();
    let mut missing = 0;
    for path in &args.files {
        let file = path.to_string_lossy().into_owned();
        let bytes = read(path)?;
        let source = Source {
            path: &file,
            bytes: &bytes,
        };
        let readings = document::read_with(source, &definition.columns, &mut diagnostics);
        missing += usize::from(readings.is_empty());
        inspected.extend(readings.into_iter().map(|reading| Inspected {
            file: match reading.record {
                Some(line) => format!("{file}:{line}"),
                None => file.clone(),
            },
            reading,
        }));
    }
    let documents = inspected.iter().map(|one| one.reading.document.clone());
    let tagger = english_tagger()?;
    let collection = pipeline::collect(documents.collect(), definition, Some(&tagger));
    for diagnostic in &diagnostics {
        eprintln!("{}", clean_lines(&diagnostic.to_string()));
    }
    let text = if args.json {
        format!("{:#}\n", as_json(&inspected, &collection))
    } else {
        as_text(&inspected, &collection, args.aside)
    };
    print(&text)?;
    Ok(Ending::fine_if(missing == 0))
}

fn definition(
    path: Option<&Path>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<CollectionDefinition, Failure> {
    let Some(path) = path else {
        let source = Source {
            path: "collection.toml",
            bytes: SHIPPED,
        };
        return Ok(collection::parse(source, diagnostics));
    };
    let file = path.to_string_lossy();
    let bytes = read(path)?;
    Ok(collection::parse(
        Source {
            path: &file,
            bytes: &bytes,
        },
        diagnostics,
    ))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::Read {
        path: path.to_owned(),
        error,
    })
}

fn as_json(inspected: &[Inspected], collection: &Collection) -> Value {
    let mut docs = Map::new();
    for (one, analysed) in inspected.iter().zip(&collection.documents) {
        docs.insert(
            one.file.clone(),
            document_as_json(&one.reading, analysed, collection),
        );
    }
    let pairs = duplicates(inspected, collection);
    json!({ "docs": docs, "near_duplicates": pairs })
}

fn document_as_json(
    reading: &Reading,
    analysed: &AnalysedDocument,
    collection: &Collection,
) -> Value {
    let document = &reading.document;
    let dateline = document.dateline.join("/");
    let paragraphs = paragraphs(reading, analysed, collection)
        .map(|(lines, topics)| json!({ "lines": lines, "topics": topics }));
    json!({
        "title": document.title,
        "publisher": document.publisher,
        "authors": document.authors,
        "date": document.published.as_ref().map(|published| published.date.to_string()),
        "dateline": Some(dateline).filter(|dateline| !dateline.is_empty()),
        "language": document.language,
        "boilerplate_lines": reading.aside_lines(),
        "paragraphs": paragraphs.collect::<Vec<Value>>(),
    })
}

/// The blocks of a document as their lines and the keys of their topics.
fn paragraphs<'r>(
    reading: &'r Reading,
    analysed: &'r AnalysedDocument,
    collection: &'r Collection,
) -> impl Iterator<Item = (&'r [u32], Vec<&'r str>)> {
    let mut topics = analysed.topics.iter();
    reading
        .document
        .blocks
        .iter()
        .zip(&reading.lines)
        .map(move |(block, lines)| {
            let assigned = block.kind.is_passage().then(|| topics.next()).flatten();
            let keys = assigned.into_iter().flatten().filter_map(|assignment| {
                let topic = collection.topics.get(assignment.topic.index())?;
                Some(topic.key.as_str())
            });
            (lines.as_slice(), keys.collect())
        })
}

/// The pairs of files that are editions of one text, each once, in the order in which they were
/// given.
fn duplicates<'i>(inspected: &'i [Inspected], collection: &Collection) -> Vec<[&'i str; 2]> {
    let mut pairs = Vec::new();
    for (at, analysed) in collection.documents.iter().enumerate() {
        let others = analysed.related.iter().filter(|related| related.edition);
        let mut others: Vec<usize> = others.map(|related| related.doc.index()).collect();
        others.sort_unstable();
        for other in others.into_iter().filter(|&other| other > at) {
            if let (Some(one), Some(two)) = (inspected.get(at), inspected.get(other)) {
                pairs.push([one.file.as_str(), two.file.as_str()]);
            }
        }
    }
    pairs
}

fn as_text(inspected: &[Inspected], collection: &Collection, aside: bool) -> String {
    let mut text = String::new();
    for (one, analysed) in inspected.iter().zip(&collection.documents) {
        let mut write = |line: String| {
            text.push_str(&clean(&line));
            text.push('\n');
        };
        write(one.file.clone());
        write(format!("  {}", one.reading.document.title));
        for fact in &one.reading.facts {
            let place = fact
                .line
                .map_or_else(String::new, |line| format!("line {line}: "));
            let inferred = if fact.inferred { ", inferred" } else { "" };
            write(format!(
                "  {:<12}{}  ({place}{}{inferred})",
                fact.kind.name(),
                fact.value,
                fact.evidence
            ));
        }
        if one.reading.facts.is_empty() {
            for line in stated(&one.reading) {
                write(line);
            }
        }
        let blocks = one.reading.document.blocks.iter();
        for (block, (lines, topics)) in blocks.zip(paragraphs(&one.reading, analysed, collection)) {
            let start = block.span.slice(&one.reading.document.text);
            let topics = if topics.is_empty() {
                String::new()
            } else {
                format!("  [{}]", topics.join(", "))
            };
            write(format!(
                "  {:>9}  {}{topics}",
                range(lines),
                shortened(start)
            ));
        }
        if aside {
            write("  kept aside:".into());
            for aside in &one.reading.aside {
                write(format!(
                    "  {:>9}  {}: {}",
                    range(&aside.lines),
                    aside.kind.name(),
                    shortened(&aside.text)
                ));
            }
        } else if !one.reading.aside.is_empty() {
            write(format!(
                "  {} lines kept aside; --aside shows them",
                one.reading.aside_lines().len()
            ));
        }
        write(String::new());
    }
    for [one, two] in duplicates(inspected, collection) {
        let _ = writeln!(
            text,
            "{} and {} are editions of one text",
            clean(one),
            clean(two)
        );
    }
    text
}

/// What front matter states.
fn stated(reading: &Reading) -> Vec<String> {
    let document = &reading.document;
    let published = document
        .published
        .as_ref()
        .map(|published| published.date.to_string());
    let rows = [
        ("publisher", document.publisher.clone().unwrap_or_default()),
        ("author", document.authors.join(", ")),
        ("dateline", document.dateline.join("/")),
        ("published", published.unwrap_or_default()),
        ("language", document.language.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    rows.map(|(name, value)| format!("  {name:<12}{value}"))
        .collect()
}

fn range(lines: &[u32]) -> String {
    match lines {
        [] => String::new(),
        [line] => line.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(72).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<String>>().join("\n")
}
