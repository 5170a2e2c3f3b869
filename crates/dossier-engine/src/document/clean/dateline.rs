//! The dateline of an agency's text: places, date and agency before the first sentence.

use super::outlet;
use super::when;
use crate::date::PartialDate;

/// How far a dateline may reach, in bytes.
const LONGEST: usize = 120;

/// What stands before the first sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The places, as they are written otherwise: `Moscow`.
    pub places: Vec<String>,
    /// The agency.
    pub agency: Option<String>,
    /// Day and month.
    pub day: Option<(u8, u8)>,
    /// The whole date, where a year is given.
    pub date: Option<PartialDate>,
    /// The dateline as it stands there.
    pub text: String,
}

/// Reads the dateline at the start of a paragraph.
pub fn read(text: &str) -> Option<Dateline> {
    // `(ANSA) - VENEZIA, 24 APR - …`: the agency comes first.
    if let Some((inside, rest)) = text
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") - "))
        && let Some(known) = outlet::known(inside)
    {
        let line = read_places(rest).unwrap_or_default();
        return Some(Dateline {
            agency: Some(known.to_owned()),
            ..line
        });
    }
    place_and_colon(text).or_else(|| read_places(text))
}

/// Cities from which papers report that set a colon behind them.
const CITIES: [&str; 60] = [
    "Abu Dhabi",
    "Ankara",
    "Athens",
    "Auckland",
    "Baghdad",
    "Bangkok",
    "Beijing",
    "Beirut",
    "Berlin",
    "Bogota",
    "Brasilia",
    "Brussels",
    "Buenos Aires",
    "Cairo",
    "Canberra",
    "Damascus",
    "Delhi",
    "Dhaka",
    "Doha",
    "Dubai",
    "Dublin",
    "Geneva",
    "Hanoi",
    "Helsinki",
    "Hong Kong",
    "Islamabad",
    "Istanbul",
    "Jakarta",
    "Jerusalem",
    "Johannesburg",
    "Kabul",
    "Kathmandu",
    "Kyiv",
    "Lagos",
    "Lima",
    "London",
    "Madrid",
    "Manila",
    "Melbourne",
    "Mexico City",
    "Moscow",
    "Mumbai",
    "Nairobi",
    "New Delhi",
    "New York",
    "Oslo",
    "Ottawa",
    "Paris",
    "Prague",
    "Pyongyang",
    "Rome",
    "Seoul",
    "Shanghai",
    "Singapore",
    "Stockholm",
    "Sydney",
    "Tokyo",
    "Vienna",
    "Warsaw",
    "Washington",
];

/// `Seoul: The leaders met.`
fn place_and_colon(text: &str) -> Option<Dateline> {
    let (place, rest) = text.split_once(": ")?;
    let city = CITIES.iter().find(|city| **city == place)?;
    let begins = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '\u{201c}'));
    begins.then(|| Dateline {
        places: vec![(*city).to_owned()],
        text: (*city).to_owned(),
        ..Dateline::default()
    })
}

fn read_places(text: &str) -> Option<Dateline> {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let (at, mark) = separator(head)?;
    let before = &head[..at];
    let after = head[at + mark.len()..].trim_start_matches(['-', '\u{2014}', '\u{2013}', ' ', ')']);
    let begins = after.chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(
                c,
                '"' | '\u{201c}' | '\'' | '\u{2018}' | '\u{201e}' | '\u{ab}'
            )
            || !c.is_lowercase() && c.is_alphabetic()
    });
    if !begins {
        return None;
    }
    let mut line = Dateline {
        text: before.trim().to_owned(),
        date: when::dates(before).first().map(|dated| dated.date),
        ..Dateline::default()
    };
    let mut places = before.trim().to_owned();
    if let Some(open) = places.find('(') {
        let inside: String = places[open + 1..]
            .chars()
            .take_while(|c| *c != ')')
            .collect();
        line.agency = Some(agency(&inside)?);
        places.truncate(open);
    } else if let Some(open) = places
        .find(" /")
        .or_else(|| places.starts_with('/').then_some(0))
    {
        line.agency = Some(agency(places[open..].trim_matches([' ', '/', '.']))?);
        places.truncate(open);
    } else if let Some((place, last)) = places.rsplit_once(' ')
        && outlet::known(last).is_some()
        && last.chars().all(char::is_uppercase)
    {
        line.agency = outlet::known(last).map(str::to_owned);
        places = place.to_owned();
    } else if let Some(known) = outlet::known(&places) {
        line.agency = Some(known.to_owned());
        places.clear();
    }
    let sure = line.agency.is_some();
    let mut first = true;
    for part in places.trim_matches([' ', ',', '.', '/']).split([',', ';']) {
        let part = part.trim().trim_end_matches('.');
        if let Some(day) =
            when::day_and_month(part.trim_start_matches("le ").trim_start_matches("den "))
        {
            line.day = Some(day);
        } else if let Some(dated) = when::dates(part).first() {
            line.day = dated.date.day.zip(dated.date.month);
        } else if first {
            for place in part.split('/').flat_map(|part| part.split(" and ")) {
                line.places.push(place_name(
                    place.trim(),
                    sure || mark.contains(['\u{2014}', '\u{2013}'])
                        && after.starts_with(char::is_uppercase),
                )?);
            }
        } else if part.split_whitespace().count() > 4
            || part
                .chars()
                .any(|c| c.is_ascii_digit() && line.day.is_none())
                && !part.trim().bytes().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        first = false;
    }
    line.places.retain(|place| !place.is_empty());
    (!line.places.is_empty() || line.agency.is_some()).then_some(line)
}

/// Where a dateline ends, and the mark that ends it.
fn separator(head: &str) -> Option<(usize, &'static str)> {
    let marks = [
        " - ",
        " \u{2013} ",
        " \u{2014} ",
        " -- ",
        "\u{2014}",
        "\u{2013} ",
        "/. ",
        ") \u{2014}",
        ")\u{2014}",
        ") -",
        " | ",
        ". \u{2014} ",
    ];
    // Most sentences have nothing of which one of them could be.
    if !head.contains(['-', '\u{2013}', '\u{2014}', '/', '|', ')']) {
        return None;
    }
    // `Mumbai, Sep 19 (PTI) Prices rose`: no dash behind a known agency.
    let bare = head.find(") ").filter(|&at| {
        head[..at]
            .rfind('(')
            .is_some_and(|open| outlet::known(&head[open + 1..at]).is_some())
    });
    marks
        .iter()
        .filter_map(|mark| Some((head.find(mark)?, *mark)))
        .chain(bare.map(|at| (at, ") ")))
        .min()
}

/// An agency as it stands in brackets.
fn agency(text: &str) -> Option<String> {
    let text = text.trim();
    let words = text.split_whitespace().count();
    let shaped =
        (1..=4).contains(&words) && text.chars().any(char::is_uppercase) && text.len() <= 40;
    outlet::known(text)
        .map(str::to_owned)
        .or_else(|| shaped.then(|| text.to_owned()))
        .or_else(|| (text == "dpa").then(|| text.to_owned()))
}

/// A place, where the text has the shape of one: capitals, or a few words when the rest of the
/// dateline is sure.
fn place_name(text: &str, sure: bool) -> Option<String> {
    if text.is_empty() {
        return sure.then(String::new);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let shaped = words.len() <= 4
        && text
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '\u{2019}' | '.'));
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 3 && text.chars().all(|c| !c.is_lowercase());
    let titled = words.iter().all(|word| {
        word.starts_with(char::is_uppercase) || matches!(*word, "de" | "la" | "of" | "am" | "el")
    });
    let common = [
        "what",
        "who",
        "why",
        "how",
        "when",
        "where",
        "the",
        "a",
        "is",
        "are",
        "on",
        "analysis",
        "opinion",
        "update",
        "exclusive",
        "breaking",
        "factbox",
        "explainer",
        "watch",
        "q",
        "monday",
        "video",
    ];
    let plain = words
        .iter()
        .any(|word| common.contains(&word.to_lowercase().as_str()));
    if !shaped || plain {
        return None;
    }
    if capitals {
        Some(outlet::title_case(text))
    } else if sure && titled && words.len() <= 3 {
        Some(text.to_owned())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<String> {
        read(text).unwrap_or_default().places
    }

    #[test]
    fn datelines_are_read_as_agencies_write_them() {
        let line =
            read("MOSCOW/SEOUL, Sept 11 (Reuters) - Vladimir Putin has invited Kim.").unwrap();
        assert_eq!(line.places, ["Moscow", "Seoul"]);
        assert_eq!(
            (line.agency.as_deref(), line.day),
            (Some("Reuters"), Some((11, 9)))
        );
        assert_eq!(
            places("SEOUL, South Korea (AP) — The leaders met."),
            ["Seoul"]
        );
        assert_eq!(places("TOKYO — Japan said so."), ["Tokyo"]);
        assert_eq!(places("Seoul: The leaders met."), ["Seoul"]);
        assert_eq!(
            places("Seoul, South Korea CNN — The leaders met."),
            ["Seoul"]
        );
        assert_eq!(places("Moskau (dpa) – Der Kreml teilte mit."), ["Moskau"]);
        assert_eq!(
            read("MOSCOW, September 11. /TASS/. The talks go on.")
                .unwrap()
                .agency
                .as_deref(),
            Some("TASS")
        );
        assert_eq!(
            places("SEOUL, Sept. 12 (Yonhap) -- The ministry said."),
            ["Seoul"]
        );
        assert_eq!(
            read("CNN — The leaders met.").unwrap().agency.as_deref(),
            Some("CNN")
        );
    }

    #[test]
    fn a_sentence_with_a_dash_has_no_dateline() {
        assert_eq!(read("The talks - the first in years - failed."), None);
        assert_eq!(
            read("Kim Jong Un — the leader of North Korea — came by train."),
            None
        );
        assert_eq!(read("Seoul: what to see"), None);
        assert_eq!(read("Analysis: The leaders met."), None);
        assert_eq!(read("WHAT TO KNOW — Five things."), None);
    }
}
