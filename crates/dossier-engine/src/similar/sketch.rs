//! Sketches of texts: the smallest hash of their runs in each of some bins (`MinHash` by one
//! permutation; Li, Owen and Zhang, 2012). Texts that share most runs have most bins in common.

/// How many bins a sketch has.
const BINS: usize = 64;

/// How many bins in a row must be equal for two texts to be compared.
const BAND: usize = 4;

/// How many texts with an equal part each is compared with.
const NEIGHBOURS: usize = 4;

/// Pairs of documents of which some part of the sketches is equal, the smaller first, in order.
pub fn alike(documents: &[&[u64]]) -> Vec<(usize, usize)> {
    let sketches: Vec<[u64; BINS]> = documents.iter().map(|runs| sketch(runs)).collect();
    let mut pairs = Vec::new();
    for band in (0..BINS).step_by(BAND) {
        let mut parts: Vec<(&[u64], usize)> = sketches
            .iter()
            .enumerate()
            .map(|(doc, sketch)| (&sketch[band..band + BAND], doc))
            .filter(|(part, _)| !part.contains(&u64::MAX))
            .collect();
        parts.sort_unstable();
        for same in parts.chunk_by(|a, b| a.0 == b.0) {
            for (at, (_, doc)) in same.iter().enumerate() {
                let next = same[at + 1..].iter().take(NEIGHBOURS);
                pairs.extend(next.map(|(_, other)| (*doc, *other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The smallest hash in each bin; a bin without one takes that of the next which has. All are the
/// biggest number where there are no runs.
fn sketch(runs: &[u64]) -> [u64; BINS] {
    let mut bins = [u64::MAX; BINS];
    for &run in runs {
        // The hash of the words is mixed once more, so that bin and rank are independent.
        let mixed = (run ^ (run >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let bin = &mut bins[(mixed >> 58) as usize];
        *bin = (*bin).min(mixed);
    }
    // Twice around, since the next may lie behind the end.
    let mut next = u64::MAX;
    for at in (0..2 * BINS).rev() {
        let bin = &mut bins[at % BINS];
        if *bin == u64::MAX {
            *bin = next;
        }
        next = *bin;
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn texts_that_share_most_runs_are_alike_and_others_are_not() {
        let text = |seed: u64| {
            (0..400)
                .map(|n| (seed * 1000 + n).wrapping_mul(0x2545_f491_4f6c_dd1d))
                .collect::<Vec<u64>>()
        };
        let mut changed = text(1);
        changed.truncate(380);
        assert_eq!(alike(&[&text(1), &text(2), &changed]), [(0, 2)]);
        assert_eq!(alike(&[&[], &[1], &[], &[1]]), [(1, 3)]);
    }
}
