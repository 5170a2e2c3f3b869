//! The topics of a passage with the words that speak for them.

use dossier_engine::id::TopicId;
use dossier_engine::text::folded;
use dossier_engine::topic::Assignment;

use crate::words;

/// A topic of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageTopic {
    /// Which topic.
    pub topic: TopicId,
    /// Its part of all topic strength in the passage, 0 to 1.
    pub share: f32,
    /// Strength as a multiple of what the topic asks for, with one decimal: `1.8`.
    pub strength: String,
    /// The words that speak for it, each once, with how often it does so, in order of the text.
    pub evidence: Vec<(String, u32)>,
}

/// The topics of a passage, strongest first as they come.
#[must_use]
pub fn passage_topics(assigned: &[Assignment], text: &str) -> Vec<PassageTopic> {
    let total: f32 = assigned.iter().map(|topic| topic.strength).sum();
    assigned
        .iter()
        .map(|topic| PassageTopic {
            topic: topic.topic,
            share: if total > 0.0 {
                topic.strength / total
            } else {
                0.0
            },
            strength: words::tenths((topic.strength * 10.0).floor() as i32),
            evidence: counted(topic.evidence.iter().map(|span| span.slice(text))),
        })
        .collect()
}

/// Each word once, whatever its case, in the order of first use.
fn counted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(String, u32)> {
    let mut counted: Vec<(String, u32)> = Vec::new();
    for word in words {
        let same = |known: &&mut (String, u32)| folded(&known.0) == folded(word);
        match counted.iter_mut().find(same) {
            Some(known) => known.1 += 1,
            None => counted.push((word.to_owned(), 1)),
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use dossier_engine::id::TopicId;
    use dossier_engine::span::Span;
    use dossier_engine::topic::Assignment;

    use super::passage_topics;

    #[test]
    fn a_topic_shows_its_words_and_how_often_they_occur() {
        let text = "Grain for salt, then grain again.";
        let topics = passage_topics(
            &[
                Assignment {
                    topic: TopicId(2),
                    strength: 3.75,
                    evidence: vec![Span::new(0, 5), Span::new(21, 26)],
                },
                Assignment {
                    topic: TopicId(0),
                    strength: 1.25,
                    evidence: vec![Span::new(10, 14)],
                },
            ],
            text,
        );
        assert_eq!(topics[0].evidence, [("Grain".to_owned(), 2)]);
        assert_eq!(topics[0].strength, "3.7");
        assert!((topics[0].share - 0.75).abs() < 1e-6);
        assert_eq!(topics[1].evidence, [("salt".to_owned(), 1)]);
    }

    #[test]
    fn a_passage_without_topics_has_none() {
        assert!(passage_topics(&[], "nothing").is_empty());
    }
}
