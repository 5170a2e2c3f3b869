//! Fields that hold names: topics, entities, publishers.

use super::expand::suggest;
use super::leaf::{Hit, Leaf};
use super::plan::Plan;
use super::resolve::Resolver;
use crate::entity::EntityKind;
use crate::explorer::MatchForm;
use crate::explorer::catalog::documents;
use crate::id::DocId;
use crate::index::Field;
use crate::query::{FieldName, Node, Word, WordMode};
use crate::span::Span;

impl Resolver<'_> {
    /// The plan of a value of a field that holds names. Words one after the other are of one name.
    pub(super) fn named(&mut self, field: FieldName, value: &Node, typed: Span) -> Plan {
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
            let whole = &self.sources.catalog.topics[doc.index()];
            let found = entry.topics.iter().flatten();
            for assignment in found
                .filter(|found| wanted[found.topic.index()] && whole.contains_key(&found.topic))
            {
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
