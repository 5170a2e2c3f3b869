//! Runs the cases of `tests/cases/entities*.md` and `dates*.md`, and with the tagger those of
//! `names*.md`.
//!
//! A case is a section with a `text` fence, whose info string may give the date of publication, and
//! the list of all mentions in it, in order: the text of the mention, its entity, why, and for whom
//! it stands; for one of several namesakes also why they are kept apart. A line `---` begins another
//! document. A `toml` fence defines the collection for all cases after it in its file. In a text
//! `# ` begins a heading.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where its data is not as expected"
)]

use std::fmt::Write;
use std::path::Path;

use dossier_engine::collection;
use dossier_engine::document::{Block, BlockKind, Document, Published};
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::{LinkReason, recognise};
use dossier_engine::id::EntityId;
use dossier_engine::source::Source;
use dossier_engine::span::Span;

#[derive(Default)]
struct Case {
    name: String,
    definition: String,
    published: Option<String>,
    text: String,
    expected: Vec<String>,
}

/// The cases of a file.
fn cases(markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut definition = String::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case {
                name: name.into(),
                ..Case::default()
            });
        } else if let Some(info) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let mut info = info.split(' ');
            if info.next() == Some("toml") {
                definition = body.join("\n");
            } else if let Some(case) = cases.last_mut() {
                case.text = body.join("\n");
                case.published = info.next().map(Into::into);
                case.definition.clone_from(&definition);
            }
        } else if let (Some(expected), Some(case)) = (line.strip_prefix("- "), cases.last_mut()) {
            case.expected.push(expected.into());
        }
    }
    cases.retain(|case| !case.text.is_empty());
    cases
}

fn document(case: &Case, number: usize, text: &str) -> Document {
    let mut document = Document {
        name: format!("case-{number}"),
        language: "en".into(),
        published: case.published.as_ref().map(|date| Published {
            date: date.parse().unwrap(),
            inferred: false,
            note: None,
        }),
        ..Document::default()
    };
    for block in text.trim().split("\n\n") {
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let (kind, text) = match block.strip_prefix("# ") {
            Some(heading) => (BlockKind::Heading(1), heading),
            None => (BlockKind::Paragraph, block),
        };
        let start = document.text.len() as u32;
        document.text.push_str(text);
        let span = Span::new(start, document.text.len() as u32);
        document.blocks.push(Block { kind, span });
    }
    document
}

fn reason(reason: &LinkReason, text: &str) -> String {
    match reason {
        LinkReason::Name => "name".into(),
        LinkReason::Alias => "alias".into(),
        LinkReason::ShortForm { full } => format!("short for {}", full.slice(text)),
        LinkReason::OnlyFit => "only fit".into(),
        LinkReason::Title { title } => format!("title {title}"),
        LinkReason::Derived => "derived".into(),
        LinkReason::Rule => "rule".into(),
        LinkReason::Resolved => "resolved".into(),
        LinkReason::Recognised => "recognised".into(),
    }
}

/// The mentions of a case as its list has them.
fn found(case: &Case, tagger: Option<&Tagger>) -> Vec<String> {
    let mut diagnostics = Vec::new();
    let source = Source {
        path: "collection.toml",
        bytes: case.definition.as_bytes(),
    };
    let definition = collection::parse(source, &mut diagnostics);
    assert_eq!(diagnostics, [], "{}", case.name);
    let texts = case.text.split("\n---\n").enumerate();
    let documents: Vec<Document> = texts
        .map(|(number, text)| document(case, number, text))
        .collect();
    let recognition = recognise(&documents, &definition.entities, tagger);
    let entity = |id: EntityId| &recognition.entities[id.index()];
    let mut lines = Vec::new();
    for (document, mentions) in documents.iter().zip(&recognition.mentions) {
        for mention in mentions {
            let own = entity(mention.entity);
            let mut line = format!(
                "{} → {} · {}",
                mention.span.slice(&document.text),
                own.name,
                reason(&mention.reason, &document.text)
            );
            if let Some(country) = mention.stands_for {
                write!(line, " · for {}", entity(country).name).unwrap();
            }
            let kept_apart = own.description.iter();
            for reason in kept_apart.filter(|line| line.starts_with("Kept apart")) {
                write!(line, " · {reason}").unwrap();
            }
            lines.push(line);
        }
    }
    lines
}

#[test]
fn mentions_are_as_the_case_files_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            ["entities", "dates", "names"]
                .iter()
                .any(|start| name.starts_with(start))
        })
        .collect();
    paths.sort();
    let mut wrong = String::new();
    let mut count = 0;
    let model = include_bytes!("../models/english.tagger");
    let tagger = Tagger::from_bytes(model).unwrap();
    for path in &paths {
        let name = path.file_name().unwrap().to_string_lossy();
        let by_tagger = name.starts_with("names");
        for case in cases(&std::fs::read_to_string(path).unwrap()) {
            count += 1;
            let found = found(&case, Some(&tagger).filter(|_| by_tagger));
            if found != case.expected {
                let file = path.file_name().unwrap().to_string_lossy();
                write!(wrong, "\n{file}: {}\n", case.name).unwrap();
                for line in &found {
                    let mark = if case.expected.contains(line) {
                        ' '
                    } else {
                        '+'
                    };
                    writeln!(wrong, "{mark} - {line}").unwrap();
                }
                for line in case.expected.iter().filter(|line| !found.contains(line)) {
                    writeln!(wrong, "- - {line}").unwrap();
                }
            }
        }
    }
    assert!(count > 20, "{count} cases");
    assert!(wrong.is_empty(), "{wrong}");
}
