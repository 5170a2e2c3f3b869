//! Whether names are linked to whom they mean, measured on texts of our own that say it.
//!
//! A name is right where the very words are found, the name of their entity or another that the list
//! has for it is what it should be, and all other right names of the same are the same entity. Only
//! letters and figures count, and `the` before a name does not.

use std::collections::BTreeMap;

use dossier_engine::collection::EntityDefinition;
use dossier_engine::document::Document as Read;
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::{Entity, EntityKind, Mention, Recogniser, Recognition};
use dossier_engine::id::EntityId;

use crate::marked::{Marked, Meant};
use crate::score::{Found, Score};

/// How texts are measured.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'s> {
    /// What the lines of the figures begin with.
    pub title: &'s str,
    /// The entities of a collection; without any there is general knowledge only.
    pub curated: &'s [EntityDefinition],
    /// Whether the texts are one collection, and not each its own.
    pub together: bool,
    /// Whether everything in the texts is marked, so that what is found besides is wrong.
    pub complete: bool,
    /// Whether to print what is wrong.
    pub with_errors: bool,
}

/// How many of how many are right.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.all += 1;
    }

    fn percent(self) -> f64 {
        100.0 * self.right as f64 / self.all.max(1) as f64
    }
}

/// What is measured.
#[derive(Debug, Default)]
struct Measures {
    kinds: Score,
    /// Names of the first three kinds.
    three: Score,
    entity: Share,
    shared_surname: Share,
    compass: Share,
    /// Capitals that stand for a government, and how many were said to.
    metonym: Share,
    said_metonyms: usize,
    /// Dates and quantities with their value.
    value: Share,
}

/// Prints how many names of texts are linked to whom they mean, and those that are not.
pub fn print(tagger: &Tagger, texts: &[Marked], setting: Setting<'_>) {
    let recogniser = Recogniser::new(setting.curated, Some(tagger));
    let mut measures = Measures::default();
    let size = if setting.together { texts.len() } else { 1 };
    let mut wrong = Vec::new();
    for texts in texts.chunks(size.max(1)) {
        let documents: Vec<Read> = texts.iter().map(|text| text.document.clone()).collect();
        let found = recogniser.recognise(&documents);
        let mut same = BTreeMap::new();
        for (text, mentions) in texts.iter().zip(&found.mentions) {
            let own = Own {
                text,
                mentions,
                found: &found,
            };
            if setting.complete {
                wrong.extend(measures.add_kinds(own));
            }
            wrong.extend(measures.add(own, &mut same));
        }
    }
    if setting.with_errors {
        println!("{}", wrong.join("\n"));
    }
    measures.print(setting);
}

/// A text with what was found in it.
#[derive(Clone, Copy)]
struct Own<'o> {
    text: &'o Marked,
    mentions: &'o [Mention],
    found: &'o Recognition,
}

impl<'o> Own<'o> {
    fn entity(self, id: EntityId) -> Option<&'o Entity> {
        self.found.entities.get(id.index())
    }

    fn name_of(self, id: EntityId) -> &'o str {
        self.entity(id).map_or("", |entity| entity.name.as_str())
    }

    fn words(self, start: usize, end: usize) -> &'o str {
        self.text.document.text.get(start..end).unwrap_or_default()
    }

    /// The line of the text in which something stands.
    fn line(self, at: usize) -> &'o str {
        let text = &self.text.document.text;
        let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
        text[from..].lines().next().unwrap_or_default()
    }
}

impl Measures {
    /// Counts what of each kind is found in a text; says what is missing (`-`) and what is not there
    /// (`+`).
    fn add_kinds(&mut self, own: Own<'_>) -> Vec<String> {
        let given = own.text.names.iter();
        let given: Vec<Found> = given
            .map(|name| (name.start, name.end, name.kind))
            .collect();
        let found = own.mentions.iter().filter_map(|mention| {
            let kind = own.entity(mention.entity)?.kind;
            Some((mention.span.start as usize, mention.span.end as usize, kind))
        });
        let found: Vec<Found> = found.collect();
        self.kinds.add(&found, &given);
        self.three.add(&first_three(&found), &first_three(&given));
        let missed = given.iter().filter(|name| !found.contains(name));
        let added = found.iter().filter(|name| !given.contains(name));
        let signed = missed
            .map(|name| ('-', name))
            .chain(added.map(|name| ('+', name)));
        let lines = signed.map(|(sign, &(start, end, kind))| {
            let (words, line) = (own.words(start, end), own.line(start));
            format!("{sign} {} [{words}] {line}", kind.key())
        });
        lines.collect()
    }

    /// Counts the names of a text; says what is wrong with it. `same` has the entities of the names
    /// that were right so far.
    fn add<'o>(&mut self, own: Own<'o>, same: &mut BTreeMap<&'o str, EntityId>) -> Vec<String> {
        let governments = own.mentions.iter().filter(|own| own.stands_for.is_some());
        self.said_metonyms += governments.count();
        let mut wrong = Vec::new();
        for meant in &own.text.names {
            let at = |own: &&Mention| {
                (own.span.start as usize, own.span.end as usize) == (meant.start, meant.end)
            };
            let mention = own.mentions.iter().find(at);
            let entity = mention.map(|own| own.entity);
            let is_right = entity.is_some_and(|id| {
                own.entity(id)
                    .is_some_and(|entity| is_called(entity, &meant.name))
                    && *same.entry(&meant.name).or_insert(id) == id
            });
            let stands_for = mention
                .and_then(|own| own.stands_for)
                .map(|id| own.name_of(id));
            let government = meant.government.as_deref();
            let words = own.words(meant.start, meant.end);
            self.count(own.text, meant, words, is_right, stands_for == government);
            if !is_right || stands_for != government {
                let said = entity.map_or("-", |id| own.name_of(id));
                wrong.push(format!(
                    "[{words}] {} {government:?}, found {said} {stands_for:?}: {}",
                    meant.name,
                    own.line(meant.start)
                ));
            }
        }
        wrong
    }

    fn count(&mut self, text: &Marked, meant: &Meant, words: &str, is_right: bool, stands: bool) {
        if matches!(meant.kind, EntityKind::Date | EntityKind::Quantity) {
            self.value.count(is_right);
            return;
        }
        self.entity.count(is_right);
        if is_shared(text, meant, words) {
            self.shared_surname.count(is_right);
        }
        if matches!(words, "North" | "South" | "East" | "West") {
            self.compass.count(is_right);
        }
        if meant.government.is_some() {
            self.metonym.count(stands);
        }
    }

    fn print(&self, setting: Setting<'_>) {
        let title = setting.title;
        if setting.complete {
            println!(
                "{title}: all kinds {:.1}, three kinds {:.1}\n    {}",
                self.kinds.f1(),
                self.three.f1(),
                self.kinds.by_kind()
            );
        }
        let shares = [
            ("right entity", self.entity),
            ("surnames that several bear", self.shared_surname),
            ("the North and the South", self.compass),
            ("dates and quantities with their value", self.value),
        ];
        for (what, share) in shares.iter().filter(|(_, share)| share.all > 0) {
            println!("{title}, {what}: {:.1} of {}", share.percent(), share.all);
        }
        let (metonym, said) = (self.metonym, self.said_metonyms);
        let f1 = 200.0 * metonym.right as f64 / (metonym.all + said).max(1) as f64;
        println!(
            "{title}, capitals for governments: recall {:.1} of {}, F1 {f1:.1}",
            metonym.percent(),
            metonym.all
        );
    }
}

/// The names of people, organisations and places.
fn first_three(names: &[Found]) -> Vec<Found> {
    let first = names.iter().filter(|name| name.2 <= EntityKind::Place);
    first.copied().collect()
}

/// Whether a name is that of an entity, or another that the list has for it.
fn is_called(entity: &Entity, name: &str) -> bool {
    let name = letters(name);
    let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
    names.any(|own| letters(own) == name)
}

/// Whether a name is one word that ends the names of several people of the text.
fn is_shared(text: &Marked, own: &Meant, words: &str) -> bool {
    if own.kind != EntityKind::Person || words.contains(' ') {
        return false;
    }
    let people = text
        .names
        .iter()
        .filter(|other| other.kind == EntityKind::Person);
    let mut bearers: Vec<&str> = people
        .filter(|other| {
            let mut parts = other
                .name
                .split(' ')
                .skip(1)
                .chain(family_first(&other.name));
            parts.any(|part| part == words)
        })
        .map(|other| other.name.as_str())
        .collect();
    bearers.sort_unstable();
    bearers.dedup();
    bearers.len() > 1
}

/// The first word of a name whose last has a hyphen, as Korean names have it.
fn family_first(name: &str) -> Option<&str> {
    let (first, given) = name.split_once(' ')?;
    given.contains('-').then_some(first)
}

/// Letters and figures only, in small letters, without `the` before a name.
fn letters(name: &str) -> String {
    let lower = name.to_lowercase();
    let name = lower.strip_prefix("the ").unwrap_or(&lower);
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked;

    #[test]
    fn a_surname_is_shared_where_two_people_of_the_text_bear_it() {
        let file = "[Ines Quint|PERSON] and [Olaf Quint|PERSON] met.\n\
                    [Quint|PERSON|Olaf Quint] left [Rome|PLACE].";
        let text = marked::document(&file.lines().collect::<Vec<_>>()).expect("a text");
        assert!(is_shared(&text, &text.names[2], "Quint"));
        assert!(!is_shared(&text, &text.names[3], "Rome"));
    }

    #[test]
    fn an_entity_is_called_by_each_of_its_names() {
        let entity = Entity {
            key: "west".into(),
            name: "The West".into(),
            kind: EntityKind::Place,
            aliases: vec!["Occident".into()],
            description: None,
            country: None,
        };
        assert!(is_called(&entity, "West") && is_called(&entity, "occident"));
        assert!(!is_called(&entity, "East"));
    }
}
