//! How results read: their counts, and why one was found.

use dossier_engine::explorer::{MatchForm, SearchAnswer, Sort, TopicShare};
use dossier_engine::index::Field;

use crate::words;

/// The counts of an answer: `4 documents, 11 passages, 17 matches`. Without a query nothing
/// matches, so there are no matches to count.
#[must_use]
pub fn summary(answer: &SearchAnswer) -> String {
    let documents = words::count(answer.document_count, "document", "documents");
    let passages = words::count(answer.passage_count, "passage", "passages");
    let mut parts = vec![documents, passages];
    if answer.has_query {
        parts.push(words::count(answer.match_count, "match", "matches"));
    }
    parts.join(", ")
}

/// How a form came to match, after the word that was typed: `munitions` *another form* `munition`.
#[must_use]
pub fn form(form: MatchForm) -> &'static str {
    match form {
        MatchForm::Exact => "as typed",
        MatchForm::Stem => "another form",
        MatchForm::Prefix => "begins so",
        MatchForm::Corrected => "close in spelling",
        MatchForm::Phrase => "words together",
        MatchForm::Alias => "another name",
        MatchForm::Field => "field",
    }
}

/// Where it was found.
#[must_use]
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Byline => "byline",
        Field::Body => "text",
    }
}

/// The orders that can be chosen, with their names.
pub const SORTS: [(Sort, &str); 4] = [
    (Sort::Relevance, "Relevance"),
    (Sort::Newest, "Newest"),
    (Sort::Oldest, "Oldest"),
    (Sort::Title, "Title"),
];

/// Where each topic's part of a bar begins and how long it is, in per mille of the bar, with
/// `gap` between the parts; the parts fill the bar.
#[must_use]
pub fn bar(topics: &[TopicShare], gap: u32) -> Vec<(u32, u32)> {
    let total: f32 = topics.iter().map(|topic| topic.share).sum();
    let gaps = gap * (topics.len().saturating_sub(1)) as u32;
    let room = 1000_u32.saturating_sub(gaps) as f32;
    let mut parts = Vec::with_capacity(topics.len());
    let mut before = 0.0;
    for (position, topic) in topics.iter().enumerate() {
        let at = |share: f32| {
            let part = if total > 0.0 { share / total } else { 0.0 };
            (part * room).round() as i32
        };
        let (start, end) = (at(before), at(before + topic.share));
        before += topic.share;
        let shift = gap * position as u32;
        parts.push((start.unsigned_abs() + shift, (end - start).unsigned_abs()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use dossier_engine::explorer::{SearchAnswer, TopicShare};
    use dossier_engine::id::TopicId;

    #[test]
    fn counts_are_said_in_words() {
        let answer = SearchAnswer {
            has_query: true,
            document_count: 1,
            passage_count: 2,
            match_count: 0,
            ..SearchAnswer::default()
        };
        assert_eq!(super::summary(&answer), "1 document, 2 passages, 0 matches");
    }

    #[test]
    fn the_parts_of_a_bar_fill_it() {
        let share = |share| TopicShare {
            topic: TopicId(0),
            share,
        };
        let parts = super::bar(&[share(0.5), share(0.3), share(0.2)], 20);
        assert_eq!(parts, [(0, 480), (500, 288), (808, 192)]);
    }
}
