//! Text with its marks: what runs and mentions are on the page.
//!
//! A mention is an inline element with the role of a button, since a real button neither breaks
//! across lines nor lets its text be selected. Of hundreds of mentions one is a stop of the Tab
//! key; the arrow keys go from there. Of a mention in several pieces the first is the button.

use std::cell::RefCell;

use dossier_engine::entity::Mention;
use dossier_engine::explorer::Overview;
use dossier_view::reader::nest::{MentionNode, Node};
use dossier_view::reader::segments::Run;
use yew::prelude::*;

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

impl Ink<'_> {
    /// A stretch of text with its marks.
    pub fn nodes(&self, nodes: &[Node]) -> Html {
        let buttons = RefCell::new(Vec::new());
        nodes
            .iter()
            .map(|node| self.node(node, None, &buttons))
            .collect()
    }

    /// Text without mentions.
    pub fn runs(&self, runs: &[Run]) -> Html {
        runs.iter().map(|run| self.run(run)).collect()
    }

    fn node(&self, node: &Node, around: Option<usize>, buttons: &RefCell<Vec<usize>>) -> Html {
        match (node, around) {
            (Node::Text(runs), None) => self.runs(runs),
            (Node::Text(runs), Some(mention)) => self.piece(mention, runs, Classes::new(), buttons),
            (Node::Mention(inner), _) => self.mention(inner, buttons),
        }
    }

    fn mention(&self, node: &MentionNode, buttons: &RefCell<Vec<usize>>) -> Html {
        let kind = self
            .mentions
            .get(node.mention)
            .and_then(|mention| self.overview.entities.get(mention.entity.index()))
            .map(|entity| entity.kind.key());
        let looks = classes!(
            "mention",
            kind,
            (self.card == Some(node.mention)).then_some("is-open")
        );
        match node.children.as_slice() {
            [Node::Text(runs)] => self.piece(node.mention, runs, looks, buttons),
            children => html! {
                <span class={classes!(looks, "holds-mentions")}>
                    { for children.iter().map(|child| self.node(child, Some(node.mention), buttons)) }
                </span>
            },
        }
    }

    /// A piece of a mention that holds no further ones.
    fn piece(
        &self,
        mention: usize,
        runs: &[Run],
        looks: Classes,
        buttons: &RefCell<Vec<usize>>,
    ) -> Html {
        let number = mention.to_string();
        if buttons.borrow().contains(&mention) {
            return html! { <span class={looks} data-mention={number}>{ self.runs(runs) }</span> };
        }
        buttons.borrow_mut().push(mention);
        let is_open = self.card == Some(mention);
        html! {
            <span
                class={classes!(looks, "mention-button")}
                data-mention={number}
                role="button"
                tabindex={if self.roving == Some(mention) { "0" } else { "-1" }}
                aria-haspopup="dialog"
                aria-expanded={is_open.then_some("true")}
                aria-describedby={(self.roving == Some(mention)).then_some("mention-help")}
            >
                { self.runs(runs) }
            </span>
        }
    }

    fn run(&self, run: &Run) -> Html {
        let text = run.span.slice(self.text);
        let words = if run.evidence.is_empty() {
            html! { { text } }
        } else {
            html! { <span class="evidence">{ text }</span> }
        };
        let Some(piece) = run.matched else {
            return words;
        };
        let is_current = self.current == Some(piece.index);
        let looks = classes!(
            "match",
            is_current.then_some("is-current"),
            (!piece.opens).then_some("goes-on"),
            (!piece.closes).then_some("to-go-on"),
        );
        html! {
            <mark
                class={looks}
                data-match={piece.index.to_string()}
                aria-current={is_current.then_some("true")}
            >
                { words }
            </mark>
        }
    }
}
