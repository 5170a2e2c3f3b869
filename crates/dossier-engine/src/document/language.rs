//! In which language a text is written, by its script and its smallest words.

use crate::text::WordList;

/// How much of a text is looked at, in bytes of its small words and in letters of its script.
const LOOKED_AT: usize = 6000;

/// Least number of small words that must be found.
const LEAST: usize = 6;

/// The commonest small words of English, none of more than four letters.
const OF_ENGLISH: &str =
    "the of and to in is that was for it with as on by are from at this have be";

/// The same, as numbers.
const ENGLISH_WORDS: [u32; 20] = packed(OF_ENGLISH);

/// The commonest small words of languages in the Latin and Cyrillic scripts.
static SMALL_WORDS: [(&str, WordList); 17] = [
    ("en", WordList::new(OF_ENGLISH)),
    (
        "de",
        WordList::new(
            "der die und das den von zu mit sich des auf ist im dem nicht ein eine als auch wurde",
        ),
    ),
    (
        "fr",
        WordList::new(
            "le la les des et en une du est dans que qui pour sur pas au avec son par ont",
        ),
    ),
    (
        "es",
        WordList::new("el los las del y en que una es por con para su se al más como fue sus lo"),
    ),
    (
        "it",
        WordList::new(
            "il di che la e del della un per è con non sono dei alla nel gli le anche dal",
        ),
    ),
    (
        "pt",
        WordList::new("o os da do das dos em um uma que não para com por mais foi ao na no são"),
    ),
    (
        "nl",
        WordList::new(
            "de het een van en in is dat op te zijn voor met die niet aan er om ook werd",
        ),
    ),
    (
        "sv",
        WordList::new("och att det som en på är av för med den till har inte ett om de i från var"),
    ),
    (
        "no",
        WordList::new("og det som en på er av for med til har ikke et om i at den de fra var"),
    ),
    (
        "da",
        WordList::new("og det som en på er af for med til har ikke et om i at den de fra blev"),
    ),
    (
        "fi",
        WordList::new(
            "ja on ei se että oli hän myös kun ovat joka mutta sen ole tai kuin mukaan vuonna olla siitä",
        ),
    ),
    (
        "pl",
        WordList::new("w i na z się nie do że to jest o jak po przez od za oraz był dla są"),
    ),
    (
        "cs",
        WordList::new("a se v na je že o s z do i to ve pro za by od jako po byl"),
    ),
    (
        "tr",
        WordList::new(
            "ve bir bu için ile da de olarak olan çok daha ne gibi kadar sonra göre ise ancak en oldu",
        ),
    ),
    (
        "ru",
        WordList::new("в и на не что с по из к для это как от был о за его у также но"),
    ),
    (
        "uk",
        WordList::new("в і на не що з у до та за від для це як про й його був також але"),
    ),
    (
        "id",
        WordList::new(
            "yang dan di untuk dengan ini dari pada tidak itu dalam akan juga oleh ke telah adalah sebagai karena mereka",
        ),
    ),
];

/// A text of which more than one word in this many is a small one of English is English.
const ENGLISH: usize = 5;

/// The languages of texts that belong together, as BCP 47 tags. Texts too short to tell are taken
/// for what they are in together, or else for English.
#[must_use]
pub fn languages<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'static str> {
    let mut short = String::new();
    let detected: Vec<Option<&str>> = texts
        .map(|text| {
            let detected = detect(text);
            if detected.is_none() && short.len() < LOOKED_AT {
                short.push_str(text);
                short.push('\n');
            }
            detected
        })
        .collect();
    let together = detect(&short).unwrap_or("en");
    let languages = detected.into_iter().map(|tag| tag.unwrap_or(together));
    languages.collect()
}

/// The BCP 47 tag of a text's language; `None` where too little speaks for one.
pub fn detect(text: &str) -> Option<&'static str> {
    let mut end = LOOKED_AT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    if is_english(head) {
        return Some("en");
    }
    if let Some(tag) = by_script(text) {
        return Some(tag);
    }
    let lower = head.to_lowercase();
    let mut counts = [0_usize; SMALL_WORDS.len()];
    for word in lower.split(|c: char| !c.is_alphabetic()) {
        for (count, (_, words)) in counts.iter_mut().zip(&SMALL_WORDS) {
            *count += usize::from(words.contains(word));
        }
    }
    let best = counts.iter().copied().max().unwrap_or(0);
    let at = counts.iter().position(|&count| count == best)?;
    // English is what texts are taken for, so another language must be clearly better.
    (best >= LEAST && (at == 0 || best * 2 > counts[0] * 3)).then(|| SMALL_WORDS[at].0)
}

/// Whether the smallest words of English leave no doubt.
fn is_english(text: &str) -> bool {
    let (mut small, mut all) = (0_usize, 0_usize);
    // How many letters of a word were passed, and the last four as a number.
    let (mut length, mut last) = (0_usize, 0_u32);
    let is_small = |length, last| length <= 4 && ENGLISH_WORDS.contains(&last);
    for character in text.chars() {
        if character.is_ascii_alphabetic() {
            last = last << 8 | u32::from(character.to_ascii_lowercase());
            length += 1;
        } else if !character.is_ascii() && character.is_alphabetic() {
            // No letter of ASCII.
            last = last << 8 | 0xff;
            length += 1;
        } else if length > 0 {
            all += 1;
            small += usize::from(is_small(length, last));
            (length, last) = (0, 0);
        }
    }
    all += usize::from(length > 0);
    small += usize::from(is_small(length, last));
    small >= LEAST && small * ENGLISH > all
}

/// Words of at most four letters, as the numbers that their letters make.
const fn packed<const N: usize>(words: &str) -> [u32; N] {
    let mut packed = [0; N];
    let (mut word, mut at) = (0, 0);
    let bytes = words.as_bytes();
    while at < bytes.len() {
        if bytes[at] == b' ' {
            word += 1;
        } else {
            packed[word] = packed[word] << 8 | bytes[at] as u32;
        }
        at += 1;
    }
    packed
}

/// Languages that have a script of their own.
fn by_script(text: &str) -> Option<&'static str> {
    let (
        mut all,
        mut kana,
        mut han,
        mut hangul,
        mut arabic,
        mut hebrew,
        mut greek,
        mut thai,
        mut devanagari,
    ) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
    for character in text.chars().filter(|c| c.is_alphabetic()).take(LOOKED_AT) {
        all += 1;
        match character {
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => han += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            '\u{370}'..='\u{3ff}' => greek += 1,
            '\u{e00}'..='\u{e7f}' => thai += 1,
            '\u{900}'..='\u{97f}' => devanagari += 1,
            _ => {}
        }
    }
    if all < 20 {
        return None;
    }
    let most = |count: usize| count * 2 > all;
    let scripts = [
        (hangul, "ko"),
        (arabic, "ar"),
        (hebrew, "he"),
        (greek, "el"),
        (thai, "th"),
        (devanagari, "hi"),
    ];
    if most(kana + han) {
        return Some(if kana * 10 > all { "ja" } else { "zh" });
    }
    scripts
        .iter()
        .find(|(count, _)| most(*count))
        .map(|(_, tag)| *tag)
}

#[cfg(test)]
mod tests {
    use super::{detect, languages};

    #[test]
    fn languages_are_told_by_small_words_and_scripts() {
        for (text, tag) in [
            (
                "The talks between the two leaders are to be held in the east of Russia, and it is the first trip.",
                "en",
            ),
            (
                "Der Kreml teilte mit, dass die Gespräche auf Einladung des Präsidenten im Osten stattfinden und nicht in Moskau.",
                "de",
            ),
            (
                "Le dirigeant nord-coréen est arrivé dans la ville pour des entretiens avec le président, et les médias ont été invités.",
                "fr",
            ),
            (
                "El líder llegó a la ciudad para reunirse con el presidente, y los medios del país lo contaron en sus portadas.",
                "es",
            ),
            (
                "Переговоры прошли в городе, и их итоги не раскрываются, но стороны говорят, что это был важный визит в страну на неделю.",
                "ru",
            ),
            (
                "両首脳は月曜日に会談し、軍事協力について話し合ったと政府が発表した。",
                "ja",
            ),
            (
                "두 정상은 월요일에 만나 군사 협력에 대해 논의했다고 정부가 밝혔다.",
                "ko",
            ),
        ] {
            assert_eq!(detect(text), Some(tag), "{text}");
        }
        assert_eq!(detect("A short note."), None);
    }

    #[test]
    fn short_texts_are_in_the_language_that_they_are_in_together() {
        let german = [
            "Der Hafen ist voll.",
            "Die Schiffe und das Eis.",
            "Kein Wind auf dem Meer.",
        ];
        assert_eq!(languages(german.into_iter()), ["de"; 3]);
        assert_eq!(languages(["One ship."].into_iter()), ["en"]);
        let long = "The talks between the two leaders are to be held in the east of Russia, and it is the first trip.";
        assert_eq!(languages([long, german[0]].into_iter()), ["en", "en"]);
    }
}
