//! Text with its matches marked.

use dossier_engine::explorer::Snippet;
use dossier_engine::span::Span;
use dossier_view::marked::pieces;
use yew::prelude::*;

use crate::element::{Content, El, el, group};

/// A text with its marks.
pub fn marked(text: &str, marks: &[Span]) -> El {
    let pieces = pieces(text, marks).into_iter().map(|piece| -> Html {
        if piece.marked {
            el("mark").child(piece.text).into()
        } else {
            piece.text.node()
        }
    });
    group().children(pieces)
}

/// An extract with its marks, and dots where it was cut.
pub fn extract(snippet: &Snippet) -> El {
    group()
        .child(snippet.cut_start.then_some("… "))
        .child(marked(&snippet.text, &snippet.marks))
        .child(snippet.cut_end.then_some(" …"))
}
