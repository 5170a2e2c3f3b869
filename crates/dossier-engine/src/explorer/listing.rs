//! The documents and passages of an answer, with their extracts.

use super::catalog::keys_in_passage;
use super::evaluate::{Evaluation, Hit, Sources};
use super::score::Scorer;
use super::{DocumentHit, Match, PassageHit, SearchRequest, Sort, TopicShare};
use crate::date::PartialDate;
use crate::document::BlockKind;
use crate::entity::EntityKind;
use crate::facet::{Filters, Group};
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
    match_count: u32,
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
                match_count: evaluation.match_count(doc, &leaves),
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
        self.documents.iter().map(|found| found.match_count).sum()
    }

    fn entry(&self, doc: DocId) -> &'a AnalysedDocument {
        &self.sources.collection.documents[doc.index()]
    }

    /// The documents in the order asked for, as many as asked for.
    pub fn document_hits(&self, request: &SearchRequest) -> Vec<DocumentHit> {
        let date = |found: &Found| self.date(found.doc);
        let title = |found: &Found| folded(&self.entry(found.doc).document.title);
        let whole = |found: &Found| self.evaluation.is_whole(found.doc);
        let compare = |a: &&Found, b: &&Found| match request.sort {
            Sort::Relevance if self.evaluation.has_query => {
                let by_whole = whole(b).cmp(&whole(a));
                by_whole.then(b.score.total_cmp(&a.score))
            }
            Sort::Relevance | Sort::Newest => date(b).cmp(&date(a)),
            Sort::Oldest => {
                let key = |date: Option<PartialDate>| (date.is_none(), date);
                key(date(a)).cmp(&key(date(b)))
            }
            Sort::Title => title(a).cmp(&title(b)),
        };
        let all = self.documents.iter().collect();
        let listed = order::first_by(all, request.limit, compare).into_iter();
        listed
            .map(|found| self.document_hit(found, request))
            .collect()
    }

    fn date(&self, doc: DocId) -> Option<PartialDate> {
        self.sources.catalog.columns.date(doc)
    }

    fn document_hit(&self, found: &Found, request: &SearchRequest) -> DocumentHit {
        let matches = self.evaluation.matches(found.doc, &found.leaves);
        DocumentHit {
            doc: found.doc,
            score: found.score as f32,
            match_count: found.match_count,
            title_marks: in_field(&matches, Field::Title),
            snippets: self.snippets(found, &in_field(&matches, Field::Body)),
            topics: self.topics(found.doc),
            entities: self.entities(found.doc),
            explanation: self
                .scorer
                .explain(&request.query, found.doc, &found.leaves),
        }
    }

    /// The passages with a match, each with its score, in order of the text. `places` is empty before
    /// and after.
    fn scored_passages(
        &self,
        found: &Found,
        places: &mut Vec<(usize, usize, Hit)>,
        mut add: impl FnMut(usize, f64),
    ) {
        let passages = &self.sources.catalog.passages[found.doc.index()];
        for &leaf in &found.leaves {
            let mut number = 0;
            for hit in self.evaluation.leaves[leaf].hits_in(found.doc) {
                if hit.field != Field::Body {
                    continue;
                }
                let is_past = |passage: &Span| passage.end <= hit.span.start;
                while passages.get(number).is_some_and(is_past) {
                    number += 1;
                }
                if passages
                    .get(number)
                    .is_some_and(|own| own.start <= hit.span.start)
                {
                    places.push((number, leaf, *hit));
                }
            }
        }
        order::sort_by_key(places, |&(passage, leaf, _)| (passage, leaf));
        for own in places.chunk_by(|a, b| a.0 == b.0) {
            let number = own[0].0;
            let (coverage, score) = self.scorer.passage(found.doc, number, own);
            add(number, passage_score(coverage, score));
        }
        places.clear();
    }

    /// Extracts of the best passages, in order of the text. Headings stand in where no passage has a
    /// match, and the beginning of the text where nothing in it has.
    fn snippets(&self, found: &Found, marks: &[Span]) -> Vec<Snippet> {
        let entry = self.entry(found.doc);
        let text = &entry.document.text;
        let passages = &self.sources.catalog.passages[found.doc.index()];
        let mut all = Vec::new();
        self.scored_passages(found, &mut Vec::new(), |number, score| {
            all.push((number, score));
        });
        let mut best = order::first_by(all, SNIPPETS, |a, b| b.1.total_cmp(&a.1));
        order::sort_by_key(&mut best, |&(number, _)| number);
        let passage = |number: usize, marks: &[Span]| Snippet {
            passage: Some(number as u32),
            ..cut(text, passages[number], marks, SNIPPET_WORDS)
        };
        if !best.is_empty() {
            return best
                .iter()
                .map(|&(number, _)| passage(number, marks))
                .collect();
        }
        let headings: Vec<Snippet> = entry
            .document
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
            .filter(|block| marks.iter().any(|&mark| block.span.contains(mark)))
            .take(SNIPPETS)
            .map(|block| cut(text, block.span, marks, SNIPPET_WORDS))
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
        let mentioned = self.sources.catalog.entities[doc.index()].iter();
        let telling = mentioned.filter(|(entity, _)| {
            let kind = self.sources.collection.entities[entity.index()].kind;
            !matches!(kind, EntityKind::Date | EntityKind::Quantity)
        });
        let weight = |entity: EntityId, count: u32| {
            let documents = self.sources.catalog.document_counts[entity.index()];
            f64::from(count) * self.statistics.rarity(documents)
        };
        let weighed = telling.map(|&(entity, count)| (entity, weight(entity, count)));
        let heaviest = order::first_by(weighed.collect(), ENTITIES, |a, b| b.1.total_cmp(&a.1));
        heaviest.into_iter().map(|(entity, _)| entity).collect()
    }

    /// How many passages there are, and the best of them, as many as asked for: those with a match
    /// that pass the filters themselves. Where nothing is asked for that could match, all passages
    /// that pass, in the order of documents and text.
    pub fn passage_hits(&self, request: &SearchRequest) -> (u32, Vec<PassageHit>) {
        let by_matches = self.evaluation.has_places();
        let mut places = Vec::new();
        let mut all: Vec<(&Found, usize, f64)> = Vec::new();
        for found in &self.documents {
            let entry = self.entry(found.doc);
            let passes =
                |number: usize| self.passage_passes(&request.filters, entry, found.doc, number);
            if by_matches {
                self.scored_passages(found, &mut places, |number, score| {
                    if passes(number) {
                        all.push((found, number, score));
                    }
                });
            } else {
                let count = self.sources.catalog.passages[found.doc.index()].len();
                let passing = (0..count).filter(|&number| passes(number));
                all.extend(passing.map(|number| (found, number, 0.0)));
            }
        }
        let count = all.len() as u32;
        let best = order::first_by(all, request.limit, |a, b| b.2.total_cmp(&a.2));
        let hits = best
            .into_iter()
            .map(|(found, number, score)| self.passage_hit(found, number, score))
            .collect();
        (count, hits)
    }

    /// Whether a passage of a document that passes has itself one of the included topics and
    /// entities of each group that includes any.
    fn passage_passes(
        &self,
        filters: &Filters,
        entry: &AnalysedDocument,
        doc: DocId,
        number: usize,
    ) -> bool {
        let sources = self.sources;
        filters.groups.iter().all(|(&group, filter)| {
            let is_free = group == Group::Publisher
                || filter.include.is_empty()
                || group.position().is_none();
            let span = sources.catalog.passages[doc.index()].get(number);
            is_free
                || span.is_some_and(|&span| {
                    keys_in_passage(sources.collection, entry, group, number, span)
                        .into_iter()
                        .any(|key| filter.include.contains(key))
                })
        })
    }

    fn passage_hit(&self, found: &Found, number: usize, score: f64) -> PassageHit {
        let entry = self.entry(found.doc);
        let span = self.sources.catalog.passages[found.doc.index()][number];
        let matches = self.evaluation.matches(found.doc, &found.leaves);
        let marks = in_field(&matches, Field::Body);
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

/// The places of the matches in a field.
fn in_field(matches: &[Match], field: Field) -> Vec<Span> {
    let own = matches.iter().filter(|of| of.field == field);
    own.map(|of| of.span).collect()
}
