//! The embedded corpus: its topics against a reading by hand, and what it names. With
//! `DOSSIER_PRINT=1` and `--nocapture` every mention and topic is printed.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where its data is not as expected"
)]

mod evaluation;

use dossier_engine::entity::EntityKind;
use dossier_engine::id::EntityId;
use dossier_engine::pipeline::Collection;

#[test]
fn topics_agree_with_a_reading_by_hand() {
    let outcome = evaluation::corpus();
    let expected = evaluation::expected_topics();
    let tally = evaluation::compare(&outcome.collection, &expected);
    print!("{}", evaluation::table(&outcome.collection, &tally));
    for (topic, counts) in outcome.collection.topics.iter().zip(&tally) {
        assert!(counts.precision() >= 0.8, "precision of {}", topic.name);
        assert!(counts.recall() >= 0.8, "recall of {}", topic.name);
    }
    let all = tally
        .iter()
        .fold(evaluation::Counts::default(), |sum, part| sum.plus(*part));
    assert!(all.precision() >= 0.9 && all.recall() >= 0.9, "{all:?}");
}

#[test]
fn the_corpus_names_what_its_readers_look_for() {
    let outcome = evaluation::corpus();
    assert_eq!(outcome.diagnostics, []);
    let collection = &outcome.collection;
    for kind in EntityKind::ALL {
        let of_kind = |id: EntityId| collection.entities[id.index()].kind == kind;
        let mentions = collection
            .documents
            .iter()
            .flat_map(|document| &document.mentions);
        let count = mentions.filter(|mention| of_kind(mention.entity)).count();
        println!("{:<10} {count}", kind.key());
        assert!(count > 0, "{}", kind.key());
    }
    if std::env::var("DOSSIER_PRINT").is_ok() {
        print!("{}", evaluation::listing(collection));
    }
}

/// The entity, and for whom it stands, of the mention at `text` in the first passage that has `around`.
fn linked(collection: &Collection, document: &str, around: &str, text: &str) -> (String, String) {
    let mut documents = collection.documents.iter();
    let analysed = documents.find(|own| own.document.name == document).unwrap();
    let body = &analysed.document.text;
    let at = body.find(around).unwrap() + around.find(text).unwrap();
    let mention = analysed
        .mentions
        .iter()
        .find(|mention| mention.span.start as usize == at && mention.span.slice(body) == text)
        .unwrap();
    let key = |id: EntityId| collection.entities[id.index()].key.clone();
    let stands_for = mention.stands_for.map(key).unwrap_or_default();
    (key(mention.entity), stands_for)
}

#[test]
fn names_in_the_corpus_mean_what_a_reader_takes_them_for() {
    let collection = evaluation::corpus().collection;
    let asia = "reuters-summit-asia-edition";
    for (document, around, text, entity, stands_for) in [
        (asia, "both hands Ms Kim held", "Kim", "kim-yo-jong", ""),
        (asia, "whom Mr Kim meets", "Kim", "kim-jong-un", ""),
        (asia, "that the North holds", "North", "north-korea", ""),
        (asia, "fought the South,", "South", "south-korea", ""),
        (asia, "What do Beijing and", "Beijing", "beijing", "china"),
        (
            asia,
            "Leaders in Pyongyang have",
            "Pyongyang",
            "pyongyang",
            "",
        ),
        (
            "post-weapons-agenda",
            "although Pyongyang and",
            "Pyongyang",
            "pyongyang",
            "",
        ),
        (
            "post-weapons-agenda",
            "keeps sanctions on Moscow",
            "Moscow",
            "moscow",
            "russia",
        ),
        (
            "post-weapons-agenda",
            "President Biden",
            "Biden",
            "joe-biden",
            "",
        ),
        (
            "nhk-pyongyang-visit",
            "for NHK from Moscow",
            "Moscow",
            "moscow",
            "",
        ),
        (
            "nhk-pyongyang-visit",
            "Korea on Tuesday",
            "Tuesday",
            "2024-06-18",
            "",
        ),
        (
            "national-weapons-talks",
            "off on Sunday afternoon",
            "Sunday afternoon",
            "2023-09-10",
            "",
        ),
        (
            "national-weapons-talks",
            "arming Moscow",
            "Moscow",
            "moscow",
            "russia",
        ),
    ] {
        let found = linked(&collection, document, around, text);
        assert_eq!(found, (entity.into(), stands_for.into()), "{around}");
    }
}
