//! What is beside what, by behaviour.

use proptest::prelude::*;

use super::*;
use crate::text::Analyser;

/// Paragraphs, with `# ` before a heading.
fn document(blocks: &[&str]) -> Document {
    Document::plain("a", "A", &blocks.join("\n\n"))
}

fn compared(one: &[&str], other: &[&str]) -> Comparison {
    compare(&document(one), &document(other))
}

/// The rows in signs: what is in `[]` the other side has not.
fn shown(comparison: &Comparison) -> Vec<String> {
    let cell = |cell: &Cell| {
        let mut text = cell.text.clone();
        for span in cell.own.iter().rev() {
            text.insert(span.end as usize, ']');
            text.insert(span.start as usize, '[');
        }
        text
    };
    let side = |side: &[Cell]| side.iter().map(cell).collect::<Vec<_>>().join(" + ");
    let row = |row: &Row| {
        let sign = match row.kind {
            RowKind::Common => " | ",
            RowKind::Moved => " ~ ",
            RowKind::Apart => " / ",
        };
        [side(&row.sides[0]), side(&row.sides[1])].join(sign)
    };
    comparison.rows.iter().map(row).collect()
}

#[test]
fn words_that_differ_are_marked_in_both() {
    let found = compared(
        &["Mr Kim visited Russia on Tuesday by train."],
        &["Kim visited China on Tuesday, by armoured train."],
    );
    assert_eq!(
        shown(&found),
        ["[Mr] Kim visited [Russia] on Tuesday by train. | \
          Kim visited [China] on Tuesday, by [armoured] train."]
    );
    let common = [(8, 6), (8, 6)].map(|(all, common)| Common { all, common });
    assert_eq!(found.words, common);
}

#[test]
fn case_accents_and_punctuation_do_not_count() {
    let found = compared(
        &["The Café, he said, is OPEN"],
        &["the cafe he said is open."],
    );
    assert!(found.rows[0].is_same());
}

#[test]
fn a_paragraph_that_one_edition_lacks_stands_alone_in_its_place() {
    let found = compared(
        &[
            "first they met in the city",
            "nobody else was there at all that day",
            "then they ate",
        ],
        &["first they met in the city", "then they ate"],
    );
    assert_eq!(
        shown(&found),
        [
            "first they met in the city | first they met in the city",
            "[nobody else was there at all that day] / ",
            "then they ate | then they ate",
        ]
    );
    assert!(!found.rows[1].is_same());
}

#[test]
fn what_stands_in_the_same_place_stands_side_by_side() {
    let same = "a paragraph of some words that is the same";
    let found = compared(&["one thing", same, "x", "y"], &["other stuff", same, "z"]);
    let rows = [
        "[one thing] / [other stuff]".to_owned(),
        format!("{same} | {same}"),
        "[x] / ".to_owned(),
        "[y] / ".to_owned(),
        " / [z]".to_owned(),
    ];
    assert_eq!(shown(&found), rows);
}

#[test]
fn a_paragraph_that_was_split_stands_beside_its_parts() {
    let found = compared(
        &["they met in the city and spoke for hours on end"],
        &["they met in the city", "and spoke for hours on end"],
    );
    assert_eq!(
        shown(&found),
        ["they met in the city and spoke for hours on end | \
          they met in the city + and spoke for hours on end"]
    );
    assert_eq!(found.rows[0].sides[1][1].passage, Some(1));
}

#[test]
fn a_paragraph_that_moved_is_found_where_it_stands() {
    let long = "a long beginning of the text that is the same in both editions of it";
    let found = compared(
        &["the quick brown fox jumps today", long, "the end"],
        &[long, "the end", "the quick red fox jumps today"],
    );
    assert_eq!(
        shown(&found),
        [
            "the quick [brown] fox jumps today ~ the quick [red] fox jumps today".to_owned(),
            format!("{long} | {long}"),
            "the end | the end".to_owned(),
        ]
    );
}

#[test]
fn a_word_at_the_beginning_of_every_paragraph_belongs_to_its_own() {
    let [cow, dog] = [
        "The cow ate all the green grass",
        "The dog ran in the big park",
    ];
    let found = compared(&[cow, dog], &[dog, cow]);
    assert!(
        shown(&found).iter().all(|row| !row.contains('[')),
        "{found:?}"
    );
}

#[test]
fn a_word_that_stands_in_both_by_chance_is_no_common_text() {
    let found = compared(
        &["dogs bark loudly all night in the yard of my uncle"],
        &["seven ships sailed from harbours in winter without any cargo"],
    );
    assert_eq!(found.rows[0].kind, RowKind::Apart);
    assert_eq!(found.words[0].common, 0);
}

#[test]
fn documents_without_words_have_no_rows_in_common() {
    assert_eq!(compared(&[], &[]), Comparison::default());
    assert_eq!(compared(&[], &["…"]).rows.len(), 1);
}

proptest! {
    #[test]
    fn every_block_stands_in_one_row_and_what_is_not_marked_is_the_same(
        one in prop::collection::vec("([a-d]{1,2} ){1,12}", 0..8),
        other in prop::collection::vec("([a-d]{1,2} ){1,12}", 0..8),
    ) {
        let documents = [one, other].map(|blocks| {
            document(&blocks.iter().map(String::as_str).collect::<Vec<_>>())
        });
        let comparison = compare(&documents[0], &documents[1]);
        for (side, document) in documents.iter().enumerate() {
            let cells = comparison.rows.iter().flat_map(|row| &row.sides[side]);
            let mut shown: Vec<u32> = cells.filter_map(|cell| cell.passage).collect();
            shown.sort_unstable();
            let all: Vec<u32> = (0..document.passages().count() as u32).collect();
            prop_assert_eq!(shown, all);
        }
        for row in &comparison.rows {
            let left = |cells: &[Cell]| {
                let mut words = Vec::new();
                for cell in cells {
                    Analyser::new("en").each_word(&cell.text, |span, word| {
                        if !cell.own.iter().any(|own| own.contains(span)) {
                            words.push(word.to_owned());
                        }
                    });
                }
                words
            };
            if row.kind != RowKind::Apart {
                prop_assert_eq!(left(&row.sides[0]), left(&row.sides[1]));
            }
        }
    }

    #[test]
    fn a_document_is_the_same_as_itself(
        blocks in prop::collection::vec("([a-z]{1,9} ){1,12}", 0..8),
    ) {
        let document = document(&blocks.iter().map(String::as_str).collect::<Vec<_>>());
        let comparison = compare(&document, &document);
        prop_assert!(comparison.rows.iter().all(Row::is_same));
    }
}
