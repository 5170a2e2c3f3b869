//! The documents with the greatest scores, without scoring all of them.
//!
//! This is `MaxScore` (Turtle and Flood, *Query Evaluation: Strategies and Optimizations*, 1995) with
//! the peaks of blocks (Ding and Suel, *Faster Top-k Document Retrieval Using Block-Max Indexes*,
//! 2011), a window of documents at a time: stems that cannot bring a document among the best by
//! themselves are looked up only for documents that others bring close to it.
//!
//! Scores are whole numbers, so that they do not depend on the order in which they are added up.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Passes;
use super::words::Term;
use crate::index::{END, Index, Norms, Postings};
use crate::order;
use crate::store::{self, Fault};

/// What a score of 1 is as a whole number.
pub(super) const SCALE: f32 = 65_536.0;

/// Documents that are scored together; few in tests, so that small collections have many windows.
const WINDOW: u32 = if cfg!(test) { 32 } else { 4096 };

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scored {
    pub score: u32,
    pub doc: u32,
    /// The weights of the terms in its title together.
    pub title: u32,
}

/// Puts documents in order, the best first, the first of equals first.
pub(super) fn in_order(found: &mut Vec<Scored>) {
    order::sort_by_key(found, |scored| (Reverse(scored.score), scored.doc));
}

/// What terms add to a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    score: u32,
    title: u32,
}

impl Sum {
    #[inline]
    fn add(&mut self, other: Self) {
        self.score = self.score.saturating_add(other.score);
        self.title = self.title.saturating_add(other.title);
    }

    #[cfg(test)]
    fn of(self, doc: u32) -> Scored {
        let Self { score, title } = self;
        Scored { score, doc, title }
    }
}

/// The postings of a term on their way.
struct Cursor<'a> {
    postings: Postings<'a>,
    weight: f32,
    /// What the term can add to a score at most.
    most: u32,
}

impl Cursor<'_> {
    /// What the term adds to the current document.
    #[inline]
    fn sum(&mut self, norms: &Norms<'_>) -> Sum {
        let doc = self.postings.doc();
        let frequency = self.postings.frequency();
        Sum {
            score: whole(self.weight * norms.saturation(doc, frequency)),
            title: if frequency.title {
                whole(self.weight)
            } else {
                0
            },
        }
    }
}

/// A part of a score as a whole number; whatever matches adds something.
#[inline]
#[expect(clippy::cast_sign_loss, reason = "scores are not negative")]
fn whole(score: f32) -> u32 {
    ((score * SCALE) as u32).max(1)
}

/// The best of the documents that `passes` lets pass, best first, the first of equals first; at most
/// `count`.
pub(super) fn best(
    index: Index<'_>,
    terms: &[Term],
    count: usize,
    passes: Passes<'_>,
) -> Result<Vec<Scored>, Fault> {
    let norms = index.norms()?;
    let mut cursors = open(index, terms)?;
    order::sort_by_key(&mut cursors, |cursor| cursor.most);
    // What the first terms can add together.
    let mut sums = vec![0_u32];
    for cursor in &cursors {
        sums.push(sums[sums.len() - 1].saturating_add(cursor.most));
    }
    let mut best: BinaryHeap<Reverse<(u32, Reverse<u32>, u32)>> = BinaryHeap::new();
    let mut least = 0;
    let mut scores = vec![Sum::default(); WINDOW as usize];
    loop {
        // The terms that cannot do it together.
        let minor = sums.partition_point(|&sum| sum <= least).saturating_sub(1);
        let Some(start) = cursors[minor..]
            .iter()
            .map(|cursor| cursor.postings.doc())
            .min()
        else {
            break;
        };
        if start == END {
            break;
        }
        let end = start.saturating_add(WINDOW);
        for cursor in &mut cursors[minor..] {
            while cursor.postings.doc() < end {
                let at = (cursor.postings.doc() - start) as usize;
                scores[at].add(cursor.sum(&norms));
                cursor.postings.advance()?;
            }
        }
        for (doc, major) in (start..).zip(&mut scores) {
            let major = std::mem::take(major);
            if major.score == 0 || major.score.saturating_add(sums[minor]) <= least || !passes(doc)
            {
                continue;
            }
            let Some(Sum { score, title }) =
                complete(major, doc, least, &mut cursors[..minor], &sums, &norms)?
            else {
                continue;
            };
            if best.len() < count || score > least {
                best.push(Reverse((score, Reverse(doc), title)));
                if best.len() > count {
                    best.pop();
                }
                if best.len() == count {
                    least = best.peek().map_or(0, |Reverse((score, ..))| *score);
                }
            }
        }
    }
    let mut found: Vec<Scored> = best
        .into_iter()
        .map(|Reverse((score, Reverse(doc), title))| Scored { score, doc, title })
        .collect();
    in_order(&mut found);
    Ok(found)
}

/// What all terms add to a document to which they add `sum` without the minor ones; `None` where the
/// score cannot exceed `least`.
fn complete(
    mut sum: Sum,
    doc: u32,
    least: u32,
    minor: &mut [Cursor<'_>],
    sums: &[u32],
    norms: &Norms<'_>,
) -> Result<Option<Sum>, Fault> {
    for (at, cursor) in minor.iter_mut().enumerate().rev() {
        let others = sum.score.saturating_add(sums[at]);
        if others.saturating_add(cursor.most) <= least {
            return Ok(None);
        }
        if cursor.postings.doc() < doc {
            let most = whole(cursor.weight * cursor.postings.peak_at(doc));
            if others.saturating_add(most) <= least {
                return Ok(None);
            }
            cursor.postings.seek(doc)?;
        }
        if cursor.postings.doc() == doc {
            sum.add(cursor.sum(norms));
        }
    }
    Ok((sum.score > least).then_some(sum))
}

fn open<'a>(index: Index<'a>, terms: &[Term]) -> Result<Vec<Cursor<'a>>, Fault> {
    store::all(terms.iter().map(|term| {
        let postings = index.postings(term.stem)?;
        Ok(Cursor {
            most: whole(term.weight * postings.peak()),
            weight: term.weight,
            postings,
        })
    }))
}

/// As [`best`], by scoring every document: what it must not differ from.
#[cfg(test)]
pub(super) fn exhaustive(
    index: Index<'_>,
    terms: &[Term],
    count: usize,
    passes: Passes<'_>,
) -> Result<Vec<Scored>, Fault> {
    let norms = index.norms()?;
    let mut scores = std::collections::BTreeMap::<u32, Sum>::new();
    for mut cursor in open(index, terms)? {
        while cursor.postings.doc() != END {
            let doc = cursor.postings.doc();
            scores.entry(doc).or_default().add(cursor.sum(&norms));
            cursor.postings.advance()?;
        }
    }
    let mut found: Vec<Scored> = scores.into_iter().map(|(doc, sum)| sum.of(doc)).collect();
    found.retain(|scored| passes(scored.doc));
    in_order(&mut found);
    found.truncate(count);
    Ok(found)
}
