//! Topics: what a passage is about, with the evidence for it.

mod cues;
mod score;

use self::cues::Cues;
use crate::collection::TopicDefinition;
use crate::document::Document;
use crate::entity::{Entity, Mention};
use crate::id::TopicId;
use crate::span::Span;
use crate::text::{Analyser, Token};

/// A topic of the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Stable name for addresses, such as `arms-deals`.
    pub key: String,
    /// Name for people.
    pub name: String,
    /// What the topic covers.
    pub description: String,
}

/// That a passage has a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// Which topic.
    pub topic: TopicId,
    /// Score of the passage divided by the topic's threshold; at least 1.
    pub strength: f32,
    /// The words that speak for it, in the document's text, in order.
    pub evidence: Vec<Span>,
}

/// What a cue in the heading above a passage counts, compared with one in the passage.
const HEADING_SHARE: f32 = 0.25;

/// Words from which on a passage's score is scaled down, by the square root of its length: a long
/// passage collects weak cues by chance.
const LONG_PASSAGE: usize = 120;

/// The topics of each passage of a document, strongest first.
///
/// The score of a passage is the sum of the weights of its cues. Of several finds of one cue each
/// counts half of the one before, so that one word alone cannot make a topic strong. Cues in the
/// heading above the passage add a quarter of their weight, once each, where the passage itself has
/// evidence. Passages of more than 120 words are scaled down by the square root of their length.
#[must_use]
pub fn assign(
    definitions: &[TopicDefinition],
    document: &Document,
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Vec<Assignment>> {
    let analyser = Analyser::new(&document.language);
    let cues = Cues::new(definitions, &analyser);
    let mut heading = vec![0.0; definitions.len()];
    let mut assigned = Vec::new();
    for block in &document.blocks {
        let words = shifted(
            analyser.tokens(block.span.slice(&document.text)),
            block.span,
        );
        let first = mentions.partition_point(|mention| mention.span.start < block.span.start);
        let end = mentions.partition_point(|mention| mention.span.start < block.span.end);
        let mut found = cues.in_words(&words, definitions.len());
        found.extend(cues.in_mentions(mentions.get(first..end).unwrap_or(&[]), entities));
        let scores = score::by_topic(definitions, &found);
        if block.kind.is_passage() {
            let assignments = score::assignments(definitions, &scores, &heading, words.len());
            assigned.push(assignments);
        } else {
            heading = scores.iter().map(|score| score.once).collect();
        }
    }
    assigned
}

/// Words of a block with their places in the document's text.
fn shifted(mut words: Vec<Token>, block: Span) -> Vec<Token> {
    for word in &mut words {
        word.span = word.span.shifted(block.start);
    }
    words
}
