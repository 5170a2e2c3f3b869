//! From a trained field to the parts of a model.

use dossier_engine::entity::tagger::label::{LABELS, may_follow};
use dossier_engine::entity::tagger::model::{FEATURE_BITS, Parts, Row};

use crate::crf::Learnt;
use crate::lists::Known;

/// Rounds weights to whole steps; what rounds to less than `least` steps is left out.
pub fn parts(learnt: &Learnt, known: &Known, step: f32, least: i8) -> Parts {
    let steps = |weight: f32| (weight / step).round().clamp(-127.0, 127.0) as i8;
    let mut transitions = vec![0; LABELS * LABELS];
    for before in 0..LABELS {
        for after in (0..LABELS).filter(|&after| may_follow(before, after)) {
            let at = before * LABELS + after;
            transitions[at] = steps(learnt.transition(before, after));
        }
    }
    let features = (0..1 << FEATURE_BITS).filter_map(|slot| {
        let row: Row = learnt
            .row(slot)
            .enumerate()
            .map(|(label, weight)| (label as u8, steps(weight)))
            .filter(|(_, weight)| weight.abs() >= least)
            .collect();
        (!row.is_empty()).then_some((slot as u32, row))
    });
    Parts {
        transitions,
        gazetteer: known.names.clone(),
        classes: known.classes.clone(),
        features: features.collect(),
    }
}
