//! `dossier entities`: names, dates and quantities in texts.

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use dossier_engine::collection;
use dossier_engine::date::PartialDate;
use dossier_engine::document::{Block, BlockKind, Document, Published};
use dossier_engine::entity::{Entity, EntityKind, LinkReason, Mention, Recogniser, Recognition};
use dossier_engine::id::EntityId;
use dossier_engine::source::Source;
use dossier_engine::span::Span;
use dossier_files::english_tagger;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Ending;
use crate::args::EntitiesArgs;
use crate::output::{Failure, clean, print, read_text};

/// Prints what is found in each file.
pub fn run(args: &EntitiesArgs) -> Result<Ending, Failure> {
    let tagger = english_tagger()?;
    let mut diagnostics = Vec::new();
    let listed = match &args.collection {
        Some(path) => {
            let text = read_text(path)?;
            let source = Source {
                path: &path.to_string_lossy(),
                bytes: text.as_bytes(),
            };
            collection::parse(source, &mut diagnostics).entities
        }
        None => Vec::new(),
    };
    for diagnostic in &diagnostics {
        let line = diagnostic.line.unwrap_or(1);
        eprintln!("{}, line {line}: {}", diagnostic.file, diagnostic.message);
    }
    let recogniser = Recogniser::new(&listed, Some(&tagger));
    for path in &args.files {
        let text = read_text(path)?;
        if args.jsonl {
            lines(&recogniser, &text, path, args.published)?;
            continue;
        }
        let (document, found, took) = recognise(&recogniser, text, args.published);
        if args.json {
            let spans = spans(&document, &found);
            let secs = took.as_secs_f64();
            print(&format!("{}\n", json!({ "spans": spans, "secs": secs })))?;
        } else {
            print(&listing(&document, &found))?;
        }
    }
    Ok(Ending::fine_if(diagnostics.is_empty()))
}

/// A text of a file of lines.
#[derive(Deserialize)]
struct Line {
    id: Value,
    text: String,
    published: Option<String>,
}

fn lines(
    recogniser: &Recogniser<'_>,
    file: &str,
    path: &Path,
    published: Option<PartialDate>,
) -> Result<(), Failure> {
    let mut sum = Duration::ZERO;
    for (number, line) in file.lines().enumerate() {
        let line: Line = serde_json::from_str(line).map_err(|error| Failure::Line {
            path: path.to_owned(),
            line: number + 1,
            error,
        })?;
        let own = line.published.and_then(|date| date.parse().ok());
        let (document, found, took) = recognise(recogniser, line.text, own.or(published));
        sum += took;
        let spans = spans(&document, &found);
        print(&format!("{}\n", json!({ "id": line.id, "spans": spans })))?;
    }
    print(&format!("{}\n", json!({ "secs": sum.as_secs_f64() })))
}

/// What is found in a text, and how long finding it took.
fn recognise(
    recogniser: &Recogniser<'_>,
    text: String,
    published: Option<PartialDate>,
) -> (Document, Recognition, Duration) {
    let document = document(text, published);
    let start = Instant::now();
    let found = recogniser.recognise(std::slice::from_ref(&document));
    (document, found, start.elapsed())
}

/// A plain text as a document of paragraphs, so that its offsets stay those of the file.
fn document(text: String, published: Option<PartialDate>) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive("\n\n") {
        let own = part.trim_start();
        let from = start + part.len() - own.len();
        let span = Span::new(from as u32, (from + own.trim_end().len()) as u32);
        if !span.is_empty() {
            let kind = BlockKind::Paragraph;
            blocks.push(Block { kind, span });
        }
        start += part.len();
    }
    Document {
        language: "en".into(),
        published: published.map(|date| Published {
            date,
            inferred: false,
            note: None,
        }),
        text,
        blocks,
        ..Document::default()
    }
}

fn spans(document: &Document, found: &Recognition) -> Vec<Value> {
    let name = |id: EntityId| found.entities.get(id.index()).map(|entity| &entity.name);
    let mentions = found.mentions.iter().flatten();
    mentions
        .filter_map(|mention| {
            let entity = found.entities.get(mention.entity.index())?;
            Some(json!({
                "start": mention.span.start,
                "end": mention.span.end,
                "type": kind(entity),
                "canonical": entity.name,
                "metonym_of": mention.stands_for.and_then(name),
                "reason": reason(mention, document),
            }))
        })
        .collect()
}

fn listing(document: &Document, found: &Recognition) -> String {
    let mut lines = String::new();
    for mention in found.mentions.iter().flatten() {
        let Some(entity) = found.entities.get(mention.entity.index()) else {
            continue;
        };
        let said = clean(mention.span.slice(&document.text));
        let (name, kind) = (clean(&entity.name), kind(entity));
        let (start, end) = (mention.span.start, mention.span.end);
        let why = clean(&reason(mention, document));
        let stands_for = mention
            .stands_for
            .and_then(|id| found.entities.get(id.index()));
        let stands_for =
            stands_for.map_or(String::new(), |own| format!(", for {}", clean(&own.name)));
        // Writing to a string does not fail.
        let _ = writeln!(
            lines,
            "{start}..{end}\t{kind}\t{said}\t{name}{stands_for}\t{why}"
        );
    }
    lines
}

/// The name of an entity's kind in labelled corpora.
fn kind(entity: &Entity) -> &'static str {
    match entity.kind {
        EntityKind::Person => "PERSON",
        EntityKind::Organisation => "ORG",
        EntityKind::Place => "PLACE",
        EntityKind::Group => "NORP",
        EntityKind::Weapon => "WEAPON",
        EntityKind::Event => "EVENT",
        EntityKind::Law => "TREATY_OR_LAW",
        EntityKind::Date => "DATE",
        EntityKind::Quantity => "QUANTITY",
    }
}

fn reason(mention: &Mention, document: &Document) -> String {
    match &mention.reason {
        LinkReason::Name => "name".into(),
        LinkReason::Alias => "another name".into(),
        LinkReason::ShortForm { full } => {
            format!("short for {}", full.slice(&document.text))
        }
        LinkReason::OnlyFit => "the only one it fits".into(),
        LinkReason::Title { title } => format!("title {title}"),
        LinkReason::Derived => "derived".into(),
        LinkReason::Rule => "rule".into(),
        LinkReason::Resolved => "reckoned from the date of publication".into(),
        LinkReason::Recognised => "form and surroundings".into(),
    }
}
