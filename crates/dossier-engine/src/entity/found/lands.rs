//! Places by their form: capitalised words before a noun for a kind of land or water, and points of the
//! compass that the text calls places elsewhere.

use super::Pieces;
use crate::entity::EntityKind;
use crate::entity::phrase::{first_of_name, goes_on, is_shouted};
use crate::entity::words::{Joint, Words};
use crate::text::WordList;

impl Pieces<'_, '_> {
    /// Puts such names where the tagger saw nothing: `the Atacama Desert`.
    pub(super) fn with_lands(self) -> Self {
        let words = self.words;
        let nouns = (1..words.len()).filter(|&at| words.is_capital(at) && words.is_in(at, &LANDS));
        let lands = nouns.filter_map(|at| {
            let first = first_of_name(words, at);
            let stands = first < at && !goes_on(words, at) && !is_shouted(words, at);
            (stands && !words.in_title_case(at)).then_some((first, at, EntityKind::Place))
        });
        let lands: Vec<_> = lands.collect();
        self.with(lands, |_, _| false)
    }

    /// Puts points of the compass where the tagger saw nothing and takes one of them for a place
    /// elsewhere: `The East feels forgotten`.
    pub(super) fn with_points(self) -> Self {
        let words = self.words;
        let is_point = |at: usize| matches!(words.folded(at), "north" | "south" | "east" | "west");
        let known = self.found.iter().any(|own| {
            own.first == own.last && own.tagged.kind == EntityKind::Place && is_point(own.first)
        });
        if !known {
            return self;
        }
        let points = (1..words.len())
            .filter(|&at| words.is_capital(at) && is_point(at) && stands_alone(words, at));
        let points: Vec<_> = points.map(|at| (at, at, EntityKind::Place)).collect();
        self.with(points, |_, _| false)
    }
}

/// Whether a word follows an article and no longer name has it.
fn stands_alone(words: &Words<'_>, at: usize) -> bool {
    let of = words.joint(at + 1).is_near() && words.folded(at + 1) == "of";
    words.folded(at - 1) == "the" && words.joint(at) == Joint::Space && !goes_on(words, at) && !of
}

/// Nouns that end the names of lands and waters and of little else.
static LANDS: WordList = WordList::new(
    "desert mountains river sea ocean islands peninsula valley strait straits plateau glacier \
     archipelago lagoon steppe highlands isthmus fjord",
);
