//! What holds for the mentions and topics of any text.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where its data is not as expected"
)]

use std::fmt::Write;
use std::sync::OnceLock;

use dossier_engine::collection::{self, CollectionDefinition};
use dossier_engine::document::{Block, BlockKind, Document, Published};
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::{EntityKind, Recognition, recognise};
use dossier_engine::source::Source;
use dossier_engine::span::Span;
use dossier_engine::topic;
use proptest::prelude::*;

const DEFINITION: &str = r#"
[[topic]]
name = "Ships"
threshold = 1
words = ["ship", "merchant fleet"]
entities = ["harpoon", "doe"]

[[person]]
key = "doe"
name = "Jane Doe"
gender = "female"
offices = ["mayor"]

[[person]]
name = "Doe Won-il"

[[place]]
name = "North Ferring"

[[place]]
name = "Paris"
stands_for = "north-ferring"

[[group]]
name = "Ferringer"
country = "north-ferring"

[[weapon]]
name = "harpoon"

[[org]]
name = "Sons & Co"
aliases = ["SC", "US"]
"#;

fn definition() -> CollectionDefinition {
    let source = Source {
        path: "collection.toml",
        bytes: DEFINITION.as_bytes(),
    };
    let mut diagnostics = Vec::new();
    let definition = collection::parse(source, &mut diagnostics);
    assert_eq!(diagnostics, []);
    definition
}

fn document(text: &str) -> Document {
    let mut document = Document {
        language: "en".into(),
        published: Some(Published {
            date: "2023-09-11".parse().unwrap(),
            inferred: false,
            note: None,
        }),
        text: text.into(),
        ..Document::default()
    };
    let mut start = 0;
    for block in text.split("\n\n") {
        let end = start + block.len();
        let span = Span::new(start as u32, end as u32);
        let kind = if block.len() < 30 {
            BlockKind::Heading(2)
        } else {
            BlockKind::Paragraph
        };
        document.blocks.push(Block { kind, span });
        start = end + 2;
    }
    document
}

fn tagger() -> &'static Tagger {
    static TAGGER: OnceLock<Tagger> = OnceLock::new();
    TAGGER.get_or_init(|| Tagger::from_bytes(include_bytes!("../models/english.tagger")).unwrap())
}

fn recognise_one(text: &str, tagger: Option<&Tagger>) -> Recognition {
    recognise(&[document(text)], &definition().entities, tagger)
}

/// Texts in which the rules find something: fragments of what they look for, and odd characters.
fn text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => prop::sample::select(vec![
            "Jane Doe", "Ms", "Mr.", "Doe", "Mayor", "Won-il", "the North", "North Ferring", "US",
            "U.S.", "SC", "Sons & Co", "Ferringers", "harpoons", "Paris", "and", "says", "with",
            "talks", "Paris's", "7", "7 million", "3.5", "twenty", "km", "%", "$", "US$", "-", "to",
            "on", "in", "Monday", "next", "May", "March", "2019", "1990s", "19th", "century", "12",
            "years", "ago", "old", "Resolution", "Treaty", "of", "Act", "Professor", "van", "will",
            ".", ",", "\n\n", "’s", "ship", "merchant fleet", "°", "C", "half", "a", "hundred",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    let separator = prop::sample::select(vec![" ", " ", " ", "", "-", ", ", "\n"]);
    prop::collection::vec((fragment, separator), 0..40).prop_map(|parts| {
        parts.iter().fold(String::new(), |mut text, (part, gap)| {
            write!(text, "{part}{gap}").unwrap();
            text
        })
    })
}

proptest! {
    #[test]
    fn mentions_are_in_order_on_characters_and_nested_or_apart(
        text in text(),
        tagged in any::<bool>(),
    ) {
        let found = recognise_one(&text, Some(tagger()).filter(|_| tagged));
        let mut open: Vec<Span> = Vec::new();
        let mut before = Span::default();
        for mention in &found.mentions[0] {
            let span = mention.span;
            prop_assert!(!span.is_empty());
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some());
            prop_assert!(before.start <= span.start, "in order");
            open.retain(|outer| outer.end > span.start);
            prop_assert!(open.iter().all(|outer| outer.contains(span)), "nested or apart");
            let entity = &found.entities[mention.entity.index()];
            if let Some(outer) = open.last() {
                prop_assert!(*outer != span);
                prop_assert_eq!(entity.kind, EntityKind::Weapon, "only weapons nest");
            }
            if let Some(country) = mention.stands_for {
                prop_assert!(found.entities.get(country.index()).is_some());
            }
            open.push(span);
            before = span;
        }
    }

    #[test]
    fn entities_have_keys_of_their_own_in_order(texts in prop::collection::vec(text(), 0..4)) {
        let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
        let found = recognise(&documents, &definition().entities, Some(tagger()));
        prop_assert_eq!(found.mentions.len(), texts.len());
        let order: Vec<_> = found.entities.iter().map(|own| (own.kind, &own.key)).collect();
        prop_assert!(order.is_sorted_by(|one, other| one < other));
        let mut keys: Vec<&String> = found.entities.iter().map(|entity| &entity.key).collect();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), found.entities.len());
        prop_assert!(found.entities.iter().all(|entity| !entity.key.is_empty()));
    }

    #[test]
    fn topics_have_evidence_inside_their_passage(text in text()) {
        let definition = definition();
        let document = document(&text);
        let found = recognise(std::slice::from_ref(&document), &definition.entities, None);
        let assigner = topic::Assigner::new(&definition.topics, [document.language.as_str()]);
        let topics = assigner.assign(&document, &found.mentions[0], &found.entities);
        prop_assert_eq!(topics.len(), document.passages().count());
        for (block, assignments) in document.passages().zip(&topics) {
            prop_assert!(assignments.is_sorted_by(|one, other| one.strength >= other.strength));
            for assignment in assignments {
                prop_assert!(assignment.strength >= 1.0);
                prop_assert!(!assignment.evidence.is_empty());
                prop_assert!(assignment.evidence.iter().all(|span| block.span.contains(*span)));
                prop_assert!(assignment.evidence.is_sorted_by(|a, b| a.end <= b.start));
            }
        }
    }
}

#[test]
fn long_repetitions_are_read_to_their_end() {
    let definition = definition();
    for pattern in [
        "A",
        "CAPITALS ",
        "Capital ",
        "Doe ",
        "Mr Jane Doe and Professor Doe. ",
        "the North ",
        "Paris, ",
        "Paris and ",
        "twenty ",
        "1 million ",
        "1-",
        "12 May ",
        "2019 to ",
        "Treaty of ",
        "Resolution ",
        "harpoon ",
        "1 harpoon ",
        "President ",
        "lower ",
        " ",
        "'s ",
        "-",
        "$",
        "ship ",
        "merchant ",
        "Mr Aa Bb Mr Cc Bb ",
        "Food Programme (FP) ",
        "Hwasong-18 missile ",
        "the North Korean ",
        ". ",
        "\n",
        "\n\n",
    ] {
        // A length at which time that grows with its square would be minutes.
        let document = document(&pattern.repeat(50_000 / pattern.len()));
        let list = &definition.entities;
        let found = recognise(std::slice::from_ref(&document), list, Some(tagger()));
        let mentions = &found.mentions[0];
        let assigner = topic::Assigner::new(&definition.topics, [document.language.as_str()]);
        let topics = assigner.assign(&document, mentions, &found.entities);
        assert_eq!(topics.len(), document.passages().count(), "{pattern:?}");
    }
}
