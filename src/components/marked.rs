//! Text with its matches marked.

use dossier_engine::explorer::Snippet;
use dossier_engine::span::Span;
use dossier_view::marked::pieces;
use yew::prelude::*;

/// A text with its marks.
pub fn marked(text: &str, marks: &[Span]) -> Html {
    pieces(text, marks)
        .into_iter()
        .map(|piece| {
            if piece.marked {
                html! { <mark>{ piece.text.to_owned() }</mark> }
            } else {
                html! { { piece.text.to_owned() } }
            }
        })
        .collect()
}

/// An extract with its marks, and dots where it was cut.
pub fn extract(snippet: &Snippet) -> Html {
    html! {
        <>
            if snippet.cut_start { { "… " } }
            { marked(&snippet.text, &snippet.marks) }
            if snippet.cut_end { { " …" } }
        </>
    }
}
