//! Names of the world that the tagger missed.

use super::EntityKind;
use super::candidate::{Candidate, Reading};
use super::names::Names;
use super::words::Words;
use crate::text::WordList;

/// Countries, capitals and peoples wherever they stand alone, for places where the tagger sees
/// nothing. Names that are common words or people too are left to it.
pub(super) fn find(words: &Words<'_>, world: &Names) -> Vec<Candidate> {
    let mut found = world.find(words);
    found.retain(|own| {
        let Reading::Names(fits) = &own.reading else {
            return false;
        };
        let next = own.last + 1;
        let before = own.first.wrapping_sub(1);
        // `A Korean song`
        let opener = own.first > 0
            && words.starts_sentence(before)
            && crate::text::is_stop_word(words.folded(before));
        let beside = words.joint(own.first).is_near() && words.is_capital(before) && !opener
            || words.joint(next).is_near() && words.is_capital(next);
        let single = own.first == own.last;
        let doubtful =
            single && (is_ambiguous(words.folded(own.first)) || words.is_all_capitals(own.first));
        let kinds = [EntityKind::Place, EntityKind::Group];
        fits.iter().all(|fit| fit.form.is_full())
            && fits.iter().any(|fit| world.is_of(*fit, &kinds))
            && !beside
            && !doubtful
            && !is_language(words, own.first, own.last)
            && !words.in_title_case(own.first)
    });
    found
}

/// Whether the name of a people is that of its language: `wrote in Danish`, `the Danish word`.
fn is_language(words: &Words<'_>, first: usize, last: usize) -> bool {
    let next = words.folded(last + 1);
    let goes_on = words.joint(last + 1).is_near() && !crate::text::is_stop_word(next);
    let before = first.checked_sub(1).map_or("", |at| words.folded(at));
    SPOKEN.contains(next) && goes_on || SPEAKING.contains(before) && !goes_on
}

/// Nouns that make the name of a people that of its language.
static SPOKEN: WordList = WordList::new(
    "language languages word words translation translations grammar dialect dialects",
);

/// Words before the name of a language.
static SPEAKING: WordList = WordList::new(
    "in into from speak speaks spoke spoken speaking learn learns learned learning teach teaches \
     taught teaching understand understands understood fluent broken",
);

/// Whether the name of a country or capital is another name or a word as often.
pub(super) fn is_ambiguous(folded: &str) -> bool {
    AMBIGUOUS.contains(folded)
}

/// Names of countries and capitals that are other names or words as often.
static AMBIGUOUS: WordList = WordList::new(
    "chad jordan georgia turkey guinea male nice victoria lima kingston wellington georgetown \
     santiago dominica major pole poles finn finns dane danes swede swedes scot scots turk turks \
     english emirates saudi salvador trinidad monaco grenada samoa roman nassau bern cardiff praia \
     sofia suva apia america europe african european asian congo macedonia holland wales soviet",
);
