//! The rows of results and of mentions.

use dossier_engine::document::Block;
use dossier_engine::entity::Entity;
use dossier_engine::pipeline::AnalysedDocument;

use super::{Table, Value};

/// Gives the address of a document, and of a paragraph in it, from 1.
type Address<'a> = dyn Fn(&AnalysedDocument, Option<u32>) -> String + 'a;

/// Documents with the count of their matches.
pub fn results(found: &[(u32, AnalysedDocument)], address: &Address<'_>) -> Table {
    let row = |(matches, entry): &(u32, AnalysedDocument)| {
        let document = &entry.document;
        let published = document.published.as_ref();
        vec![
            Value::Text(document.name.clone()),
            Value::Text(document.title.clone()),
            document.publisher.clone().into(),
            Value::List(document.authors.clone()),
            published.map(|published| published.date.to_string()).into(),
            published.map_or(Value::Nothing, |published| Value::Flag(published.inferred)),
            Value::Text(document.language.clone()),
            Value::Number(*matches),
            Value::Text(address(entry, None)),
        ]
    };
    Table {
        columns: &[
            "document",
            "title",
            "publisher",
            "authors",
            "published",
            "published_inferred",
            "language",
            "matches",
            "address",
        ],
        rows: found.iter().map(row).collect(),
    }
}

/// Every mention in the documents. Start and end count characters of the paragraph, from 0.
pub fn mentions(
    found: &[(u32, AnalysedDocument)],
    entities: &[Entity],
    address: &Address<'_>,
) -> Table {
    let mut rows = Vec::new();
    for (_, entry) in found {
        let document = &entry.document;
        for mention in &entry.mentions {
            let Some(entity) = entities.get(mention.entity.index()) else {
                continue;
            };
            let inside = |block: &Block| block.span.contains(mention.span);
            // A mention in a heading stands in no paragraph.
            let block = document.blocks.iter().find(|block| inside(block));
            let start = block.map_or(0, |block| block.span.start as usize);
            let paragraph = document
                .passages()
                .position(inside)
                .map(|position| position as u32 + 1);
            let characters = |end: u32| {
                let before = document.text.get(start..end as usize).unwrap_or_default();
                Value::Number(before.chars().count() as u32)
            };
            rows.push(vec![
                Value::Text(document.name.clone()),
                paragraph.map_or(Value::Nothing, Value::Number),
                characters(mention.span.start),
                characters(mention.span.end),
                Value::Text(mention.span.slice(&document.text).to_owned()),
                Value::Text(entity.key.clone()),
                Value::Text(entity.name.clone()),
                Value::Text(entity.kind.key().to_owned()),
                Value::Text(address(entry, paragraph)),
            ]);
        }
    }
    Table {
        columns: &[
            "document",
            "paragraph",
            "start",
            "end",
            "text",
            "entity",
            "name",
            "kind",
            "address",
        ],
        rows,
    }
}
