//! What must hold between the values of an archive so that every position and span can be followed.

use crate::codec::Malformed;
use crate::document::Document;
use crate::id::EntityId;
use crate::pipeline::{AnalysedDocument, Collection};
use crate::span::Span;

/// Entities refer to entities that are there.
pub(super) fn head(collection: &Collection) -> Result<(), Malformed> {
    let known = |entity: EntityId| entity.index() < collection.entities.len();
    let fits = collection
        .entities
        .iter()
        .all(|entity| entity.country.is_none_or(known));
    require(fits, "countries among its entities")
}

/// Documents refer to what is there, and spans lie inside their texts.
pub(super) fn documents(collection: &Collection) -> Result<(), Malformed> {
    collection.documents.iter().try_for_each(|entry| {
        blocks(&entry.document)?;
        mentions(entry, collection)?;
        topics(entry, collection)?;
        let known = |doc: usize| doc < collection.documents.len();
        let related = entry.related.iter().all(|related| {
            known(related.doc.index()) && related.shared.is_finite() && related.likeness.is_finite()
        });
        require(related, "related documents among its documents")
    })
}

/// Blocks lie in the text, one after the other.
fn blocks(document: &Document) -> Result<(), Malformed> {
    let mut end = 0;
    for block in &document.blocks {
        require(
            block.span.start >= end && lies_in(block.span, &document.text),
            "blocks in order inside their text",
        )?;
        end = block.span.end;
    }
    Ok(())
}

/// Mentions lie in the text, in order, and name entities that are there.
fn mentions(entry: &AnalysedDocument, collection: &Collection) -> Result<(), Malformed> {
    let known = |entity: EntityId| entity.index() < collection.entities.len();
    let fits = entry.mentions.iter().all(|mention| {
        lies_in(mention.span, &entry.document.text)
            && known(mention.entity)
            && mention.stands_for.is_none_or(known)
    });
    require(fits, "mentions of its entities inside their text")?;
    let in_order = entry
        .mentions
        .is_sorted_by_key(|mention| mention.span.start);
    require(in_order, "mentions in order")
}

/// Each passage has its list of topics that are there, with evidence inside the text.
fn topics(entry: &AnalysedDocument, collection: &Collection) -> Result<(), Malformed> {
    require(
        entry.topics.len() == entry.document.passages().count(),
        "topics for each passage",
    )?;
    let fits = entry.topics.iter().flatten().all(|assignment| {
        assignment.topic.index() < collection.topics.len()
            && assignment.strength.is_finite()
            && assignment.strength >= 0.0
            && assignment
                .evidence
                .iter()
                .all(|&span| lies_in(span, &entry.document.text))
    });
    require(fits, "topics of its list with evidence inside their text")
}

fn lies_in(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some()
}

fn require(holds: bool, expected: &'static str) -> Result<(), Malformed> {
    if holds {
        Ok(())
    } else {
        Err(Malformed(expected))
    }
}
