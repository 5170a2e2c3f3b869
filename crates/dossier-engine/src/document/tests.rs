//! What becomes of a file as a whole: metadata, title, text, and what is said of its problems.

use super::{BlockKind, Columns, Document, parse, parse_all};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use proptest::prelude::*;

const VALID: &str = "\
---
title: \"A visit\"
kind: news
publisher: The Paper
source_title: 'The visit'
authors: [Ann Ash, Bo Birch]
contributors: Cy Cedar
editors:
  - Di Daisy
dateline: [Seoul]
published: 2023-09-11
published_note: \"Inferred: the text says Monday.\"
edition_of: other
language: en-GB
---

# A visit

Text with *emphasis* and a [link](https://example.org).

- An item

> A quotation
";

fn read(path: &str, bytes: &[u8]) -> (Option<Document>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let document = parse(Source { path, bytes }, &mut diagnostics);
    (document, diagnostics)
}

/// Reads a file without problems.
fn good(path: &str, text: &str) -> Document {
    let (document, diagnostics) = read(path, text.as_bytes());
    assert_eq!(diagnostics, []);
    document.unwrap()
}

/// Reads a file that has one problem, on a line, with certain words in message and hint.
fn problem(text: &str, line: Option<u32>, words: &[&str]) -> Option<Document> {
    let (document, diagnostics) = read("a.md", text.as_bytes());
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    let shown = diagnostics[0].to_string();
    assert_eq!(diagnostics[0].line, line, "{shown}");
    for word in words {
        assert!(shown.contains(word), "{word:?} is not in {shown}");
    }
    document
}

#[test]
fn all_metadata_is_taken() {
    let document = good("folder/a-visit.md", VALID);
    assert_eq!(document.name, "a-visit");
    assert_eq!(document.title, "A visit");
    assert_eq!(document.kind.as_deref(), Some("news"));
    assert_eq!(document.publisher.as_deref(), Some("The Paper"));
    assert_eq!(document.source_title.as_deref(), Some("The visit"));
    assert_eq!(document.authors, ["Ann Ash", "Bo Birch"]);
    assert_eq!(document.contributors, ["Cy Cedar"]);
    assert_eq!(document.editors, ["Di Daisy"]);
    assert_eq!(document.dateline, ["Seoul"]);
    assert_eq!(document.edition_of.as_deref(), Some("other"));
    assert_eq!(document.language, "en-GB");
    let published = document.published.unwrap();
    assert_eq!(published.date.to_string(), "2023-09-11");
    assert!(published.inferred);
    assert_eq!(
        published.note.as_deref(),
        Some("Inferred: the text says Monday.")
    );
}

#[test]
fn the_text_is_blocks_without_markup_and_without_the_title() {
    let document = good("a.md", VALID);
    let text = "Text with emphasis and a link.\n\nAn item\n\nA quotation";
    assert_eq!(document.text, text);
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    let expected = [BlockKind::Paragraph, BlockKind::Item, BlockKind::Quote];
    assert_eq!(kinds, expected);
    assert_eq!(
        document.blocks[0].span.slice(&document.text),
        "Text with emphasis and a link."
    );
}

#[test]
fn a_note_that_infers_nothing_leaves_the_date_as_stated() {
    let text = "---\ntitle: A\npublished: 2023-09\npublished_note: From the imprint.\n---\nB\n";
    assert!(!good("a.md", text).published.unwrap().inferred);
}

#[test]
fn a_time_of_day_behind_the_date_is_passed_over() {
    for time in ["T10:00:00Z", " 10:00:00 +0900"] {
        let text = format!("---\ntitle: A\npublished: 2023-09-11{time}\n---\nB\n");
        let date = good("a.md", &text).published.unwrap().date;
        assert_eq!(date.to_string(), "2023-09-11");
    }
}

#[test]
fn a_first_heading_is_the_title_where_none_is_given() {
    let document = good("a.md", "Before.\n\n# The *title*\n\nAfter.\n");
    assert_eq!(document.title, "The title");
    assert_eq!(document.text, "Before.\n\nThe title\n\nAfter.");
    assert_eq!(good("a.md", "# The title\n\nAfter.\n").text, "After.");
}

#[test]
fn a_file_name_is_the_last_resort_for_a_title() {
    let (document, diagnostics) = read("x/the-visit_2023.txt", b"Text.");
    assert_eq!(document.unwrap().title, "The visit 2023");
    assert_eq!(diagnostics[0].severity, Severity::Warning);
}

#[test]
fn a_heading_that_differs_from_the_title_stays() {
    let document = good("a.md", "---\ntitle: A\n---\n# B\n\nText.\n");
    assert_eq!(document.text, "B\n\nText.");
}

#[test]
fn front_matter_that_is_not_closed_ends_at_a_blank_line() {
    let words = ["not closed", "first blank line"];
    let document = problem("---\ntitle: A\nkind: news\n\nText.\n", Some(1), &words).unwrap();
    assert_eq!(document.title, "A");
    assert_eq!(document.kind.as_deref(), Some("news"));
    assert_eq!(document.text, "Text.");
}

#[test]
fn a_rule_at_the_top_is_no_front_matter() {
    let text = "---\n\n# A\n\nNote: text.\n";
    assert_eq!(good("a.md", text).text, "Note: text.");
    let (document, diagnostics) = read("a.md", b"---\nThis: is a sentence.\n");
    assert_eq!(document.unwrap().text, "This: is a sentence.");
    assert_eq!(diagnostics.len(), 1, "only the title is missing");
}

#[test]
fn broken_yaml_costs_only_its_own_entry() {
    let text = "---\ntitle: A\nkind: news: today\npublished: 2023\n---\nText.\n";
    let document = problem(text, Some(3), &["broken YAML"]).unwrap();
    assert_eq!(document.title, "A");
    assert_eq!(document.kind, None);
    assert!(document.published.is_some());
}

#[test]
fn problems_of_values_name_their_line() {
    let front = |line: &str| format!("---\ntitle: A\n{line}\n---\nText.\n");
    let third = Some(3);
    problem(&front("titel: B"), third, &["`titel`", "`title` meant?"]);
    problem(
        &front("frobnicate: B"),
        third,
        &["`frobnicate`", "the keys are title, kind"],
    );
    problem(&front("title: B"), third, &["second time", "line 2"]);
    problem(&front("kind: {a: b}"), third, &["`kind` takes text"]);
    problem(
        &front("authors: [[a]]"),
        third,
        &["`authors` takes a list of texts"],
    );
    problem(&front("published: 2023-13"), third, &["no month 13"]);
    problem(
        &front("published: Monday"),
        third,
        &["`Monday` is no date", "no date"],
    );
    problem(
        &front("published_note: Inferred."),
        third,
        &["but there is none"],
    );
    problem(
        &front("language: English!"),
        third,
        &["`English!` is no language"],
    );
}

#[test]
fn a_date_that_cannot_be_read_is_one_problem_even_with_a_note() {
    let text = "---\ntitle: A\npublished: soon\npublished_note: Inferred.\n---\nText.\n";
    assert_eq!(problem(text, Some(3), &["`soon`"]).unwrap().published, None);
}

#[test]
fn a_text_that_is_missing_leaves_the_document_out() {
    assert_eq!(problem("---\ntitle: A\n---\n", None, &["no text"]), None);
    assert_eq!(problem("# A\n", None, &["no text"]), None);
    assert_eq!(
        problem("<!---->\n\n[a]: b\n", None, &["no title"])
            .unwrap()
            .text,
        "<!---->"
    );
}

#[test]
fn control_characters_are_kept_out_of_metadata_too() {
    let document = good("a.md", "---\ntitle: \"a\\eb\\nc\\0\"\n---\nText\u{7}.\n");
    assert_eq!(document.title, "ab c");
    assert_eq!(document.text, "Text.");
}

#[test]
fn markup_in_metadata_is_text() {
    let document = good("a.md", "---\ntitle: <b>A</b> *c*\n---\nText.\n");
    assert_eq!(document.title, "<b>A</b> *c*");
}

#[test]
fn files_of_other_formats_are_named() {
    let (document, diagnostics) = read("a.pdf", b"%PDF");
    assert_eq!(document, None);
    assert!(diagnostics[0].to_string().contains(".md, .markdown, .txt"));
}

#[test]
fn documents_and_problems_are_in_order_whatever_the_order_of_the_files() {
    let file = |path, text: &'static str| Source {
        path,
        bytes: text.as_bytes(),
    };
    let sources = [
        file("z/a.md", "---\nx: 1\ntitle: A\n---\nText.\n"),
        file(
            "b.md",
            "---\ntitle: B\ny: 1\nedition_of: none\n---\nText.\n",
        ),
        file("b.txt", "Text."),
        file("c.md", "---\ntitle: C\nedition_of: c\n---\nText.\n"),
        file("d.md", ""),
    ];
    let mut first = Vec::new();
    let documents = parse_all(&sources, &Columns::default(), &mut first);
    let names: Vec<&str> = documents.iter().map(|d| d.name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    assert!(
        documents
            .iter()
            .all(|document| document.edition_of.is_none())
    );
    let places: Vec<(&str, Option<u32>)> =
        first.iter().map(|d| (d.file.as_str(), d.line)).collect();
    let expected = [
        ("b.md", Some(3)),
        ("b.md", Some(4)),
        ("b.txt", None),
        ("b.txt", None),
        ("c.md", Some(3)),
        ("d.md", None),
        ("z/a.md", Some(2)),
    ];
    assert_eq!(places, expected);
    let reversed: Vec<Source<'_>> = sources.iter().rev().copied().collect();
    let mut second = Vec::new();
    assert_eq!(
        parse_all(&reversed, &Columns::default(), &mut second),
        documents
    );
    assert_eq!(second, first);
}

#[test]
fn deep_nesting_is_read_to_its_end() {
    // Sizes at which time that grows with the square of the length would be minutes.
    let cases = [
        ">".repeat(100_000),
        "> ".repeat(50_000),
        "- ".repeat(50_000),
        "*a ".repeat(30_000),
        "[".repeat(100_000),
        "`".repeat(50_000) + "a",
        "<".repeat(100_000),
        "![](".repeat(20_000),
        "a\n".repeat(50_000),
        "| ".repeat(50_000) + "\n" + &"|-".repeat(50_000),
        "[^a]".repeat(30_000),
        "  - a\n".repeat(10_000),
        "_*".repeat(50_000),
        "&#1;".repeat(20_000),
        "1. ".repeat(30_000),
    ];
    for case in cases {
        if let (Some(document), _) = read("a.md", case.as_bytes()) {
            check(&document);
        }
    }
    for case in [
        "[".repeat(60_000),
        "{a: ".repeat(10_000),
        "- ".repeat(30_000),
        "? ".repeat(30_000),
        "a: &a *a\n".repeat(5_000),
        "\"".repeat(60_001),
        "a: |\n".repeat(10_000),
        "!".repeat(60_000),
    ] {
        let text = format!("---\n{case}\n---\nText.\n");
        let (document, diagnostics) = read("a.md", text.as_bytes());
        assert!(
            document.is_some() || !diagnostics.is_empty(),
            "{}…",
            &case[..2]
        );
    }
}

/// What holds of every document.
fn check(document: &Document) {
    let pieces = document
        .blocks
        .iter()
        .map(|block| block.span.slice(&document.text));
    let pieces: Vec<&str> = pieces.collect();
    assert_eq!(pieces.join("\n\n"), document.text);
    assert!(pieces.iter().all(|piece| !piece.trim().is_empty()));
    let control = |c: char| c.is_control() && c != '\n' && c != '\t';
    assert!(!document.text.contains(control));
    assert!(!document.title.trim().is_empty());
    assert!(!document.title.contains(char::is_control));
    assert!(!document.byline().contains(char::is_control));
}

/// What holds of every outcome.
fn check_outcome(bytes: &[u8], outcome: &(Option<Document>, Vec<Diagnostic>)) {
    let (document, diagnostics) = outcome;
    match document {
        Some(document) => check(document),
        None => assert!(diagnostics.iter().any(|d| d.severity == Severity::Error)),
    }
    let ends = bytes
        .iter()
        .filter(|byte| matches!(byte, b'\n' | b'\r'))
        .count();
    let last = ends as u32 + 1;
    assert!(
        diagnostics
            .iter()
            .all(|d| d.line.is_none_or(|line| (1..=last).contains(&line)))
    );
    assert!(diagnostics.iter().all(|d| d.hint.is_some()));
}

#[test]
fn what_is_found_in_a_line_with_a_tab_has_none() {
    let bytes = b"\xa9A\t!\n\x01$     \x80 \x80 \xbc ";
    check_outcome(bytes, &read("a.txt", bytes));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        plain: bool,
    ) {
        let path = if plain { "a.txt" } else { "a.md" };
        check_outcome(&bytes, &read(path, &bytes));
    }

    #[test]
    fn any_markdown_is_read(text in "([-#>*_`|<>&\\[\\]()!\\\\:0-9 \t\r\n]|[a-c]|\\PC|\\x07|\u{feff}){0,120}") {
        check_outcome(text.as_bytes(), &read("a.md", text.as_bytes()));
    }

    #[test]
    fn a_changed_document_is_read(
        at: proptest::sample::Index,
        cut in 0..20_usize,
        put in proptest::collection::vec(any::<u8>(), 0..6),
    ) {
        let mut bytes = VALID.as_bytes().to_vec();
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put);
        check_outcome(&bytes, &read("a.md", &bytes));
    }
}

#[test]
fn what_is_left_out_keeps_its_place_among_the_passages() {
    let page = "\
<html><body><article><h1>The harbour</h1>
<p>The first paragraph of the article is long enough to be taken for a paragraph of it.</p>
<figure><figcaption>A ship at dawn</figcaption></figure>
<p>The second paragraph of the article is long enough to be taken for a paragraph of it.</p>
</article><footer>All rights reserved</footer></body></html>";
    let (document, _) = read("page.html", page.as_bytes());
    let left_out = document.expect("an article").left_out;
    let left_out: Vec<_> = left_out
        .iter()
        .map(|left| (left.kind.name(), left.after, left.text.as_str()))
        .collect();
    let expected = [
        ("caption", 1, "A ship at dawn"),
        ("legal", 2, "All rights reserved"),
    ];
    assert_eq!(left_out, expected);
}
