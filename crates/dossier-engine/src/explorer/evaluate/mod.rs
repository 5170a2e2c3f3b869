//! From a query to the documents and places that match.

mod expand;
mod field;
mod leaf;
mod name;
mod names;
mod plan;
mod resolve;

pub(super) use leaf::{Hit, Leaf};
pub(super) use names::Names;

use super::catalog::Catalog;
use super::words::WordIndex;
use super::{Match, Notice};
use crate::id::DocId;
use crate::index::Field;
use crate::order;
use crate::pipeline::Collection;
use crate::query::{QueryProblem, parse};
use plan::Plan;
use resolve::Less;

/// What a query is evaluated over.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub collection: &'a Collection,
    pub index: &'a WordIndex,
    pub catalog: &'a Catalog,
    pub names: &'a Names,
}

impl<'a> Sources<'a> {
    /// The text of a document's field.
    pub fn text(&self, doc: DocId, field: Field) -> &'a str {
        let document = &self.collection.documents[doc.index()].document;
        match field {
            Field::Title => &document.title,
            Field::Byline => &self.catalog.bylines[doc.index()],
            Field::Body => &document.text,
        }
    }
}

/// An evaluated query.
pub(super) struct Evaluation {
    pub problems: Vec<QueryProblem>,
    pub notices: Vec<Notice>,
    /// Whether anything is asked for.
    pub has_query: bool,
    /// The parts of the query that places or documents were looked up for.
    pub leaves: Vec<Leaf>,
    /// The documents that match, in order.
    pub documents: Vec<DocId>,
    /// For each document, whether it has everything that is asked for.
    whole: Vec<bool>,
    plan: Plan,
}

impl Evaluation {
    pub fn new(query: &str, sources: Sources<'_>) -> Self {
        let parsed = parse(query, sources.index.analyser());
        let has_query = parsed.tree.is_some();
        let resolved = resolve::resolve(parsed.tree.as_ref(), query, sources);
        let count = sources.collection.documents.len();
        let whole = resolved.plan.documents(&resolved.leaves, count);
        let mut notices = resolved.notices;
        let mut plan = resolved.plan;
        let mut holds = whole.clone();
        let Less { most, any } = resolved.less;
        if let Some(most) = most {
            holds = most.documents(&resolved.leaves, count);
            plan = most;
        }
        if let Some(any) = any
            && !holds.contains(&true)
        {
            holds = any.documents(&resolved.leaves, count);
            plan = any;
        }
        if holds.contains(&true) && !whole.contains(&true) {
            notices.push(Notice::Relaxed);
        }
        Self {
            problems: parsed.problems,
            notices,
            has_query,
            leaves: resolved.leaves,
            documents: (0..)
                .map(DocId)
                .zip(holds)
                .filter_map(|(doc, holds)| holds.then_some(doc))
                .collect(),
            whole,
            plan,
        }
    }

    /// Whether a document has everything that is asked for, not only most of it.
    pub fn is_whole(&self, doc: DocId) -> bool {
        self.whole.get(doc.index()) == Some(&true)
    }

    /// The leaves by which a document matches, in the order of the query; for a document that does
    /// not match, all that are asked for, so that what it has of them can be shown.
    pub fn leaves_in(&self, doc: DocId) -> Vec<usize> {
        let mut found = Vec::new();
        if !self.plan.holds(&self.leaves, doc, &mut found) {
            self.plan.wanted(&mut found);
        }
        order::sort_by_key(&mut found, |&leaf| (self.leaves[leaf].typed, leaf));
        found.dedup();
        found
    }

    /// Whether anything is asked for that stands at places in the text.
    pub fn has_places(&self) -> bool {
        let mut wanted = Vec::new();
        self.plan.wanted(&mut wanted);
        wanted
            .iter()
            .any(|&leaf| !self.leaves[leaf].hits.is_empty())
    }

    /// How many [`matches`](Self::matches) there are.
    pub fn match_count(&self, doc: DocId, leaves: &[usize]) -> u32 {
        let &[leaf] = leaves else {
            return self.matches(doc, leaves).len() as u32;
        };
        let mut count = 0;
        let mut reached = None;
        for hit in self.leaves[leaf].hits_in(doc) {
            match &mut reached {
                Some((field, end)) if *field == hit.field && hit.span.start < *end => {
                    *end = hit.span.end.max(*end);
                }
                _ => {
                    count += 1;
                    reached = Some((hit.field, hit.span.end));
                }
            }
        }
        count
    }

    /// The matches in a document: the places of these leaves, overlapping ones as one.
    pub fn matches(&self, doc: DocId, leaves: &[usize]) -> Vec<Match> {
        let mut matches: Vec<Match> = leaves
            .iter()
            .flat_map(|&leaf| self.leaves[leaf].hits_in(doc))
            .map(|hit| Match {
                field: hit.field,
                span: hit.span,
            })
            .collect();
        order::sort(&mut matches);
        matches.dedup_by(|next, kept| {
            let joins = next.field == kept.field && next.span.overlaps(kept.span);
            if joins {
                kept.span.end = kept.span.end.max(next.span.end);
            }
            joins
        });
        matches
    }
}
