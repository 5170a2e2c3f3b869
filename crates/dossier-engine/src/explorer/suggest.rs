//! Ways to go on with what a person types.

use super::Explorer;
use crate::order;

impl Explorer {
    /// What is typed with its last word completed to words of the collection, at most `limit`: the
    /// words that most documents have in any form, with how many these are. Nothing where the last
    /// word has ended.
    #[must_use]
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<(String, u32)> {
        let tokens = self.index.analyser().tokens(typed);
        let Some(last) = tokens
            .last()
            .filter(|last| last.span.end as usize == typed.len())
        else {
            return Vec::new();
        };
        let before = &typed[..last.span.start as usize];
        let words = self.index.completions(&last.word, limit);
        let mut found: Vec<_> = words
            .into_iter()
            .map(|(word, documents)| ([before, &word].concat(), documents))
            .collect();
        order::sort_by(&mut found, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found
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
