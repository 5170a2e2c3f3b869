//! The documents that are close to the open one, in words.

use dossier_engine::id::DocId;
use dossier_engine::similar::Related;

use crate::words;

/// Share of the text from which shared text is worth saying.
const WORTH_SAYING: f32 = 0.01;

/// Share of the text from which two documents are worth comparing that are no editions.
const WORTH_COMPARING: f32 = 0.1;

/// How another document is close to this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedLine {
    /// The other document.
    pub doc: DocId,
    /// Whether the two are editions of one story.
    pub edition: bool,
    /// Whether they have so much text in common that comparing them shows something.
    pub comparable: bool,
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
            comparable: is_comparable(other),
            how: how(*other),
        })
        .collect()
}

/// What stands before the links to the other editions of a document: `The same story in 2 editions.
/// Compare with `.
#[must_use]
pub fn editions(related: &[Related]) -> String {
    let others = related.iter().filter(|other| other.edition).count();
    [&same_story(others), ". Compare with "].concat()
}

/// A document that has other editions: `The same story in 2 editions`.
#[must_use]
pub fn same_story(others: usize) -> String {
    let editions = words::count(others as u32 + 1, "edition", "editions");
    ["The same story in ", &editions].concat()
}

/// Whether another document has so much text in common with this one that comparing the two shows
/// something.
#[must_use]
pub fn is_comparable(other: &Related) -> bool {
    other.edition || other.shared >= WORTH_COMPARING
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
    fn editions_and_documents_that_share_passages_can_be_compared() {
        let comparable = |shared, edition| {
            let other = Related {
                doc: DocId(1),
                shared,
                likeness: 0.4,
                edition,
            };
            related(&[other])[0].comparable
        };
        assert!(comparable(0.0, true) && comparable(0.1, false) && !comparable(0.05, false));
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
