//! Made-up pages of results, tables and datelines, in the forms that news agencies send them.
//!
//! The labelled texts are prose. Pages of results have forms of their own, where a city is a team
//! and a country stands in brackets behind a person; a few hundred of them with names from the
//! lists teach these forms.

mod bodies;
mod forms;

use std::path::Path;

use dossier_engine::entity::EntityKind;

use crate::Failure;
use crate::data::{Document, Name, Scheme, Text, What};
use crate::random::Random;
use forms::PAGES;

/// Names to fill forms with.
#[derive(Debug, Default)]
pub struct Names {
    first: Vec<String>,
    surname: Vec<String>,
    city: Vec<String>,
    country: Vec<String>,
    people: Vec<String>,
    team: Vec<String>,
    org: Vec<String>,
    region: Vec<String>,
}

impl Names {
    /// Any first name.
    pub fn first(&self, random: &mut Random) -> &str {
        pick(&self.first, random)
    }

    /// Any surname.
    pub fn surname(&self, random: &mut Random) -> &str {
        pick(&self.surname, random)
    }

    /// Reads lists of `kind TAB name`.
    pub fn read(files: &[&Path]) -> Result<Self, Failure> {
        let mut names = Self::default();
        for path in files {
            let file = std::fs::read_to_string(path)
                .map_err(|error| Failure::Read(path.to_path_buf(), error))?;
            for (kind, name) in file.lines().filter_map(|line| line.split_once('\t')) {
                let list = match kind {
                    "first" => &mut names.first,
                    "surname" => &mut names.surname,
                    "city" => &mut names.city,
                    "country" => &mut names.country,
                    "demonym" => &mut names.people,
                    "team" => &mut names.team,
                    "org" => &mut names.org,
                    "state" | "region" => &mut names.region,
                    _ => continue,
                };
                list.push(name.to_owned());
            }
        }
        // The list of countries has long official names too, which results never have.
        names
            .country
            .retain(|name| !name.contains(',') && name.split(' ').count() < 3);
        Ok(names)
    }
}

/// So many made-up pages.
pub fn pages(names: &Names, count: u64) -> Vec<Document> {
    (0..count)
        .map(|number| Document {
            source: "made-up",
            number,
            scheme: Scheme::All,
            texts: page(names, &mut Random(number + 77)),
        })
        .collect()
}

fn page(names: &Names, random: &mut Random) -> Vec<Text> {
    let page = PAGES[random.below(PAGES.len())];
    // Half of the pages have their signs apart, as tokenised corpora do.
    let apart = random.happens(50);
    let mut texts = Vec::new();
    for &(form, most) in page {
        let count = if most > 2 {
            most / 2 + random.below(most)
        } else {
            most
        };
        for _ in 0..count {
            texts.push(line(form, names, apart, random));
        }
    }
    texts
}

fn line(form: &str, names: &Names, apart: bool, random: &mut Random) -> Text {
    let shouted = !form
        .replace(['$', 'P', 'S'], "")
        .contains(char::is_lowercase)
        && form.chars().filter(|c| c.is_alphabetic()).count() > 12;
    let mut text = Text::default();
    let mut signs = form.chars().peekable();
    while let Some(sign) = signs.next() {
        let Some(slot) = (sign == '$').then(|| signs.next()).flatten() else {
            text.text.push(sign);
            continue;
        };
        let (filling, kind) = filling(slot, names, random);
        let start = text.text.len();
        let capitals = shouted || slot == 'A';
        text.text.push_str(&if capitals {
            filling.to_uppercase()
        } else {
            filling
        });
        if let Some(kind) = kind {
            text.names.push(Name {
                start,
                end: text.text.len(),
                what: What::Kind(kind),
            });
        }
    }
    if apart { text } else { closed(&text) }
}

fn pick<'n>(list: &'n [String], random: &mut Random) -> &'n str {
    list.get(random.below(list.len()))
        .map_or("", String::as_str)
}

fn filling(slot: char, names: &Names, random: &mut Random) -> (String, Option<EntityKind>) {
    use EntityKind as K;
    if let Some(name) = bodies::named(slot, names, random) {
        return (name, Some(K::Organisation));
    }
    match slot {
        'P' => {
            let first = pick(&names.first, random);
            (
                format!("{first} {}", pick(&names.surname, random)),
                Some(K::Person),
            )
        }
        'S' => (pick(&names.surname, random).to_owned(), Some(K::Person)),
        'I' => {
            let initial = char::from(b'A' + random.below(25) as u8);
            (
                format!("{initial}. {}", pick(&names.surname, random)),
                Some(K::Person),
            )
        }
        'C' => (pick(&names.country, random).to_owned(), Some(K::Place)),
        'T' => (pick(&names.team, random).to_owned(), Some(K::Organisation)),
        'Y' => (pick(&names.city, random).to_owned(), Some(K::Organisation)),
        'L' | 'A' => (pick(&names.city, random).to_owned(), Some(K::Place)),
        'O' => (pick(&names.org, random).to_owned(), Some(K::Organisation)),
        'N' => (pick(&names.people, random).to_owned(), Some(K::Group)),
        'D' => {
            let days = [
                "Monday",
                "Tuesday",
                "Wednesday",
                "Thursday",
                "Friday",
                "Saturday",
                "Sunday",
            ];
            (days[random.below(7)].to_owned(), Some(K::Date))
        }
        'M' => {
            let months = ["Jan", "Feb", "March", "April", "Aug", "Sept", "Dec"];
            let day = random.below(28) + 1;
            (format!("{} {day}", months[random.below(7)]), Some(K::Date))
        }
        'J' => ((1900 + random.below(120)).to_string(), Some(K::Date)),
        '0' => (random.below(10).to_string(), None),
        '1' => ((random.below(400) + 60).to_string(), None),
        other => (other.to_string(), None),
    }
}

/// The text with signs beside words: `( 3 )` becomes `(3)`.
fn closed(text: &Text) -> Text {
    let mut closed = Text::default();
    let mut names = text.names.iter().copied().peekable();
    let signs: Vec<(usize, char)> = text.text.char_indices().collect();
    for (position, &(at, sign)) in signs.iter().enumerate() {
        if let Some(name) = names.peek_mut().filter(|name| name.start == at) {
            name.start = closed.text.len();
        }
        let before = position.checked_sub(1).map(|at| signs[at].1);
        let after = signs.get(position + 1).map(|next| next.1);
        let dropped = sign == ' '
            && (matches!(after, Some(')' | ',' | '.' | ':' | ';' | '\'')) || before == Some('('));
        if !dropped {
            closed.text.push(sign);
        }
        let end = at + sign.len_utf8();
        if let Some(name) = names.next_if(|name| name.end == end && name.start < closed.text.len())
        {
            closed.names.push(Name {
                end: closed.text.len(),
                ..name
            });
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let one = |name: &str| vec![name.to_owned()];
        Names {
            first: one("Ines"),
            surname: one("Quint"),
            city: one("Ferring"),
            country: one("Portugal"),
            people: one("Portuguese"),
            team: one("Ferring Rovers"),
            org: one("Acme"),
            region: one("Fenland"),
        }
    }

    #[test]
    fn names_stay_labelled_where_signs_close_up() {
        let form = "$P ( $C ) beat $0 - $S , $M .";
        for apart in [true, false] {
            let line = line(form, &names(), apart, &mut Random(3));
            let labelled = line
                .names
                .iter()
                .map(|name| &line.text[name.start..name.end]);
            let labelled: Vec<&str> = labelled.collect();
            assert_eq!(
                labelled[..3],
                ["Ines Quint", "Portugal", "Quint"],
                "{}",
                line.text
            );
            assert_eq!(line.text.contains("( "), apart);
        }
    }

    #[test]
    fn the_same_number_makes_the_same_page() {
        let texts = |page: &Document| page.texts.iter().map(|text| text.text.clone()).collect();
        let [one, two]: [Vec<Vec<String>>; 2] =
            [(); 2].map(|()| pages(&names(), 5).iter().map(texts).collect());
        assert_eq!(one, two);
    }
}
