//! Which documents the collection calls editions of one story.

use std::collections::BTreeMap;

use crate::document::Document;

/// Documents joined by [`Document::edition_of`], whatever the direction and over several steps.
pub struct Stories {
    /// For each document the first document of its story.
    story: Vec<usize>,
    /// The documents of each story, by its first.
    members: BTreeMap<usize, Vec<usize>>,
}

impl Stories {
    pub fn new(documents: &[Document]) -> Self {
        let names = documents.iter().enumerate();
        let names: BTreeMap<&str, usize> = names
            .map(|(doc, document)| (document.name.as_str(), doc))
            .collect();
        let mut parents: Vec<usize> = (0..documents.len()).collect();
        for (doc, document) in documents.iter().enumerate() {
            let other = document
                .edition_of
                .as_deref()
                .and_then(|name| names.get(name));
            if let Some(&other) = other {
                let (a, b) = (root(&mut parents, doc), root(&mut parents, other));
                parents[a.max(b)] = a.min(b);
            }
        }
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut story = Vec::with_capacity(documents.len());
        for doc in 0..documents.len() {
            let first = root(&mut parents, doc);
            story.push(first);
            members.entry(first).or_default().push(doc);
        }
        Self { story, members }
    }

    /// Whether two documents belong to one story.
    pub fn same(&self, doc: usize, other: usize) -> bool {
        self.story.get(doc) == self.story.get(other)
    }

    /// The other editions of a document's story.
    pub fn editions(&self, doc: usize) -> impl Iterator<Item = usize> {
        let members = self
            .story
            .get(doc)
            .and_then(|story| self.members.get(story));
        let members = members.into_iter().flatten().copied();
        members.filter(move |&other| other != doc)
    }
}

/// The document at the end of the parents, which are made shorter on the way.
fn root(parents: &mut [usize], mut doc: usize) -> usize {
    while parents[doc] != doc {
        parents[doc] = parents[parents[doc]];
        doc = parents[doc];
    }
    doc
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stories(editions: &[(&str, Option<&str>)]) -> Stories {
        let documents = editions.iter().map(|(name, of)| Document {
            name: (*name).into(),
            edition_of: of.map(str::to_owned),
            ..Document::default()
        });
        let documents: Vec<Document> = documents.collect();
        Stories::new(&documents)
    }

    #[test]
    fn editions_of_an_edition_belong_to_the_story() {
        let stories = stories(&[("a", Some("c")), ("b", None), ("c", Some("d")), ("d", None)]);
        assert_eq!(stories.editions(0).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(stories.editions(3).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(stories.editions(1).count(), 0);
    }

    #[test]
    fn documents_may_name_each_other_in_a_circle() {
        let stories = stories(&[("a", Some("b")), ("b", Some("c")), ("c", Some("a"))]);
        assert_eq!(stories.editions(1).collect::<Vec<_>>(), [0, 2]);
    }
}
