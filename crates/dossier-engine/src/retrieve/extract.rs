//! What a document has of some words: matches in the title and extracts of the best passages.

use super::words::Words;
use crate::document::Document;
use crate::index::{Index, Stem};
use crate::order;
use crate::snippet::{SNIPPET_WORDS, Snippet, cut};
use crate::span::Span;
use crate::store::Fault;
use crate::text::{Analyser, whole};

/// How many extracts a document is shown with at most.
const EXTRACTS: usize = 3;

/// What a document has of some words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extracts {
    /// How many words of title and text match.
    pub matches: u32,
    /// Matches in the title, as offsets into it.
    pub title_marks: Vec<Span>,
    /// Extracts of the passages that have most of the words, in order of the text; the beginning of
    /// the text where none has any.
    pub snippets: Vec<Snippet>,
}

/// What a document has of some words.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn extracts(index: Index<'_>, words: &Words, document: &Document) -> Result<Extracts, Fault> {
    let stems: Vec<Stem> = words.terms.iter().map(|term| term.stem).collect();
    let forms = Forms::new(index, &stems)?;
    let analyser = Analyser::new(&document.language);
    let title_matches = matches(&analyser, &forms, &document.title);
    let mut count = title_matches.len();
    let mut marks = Vec::new();
    let mut passages = Vec::new();
    for block in &document.blocks {
        let found = matches(&analyser, &forms, block.span.slice(&document.text));
        count += found.len();
        if block.kind.is_passage() {
            let mut different: Vec<u32> = found.iter().map(|&(_, stem)| stem).collect();
            order::sort(&mut different);
            different.dedup();
            passages.push((
                different.len(),
                found.len(),
                passages.len() as u32,
                block.span,
            ));
        }
        let spans = joined(found.iter().map(|&(span, _)| span));
        marks.extend(spans.into_iter().map(|span| span.shifted(block.span.start)));
    }
    let first = passages.first().copied();
    let mut best = passages;
    order::sort_by_key(&mut best, |&(different, all, ..)| {
        std::cmp::Reverse((different, all))
    });
    best.retain(|&(different, ..)| different > 0);
    best.truncate(EXTRACTS);
    order::sort_by_key(&mut best, |&(.., number, _)| number);
    if best.is_empty() {
        best.extend(first);
    }
    let snippets = best.into_iter().map(|(.., number, span)| Snippet {
        passage: Some(number),
        ..cut(&document.text, span, &marks, SNIPPET_WORDS)
    });
    Ok(Extracts {
        matches: count as u32,
        title_marks: joined(title_matches.into_iter().map(|(span, _)| span)),
        snippets: snippets.collect(),
    })
}

/// The forms of some stems that documents have.
pub(super) struct Forms(Vec<(String, u32)>);

impl Forms {
    pub fn new(index: Index<'_>, stems: &[Stem]) -> Result<Self, Fault> {
        let mut forms = Vec::new();
        for &stem in stems {
            let of_stem = index.forms(stem)?.into_iter();
            forms.extend(of_stem.map(|form| (form, stem.position())));
        }
        order::sort(&mut forms);
        Ok(Self(forms))
    }

    /// The position of a stem that has this form.
    fn stem(&self, form: &str) -> Option<u32> {
        let at = self
            .0
            .binary_search_by(|(other, _)| other.as_str().cmp(form));
        at.ok().map(|at| self.0[at].1)
    }
}

/// The words of a text that are one of some forms, each where all of it stands and with the position
/// of its stem: words may share characters.
pub(super) fn matches(analyser: &Analyser, forms: &Forms, text: &str) -> Vec<(Span, u32)> {
    let mut found = Vec::new();
    analyser.each_word(text, |span, word| {
        if let Some(stem) = forms.stem(word) {
            found.push((whole(text, span, word), stem));
        }
    });
    found
}

/// Spans in order, those that share characters as one.
fn joined(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}
