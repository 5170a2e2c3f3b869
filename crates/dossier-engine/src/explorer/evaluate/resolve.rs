//! From the tree of a query to a plan: words are looked up, names recognised, fields resolved.

use super::Sources;
use super::expand::{Expansion, expand, suggest};
use super::leaf::{Hit, Leaf, in_a_row, near, spread};
use super::names::Named;
use super::plan::Plan;
use crate::entity::EntityKind;
use crate::explorer::catalog::documents;
use crate::explorer::{MatchForm, Notice};
use crate::id::{DocId, EntityId};
use crate::index::{Field, WordId};
use crate::query::{FieldName, Node, Phrase, Word, WordMode};
use crate::span::Span;
use crate::text::{Analyser, is_stop_word};

/// A query, resolved.
pub(super) struct Resolved {
    pub plan: Plan,
    /// The plan that asks for any of the plain words, where `plan` asks for several.
    pub relaxed: Option<Plan>,
    pub leaves: Vec<Leaf>,
    pub notices: Vec<Notice>,
}

/// Resolves the tree of a query; without one, everything is found.
pub(super) fn resolve(tree: Option<&Node>, query: &str, sources: Sources<'_>) -> Resolved {
    let mut resolver = Resolver {
        sources,
        analyser: sources.index.analyser(),
        query_end: query.len() as u32,
        negated: false,
        leaves: Vec::new(),
        notices: Vec::new(),
    };
    let (plan, relaxed) = match tree {
        None => (Plan::All(Vec::new()), None),
        Some(Node::All {
            parts,
            explicit: false,
        }) => match resolver.sequence(parts, false, None) {
            Some(parts) => (all(&parts), relax(&parts)),
            None => (Plan::NOTHING, None),
        },
        Some(node) => (resolver.node(node, None).unwrap_or(Plan::NOTHING), None),
    };
    Resolved {
        plan,
        relaxed,
        leaves: resolver.leaves,
        notices: resolver.notices,
    }
}

/// A part of a sequence.
struct Part {
    plan: Plan,
    /// For plain words: what can hold in its place when not all parts can hold at once.
    alternatives: Option<Vec<Plan>>,
}

fn all(parts: &[Part]) -> Plan {
    Plan::All(parts.iter().map(|part| part.plan.clone()).collect())
}

/// Any of the plain words, with all other parts; `None` where there are not several words.
fn relax(parts: &[Part]) -> Option<Plan> {
    let alternatives = parts.iter().filter_map(|part| part.alternatives.clone());
    let alternatives: Vec<Plan> = alternatives.flatten().collect();
    if alternatives.len() < 2 {
        return None;
    }
    let hard = parts.iter().filter(|part| part.alternatives.is_none());
    let mut plans: Vec<Plan> = hard.map(|part| part.plan.clone()).collect();
    plans.push(Plan::Any(alternatives));
    Some(Plan::All(plans))
}

struct Resolver<'a> {
    sources: Sources<'a>,
    analyser: Analyser,
    query_end: u32,
    /// Whether what is resolved is excluded: then only what was typed is meant.
    negated: bool,
    leaves: Vec<Leaf>,
    notices: Vec<Notice>,
}

impl Resolver<'_> {
    /// The plan of a part, looked for in one field or in all; `None` where it has only words that
    /// are nowhere, which the notices name.
    fn node(&mut self, node: &Node, field: Option<Field>) -> Option<Plan> {
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

    fn leaf(&mut self, typed: Span, hits: Vec<Hit>) -> Plan {
        self.push(Leaf::new(typed, hits))
    }

    fn push(&mut self, leaf: Leaf) -> Plan {
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

    /// The name of an entity that the first of these nodes are, and how many they are.
    fn name(&mut self, nodes: &[Node], field: Option<Field>) -> Option<(Part, usize)> {
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
        hits.sort_unstable();
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

    fn mentions(&self, entity: EntityId, form: MatchForm) -> Vec<Hit> {
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

    /// The places of a word, in order; `None` where it is nowhere, which a notice says.
    fn word(&mut self, word: &Word, literal: bool, field: Option<Field>) -> Option<Vec<Hit>> {
        let index = self.sources.index;
        let in_progress = word.span.end == self.query_end && !self.negated;
        match expand(index, word, literal, in_progress) {
            Expansion::Found(found) => Some(self.occurrences(&found, field)),
            Expansion::Corrected(words) if !self.negated => {
                let forms = words.iter().flat_map(|&id| index.with_stem(index.stem(id)));
                let forms: Vec<_> = forms.map(|id| (id, MatchForm::Corrected)).collect();
                self.notices.push(Notice::Corrected {
                    typed: word.span,
                    words: words.iter().map(|&id| index.word(id).into()).collect(),
                });
                Some(self.occurrences(&forms, field))
            }
            Expansion::Corrected(words) => {
                let suggestions = words.iter().map(|&id| index.word(id).into()).collect();
                self.unknown(word, suggestions)
            }
            Expansion::Unknown(suggestions) => self.unknown(word, suggestions),
        }
    }

    fn unknown<T>(&mut self, word: &Word, suggestions: Vec<String>) -> Option<T> {
        self.notices.push(Notice::Unknown {
            typed: word.span,
            suggestions,
        });
        None
    }

    fn occurrences(&self, words: &[(WordId, MatchForm)], field: Option<Field>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = words
            .iter()
            .flat_map(|&(id, form)| {
                let found = self.sources.index.occurrences(id).into_iter();
                found.map(move |at| Hit::of_word(at, form))
            })
            .filter(|hit| field.is_none_or(|field| hit.field == field))
            .collect();
        hits.sort_unstable();
        hits
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
                hits.sort_unstable();
                (!found.is_empty()).then_some(hits)
            }
            _ => None,
        }
    }

    /// The plan of a value of a field that holds names. Words one after the other are of one name.
    fn named(&mut self, field: FieldName, value: &Node, typed: Span) -> Plan {
        if let Some(words) = words_of(value) {
            return self.one_name(field, &words, typed);
        }
        match value {
            Node::All { parts, .. } => Plan::All(self.each_named(field, parts)),
            Node::Any(parts) => Plan::Any(self.each_named(field, parts)),
            Node::Not(part) => Plan::Not(Box::new(self.named(field, part, part.span()))),
            Node::Near { left, right, .. } => Plan::All(vec![
                self.named(field, left, left.span()),
                self.named(field, right, right.span()),
            ]),
            other => self.node(other, None).unwrap_or(Plan::NOTHING),
        }
    }

    fn each_named(&mut self, field: FieldName, parts: &[Node]) -> Vec<Plan> {
        parts
            .iter()
            .map(|part| self.named(field, part, part.span()))
            .collect()
    }

    fn one_name(&mut self, field: FieldName, words: &[Word], typed: Span) -> Plan {
        let leaf = match field {
            FieldName::Topic => self.topic(words, typed),
            FieldName::Entity(kind) => self.entity(kind, words, typed),
            FieldName::Publisher => self.publisher(words, typed),
            FieldName::Title | FieldName::Date => Leaf::new(typed, Vec::new()),
        };
        self.push(leaf)
    }

    /// Whether a word of the query can be this word of a name.
    fn fits(&self, word: &Word, other: &str) -> bool {
        let begins = word.mode == WordMode::Prefix || word.span.end == self.query_end;
        other == word.word
            || begins && other.starts_with(&word.word)
            || other.chars().next() == word.word.chars().next()
                && self.analyser.stem(other) == word.stem.as_str()
    }

    /// Names the words that no name has.
    fn name_unknown(&mut self, words: &[Word], known: &[String]) {
        for word in words {
            if !known.iter().any(|other| self.fits(word, other)) {
                let suggestions = suggest(&word.word, known.iter().map(String::as_str));
                self.unknown::<()>(word, suggestions);
            }
        }
    }

    fn topic(&mut self, words: &[Word], typed: Span) -> Leaf {
        let collection = self.sources.collection;
        let names: Vec<Vec<String>> = collection
            .topics
            .iter()
            .map(|topic| {
                let name = self.analyser.tokens(&topic.name).into_iter();
                let key = self.analyser.tokens(&topic.key).into_iter();
                name.chain(key).map(|token| token.word).collect()
            })
            .collect();
        let wanted: Vec<bool> = names
            .iter()
            .map(|name| {
                words
                    .iter()
                    .all(|word| name.iter().any(|other| self.fits(word, other)))
            })
            .collect();
        self.name_unknown(words, &names.concat());
        let mut hits = Vec::new();
        let mut also = Vec::new();
        for (doc, entry) in documents(collection) {
            let found = entry.topics.iter().flatten();
            for assignment in found.filter(|found| wanted[found.topic.index()]) {
                also.push(doc);
                hits.extend(assignment.evidence.iter().map(|&span| Hit {
                    doc,
                    field: Field::Body,
                    span,
                    words: None,
                    form: MatchForm::Field,
                }));
            }
        }
        also.dedup();
        Leaf::new(typed, hits).with(also)
    }

    fn entity(&mut self, kind: EntityKind, words: &[Word], typed: Span) -> Leaf {
        let names = self.sources.names;
        let found = names.with_words(kind, words, |word, other| self.fits(word, other));
        if found.is_empty() {
            let known: Vec<String> = names.words(kind).map(String::from).collect();
            self.name_unknown(words, &known);
        }
        let hits = found
            .into_iter()
            .flat_map(|entity| self.mentions(entity, MatchForm::Field))
            .collect();
        Leaf::new(typed, hits)
    }

    fn publisher(&mut self, words: &[Word], typed: Span) -> Leaf {
        let found: Vec<Vec<Hit>> = words
            .iter()
            .map(|word| {
                let mut hits = self
                    .word(word, false, Some(Field::Byline))
                    .unwrap_or_default();
                hits.retain(|hit| {
                    let document = &self.sources.collection.documents[hit.doc.index()].document;
                    // The byline begins with the publisher.
                    let publisher = document.publisher.as_deref().unwrap_or_default();
                    hit.span.end as usize <= publisher.len()
                });
                hits
            })
            .collect();
        let has_all = |doc: DocId| {
            let mut words = found.iter();
            words.all(|hits| hits.binary_search_by_key(&doc, |hit| hit.doc).is_ok())
        };
        let hits = found.concat().into_iter().filter(|hit| has_all(hit.doc));
        let hits = hits.map(|hit| Hit {
            form: MatchForm::Field,
            ..hit
        });
        Leaf::new(typed, hits.collect())
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

/// The words of a value that is words and phrases one after the other.
fn words_of(value: &Node) -> Option<Vec<Word>> {
    match value {
        Node::Word(word) => Some(vec![word.clone()]),
        Node::Phrase(phrase) => Some(phrase.words.clone()),
        Node::All {
            parts,
            explicit: false,
        } => {
            let words: Option<Vec<Vec<Word>>> = parts.iter().map(words_of).collect();
            words.map(|words| words.concat())
        }
        _ => None,
    }
}
