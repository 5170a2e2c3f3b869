//! Which blocks of two documents say the same.

use imara_diff::{Algorithm, Diff, Token};

use super::RowKind;
use super::words::{BlockWords, Side};

/// Words that two blocks must have in common to say the same, unless that is half of the longer.
const LEAST_WORDS: usize = 4;

/// Part of the shorter block's words that the longer must have to say the same: of a block that was
/// split in three each part still finds the whole, and a block that was rewritten finds its origin.
const LEAST_SHARE: usize = 4;

/// Blocks of both documents that say the same.
pub struct Group {
    /// The positions of each document's blocks, in order.
    pub blocks: [Vec<usize>; 2],
    pub kind: RowKind,
}

/// Groups the blocks that are in no group yet, and marks their words.
pub fn group(sides: &mut [Side<'_>; 2], tokens: u32, kind: RowKind, groups: &mut Vec<Group>) {
    // The place of each word, as block and position in it.
    let mut places = [Vec::new(), Vec::new()];
    let mut words = [Vec::new(), Vec::new()];
    for ((side, places), tokens) in sides.iter().zip(&mut places).zip(&mut words) {
        for (at, block) in side.blocks.iter().enumerate() {
            if block.group.is_none() {
                for (position, word) in block.words.iter().enumerate() {
                    places.push((at, position));
                    tokens.push(word.token);
                }
            }
        }
    }
    let pairs = pairs(&words, tokens);
    let blocks = |&(a, b): &(usize, usize)| (places[0][a].0, places[1][b].0);
    let first = groups.len();
    for linked in pairs.chunk_by(|a, b| blocks(a) == blocks(b)) {
        let (a, b) = blocks(&linked[0]);
        let [one, other] = &mut *sides;
        let [one, other] = [&mut one.blocks[a], &mut other.blocks[b]];
        if !say_the_same(linked.len(), [one.words.len(), other.words.len()]) {
            continue;
        }
        for &(here, there) in linked {
            let (here, there) = (places[0][here].1, places[1][there].1);
            one.words[here].common = true;
            other.words[there].common = true;
        }
        for &(here, there) in linked {
            let (here, there) = (places[0][here].1, places[1][there].1);
            let before = (0..here).rev().zip((0..there).rev());
            let after = (here + 1..one.words.len()).zip(there + 1..other.words.len());
            spread(one, other, before);
            spread(one, other, after);
        }
        match groups[first..].last_mut() {
            Some(Group { blocks, .. }) if blocks[0].last() == Some(&a) => blocks[1].push(b),
            Some(Group { blocks, .. }) if blocks[1].last() == Some(&b) => blocks[0].push(a),
            _ => groups.push(Group {
                blocks: [vec![a], vec![b]],
                kind,
            }),
        }
        let group = Some(groups.len() - 1);
        (one.group, other.group) = (group, group);
    }
}

/// Marks the words beside common ones that are the same on both sides: a word at the beginning of
/// many blocks may have been paired with that of another block.
fn spread(
    one: &mut BlockWords,
    other: &mut BlockWords,
    places: impl Iterator<Item = (usize, usize)>,
) {
    for (here, there) in places {
        let words = (&mut one.words[here], &mut other.words[there]);
        if words.0.common || words.1.common || words.0.token != words.1.token {
            break;
        }
        (words.0.common, words.1.common) = (true, true);
    }
}

/// Whether two blocks with so many words in common say the same.
fn say_the_same(common: usize, [one, other]: [usize; 2]) -> bool {
    let is_half = common * 2 >= one.max(other);
    is_half || (common >= LEAST_WORDS && common * LEAST_SHARE >= one.min(other))
}

/// The positions of words that both texts have in the same order. Words that stand in both by
/// chance, few of them amid more that differ, are left out: they would tear apart what reads as one.
fn pairs(words: &[Vec<Token>; 2], tokens: u32) -> Vec<(usize, usize)> {
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &words[0], &words[1], tokens);
    let mut all = Vec::new();
    let mut other = 0;
    for one in 0..words[0].len() {
        if diff.is_removed(one as u32) {
            continue;
        }
        while other < words[1].len() && diff.is_added(other as u32) {
            other += 1;
        }
        all.push((one, other));
        other += 1;
    }
    let end = (words[0].len(), words[1].len());
    let mut kept = Vec::with_capacity(all.len());
    // Where the last words that were kept end, and where the next in a row begin.
    let (mut before, mut rest) = ((0, 0), all.as_slice());
    while let Some(&first) = rest.first() {
        let length = (0..rest.len())
            .take_while(|&at| rest[at] == (first.0 + at, first.1 + at))
            .count();
        let (run, after) = rest.split_at(length);
        rest = after;
        let last = (first.0 + length, first.1 + length);
        let next = rest.first().copied().unwrap_or(end);
        let gap = |from: (usize, usize), to: (usize, usize)| (to.0 - from.0).max(to.1 - from.1);
        let by_chance = length < LEAST_WORDS && length < gap(before, first).min(gap(last, next));
        if !by_chance {
            kept.extend_from_slice(run);
            before = last;
        }
    }
    kept
}
