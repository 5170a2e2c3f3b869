//! A title that has the words of the query says what the document is about.

use super::top::{SCALE, Scored, in_order};

/// What a title with all words adds, as a part of what having all words could score at most, 0 or
/// more. At 0 nothing is added; far above 1 such titles come before all other documents.
const WEIGHT: f32 = 0.2;

/// Adds to the scores of documents by their titles, and puts them in order again. `asked` is the
/// greatest sum of weights that a title can have.
///
/// What a title adds grows with the third power of the part of the words that it has, by weight, so
/// that one of several words adds nearly nothing.
pub(super) fn apply(asked: f32, found: &mut Vec<Scored>) {
    if asked <= 0.0 {
        return;
    }
    for scored in &mut *found {
        let part = (scored.title as f32 / SCALE / asked).min(1.0);
        #[expect(clippy::cast_sign_loss, reason = "weights are not negative")]
        let bonus = (WEIGHT * asked * SCALE * part * part * part) as u32;
        scored.score = scored.score.saturating_add(bonus);
    }
    in_order(found);
}
