//! The documents and passages of an answer, with their extracts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::evaluate::{Evaluation, Hit, Sources};
use super::filter::Conditions;
use super::score::Scorer;
use super::{DocumentHit, Match, PassageHit, SearchRequest, Sort, TopicShare};
use crate::date::PartialDate;
use crate::document::BlockKind;
use crate::entity::EntityKind;
use crate::id::{DocId, EntityId};
use crate::index::Field;
use crate::order;
use crate::pipeline::AnalysedDocument;
use crate::rank::{Statistics, passage_score};
use crate::snippet::{PASSAGE_WORDS, SNIPPET_WORDS, Snippet, cut};
use crate::span::Span;
use crate::text::folded;

/// How many extracts a document is shown with at most.
const SNIPPETS: usize = 3;

/// How many entities a document is shown with at most.
const ENTITIES: usize = 3;

/// The documents that are found, each with the places that match.
pub(super) struct Listing<'a> {
    sources: Sources<'a>,
    statistics: &'a Statistics,
    evaluation: &'a Evaluation,
    scorer: Scorer<'a>,
    pub documents: Vec<Found>,
}

/// A document that is found.
pub(super) struct Found {
    doc: DocId,
    score: f64,
    /// The leaves by which it matches.
    leaves: Vec<usize>,
    matches: Vec<Match>,
}

impl<'a> Listing<'a> {
    pub fn new(
        sources: Sources<'a>,
        statistics: &'a Statistics,
        evaluation: &'a Evaluation,
        documents: Vec<DocId>,
    ) -> Self {
        let scorer = Scorer::new(evaluation, sources, statistics);
        let found = documents.into_iter().map(|doc| {
            let leaves = evaluation.leaves_in(doc);
            Found {
                score: scorer.document(doc, &leaves),
                matches: evaluation.matches(doc, &leaves),
                leaves,
                doc,
            }
        });
        Self {
            documents: found.collect(),
            sources,
            statistics,
            evaluation,
            scorer,
        }
    }

    /// How many matches all documents have.
    pub fn match_count(&self) -> u32 {
        let counts = self
            .documents
            .iter()
            .map(|found| found.matches.len() as u32);
        counts.sum()
    }

    fn entry(&self, doc: DocId) -> &'a AnalysedDocument {
        &self.sources.collection.documents[doc.index()]
    }

    /// The documents in the order asked for, as many as asked for.
    pub fn document_hits(&self, request: &SearchRequest) -> Vec<DocumentHit> {
        let mut ordered: Vec<&Found> = self.documents.iter().collect();
        match request.sort {
            Sort::Relevance if self.evaluation.has_query => {
                order::sort_by(&mut ordered, |a, b| b.score.total_cmp(&a.score));
            }
            Sort::Relevance | Sort::Newest => {
                let date = |found: &&Found| Reverse(self.date(found.doc));
                order::sort_by_key(&mut ordered, date);
            }
            Sort::Oldest => {
                let date = |found: &&Found| {
                    let date = self.date(found.doc);
                    (date.is_none(), date)
                };
                order::sort_by_key(&mut ordered, date);
            }
            Sort::Title => order::sort_by_key(&mut ordered, |found| {
                folded(&self.entry(found.doc).document.title)
            }),
        }
        let listed = ordered.into_iter().take(request.limit);
        listed
            .map(|found| self.document_hit(found, request))
            .collect()
    }

    fn date(&self, doc: DocId) -> Option<PartialDate> {
        let published = self.entry(doc).document.published.as_ref();
        published.map(|published| published.date)
    }

    fn document_hit(&self, found: &Found, request: &SearchRequest) -> DocumentHit {
        let titles = found
            .matches
            .iter()
            .filter(|found| found.field == Field::Title);
        DocumentHit {
            doc: found.doc,
            score: found.score as f32,
            match_count: found.matches.len() as u32,
            title_marks: titles.map(|found| found.span).collect(),
            snippets: self.snippets(found),
            topics: self.topics(found.doc),
            entities: self.entities(found.doc),
            explanation: self
                .scorer
                .explain(&request.query, found.doc, &found.leaves),
        }
    }

    /// The matches in the body.
    fn marks(found: &Found) -> Vec<Span> {
        let body = found
            .matches
            .iter()
            .filter(|found| found.field == Field::Body);
        body.map(|found| found.span).collect()
    }

    /// For each passage with a match, by its number, the leaves' places in it.
    fn hits_by_passage(&self, found: &Found) -> BTreeMap<usize, Vec<(usize, Hit)>> {
        let mut passages: BTreeMap<usize, Vec<(usize, Hit)>> = BTreeMap::new();
        for &leaf in &found.leaves {
            for hit in self.evaluation.leaves[leaf].hits_in(found.doc) {
                let passage = self.sources.catalog.passage_at(found.doc, hit.span.start);
                if let Some(passage) = passage.filter(|_| hit.field == Field::Body) {
                    passages.entry(passage).or_default().push((leaf, *hit));
                }
            }
        }
        passages
    }

    fn score_passage(&self, doc: DocId, number: usize, hits: &[(usize, Hit)]) -> f64 {
        let (coverage, score) = self.scorer.passage(doc, number, hits);
        passage_score(coverage, score)
    }

    /// Extracts of the best passages, in order of the text. Headings stand in where no passage has a
    /// match, and the beginning of the text where nothing in it has.
    fn snippets(&self, found: &Found) -> Vec<Snippet> {
        let entry = self.entry(found.doc);
        let text = &entry.document.text;
        let marks = Self::marks(found);
        let passages = &self.sources.catalog.passages[found.doc.index()];
        let hits = self.hits_by_passage(found);
        let mut best: Vec<(usize, f64)> = hits
            .iter()
            .map(|(&number, hits)| (number, self.score_passage(found.doc, number, hits)))
            .collect();
        order::sort_by(&mut best, |a, b| b.1.total_cmp(&a.1));
        best.truncate(SNIPPETS);
        order::sort_by_key(&mut best, |&(number, _)| number);
        let passage = |number: usize, marks: &[Span]| Snippet {
            passage: Some(number as u32),
            ..cut(text, passages[number], marks, SNIPPET_WORDS)
        };
        if !best.is_empty() {
            return best
                .iter()
                .map(|&(number, _)| passage(number, &marks))
                .collect();
        }
        let headings: Vec<Snippet> = entry
            .document
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
            .filter(|block| marks.iter().any(|&mark| block.span.contains(mark)))
            .take(SNIPPETS)
            .map(|block| cut(text, block.span, &marks, SNIPPET_WORDS))
            .collect();
        if headings.is_empty() && !passages.is_empty() {
            return vec![passage(0, &[])];
        }
        headings
    }

    fn topics(&self, doc: DocId) -> Vec<TopicShare> {
        let strengths = &self.sources.catalog.topics[doc.index()];
        let total: f32 = strengths.values().sum();
        let mut shares: Vec<TopicShare> = strengths
            .iter()
            .filter(|_| total > 0.0)
            .map(|(&topic, strength)| TopicShare {
                topic,
                share: strength / total,
            })
            .collect();
        order::sort_by(&mut shares, |a, b| b.share.total_cmp(&a.share));
        shares
    }

    /// The entities that are mentioned often here and in few other documents. Dates and quantities
    /// say little on their own.
    fn entities(&self, doc: DocId) -> Vec<EntityId> {
        let mut counts: BTreeMap<EntityId, u32> = BTreeMap::new();
        for mention in &self.entry(doc).mentions {
            let kind = self.sources.collection.entities[mention.entity.index()].kind;
            if !matches!(kind, EntityKind::Date | EntityKind::Quantity) {
                *counts.entry(mention.entity).or_default() += 1;
            }
        }
        let weight = |entity: EntityId, count: u32| {
            let documents = self.sources.catalog.document_counts[entity.index()];
            f64::from(count) * self.statistics.rarity(documents)
        };
        let mut weighed: Vec<(EntityId, f64)> = counts
            .into_iter()
            .map(|(entity, count)| (entity, weight(entity, count)))
            .collect();
        order::sort_by(&mut weighed, |a, b| b.1.total_cmp(&a.1));
        weighed.truncate(ENTITIES);
        weighed.into_iter().map(|(entity, _)| entity).collect()
    }

    /// How many passages there are, and the best of them, as many as asked for: those with a match
    /// that pass the filters themselves. Where nothing is asked for that could match, all passages
    /// that pass, in the order of documents and text.
    pub fn passage_hits(
        &self,
        request: &SearchRequest,
        conditions: &Conditions<'_>,
    ) -> (u32, Vec<PassageHit>) {
        let by_matches = self.evaluation.has_places();
        let mut all: Vec<(&Found, usize, f64)> = Vec::new();
        for found in &self.documents {
            let entry = self.entry(found.doc);
            let passes = |number: usize| {
                conditions.passage_passes(self.sources.collection, entry, found.doc, number)
            };
            if by_matches {
                for (number, hits) in self.hits_by_passage(found) {
                    if passes(number) {
                        all.push((found, number, self.score_passage(found.doc, number, &hits)));
                    }
                }
            } else {
                let count = self.sources.catalog.passages[found.doc.index()].len();
                all.extend(
                    (0..count)
                        .filter(|&number| passes(number))
                        .map(|number| (found, number, 0.0)),
                );
            }
        }
        let count = all.len() as u32;
        order::sort_by(&mut all, |a, b| b.2.total_cmp(&a.2));
        all.truncate(request.limit);
        let hits = all
            .into_iter()
            .map(|(found, number, score)| self.passage_hit(found, number, score));
        (count, hits.collect())
    }

    fn passage_hit(&self, found: &Found, number: usize, score: f64) -> PassageHit {
        let entry = self.entry(found.doc);
        let span = self.sources.catalog.passages[found.doc.index()][number];
        let marks = Self::marks(found);
        let before = entry
            .document
            .blocks
            .iter()
            .take_while(|block| block.span.start < span.start);
        let heading = before
            .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
            .last();
        PassageHit {
            doc: found.doc,
            passage: number as u32,
            score: score as f32,
            heading: heading.map(|block| block.span.slice(&entry.document.text).into()),
            match_count: marks.iter().filter(|&&mark| span.contains(mark)).count() as u32,
            snippet: Snippet {
                passage: Some(number as u32),
                ..cut(&entry.document.text, span, &marks, PASSAGE_WORDS)
            },
            topics: entry.topics[number].clone(),
        }
    }
}
