//! Names of entities among the plain words of a query.

use super::expand::{Expansion, expand};
use super::leaf::{Hit, Leaf, in_a_row, spread};
use super::names::Named;
use super::plan::Plan;
use super::resolve::{Part, Resolver};
use crate::explorer::{MatchForm, Notice};
use crate::id::EntityId;
use crate::index::Field;
use crate::order;
use crate::query::{Node, Word};
use crate::span::Span;
use crate::text::is_stop_word;

impl Resolver<'_> {
    /// The name of an entity that the first of these nodes are, and how many they are.
    pub(super) fn name(&mut self, nodes: &[Node], field: Option<Field>) -> Option<(Part, usize)> {
        if field.is_some() || self.negated {
            return None;
        }
        let mut words: Vec<&Word> = Vec::new();
        // How many words the first nodes have together.
        let mut ends = Vec::new();
        for node in nodes {
            match node {
                Node::Word(word) => words.push(word),
                Node::Phrase(phrase) if !phrase.quoted => words.extend(&phrase.words),
                _ => break,
            }
            ends.push(words.len());
        }
        let named = self.sources.names.longest_at_start(&words)?;
        let count = ends.iter().position(|&end| end == named.words)? + 1;
        let mentions = self.sources.catalog.mentions_of(named.entity);
        if mentions.is_empty() {
            return None;
        }
        let words = &words[..named.words];
        let typed = Span::new(words.first()?.span.start, words.last()?.span.end);
        self.notices.push(Notice::Entity {
            typed,
            entity: named.entity,
        });

        let found: Vec<Vec<Hit>> = words
            .iter()
            .map(|word| self.word_of_name(word, &named))
            .collect();
        let mut hits = in_a_row(&found);
        // The name as it was typed is one thing, found as such.
        for hit in &mut hits {
            hit.form = MatchForm::Exact;
        }
        let mut aliases = self.mentions(named.entity, MatchForm::Alias);
        aliases.retain(|mention| !is_covered(mention, &hits));
        hits.extend(aliases);
        order::sort(&mut hits);
        let mut rest = Vec::new();
        for (word, mut places) in words.iter().zip(found) {
            // Stop words of a name are matched as a part of it only.
            if words.len() > 1 && !is_stop_word(&word.word) {
                let spread = spread(&places);
                places.retain(|place| !is_covered(place, &hits));
                rest.push(self.push(Leaf {
                    spread,
                    ..Leaf::new(word.span, places)
                }));
            }
        }
        let name = self.push(Leaf {
            words: rest.len().max(1) as u32,
            ..Leaf::new(typed, hits)
        });
        let mut plan = name.clone();
        let mut alternatives = vec![name];
        if !rest.is_empty() {
            plan = Plan::Any(vec![plan, Plan::All(rest.clone())]);
            let parts = rest.iter().cloned().map(|part| Plan::Maybe(Box::new(part)));
            plan = Plan::All(std::iter::once(plan).chain(parts).collect());
            alternatives.extend(rest);
        }
        let part = Part {
            plan,
            alternatives: Some(alternatives),
        };
        Some((part, count))
    }

    /// The places of a word that belongs to a name, in order, without notices: the name may be
    /// written in another way everywhere. A word of a longer name that belongs to the name of
    /// somebody else there is not meant: no `Korea` of `South Korea` for `north korea`.
    fn word_of_name(&self, word: &Word, named: &Named) -> Vec<Hit> {
        let Expansion::Found(found) = expand(self.sources.index, word, named.capitals, false)
        else {
            return Vec::new();
        };
        let mut hits = self.occurrences(&found, None);
        hits.retain(|hit| {
            let text = self.sources.text(hit.doc, hit.field);
            let is_written = !named.capitals || !hit.span.slice(text).contains(char::is_lowercase);
            is_written && (named.words == 1 || !self.belongs_to_another(hit, named.entity))
        });
        hits
    }

    /// Whether a place lies in mentions of other entities only.
    fn belongs_to_another(&self, hit: &Hit, entity: EntityId) -> bool {
        if hit.field != Field::Body {
            return false;
        }
        let mentions = &self.sources.collection.documents[hit.doc.index()].mentions;
        let after = mentions.partition_point(|mention| mention.span.start <= hit.span.start);
        // A mention may hold another, which follows it.
        let around = mentions[..after].iter().rev().take(3);
        let mut around = around
            .filter(|mention| mention.span.contains(hit.span))
            .peekable();
        around.peek().is_some() && around.all(|mention| mention.entity != entity)
    }

    pub(super) fn mentions(&self, entity: EntityId, form: MatchForm) -> Vec<Hit> {
        let places = self.sources.catalog.mentions_of(entity).iter();
        places
            .map(|&(doc, at)| Hit {
                doc,
                field: Field::Body,
                span: self.sources.collection.documents[doc.index()].mentions[at as usize].span,
                words: None,
                form,
            })
            .collect()
    }
}

/// Whether a place overlaps one of others, which are in order and do not overlap.
fn is_covered(hit: &Hit, others: &[Hit]) -> bool {
    let key = |hit: &Hit| (hit.doc, hit.field);
    let after =
        others.partition_point(|other| (key(other), other.span.start) < (key(hit), hit.span.end));
    let last = after.checked_sub(1).and_then(|at| others.get(at));
    last.is_some_and(|other| key(other) == key(hit) && other.span.overlaps(hit.span))
}
