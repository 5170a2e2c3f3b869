//! Text with its marks: what runs and mentions are on the page.
//!
//! A mention is an inline element with the role of a button, since a real button neither breaks
//! across lines nor lets its text be selected. Of hundreds of mentions one is a stop of the Tab
//! key; the arrow keys go from there. Of a mention in several pieces the first is the button.

use dossier_engine::entity::Mention;
use dossier_engine::explorer::Overview;
use dossier_view::reader::nest::{MentionNode, Node};
use dossier_view::reader::segments::Run;
use yew::prelude::*;

use crate::element::{Content, El, el, group};

/// What the marks of a stretch of text look like now.
pub struct Ink<'a> {
    /// The text that the runs are parts of.
    pub text: &'a str,
    /// The document's mentions.
    pub mentions: &'a [Mention],
    /// The entities' kinds.
    pub overview: &'a Overview,
    /// The current match, if it is here.
    pub current: Option<usize>,
    /// The mention that the Tab key stops at, if it is here.
    pub roving: Option<usize>,
    /// The mention whose card is open, if it is here.
    pub card: Option<usize>,
}

/// What is read of a block, by which a selection finds it.
pub fn text(nodes: El) -> El {
    el("span").set("data-text", "").child(nodes)
}

impl Ink<'_> {
    /// A stretch of text with its marks.
    pub fn nodes(&self, nodes: &[Node]) -> El {
        let mut buttons = Vec::new();
        group().children(nodes.iter().map(|node| self.node(node, None, &mut buttons)))
    }

    /// Text without mentions.
    pub fn runs(&self, runs: &[Run]) -> El {
        group().children(runs.iter().map(|run| self.run(run)))
    }

    fn node(&self, node: &Node, around: Option<usize>, buttons: &mut Vec<usize>) -> El {
        match (node, around) {
            (Node::Text(runs), None) => self.runs(runs),
            (Node::Text(runs), Some(mention)) => self.piece(mention, runs, buttons),
            (Node::Mention(inner), _) => self.mention(inner, buttons),
        }
    }

    fn mention(&self, node: &MentionNode, buttons: &mut Vec<usize>) -> El {
        let entity = self.mentions.get(node.mention);
        let entity = entity.and_then(|mention| self.overview.entities.get(mention.entity.index()));
        let piece = match node.children.as_slice() {
            [Node::Text(runs)] => self.piece(node.mention, runs, buttons),
            children => {
                let around = Some(node.mention);
                let children = children.iter();
                el("span")
                    .class("holds-mentions")
                    .children(children.map(|child| self.node(child, around, buttons)))
            }
        };
        piece
            .class("mention")
            .class(entity.map_or("", |entity| entity.kind.key()))
            .class_if(self.card == Some(node.mention), "is-open")
    }

    /// A piece of a mention that holds no further ones.
    fn piece(&self, mention: usize, runs: &[Run], buttons: &mut Vec<usize>) -> El {
        let piece = el("span")
            .set("data-mention", mention)
            .child(self.runs(runs));
        if buttons.contains(&mention) {
            return piece;
        }
        buttons.push(mention);
        let is_open = self.card == Some(mention);
        let roves = self.roving == Some(mention);
        piece
            .class("mention-button")
            .set("role", "button")
            .set("tabindex", if roves { "0" } else { "-1" })
            .set("aria-haspopup", "dialog")
            .set("aria-expanded", is_open.then_some("true"))
            .set("aria-describedby", roves.then_some("mention-help"))
    }

    fn run(&self, run: &Run) -> Html {
        let text = run.span.slice(self.text);
        let words = if run.evidence.is_empty() {
            text.node()
        } else {
            el("span").class("evidence").child(text).into()
        };
        let Some(piece) = run.matched else {
            return words;
        };
        let is_current = self.current == Some(piece.index);
        el("mark")
            .class("match")
            .class_if(is_current, "is-current")
            .class_if(!piece.opens, "goes-on")
            .class_if(!piece.closes, "to-go-on")
            .set("data-match", piece.index)
            .set("aria-current", is_current.then_some("true"))
            .child(words)
            .into()
    }
}
