//! Variants of texts: headlines in capitals and with capitalised words, and other people's names.

use std::collections::BTreeMap;

use dossier_engine::entity::EntityKind;

use crate::data::{Name, Text, What};
use crate::random::Random;
use crate::tables::Names;

/// The text in capitals. Characters whose capital has another length stay.
pub fn capitals(text: &Text) -> Text {
    Text {
        text: changed(&text.text, |_| true),
        names: text.names.clone(),
    }
}

/// The text with every longer word capitalised.
pub fn heading(text: &Text) -> Text {
    let words = &text.text;
    let begins = |at: usize| {
        let before = words[..at].chars().next_back();
        let length = words[at..]
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(words.len() - at);
        before.is_none_or(|before| before.is_whitespace() || before == '-' || before == '"')
            && length > 3
    };
    Text {
        text: changed(words, begins),
        names: text.names.clone(),
    }
}

fn changed(text: &str, which: impl Fn(usize) -> bool) -> String {
    let mut changed = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let mut upper = character.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(one), None) if one.len_utf8() == character.len_utf8() && which(at) => {
                changed.push(one);
            }
            _ => changed.push(character),
        }
    }
    changed
}

/// The text, or a variant now and then.
pub fn varied(text: &Text, random: &mut Random) -> Text {
    let short = text.text.len() < 120;
    match random.below(100) {
        0..4 => capitals(text),
        4..8 if short => capitals(text),
        8..12 if short => heading(text),
        _ => text.clone(),
    }
}

/// The texts of a document with other names for its people: one who is named in full gets a new
/// first name and surname, and the surname alone follows.
pub fn renamed(texts: &[Text], names: &Names, random: &mut Random) -> Vec<Text> {
    let mut others: BTreeMap<String, (String, String)> = BTreeMap::new();
    for text in texts {
        for words in people(text).map(|name| &text.text[name.start..name.end]) {
            if let Some((_, surname)) = words.rsplit_once(' ') {
                let new = || {
                    (
                        names.first(random).to_owned(),
                        names.surname(random).to_owned(),
                    )
                };
                others.entry(surname.to_owned()).or_insert_with(new);
            }
        }
    }
    let renamed = |text: &Text| {
        let mut new = Text::default();
        let mut done = 0;
        for name in &text.names {
            let words = &text.text[name.start..name.end];
            let (first, surname) = words.rsplit_once(' ').unwrap_or(("", words));
            let is_person = name.what == What::Kind(EntityKind::Person);
            let other = others.get(surname).filter(|_| is_person);
            new.text.push_str(&text.text[done..name.start]);
            let start = new.text.len();
            match other {
                Some((new_first, new_surname)) if !first.is_empty() => {
                    new.text.push_str(new_first);
                    new.text.push(' ');
                    new.text.push_str(new_surname);
                }
                Some((_, new_surname)) => new.text.push_str(new_surname),
                None => new.text.push_str(words),
            }
            done = name.end;
            let (end, what) = (new.text.len(), name.what);
            new.names.push(Name { start, end, what });
        }
        new.text.push_str(&text.text[done..]);
        new
    };
    texts.iter().map(renamed).collect()
}

fn people(text: &Text) -> impl Iterator<Item = &Name> {
    text.names
        .iter()
        .filter(|name| name.what == What::Kind(EntityKind::Person))
}
