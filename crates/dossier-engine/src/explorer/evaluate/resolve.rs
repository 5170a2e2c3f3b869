//! From the tree of a query to a plan: words are looked up, names recognised, fields resolved.

use super::Sources;
use super::expand::{Expansion, expand};
use super::leaf::{Hit, Leaf, in_a_row, in_order, near};
use super::plan::Plan;
use crate::explorer::catalog::documents;
use crate::explorer::words::WordId;
use crate::explorer::{MatchForm, Notice};
use crate::index::{Field, rarity};
use crate::order;
use crate::query::{FieldName, Node, Phrase, Word, WordMode};
use crate::span::Span;
use crate::text::{Analyser, is_stop_word};

/// What a rarity of 1 is as a weight.
const WEIGHT: f64 = 4096.0;

/// Plans that ask for less than all of the plain words of a query, with all its other parts.
#[derive(Default)]
pub(super) struct Less {
    /// For most of them; `None` where there are not several parts.
    pub most: Option<Plan>,
    /// For any of them; `None` where there is a single word.
    pub any: Option<Plan>,
}

/// A query, resolved.
pub(super) struct Resolved {
    /// What asks for everything.
    pub plan: Plan,
    /// What asks for less of the plain words, and for all other parts.
    pub less: Less,
    pub leaves: Vec<Leaf>,
    pub notices: Vec<Notice>,
}

/// Resolves the tree of a query; without one, everything is found.
pub(super) fn resolve(tree: Option<&Node>, query: &str, sources: Sources<'_>) -> Resolved {
    let mut resolver = Resolver {
        sources,
        analyser: sources.index.analyser().clone(),
        query_end: query.len() as u32,
        negated: false,
        leaves: Vec::new(),
        notices: Vec::new(),
    };
    let (plan, less) = match tree {
        None => (Plan::All(Vec::new()), Less::default()),
        Some(Node::All {
            parts,
            explicit: false,
        }) => match resolver.sequence(parts, false, None) {
            Some(parts) => (all(&parts), resolver.less(&parts)),
            None => (Plan::NOTHING, Less::default()),
        },
        Some(node) => {
            let plan = resolver.node(node, None);
            (plan.unwrap_or(Plan::NOTHING), Less::default())
        }
    };
    Resolved {
        plan,
        less,
        leaves: resolver.leaves,
        notices: resolver.notices,
    }
}

/// A part of what stands one after the other.
pub(super) struct Part {
    pub plan: Plan,
    /// For plain words: what can hold in its place when not all parts can hold at once; the first
    /// stands for all of it.
    pub alternatives: Option<Vec<Plan>>,
}

fn all(parts: &[Part]) -> Plan {
    Plan::All(parts.iter().map(|part| part.plan.clone()).collect())
}

pub(super) struct Resolver<'a> {
    pub sources: Sources<'a>,
    pub analyser: Analyser,
    pub query_end: u32,
    /// Whether what is resolved is excluded: then only what was typed is meant.
    pub negated: bool,
    pub leaves: Vec<Leaf>,
    pub notices: Vec<Notice>,
}

impl Resolver<'_> {
    /// The plan of a part, looked for in one field or in all; `None` where it has only words that
    /// are nowhere, which the notices name.
    pub(super) fn node(&mut self, node: &Node, field: Option<Field>) -> Option<Plan> {
        match node {
            Node::Word(_) => self
                .sequence(std::slice::from_ref(node), false, field)
                .map(|parts| all(&parts)),
            Node::All { parts, explicit } => self
                .sequence(parts, *explicit, field)
                .map(|parts| all(&parts)),
            Node::Phrase(phrase) => {
                let hits = self.phrase(phrase, field);
                match hits {
                    Some(hits) => Some(self.push(Leaf {
                        words: phrase.words.len() as u32,
                        ..Leaf::new(phrase.span, hits)
                    })),
                    // What was put in quotation marks is not given up.
                    None => phrase.quoted.then_some(Plan::NOTHING),
                }
            }
            Node::Any(parts) => {
                let plans: Vec<Plan> = parts
                    .iter()
                    .filter_map(|part| self.node(part, field))
                    .collect();
                (!plans.is_empty()).then_some(Plan::Any(plans))
            }
            Node::Not(part) => {
                self.negated = !self.negated;
                let plan = self.node(part, field);
                self.negated = !self.negated;
                Some(Plan::Not(Box::new(plan.unwrap_or(Plan::NOTHING))))
            }
            Node::Near {
                left,
                right,
                distance,
                span,
            } => {
                let (left, right) = (self.places(left, field), self.places(right, field));
                let hits = near(&left?, &right?, *distance);
                Some(self.leaf(*span, hits))
            }
            Node::Field {
                field: FieldName::Title,
                value,
                ..
            } => Some(
                self.node(value, Some(Field::Title))
                    .unwrap_or(Plan::NOTHING),
            ),
            Node::Field { field, value, span } => Some(self.named(*field, value, *span)),
            Node::Date { range, span } => {
                let docs = documents(self.sources.collection).filter(|(_, entry)| {
                    let published = entry.document.published.as_ref();
                    published.is_some_and(|published| range.holds(published.date))
                });
                let also = docs.map(|(doc, _)| doc).collect();
                Some(self.push(Leaf::new(*span, Vec::new()).with(also)))
            }
        }
    }

    fn less(&self, parts: &[Part]) -> Less {
        let with_rest = |plan: Plan| {
            let rest = parts.iter().filter(|part| part.alternatives.is_none());
            let rest = rest.map(|part| part.plan.clone());
            Plan::All(rest.chain([plan]).collect())
        };
        let mut most = Vec::new();
        let mut any: Vec<Plan> = Vec::new();
        for part in parts {
            if let Some(alternatives) = &part.alternatives {
                let weight = alternatives.first().map_or(0, |first| self.weight(first));
                most.push((part.plan.clone(), weight));
                any.extend(alternatives.iter().cloned());
            }
        }
        Less {
            most: (most.len() > 1).then(|| with_rest(Plan::Most(most))),
            any: (any.len() > 1).then(|| with_rest(Plan::Any(any))),
        }
    }

    /// How much a leaf says, for comparing.
    fn weight(&self, plan: &Plan) -> u32 {
        let Plan::Leaf(leaf) = plan else { return 0 };
        let leaf = &self.leaves[*leaf];
        let documents = self.sources.collection.documents.len() as u32;
        #[expect(clippy::cast_sign_loss, reason = "rarities are above 0")]
        let rarity = (rarity(documents, leaf.spread) * WEIGHT) as u32;
        leaf.words * rarity.max(1)
    }

    pub(super) fn leaf(&mut self, typed: Span, hits: Vec<Hit>) -> Plan {
        self.push(Leaf::new(typed, hits))
    }

    pub(super) fn push(&mut self, leaf: Leaf) -> Plan {
        self.leaves.push(leaf);
        Plan::Leaf(self.leaves.len() - 1)
    }

    /// The parts of what stands one after the other. Words that are nowhere are left out unless
    /// `AND` asks for them; stop words are, where anything else is asked for.
    fn sequence(
        &mut self,
        nodes: &[Node],
        explicit: bool,
        field: Option<Field>,
    ) -> Option<Vec<Part>> {
        let is_stop = |node: &Node| matches!(node, Node::Word(word) if word.mode == WordMode::Plain && is_stop_word(&word.word));
        let has_subject = nodes
            .iter()
            .any(|node| !is_stop(node) && !matches!(node, Node::Not(_)));
        let mut parts = Vec::new();
        let mut is_asked = false;
        let mut is_lost = false;
        let mut at = 0;
        while let Some(node) = nodes.get(at) {
            if let Some((part, count)) = self.name(&nodes[at..], field) {
                parts.push(part);
                is_asked = true;
                at += count;
                continue;
            }
            at += 1;
            if is_stop(node) && has_subject && !explicit {
                continue;
            }
            let plan = match node {
                Node::Word(word) => {
                    let hits = self.word(word, false, field);
                    hits.map(|hits| self.leaf(word.span, hits))
                }
                node => self.node(node, field),
            };
            let Some(plan) = plan else {
                is_lost = true;
                continue;
            };
            is_asked |= !matches!(node, Node::Not(_));
            let is_word = matches!(node, Node::Word(_))
                || matches!(node, Node::Phrase(phrase) if !phrase.quoted);
            parts.push(Part {
                alternatives: is_word.then(|| vec![plan.clone()]),
                plan,
            });
        }
        if is_lost && (explicit || !is_asked) || parts.is_empty() {
            return None;
        }
        Some(parts)
    }

    /// The places of a word, in order; `None` where it is nowhere, which a notice says.
    pub(super) fn word(
        &mut self,
        word: &Word,
        literal: bool,
        field: Option<Field>,
    ) -> Option<Vec<Hit>> {
        let index = self.sources.index;
        let in_progress = word.span.end == self.query_end && !self.negated;
        match expand(index, word, literal, in_progress) {
            Expansion::Found(found) => Some(self.occurrences(&found, field)),
            Expansion::Corrected(words) if !self.negated => {
                let forms = words.iter().flat_map(|&id| index.with_stem(id));
                let forms: Vec<_> = forms.map(|id| (id, MatchForm::Corrected)).collect();
                self.notices.push(Notice::Corrected {
                    typed: word.span,
                    words: words.iter().map(|&id| index.word(id)).collect(),
                });
                Some(self.occurrences(&forms, field))
            }
            Expansion::Corrected(words) => {
                let suggestions = words.iter().map(|&id| index.word(id)).collect();
                self.unknown(word, suggestions)
            }
            Expansion::Unknown(suggestions) => self.unknown(word, suggestions),
        }
    }

    pub(super) fn unknown<T>(&mut self, word: &Word, suggestions: Vec<String>) -> Option<T> {
        self.notices.push(Notice::Unknown {
            typed: word.span,
            suggestions,
        });
        None
    }

    pub(super) fn occurrences(
        &self,
        words: &[(WordId, MatchForm)],
        field: Option<Field>,
    ) -> Vec<Hit> {
        let found = self.sources.index.occurrences(words, |doc| {
            let document = &self.sources.collection.documents[doc.index()].document;
            (document, self.sources.text(doc, Field::Byline))
        });
        let hits = found.into_iter().map(Hit::of_word);
        let hits = hits.filter(|hit| field.is_none_or(|field| hit.field == field));
        in_order(hits.collect(), self.sources.collection.documents.len())
    }

    /// The places of a phrase; `None` where one of its words is nowhere.
    fn phrase(&mut self, phrase: &Phrase, field: Option<Field>) -> Option<Vec<Hit>> {
        let words: Vec<Option<Vec<Hit>>> = phrase
            .words
            .iter()
            .map(|word| self.word(word, phrase.quoted, field))
            .collect();
        let words: Option<Vec<Vec<Hit>>> = words.into_iter().collect();
        Some(in_a_row(&words?))
    }

    /// The places of an operand of `NEAR`.
    fn places(&mut self, node: &Node, field: Option<Field>) -> Option<Vec<Hit>> {
        match node {
            Node::Word(word) => self.word(word, false, field),
            Node::Phrase(phrase) => self.phrase(phrase, field),
            Node::Any(parts) => {
                let found: Vec<Vec<Hit>> = parts
                    .iter()
                    .filter_map(|part| self.places(part, field))
                    .collect();
                let mut hits = found.concat();
                order::sort(&mut hits);
                (!found.is_empty()).then_some(hits)
            }
            _ => None,
        }
    }
}
