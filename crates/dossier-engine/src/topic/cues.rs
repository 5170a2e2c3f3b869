//! The cues of all topics, and finding them among the words of a text.

use std::collections::BTreeMap;

use crate::collection::{CueTarget, TopicDefinition};
use crate::entity::{Entity, Mention};
use crate::order;
use crate::span::Span;
use crate::text::{Analyser, Numbers};
use crate::work::Pool;

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
    /// The stems after the first, as numbers.
    rest: Vec<usize>,
    topic: usize,
    cue: usize,
}

/// A word of a text: the number of its stem, where a cue has that, and its place.
pub(super) type Word = (Option<usize>, Span);

/// Words that were met before, with the numbers of their stems: stemming takes longer than looking
/// a word up, and the same words come again and again.
#[derive(Debug, Default)]
struct Met {
    /// Places in `stems`.
    words: Numbers,
    stems: Vec<Option<usize>>,
}

/// The cues of all topics.
#[derive(Debug)]
pub(super) struct Cues<'a> {
    analyser: Analyser,
    /// The stems of all phrases with their numbers.
    stems: BTreeMap<String, usize>,
    /// Phrases by the number of their first stem, longer ones first.
    phrases: Vec<Vec<Phrase>>,
    /// Topic and cue by the key of an entity.
    entities: BTreeMap<&'a str, Vec<(usize, usize)>>,
    met: Pool<Met>,
}

impl<'a> Cues<'a> {
    /// The cues of the topics, with words as an analyser stems them.
    pub(super) fn new(definitions: &'a [TopicDefinition], analyser: Analyser) -> Self {
        let mut stems: BTreeMap<String, usize> = BTreeMap::new();
        let mut phrases: Vec<Vec<Phrase>> = Vec::new();
        let mut entities: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (topic, definition) in definitions.iter().enumerate() {
            for (cue, target) in definition.cues.iter().map(|cue| &cue.target).enumerate() {
                match target {
                    CueTarget::Entity(key) => {
                        entities.entry(key).or_default().push((topic, cue));
                    }
                    CueTarget::Words(words) => {
                        let mut numbers = analyser.tokens(words).into_iter().map(|token| {
                            let next = stems.len();
                            *stems.entry(token.stem).or_insert(next)
                        });
                        if let Some(first) = numbers.next() {
                            let rest = numbers.collect();
                            phrases.resize_with(stems.len(), Vec::new);
                            phrases[first].push(Phrase { rest, topic, cue });
                        }
                    }
                }
            }
        }
        for phrases in &mut phrases {
            order::sort_by_key(phrases, |phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self {
            analyser,
            stems,
            phrases,
            entities,
            met: Pool::default(),
        }
    }

    /// The words of parts of a text, for each part.
    pub(super) fn words(&self, text: &str, parts: impl Iterator<Item = Span>) -> Vec<Vec<Word>> {
        self.met.with(Met::default, |met| {
            let words = parts.map(|part| self.words_of(met, text, part));
            words.collect()
        })
    }

    /// The words of a part of a text.
    fn words_of(&self, met: &mut Met, text: &str, part: Span) -> Vec<Word> {
        let mut words = Vec::new();
        self.analyser.each_word(part.slice(text), |span, word| {
            let known = met.words.get(word);
            let known = known.and_then(|number| met.stems.get(number as usize).copied());
            let stem = known.unwrap_or_else(|| {
                let stem = self.stems.get(&*self.analyser.stem(word)).copied();
                met.words.insert(word, met.stems.len() as u32);
                met.stems.push(stem);
                stem
            });
            words.push((stem, span.shifted(part.start)));
        });
        words
    }

    /// The phrases among some words, in order. Of the phrases of one topic the longest one at a
    /// word counts, and none inside it.
    pub(super) fn in_words(&self, words: &[Word], topics: usize) -> Vec<Found> {
        let mut free_from = vec![0; topics];
        let mut found = Vec::new();
        for (at, &(stem, span)) in words.iter().enumerate() {
            let phrases = stem.and_then(|stem| self.phrases.get(stem));
            for phrase in phrases.into_iter().flatten() {
                let last = at + phrase.rest.len();
                let Some(free) = free_from.get_mut(phrase.topic).filter(|free| **free <= at) else {
                    continue;
                };
                let Some(rest) = words.get(at + 1..=last) else {
                    continue;
                };
                let stems = phrase.rest.iter().map(|&stem| Some(stem));
                if rest.iter().map(|(stem, _)| *stem).eq(stems) {
                    *free = last + 1;
                    found.push(Found {
                        topic: phrase.topic,
                        cue: phrase.cue,
                        span: Span::new(span.start, words[last].1.end),
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
