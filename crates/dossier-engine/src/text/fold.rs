//! Folding: what of a character counts when words are compared.

/// Base letters of U+00C0 to U+024F in lower case; a dot for letters that are their own.
const LATIN: &[u8; 400] = b"\
    aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y\
    aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll.\
    ...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.\
    ................................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................";

/// Base letters of U+1E00 to U+1EFF likewise.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Appends a character as it is compared: lower case, without diacritics, ligatures of Latin
/// letters spelt out. Nothing is appended for a diacritic or a character without a look of its own.
///
/// The tables hold what canonical decomposition (Unicode Standard Annex 15) gives for the letters of
/// European languages and Vietnamese; those of all of Unicode would be the largest part of the
/// compiled analyser.
pub(super) fn push(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    if let Some(base) = base(character) {
        folded.push(base);
        return;
    }
    for lower in character.to_lowercase() {
        if let Some(spelt) = spell_out(lower) {
            folded.push_str(spelt);
        } else if !is_diacritic(lower) && !is_invisible(lower) {
            folded.push(lower);
        }
    }
}

/// A text as it is compared, character by character: lower case, without diacritics.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        push(character, &mut folded);
    }
    folded
}

/// The letter under a letter with diacritics.
fn base(character: char) -> Option<char> {
    let code = character as usize;
    let letter = match character {
        '\u{c0}'..='\u{24f}' => LATIN[code - 0xc0],
        '\u{1e00}'..='\u{1eff}' => LATIN_ADDITIONAL[code - 0x1e00],
        _ => b'.',
    };
    (letter != b'.').then_some(char::from(letter))
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
        'ά' => "α",
        'έ' => "ε",
        'ή' => "η",
        'ί' | 'ϊ' | 'ΐ' => "ι",
        'ό' => "ο",
        'ύ' | 'ϋ' | 'ΰ' => "υ",
        'ώ' => "ω",
        'ё' => "е",
        'й' => "и",
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

#[cfg(test)]
mod tests {
    use unicode_normalization::char::decompose_canonical;

    use super::*;

    #[test]
    fn the_tables_say_what_canonical_decomposition_gives() {
        for character in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            let mut parts = Vec::new();
            decompose_canonical(character, |part| parts.push(part));
            let is_marked = parts[0].is_ascii_alphabetic() && parts.len() > 1;
            let expected = is_marked.then(|| parts[0].to_ascii_lowercase());
            assert_eq!(base(character), expected, "{character}");
        }
    }
}
