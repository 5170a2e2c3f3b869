//! The embedded corpus: its topics against a reading by hand, and what it names.

mod evaluation;

use dossier_engine::entity::EntityKind;

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
        let of_kind =
            |id: dossier_engine::id::EntityId| collection.entities[id.index()].kind == kind;
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
