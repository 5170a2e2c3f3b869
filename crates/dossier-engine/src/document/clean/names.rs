//! Who wrote: bylines and the names in them.

use super::lexicon::Cue;
use super::line::Line;
use super::outlet;
use crate::text::PARTICLES;

/// What stands before the names of those who wrote.
const BY: [&str; 34] = [
    "by",
    "written by",
    "words by",
    "story by",
    "text by",
    "report by",
    "reported by",
    "analysis by",
    "opinion by",
    "review by",
    "posted by",
    "von",
    "par",
    "por",
    "di",
    "door",
    "av",
    "af",
    "texte par",
    "propos recueillis par",
    "autor",
    "autora",
    "author",
    "authors",
    "автор",
    "texte",
    "text",
    "a cura di",
    "przez",
    "tekst",
    "yazan",
    "geschrieben von",
    "guest post by",
    "escrito por",
];

/// Words between names.
const BETWEEN: [&str; 11] = [
    "and", "und", "et", "y", "e", "en", "och", "og", "with", "i", "ja",
];

/// Words that begin with a capital and are hardly ever part of a person's name.
const NO_NAMES: [&str; 90] = [
    "the",
    "news",
    "world",
    "asia",
    "europe",
    "africa",
    "america",
    "middle",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "new",
    "united",
    "staff",
    "editorial",
    "board",
    "press",
    "times",
    "post",
    "team",
    "agency",
    "agencies",
    "service",
    "services",
    "special",
    "exclusive",
    "breaking",
    "live",
    "today",
    "video",
    "politics",
    "business",
    "sport",
    "sports",
    "opinion",
    "analysis",
    "culture",
    "science",
    "technology",
    "tech",
    "health",
    "money",
    "travel",
    "weather",
    "russia",
    "ukraine",
    "korea",
    "china",
    "japan",
    "war",
    "department",
    "ministry",
    "office",
    "government",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "most",
    "more",
    "read",
    "top",
    "related",
    "international",
    "national",
    "key",
    "findings",
    "network",
    "usa",
    "link",
    "icon",
    "article",
    "bookmark",
    "save",
    "share",
    "summary",
    "introduction",
    "overview",
    "highlights",
    "conclusion",
    "background",
];

/// The names in a byline and whether it says that it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// The people.
    pub names: Vec<String>,
    /// The place they write from, where it is said.
    pub place: Option<String>,
    /// The paper or agency they write for, where it is said.
    pub outlet: Option<String>,
}

/// Reads a line that begins as a byline does: `By …`, `Von …`, `Autor: …`.
pub fn byline(text: &str) -> Option<Byline> {
    if text.len() > 240 {
        return None;
    }
    let lower = text.to_lowercase();
    let mut best: Option<usize> = None;
    for by in BY {
        let Some(rest) = lower.strip_prefix(by) else {
            continue;
        };
        let parted = rest.starts_with([' ', ':', '\u{a0}']);
        // A language's "by" is told from a name by what follows it; lower case would be a sentence.
        if parted && rest.len() > 1 && lower.len() == text.len() {
            best = best.max(Some(by.len()));
        }
    }
    let best = best.or_else(|| behind_kind(text))?;
    let rest = text.get(best..)?.trim_start_matches([':', ' ', '\u{a0}']);
    let found = people(rest)?;
    (!found.names.is_empty() || found.outlet.is_some()).then_some(found)
}

/// Where the names begin behind the kind of a text: `Critical Questions by Ann Ash`.
fn behind_kind(text: &str) -> Option<usize> {
    const KINDS: [&str; 16] = [
        "questions",
        "commentary",
        "comment",
        "analysis",
        "opinion",
        "column",
        "essay",
        "report",
        "review",
        "interview",
        "explainer",
        "feature",
        "perspective",
        "briefing",
        "dispatch",
        "photographs",
    ];
    let at = text.find(" by ")?;
    let mut words = text[..at].split_whitespace();
    let named = words.clone().count() <= 3
        && words
            .clone()
            .all(|word| word.starts_with(char::is_uppercase));
    let kind = words.next_back()?.to_lowercase();
    (named && KINDS.contains(&kind.as_str())).then_some(at + " by ".len())
}

/// Reads names that stand in a line without saying that they wrote: `Ann Ash in Seoul and Bo Birch`.
pub fn people(text: &str) -> Option<Byline> {
    let mut found = Byline::default();
    let text = text.trim_end_matches(['|', '.', ' ', ',', ';']);
    for part in parts(text) {
        let part = part.trim().trim_start_matches("By ").trim();
        // `Ann Ash (5 News)`
        let part = part.split(" (").next().unwrap_or(part);
        if part.is_empty() {
            continue;
        }
        let (name, rest) = name_and_rest(part);
        let (name, rest) = name_before_role(part).unwrap_or((name, rest));
        if is_name(name) {
            found.names.push(if Line::new(name).is_capitals() {
                outlet::title_case(name)
            } else {
                name.to_owned()
            });
            let mut words = rest.split_whitespace();
            match words.next() {
                Some(word) if word.eq_ignore_ascii_case("in") => {
                    let place: Vec<&str> = words.collect();
                    found.place.get_or_insert(place.join(" "));
                }
                Some(word)
                    if word.eq_ignore_ascii_case("for") || word.eq_ignore_ascii_case("of") =>
                {
                    let outlet: Vec<&str> = words.collect();
                    found.outlet.get_or_insert(outlet.join(" "));
                }
                None => {}
                Some(_) if Line::new(rest).cues.has(Cue::Role) => {}
                Some(_) => return None,
            }
        } else if let Some(known) = outlet::known(part) {
            found.outlet.get_or_insert(known.to_owned());
        } else if outlet::has_shape(part) {
            found.outlet.get_or_insert(part.to_owned());
        } else if Line::new(part).cues.has(Cue::Role)
            || found.names.is_empty()
                && part.split_whitespace().count() == 1
                && BETWEEN.contains(&part)
            || part.starts_with("in ")
        {
            // What they are, or where: `The Harbour Times staff`.
            let house = part
                .rsplit_once(' ')
                .and_then(|(house, _)| outlet::known(house));
            if let Some(house) = house {
                found.outlet.get_or_insert(house.to_owned());
            }
        } else if found.names.is_empty()
            || part.split_whitespace().count() > 4
            || !part.starts_with(char::is_uppercase)
        {
            return None;
        }
    }
    Some(found)
}

/// Parts a list of people at commas, strokes and words such as `and`.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in text.split_whitespace() {
        if BETWEEN.contains(&word.to_lowercase().as_str())
            && (word.chars().all(char::is_lowercase)
                || Line::new(text).is_capitals() && word.len() > 1)
            || matches!(
                word,
                "&" | "|" | "-" | "\u{2013}" | "\u{2014}" | "\u{b7}" | "\u{2022}" | "/"
            )
        {
            parts.push(String::new());
            continue;
        }
        let ends = word.ends_with([',', ';', '|']);
        if let Some(last) = parts.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word.trim_end_matches([',', ';', '|']));
        }
        if ends {
            parts.push(String::new());
        }
    }
    parts
}

/// Whether all words of a label are those of sections: `World News`.
pub fn is_section(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.clone().next().is_some()
        && words.all(|word| NO_NAMES.contains(&word.to_lowercase().as_str()))
}

/// The words up to the first in lower case that is no particle, and the rest.
fn name_and_rest(part: &str) -> (&str, &str) {
    let mut end = 0;
    let capitals = Line::new(part).is_capitals();
    for word in part.split_whitespace() {
        let at = word.as_ptr() as usize - part.as_ptr() as usize;
        let lower = word.to_lowercase();
        let stops = matches!(lower.as_str(), "in" | "for" | "at" | "from" | "of")
            && (capitals || word.starts_with(char::is_lowercase))
            || word.starts_with('(');
        let small = word.starts_with(char::is_lowercase)
            && !PARTICLES.contains(word)
            && !word.starts_with("al-")
            && !word.starts_with("d'");
        if stops || small {
            break;
        }
        end = at + word.len();
    }
    (part[..end].trim(), part[end..].trim())
}

/// A name that its role follows without a comma: `Ann Ash North of England correspondent`.
fn name_before_role(part: &str) -> Option<(&str, &str)> {
    let last = part.split_whitespace().next_back()?;
    let role = Line::new(last).cues.has(Cue::Role);
    if !role || part.split_whitespace().count() < 3 {
        return None;
    }
    let ends = part.match_indices(' ').map(|(at, _)| at);
    let names = ends.filter(|&at| is_name(&part[..at])).take(2);
    // The shortest: the words behind it are those of the role.
    names.min().map(|at| (&part[..at], part[at..].trim()))
}

/// Whether a text has the shape of a person's name.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    if !(2..=5).contains(&words.len()) || text.len() > 60 {
        return false;
    }
    let good = |word: &&str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '\u{2019}' | '-'));
        let cased = word.starts_with(char::is_uppercase)
            || PARTICLES.contains(word)
            || word.starts_with("al-")
            || word.starts_with("d'");
        letters && cased && !NO_NAMES.contains(&word.to_lowercase().as_str())
    };
    let last = words
        .last()
        .is_some_and(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 1);
    let line = Line::new(text);
    words.iter().all(good)
        && last
        && !line.cues.has(Cue::Role)
        && !line.cues.all_menu
        && outlet::known(text).is_none()
        && !outlet::has_shape(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        byline(text).unwrap_or_default().names
    }

    #[test]
    fn bylines_are_read_in_many_forms() {
        assert_eq!(names("By Ann Ash and Bo Birch"), ["Ann Ash", "Bo Birch"]);
        assert_eq!(
            names("BY KIM TONG-HYUNG AND JIM HEINTZ"),
            ["Kim Tong-Hyung", "Jim Heintz"]
        );
        assert_eq!(
            names("By Ann Ash, Bo Birch and Cy Cedar, CNN"),
            ["Ann Ash", "Bo Birch", "Cy Cedar"]
        );
        assert_eq!(
            names("Von Jürgen von der Heide, Berlin"),
            ["Jürgen von der Heide"]
        );
        assert_eq!(
            names("Par Élise Dupont et Marc Petit"),
            ["Élise Dupont", "Marc Petit"]
        );
        assert_eq!(names("By Ann Ash, Seoul correspondent"), ["Ann Ash"]);
        assert_eq!(names("By Ann Ash for The Harbour Times"), ["Ann Ash"]);
    }

    #[test]
    fn a_sentence_is_no_byline() {
        assert_eq!(byline("By Monday the talks had failed"), None);
        assert_eq!(byline("By the time he came it was over"), None);
        assert_eq!(byline("Von dort ging es weiter"), None);
    }

    #[test]
    fn places_and_papers_stand_beside_names() {
        let found = people("Ann Ash in Seoul and agencies").unwrap();
        assert_eq!(
            (found.names.len(), found.place.as_deref()),
            (1, Some("Seoul"))
        );
        assert_eq!(
            byline("By Reuters").unwrap().outlet.as_deref(),
            Some("Reuters")
        );
        assert!(
            !is_name("North Korea")
                && !is_name("Seoul Correspondent")
                && is_name("Michelle Ye Hee Lee")
        );
    }
}
