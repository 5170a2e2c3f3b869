//! What the state does, by behaviour.

use dossier_engine::explorer::{
    DocumentHit, DocumentSummary, Group, Match, Overview, SearchAnswer,
};
use dossier_engine::id::DocId;
use dossier_engine::index::Field;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::span::Span;

use super::reduce;
use crate::place::{Place, View};
use crate::shared::Shared;
use crate::state::{Action, Entry, Overlay, State};

/// A collection of three documents that are all found.
fn state() -> State {
    let summary = |name: &str| DocumentSummary {
        name: name.into(),
        ..DocumentSummary::default()
    };
    let overview = Overview {
        documents: ["one", "two", "three"].map(summary).into(),
        ..Overview::default()
    };
    answered(&State::new(overview, Place::default()))
}

fn answered(state: &State) -> State {
    let hit = |doc| DocumentHit {
        doc: DocId(doc),
        score: 0.0,
        match_count: 0,
        title_marks: Vec::new(),
        snippets: Vec::new(),
        topics: Vec::new(),
        entities: Vec::new(),
        explanation: Vec::new(),
    };
    let answer = SearchAnswer {
        document_count: 3,
        documents: [2, 0, 1].map(hit).into(),
        ..SearchAnswer::default()
    };
    reduce(state, Action::Answered(answer.into(), Shared::default()))
}

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions
        .into_iter()
        .fold(state.clone(), |state, action| reduce(&state, action))
}

fn loaded(state: &State, doc: u32, matches: u32) -> State {
    let matches = (0..matches).map(|at| Match {
        field: Field::Body,
        span: Span::new(at, at + 1),
    });
    let matches: Vec<Match> = matches.collect();
    let content = AnalysedDocument::default();
    reduce(
        state,
        Action::Loaded(DocId(doc), content.into(), matches.into()),
    )
}

fn typed(text: &str) -> Action {
    Action::Type(text.into())
}

#[test]
fn a_query_that_is_typed_is_one_history_entry() {
    let state = reduce(&state(), typed("k"));
    assert_eq!(state.entry, Entry::Push);
    let state = reduce(&state, typed("ki"));
    assert_eq!(state.entry, Entry::Replace);
    let state = after(&state, [Action::Commit, typed("kim")]);
    assert_eq!(state.entry, Entry::Push);
}

#[test]
fn a_change_that_changes_nothing_is_no_history_entry() {
    let state = after(
        &state(),
        [Action::Go(Place::default()), Action::ClearFilters],
    );
    assert_eq!(state.entry, Entry::Keep);
}

#[test]
fn a_place_from_the_history_is_not_written_to_it_again() {
    let place = Place::from_fragment("#/passages?q=kim");
    let state = reduce(&state(), Action::Go(place.clone()));
    assert_eq!((state.place, state.entry), (place, Entry::Keep));
}

#[test]
fn a_value_is_never_included_and_excluded_at_once() {
    let value = || (Group::Publisher, "NHK".to_owned());
    let include = || Action::Include(value().0, value().1);
    let exclude = || Action::Exclude(value().0, value().1);
    let state = after(&state(), [include(), exclude()]);
    let filter = &state.place.selection.filters.groups[&Group::Publisher];
    assert!(filter.include.is_empty() && filter.exclude.contains("NHK"));
    let state = reduce(&state, exclude());
    assert!(state.place.selection.filters.groups.is_empty());
}

#[test]
fn the_selection_is_kept_when_the_view_changes() {
    let state = after(&state(), [typed("kim"), Action::Show(View::Passages)]);
    assert_eq!(state.place.selection.query, "kim");
    assert_eq!(state.entry, Entry::Push);
}

#[test]
fn matches_go_round_at_both_ends() {
    let state = loaded(&reduce(&state(), Action::Open(DocId(0), None)), 0, 3);
    let at = |state: &State| state.reader.as_ref().and_then(|reader| reader.current);
    assert_eq!(at(&state), Some(0));
    assert_eq!(at(&reduce(&state, Action::PreviousMatch)), Some(2));
    let next = || Action::NextMatch;
    assert_eq!(at(&after(&state, [next(), next(), next()])), Some(0));
}

#[test]
fn a_document_without_matches_has_none_to_step_to() {
    let state = loaded(&reduce(&state(), Action::Open(DocId(0), None)), 0, 0);
    let state = reduce(&state, Action::NextMatch);
    assert_eq!(state.reader.and_then(|reader| reader.current), None);
}

#[test]
fn a_document_that_arrives_after_another_was_opened_is_dropped() {
    let open = |doc| Action::Open(DocId(doc), None);
    let state = after(&state(), [open(0), open(1)]);
    assert!(loaded(&state, 0, 1).reader.is_none());
    assert!(loaded(&state, 1, 1).reader.is_some());
}

#[test]
fn the_keyboard_stops_at_the_ends_of_the_results() {
    let down = || Action::Move(1);
    let state = reduce(&state(), down());
    assert_eq!(state.cursor, Some(0));
    let state = after(&state, [down(), down(), down(), down()]);
    assert_eq!(state.cursor, Some(2));
    assert_eq!(reduce(&state, Action::Move(-9)).cursor, Some(0));
}

#[test]
fn the_keyboard_is_on_the_document_that_was_opened() {
    let state = reduce(&state(), Action::Open(DocId(0), None));
    assert_eq!(state.cursor, Some(1));
}

#[test]
fn escape_closes_one_layer_at_a_time() {
    let state = loaded(&reduce(&state(), Action::Open(DocId(0), None)), 0, 1);
    let state = after(
        &state,
        [
            Action::Overlay(Overlay::Cite),
            Action::Overlay(Overlay::Keys),
        ],
    );
    let state = reduce(&state, Action::Escape);
    assert_eq!(state.overlays, [Overlay::Cite]);
    let state = reduce(&state, Action::Escape);
    assert!(state.overlays.is_empty() && state.reader.is_some());
    let state = reduce(&state, Action::Escape);
    assert!(state.reader.is_none() && state.place.doc.is_none());
}

#[test]
fn a_card_takes_the_place_of_another() {
    let card = |mention| Action::Overlay(Overlay::Card(mention));
    let state = after(&state(), [card(1), card(2)]);
    assert_eq!(state.overlays, [Overlay::Card(2)]);
    assert!(reduce(&state, card(2)).overlays.is_empty());
}

#[test]
fn an_explanation_goes_with_its_result() {
    let state = reduce(&state(), Action::Overlay(Overlay::Why(DocId(0))));
    assert_eq!(answered(&state).overlays, [Overlay::Why(DocId(0))]);
    let nothing = SearchAnswer::default().into();
    let answered = Action::Answered(nothing, Shared::default());
    assert!(reduce(&state, answered).overlays.is_empty());
    assert!(
        reduce(&state, Action::Show(View::Passages))
            .overlays
            .is_empty()
    );
}

#[test]
fn closing_the_document_closes_what_belongs_to_it() {
    let state = reduce(&state(), Action::Open(DocId(0), None));
    let state = after(
        &state,
        [Action::Overlay(Overlay::Card(0)), Action::CloseReader],
    );
    assert!(state.overlays.is_empty());
}

#[test]
fn results_are_settled_once_their_answer_is_there() {
    let state = state();
    assert!(state.is_settled());
    let state = reduce(&state, typed("kim"));
    assert!(!state.is_settled());
    assert!(answered(&state).is_settled());
}

#[test]
fn a_typed_key_changes_nothing_that_is_shown_before_its_results_arrive() {
    let state = State::default();
    let typed = reduce(&state, Action::Type("k".into()));
    assert!(typed != state);
    assert_eq!(typed.shown(), state.shown());
    let answered = reduce(
        &typed,
        Action::Answered(Shared::default(), Shared::default()),
    );
    assert_eq!(answered.shown().place.selection.query, "k");
}

/// The first document beside the second, with two rows of which one differs.
fn compared(state: &State) -> State {
    let [a, b] = ["one same thing here\n\nabc", "one same thing here\n\nxyz"]
        .map(|text| dossier_engine::document::Document::plain("a", "A", text));
    let comparison = dossier_engine::similar::compare(&a, &b).into();
    let state = reduce(state, Action::Compare(DocId(0), DocId(1)));
    reduce(&state, Action::Compared((DocId(0), DocId(1)), comparison))
}

#[test]
fn escape_closes_the_document_beside_before_the_reader() {
    let state = compared(&state());
    assert_eq!(state.place.beside.as_deref(), Some("two"));
    assert!(state.comparison().is_some());
    let state = reduce(&state, Action::Escape);
    assert_eq!(state.place.doc.as_deref(), Some("one"));
    assert_eq!(state.place.beside, None);
    assert!(state.comparison().is_none());
    assert_eq!(reduce(&state, Action::Escape).place.doc, None);
}

#[test]
fn beside_another_document_the_next_match_is_the_next_difference() {
    let state = reduce(&compared(&state()), Action::NextMatch);
    assert_eq!(state.comparison().and_then(|shown| shown.current), Some(0));
}

#[test]
fn a_document_that_is_opened_stands_alone() {
    let state = reduce(&compared(&state()), Action::Open(DocId(2), None));
    assert_eq!(state.place.beside, None);
}

#[test]
fn the_rows_of_folded_editions_are_what_the_keyboard_walks_through() {
    let mut overview = (*state().overview).clone();
    overview.documents[0].editions = vec![DocId(2)];
    let mut state = state();
    state.overview = Shared::new(overview);
    let folded = reduce(&state, Action::Fold);
    assert_eq!(folded.entry, Entry::Push);
    let last = reduce(&folded, Action::Move(-1)).cursor;
    assert_eq!(last, Some(1));
    let unfolded = reduce(&folded, Action::Unfold(DocId(2)));
    assert_eq!(reduce(&unfolded, Action::Move(-1)).cursor, Some(2));
    let again = reduce(&unfolded, Action::Unfold(DocId(2)));
    assert_eq!(again.unfolded, []);
}
