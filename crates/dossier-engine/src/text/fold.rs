//! Folding: what of a character counts when words are compared.

use unicode_normalization::char::decompose_canonical;

/// Appends a character as it is compared: lower case, without diacritics, ligatures of Latin
/// letters spelt out. Nothing is appended for a diacritic or a character without a look of its own.
pub(super) fn push(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    // Hangul syllables would come apart into letters.
    if matches!(character, '\u{ac00}'..='\u{d7a3}') {
        folded.push(character);
        return;
    }
    decompose_canonical(character, |part| {
        for lower in part.to_lowercase() {
            if let Some(spelt) = spell_out(lower) {
                folded.push_str(spelt);
            } else if !is_diacritic(lower) && !is_invisible(lower) {
                folded.push(lower);
            }
        }
    });
}

/// Letters that stand for others without being a letter with a mark.
fn spell_out(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{ff07}' => "'",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}

/// Marks of the blocks of combining diacritics. Vowel signs of Indic scripts and the like are
/// marks too, but a word is another word without them.
fn is_diacritic(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Soft hyphens, joiners, marks of direction and variation selectors.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
