//! What a `collection.toml` may say, and what becomes of what it may not.

use super::{CollectionDefinition, CueTarget, Gender, parse};
use crate::diagnostic::Diagnostic;
use crate::entity::EntityKind;
use crate::source::Source;
use proptest::prelude::*;

fn read(toml: &str) -> (CollectionDefinition, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let source = Source {
        path: "collection.toml",
        bytes: toml.as_bytes(),
    };
    (parse(source, &mut diagnostics), diagnostics)
}

/// Reads a definition that has one problem, on a line, with these words in message and hint.
fn problem(toml: &str, line: u32, words: &[&str]) -> CollectionDefinition {
    let (definition, diagnostics) = read(toml);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    let shown = diagnostics[0].to_string();
    assert_eq!(diagnostics[0].line, Some(line), "{shown}");
    for word in words {
        assert!(shown.contains(word), "{word:?} is not in {shown}");
    }
    definition
}

/// The example in the module's documentation.
fn example() -> String {
    let lines = include_str!("mod.rs").lines();
    let lines = lines.skip_while(|line| !line.contains("```toml")).skip(1);
    let lines = lines.take_while(|line| !line.contains("```"));
    let lines: Vec<&str> = lines
        .map(|line| line.trim_start_matches("//!").trim())
        .collect();
    lines.join("\n")
}

#[test]
fn the_documented_example_is_understood() {
    let (definition, diagnostics) = read(&example());
    assert_eq!(diagnostics, []);
    assert_eq!(definition.title, "Kim and Putin");
    let topic = &definition.topics[0];
    assert_eq!(topic.threshold.to_string(), "2");
    let weight = |words: &str| {
        let target = CueTarget::Words(words.into());
        topic
            .cues
            .iter()
            .find(|cue| cue.target == target)
            .map(|cue| cue.weight)
    };
    assert_eq!(weight("arms deal"), Some(2.0));
    assert_eq!(weight("munitions"), Some(1.0));
    assert_eq!(weight("trade"), Some(0.5));
    assert_eq!(weight("arms control"), Some(-1.0));
    assert_eq!(weight("arms negotiations"), Some(1.5));
    let keys: Vec<&str> = definition.entities.iter().map(|e| e.key.as_str()).collect();
    let expected = [
        "kim-jong-un",
        "north-korea",
        "pyongyang",
        "north-korean",
        "hwasong-18",
    ];
    assert_eq!(keys, expected);
    assert_eq!(definition.entities[0].gender, Some(Gender::Male));
    assert_eq!(definition.entities[0].offices, ["leader", "marshal"]);
    assert_eq!(
        definition.entities[2].stands_for.as_deref(),
        Some("north-korea")
    );
    assert_eq!(
        definition.entities[3].country.as_deref(),
        Some("north-korea")
    );
    assert_eq!(definition.entities[4].kind, EntityKind::Weapon);
}

#[test]
fn a_topic_without_words_is_left_out() {
    let toml = "title = \"T\"\n\n[[topic]]\nname = \"A\"\nagainst = [\"b\"]\n\n[[topic]]\nname = \"C\"\nwords = [\"d\"]\n";
    let definition = problem(toml, 3, &["the topic `A` has no words", "words = ["]);
    assert_eq!(definition.topics.len(), 1);
    assert_eq!(definition.topics[0].key, "c");
}

#[test]
fn unknown_keys_are_named_with_what_may_be_meant() {
    let definition = problem("titel = \"T\"\n", 1, &["`titel`", "is `title` meant?"]);
    assert_eq!(definition.title, "");
    problem(
        "[[persons]]\nname = \"A\"\n",
        1,
        &["`persons`", "`person` meant?"],
    );
    let toml = "[[topic]]\nname = \"A\"\nwords = [\"b\"]\nwheight = 2\n";
    problem(toml, 4, &["`wheight`", "[[topic]]", "`weights` meant?"]);
    let toml = "[[place]]\nname = \"A\"\ngender = \"male\"\n";
    problem(toml, 3, &["`gender`", "[[place]]"]);
}

#[test]
fn a_key_that_is_taken_is_named_with_the_line_of_its_owner() {
    let toml = "[[person]]\nname = \"A B\"\n[[place]]\nname = \"a-b\"\n";
    let definition = problem(toml, 4, &["`a-b`", "line 1"]);
    assert_eq!(definition.entities.len(), 1);
}

#[test]
fn a_key_is_put_into_its_form() {
    let definition = problem(
        "[[place]]\nname = \"A\"\nkey = \"New York\"\n",
        3,
        &["new-york"],
    );
    assert_eq!(definition.entities[0].key, "new-york");
    problem("[[place]]\nname = \"…\"\n", 2, &["no key can be made"]);
    problem("[[place]]\nkey = \"a\"\n", 1, &["[[place]] has no name"]);
}

#[test]
fn references_lead_to_what_is_there() {
    let toml = "[[place]]\nname = \"Pyongyang\"\nstands_for = \"north-koera\"\n[[place]]\nname = \"North Korea\"\n";
    let definition = problem(toml, 3, &["`north-koera`", "`north-korea` meant?"]);
    assert_eq!(definition.entities[0].stands_for, None);
    let toml = "[[group]]\nname = \"A\"\ncountry = \"b\"\n[[person]]\nname = \"B\"\n";
    problem(toml, 3, &["no place"]);
    let toml = "[[topic]]\nname = \"A\"\nwords = [\"b\"]\nentities = [\"c\"]\n";
    let definition = problem(toml, 4, &["no entity `c`"]);
    assert_eq!(definition.topics[0].cues.len(), 1);
}

#[test]
fn weights_and_thresholds_have_bounds() {
    let topic = |line: &str| format!("[[topic]]\nname = \"A\"\nwords = [\"b\"]\n{line}\n");
    for bad in ["0", "11", "-10.5", "1e9"] {
        let toml = topic(&format!("weights = {{ \"c d\" = {bad} }}"));
        let definition = problem(&toml, 4, &["weight", "`c d`", "-10 to 10"]);
        assert_eq!(definition.topics[0].cues.len(), 1);
    }
    for bad in ["inf", "nan", "\"2\""] {
        problem(
            &topic(&format!("weights = {{ c = {bad} }}")),
            4,
            &["takes weights"],
        );
    }
    for bad in ["0", "-1", "101"] {
        let definition = problem(&topic(&format!("threshold = {bad}")), 4, &["2 is taken"]);
        assert_eq!(definition.topics[0].threshold.to_string(), "2");
    }
    problem(&topic("strong = [\"B\"]"), 3, &["second time"]);
    problem(&topic("strong = [\"!\"]"), 4, &["no word"]);
    problem(&topic("strong = [1]"), 4, &["a list of texts"]);
}

#[test]
fn broken_toml_is_named_and_the_rest_is_kept() {
    let toml = "title = \"T\"\n[[topic]]\nname = \"A\"\nwords = [\"b\"]\ndescription = \n[[place]]\nname = \"C\"\n";
    let definition = problem(toml, 5, &["broken TOML"]);
    assert_eq!(definition.title, "T");
    assert_eq!(definition.topics.len(), 1);
    assert_eq!(definition.entities.len(), 1);
}

#[test]
fn entities_and_problems_are_in_the_order_of_their_lines() {
    let toml = "[[place]]\nname = \"A\"\nx = 1\n[[person]]\nname = \"B\"\ny = 1\n[[place]]\nname = \"C\"\n[[topic]]\nname = \"D\"\n[other]\n";
    let (definition, diagnostics) = read(toml);
    let keys: Vec<&str> = definition.entities.iter().map(|e| e.key.as_str()).collect();
    assert_eq!(keys, ["a", "b", "c"]);
    let lines: Vec<Option<u32>> = diagnostics.iter().map(|d| d.line).collect();
    assert_eq!(lines, [Some(3), Some(6), Some(9), Some(11)]);
}

#[test]
fn a_single_table_is_told_from_a_list_of_them() {
    problem("[topic]\nname = \"A\"\n", 1, &["write [[topic]]"]);
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut diagnostics = Vec::new();
        let _ = parse(Source { path: "collection.toml", bytes: &bytes }, &mut diagnostics);
    }

    #[test]
    fn a_changed_definition_is_read(at: proptest::sample::Index,
        cut in 0..20_usize, put in "[\\[\\]{}=\"',.#\n a-c0-9]{0,5}") {
        let mut toml: Vec<char> = example().chars().collect();
        let at = at.index(toml.len());
        let end = (at + cut).min(toml.len());
        toml.splice(at..end, put.chars());
        let toml: String = toml.into_iter().collect();
        let (definition, diagnostics) = read(&toml);
        let lines = toml.lines().count() as u32 + 1;
        prop_assert!(diagnostics.iter().all(|d| d.line.is_some_and(|line| line <= lines)));
        prop_assert!(definition.topics.iter().all(|topic| topic.threshold > 0.0));
    }
}
