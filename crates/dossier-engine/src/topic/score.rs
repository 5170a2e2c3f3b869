//! From the cues found in a passage to its topics.

use std::collections::BTreeMap;

use super::cues::Found;
use super::{Assignment, HEADING_SHARE, LONG_PASSAGE};
use crate::collection::TopicDefinition;
use crate::id::TopicId;
use crate::order;
use crate::span::Span;

/// What speaks for a topic in a block.
#[derive(Clone, Debug, Default)]
pub(super) struct Score {
    /// Sum of weights, each find of a cue counting half of the one before.
    repeated: f32,
    /// Sum of the weights of the cues that were found, however often.
    pub(super) once: f32,
    /// Where the cues with positive weights stand, in no order.
    evidence: Vec<Span>,
}

/// The score of each topic.
pub(super) fn by_topic(definitions: &[TopicDefinition], found: &[Found]) -> Vec<Score> {
    let mut scores = vec![Score::default(); definitions.len()];
    let mut shares: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for find in found {
        let cue = definitions
            .get(find.topic)
            .and_then(|topic| topic.cues.get(find.cue));
        let (Some(cue), Some(score)) = (cue, scores.get_mut(find.topic)) else {
            continue;
        };
        let share = shares.entry((find.topic, find.cue)).or_insert(1.0);
        score.repeated += cue.weight * *share;
        if *share >= 1.0 {
            score.once += cue.weight;
        }
        *share /= 2.0;
        if cue.weight > 0.0 {
            score.evidence.push(find.span);
        }
    }
    scores
}

/// The topics that reach their thresholds, strongest first.
pub(super) fn assignments(
    definitions: &[TopicDefinition],
    scores: &[Score],
    heading: &[f32],
    words: usize,
) -> Vec<Assignment> {
    let scale = if words > LONG_PASSAGE {
        (words as f32 / LONG_PASSAGE as f32).sqrt()
    } else {
        1.0
    };
    let mut assignments = Vec::new();
    for (topic, definition) in definitions.iter().enumerate() {
        let Some(score) = scores.get(topic).filter(|score| !score.evidence.is_empty()) else {
            continue;
        };
        let above = heading.get(topic).copied().unwrap_or(0.0);
        let strength = (score.repeated / scale + above * HEADING_SHARE) / definition.threshold;
        if strength >= 1.0 {
            assignments.push(Assignment {
                topic: TopicId(topic as u32),
                strength,
                evidence: merged(&score.evidence),
            });
        }
    }
    order::sort_by(&mut assignments, |one, other| {
        other
            .strength
            .total_cmp(&one.strength)
            .then(one.topic.cmp(&other.topic))
    });
    assignments
}

/// Spans in order, those that overlap as one.
fn merged(spans: &[Span]) -> Vec<Span> {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
