//! What may begin at a word, told by its hash alone.
//!
//! Most words of a text begin nothing that rules look for, and one look tells so. Words that share a
//! hash with an opener cost whoever asks a closer look, and nothing else.

use std::sync::LazyLock;

use super::{bodies, dates, events, laws, quantities, title, weapons};

/// What rules look for that begins at a word or is recognised by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// A date or a length of time.
    Date,
    /// A quantity.
    Quantity,
    /// A weapon.
    Weapon,
    /// What follows the hyphen of a class of ships.
    ShipClass,
    /// A law, by the word that says its kind.
    Law,
    /// An event, by the word that says its kind.
    Event,
    /// A title.
    Title,
    /// An organisation, by the noun that says what it is.
    Body,
}

/// A set of [`Opens`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opening(u8);

impl Opening {
    /// Everything: of words with figures at either end, which are too many to be listed.
    pub(super) const ALL: Self = Self(u8::MAX);

    /// Whether something may begin.
    pub(super) fn has(self, what: Opens) -> bool {
        self.0 >> what as u8 & 1 == 1
    }
}

/// How many places the table has: few enough to stay close at hand.
const PLACES: usize = 1 << 14;

/// Hands over the words of a list.
type List = fn(&mut dyn FnMut(&str));

/// What the words that have each place open.
#[derive(Debug)]
pub(super) struct Openers(Vec<Opening>);

impl Openers {
    /// Those of the rules.
    pub(super) fn of_rules() -> &'static Self {
        static OPENERS: LazyLock<Openers> = LazyLock::new(Openers::new);
        &OPENERS
    }

    fn new() -> Self {
        let lists: [(Opens, List); 8] = [
            (Opens::Date, dates::openers),
            (Opens::Quantity, quantities::openers),
            (Opens::Weapon, weapons::openers),
            (Opens::ShipClass, |add| add(weapons::CLASS)),
            (Opens::Law, laws::openers),
            (Opens::Event, events::openers),
            (Opens::Title, title::openers),
            (Opens::Body, bodies::openers),
        ];
        let mut places = vec![Opening::default(); PLACES];
        for (what, list) in lists {
            list(&mut |word| {
                let place = crate::text::hash_in_list(word) as usize % PLACES;
                places[place].0 |= 1 << what as u8;
            });
        }
        Self(places)
    }

    /// What may begin at a folded word with a hash of lists.
    pub(super) fn of(&self, folded: &str, hash: u32) -> Opening {
        let is_figure = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = folded.as_bytes();
        if is_figure(bytes.first()) || is_figure(bytes.last()) {
            return Opening::ALL;
        }
        self.0[hash as usize % PLACES]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::*;
    use crate::entity::title::Titles;
    use crate::entity::words::Words;
    use crate::text::Analyser;

    /// All that rules find among words.
    fn found(words: &Words<'_>) -> [String; 7] {
        [
            format!("{:?}", dates::find(words, None)),
            format!("{:?}", quantities::find(words, &BTreeMap::new())),
            format!("{:?}", weapons::find(words)),
            format!("{:?}", laws::find(words)),
            format!("{:?}", events::find(words)),
            format!("{:?}", Titles::new(&[]).find(words)),
            format!("{:?}", bodies::find(words)),
        ]
    }

    fn assert_nothing_is_overlooked(text: &str) {
        let analyser = Analyser::new("en");
        let words = Words::of_name(text, &analyser);
        let all = Words::of_name(text, &analyser).opening_everything();
        assert_eq!(found(&words), found(&all), "{text}");
    }

    #[test]
    fn what_rules_find_begins_at_an_opener() {
        let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests");
        let folders = ["cases", "evaluation"].map(|folder| format!("{tests}/{folder}"));
        let files = folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).unwrap());
        let files = files.map(|file| file.unwrap().path());
        let files = files.filter(|path| {
            path.extension()
                .is_some_and(|end| end == "md" || end == "txt")
        });
        let mut lines = 0;
        for path in files {
            for line in fs::read_to_string(path).unwrap().lines() {
                // Marks of what is to be found stand between words.
                let plain: String = line.chars().filter(|c| !"[]{}|`".contains(*c)).collect();
                assert_nothing_is_overlooked(&plain);
                lines += 1;
            }
        }
        assert!(lines > 1000);
    }

    #[test]
    fn every_word_by_which_something_is_recognised_is_an_opener() {
        for text in [
            "the Bronze Age, the Ming dynasty, AD 79, FY 2019, Q3 2021, H1 2020, Wed, 3 May 2020",
            "half an hour, couple of years, few days ago, a fortnight ago, the third Monday in May",
            "magnitude 7.8, Rs 500, KSh 40, half a million pounds, tens of billions of euros",
            "Kilo-class submarine, Arleigh Burke-class destroyer, Type 99 tank, Mirage III jets",
            "Iron Dome, tsar bomba, Kalashnikovs, 155 mm shells, rounds of ammunition, batteries",
            "Magna Carta, Comprehensive Plan of Action, Title IX, Executive Order 13769, NAFTA",
            "Tour de France, Giro d'Italia, COP26, Euro 2016, Eid al-Adha, New Year's Eve, G20 summit",
        ] {
            assert_nothing_is_overlooked(text);
        }
    }
}
