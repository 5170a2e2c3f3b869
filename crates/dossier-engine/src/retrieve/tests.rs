//! What is found, and that nothing is lost on the way.

use proptest::prelude::*;

use super::*;
use crate::archive::{self, Archive};
use crate::document::Document;
use crate::pipeline;
use crate::snippet::Snippet;

/// An archive of texts; the first line of each is its title.
fn archive(texts: &[&str]) -> Archive {
    let documents = texts.iter().enumerate().map(|(number, text)| {
        let (title, text) = text.split_once('\n').unwrap_or(("", text));
        Document::plain(&number.to_string(), title, text)
    });
    let collection = pipeline::searchable(documents.collect(), String::new(), String::new());
    Archive::open(archive::write(&collection)).expect("an archive")
}

fn found(archive: &Archive, query: &str, mode: Mode) -> Vec<u32> {
    let words = Words::new(archive.index(), query, mode).expect("words");
    let found = search(archive.index(), &words, 10).expect("an answer");
    found.iter().map(|found| found.doc).collect()
}

#[test]
fn documents_with_any_of_the_words_are_found_those_with_more_first() {
    let archive = archive(&["Grain and fish", "Fish alone", "The weather"]);
    assert_eq!(found(&archive, "grain fish", Mode::Plain), [0, 1]);
    assert!(found(&archive, "", Mode::Plain).is_empty());
}

#[test]
fn forms_of_a_word_are_one_word() {
    let archive = archive(&["They were sanctioned", "Nothing here"]);
    assert_eq!(found(&archive, "sanctions", Mode::Plain), [0]);
}

#[test]
fn a_word_in_the_title_counts_more() {
    let archive = archive(&[
        "Weather\nThe treaty is signed today.",
        "Treaty\nThe weather is fine today.",
    ]);
    assert_eq!(found(&archive, "treaty", Mode::Plain), [1, 0]);
}

#[test]
fn a_misspelt_word_is_taken_for_the_closest_also_in_its_first_letter() {
    let archive = archive(&["A treaty", "A weather map"]);
    assert_eq!(found(&archive, "treety", Mode::Typo), [0]);
    assert_eq!(found(&archive, "reaty", Mode::Typo), [0]);
    assert!(found(&archive, "treety", Mode::Plain).is_empty());
    let words = Words::new(archive.index(), "the treety", Mode::Typo).expect("words");
    assert_eq!(words.corrections[0].words, ["treaty"]);
    assert_eq!(words.corrections[0].typed.slice("the treety"), "treety");
}

fn meant(archive: &Archive, query: &str) -> Vec<String> {
    let words = Words::new(archive.index(), query, Mode::Typo).expect("words");
    let corrections = words.corrections.into_iter();
    corrections.flat_map(|found| found.words).collect()
}

#[test]
fn the_other_words_of_the_query_tell_what_a_misspelt_one_was_meant_to_be() {
    let archive = archive(&[
        "The paper was late",
        "The paper was soft",
        "A payer in the glen",
        "A pacer at the races",
    ]);
    assert_eq!(meant(&archive, "paxer glen")[0], "payer");
    assert_eq!(meant(&archive, "races paxer")[0], "pacer");
    assert_eq!(meant(&archive, "paxer")[0], "paper");
}

#[test]
fn an_exchange_of_letters_is_likelier_than_a_wrong_one() {
    let archive = archive(&["The trial", "A trail", "The trial"]);
    assert_eq!(meant(&archive, "taril")[0], "trail");
}

#[test]
fn a_rare_word_without_company_may_be_misspelt_and_still_counts() {
    let archive = archive(&[
        "Coed schools",
        "A code for pictures",
        "A code for sounds",
        "A code of two pictures",
    ]);
    assert_eq!(meant(&archive, "coed pictures"), ["code"]);
    assert_eq!(found(&archive, "coed pictures", Mode::Typo), [1, 0, 3, 2]);
    assert!(meant(&archive, "coed schools").is_empty());
    assert!(meant(&archive, "coed").is_empty());
}

#[test]
fn a_word_of_three_letters_may_lack_one_and_is_not_taken_for_any_other() {
    let archive = archive(&["A wood of oaks", "A rod", "A wedding"]);
    assert_eq!(meant(&archive, "wod"), ["wood"]);
}

#[test]
fn a_form_that_no_document_has_may_be_misspelt_too() {
    let archive = archive(&["An ellipsoid", "A cone"]);
    assert_eq!(meant(&archive, "llipsoidal"), ["ellipsoid"]);
}

#[test]
fn a_title_with_all_words_comes_before_texts_that_repeat_some() {
    let archive = archive(&[
        "Harbour\nGrain and grain and grain on grain.",
        "Grain leaves the harbour\nThe ships are on their way to many countries at last.",
        "Weather",
        "Fishing",
        "Sports",
    ]);
    assert_eq!(found(&archive, "grain harbour", Mode::Plain), [1, 0]);
}

#[test]
fn only_the_last_word_may_be_a_beginning_and_only_while_it_is_typed() {
    let archive = archive(&["Sanctions on grain", "Grain and fish"]);
    assert_eq!(found(&archive, "sanc", Mode::Prefix), [0]);
    assert_eq!(found(&archive, "sanc grain", Mode::Prefix), [0, 1]);
    assert!(found(&archive, "sanc ", Mode::Prefix).is_empty());
}

#[test]
fn a_whole_word_comes_before_a_longer_one() {
    let archive = archive(&["An armada", "An arm", "Nothing"]);
    assert_eq!(found(&archive, "arm", Mode::Prefix), [1, 0]);
}

#[test]
fn words_of_scripts_without_spaces_are_found_inside_longer_ones() {
    let archive = archive(&[
        "東京都庁は新しい条約を発表した。",
        "京都の港に船が着いた。",
        "俄罗斯与中国签署了新的贸易协定。",
        "북한은 새로운 미사일을 발사했다.",
        "ソウルで首脳会談が開かれた。",
    ]);
    for (query, document) in [
        ("都庁", 0),
        ("東京", 0),
        ("京都の港", 1),
        ("贸易协定", 2),
        ("미사일", 3),
        ("会談", 4),
        ("ソウル", 4),
        ("罗", 2),
    ] {
        assert_eq!(found(&archive, query, Mode::Typo)[0], document, "{query}");
    }
    let words = Words::new(archive.index(), "東京都", Mode::Plain).expect("words");
    let document = archive.document(crate::id::DocId(0)).expect("a document");
    let extracts = extracts(archive.index(), &words, &document.document).expect("extracts");
    let Snippet { text, marks, .. } = &extracts.snippets[0];
    assert_eq!(marks.len(), 1);
    assert_eq!(marks[0].slice(text), "東京都");
}

#[test]
fn an_explanation_names_words_title_and_forms() {
    let archive = archive(&["Grain treaties\nA treaty on grain.", "Fish", "Salt", "Wool"]);
    let words = Words::new(archive.index(), "treaty grian", Mode::Typo).expect("words");
    let document = archive.document(crate::id::DocId(0)).expect("a document");
    let explained = explain(archive.index(), &words, 0, &document.document, &|_| true);
    let parts = explained.expect("an answer").expect("a match").parts;
    assert!(parts.iter().any(|part| part.reason == Reason::Title));
    let treaty = parts.iter().find_map(|part| match &part.reason {
        Reason::Word {
            typed,
            found,
            in_title: true,
            count,
            way,
        } if typed.start == 0 => Some((found.clone(), *count, *way)),
        _ => None,
    });
    assert_eq!(treaty, Some((vec!["treaties".into()], 1, Way::Whole)));
    let is_corrected = |part: &Part| {
        matches!(
            part.reason,
            Reason::Word {
                way: Way::Meant,
                ..
            }
        )
    };
    assert!(parts.iter().any(is_corrected));
}

#[test]
fn all_documents_that_match_are_counted() {
    let archive = archive(&["Grain and fish", "Fish alone", "The weather"]);
    let words = Words::new(archive.index(), "grain fish", Mode::Plain).expect("words");
    let all = matching(archive.index(), &words).expect("documents");
    assert_eq!(all.len(), 2);
}

#[test]
fn extracts_have_the_matches_marked() {
    let archive = archive(&["Grain treaty\nNothing here.\n\nThe treaty on grain was signed."]);
    let words = Words::new(archive.index(), "treaties", Mode::Plain).expect("words");
    let document = archive
        .document(crate::id::DocId(0))
        .expect("a document")
        .document;
    let extracts = extracts(archive.index(), &words, &document).expect("extracts");
    assert_eq!(extracts.matches, 2);
    assert_eq!(extracts.title_marks[0].slice(&document.title), "treaty");
    assert_eq!(extracts.snippets.len(), 1);
    assert_eq!(extracts.snippets[0].passage, Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_parts_of_an_explanation_add_up_to_the_score(
        texts in prop::collection::vec("(grain|fish|salt) (grain|harbour|treaty)?(\n(fish|salt|grain|treaties| ){1,9})?", 1..90),
        query in "(grain|fihs|salts|harbuor) (treaty|salt|gra)",
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let archive = archive(&texts);
        let index = archive.index();
        for mode in [Mode::Plain, Mode::Prefix, Mode::Typo] {
            let words = Words::new(index, &query, mode).unwrap();
            let found = search(index, &words, 10).unwrap();
            for Found { doc, score } in &found {
                let document = archive.document(crate::id::DocId(*doc)).unwrap().document;
                let explanation = explain(index, &words, *doc, &document, &|_| true).unwrap().unwrap();
                prop_assert!((explanation.score - score).abs() < 1e-6);
                let sum: f32 = explanation.parts.iter().map(|part| part.score).sum();
                prop_assert!((sum - score).abs() < 1e-3, "{sum} {score}");
            }
            for (doc, text) in (0..).zip(&texts) {
                let document = archive.document(crate::id::DocId(doc)).unwrap().document;
                let explained = explain(index, &words, doc, &document, &|_| true).unwrap();
                let is_found = top::best(index, &words.terms, texts.len(), &|_| true).unwrap();
                let is_found = is_found.iter().any(|scored| scored.doc == doc);
                prop_assert_eq!(explained.is_some(), is_found, "{}", text);
            }
        }
    }

    #[test]
    fn the_best_are_those_that_scoring_all_documents_gives(
        texts in prop::collection::vec(prop::collection::vec(0_usize..24, 1..12), 1..700),
        query in prop::collection::vec(0_usize..24, 1..6),
        limit in 1_usize..20,
    ) {
        // Words of very different frequency, so that some cannot bring a document among the best.
        let word = |number: usize| ["alpha", "beta", "gamma", "delta", "rho", "tau"][number.ilog2().min(5) as usize];
        let text = |numbers: &Vec<usize>| -> String {
            let words: Vec<&str> = numbers.iter().map(|&number| word(number + 1)).collect();
            words.join(" ")
        };
        let texts: Vec<String> = texts.iter().map(text).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let archive = archive(&texts);
        let words = Words::new(archive.index(), &text(&query), Mode::Plain).unwrap();
        let passing: [Passes<'_>; 2] = [&|_| true, &|doc| doc % 7 < 2];
        for passes in passing {
            let best = top::best(archive.index(), &words.terms, limit, passes).unwrap();
            let all = top::exhaustive(archive.index(), &words.terms, limit, passes).unwrap();
            prop_assert_eq!(best, all);
        }
    }
}
