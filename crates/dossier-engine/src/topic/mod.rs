//! Topics: what a passage is about, with the evidence for it.

mod cues;
mod discover;
mod score;

pub use discover::{FEWEST_DOCUMENTS, discover};

use std::collections::BTreeMap;

use self::cues::Cues;
use crate::collection::TopicDefinition;
use crate::document::Document;
use crate::entity::{Entity, Mention};
use crate::id::TopicId;
use crate::span::Span;
use crate::text::Analyser;

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

/// One passage in this many must have a topic for the document to have it. At 1 all must; the
/// higher, the less a topic that is only touched on says about a document.
const PASSAGES_FOR_ONE: usize = 10;

/// The topics of a document, by number, with their strength: the sum over its passages. A document
/// has the topics that at least a tenth of its passages have.
#[must_use]
pub fn of_document(passages: &[Vec<Assignment>]) -> BTreeMap<TopicId, f32> {
    let mut sums: BTreeMap<TopicId, (usize, f32)> = BTreeMap::new();
    for assignment in passages.iter().flatten() {
        let (count, strength) = sums.entry(assignment.topic).or_default();
        *count += 1;
        *strength += assignment.strength;
    }
    let mut topics = BTreeMap::new();
    topics.extend(
        sums.into_iter()
            .filter(|(_, (count, _))| count * PASSAGES_FOR_ONE >= passages.len())
            .map(|(topic, (_, strength))| (topic, strength)),
    );
    topics
}

/// Assigns topics to the passages of documents.
#[derive(Debug)]
pub struct Assigner<'d> {
    definitions: &'d [TopicDefinition],
    /// The cues as words of each language are stemmed.
    cues: BTreeMap<&'d str, Cues<'d>>,
}

impl<'d> Assigner<'d> {
    /// Prepares topics for documents in some languages.
    pub fn new(
        definitions: &'d [TopicDefinition],
        languages: impl IntoIterator<Item = &'d str>,
    ) -> Self {
        let mut cues = BTreeMap::new();
        for language in languages {
            cues.entry(language)
                .or_insert_with(|| Cues::new(definitions, Analyser::new(language)));
        }
        Self { definitions, cues }
    }

    /// The topics of each passage of a document, strongest first; none where its language was not
    /// prepared.
    ///
    /// The score of a passage is the sum of the weights of its cues. Of several finds of one cue
    /// each counts half of the one before, so that one word alone cannot make a topic strong. Cues
    /// in the heading above the passage add a quarter of their weight, once each, where the passage
    /// itself has evidence. Passages of more than 120 words are scaled down by the square root of
    /// their length.
    #[must_use]
    pub fn assign(
        &self,
        document: &Document,
        mentions: &[Mention],
        entities: &[Entity],
    ) -> Vec<Vec<Assignment>> {
        let Some(cues) = self.cues.get(document.language.as_str()) else {
            return vec![Vec::new(); document.passages().count()];
        };
        let mut heading = vec![0.0; self.definitions.len()];
        let mut assigned = Vec::new();
        let blocks = document.blocks.iter().map(|block| block.span);
        let words = cues.words(&document.text, blocks);
        for (block, words) in document.blocks.iter().zip(words) {
            let first = mentions.partition_point(|mention| mention.span.start < block.span.start);
            let end = mentions.partition_point(|mention| mention.span.start < block.span.end);
            let mut found = cues.in_words(&words, self.definitions.len());
            found.extend(cues.in_mentions(mentions.get(first..end).unwrap_or(&[]), entities));
            let scores = score::by_topic(self.definitions, &found);
            if block.kind.is_passage() {
                let assignments =
                    score::assignments(self.definitions, &scores, &heading, words.len());
                assigned.push(assignments);
            } else {
                heading = scores.iter().map(|score| score.once).collect();
            }
        }
        assigned
    }
}

#[cfg(test)]
mod tests {
    use super::{Assigner, Assignment, of_document};
    use crate::collection::{Cue, CueTarget, TopicDefinition};
    use crate::document::{Block, BlockKind, Document};
    use crate::id::TopicId;
    use crate::span::Span;

    fn topic(cues: &[(&str, f32)]) -> TopicDefinition {
        let cue = |&(words, weight): &(&str, f32)| Cue {
            target: CueTarget::Words(words.into()),
            weight,
        };
        TopicDefinition {
            key: "harbour".into(),
            name: "Harbour".into(),
            description: String::new(),
            cues: cues.iter().map(cue).collect(),
            threshold: 2.0,
        }
    }

    /// The topics of the only passage, under a heading.
    fn topics(cues: &[(&str, f32)], heading: &str, passage: &str) -> Vec<Assignment> {
        let text = [heading, "\n\n", passage].concat();
        let start = heading.len() as u32 + 2;
        let block = |kind, start, end| Block {
            kind,
            span: Span::new(start, end),
        };
        let document = Document {
            language: "en".into(),
            blocks: vec![
                block(BlockKind::Heading(2), 0, heading.len() as u32),
                block(BlockKind::Paragraph, start, text.len() as u32),
            ],
            text,
            ..Document::default()
        };
        let topics = [topic(cues)];
        let assigner = Assigner::new(&topics, [document.language.as_str()]);
        assigner.assign(&document, &[], &[]).remove(0)
    }

    fn strength(cues: &[(&str, f32)], heading: &str, passage: &str) -> f32 {
        let found = topics(cues, heading, passage);
        found.first().map_or(0.0, |topic| topic.strength)
    }

    #[test]
    fn a_document_has_the_topics_of_a_tenth_of_its_passages() {
        let touched = |topic| Assignment {
            topic: TopicId(topic),
            strength: 1.5,
            evidence: Vec::new(),
        };
        let mut passages = vec![vec![touched(0)]; 2];
        passages[0].push(touched(1));
        passages.resize(20, Vec::new());
        let topics = of_document(&passages);
        assert_eq!(topics.into_iter().collect::<Vec<_>>(), [(TopicId(0), 3.0)]);
        assert_eq!(of_document(&passages[..1]).len(), 2);
        assert!(of_document(&[]).is_empty());
    }

    #[test]
    fn words_count_by_their_stems() {
        let cues = [("dock worker", 2.0)];
        assert!(strength(&cues, "x", "The docks workers left.") >= 1.0);
        assert!(strength(&cues, "x", "The dock has a worker.") < 1.0);
    }

    #[test]
    fn one_word_repeated_counts_half_each_time() {
        let cues = [("quay", 2.0)];
        let expected = (2.0 + 1.0 + 0.5) / 2.0;
        let found = strength(&cues, "x", "Quay, quay and quay.");
        assert!((found - expected).abs() < 1e-6, "{found}");
    }

    #[test]
    fn a_heading_adds_a_quarter_but_makes_no_topic_alone() {
        let cues = [("quay", 2.0), ("crane", 1.5)];
        assert!(strength(&cues, "The crane", "A quay.") > strength(&cues, "x", "A quay."));
        assert!(topics(&[("crane", 9.0)], "The crane", "Nothing here.").is_empty());
    }

    #[test]
    fn the_longest_phrase_counts_and_not_the_words_in_it() {
        let cues = [("quay", 2.0), ("dry quay", 0.5)];
        assert!(strength(&cues, "x", "A dry quay.") < 1.0);
    }

    #[test]
    fn words_against_a_topic_take_it_away() {
        let cues = [("quay", 2.0), ("poem", -1.0)];
        assert!(strength(&cues, "x", "A poem about a quay.") < 1.0);
    }

    #[test]
    fn the_evidence_is_where_the_words_stand() {
        let found = topics(&[("quay", 2.0), ("crane", 1.0)], "x", "A crane on a quay.");
        let spans: Vec<(u32, u32)> = found[0].evidence.iter().map(|s| (s.start, s.end)).collect();
        assert_eq!(spans, [(5, 10), (16, 20)]);
    }
}
