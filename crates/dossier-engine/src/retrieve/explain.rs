//! Why a document has its score.

use super::extract::{Forms, matches};
use super::top::{self, SCALE};
use super::words::{Way, Words};
use super::{Passes, feedback, title};
use crate::document::Document;
use crate::index::Index;
use crate::order;
use crate::span::Span;
use crate::store::Fault;
use crate::text::Analyser;

/// What a document has its score for.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The score, as [`search`](super::search) gives it for the best.
    pub score: f32,
    /// What it is made of, the greatest first; the sum is the score.
    pub parts: Vec<Part>,
}

/// A part of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is for.
    pub reason: Reason,
    /// How much it is, above 0.
    pub score: f32,
}

/// What a part of a score is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The document has a word of the query.
    Word {
        /// Where the word stands in the query.
        typed: Span,
        /// How what the document has comes from it.
        way: Way,
        /// The forms that the title, or else the text, has; none where only the byline has one.
        found: Vec<String>,
        /// Whether this is for the title, not for text and byline.
        in_title: bool,
        /// How often it stands there.
        count: u32,
    },
    /// The title has much of the query.
    Title,
    /// The document is like the best.
    Likeness,
}

/// What a document has its score for among those that `passes` lets pass, as in
/// [`search_among`](super::search_among); `None` where it is none of them or has none of the words.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn explain(
    index: Index<'_>,
    words: &Words,
    doc: u32,
    document: &Document,
    passes: Passes<'_>,
) -> Result<Option<Explanation>, Fault> {
    let mut found = top::best(index, &words.terms, feedback::CANDIDATES, passes)?;
    if !found.iter().any(|scored| scored.doc == doc) {
        // Not among the best, which is where likeness counts.
        found = top::best(index, &words.terms, 1, &|other| other == doc && passes(doc))?;
    }
    let score_of = |found: &[top::Scored]| found.iter().find(|of| of.doc == doc).map(|of| of.score);
    let Some(plain) = score_of(&found) else {
        return Ok(None);
    };
    title::apply(words.asked, &mut found);
    let with_title = score_of(&found).unwrap_or(plain);
    if found.len() > 1 {
        feedback::apply(index, &mut found)?;
    }
    let score = score_of(&found).unwrap_or(with_title);
    let mut parts = words_of(index, words, doc, document)?;
    for (reason, score) in [
        (Reason::Title, with_title - plain),
        (Reason::Likeness, score - with_title),
    ] {
        if score > 0 {
            let score = score as f32 / SCALE;
            parts.push(Part { reason, score });
        }
    }
    order::sort_by(&mut parts, |a, b| b.score.total_cmp(&a.score));
    Ok(Some(Explanation {
        score: score as f32 / SCALE,
        parts,
    }))
}

/// The parts for the words that a document has.
fn words_of(
    index: Index<'_>,
    words: &Words,
    doc: u32,
    document: &Document,
) -> Result<Vec<Part>, Fault> {
    let norms = index.norms()?;
    let analyser = Analyser::new(&document.language);
    let mut parts = Vec::new();
    for term in &words.terms {
        let mut postings = index.postings(term.stem)?;
        postings.seek(doc)?;
        if postings.doc() != doc {
            continue;
        }
        let frequency = postings.frequency();
        let (body, title) = norms.weights(doc, frequency);
        let whole = term.weight * norms.saturation(doc, frequency);
        let forms = Forms::new(index, &[term.stem])?;
        let in_title = found_in(&analyser, &forms, &document.title);
        let in_body = found_in(&analyser, &forms, &document.text);
        let sides = [
            (true, title, in_title.1, in_title.0),
            (false, body, frequency.body, in_body.0),
        ];
        for (in_title, weight, count, found) in sides {
            if weight > 0.0 {
                parts.push(Part {
                    reason: Reason::Word {
                        typed: term.typed,
                        way: term.way,
                        found,
                        in_title,
                        count,
                    },
                    score: whole * weight / (body + title),
                });
            }
        }
    }
    Ok(parts)
}

/// The different words of a text that are among some forms, in order, and how many there are.
fn found_in(analyser: &Analyser, forms: &Forms, text: &str) -> (Vec<String>, u32) {
    let found = matches(analyser, forms, text);
    let count = found.len() as u32;
    let mut different: Vec<String> = Vec::new();
    for (span, _) in found {
        let form = span.slice(text);
        if !different.iter().any(|other| other == form) {
            different.push(form.into());
        }
    }
    (different, count)
}
