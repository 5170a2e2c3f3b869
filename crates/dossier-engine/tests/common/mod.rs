//! Small collections for tests: by hand, and at random.
#![allow(dead_code, reason = "each test binary uses a part")]

use dossier_engine::date::PartialDate;
use dossier_engine::document::{AsideKind, Block, BlockKind, Document, LeftOut, Published};
use dossier_engine::entity::{Entity, EntityKind, LinkReason, Mention};
use dossier_engine::id::{DocId, EntityId, TopicId};
use dossier_engine::pipeline::{AnalysedDocument, Collection};
use dossier_engine::similar::Related;
use dossier_engine::span::Span;
use dossier_engine::topic::{Assignment, Topic};
use proptest::prelude::*;
use proptest::sample::Index;

/// A document whose blocks are paragraphs, and headings where a text begins with `# `.
pub fn document(name: &str, title: &str, blocks: &[&str]) -> Document {
    let mut document = Document {
        name: name.into(),
        title: title.into(),
        language: "en".into(),
        ..Document::default()
    };
    for block in blocks {
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let (kind, text) = match block.strip_prefix("# ") {
            Some(heading) => (BlockKind::Heading(1), heading),
            None => (BlockKind::Paragraph, *block),
        };
        let start = document.text.len() as u32;
        document.text.push_str(text);
        let span = Span::new(start, document.text.len() as u32);
        document.blocks.push(Block { kind, span });
        if block.len() % 5 == 0 {
            document.left_out.push(LeftOut {
                kind: AsideKind::ALL[block.len() % AsideKind::ALL.len()],
                after: document.blocks.len() as u32,
                text: "Read more".into(),
            });
        }
    }
    document
}

/// A document with nothing found in it.
pub fn analysed(document: Document) -> AnalysedDocument {
    AnalysedDocument {
        topics: document.passages().map(|_| Vec::new()).collect(),
        document,
        ..AnalysedDocument::default()
    }
}

/// Any collection: words of a small vocabulary with odd ones between, so that queries of the same
/// words find something.
pub fn collection() -> impl Strategy<Value = Collection> {
    let entities = prop::collection::vec(entity(), 0..6);
    let topics = prop::collection::vec(text(0..3), 0..4);
    let documents = prop::collection::vec(raw_document(), 0..6);
    (text(0..4), entities, topics, documents).prop_map(|(title, entities, topics, documents)| {
        let mut collection = Collection {
            title,
            description: "A collection made by chance.".into(),
            topics: topics
                .iter()
                .enumerate()
                .map(|(number, name)| Topic {
                    key: format!("t{number}"),
                    name: name.clone(),
                    description: String::new(),
                })
                .collect(),
            entities: entities
                .into_iter()
                .enumerate()
                .map(|(number, entity)| Entity {
                    key: format!("e{number}"),
                    ..entity
                })
                .collect(),
            ..Collection::default()
        };
        for (number, raw) in documents.iter().enumerate() {
            let entry = raw.place(number, documents.len(), &collection);
            collection.documents.push(entry);
        }
        collection
    })
}

/// A few words, some of them odd.
pub fn text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), words).prop_map(|words| words.join(" "))
}

/// A word of the small vocabulary, or an odd one.
pub fn word() -> impl Strategy<Value = String> {
    let common = prop::sample::select(vec![
        "Kim",
        "Putin",
        "Pyongyang",
        "weapons",
        "weapon",
        "sanctions.",
        "sanctioned",
        "the",
        "us",
        "U.S.",
        "North",
        "Korea,",
        "Jong-un",
        "missiles",
        "met",
        "Zürich",
        "İstanbul",
        "of",
    ]);
    prop_oneof![
        9 => common.prop_map(String::from),
        1 => "[a-zéA-Z'.:-]{1,8}",
        1 => "\\PC{1,3}",
    ]
}

fn entity() -> impl Strategy<Value = Entity> {
    let kind = prop::sample::select(EntityKind::ALL.to_vec());
    (text(1..3), kind, prop::collection::vec(text(1..2), 0..2)).prop_map(|(name, kind, aliases)| {
        Entity {
            key: String::new(),
            name,
            kind,
            aliases,
            description: None,
            country: None,
        }
    })
}

#[derive(Debug)]
struct RawDocument {
    title: String,
    blocks: Vec<(bool, String)>,
    publisher: Option<String>,
    date: Option<(u16, Option<u8>)>,
    mentions: Vec<(Index, Index, Index)>,
    topics: Vec<(Index, Index, f32)>,
    related: Option<Index>,
}

fn raw_document() -> impl Strategy<Value = RawDocument> {
    (
        text(0..5),
        prop::collection::vec((prop::bool::weighted(0.2), text(1..14)), 0..4),
        prop::option::of(prop::sample::select(vec![
            "Reuters".to_string(),
            "NHK World".into(),
        ])),
        prop::option::of((2022_u16..2025, prop::option::of(1_u8..13))),
        prop::collection::vec(any::<(Index, Index, Index)>(), 0..5),
        prop::collection::vec((any::<Index>(), any::<Index>(), 1_f32..4.0), 0..4),
        prop::option::of(any::<Index>()),
    )
        .prop_map(
            |(title, blocks, publisher, date, mentions, topics, related)| RawDocument {
                title,
                blocks,
                publisher,
                date,
                mentions,
                topics,
                related,
            },
        )
}

impl RawDocument {
    /// The document with mentions and topics put where the indices point.
    fn place(&self, number: usize, documents: usize, collection: &Collection) -> AnalysedDocument {
        let blocks: Vec<String> = self
            .blocks
            .iter()
            .map(|(heading, text)| format!("{}{text}", if *heading { "# " } else { "" }))
            .collect();
        let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
        let mut entry = analysed(Document {
            publisher: self.publisher.clone(),
            published: self.date.map(|(year, month)| Published {
                date: PartialDate {
                    year,
                    month,
                    day: month.map(|_| 28),
                },
                inferred: year == 2023,
                note: None,
            }),
            ..document(&format!("d{number}"), &self.title, &blocks)
        });
        self.place_mentions(&mut entry, collection);
        self.place_topics(&mut entry, collection);
        entry.related = self
            .related
            .iter()
            .map(|doc| Related {
                doc: DocId(doc.index(documents) as u32),
                shared: 0.5,
                likeness: 0.25,
                edition: doc.index(2) == 1,
            })
            .collect();
        entry
    }

    /// Mentions cover one or two words each and do not overlap.
    fn place_mentions(&self, entry: &mut AnalysedDocument, collection: &Collection) {
        let words: Vec<Span> = words(&entry.document.text);
        if words.is_empty() || collection.entities.is_empty() {
            return;
        }
        for (entity, from, length) in &self.mentions {
            let from = from.index(words.len());
            let to = (from + length.index(2)).min(words.len() - 1);
            let span = Span::new(words[from].start, words[to].end);
            let mut blocks = entry.document.blocks.iter();
            let in_block = blocks.any(|block| block.span.contains(span));
            let mut others = entry.mentions.iter();
            if in_block && others.all(|other| !other.span.overlaps(span)) {
                entry.mentions.push(Mention {
                    span,
                    entity: EntityId(entity.index(collection.entities.len()) as u32),
                    reason: LinkReason::Alias,
                    stands_for: None,
                });
            }
        }
        entry.mentions.sort_by_key(|mention| mention.span);
    }

    fn place_topics(&self, entry: &mut AnalysedDocument, collection: &Collection) {
        if entry.topics.is_empty() || collection.topics.is_empty() {
            return;
        }
        let passages: Vec<Span> = entry.document.passages().map(|block| block.span).collect();
        for (passage, topic, strength) in &self.topics {
            let passage = passage.index(passages.len());
            let topic = TopicId(topic.index(collection.topics.len()) as u32);
            let first = words(passages[passage].slice(&entry.document.text));
            let evidence = first
                .first()
                .map(|word| word.shifted(passages[passage].start));
            if entry.topics[passage]
                .iter()
                .all(|other| other.topic != topic)
            {
                entry.topics[passage].push(Assignment {
                    topic,
                    strength: *strength,
                    evidence: evidence.into_iter().collect(),
                });
            }
        }
        for passage in &mut entry.topics {
            passage.sort_by(|a, b| b.strength.total_cmp(&a.strength));
        }
    }
}

/// The words of a text, as white space parts them.
fn words(text: &str) -> Vec<Span> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let start = (word.as_ptr() as usize - base) as u32;
            Span::new(start, start + word.len() as u32)
        })
        .collect()
}
