//! Precision and recall of exact spans with their kinds.

use std::collections::BTreeMap;

use dossier_engine::entity::EntityKind;

/// Right, found and given names of each kind.
#[derive(Clone, Debug, Default)]
pub struct Score(BTreeMap<EntityKind, [usize; 3]>);

/// A name to compare: start, end, kind.
pub type Found = (usize, usize, EntityKind);

impl Score {
    /// Adds the names of one text.
    pub fn add(&mut self, found: &[Found], given: &[Found]) {
        for name in found {
            let row = self.0.entry(name.2).or_default();
            row[0] += usize::from(given.contains(name));
            row[1] += 1;
        }
        for name in given {
            self.0.entry(name.2).or_default()[2] += 1;
        }
    }

    /// F1 of all kinds together, in percent.
    pub fn f1(&self) -> f64 {
        let mut sum = [0; 3];
        for row in self.0.values() {
            for (sum, value) in sum.iter_mut().zip(row) {
                *sum += value;
            }
        }
        f1(sum)
    }

    /// Precision, recall and F1 of each kind, and how many were given.
    pub fn by_kind(&self) -> String {
        let rows = self.0.iter().map(|(kind, row)| {
            let [right, found, given] = row.map(|value| value as f64);
            format!(
                "{} {:.1}/{:.1}={:.1} ({given})",
                kind.key(),
                100.0 * right / found.max(1.0),
                100.0 * right / given.max(1.0),
                f1(*row)
            )
        });
        rows.collect::<Vec<_>>().join("  ")
    }
}

fn f1([right, found, given]: [usize; 3]) -> f64 {
    200.0 * right as f64 / ((found + given) as f64).max(1.0)
}
