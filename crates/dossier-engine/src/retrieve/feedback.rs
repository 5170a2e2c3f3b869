//! What the best documents have in common speaks for others that have it too.
//!
//! This is pseudo-relevance feedback (Rocchio, *Relevance Feedback in Information Retrieval*, 1971)
//! over the signatures of documents: the stems of the best, by their place there and the score of
//! the document, are compared with the signatures of all candidates. It needs no more postings.

use super::top::{Scored, in_order};
use crate::index::Index;
use crate::order;
use crate::store::Fault;

/// How many documents are compared with what the best have in common.
pub(super) const CANDIDATES: usize = 64;

/// How many documents are taken for the best.
const BEST: usize = 8;

/// How many stems in common count at most.
const STEMS: usize = 30;

/// What being most like the best adds, as a part of the greatest score, 0 or more. At 0 nothing is
/// added; far above 1 likeness outranks what was asked for.
const WEIGHT: f32 = 0.3;

/// What a stem counts by its place in a signature, 0 to 1.
fn worth(place: usize) -> f32 {
    1.0 - place as f32 / 20.0
}

/// Adds to the scores of the first candidates, which are in order, and puts them in order again.
pub(super) fn apply(index: Index<'_>, found: &mut Vec<Scored>) -> Result<(), Fault> {
    let candidates = found.len().min(CANDIDATES);
    let Some(greatest) = found.first().map(|first| first.score as f32) else {
        return Ok(());
    };
    let mut signatures: Vec<Vec<u32>> = Vec::with_capacity(candidates);
    for candidate in &found[..candidates] {
        signatures.push(index.signature(candidate.doc)?.collect());
    }
    let common = in_common(found, &signatures, greatest);
    let likeness: Vec<f32> = signatures
        .iter()
        .map(|signature| {
            let stems = signature.iter().enumerate();
            stems
                .filter_map(|(place, stem)| {
                    let at = common.binary_search_by_key(stem, |&(stem, _)| stem).ok()?;
                    Some(worth(place) * common[at].1)
                })
                .sum()
        })
        .collect();
    let most = likeness.iter().copied().fold(0.0, f32::max);
    if most > 0.0 {
        for (candidate, likeness) in found.iter_mut().zip(likeness) {
            #[expect(clippy::cast_sign_loss, reason = "likeness is not negative")]
            let bonus = (WEIGHT * greatest * likeness / most) as u32;
            candidate.score = candidate.score.saturating_add(bonus);
        }
        in_order(found);
    }
    Ok(())
}

/// The stems that at least two of the best documents have, with their weights; by stem.
fn in_common(found: &[Scored], signatures: &[Vec<u32>], greatest: f32) -> Vec<(u32, f32)> {
    let mut stems: Vec<(u32, f32)> = Vec::new();
    for (best, signature) in found.iter().zip(signatures).take(BEST) {
        for (place, &stem) in signature.iter().enumerate() {
            stems.push((stem, worth(place) * best.score as f32 / greatest));
        }
    }
    order::sort_by_key(&mut stems, |&(stem, _)| stem);
    let of_several = stems.chunk_by(|a, b| a.0 == b.0).filter(|of| of.len() > 1);
    let mut shared: Vec<(u32, f32)> = of_several
        .map(|of| (of[0].0, of.iter().map(|&(_, weight)| weight).sum()))
        .collect();
    order::sort_by(&mut shared, |a, b| b.1.total_cmp(&a.1));
    shared.truncate(STEMS);
    order::sort_by_key(&mut shared, |&(stem, _)| stem);
    shared
}
