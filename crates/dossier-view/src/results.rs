//! How results read: their counts, and why one was found.

use dossier_engine::explorer::{MatchForm, SearchAnswer, Sort, TopicShare};
use dossier_engine::id::DocId;
use dossier_engine::index::Field;
use dossier_engine::order;

use crate::place::View;
use crate::state::State;
use crate::words;

/// The counts of an answer: `4 documents, 11 passages, 17 matches`; where editions are folded
/// `4 documents in 3 rows`. Without a query nothing matches, so there are no matches to count.
#[must_use]
pub fn summary(state: &State, answer: &SearchAnswer) -> String {
    let mut documents = words::count(answer.document_count, "document", "documents");
    let listed = answer.documents.len();
    let mut folded = listed;
    if state.place.folds && state.place.view == View::Documents {
        let rows = rows(state, answer);
        folded = rows.iter().filter(|row| !row.nested).count();
    }
    if folded < listed {
        if answer.document_count as usize > listed {
            documents.push_str(", the first ");
            documents.push_str(&listed.to_string());
        }
        documents.push_str(" in ");
        documents.push_str(&words::count(folded as u32, "row", "rows"));
    }
    let passages = words::count(answer.passage_count, "passage", "passages");
    let mut parts = vec![documents, passages];
    if answer.has_query {
        parts.push(words::count(answer.match_count, "match", "matches"));
    }
    parts.join(", ")
}

/// A row of the documents that were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Position of its document in [`SearchAnswer::documents`].
    pub hit: usize,
    /// How many other editions of its story were found and share its row while it is folded.
    pub others: usize,
    /// Whether it is one of the editions that a row above stands for.
    pub nested: bool,
}

/// The rows of the documents of an answer, in their order. Where editions are folded, the first of
/// a story stands for the others, which follow it where they are asked for.
#[must_use]
pub fn rows(state: &State, answer: &SearchAnswer) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(answer.documents.len());
    let row = |hit| Row {
        hit,
        others: 0,
        nested: false,
    };
    if !state.place.folds {
        rows.extend((0..answer.documents.len()).map(row));
        return rows;
    }
    let stories = stories(state, answer);
    for (hit, &first) in stories.iter().enumerate() {
        if hit != first {
            continue;
        }
        let others = || (hit + 1..stories.len()).filter(|&other| stories[other] == hit);
        rows.push(Row {
            others: others().count(),
            ..row(hit)
        });
        if state.unfolded.contains(&answer.documents[hit].doc) {
            rows.extend(others().map(|other| Row {
                nested: true,
                ..row(other)
            }));
        }
    }
    rows
}

/// For each document of an answer the position of the first that belongs to the same story, be it
/// as an edition of an edition.
fn stories(state: &State, answer: &SearchAnswer) -> Vec<usize> {
    let mut stories: Vec<usize> = (0..answer.documents.len()).collect();
    for (one, other) in editions(state, answer) {
        let (a, b) = (first(&stories, one), first(&stories, other));
        stories[a.max(b)] = a.min(b);
    }
    for at in 0..stories.len() {
        stories[at] = first(&stories, at);
    }
    stories
}

/// The positions of documents of an answer that are editions of each other.
fn editions(state: &State, answer: &SearchAnswer) -> Vec<(usize, usize)> {
    let hits = answer.documents.iter().enumerate();
    let mut places: Vec<(DocId, usize)> = hits.map(|(at, hit)| (hit.doc, at)).collect();
    order::sort(&mut places);
    let mut pairs = Vec::new();
    for &(doc, at) in &places {
        let document = state.overview.documents.get(doc.index());
        for edition in document.into_iter().flat_map(|document| &document.editions) {
            if let Ok(place) = places.binary_search_by_key(edition, |&(doc, _)| doc) {
                pairs.push((at, places[place].1));
            }
        }
    }
    pairs
}

/// The first document of a story, from one of its documents.
fn first(stories: &[usize], mut at: usize) -> usize {
    while stories[at] != at {
        at = stories[at];
    }
    at
}

/// Whether documents that were found are editions of one story.
#[must_use]
pub fn has_editions(state: &State, answer: &SearchAnswer) -> bool {
    !editions(state, answer).is_empty()
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
    use dossier_engine::explorer::{
        DocumentHit, DocumentSummary, Overview, SearchAnswer, TopicShare,
    };
    use dossier_engine::id::{DocId, TopicId};

    use super::{has_editions, rows};
    use crate::shared::Shared;
    use crate::state::State;

    /// Six documents, of which 1, 3 and 5 are editions of one story, 1 and 5 not of each other.
    fn folded() -> State {
        let editions = [&[][..], &[3], &[], &[1, 5], &[], &[3]];
        let overview = Overview {
            documents: editions
                .iter()
                .map(|editions| DocumentSummary {
                    editions: editions.iter().copied().map(DocId).collect(),
                    ..DocumentSummary::default()
                })
                .collect(),
            ..Overview::default()
        };
        let mut state = State {
            overview: Shared::new(overview),
            ..State::default()
        };
        state.place.folds = true;
        state
    }

    fn answer(docs: &[u32]) -> SearchAnswer {
        let hit = |&doc: &u32| DocumentHit {
            doc: DocId(doc),
            ..DocumentHit::default()
        };
        SearchAnswer {
            documents: docs.iter().map(hit).collect(),
            document_count: docs.len() as u32,
            ..SearchAnswer::default()
        }
    }

    fn shown(state: &State, answer: &SearchAnswer) -> Vec<(u32, usize, bool)> {
        let row = |row: &super::Row| (answer.documents[row.hit].doc.0, row.others, row.nested);
        rows(state, answer).iter().map(row).collect()
    }

    #[test]
    fn the_first_edition_that_was_found_stands_for_the_others() {
        let (mut state, answer) = (folded(), answer(&[4, 1, 2, 5, 3]));
        let folded = [(4, 0, false), (1, 2, false), (2, 0, false)];
        assert_eq!(shown(&state, &answer), folded);
        assert_eq!(
            super::summary(&state, &answer),
            "5 documents in 3 rows, 0 passages"
        );
        state.unfolded.push(DocId(1));
        let unfolded = [(1, 2, false), (5, 0, true), (3, 0, true)];
        assert_eq!(shown(&state, &answer)[1..4], unfolded);
        state.place.folds = false;
        assert_eq!(shown(&state, &answer).len(), 5);
        assert_eq!(super::summary(&state, &answer), "5 documents, 0 passages");
    }

    #[test]
    fn only_editions_that_were_found_are_folded() {
        let state = folded();
        assert_eq!(
            shown(&state, &answer(&[1, 2])),
            [(1, 0, false), (2, 0, false)]
        );
        assert!(!has_editions(&state, &answer(&[1, 2])));
        assert!(has_editions(&state, &answer(&[1, 2, 3])));
    }

    #[test]
    fn where_not_all_are_listed_the_count_says_which_are_folded() {
        let state = folded();
        let mut answer = answer(&[3, 1, 0]);
        answer.document_count = 250;
        let says = "250 documents, the first 3 in 2 rows, 0 passages";
        assert_eq!(super::summary(&state, &answer), says);
    }

    #[test]
    fn counts_are_said_in_words() {
        let answer = SearchAnswer {
            has_query: true,
            document_count: 1,
            passage_count: 2,
            match_count: 0,
            ..SearchAnswer::default()
        };
        assert_eq!(
            super::summary(&State::default(), &answer),
            "1 document, 2 passages, 0 matches"
        );
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
