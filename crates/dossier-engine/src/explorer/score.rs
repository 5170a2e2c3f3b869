//! The score of a document or passage, and why.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::evaluate::{Evaluation, Hit, Sources};
use super::{ExplanationLine, MatchForm};
use crate::id::DocId;
use crate::index::Field;
use crate::order;
use crate::rank::{Statistics, flatten, form_weight, proximity};
use crate::text::folded;

/// What is the same for all documents that an evaluation finds.
pub(super) struct Scorer<'a> {
    evaluation: &'a Evaluation,
    sources: Sources<'a>,
    statistics: &'a Statistics,
    /// Of each leaf.
    rarities: Vec<f64>,
}

/// The weighted frequency of a part of a query that holds for a document without a place in it, as
/// a date does.
const WITHOUT_PLACE: f64 = form_weight(MatchForm::Field);

/// What a leaf adds to the score of a document by one field and form.
struct Share {
    leaf: usize,
    field: Field,
    form: MatchForm,
    count: u32,
    score: f64,
}

impl<'a> Scorer<'a> {
    pub fn new(
        evaluation: &'a Evaluation,
        sources: Sources<'a>,
        statistics: &'a Statistics,
    ) -> Self {
        Self {
            rarities: evaluation
                .leaves
                .iter()
                .map(|leaf| f64::from(leaf.words) * statistics.rarity(leaf.spread))
                .collect(),
            evaluation,
            sources,
            statistics,
        }
    }

    /// The score of a document by these leaves.
    pub fn document(&self, doc: DocId, leaves: &[usize]) -> f64 {
        let lengths = &self.sources.index.lengths()[doc.index()];
        let bonuses = self.bonuses(doc, leaves);
        let scores = leaves.iter().zip(bonuses).map(|(&leaf, bonus)| {
            let hits = self.evaluation.leaves[leaf].hits_in(doc);
            let added = hits
                .iter()
                .map(|hit| self.statistics.occurrence(hit.field, hit.form, lengths));
            let frequency = if hits.is_empty() {
                WITHOUT_PLACE
            } else {
                added.sum()
            };
            flatten(self.rarities[leaf], frequency) + bonus
        });
        scores.sum()
    }

    /// What each leaf adds by each field and form.
    fn shares(&self, doc: DocId, leaves: &[usize]) -> Vec<Share> {
        let bonuses = self.bonuses(doc, leaves);
        let mut shares = Vec::new();
        for (&leaf, bonus) in leaves.iter().zip(bonuses) {
            let hits = self.evaluation.leaves[leaf].hits_in(doc);
            let mut ways: BTreeMap<(Field, MatchForm), (u32, f64)> = BTreeMap::new();
            for hit in hits {
                let lengths = &self.sources.index.lengths()[doc.index()];
                let added = self.statistics.occurrence(hit.field, hit.form, lengths);
                let (count, frequency) = ways.entry((hit.field, hit.form)).or_default();
                *count += 1;
                *frequency += added;
            }
            if ways.is_empty() {
                let way = (Field::Byline, MatchForm::Field);
                ways.insert(way, (0, WITHOUT_PLACE));
            }
            let frequency: f64 = ways.values().map(|&(_, frequency)| frequency).sum();
            let score = flatten(self.rarities[leaf], frequency) + bonus;
            shares.extend(
                ways.into_iter()
                    .map(|((field, form), (count, part))| Share {
                        leaf,
                        field,
                        form,
                        count,
                        score: score * part / frequency,
                    }),
            );
        }
        shares
    }

    /// For each leaf, what it gets for standing close to its neighbours in the query.
    fn bonuses(&self, doc: DocId, leaves: &[usize]) -> Vec<f64> {
        let mut bonuses = vec![0.0; leaves.len()];
        for (at, pair) in leaves.windows(2).enumerate() {
            let hits = |leaf: usize| self.evaluation.leaves[leaf].hits_in(doc);
            let Some(distance) = least_distance(hits(pair[0]), hits(pair[1])) else {
                continue;
            };
            let rarity = f64::midpoint(self.rarities[pair[0]], self.rarities[pair[1]]);
            let bonus = proximity(rarity, distance);
            bonuses[at] += bonus / 2.0;
            bonuses[at + 1] += bonus / 2.0;
        }
        bonuses
    }

    /// How many leaves a passage has, and its score by them; `places` are leaves and their places in
    /// the passage, by leaf.
    pub fn passage(&self, doc: DocId, number: usize, places: &[(usize, usize, Hit)]) -> (u32, f64) {
        let lengths = &self.sources.index.lengths()[doc.index()];
        let length = lengths.passages.get(number).copied().unwrap_or(0);
        let (mut coverage, mut score) = (0, 0.0);
        for own in places.chunk_by(|a, b| a.1 == b.1) {
            let added = own
                .iter()
                .map(|(_, _, hit)| self.statistics.occurrence_in_passage(hit.form, length));
            coverage += 1;
            score += flatten(self.rarities[own[0].1], added.sum());
        }
        (coverage, score)
    }

    /// Why a document was found by these leaves: a line for each leaf, field and form, biggest share
    /// first.
    pub fn explain(&self, query: &str, doc: DocId, leaves: &[usize]) -> Vec<ExplanationLine> {
        let shares = self.shares(doc, leaves);
        let total: f64 = shares.iter().map(|share| share.score).sum();
        let mut lines: Vec<ExplanationLine> = shares
            .iter()
            .map(|share| ExplanationLine {
                typed: self.evaluation.leaves[share.leaf].typed.slice(query).into(),
                found: self.forms(doc, share),
                form: share.form,
                field: share.field,
                count: share.count,
                share: (share.score / total) as f32,
            })
            .collect();
        order::sort_by(&mut lines, |a, b| b.share.total_cmp(&a.share));
        lines
    }

    /// The different texts of the places of a share, most frequent first; case does not count.
    fn forms(&self, doc: DocId, share: &Share) -> Vec<String> {
        let hits = self.evaluation.leaves[share.leaf].hits_in(doc).iter();
        let mut counts: BTreeMap<String, (u32, &str)> = BTreeMap::new();
        for hit in hits.filter(|hit| (hit.field, hit.form) == (share.field, share.form)) {
            let text = self.sources.text(doc, hit.field);
            let written = hit.span.slice(text);
            counts.entry(folded(written)).or_insert((0, written)).0 += 1;
        }
        let mut forms: Vec<(u32, &str)> = counts.into_values().collect();
        order::sort_by_key(&mut forms, |&(count, _)| Reverse(count));
        forms.into_iter().map(|(_, form)| form.into()).collect()
    }
}

/// The least distance in words between places of two leaves in one field, which are in order.
fn least_distance(a: &[Hit], b: &[Hit]) -> Option<u32> {
    let (mut at_a, mut at_b) = (0, 0);
    let mut least: Option<u32> = None;
    while let (Some(first), Some(second)) = (a.get(at_a), b.get(at_b)) {
        if let (Some(x), Some(y)) = (first.words, second.words)
            && first.field == second.field
        {
            let distance = if x.0 > y.1 {
                x.0 - y.1
            } else {
                y.0.saturating_sub(x.1)
            };
            if distance > 0 {
                least = Some(least.map_or(distance, |least| least.min(distance)));
            }
        }
        if (first.field, first.span) <= (second.field, second.span) {
            at_a += 1;
        } else {
            at_b += 1;
        }
    }
    least
}
