//! A collection at a glance.

use dossier_engine::date::{DateRange, PartialDate};
use dossier_engine::explorer::{FacetValue, Group};
use dossier_engine::id::TopicId;

use crate::state::State;
use crate::words;

/// A collection at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glance {
    /// `5 documents`.
    pub documents: String,
    /// `11 September 2023 to 17 June 2024`, where documents are dated.
    pub dates: Option<String>,
    /// Words in all documents, with spaces between thousands: `3 159 words`.
    pub words: String,
    /// The topics in their order: which, and in how many documents of the selection, where it is
    /// in any.
    pub topics: Vec<(TopicId, Option<u32>)>,
}

/// The collection at a glance, topics with their documents in the current selection.
#[must_use]
pub fn glance(state: &State) -> Glance {
    let documents = &state.overview.documents;
    let published = documents
        .iter()
        .filter_map(|document| document.published.as_ref());
    let dates: Vec<PartialDate> = published.map(|published| published.date).collect();
    let range = DateRange {
        from: dates.iter().min().copied(),
        to: dates.iter().max().copied(),
    };
    let total: u32 = documents.iter().map(|document| document.words).sum();
    Glance {
        documents: words::count(documents.len() as u32, "document", "documents"),
        dates: (!range.is_open()).then(|| range.english()),
        words: [&thousands(total), " words"].concat(),
        topics: (0..state.overview.topics.len() as u32)
            .map(|position| (TopicId(position), documents_with(state, TopicId(position))))
            .collect(),
    }
}

fn documents_with(state: &State, topic: TopicId) -> Option<u32> {
    let key = &state.overview.topics.get(topic.index())?.key;
    let groups = &state.answer.as_ref()?.facets.groups;
    let topics = groups.iter().find(|group| group.group == Group::Topic)?;
    let is_this = |value: &&FacetValue| *value.key == **key;
    let count = topics.values.iter().find(is_this)?.count;
    (count > 0).then_some(count)
}

/// A number with narrow no-break spaces between thousands.
fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut spaced = String::with_capacity(digits.len() + 6);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            spaced.push('\u{202f}');
        }
        spaced.push(digit);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use dossier_engine::explorer::{FacetGroup, Overview, SearchAnswer};
    use dossier_engine::topic::Topic;

    use super::*;
    use crate::shared::Shared;

    #[test]
    fn a_topic_without_documents_has_no_count() {
        let mut state = State::default();
        let mut overview = Overview::default();
        overview.topics.push(Topic {
            key: "trade".into(),
            name: "Trade".into(),
            description: String::new(),
        });
        state.overview = Shared::new(overview);
        for (count, shown) in [(2, Some(2)), (0, None)] {
            let value = FacetValue {
                key: "trade".into(),
                label: "Trade".into(),
                count,
            };
            let mut answer = SearchAnswer::default();
            answer.facets.groups.push(FacetGroup {
                group: Group::Topic,
                values: vec![value],
            });
            state.answer = Some(Shared::new(answer));
            assert_eq!(glance(&state).topics, [(TopicId(0), shown)]);
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(super::thousands(999), "999");
        assert_eq!(super::thousands(1_234_567), "1\u{202f}234\u{202f}567");
    }
}
