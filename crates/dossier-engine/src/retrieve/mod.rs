//! The best documents for plain words: what a search engine does most of the time.
//!
//! Words of the query become weighted stems (`words`), misspelt ones those they were meant for
//! (`correct`). The best documents by these are found without scoring all (`top`); those whose title
//! has what was asked for come first (`title`), and what the best have in common speaks for others
//! like them (`feedback`).

mod correct;
mod explain;
mod extract;
mod feedback;
mod suggest;
mod title;
mod top;
mod words;

pub use explain::{Explanation, Part, Reason, explain};
pub use extract::{Extracts, extracts};
pub use suggest::suggest;
pub use words::{Correction, Mode, Way, Words};

use crate::index::{END, Index};
use crate::store::Fault;

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its number.
    pub doc: u32,
    /// Its score, above 0; comparable within one answer only.
    pub score: f32,
}

/// Whether a document, by its number, is one of those asked about.
pub type Passes<'a> = &'a dyn Fn(u32) -> bool;

/// The best documents for some words, best first, the first of equals first; at most `limit`.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn search(index: Index<'_>, words: &Words, limit: usize) -> Result<Vec<Found>, Fault> {
    search_among(index, words, limit, &|_| true)
}

/// [`search`] among the documents that pass: what the best of these have in common speaks for
/// others.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn search_among(
    index: Index<'_>,
    words: &Words,
    limit: usize,
    passes: Passes<'_>,
) -> Result<Vec<Found>, Fault> {
    let limit_of_best = limit.max(feedback::CANDIDATES);
    let mut found = top::best(index, &words.terms, limit_of_best, passes)?;
    title::apply(words.asked, &mut found);
    feedback::apply(index, &mut found)?;
    found.truncate(limit);
    Ok(found
        .into_iter()
        .map(|scored| Found {
            doc: scored.doc,
            score: scored.score as f32 / top::SCALE,
        })
        .collect())
}

/// The documents that have any of some words, in order.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn matching(index: Index<'_>, words: &Words) -> Result<Vec<u32>, Fault> {
    let mut matching = vec![false; index.documents() as usize];
    for term in &words.terms {
        let mut postings = index.postings(term.stem)?;
        while postings.doc() != END {
            if let Some(is) = matching.get_mut(postings.doc() as usize) {
                *is = true;
            }
            postings.advance()?;
        }
    }
    let documents = (0..).zip(matching);
    Ok(documents
        .filter_map(|(doc, is)| is.then_some(doc))
        .collect())
}

#[cfg(test)]
mod tests;
