//! The documents that are close to the open one, in words.

use dossier_engine::id::DocId;
use dossier_engine::similar::Related;

use crate::words;

/// Share of the text from which shared text is worth saying.
const WORTH_SAYING: f32 = 0.01;

/// How another document is close to this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedLine {
    /// The other document.
    pub doc: DocId,
    /// Whether the two are editions of one story.
    pub edition: bool,
    /// How they are close, without a full stop.
    pub how: String,
}

/// The related documents in their order, with words for how they are close.
#[must_use]
pub fn related(related: &[Related]) -> Vec<RelatedLine> {
    related
        .iter()
        .map(|other| RelatedLine {
            doc: other.doc,
            edition: other.edition,
            how: how(*other),
        })
        .collect()
}

fn how(other: Related) -> String {
    let shares_text = other.shared >= WORTH_SAYING;
    let share = words::percent(other.shared);
    match (other.edition, shares_text) {
        (true, true) => [
            "Another edition of this story, ",
            &share,
            " of the text shared",
        ]
        .concat(),
        (true, false) => "Another edition of this story".to_owned(),
        (false, true) => ["On a related subject, ", &share, " of the text shared"].concat(),
        (false, false) => "On a related subject".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::id::DocId;
    use dossier_engine::similar::Related;

    use super::related;

    fn how(shared: f32, edition: bool) -> String {
        let other = Related {
            doc: DocId(1),
            shared,
            likeness: 0.4,
            edition,
        };
        related(&[other])[0].how.clone()
    }

    #[test]
    fn an_edition_says_how_much_text_it_shares() {
        assert_eq!(
            how(0.618, true),
            "Another edition of this story, 62\u{a0}% of the text shared"
        );
    }

    #[test]
    fn text_that_is_not_shared_is_not_spoken_of() {
        assert_eq!(how(0.002, false), "On a related subject");
        assert_eq!(how(0.0, true), "Another edition of this story");
        assert_eq!(
            how(0.03, false),
            "On a related subject, 3\u{a0}% of the text shared"
        );
    }
}
