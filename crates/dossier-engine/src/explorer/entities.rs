//! The entities of a selection and the text around their mentions.

use std::cmp::Reverse;

use super::catalog::Catalog;
use super::{EntityRow, MentionContext};
use crate::id::{DocId, EntityId};
use crate::order;
use crate::pipeline::Collection;
use crate::snippet::{SNIPPET_WORDS, Snippet, cut};

/// The entities mentioned in some documents: by documents, then mentions, most first, then by name.
pub(super) fn rows(catalog: &Catalog, selected: &[DocId]) -> Vec<EntityRow> {
    let mut counts = vec![(0, 0); catalog.by_name.len()];
    for doc in selected {
        for &(entity, mentions) in &catalog.entities[doc.index()] {
            let count: &mut (u32, u32) = &mut counts[entity.index()];
            count.0 += 1;
            count.1 += mentions;
        }
    }
    let counted = catalog.by_name.iter();
    let counted = counted.map(|&entity| (entity, counts[entity.index()]));
    let mut rows: Vec<EntityRow> = counted
        .filter(|(_, (documents, _))| *documents > 0)
        .map(|(entity, (documents, mentions))| EntityRow {
            entity,
            documents,
            mentions,
        })
        .collect();
    order::sort_by_key(&mut rows, |row| Reverse((row.documents, row.mentions)));
    rows
}

/// The mentions of an entity in some documents, which are in order, with the text around them.
pub(super) fn mentions(
    collection: &Collection,
    catalog: &Catalog,
    entity: EntityId,
    selected: &[DocId],
) -> Vec<MentionContext> {
    let places = catalog.mentions_of(entity).iter();
    let selected = places.filter(|(doc, _)| selected.binary_search(doc).is_ok());
    selected
        .map(|&(doc, at)| {
            let entry = &collection.documents[doc.index()];
            let span = entry.mentions[at as usize].span;
            let blocks = &entry.document.blocks;
            let block = blocks.get(blocks.partition_point(|block| block.span.end <= span.start));
            let block = block.map_or(span, |block| block.span);
            MentionContext {
                doc,
                mention: at,
                snippet: Snippet {
                    passage: catalog
                        .passage_at(doc, span.start)
                        .map(|number| number as u32),
                    ..cut(&entry.document.text, block, &[span], SNIPPET_WORDS)
                },
            }
        })
        .collect()
}
