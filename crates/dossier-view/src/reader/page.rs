//! A document as the reader lays it out.

use dossier_engine::document::{Block, BlockKind};
use dossier_engine::explorer::Match;
use dossier_engine::id::TopicId;
use dossier_engine::index::Field;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::span::Span;
use std::ops::Range;

use super::header::{Header, header};
use super::headings;
use super::nest::{Node, nest};
use super::segments::Layered;
use super::topics::{PassageTopic, passage_topics};
use crate::shared::Shared;
use crate::state::Layers;

/// Everything that the reader shows of a document, apart from what is current or open in it.
#[derive(Clone, Debug)]
pub struct Page {
    /// The document; all spans but those of the header are offsets into its text.
    pub content: Shared<AnalysedDocument>,
    /// What stands above the text.
    pub header: Header,
    /// The text in order.
    pub flow: Vec<Piece>,
    /// The passages by their number from 0.
    pub passages: Vec<Shared<Passage>>,
    /// Where each match stands.
    pub places: Vec<MatchPlace>,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading.
    Heading(Heading),
    /// One passage, by its number from 0.
    Passage(usize),
    /// Items of a list that follow one another, by their numbers.
    List(Range<usize>),
}

/// A heading within the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Level on the page, 1 to 6.
    pub level: u8,
    /// What it says.
    pub nodes: Vec<Node>,
    /// Which matches it holds.
    pub matches: Range<usize>,
    /// Which mentions it holds.
    pub mentions: Range<usize>,
}

/// A passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Number in addresses and citations, from 1.
    pub number: u32,
    /// What it is.
    pub kind: BlockKind,
    /// What it says.
    pub nodes: Vec<Node>,
    /// Its topics, strongest first; none where the layer is off.
    pub topics: Vec<PassageTopic>,
    /// Which matches it holds.
    pub matches: Range<usize>,
    /// Which mentions it holds.
    pub mentions: Range<usize>,
}

/// Where a match stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchPlace {
    /// In the title.
    Title,
    /// In the metadata.
    Byline,
    /// In a heading.
    Heading,
    /// In the passage with this number, from 1.
    Passage(u32),
}

/// Level of the title on the page, below the page's own heading.
pub const TITLE_LEVEL: u8 = 2;

/// Lays a document out. `matches` are numbered in the order given; what a layer that is off would
/// show is left out.
#[must_use]
pub fn page(content: Shared<AnalysedDocument>, matches: &[Match], layers: Layers) -> Page {
    let document = &content.document;
    let mut places = vec![MatchPlace::Heading; matches.len()];

    let head = |field: Field| Layered {
        matches: numbered(matches, field)
            .filter(|_| layers.matches)
            .collect(),
        ..Layered::default()
    };
    let header = header(document, &head(Field::Title), &head(Field::Byline));
    for (place, found) in places.iter_mut().zip(matches) {
        match found.field {
            Field::Title => *place = MatchPlace::Title,
            Field::Byline => *place = MatchPlace::Byline,
            Field::Body => {}
        }
    }

    let blocks = &document.blocks;
    let body: Vec<(Span, usize)> = numbered(matches, Field::Body).collect();
    let mentions = content.mentions.iter().map(|mention| mention.span).zip(0..);
    let matches_of = by_block(blocks, body.into_iter());
    let mentions_of = by_block(blocks, mentions);

    let authored: Vec<u8> = blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Heading(level) => Some(level),
            _ => None,
        })
        .collect();
    let mut levels = headings::levels(&authored, TITLE_LEVEL).into_iter();

    let mut flow = Vec::new();
    let mut passages: Vec<Shared<Passage>> = Vec::new();
    for ((block, found), named) in blocks.iter().zip(matches_of).zip(mentions_of) {
        let (match_range, mention_range) = (extent(&found), extent(&named));
        let assigned = content
            .topics
            .get(passages.len())
            .filter(|_| block.kind.is_passage());
        let assigned = assigned.map_or(&[][..], Vec::as_slice);
        let layered = Layered {
            matches: if layers.matches { found } else { Vec::new() },
            mentions: if layers.entities { named } else { Vec::new() },
            evidence: if layers.topics {
                evidence(assigned)
            } else {
                Vec::new()
            },
        };
        let nodes = nest(&layered.cut(&document.text, block.span));
        if let BlockKind::Heading(_) = block.kind {
            flow.push(Piece::Heading(Heading {
                level: levels.next().unwrap_or(TITLE_LEVEL),
                nodes,
                matches: match_range,
                mentions: mention_range,
            }));
            continue;
        }
        let index = passages.len();
        let number = index as u32 + 1;
        for place in places.get_mut(match_range.clone()).into_iter().flatten() {
            *place = MatchPlace::Passage(number);
        }
        let passage = Passage {
            number,
            kind: block.kind,
            nodes,
            topics: if layers.topics {
                passage_topics(assigned, &document.text)
            } else {
                Vec::new()
            },
            matches: match_range,
            mentions: mention_range,
        };
        passages.push(passage.into());
        match (block.kind, flow.last_mut()) {
            (BlockKind::Item, Some(Piece::List(items))) => items.end = index + 1,
            (BlockKind::Item, _) => flow.push(Piece::List(index..index + 1)),
            _ => flow.push(Piece::Passage(index)),
        }
    }
    Page {
        content,
        header,
        flow,
        passages,
        places,
    }
}

impl Page {
    /// Takes over from an earlier layout of the document the passages that are as they were, so
    /// that they are the same allocation and need not be drawn again.
    pub fn keep(&mut self, earlier: &Self) {
        if self.content != earlier.content {
            return;
        }
        for (passage, before) in self.passages.iter_mut().zip(&earlier.passages) {
            if **passage == **before {
                passage.clone_from(before);
            }
        }
    }
}

/// The matches in a field with their positions among all.
fn numbered(matches: &[Match], field: Field) -> impl Iterator<Item = (Span, usize)> + '_ {
    let all = matches.iter().zip(0..);
    all.filter(move |(found, _)| found.field == field)
        .map(|(found, index)| (found.span, index))
}

/// For each block the spans that lie over it.
fn by_block(
    blocks: &[Block],
    spans: impl Iterator<Item = (Span, usize)>,
) -> Vec<Vec<(Span, usize)>> {
    let mut found = vec![Vec::new(); blocks.len()];
    for (span, label) in spans {
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        let over = blocks.iter().zip(&mut found).skip(first);
        for (_, list) in over.take_while(|(block, _)| block.span.start < span.end) {
            list.push((span, label));
        }
    }
    found
}

/// From the first to the last of the labels, which follow one another.
fn extent(labelled: &[(Span, usize)]) -> Range<usize> {
    match (labelled.first(), labelled.last()) {
        (Some(&(_, first)), Some(&(_, last))) => first..last + 1,
        _ => 0..0,
    }
}

fn evidence(assigned: &[dossier_engine::topic::Assignment]) -> Vec<(Span, TopicId)> {
    assigned
        .iter()
        .flat_map(|topic| topic.evidence.iter().map(|&span| (span, topic.topic)))
        .collect()
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::{BlockKind, Document};
    use dossier_engine::entity::{LinkReason, Mention};
    use dossier_engine::explorer::Match;
    use dossier_engine::id::{EntityId, TopicId};
    use dossier_engine::index::Field;
    use dossier_engine::pipeline::AnalysedDocument;
    use dossier_engine::span::Span;
    use dossier_engine::topic::Assignment;

    use super::{MatchPlace, Page, Piece, page};
    use crate::reader::fixture::{document, find};
    use crate::reader::nest::Node;
    use crate::shared::Shared;
    use crate::state::Layers;

    fn body(document: &Document, word: &str) -> Match {
        Match {
            field: Field::Body,
            span: find(document, word, 0),
        }
    }

    fn harbour() -> (AnalysedDocument, Vec<Match>) {
        let document = Document {
            title: "Grain ship".to_owned(),
            ..document(&[
                (BlockKind::Heading(2), "The grain"),
                (BlockKind::Paragraph, "A ship left Odd Harbour."),
                (BlockKind::Item, "wheat"),
                (BlockKind::Item, "rye for Odd Harbour"),
                (BlockKind::Paragraph, "That was all the cargo."),
            ])
        };
        let matches = vec![
            Match {
                field: Field::Title,
                span: Span::new(0, 5),
            },
            body(&document, "grain"),
            body(&document, "ship"),
            body(&document, "cargo"),
        ];
        let place = body(&document, "Odd Harbour").span;
        let content = AnalysedDocument {
            mentions: vec![Mention {
                span: place,
                entity: EntityId(0),
                reason: LinkReason::Name,
                stands_for: None,
            }],
            topics: vec![
                vec![Assignment {
                    topic: TopicId(1),
                    strength: 2.0,
                    evidence: vec![body(&document, "ship").span],
                }],
                Vec::new(),
                Vec::new(),
                Vec::new(),
            ],
            document,
            ..AnalysedDocument::default()
        };
        (content, matches)
    }

    fn laid_out(layers: Layers) -> Page {
        let (content, matches) = harbour();
        page(Shared::new(content), &matches, layers)
    }

    #[test]
    fn items_that_follow_one_another_are_one_list() {
        let page = laid_out(Layers::default());
        assert!(matches!(&page.flow[0], Piece::Heading(heading) if heading.level == 3));
        assert_eq!(
            page.flow[1..],
            [Piece::Passage(0), Piece::List(1..3), Piece::Passage(3)]
        );
        let numbers: Vec<u32> = page.passages.iter().map(|passage| passage.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
    }

    #[test]
    fn matches_are_numbered_in_one_sequence_from_the_title_on() {
        let page = laid_out(Layers::default());
        assert_eq!(
            page.places,
            [
                MatchPlace::Title,
                MatchPlace::Heading,
                MatchPlace::Passage(1),
                MatchPlace::Passage(4)
            ]
        );
        assert_eq!(page.passages[0].matches, 2..3);
        assert_eq!(page.passages[3].matches, 3..4);
        assert!(page.passages[1].matches.is_empty());
        assert!(
            page.header.title[0]
                .matched
                .is_some_and(|piece| piece.index == 0)
        );
    }

    #[test]
    fn a_layer_that_is_off_leaves_nothing_behind() {
        let off = Layers {
            matches: false,
            entities: false,
            topics: false,
        };
        let page = laid_out(off);
        for passage in &page.passages {
            assert!(passage.topics.is_empty());
            let [Node::Text(runs)] = passage.nodes.as_slice() else {
                panic!("the passage holds a mention");
            };
            assert_eq!(runs.len(), 1);
        }
        assert!(page.header.title.iter().all(|run| run.matched.is_none()));
    }

    #[test]
    fn passages_that_another_query_does_not_touch_are_kept() {
        let (content, matches) = harbour();
        let content = Shared::new(content);
        let before = page(content.clone(), &matches, Layers::default());
        let mut after = page(content.clone(), &matches[..3], Layers::default());
        after.keep(&before);
        let kept: Vec<bool> = after
            .passages
            .iter()
            .zip(&before.passages)
            .map(|(passage, earlier)| passage == earlier)
            .collect();
        assert_eq!(kept, [true, true, true, false]);

        let mut another = page(Shared::new(harbour().0), &matches, Layers::default());
        another.keep(&before);
        assert!(another.passages[0] != before.passages[0]);
    }

    #[test]
    fn evidence_lies_on_the_words_of_its_own_passage() {
        let page = laid_out(Layers::default());
        let Node::Text(runs) = &page.passages[0].nodes[0] else {
            panic!("the passage begins with text");
        };
        let evident: Vec<_> = runs.iter().filter(|run| !run.evidence.is_empty()).collect();
        assert_eq!(evident.len(), 1);
        assert_eq!(evident[0].span.slice(&page.content.document.text), "ship");
    }
}
