//! Reads the topics of a `collection.toml`.

use std::collections::BTreeSet;

use super::keys::{Names, name_and_key};
use super::section::{File, Located, Section};
use super::{Cue, CueTarget, EntityDefinition, TopicDefinition};
use crate::diagnostic::nearest;

/// The keys of a topic.
const KEYS: [&str; 10] = [
    "key",
    "name",
    "description",
    "threshold",
    "strong",
    "words",
    "weak",
    "against",
    "weights",
    "entities",
];

/// The lists of words, with the weight that each of their words has.
const LISTS: [(&str, f32); 4] = [
    ("strong", 2.0),
    ("words", 1.0),
    ("weak", 0.5),
    ("against", -1.0),
];

/// Weight of a mention of an entity that is given without one.
const ENTITY_WEIGHT: f32 = 1.0;

/// Threshold of a topic that gives none: one strong word, or two plain ones.
const THRESHOLD: f32 = 2.0;

/// Biggest weight, for or against.
const MOST_WEIGHT: f32 = 10.0;

/// Biggest threshold.
const MOST_THRESHOLD: f32 = 100.0;

/// Reads all topics. `entities` are those that their cues may name.
pub fn read(
    top: Section<'_>,
    entities: &[EntityDefinition],
    file: &mut File<'_, '_>,
) -> Vec<TopicDefinition> {
    let keys: BTreeSet<&str> = entities.iter().map(|entity| entity.key.as_str()).collect();
    let mut names = Names::new("topic");
    let mut topics = Vec::new();
    for section in top.sections("topic", "[[topic]]", file) {
        section.check_keys(&KEYS, file);
        let Some((name, key)) = name_and_key(section, &mut names, file) else {
            continue;
        };
        let cues = cues(section, &keys, file);
        if !cues.iter().any(|cue| cue.weight > 0.0) {
            file.error(
                section.line,
                format!("the topic `{name}` has no words that speak for it and is left out"),
                "give it words: `words = [\"sanctions\", \"embargo\"]`",
            );
            continue;
        }
        topics.push(TopicDefinition {
            key,
            name,
            description: section
                .text("description", file)
                .map_or_else(String::new, |d| d.value),
            cues,
            threshold: threshold(section, file),
        });
    }
    topics
}

fn threshold(section: Section<'_>, file: &mut File<'_, '_>) -> f32 {
    let Some(Located { value, line }) = section.number("threshold", file) else {
        return THRESHOLD;
    };
    if value > 0.0 && value <= MOST_THRESHOLD {
        return value;
    }
    file.error(
        line,
        format!("the threshold {value} cannot be; {THRESHOLD} is taken"),
        format!("a threshold is above 0 and at most {MOST_THRESHOLD}"),
    );
    THRESHOLD
}

fn cues(section: Section<'_>, entities: &BTreeSet<&str>, file: &mut File<'_, '_>) -> Vec<Cue> {
    let mut cues = Cues::default();
    for (list, weight) in LISTS {
        for words in section.texts(list, file) {
            cues.words(words, weight, file);
        }
    }
    for (words, weight) in section.weights("weights", file) {
        cues.words(words, weight, file);
    }
    let named = if section.has_table("entities") {
        section.weights("entities", file)
    } else {
        let keys = section.texts("entities", file).into_iter();
        keys.map(|key| (key, ENTITY_WEIGHT)).collect()
    };
    for (key, weight) in named {
        cues.entity(key, weight, entities, file);
    }
    cues.cues
}

/// The cues of a topic as they are gathered.
#[derive(Default)]
struct Cues {
    cues: Vec<Cue>,
    /// What has been taken, in lower case.
    taken: BTreeSet<String>,
}

impl Cues {
    fn words(&mut self, words: Located<String>, weight: f32, file: &mut File<'_, '_>) {
        let Located { value, line } = words;
        if value.chars().any(char::is_alphanumeric) {
            self.add(CueTarget::Words(value), weight, line, file);
        } else {
            let message = format!("`{value}` has no word and is left out");
            file.error(line, message, "give a word, or several in a row");
        }
    }

    fn entity(
        &mut self,
        key: Located<String>,
        weight: f32,
        known: &BTreeSet<&str>,
        file: &mut File<'_, '_>,
    ) {
        let Located { value, line } = key;
        if known.contains(value.as_str()) {
            self.add(CueTarget::Entity(value), weight, line, file);
            return;
        }
        let hint = nearest(&value, known.iter().copied()).map_or_else(
            || "name an entity by its key, such as `kim-jong-un`".into(),
            |meant| format!("is `{meant}` meant?"),
        );
        file.error(
            line,
            format!("there is no entity `{value}`; it is left out"),
            hint,
        );
    }

    fn add(&mut self, target: CueTarget, weight: f32, line: u32, file: &mut File<'_, '_>) {
        let (CueTarget::Words(name) | CueTarget::Entity(name)) = &target;
        if weight == 0.0 || weight.abs() > MOST_WEIGHT {
            file.error(
                line,
                format!("the weight {weight} of `{name}` cannot be; it is left out"),
                format!("a weight is -{MOST_WEIGHT} to {MOST_WEIGHT} and not 0"),
            );
            return;
        }
        let id = match &target {
            CueTarget::Words(words) => words.to_lowercase(),
            CueTarget::Entity(key) => ["entity:", key].concat(),
        };
        if self.taken.insert(id) {
            self.cues.push(Cue { target, weight });
        } else {
            file.error(
                line,
                format!("`{name}` stands in this topic a second time and is left out"),
                "keep one of the two",
            );
        }
    }
}
