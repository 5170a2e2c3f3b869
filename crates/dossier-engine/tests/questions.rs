//! Questions and answers are the same on the other side of bytes, and broken bytes are an error.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod common;

use std::fmt::Debug;

use dossier_engine::archive;
use dossier_engine::codec::{Malformed, Reader, Stored, Writer};
use dossier_engine::date::{DateRange, PartialDate};
use dossier_engine::explorer::{
    Answer, Explorer, Filters, Group, GroupFilter, Overview, Question, SearchRequest, Sort,
    ValueNames,
};
use dossier_engine::id::{DocId, EntityId};
use proptest::prelude::*;

/// What is written is read; a part of it is an error, and so is more; other bytes are no panic.
fn travels<T: PartialEq + Debug>(
    value: &T,
    write: impl Fn(&T, &mut Writer),
    read: impl Fn(&mut Reader<'_>) -> Result<T, Malformed>,
    (at, byte): (usize, u8),
) {
    let read = |bytes: &[u8]| {
        let mut input = Reader::new(bytes);
        let value = read(&mut input);
        value.ok().filter(|_| input.is_done())
    };
    let mut bytes = Writer::new();
    write(value, &mut bytes);
    assert_eq!(read(&bytes).as_ref(), Some(value));
    let at = at % bytes.len();
    assert_eq!(read(&bytes[..at]), None);
    bytes.push(0);
    assert_eq!(read(&bytes), None);
    bytes[at] = byte;
    let _ = read(&bytes);
}

fn filter() -> impl Strategy<Value = GroupFilter> {
    let keys = || prop::collection::btree_set("[a-zé]{0,8}", 0..3);
    (keys(), keys()).prop_map(|(include, exclude)| GroupFilter { include, exclude })
}

fn filters() -> impl Strategy<Value = Filters> {
    let date = (1990_u16..2030, prop::option::of(1_u8..13));
    let date = date.prop_map(|(year, month)| PartialDate::new(year, month, None).unwrap());
    let date = prop::option::of(date);
    let group = prop::sample::select(Group::ALL.to_vec());
    let groups = prop::collection::btree_map(group, filter(), 0..4);
    (groups, date.clone(), date).prop_map(|(groups, from, to)| Filters {
        groups,
        dates: DateRange { from, to },
    })
}

fn request() -> impl Strategy<Value = SearchRequest> {
    let word = prop_oneof![
        4 => common::word(),
        1 => "[(\"*~:-]{1,2}",
        1 => "zz[a-z]{3}",
    ];
    let query = prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "));
    let sort = vec![Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title];
    let sort = prop::sample::select(sort);
    // Most requests have no filters, as they would find nothing otherwise.
    let filters = prop_oneof![3 => Just(Filters::default()), 1 => filters()];
    (query, filters, sort, 0_usize..50).prop_map(|(query, filters, sort, limit)| SearchRequest {
        query,
        filters,
        sort,
        limit,
    })
}

fn question() -> impl Strategy<Value = Question> {
    let doc = || (0_u32..8).prop_map(DocId);
    prop_oneof![
        3 => request().prop_map(Question::Search),
        2 => (doc(), common::word(), any::<bool>()).prop_map(|(doc, query, whole)| {
            Question::Document { doc, query, whole }
        }),
        1 => (0_u32..8, request()).prop_map(|(entity, request)| {
            Question::Mentions(EntityId(entity), request)
        }),
        1 => Just(Question::Totals),
        1 => (doc(), doc()).prop_map(|(one, other)| Question::Comparison(one, other)),
    ]
}

proptest! {
    #[test]
    fn questions_and_answers_are_the_same_on_the_other_side(
        collection in common::collection(),
        questions in prop::collection::vec(question(), 1..6),
        broken in any::<(usize, u8)>(),
    ) {
        let explorer = Explorer::open(archive::write(&collection)).unwrap();
        let names = explorer.value_names();
        travels(&explorer.overview(), Overview::write, Overview::read, broken);
        travels(&names, ValueNames::write, ValueNames::read, broken);
        for question in questions {
            prop_assert!(question.kind() < Question::KINDS);
            travels(&question, Question::write, Question::read, broken);
            let write = |answer: &Answer, out: &mut Writer| answer.write(&names, out);
            let read = |input: &mut Reader<'_>| Answer::read(input, &names);
            travels(&explorer.ask(&question), write, read, broken);
        }
    }

    #[test]
    fn bytes_of_any_kind_are_read_without_a_panic(bytes in any::<Vec<u8>>()) {
        let input = || Reader::new(&bytes);
        let _ = (Question::read(&mut input()), Overview::read(&mut input()), ValueNames::read(&mut input()));
        let _ = Answer::read(&mut input(), &ValueNames::default());
    }
}

#[test]
fn a_document_is_left_out_where_the_matches_alone_are_asked_for() {
    let one = common::document("one", "One", &["The ship came in."]);
    let collection = dossier_engine::pipeline::Collection {
        documents: vec![common::analysed(one)],
        ..Default::default()
    };
    let explorer = Explorer::open(archive::write(&collection)).unwrap();
    let ask = |whole| {
        let query = "ship".into();
        let doc = DocId(0);
        explorer.ask(&Question::Document { doc, query, whole })
    };
    let Answer::Document(Some(document), matches) = ask(true) else {
        panic!("the document is asked for");
    };
    assert_eq!((document.document.name.as_str(), matches.len()), ("one", 1));
    assert_eq!(ask(false), Answer::Document(None, matches));
}
