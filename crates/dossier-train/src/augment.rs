//! Variants of texts: headlines in capitals and with capitalised words.

use crate::data::Text;
use crate::random::Random;

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
