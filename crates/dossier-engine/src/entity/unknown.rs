//! Short forms that are part of a name that nobody knows.

use super::candidate::Candidate;
use super::words::Words;

/// Whether a short form stands beside a capitalised word that no candidate has, so that both are
/// part of a name that nobody knows. A capital at the beginning of a sentence counts only where
/// nothing else speaks for the short form.
pub(super) fn is_part_of_name(
    words: &Words<'_>,
    candidate: &Candidate,
    taken: &[bool],
    titled: bool,
    sure: bool,
) -> bool {
    let free = |at: usize| taken.get(at) == Some(&false);
    let next = candidate.last + 1;
    let after = words.joint(next).is_near() && words.is_capital(next) && free(next);
    if words.in_title_case(candidate.first) {
        return false;
    }
    let before = candidate.first.checked_sub(1).is_some_and(|at| {
        let opener =
            words.starts_sentence(at) && (sure || crate::text::is_stop_word(words.folded(at)));
        words.joint(candidate.first).is_near()
            && words.is_capital(at)
            && free(at)
            && !titled
            && !opener
    });
    before || after
}
