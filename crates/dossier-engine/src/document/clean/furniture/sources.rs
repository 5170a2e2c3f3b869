//! Lines that say where a text and its pictures come from, and who made them.

use super::super::lexicon::Cue;
use super::super::line::{Line, begins_with_any};
use super::super::{picture, when};
use super::{Verdict, likely, sure};
use crate::document::AsideKind;

pub(super) fn picture_line(line: &Line) -> Option<Verdict> {
    (picture::is_credit(line) || picture::is_caption(line)).then_some(Verdict {
        kind: AsideKind::Caption,
        sure: true,
    })
}

const NOTES: [&str; 8] = [
    "adds", "updates", "recasts", "corrects", "attn", "removes", "rewrites", "repeats",
];

/// Who reported and edited, and where the text comes from.
pub(super) fn desk(line: &Line) -> Option<Verdict> {
    let text = line
        .text
        .trim_start_matches(['(', '[', '-', '\u{2013}', '\u{2014}', '*', ' ']);
    let cues = line.cues;
    // Notes of an agency to its customers, and who reported from where.
    let noted =
        line.text.starts_with(['(', '[']) && line.text.ends_with([')', ']']) && line.count <= 20;
    if noted && line.words.first().is_some_and(|word| NOTES.contains(&word)) {
        return Some(sure(AsideKind::Source));
    }
    let from = line
        .words
        .iter()
        .take(6)
        .position(|word| word == "reported")
        .and_then(|at| line.words.get(at + 1))
        .is_some_and(|word| word == "from");
    if from && line.upper * 2 >= line.lower && line.count <= 40 {
        return Some(likely(AsideKind::Source));
    }
    let drawn = (line.has("information") || line.has("material"))
        && line.has("this")
        && ["report", "story", "article"]
            .iter()
            .any(|word| line.has(word))
        && (line.has("came") || line.has("used") || line.has("provided"));
    if drawn && line.count <= 25 && !line.reports() {
        return Some(sure(AsideKind::Source));
    }
    if cues.begins(Cue::Desk) && line.count <= 70 {
        return Some(sure(AsideKind::Source));
    }
    if cues.has(Cue::Desk)
        && line.count <= 45
        && (line.has("contributed") || line.has("reporting") || line.has("editing"))
        && !line.has("allegedly")
    {
        return Some(sure(AsideKind::Source));
    }
    let labelled = text.split_once(':').is_some_and(|(label, rest)| {
        let label = Line::new(label);
        label.count <= 2 && label.cues.begins(Cue::Origin) && !rest.trim().is_empty()
    });
    if labelled && line.count <= 20 {
        return Some(sure(AsideKind::Source));
    }
    if line.count <= 50 && is_note_on_origin(line) {
        return Some(sure(AsideKind::Source));
    }
    // `dh/lo (AP, Reuters)`: the initials of those on the desk.
    let mut parts = line.text.splitn(2, ' ');
    let initials = parts.next().unwrap_or_default();
    let shaped = initials.contains('/')
        && initials.split('/').all(|part| {
            (1..=4).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        });
    if shaped
        && parts
            .next()
            .is_some_and(|rest| rest.starts_with('(') && rest.ends_with(')'))
    {
        return Some(sure(AsideKind::Source));
    }
    None
}

/// Whether a line says where the text was published before, or in which other form.
fn is_note_on_origin(line: &Line) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "the article you are reading",
        "this ",
        "a version of this",
        "(this ",
        "(except",
        "except for the headline",
        "republished",
        "originally published",
        "first published",
        "edited by",
        "the story has been",
        "\u{a9}",
    ];
    const SAID: [&str; 13] = [
        "originally published",
        "first published",
        "first appeared",
        "originally appeared",
        "republished from",
        "republished with",
        "republished under",
        "appears in print",
        "appeared in print",
        "syndicated feed",
        "has not been edited",
        "a version of this article",
        "auto-generated from",
    ];
    if !begins_with_any(&line.text, &BEGINNINGS) {
        return false;
    }
    let lower = line.text.to_lowercase();
    SAID.iter().any(|phrase| lower.contains(phrase))
        && (line.count > 6 || !when::dates(&line.text).is_empty())
}

/// Ways to reach somebody.
pub(super) fn contact(line: &Line) -> Option<Verdict> {
    if line.count > 32 {
        return None;
    }
    let at = line.text.contains('@');
    let mut words = line.text.split_whitespace();
    let address = at
        && words.any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        });
    let mut words = line.text.split([' ', '(']);
    let handle = at
        && words.any(|word| {
            word.strip_prefix('@').is_some_and(|name| {
                name.len() > 2 && name.starts_with(|c: char| c.is_alphanumeric())
            })
        });
    if address
        && (line.count <= 3 || line.cues.has(Cue::Contact) || line.cues.has(Cue::Role))
        && !(line.is_prose() && line.reports())
    {
        return Some(sure(AsideKind::Author));
    }
    if handle
        && (line.cues.has(Cue::Contact)
            || line.count <= 3
            || line.text.starts_with(['\u{2014}', '\u{2013}', '-']))
        && !line.reports()
    {
        return Some(sure(AsideKind::Author));
    }
    let follow = line.begins(&["follow"])
        && (line.cues.has(Cue::Platform) || line.has("coverage") || line.text.contains("http"));
    let told = (line.begins(&["contact"])
        || line.begins(&["media", "contact"])
        || line.begins(&["press", "contact"]))
        && line.text.contains(':')
        && line.count <= 20;
    let tip = line.begins(&["got", "a"]) && line.has("tip")
        || line.begins(&["have", "you", "got"])
        || line.begins(&["do", "you", "have"]) && (line.has("tip") || line.has("story"));
    if follow && line.count <= 25 && !line.reports() || told || tip {
        Some(sure(AsideKind::Author))
    } else {
        None
    }
}

/// A note on the author. Only its place makes it sure.
pub(super) fn author(line: &Line) -> Option<Verdict> {
    if !(3..=75).contains(&line.count) || line.reports() {
        return None;
    }
    if line.count <= 6 && line.has("note") && line.has("author") {
        return Some(sure(AsideKind::Author));
    }
    let text = line
        .text
        .strip_prefix("About the author")
        .unwrap_or(&line.text);
    let mut words = text.split_whitespace();
    let name = words
        .by_ref()
        .take_while(|word| word.starts_with(char::is_uppercase))
        .count();
    let verbs = [
        "is", "was", "covers", "reports", "writes", "has", "joined", "works", "leads", "serves",
    ];
    let verb = text
        .split_whitespace()
        .nth(name)
        .is_some_and(|verb| verbs.contains(&verb));
    if !verb || !(2..=4).contains(&name) || line.sentences() > 5 {
        return None;
    }
    let employed = line.cues.has(Cue::Role)
        && [
            "covers",
            "covering",
            "based",
            "for",
            "at",
            "joined",
            "reporting",
            "reports",
            "writes",
            "specializing",
            "specialising",
            "focusing",
            "author",
        ]
        .iter()
        .any(|word| line.has(word));
    let place = line.has("covers")
        || line.has("covering")
        || line.has("based")
        || line.has("writes")
        || line.has("joined");
    if employed || line.cues.has(Cue::Role) && place {
        Some(likely(AsideKind::Author))
    } else {
        None
    }
}
