//! Two documents side by side: which blocks say the same, and which words differ in them.
//!
//! The words of both are compared as a whole, so that blocks which were split, joined or changed
//! are found by what they say. What then has no counterpart is compared once more, by itself: those
//! are the blocks that stand elsewhere in the other document.

mod groups;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use crate::document::Document;
use crate::span::Span;
use groups::{Group, group};
use words::{Side, number};

/// How often what has no counterpart is compared again. Each time finds all blocks that moved past
/// the same others, so that more than a few rounds are for texts that were shuffled.
const ROUNDS: usize = 4;

/// Two documents side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// In the order of the first document; what only the second has stands where it stands there.
    pub rows: Vec<Row>,
    /// How many words each has, and how many of them the other has in the same blocks.
    pub words: [Common; 2],
}

/// How much of a document another one has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// Words in all blocks.
    pub all: u32,
    /// Words that both have.
    pub common: u32,
}

/// Blocks that stand beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The blocks of the first and of the second document; one side may be empty.
    pub sides: [Vec<Cell>; 2],
    /// What they have to do with each other.
    pub kind: RowKind,
}

/// What blocks beside each other have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// They say the same, in words that may differ.
    Common,
    /// They say the same, and those of the second document stand elsewhere in its order.
    Moved,
    /// Each is in one document only. Where both sides have one, they stand in the same place.
    Apart,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its number among the document's passages, from 0; `None` for a heading.
    pub passage: Option<u32>,
    /// What it says.
    pub text: String,
    /// The words that the other side has not, as offsets into `text`, in order.
    pub own: Vec<Span>,
}

impl Row {
    /// Whether both sides say the same in the same words, in the same place. Case, accents and
    /// punctuation do not count.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let mut cells = self.sides.iter().flatten();
        self.kind == RowKind::Common && cells.all(|cell| cell.own.is_empty())
    }
}

/// Compares two documents, in time about linear in their lengths.
#[must_use]
pub fn compare(one: &Document, other: &Document) -> Comparison {
    let mut sides = [Side::new(one), Side::new(other)];
    let tokens = number(&mut sides);
    let mut groups = Vec::new();
    for round in 0..ROUNDS {
        let before = groups.len();
        let kind = if round == 0 {
            RowKind::Common
        } else {
            RowKind::Moved
        };
        group(&mut sides, tokens, kind, &mut groups);
        if groups.len() == before {
            break;
        }
    }
    Comparison {
        words: [sides[0].count(), sides[1].count()],
        rows: rows(&sides, &groups),
    }
}

/// The groups and the blocks between them, in the order of the first document.
fn rows(sides: &[Side<'_>; 2], groups: &[Group]) -> Vec<Row> {
    let mut rows = Vec::new();
    // The blocks of the first document that wait for a row, and those of the second that have one.
    let (mut alone, mut done) = (Vec::new(), 0);
    for (at, block) in sides[0].blocks.iter().enumerate() {
        let Some(group) = block.group.map(|group| &groups[group]) else {
            alone.push(at);
            continue;
        };
        if group.blocks[0][0] != at {
            continue;
        }
        let until = match group.kind {
            RowKind::Common => group.blocks[1][0],
            _ => done,
        };
        apart(sides, &alone, done..until, &mut rows);
        alone.clear();
        done = until;
        rows.push(Row {
            sides: [
                sides[0].cells(&group.blocks[0]),
                sides[1].cells(&group.blocks[1]),
            ],
            kind: group.kind,
        });
    }
    apart(sides, &alone, done..sides[1].blocks.len(), &mut rows);
    rows
}

/// Blocks of the first document and, among some of the second, those that have no counterpart: beside
/// each other where they are headings and passages in the same order, else those of the first before
/// those of the second.
fn apart(sides: &[Side<'_>; 2], alone: &[usize], among: Range<usize>, rows: &mut Vec<Row>) {
    let others: Vec<usize> = among
        .filter(|&block| sides[1].blocks[block].group.is_none())
        .collect();
    let is_passage = |side: usize, block: &usize| sides[side].blocks[*block].passage.is_some();
    let mut pairs = alone.iter().zip(&others);
    let are_beside = alone.len() == others.len()
        && pairs.all(|(one, other)| is_passage(0, one) == is_passage(1, other));
    let mut beside = |one: &[usize], other: &[usize]| {
        rows.push(Row {
            sides: [sides[0].cells(one), sides[1].cells(other)],
            kind: RowKind::Apart,
        });
    };
    for (at, &one) in alone.iter().enumerate() {
        let other = others.get(at..=at).filter(|_| are_beside);
        beside(&[one], other.unwrap_or_default());
    }
    if !are_beside {
        for &other in &others {
            beside(&[], &[other]);
        }
    }
}
