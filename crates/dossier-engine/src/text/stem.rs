//! Stems by language, for those who build an index.
//!
//! Queries do not need them: the index tells which stems have a word that documents have. So a
//! program that only searches has the stemmer of English and no other.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer as Snowball};

use super::{folded, stem_of_english};

/// What finds the stems of a language: the algorithms of Snowball (snowballstem.org) for those that
/// have one; in other languages each word is its own stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stemmer(Option<Algorithm>);

impl Stemmer {
    /// The stemmer for texts of a language, by its BCP 47 tag.
    pub fn new(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        Self(Some(match primary.to_ascii_lowercase().as_str() {
            "ar" => Algorithm::Arabic,
            "da" => Algorithm::Danish,
            "nl" => Algorithm::Dutch,
            "en" => Algorithm::English,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "hu" => Algorithm::Hungarian,
            "it" => Algorithm::Italian,
            "no" | "nb" | "nn" => Algorithm::Norwegian,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "es" => Algorithm::Spanish,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            _ => return Self(None),
        }))
    }

    /// Whether its stems are others than those of English.
    pub fn is_foreign(self) -> bool {
        self.0
            .is_some_and(|algorithm| algorithm != Algorithm::English)
    }

    /// Endings that forms of a word have in this language, folded, without those of which the stem
    /// is not a beginning of the form: with them an index finds the stem of a form that no document
    /// has. Inflection and what the stemmer takes off besides.
    pub fn endings(self) -> &'static str {
        match self.0 {
            Some(Algorithm::Danish) => {
                "e ede en ende ene ens er erne ers es et ets hed heden ig ige lig lige ne s"
            }
            Some(Algorithm::Dutch) => "d de den e en er ers heden heid ing ingen lijk lijke s t",
            Some(Algorithm::Finnish) => {
                "a at en et i ien iksi illa ille ilta in issa ista ja jen ksi lla lle lta n na ssa \
                 sta t tta"
            }
            Some(Algorithm::French) => {
                "able ables aient ais ait ant ante ants ation ations e ee ees ement ements ent er \
                 era eront es euse euses eux ez if ifs isme iste istes ite ites ive ives ment ons s"
            }
            Some(Algorithm::German) => {
                "e em en end er ern es est heit heiten ig ige igen isch keit keiten lich liche \
                 lichen n s st ung ungen"
            }
            Some(Algorithm::Greek) => "α ας ε εις ες η ης ι ια ιων ο οι ος ου ους ων",
            Some(Algorithm::Hungarian) => {
                "a ak at ban ben bol e ek et hez hoz i ja je k nak nek ok ot ra re rol t val vel"
            }
            Some(Algorithm::Italian) => {
                "a amenti amento ando are arono ata ate ati ato atore ava avano e endo ere i ica \
                 iche ici ico ire ista isti ita mente o osa oso zione zioni"
            }
            Some(Algorithm::Norwegian) => {
                "a ane ast e ede en ende ene ens er ers ert es et ets het heten ig lig s"
            }
            Some(Algorithm::Portuguese) => {
                "a ada adas ado ador ados am amento ando ar aram as ava avam cao coes em endo er es \
                 ica icas ico icos idade idades ir ista mente o os osa oso s"
            }
            Some(Algorithm::Romanian) => {
                "a and are at ata ate ati e easca ele elor i ii ilor ind le lor ul ului uri urile \
                 urilor"
            }
            Some(Algorithm::Russian) => {
                "а ая ал али ам ами ат ах е ев его ее еи ем ему ет ею и ие ии им ими ит их ия л \
                 ла ли ло о ов ого ое ои ом ому ост ости ою ть у ую ы ые ыи ым ыми ых ю юю я ям ями \
                 ят ях яя"
            }
            Some(Algorithm::Spanish) => {
                "a aba aban ada adas ado ador adora ados amiento amientos an ando ar aron as cion \
                 ciones en er es ica icas ico icos idad idades iendo ir ista istas mente o os osa \
                 oso s"
            }
            Some(Algorithm::Swedish) => {
                "a ad ade ades ande ar are aren arna arnas as en ens er erna ers es et ets het heten \
                 ig iga lig liga or orna s"
            }
            Some(Algorithm::Turkish) => {
                "a da dan de den e i im in lar lari larin ler leri lerin nin nun si su ta tan te ten \
                 u un ya ye yi yu"
            }
            Some(Algorithm::Arabic | Algorithm::English | Algorithm::Tamil) | None => "",
        }
    }

    /// What of a word decides on its stem: `shown` as it stands in the text in lower case, where
    /// its diacritics count, else `folded`.
    pub fn form<'a>(self, shown: &str, folded: &'a str) -> Cow<'a, str> {
        if self.is_foreign() && !shown.is_ascii() && shown.chars().all(is_letter) {
            Cow::Owned(shown.to_lowercase())
        } else {
            Cow::Borrowed(folded)
        }
    }

    /// The stem of a word by its [`form`](Self::form), folded.
    pub fn stem(self, form: &str) -> Cow<'_, str> {
        match self.0 {
            Some(Algorithm::English) => stem_of_english(form),
            Some(algorithm) if form.chars().all(is_letter) => {
                let stem = folded(&Snowball::create(algorithm).stem(form));
                Cow::Owned(if stem.is_empty() { folded(form) } else { stem })
            }
            _ => Cow::Borrowed(form),
        }
    }
}

/// Whether a character can be of a word that has a stem: a letter or what is written on one.
fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphabetic()
    } else {
        !character.is_numeric() && character != '\u{2019}'
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Analyser;
    use super::*;

    fn stem(language: &str, word: &str) -> String {
        let stemmer = Stemmer::new(language);
        stemmer
            .stem(&stemmer.form(word, &folded(word)))
            .into_owned()
    }

    #[test]
    fn forms_of_a_word_share_a_stem_in_their_language() {
        for (language, words) in [
            ("de", &["Häuser", "Hauses", "Haus"][..]),
            ("fr", &["négociation", "négociations"]),
            ("es-MX", &["canción", "canciones"]),
            ("ru", &["переговоры", "переговоров", "переговорами"]),
            ("it", &["governo", "governi"]),
            ("pt", &["negociação", "negociações"]),
            ("sv", &["flickorna", "flickor"]),
            ("tr", &["evler", "evlerin"]),
            ("nb", &["husene", "huset"]),
        ] {
            for word in words {
                assert_eq!(
                    stem(language, word),
                    stem(language, words[0]),
                    "{language} {word}"
                );
            }
        }
    }

    #[test]
    fn words_with_digits_and_of_other_languages_are_their_own_stems() {
        assert_eq!(stem("de", "t72s"), "t72s");
        assert_eq!(stem("pl", "Domów"), "domow");
    }

    const LANGUAGES: [&str; 18] = [
        "ar", "da", "nl", "en", "fi", "fr", "de", "el", "hu", "it", "no", "pt", "ro", "ru", "es",
        "sv", "ta", "tr",
    ];

    proptest! {
        #[test]
        fn any_word_has_a_stem_in_every_language(
            text in "[a-zäöüßéèêçñãıişğåøæőű]{1,14}|[а-яё]{1,14}|[α-ωάέήίόύώϊϋς]{1,14}|[ء-يً-ْ]{1,14}|[அ-ஹா-்]{1,14}|\\PC{1,10}",
        ) {
            for language in LANGUAGES {
                let stemmer = Stemmer::new(language);
                Analyser::new(language).each_word(&text, |span, word| {
                    let form = stemmer.form(span.slice(&text), word);
                    assert!(!stemmer.stem(&form).is_empty());
                });
            }
        }
    }
}
