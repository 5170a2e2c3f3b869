//! Who wrote, reported and edited, and from where.

use super::super::names;
use super::super::place::{Part, Role, credited};
use super::Shown;
use crate::document::{Aside, AsideKind, Fact, FactKind};

pub(super) fn people(parts: &[Part], cut: &[Aside], facts: &mut Vec<Fact>) {
    let mut found: Vec<Fact> = Vec::new();
    let mut add = |shown: &Shown<'_>, kind: FactKind, names: Vec<String>, inferred: bool| {
        for name in names {
            if !found
                .iter()
                .any(|fact| fact.value.eq_ignore_ascii_case(&name))
            {
                found.push(shown.fact(kind, name, inferred));
            }
        }
    };
    for part in parts.iter().filter(|part| part.role == Role::Known) {
        let shown = Shown::part(part);
        for (name, says) in credited(&part.line.text) {
            add(&shown, FactKind::Author, vec![name], !says);
        }
    }
    let desks = parts
        .iter()
        .filter(|part| part.role == Role::Aside(AsideKind::Source))
        .map(Shown::part);
    for shown in desks.chain(
        cut.iter()
            .filter(|aside| aside.kind == AsideKind::Source)
            .map(Shown::aside),
    ) {
        for (kind, names) in desk(shown.text) {
            add(&shown, kind, names, false);
        }
    }
    facts.append(&mut found);
}

/// The people in a line such as `(Reporting by Ann Ash; Editing by Bo Birch)`.
fn desk(text: &str) -> Vec<(FactKind, Vec<String>)> {
    const LABELS: [(&str, FactKind); 8] = [
        ("additional reporting by", FactKind::Contributor),
        ("reporting by", FactKind::Author),
        ("writing by", FactKind::Author),
        ("written by", FactKind::Author),
        ("editing by", FactKind::Editor),
        ("edited by", FactKind::Editor),
        ("with reporting by", FactKind::Contributor),
        ("compiled by", FactKind::Author),
    ];
    let mut found = Vec::new();
    for clause in text
        .trim_matches(['(', ')', '[', ']', ' ', '_'])
        .split([';', '.'])
    {
        let clause = clause.trim();
        let lower = clause.to_lowercase();
        let label = LABELS
            .iter()
            .filter_map(|(label, kind)| Some((lower.find(label)?, *label, *kind)))
            .min_by_key(|(at, ..)| *at);
        if let Some((at, label, kind)) = label {
            let people = clause.get(at + label.len()..).and_then(names::people);
            found.extend(people.map(|people| (kind, people.names)));
        } else if let Some((people, _)) = clause.split_once(" contributed") {
            let people = people.rsplit(" writers ").next().unwrap_or(people);
            let people = people.rsplit(" writer ").next().unwrap_or(people);
            let people = without_employer(people);
            found.extend(names::people(people).map(|people| (FactKind::Contributor, people.names)));
        }
    }
    found
}

/// A name without those for whom one works: `CNN's Ann Ash`.
fn without_employer(text: &str) -> &str {
    let behind = ["'s ", "\u{2019}s "]
        .iter()
        .find_map(|mark| text.split_once(mark));
    behind.map_or(text, |(_, name)| name)
}

/// `Ann Ash in Seoul`, `Reporting from Seoul`.
pub(super) fn place_of_byline(parts: &[Part], facts: &mut Vec<Fact>) {
    for part in parts.iter().filter(|part| part.role == Role::Known) {
        let shown = Shown::part(part);
        let text = &part.line.text;
        let from = text
            .strip_prefix("Reporting from ")
            .or_else(|| text.strip_prefix("Reporting in "));
        let place = from
            .map(str::to_owned)
            .or_else(|| names::byline(text).or_else(|| names::people(text))?.place);
        if let Some(place) =
            place.filter(|place| place.starts_with(char::is_uppercase) && place.len() <= 40)
        {
            for place in place
                .split(" and ")
                .flat_map(|place| place.split(','))
                .take(2)
            {
                facts.push(shown.fact(FactKind::Dateline, place.trim(), true));
            }
            return;
        }
    }
}
