//! Keys for addresses, made from names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as a key: lower case, without diacritics, with a hyphen wherever something other than
/// letters and digits stands. `Kim Jong Un` gives `kim-jong-un`, `U.S.` gives `u-s`.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let letters = name.nfkd().flat_map(char::to_lowercase);
    let bare = letters.filter(|&c| !is_combining_mark(c));
    for character in bare.nfc() {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;
    use proptest::prelude::*;

    #[test]
    fn a_key_is_made_of_letters_digits_and_hyphens() {
        assert_eq!(slug("Kim Jong Un"), "kim-jong-un");
        assert_eq!(slug(" U.S. (& Türkiye) "), "u-s-turkiye");
        assert_eq!(slug("東京 2020, 북한"), "東京-2020-북한");
        assert_eq!(slug("…"), "");
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(name in "\\PC{0,20}") {
            let once = slug(&name);
            prop_assert_eq!(slug(&once), once);
        }
    }
}
