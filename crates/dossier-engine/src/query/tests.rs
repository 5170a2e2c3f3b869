//! What queries are taken for.

use proptest::prelude::*;

use super::{MAX_PROBLEMS, MAX_WORDS, Node, ParsedQuery, WordMode, parse};
use crate::span::Span;
use crate::text::Analyser;

fn read(query: &str) -> ParsedQuery {
    parse(query, &Analyser::new("en"))
}

/// The tree with every group in brackets.
fn show(node: &Node) -> String {
    let list = |parts: &[Node], between: &str| {
        let parts: Vec<String> = parts.iter().map(show).collect();
        format!("[{}]", parts.join(between))
    };
    match node {
        Node::Word(word) => match word.mode {
            WordMode::Plain => word.word.clone(),
            WordMode::Prefix => format!("{}*", word.word),
            WordMode::Fuzzy => format!("{}~", word.word),
        },
        Node::Phrase(phrase) => {
            let words: Vec<&str> = phrase.words.iter().map(|word| word.word.as_str()).collect();
            let between = if phrase.quoted { " " } else { "-" };
            format!("<{}>", words.join(between))
        }
        Node::Near {
            left,
            right,
            distance,
            ..
        } => {
            format!("[{} /{distance} {}]", show(left), show(right))
        }
        Node::Field { field, value, .. } => format!("{field:?}:{}", show(value)),
        Node::Date { range, .. } => format!("date:{range}"),
        Node::All {
            parts,
            explicit: true,
        } => list(parts, " & "),
        Node::All { parts, .. } => list(parts, " "),
        Node::Any(parts) => list(parts, " | "),
        Node::Not(part) => format!("!{}", show(part)),
    }
}

#[track_caller]
fn check(query: &str, tree: &str) {
    let parsed = read(query);
    assert_eq!(
        parsed.tree.as_ref().map(show).unwrap_or_default(),
        tree,
        "{query}"
    );
    assert_eq!(parsed.problems, [], "{query}");
}

#[track_caller]
fn check_problem(query: &str, tree: &str, at: &str, message: &str) {
    let parsed = read(query);
    assert_eq!(
        parsed.tree.as_ref().map(show).unwrap_or_default(),
        tree,
        "{query}"
    );
    let problem = parsed.problems.first().expect(query);
    assert_eq!(problem.span.slice(query), at);
    assert!(problem.message.starts_with(message), "{}", problem.message);
}

#[test]
fn words_stand_for_all_of_them() {
    check("", "");
    check("Kim", "kim");
    check("Kim Putin", "[kim putin]");
    check("Jong-un", "<jong-un>");
    check("weapon* amunition~", "[weapon* amunition~]");
    check("& – ,", "");
}

#[test]
fn and_binds_tighter_than_or_and_not_tighter_than_both() {
    check("a AND b OR c NOT d", "[[a & b] | [c !d]]");
    check("a -b", "[a !b]");
    check("-(a OR b)", "![a | b]");
    check("NOT NOT a", "a");
    check("a (b OR c)", "[a [b | c]]");
    check("or and not", "[or and not]");
}

#[test]
fn near_takes_words_phrases_and_their_alternatives() {
    check("a NEAR/5 \"b c\"", "[a /5 <b c>]");
    check("(a OR b) NEAR/2 c", "[[a | b] /2 c]");
    check("a NEAR/2 b NEAR/3 c", "[[a /2 b] & [b /3 c]]");
}

#[test]
fn fields_take_words_phrases_and_groups() {
    check("title:kim", "Title:kim");
    check("Person:\"kim jong\" x", "[Entity(Person):<kim jong> x]");
    check("topic:(arms OR history)", "Topic:[arms | history]");
    check("-publisher:Reuters", "!Publisher:reuters");
}

#[test]
fn dates_have_open_ends() {
    check("date:2023-09..2024-06", "date:2023-09..2024-06");
    check("date:2023", "date:2023");
    check("date:..2024 kim", "[date:..2024 kim]");
    check("date:(2023..)", "date:2023..");
    check("date:\"2023-09-11\"", "date:2023-09-11");
}

#[test]
fn what_does_not_fit_is_named_and_the_rest_counts() {
    check_problem(
        "a \"b c",
        "[a <b c>]",
        "\"",
        "The quotation mark is not closed",
    );
    check_problem("(a b", "[a b]", "(", "The parenthesis is not closed");
    check_problem("a) b", "[a b]", ")", "The parenthesis was not opened");
    check_problem("() a", "a", "()", "Nothing stands between");
    check_problem("AND a", "a", "AND", "AND lacks");
    check_problem("a OR", "a", "OR", "OR lacks");
    check_problem("a NOT", "a", "NOT", "NOT has nothing");
    check_problem(
        "colour:red",
        "<colour-red>",
        "colour:",
        "There is no field colour",
    );
    check_problem("date:soon a", "a", "date:soon", "The date cannot be read");
    check_problem("a NEAR b", "[a /5 b]", "NEAR", "NEAR states no distance");
    check_problem("a NEAR/5", "a", "NEAR/5", "NEAR lacks");
    check_problem(
        "a NEAR/5 (b c)",
        "[a & [b c]]",
        "NEAR/5",
        "NEAR stands between words",
    );
    check_problem("title: a", "a", "title:", "title: has no value");
    check_problem("a \"…\"", "a", "\"…\"", "The phrase has no words");
}

#[test]
fn a_colon_in_prose_or_an_address_is_no_field() {
    check("Kim: the man", "[kim the man]");
    check("https://example.org", "<https-example-org>");
    check("10:30", "<10-30>");
}

#[test]
fn a_query_of_any_size_is_cut_to_what_counts() {
    let parsed = read(&"word ".repeat(200_000));
    assert!(matches!(parsed.tree, Some(Node::All { parts, .. }) if parts.len() == MAX_WORDS));
    assert_eq!(parsed.problems.len(), 1);
    for deep in [
        "(",
        ")",
        "-",
        "NOT ",
        "a-",
        "-(",
        "title:(",
        "\"",
        "a NEAR/5 ",
        "date:(",
    ] {
        let parsed = read(&deep.repeat(100_000));
        assert!(parsed.problems.len() <= MAX_PROBLEMS);
    }
    let nested = ["(".repeat(100_000), "a".into(), ")".repeat(100_000)].concat();
    assert_eq!(read(&nested).tree.as_ref().map(show), Some("a".into()));
}

fn spans(node: &Node, found: &mut Vec<Span>) {
    found.push(node.span());
    match node {
        Node::Phrase(phrase) => found.extend(phrase.words.iter().map(|word| word.span)),
        Node::Near { left, right, .. } => {
            spans(left, found);
            spans(right, found);
        }
        Node::Field { value: part, .. } | Node::Not(part) => spans(part, found),
        Node::All { parts, .. } | Node::Any(parts) => {
            for part in parts {
                spans(part, found);
            }
        }
        Node::Word(_) | Node::Date { .. } => {}
    }
}

fn any_query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "(", ")", "\"", "“", "-", "*", "~", ":", "AND", "OR", "NOT", "NEAR/3", "NEAR", " ",
            "title:", "date:", "topic:", "2023..", "kim", "U.S.", "Jong-un", "é", "\u{202e}",
        ])
        .prop_map(String::from),
        "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_a_query(query in prop_oneof![any::<String>(), any_query()]) {
        let parsed = read(&query);
        let mut all: Vec<Span> = parsed.problems.iter().map(|problem| problem.span).collect();
        if let Some(tree) = &parsed.tree {
            spans(tree, &mut all);
        }
        for span in all {
            prop_assert!(query.get(span.start as usize..span.end as usize).is_some());
        }
    }
}

#[test]
fn words_are_plain_and_so_is_a_sentence_with_quotation_marks() {
    for plain in [
        "arms deal",
        "Kim Jong-un",
        "(arms) deal",
        "What did the \"Far Eastern\" paper say of it (in 2023)?",
    ] {
        assert!(read(plain).is_plain(), "{plain}");
    }
    for other in [
        "",
        "\"arms deal\"",
        "arm*",
        "arms -deal",
        "arms OR deal",
        "title:arms",
        "arms AND deal",
    ] {
        assert!(!read(other).is_plain(), "{other}");
    }
}
