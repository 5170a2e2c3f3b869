//! The gazetteer's entries, from lists of names and from the texts.

use std::collections::BTreeMap;
use std::path::Path;

use dossier_engine::entity::tagger::classes::Classes;
use dossier_engine::entity::tagger::context::Text as Read;
use dossier_engine::entity::tagger::gazetteer::{self, Gazetteer, LONGEST, phrase};
use dossier_engine::entity::tagger::token::{Form, Tokens};

use gazetteer::Known as List;

use crate::Failure;
use crate::data::Document;

/// A number for each slot, by slot.
pub type Entries = Vec<(u32, u16)>;

/// What is known before anything is learnt.
#[derive(Clone, Debug)]
pub struct Known {
    /// Slot and set of names and words.
    pub names: Entries,
    /// Slot and class of words.
    pub classes: Entries,
}

impl Known {
    /// As the tagger has it.
    pub fn gazetteer(&self) -> Gazetteer {
        Gazetteer::new(&self.names, &self.classes)
    }
}

/// Reads `gazetteer.tsv`, further lists in the same form, and the common words of the texts.
pub fn entries(files: &[&Path], texts: &[Document]) -> Result<Entries, Failure> {
    let common = common_words(texts);
    let mut sets: BTreeMap<u32, u16> = BTreeMap::new();
    for path in files {
        let file = std::fs::read_to_string(path)
            .map_err(|error| Failure::Read(path.to_path_buf(), error))?;
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((kind, name)) = line.split_once('\t') else {
                continue;
            };
            let known = match kind {
                "first" => List::First,
                "surname" => List::Surname,
                "city" | "region" => List::City,
                "team" => List::Team,
                "country" | "state" => List::Country,
                "demonym" | "people" => List::Group,
                "org" | "orgword" => List::Organisation,
                "title" => List::Title,
                _ => continue,
            };
            add(&mut sets, name, known);
        }
    }
    for hash in common.iter() {
        *sets.entry(Gazetteer::slot(phrase([hash]))).or_default() |= List::Common.bit();
    }
    Ok(sets.into_iter().collect())
}

fn add(sets: &mut BTreeMap<u32, u16>, name: &str, known: List) {
    let tokens = Tokens::new(name);
    let hashes: Vec<u32> = tokens.list.iter().map(|token| token.hash).collect();
    if hashes.is_empty() || hashes.len() > LONGEST {
        return;
    }
    *sets.entry(Gazetteer::slot(phrase(hashes))).or_default() |= known.bit();
}

/// Reads classes of words: lines of a number from 1 and the words of that class.
pub fn classes(path: &Path) -> Result<Entries, Failure> {
    let file =
        std::fs::read_to_string(path).map_err(|error| Failure::Read(path.to_path_buf(), error))?;
    let mut classes = BTreeMap::new();
    for (class, words) in file.lines().filter_map(|line| line.split_once('\t')) {
        let Ok(class) = class.parse() else { continue };
        for word in words.split(' ') {
            let tokens = Tokens::new(word);
            if let [token] = tokens.list.as_slice() {
                classes.insert(Classes::slot(token.hash, token.form.is_capital()), class);
            }
        }
    }
    Ok(classes.into_iter().collect())
}

/// Words that are mostly written in small letters.
struct Common(BTreeMap<u32, (u32, u32)>);

impl Common {
    fn iter(&self) -> impl Iterator<Item = u32> {
        self.0
            .iter()
            .filter(|(_, (small, capital))| *small > 2 && *small >= 2 * *capital)
            .map(|(hash, _)| *hash)
    }
}

fn common_words(documents: &[Document]) -> Common {
    let none = Gazetteer::new(&[], &[]);
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for text in documents.iter().flat_map(|document| &document.texts) {
        let read = Read::new(&text.text, &none);
        for (sentence, mode) in read.tokens.sentences.iter().zip(&read.modes) {
            if mode.capitals || mode.heading {
                continue;
            }
            for token in &read.tokens.list[sentence.start + 1..sentence.end] {
                let count = counts.entry(token.hash).or_default();
                match token.form {
                    Form::Lower => count.0 += 1,
                    Form::Capital => count.1 += 1,
                    _ => {}
                }
            }
        }
    }
    Common(counts)
}
