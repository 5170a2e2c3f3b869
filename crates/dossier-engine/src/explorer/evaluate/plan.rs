//! A query over a collection: which documents it finds, and by which of its parts.

use crate::id::DocId;

use super::leaf::Leaf;

/// How the parts of a query combine.
#[derive(Clone, Debug)]
pub(in crate::explorer) enum Plan {
    /// The leaf at this position.
    Leaf(usize),
    /// All of these; holds for every document where there are none.
    All(Vec<Plan>),
    /// Any of these; holds for no document where there are none.
    Any(Vec<Plan>),
    /// Documents for which this does not hold.
    Not(Box<Plan>),
    /// Every document; where this holds, it counts.
    Maybe(Box<Plan>),
    /// Documents for which parts hold that have at least half of the weights of all together.
    Most(Vec<(Plan, u32)>),
}

impl Plan {
    /// Holds for no document.
    pub const NOTHING: Self = Self::Any(Vec::new());

    /// For each of `count` documents, whether the plan holds.
    pub fn documents(&self, leaves: &[Leaf], count: usize) -> Vec<bool> {
        let combine = |parts: &[Self], start: bool, combine: fn(bool, bool) -> bool| {
            let mut holds = vec![start; count];
            for part in parts {
                let other = part.documents(leaves, count);
                for (holds, other) in holds.iter_mut().zip(other) {
                    *holds = combine(*holds, other);
                }
            }
            holds
        };
        match self {
            Self::Leaf(leaf) => {
                let mut holds = vec![false; count];
                for doc in leaves[*leaf].documents() {
                    holds[doc.index()] = true;
                }
                holds
            }
            Self::All(parts) => combine(parts, true, |a, b| a && b),
            Self::Any(parts) => combine(parts, false, |a, b| a || b),
            Self::Not(part) => part
                .documents(leaves, count)
                .into_iter()
                .map(|holds| !holds)
                .collect(),
            Self::Maybe(_) => vec![true; count],
            Self::Most(parts) => {
                let mut sums = vec![0_u32; count];
                for (part, weight) in parts {
                    let holds = part.documents(leaves, count);
                    for (sum, holds) in sums.iter_mut().zip(holds) {
                        *sum += if holds { *weight } else { 0 };
                    }
                }
                sums.into_iter().map(|sum| is_most(sum, parts)).collect()
            }
        }
    }

    /// Whether the plan holds for a document; if so, adds the leaves by which it does.
    pub fn holds(&self, leaves: &[Leaf], doc: DocId, by: &mut Vec<usize>) -> bool {
        let before = by.len();
        let holds = match self {
            Self::Leaf(leaf) => {
                by.push(*leaf);
                let leaf = &leaves[*leaf];
                !leaf.hits_in(doc).is_empty() || leaf.also.binary_search(&doc).is_ok()
            }
            Self::All(parts) => parts.iter().all(|part| part.holds(leaves, doc, by)),
            Self::Any(parts) => {
                let holding = parts.iter().filter(|part| part.holds(leaves, doc, by));
                holding.count() > 0
            }
            Self::Not(part) => {
                let holds = part.holds(leaves, doc, by);
                by.truncate(before);
                !holds
            }
            Self::Maybe(part) => {
                part.holds(leaves, doc, by);
                true
            }
            Self::Most(parts) => {
                let holding = parts.iter().filter(|(part, _)| part.holds(leaves, doc, by));
                is_most(holding.map(|&(_, weight)| weight).sum(), parts)
            }
        };
        if !holds {
            by.truncate(before);
        }
        holds
    }

    /// The leaves that are asked for and not excluded.
    pub fn wanted(&self, found: &mut Vec<usize>) {
        match self {
            Self::Leaf(leaf) => found.push(*leaf),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.wanted(found);
                }
            }
            Self::Maybe(part) => part.wanted(found),
            Self::Most(parts) => {
                for (part, _) in parts {
                    part.wanted(found);
                }
            }
            Self::Not(_) => {}
        }
    }
}

/// Whether parts with this weight together are at least half of all.
fn is_most(weight: u32, parts: &[(Plan, u32)]) -> bool {
    let all: u32 = parts.iter().map(|&(_, weight)| weight).sum();
    weight > 0 && weight.saturating_mul(2) >= all
}
