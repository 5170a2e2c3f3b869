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

/// The best documents for some words, best first, the first of equals first; at most `limit`.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn search(index: Index<'_>, words: &Words, limit: usize) -> Result<Vec<Found>, Fault> {
    let mut found = top::best(index, &words.terms, limit.max(feedback::CANDIDATES))?;
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

/// How many documents have any of some words.
///
/// # Errors
/// Where bytes of the index are damaged or absent.
pub fn count(index: Index<'_>, words: &Words) -> Result<u32, Fault> {
    let mut matching = vec![0_u64; (index.documents() as usize).div_ceil(64)];
    for term in &words.terms {
        let mut postings = index.postings(term.stem)?;
        while postings.doc() != END {
            let doc = postings.doc() as usize;
            matching[doc / 64] |= 1 << (doc % 64);
            postings.advance()?;
        }
    }
    Ok(matching.iter().map(|bits| bits.count_ones()).sum())
}

#[cfg(test)]
mod tests;
