//! Asks the queries of `tests/cases/queries.md` and compares the answers.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod common;

use dossier_engine::archive;
use dossier_engine::document::Published;
use dossier_engine::entity::{Entity, EntityKind, LinkReason, Mention};
use dossier_engine::explorer::{Explorer, Notice, SearchRequest};
use dossier_engine::id::{DocId, EntityId, TopicId};
use dossier_engine::index::Field;
use dossier_engine::pipeline::{AnalysedDocument, Collection};
use dossier_engine::span::Span;
use dossier_engine::topic::{Assignment, Topic};

const CASES: &str = include_str!("../../../tests/cases/queries.md");

#[test]
fn queries_find_what_the_cases_say() {
    let (collection, cases) = read();
    assert!(cases.len() > 40);
    let explorer = Explorer::open(archive::write(&collection)).unwrap();
    let mut failures = Vec::new();
    for (query, expected) in &cases {
        let marks: Vec<&str> = expected
            .iter()
            .filter_map(|line| line.strip_prefix("marks "))
            .collect();
        let mut answer = answer(&explorer, &collection, query);
        for line in marks {
            let (name, _) = line.split_once(':').unwrap();
            answer.push(format!(
                "marks {name}: {}",
                shown_marks(&explorer, &collection, query, name)
            ));
        }
        let trimmed: Vec<&str> = answer.iter().map(|line| line.trim_end()).collect();
        if trimmed != *expected {
            failures.push(format!(
                "`{query}`\n  expected {expected:#?}\n  got {trimmed:#?}"
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// The answer as the lines of a case.
fn answer(explorer: &Explorer, collection: &Collection, query: &str) -> Vec<String> {
    let answer = explorer.search(&SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    });
    let names = answer
        .documents
        .iter()
        .map(|hit| &collection.documents[hit.doc.index()].document.name);
    let names: Vec<&str> = names.map(String::as_str).collect();
    let mut lines = vec![format!("finds: {}", names.join(", "))];
    for problem in answer.problems {
        lines.push(format!(
            "problem: {} - {}",
            problem.span.slice(query),
            problem.message
        ));
    }
    for notice in answer.notices {
        lines.push(match notice {
            Notice::Corrected { typed, words } => {
                format!("corrected: {} -> {}", typed.slice(query), words.join(", "))
            }
            Notice::Unknown { typed, suggestions } => {
                format!(
                    "unknown: {} ? {}",
                    typed.slice(query),
                    suggestions.join(", ")
                )
            }
            Notice::Relaxed => "relaxed".into(),
            Notice::Entity { typed, entity } => {
                let key = &collection.entities[entity.index()].key;
                format!("entity: {} = {key}", typed.slice(query))
            }
        });
    }
    lines
}

/// The text of all matches in a document.
fn shown_marks(explorer: &Explorer, collection: &Collection, query: &str, name: &str) -> String {
    let named = |entry: &AnalysedDocument| entry.document.name == name;
    let doc = collection.documents.iter().position(named).unwrap();
    let document = &collection.documents[doc].document;
    let marks = explorer
        .matches(query, DocId(doc as u32))
        .into_iter()
        .map(|found| match found.field {
            Field::Title => format!("{} (title)", found.span.slice(&document.title)),
            Field::Byline => format!("{} (byline)", found.span.slice(&document.byline())),
            Field::Body => found.span.slice(&document.text).into(),
        });
    marks.collect::<Vec<String>>().join(" | ")
}

/// The collection and the cases, each a query with the lines under it.
fn read() -> (Collection, Vec<(&'static str, Vec<&'static str>)>) {
    let mut collection = Collection::default();
    let mut cases = Vec::new();
    for section in CASES.split("\n## ").skip(1) {
        let (heading, body) = section.split_once('\n').unwrap();
        let items = || body.lines().filter_map(|line| line.strip_prefix("- "));
        match heading {
            "Entities" => collection.entities = items().map(entity).collect(),
            "Topics" => collection.topics = items().map(topic).collect(),
            "Documents" => {
                for text in body.split("\n### ").skip(1) {
                    let entry = document(text, &collection);
                    collection.documents.push(entry);
                }
            }
            _ => {
                for case in body.split("\n### `").skip(1) {
                    let (query, lines) = case.split_once("`\n").unwrap();
                    let lines = lines.lines().filter(|line| !line.is_empty());
                    cases.push((query, lines.collect()));
                }
            }
        }
    }
    (collection, cases)
}

/// `kind key: Name, Alias`
fn entity(line: &str) -> Entity {
    let (head, names) = line.split_once(": ").unwrap();
    let (kind, key) = head.split_once(' ').unwrap();
    let mut names = names.split(", ").map(String::from);
    Entity {
        key: key.into(),
        name: names.next().unwrap(),
        kind: EntityKind::from_key(kind).unwrap(),
        aliases: names.collect(),
        description: None,
        country: None,
    }
}

/// `key: Name`
fn topic(line: &str) -> Topic {
    let (key, name) = line.split_once(": ").unwrap();
    Topic {
        key: key.into(),
        name: name.into(),
        description: String::new(),
    }
}

/// A name, lines of metadata, and paragraphs with marked mentions and topics.
fn document(text: &str, collection: &Collection) -> AnalysedDocument {
    let mut blocks = text.trim().split("\n\n");
    let name = blocks.next().unwrap();
    let metadata = blocks.next().unwrap();
    let field = |key: &str| {
        metadata
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
    };
    let paragraphs: Vec<Paragraph> = blocks.map(|block| paragraph(block, collection)).collect();
    let texts: Vec<&str> = paragraphs
        .iter()
        .map(|paragraph| paragraph.text.as_str())
        .collect();
    let mut document = common::document(name, field("title").unwrap(), &texts);
    document.publisher = field("publisher").map(String::from);
    document.published = field("published").map(|date| Published {
        date: date.parse().unwrap(),
        inferred: false,
        note: None,
    });
    let mut entry = common::analysed(document);
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let start = entry.document.blocks[number].span.start;
        entry
            .mentions
            .extend(paragraph.mentions.iter().map(|&(span, entity)| Mention {
                span: span.shifted(start),
                entity,
                reason: LinkReason::Name,
                stands_for: None,
            }));
        entry.topics[number].extend(paragraph.topic.map(|(topic, evidence)| Assignment {
            topic,
            strength: 1.0,
            evidence: vec![evidence.shifted(start)],
        }));
    }
    entry
}

/// A paragraph without its marks, and what they say.
struct Paragraph {
    text: String,
    mentions: Vec<(Span, EntityId)>,
    topic: Option<(TopicId, Span)>,
}

fn paragraph(marked: &str, collection: &Collection) -> Paragraph {
    let (marked, topic) = match marked.split_once(" {") {
        Some((marked, topic)) => (marked, topic.strip_suffix('}')),
        None => (marked, None),
    };
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut pieces = marked.split('[');
    text.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (name, rest) = piece.split_once("](").unwrap();
        let (key, rest) = rest.split_once(')').unwrap();
        let start = text.len() as u32;
        text.push_str(name);
        let entity = collection
            .entities
            .iter()
            .position(|entity| entity.key == key)
            .unwrap();
        mentions.push((Span::new(start, text.len() as u32), EntityId(entity as u32)));
        text.push_str(rest);
    }
    let topic = topic.map(|topic| {
        let (key, evidence) = topic.split_once(": ").unwrap();
        let topic = collection
            .topics
            .iter()
            .position(|topic| topic.key == key)
            .unwrap();
        let start = text.find(evidence).unwrap() as u32;
        (
            TopicId(topic as u32),
            Span::new(start, start + evidence.len() as u32),
        )
    });
    Paragraph {
        text,
        mentions,
        topic,
    }
}
