//! Whether names are linked to whom they mean, measured on texts of our own that say it.
//!
//! A name is `[words|TYPE]`, `[words|TYPE|Name]` where it means another name than its words, and
//! `[words|TYPE|Name|Country]` where it stands for the government of a country. It is right where
//! the very words are found, the name of their entity has the letters that it should have, and all
//! other right names of the same are the same entity.

use std::collections::BTreeMap;
use std::path::Path;

use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::{EntityKind, Mention, Recogniser, Recognition};
use dossier_engine::id::EntityId;

use crate::Failure;
use crate::data::{Marks, What, marked};
use crate::measure;

/// A name that says what it means.
#[derive(Debug)]
struct Meant {
    start: usize,
    end: usize,
    kind: EntityKind,
    name: String,
    government: Option<String>,
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

/// The four measures.
#[derive(Debug, Default)]
struct Measures {
    entity: Share,
    shared_surname: Share,
    compass: Share,
    /// Capitals that stand for a government, and how many were said to.
    metonym: Share,
    said_metonyms: usize,
}

/// Prints how many names of a file are linked to whom they mean, and those that are not.
pub fn print(tagger: &Tagger, path: &Path, with_errors: bool) -> Result<(), Failure> {
    let file =
        std::fs::read_to_string(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
    let recogniser = Recogniser::new(&[], Some(tagger));
    let mut measures = Measures::default();
    for document in documents(&file) {
        let found = recogniser.recognise(&[measure::as_document(&document.text)]);
        let wrong = measures.add(&document, &found);
        if with_errors {
            println!("{}", wrong.join("\n"));
        }
    }
    let Measures {
        entity,
        shared_surname,
        compass,
        metonym,
        said_metonyms,
    } = measures;
    let f1 = 200.0 * metonym.right as f64 / (metonym.all + said_metonyms).max(1) as f64;
    println!(
        "linking, right entity: {:.1} of {}",
        entity.percent(),
        entity.all
    );
    println!(
        "linking, surnames that several bear: {:.1} of {}",
        shared_surname.percent(),
        shared_surname.all
    );
    println!(
        "linking, the North and the South: {:.1} of {}",
        compass.percent(),
        compass.all
    );
    println!(
        "linking, capitals for governments: recall {:.1} of {}, F1 {f1:.1}",
        metonym.percent(),
        metonym.all
    );
    Ok(())
}

/// A text with what its names mean.
#[derive(Debug)]
struct Document {
    text: String,
    names: Vec<Meant>,
}

fn documents(file: &str) -> Vec<Document> {
    let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let documents = lines.split(|line| *line == "---").map(|lines| {
        let Marks { text, marks } = marked(&lines.join("\n"));
        let names = marks.into_iter().filter_map(|mark| {
            let What::Kind(kind) = mark.name.what else {
                return None;
            };
            let (start, end) = (mark.name.start, mark.name.end);
            let mut further = mark.further.into_iter();
            let own = || text.get(start..end).unwrap_or_default().to_owned();
            Some(Meant {
                start,
                end,
                kind,
                name: further.next().unwrap_or_else(own),
                government: further.next(),
            })
        });
        let names = names.collect();
        Document { text, names }
    });
    documents.collect()
}

impl Measures {
    /// Counts the names of a document; says what is wrong with it.
    fn add(&mut self, document: &Document, found: &Recognition) -> Vec<String> {
        let mentions = found.mentions.first().map_or(&[][..], Vec::as_slice);
        let name_of = |id: EntityId| {
            let entity = found.entities.get(id.index());
            entity.map_or("", |entity| entity.name.as_str())
        };
        let governments = mentions.iter().filter(|own| own.stands_for.is_some());
        self.said_metonyms += governments.count();
        let mut wrong = Vec::new();
        let mut same: BTreeMap<&str, EntityId> = BTreeMap::new();
        for meant in &document.names {
            let at = |own: &&Mention| {
                (own.span.start as usize, own.span.end as usize) == (meant.start, meant.end)
            };
            let mention = mentions.iter().find(at);
            let entity = mention.map(|own| own.entity);
            let is_right = entity.is_some_and(|entity| {
                letters(name_of(entity)) == letters(&meant.name)
                    && *same.entry(&meant.name).or_insert(entity) == entity
            });
            self.entity.count(is_right);
            let words = document
                .text
                .get(meant.start..meant.end)
                .unwrap_or_default();
            if is_shared(document, meant, words) {
                self.shared_surname.count(is_right);
            }
            if matches!(words, "North" | "South") {
                self.compass.count(is_right);
            }
            let stands_for = mention.and_then(|own| own.stands_for).map(name_of);
            let government = meant.government.as_deref();
            if let Some(government) = government {
                self.metonym.count(stands_for == Some(government));
            }
            if !is_right || stands_for != government {
                let said = entity.map_or("-", name_of);
                let line = document.text[..meant.start]
                    .rfind('\n')
                    .map_or(0, |at| at + 1);
                let line = document.text[line..].lines().next().unwrap_or_default();
                wrong.push(format!(
                    "[{words}] {} {government:?}, found {said} {stands_for:?}: {line}",
                    meant.name
                ));
            }
        }
        wrong
    }
}

/// Whether a name is one word that ends the names of several people of the document.
fn is_shared(document: &Document, own: &Meant, words: &str) -> bool {
    if own.kind != EntityKind::Person || words.contains(' ') {
        return false;
    }
    let people = document
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

/// Letters and figures only, in small letters.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_what_a_name_means_and_whose_surname_is_shared() {
        let file = "# a note\n[Ines Quint|PERSON] and [Olaf Quint|PERSON] met.\n\
                    [Quint|PERSON|Olaf Quint] left [Rome|PLACE].\n---\n[Rome|PLACE|Rome|Italy] spoke.";
        let documents = documents(file);
        assert_eq!(
            documents[0].text,
            "Ines Quint and Olaf Quint met.\nQuint left Rome."
        );
        let meant: Vec<&str> = documents[0]
            .names
            .iter()
            .map(|own| own.name.as_str())
            .collect();
        assert_eq!(meant, ["Ines Quint", "Olaf Quint", "Olaf Quint", "Rome"]);
        assert!(is_shared(&documents[0], &documents[0].names[2], "Quint"));
        assert_eq!(documents[1].names[0].government.as_deref(), Some("Italy"));
    }
}
