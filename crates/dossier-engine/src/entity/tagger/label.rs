//! What a token may be labelled: outside, or a place in a name of one of the kinds.
//!
//! BILOU: the beginning, inside and last token of a longer name, a name of one token (`unit`), and
//! outside.

use crate::entity::EntityKind;

/// How many labels there are: outside, and four for each kind.
pub const LABELS: usize = 1 + 4 * EntityKind::ALL.len();

/// The label of a token outside all names.
pub const OUTSIDE: usize = 0;

/// Where in a name a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first of several tokens.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several tokens.
    Last,
    /// The only token.
    Unit,
}

/// The label for a place in a name of a kind.
#[must_use]
pub fn label(kind: EntityKind, part: Part) -> usize {
    1 + 4 * kind as usize + part as usize
}

/// How many lanes the labels of one [`Part`] take up: one for each kind, and one beside them.
pub const ROW: usize = EntityKind::ALL.len() + 1;

/// How many lanes there are.
pub const LANES: usize = 4 * ROW;

/// The lane of a label, where its sums and scores stand: all labels of one part stand next to each
/// other, so that the same is done to them at once. [`OUTSIDE`] stands beside the units, with which it
/// has in common that any end may come before it; the last lane of other parts is nothing's.
#[must_use]
pub const fn lane(label: usize) -> usize {
    match label.checked_sub(1) {
        None => LANES - 1,
        Some(at) => at % 4 * ROW + at / 4,
    }
}

/// What a label says; nothing for [`OUTSIDE`].
#[must_use]
pub fn meaning(label: usize) -> Option<(EntityKind, Part)> {
    let at = label.checked_sub(1)?;
    let part = [Part::Begin, Part::Inside, Part::Last, Part::Unit][at % 4];
    Some((*EntityKind::ALL.get(at / 4)?, part))
}

/// Whether a name may go on after the label: [`Part::Begin`] and [`Part::Inside`].
#[must_use]
pub fn is_open(label: usize) -> bool {
    label > 0 && (label - 1) % 4 < 2
}

/// Whether one label may follow another. A sentence begins and ends as if after and before
/// [`OUTSIDE`].
#[must_use]
pub fn may_follow(before: usize, after: usize) -> bool {
    let continues = after > 0 && matches!((after - 1) % 4, 1 | 2);
    if is_open(before) {
        continues && (before - 1) / 4 == (after - 1) / 4
    } else {
        !continues
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_meanings_are_one_to_one() {
        assert_eq!(meaning(OUTSIDE), None);
        for at in 1..LABELS {
            let (kind, part) = meaning(at).unwrap();
            assert_eq!(label(kind, part), at);
        }
        assert_eq!(meaning(LABELS), None);
    }

    #[test]
    fn every_label_has_a_lane_of_its_own() {
        let mut lanes: Vec<usize> = (0..LABELS).map(lane).collect();
        lanes.sort_unstable();
        lanes.dedup();
        assert_eq!(lanes.len(), LABELS);
        assert!(lanes.iter().all(|lane| *lane < LANES));
    }

    #[test]
    fn a_name_that_has_begun_goes_on_to_its_last_token() {
        let person = |part| label(EntityKind::Person, part);
        assert!(may_follow(OUTSIDE, person(Part::Begin)));
        assert!(may_follow(person(Part::Begin), person(Part::Last)));
        assert!(may_follow(person(Part::Last), person(Part::Unit)));
        assert!(!may_follow(person(Part::Begin), OUTSIDE));
        assert!(!may_follow(OUTSIDE, person(Part::Inside)));
        assert!(!may_follow(
            person(Part::Begin),
            label(EntityKind::Place, Part::Last)
        ));
    }
}
