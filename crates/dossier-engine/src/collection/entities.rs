//! Reads the curated entities of a `collection.toml`.

use std::collections::BTreeMap;

use super::keys::{Names, name_and_key};
use super::section::{File, Located, Section};
use super::{EntityDefinition, Gender};
use crate::diagnostic::nearest;
use crate::entity::EntityKind;
use crate::order;

/// The kinds that are curated, with the header under which they stand. Dates and quantities are
/// found by rules.
pub const KINDS: [(EntityKind, &str); 7] = [
    (EntityKind::Person, "[[person]]"),
    (EntityKind::Organisation, "[[org]]"),
    (EntityKind::Place, "[[place]]"),
    (EntityKind::Group, "[[group]]"),
    (EntityKind::Weapon, "[[weapon]]"),
    (EntityKind::Event, "[[event]]"),
    (EntityKind::Law, "[[law]]"),
];

/// The keys that every entity can have.
const KEYS: [&str; 4] = ["key", "name", "aliases", "description"];

/// The keys that entities of a kind can have besides.
fn own_keys(kind: EntityKind) -> &'static [&'static str] {
    match kind {
        EntityKind::Person => &["gender", "offices"],
        EntityKind::Organisation | EntityKind::Place => &["stands_for"],
        EntityKind::Group => &["country"],
        _ => &[],
    }
}

/// An entity with the lines of its references.
struct Draft {
    entity: EntityDefinition,
    stands_for: Option<Located<String>>,
    country: Option<Located<String>>,
}

/// Reads all entities, in the order in which they are written.
pub fn read(top: Section<'_>, file: &mut File<'_, '_>) -> Vec<EntityDefinition> {
    let mut sections = Vec::new();
    for (kind, header) in KINDS {
        let found = top.sections(kind.key(), header, file);
        sections.extend(found.into_iter().map(|section| (kind, section)));
    }
    order::sort_by_key(&mut sections, |(_, section)| section.line);
    let mut names = Names::new("entity");
    let mut drafts = Vec::new();
    for (kind, section) in sections {
        drafts.extend(draft(kind, section, &mut names, file));
    }
    resolve(drafts, file)
}

fn draft(
    kind: EntityKind,
    section: Section<'_>,
    names: &mut Names,
    file: &mut File<'_, '_>,
) -> Option<Draft> {
    let own = own_keys(kind);
    section.check_keys(&[&KEYS, own].concat(), file);
    let (name, key) = name_and_key(section, names, file)?;
    let mut text = |key| {
        let known = own.contains(&key);
        known.then(|| section.text(key, file)).flatten()
    };
    let (gender, stands_for, country) = (text("gender"), text("stands_for"), text("country"));
    let offices = if own.contains(&"offices") {
        section.texts("offices", file)
    } else {
        Vec::new()
    };
    let aliases = section.texts("aliases", file).into_iter();
    let entity = EntityDefinition {
        key,
        aliases: aliases
            .map(|alias| alias.value)
            .filter(|alias| *alias != name)
            .collect(),
        name,
        kind,
        gender: gender.and_then(|gender| read_gender(gender, file)),
        stands_for: None,
        country: None,
        offices: offices
            .into_iter()
            .map(|office| office.value.to_lowercase())
            .collect(),
        description: section.text("description", file).map(|text| text.value),
    };
    Some(Draft {
        entity,
        stands_for,
        country,
    })
}

fn read_gender(gender: Located<String>, file: &mut File<'_, '_>) -> Option<Gender> {
    match gender.value.as_str() {
        "female" => Some(Gender::Female),
        "male" => Some(Gender::Male),
        other => {
            let message = format!("the gender `{other}` is not known and is left out");
            let hint =
                "write `female` or `male`, or leave it out: it only says whether Ms or Mr fits";
            file.error(gender.line, message, hint);
            None
        }
    }
}

/// Fills in the references between entities, now that all are known.
fn resolve(drafts: Vec<Draft>, file: &mut File<'_, '_>) -> Vec<EntityDefinition> {
    let entities = drafts.iter().map(|draft| &draft.entity);
    let kinds = entities.map(|entity| (entity.key.clone(), entity.kind));
    let kinds: BTreeMap<String, EntityKind> = kinds.collect();
    let mut place = |field: &str, reference: Option<Located<String>>| {
        let Located { value, line } = reference?;
        match kinds.get(&value) {
            Some(EntityKind::Place) => return Some(value),
            Some(_) => file.error(
                line,
                format!("`{field}` names `{value}`, which is no place, and is left out"),
                "name the key of a [[place]]",
            ),
            None => {
                let places = kinds.iter().filter(|&(_, &kind)| kind == EntityKind::Place);
                let hint = nearest(&value, places.map(|(key, _)| key.as_str())).map_or_else(
                    || "name the key of a [[place]]".into(),
                    |meant| format!("is `{meant}` meant?"),
                );
                let message =
                    format!("`{field}` names `{value}`, which is not there, and is left out");
                file.error(line, message, hint);
            }
        }
        None
    };
    let resolved = drafts.into_iter().map(|draft| EntityDefinition {
        stands_for: place("stands_for", draft.stands_for),
        country: place("country", draft.country),
        ..draft.entity
    });
    resolved.collect()
}
