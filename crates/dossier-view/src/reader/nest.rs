//! Runs as the page nests them: text, and mentions that hold text and further mentions.

use super::segments::Run;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Runs outside of every mention at this depth, in order.
    Text(Vec<Run>),
    /// A mention, or the part of it that lies in the mentions around it.
    Mention(MentionNode),
}

/// A mention on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionNode {
    /// Position among the document's mentions.
    pub mention: usize,
    /// How many mentions lie around it.
    pub depth: usize,
    /// What it holds. Where this is one [`Node::Text`], no mention lies inside.
    pub children: Vec<Node>,
}

impl MentionNode {
    /// Whether a further mention lies inside.
    #[must_use]
    pub fn holds_mentions(&self) -> bool {
        self.children
            .iter()
            .any(|child| matches!(child, Node::Mention(_)))
    }
}

/// Nests the runs of a text by their mentions. The runs stay in order; a mention that overlaps
/// another only in part becomes several nodes.
#[must_use]
pub fn nest(runs: &[Run]) -> Vec<Node> {
    nest_at(runs, 0)
}

fn nest_at(runs: &[Run], depth: usize) -> Vec<Node> {
    runs.chunk_by(|a, b| a.mentions.get(depth) == b.mentions.get(depth))
        .map(
            |chunk| match chunk.first().and_then(|run| run.mentions.get(depth)) {
                None => Node::Text(chunk.to_vec()),
                Some(&mention) => Node::Mention(MentionNode {
                    mention,
                    depth,
                    children: nest_at(chunk, depth + 1),
                }),
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use dossier_engine::span::Span;

    use super::{Node, nest};
    use crate::reader::segments::Layered;

    fn shown(text: &str, nodes: &[Node]) -> String {
        nodes
            .iter()
            .map(|node| match node {
                Node::Text(runs) => runs.iter().map(|run| run.span.slice(text)).collect(),
                Node::Mention(inner) => {
                    format!("<{} {}>", inner.mention, shown(text, &inner.children))
                }
            })
            .collect()
    }

    fn nested(text: &str, mentions: &[(u32, u32)]) -> String {
        let layers = Layered {
            mentions: mentions
                .iter()
                .map(|&(a, b)| Span::new(a, b))
                .zip(0..)
                .collect(),
            ..Layered::default()
        };
        let runs = layers.cut(text, Span::new(0, text.len() as u32));
        shown(text, &nest(&runs))
    }

    #[test]
    fn a_mention_inside_another_is_nested_in_it() {
        assert_eq!(
            nested("fired 20 long rockets today", &[(6, 21), (9, 21), (22, 27)]),
            "fired <0 20 <1 long rockets>> <2 today>"
        );
    }

    #[test]
    fn mentions_side_by_side_stay_apart() {
        assert_eq!(nested("RomeParis", &[(0, 4), (4, 9)]), "<0 Rome><1 Paris>");
    }

    #[test]
    fn a_mention_that_sticks_out_of_another_goes_on_after_it() {
        assert_eq!(nested("abcdef", &[(0, 4), (2, 6)]), "<0 ab<1 cd>><1 ef>");
    }
}
