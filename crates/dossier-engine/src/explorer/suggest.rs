//! Ways to go on with what a person types.

use super::Explorer;
use crate::retrieve;

impl Explorer {
    /// As [`retrieve::suggest`].
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<(String, u32)> {
        retrieve::suggest(self.index.stored(), typed, limit).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::{archive, collection::CollectionDefinition, pipeline};

    fn explorer() -> Explorer {
        let documents = ["missile missiles", "missile mission", "treaty"];
        let documents = documents.iter().enumerate();
        let documents = documents.map(|(at, text)| Document::plain(&at.to_string(), "", text));
        let definition = CollectionDefinition::default();
        let collection = pipeline::collect(documents.collect(), definition, None);
        Explorer::open(archive::write(&collection)).expect("an archive")
    }

    #[test]
    fn the_last_word_is_completed_by_the_commonest_words() {
        let found = explorer().suggest("Ballistic Mis", 2);
        let expected = [
            ("Ballistic missile".into(), 2),
            ("Ballistic mission".into(), 1),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_word_that_has_ended_is_not_completed() {
        assert_eq!(explorer().suggest("mis ", 5), []);
        assert_eq!(explorer().suggest("", 5), []);
    }
}
