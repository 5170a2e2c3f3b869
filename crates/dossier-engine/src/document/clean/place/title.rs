//! The headline: which line of the head it is.

use std::collections::BTreeSet;

use super::super::furniture::verdict;
use super::super::lexicon::Cue;
use super::super::line::{End, Line};
use super::super::{names, outlet, when};
use super::head::{is_dated_label, segments};
use super::{LONGEST_HEAD, Page};
use crate::document::BlockKind;
use crate::text::WordList;

/// Words that headlines of any matter have.
static COMMON: WordList = WordList::new(
    "a an the of to in on at by for with from and or but not no as is are was were be been has have had \
    its his her their our it he she they we you this that these those what who why how when where which \
    more most new over into after before out up off about than then can could will would may might says \
    said say one two three first story news day days week year years time here there all some just now",
);

/// How many paragraphs tell what an article is about.
const TELLING: usize = 12;

impl Page {
    /// The headline: the first line of the head that has the length of one.
    pub(super) fn title(&self, end: usize) -> Option<usize> {
        let marked = (0..self.parts.len().min(LONGEST_HEAD))
            .find(|&at| self.parts[at].piece.kind == Some(BlockKind::Heading(1)));
        if marked.is_some() {
            return marked;
        }
        let can_be = |at: &usize| {
            let part = &self.parts[*at];
            let line = &part.line;
            let ended =
                line.end == End::Sentence && line.text.ends_with('.') && !line.text.ends_with("..")
                    || line.end == End::Colon;
            self.is_body(*at)
                && !ended
                && !is_dated_label(line)
                && line.count <= 32
                && (line.count >= 2 || !line.text.is_ascii())
                && !when::is_date_line(&line.text)
                && names::byline(&line.text).is_none()
                && !line.continues()
        };
        let candidates: Vec<usize> = (0..end).filter(can_be).collect();
        let is_long = |&at: &usize| {
            let line = &self.parts[at].line;
            let wide = line.upper + line.lower == 0 && line.text.chars().count() >= 8;
            (line.count >= 4 || wide)
                && outlet::known(&line.text).is_none()
                && !outlet::has_shape(&line.text)
                && !is_row_of_tags(&line.text)
                && !(line.count <= 6 && segments(&line.text).into_iter().any(names::is_section))
                && !is_of_page(&line.text)
                && !is_of_series(line)
                && !self.leads_to(at, &candidates)
        };
        let longs: Vec<usize> = candidates.iter().copied().filter(is_long).collect();
        let long = self.said_twice(&longs).or_else(|| self.told_of(&longs));
        let short = candidates.iter().copied().find(|&at| {
            let line = &self.parts[at].line;
            outlet::known(&line.text).is_none()
                && !outlet::has_shape(&line.text)
                && !line.cues.has(Cue::Role)
        });
        // A motto stands above a label, a headline does not.
        let behind_label = long
            .filter(|&first| self.parts[first].line.count <= 5)
            .and_then(|first| {
                let long = |&at: &usize| at > first + 1 && self.parts[at].line.count >= 5;
                let below = candidates.iter().copied().find(long)?;
                let labels = (first + 1..below)
                    .filter(|&at| self.is_body(at))
                    .all(|at| self.parts[at].line.count <= 3);
                (labels && self.is_body(below - 1)).then_some(below)
            });
        behind_label.or(long).or(short)
    }

    /// A line that stands there again before the article: above the picture and below it.
    fn said_twice(&self, candidates: &[usize]) -> Option<usize> {
        let words = |at: usize| &self.parts[at].line.words;
        let last = self.parts.len().min(LONGEST_HEAD);
        let again = |&line: &usize| {
            words(line).len() >= 5 && (line + 1..last).any(|other| words(other) == words(line))
        };
        candidates.iter().copied().find(again)
    }

    /// Of lines that may be the headline the first, unless the article has none of its words and
    /// some of those of a later one: that of another article may stand above.
    fn told_of(&self, candidates: &[usize]) -> Option<usize> {
        let first = *candidates.first()?;
        let paragraphs = self.parts.iter().filter(|part| part.line.is_prose());
        let told: BTreeSet<&str> = paragraphs
            .take(TELLING)
            .flat_map(|part| part.line.words.iter().map(beginning))
            .collect();
        let shared = |at: usize| {
            let words = self.parts[at].line.words.iter();
            words
                .filter(|word| !COMMON.contains(word) && told.contains(beginning(word)))
                .count()
        };
        if shared(first) > 0 {
            return Some(first);
        }
        let later = candidates.iter().copied().find(|&at| shared(at) >= 2);
        later.or(Some(first))
    }

    /// Whether a line leads to another one below it: a path of sections that ends with its text.
    fn leads_to(&self, at: usize, candidates: &[usize]) -> bool {
        let text = &self.parts[at].line.text;
        candidates.iter().any(|&other| {
            let whole = &self.parts[other].line.text;
            text.len() > whole.len() && self.parts[other].line.count >= 4 && text.ends_with(whole)
        })
    }
}

/// The beginning of a word, which its forms have in common: five characters at most.
fn beginning(word: &str) -> &str {
    let word = word.split('\'').next().unwrap_or(word);
    word.char_indices()
        .nth(5)
        .map_or(word, |(end, _)| &word[..end])
}

/// Whether a line names the paper beside a button: `The Harbour Times - Back to home`.
fn is_of_page(text: &str) -> bool {
    // `THE WEEKLY in English`
    if text.ends_with(" in English") && text.split_whitespace().count() <= 5 {
        return true;
    }
    let is_own = |part: &str| {
        outlet::known(part).is_some()
            || outlet::has_shape(part)
            || verdict(&Line::new(part)).is_some()
    };
    [" - ", " \u{2013} ", " | "].iter().any(|mark| {
        text.split_once(mark)
            .is_some_and(|(before, after)| is_own(before) && is_own(after))
    })
}

/// Whether a line is the label of a series: `Occasional Paper No. 47`, `Volume 3, Issue 2`.
pub(super) fn is_of_series(line: &Line) -> bool {
    const SERIES: [&str; 13] = [
        "paper", "brief", "briefing", "report", "volume", "vol", "issue", "memo", "note", "series",
        "bulletin", "document", "edition",
    ];
    let numbered = line
        .words
        .last()
        .is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let counted = line.has("no")
        || line
            .words
            .first()
            .is_some_and(|word| SERIES.contains(&word));
    numbered && counted && line.count <= 7 && line.words.iter().any(|word| SERIES.contains(&word))
}

/// Whether a line has nothing but names of sections or tags: `News Feed, North Korea, War`.
fn is_row_of_tags(text: &str) -> bool {
    let is_tag = |tag: &str| {
        let mut words = tag.split_whitespace();
        (1..=3).contains(&words.clone().count())
            && words.all(|word| word.starts_with(char::is_uppercase))
    };
    text.matches(", ").count() >= 2 && text.split(", ").all(is_tag)
}
