//! Names and keys of topics and entities.

use std::collections::BTreeMap;

use super::section::{File, Section};
use super::slug::slug;

/// The keys that are taken, each with the line of its owner.
pub struct Names {
    /// What is named, for messages.
    what: &'static str,
    lines: BTreeMap<String, u32>,
}

impl Names {
    /// No keys yet, of topics or of entities.
    pub fn new(what: &'static str) -> Self {
        Self {
            what,
            lines: BTreeMap::new(),
        }
    }
}

/// The name of a topic or entity and its key, given or made from the name. `None`, with a problem,
/// where there is no name, or a key cannot be made or is taken.
pub fn name_and_key(
    section: Section<'_>,
    names: &mut Names,
    file: &mut File<'_, '_>,
) -> Option<(String, String)> {
    let what = names.what;
    let Some(name) = section.text("name", file) else {
        file.error(
            section.line,
            format!("{} has no name and is left out", section.header),
            "add `name = \"…\"`",
        );
        return None;
    };
    let given = section.text("key", file);
    let line = given.as_ref().map_or(name.line, |key| key.line);
    let wanted = given.as_ref().map_or(&name.value, |key| &key.value);
    let key = slug(wanted);
    if key.is_empty() {
        file.error(
            line,
            format!("no key can be made from `{wanted}`; the {what} is left out"),
            "add a `key` with letters",
        );
        return None;
    }
    if let Some(first) = names.lines.get(&key) {
        file.error(
            line,
            format!("the key `{key}` is taken by the {what} on line {first}; this one is left out"),
            "give it another `key`, or join the two",
        );
        return None;
    }
    if given.is_some_and(|given| given.value != key) {
        let message = format!("a key has small letters, digits and hyphens; `{key}` is taken");
        let hint = format!("write `key = \"{key}\"`");
        file.report.warning(Some(line), message, hint);
    }
    names.lines.insert(key.clone(), section.line);
    Some((name.value, key))
}
