//! The cues of all topics, and finding them among the words of a text.

use std::collections::BTreeMap;

use crate::collection::{CueTarget, TopicDefinition};
use crate::entity::{Entity, Mention};
use crate::span::Span;
use crate::text::{Analyser, Token};

/// A cue that was found: which of a topic's cues, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) topic: usize,
    pub(super) cue: usize,
    pub(super) span: Span,
}

/// A phrase of stems that speaks for or against a topic.
#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    topic: usize,
    cue: usize,
}

/// The cues of all topics.
#[derive(Debug)]
pub(super) struct Cues<'a> {
    /// Phrases by the stem of their first word, longer ones first.
    phrases: BTreeMap<String, Vec<Phrase>>,
    /// Topic and cue by the key of an entity.
    entities: BTreeMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Cues<'a> {
    /// The cues of the topics, with words as an analyser stems them.
    pub(super) fn new(definitions: &'a [TopicDefinition], analyser: &Analyser) -> Self {
        let mut phrases: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        let mut entities: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (topic, definition) in definitions.iter().enumerate() {
            for (cue, target) in definition.cues.iter().map(|cue| &cue.target).enumerate() {
                match target {
                    CueTarget::Entity(key) => {
                        entities.entry(key).or_default().push((topic, cue));
                    }
                    CueTarget::Words(words) => {
                        let mut stems = analyser.tokens(words).into_iter().map(|token| token.stem);
                        if let Some(first) = stems.next() {
                            let rest = stems.collect();
                            let phrase = Phrase { rest, topic, cue };
                            phrases.entry(first).or_default().push(phrase);
                        }
                    }
                }
            }
        }
        for phrases in phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self { phrases, entities }
    }

    /// The phrases among some words, in order. Of the phrases of one topic the longest one at a
    /// word counts, and none inside it.
    pub(super) fn in_words(&self, words: &[Token], topics: usize) -> Vec<Found> {
        let mut free_from = vec![0; topics];
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for phrase in self.phrases.get(&word.stem).into_iter().flatten() {
                let last = at + phrase.rest.len();
                let Some(free) = free_from.get_mut(phrase.topic).filter(|free| **free <= at) else {
                    continue;
                };
                let Some(rest) = words.get(at + 1..=last) else {
                    continue;
                };
                if rest.iter().map(|word| &word.stem).eq(&phrase.rest) {
                    *free = last + 1;
                    found.push(Found {
                        topic: phrase.topic,
                        cue: phrase.cue,
                        span: Span::new(word.span.start, words[last].span.end),
                    });
                }
            }
        }
        found
    }

    /// The entities among some mentions that are cues.
    pub(super) fn in_mentions(&self, mentions: &[Mention], entities: &[Entity]) -> Vec<Found> {
        let cues = |mention: &Mention| {
            let entity = entities.get(mention.entity.index())?;
            self.entities.get(entity.key.as_str())
        };
        let mut found = Vec::new();
        for mention in mentions {
            for &(topic, cue) in cues(mention).into_iter().flatten() {
                let span = mention.span;
                found.push(Found { topic, cue, span });
            }
        }
        found
    }
}
