//! Lines that ask something of the reader: to sign up, to pay, to accept, to comment.

use super::super::lexicon::Cue;
use super::super::line::{End, Line, begins_with_any};
use super::{Verdict, sure};
use crate::document::AsideKind;

const GATES: [&str; 12] = [
    "réservé aux abonnés",
    "subscribers only",
    "subscriber only",
    "subscriber-only",
    "for subscribers",
    "premium content",
    "exclusive to subscribers",
    "nur für abonnenten",
    "para suscriptores",
    "riservato agli abbonati",
    "exclusivo para assinantes",
    "voor abonnees",
];

/// What an offer says of itself.
const GIVES: [&str; 4] = ["gives you", "brings you", "bring you the", "brought to you"];

/// How an invitation begins.
const URGES: [&[&str]; 4] = [
    &["subscribe"],
    &["sign", "up"],
    &["stay", "informed"],
    &["stay", "updated"],
];

/// Offers to sign up, subscribe or give.
pub(super) fn offer(line: &Line) -> Option<Verdict> {
    let cues = line.cues;
    if line.count > 110 || line.reports() && line.is_prose() && !cues.has(Cue::Letter) {
        return None;
    }
    let quoted = line
        .text
        .starts_with(['"', '\u{201c}', '\u{201e}', '\u{ab}', '\u{2018}']);
    let reader = cues.has(Cue::Reader) && !quoted;
    let joins = joins_at_a_start(line);
    let letter = cues.has(Cue::Letter);
    let short = line.count <= 12 && !quoted;
    let invited = joins
        && (letter && !quoted
            || reader && cues.has(Cue::Offer)
            || cues.has(Cue::Offer) && line.count <= 25 && !line.is_prose());
    let sent = letter && reader && line.count <= 60 && !line.reports();
    let asked = cues.has(Cue::Support) && (reader || line.has("consider")) && !line.reports();
    let alone = short
        && joins
        && (line.end != End::Sentence || line.count <= 4)
        && (cues.all_menu || reader || cues.begins(Cue::Join) && line.count <= 4);
    let given = cues.begins(Cue::Support) && line.count <= 14 && line.end == End::Open;
    let wanted = line.begins(&["want", "more"]) && line.text.contains('?') && line.count <= 40;
    let pitched = line.begins(&["our"])
        && reader
        && line.count <= 40
        && ["email", "newsletter", "briefing", "digest"]
            .iter()
            .any(|word| line.has(word))
        && (line.has("you") || line.has("your"));
    let gate = pitched
        || line.count <= 8 && {
            let lower = line.text.to_lowercase();
            GATES.iter().any(|gate| lower.contains(gate))
        };
    let doors = ["log", "sign", "register", "subscribe"];
    let brought = GIVES.iter().any(|gives| line.text.contains(gives))
        && ["latest", "all", "our"].iter().any(|word| line.has(word))
        && line.count <= 60;
    let cheered = line.begins(&["support"]) && line.text.ends_with('!') && line.count <= 6;
    let metered = (line.begins(&["you", "have", "read"]) || line.begins(&["you've", "read"]))
        && line.has("articles");
    let urged = URGES.iter().any(|urge| line.begins(urge)) && line.count <= 40;
    let playful = line.begins(&["need", "a", "break"]) && line.count <= 20;
    let chooses = joins
        && line.count <= 15
        && !line.reports()
        && doors.iter().filter(|door| line.has(door)).count() >= 2;
    let for_subscribers = gate
        || short
            && letter
            && !line.is_running()
            && (line.has("only")
                || line.has("exclusive")
                || line.has("newsletter")
                || line.has("newsletters"));
    if invited
        || sent
        || asked
        || alone
        || chooses
        || metered
        || (brought || cheered || urged || playful) && !quoted && !line.reports()
        || (given || wanted) && !line.reports()
        || for_subscribers
    {
        Some(sure(AsideKind::SignUp))
    } else {
        None
    }
}

/// Whether a sentence or clause of the line begins with an invitation, or the reader is invited
/// within one ("please subscribe", "you can sign up").
fn joins_at_a_start(line: &Line) -> bool {
    if line.cues.begins(Cue::Join) {
        return true;
    }
    line.cues.has(Cue::Join)
        && line
            .text
            .split([
                '.', '!', '?', ':', '|', '\u{2013}', '\u{2014}', '\u{b7}', '(',
            ])
            .skip(1)
            .any(|clause| Line::new(clause.trim()).cues.begins(Cue::Join))
        || line.cues.has(Cue::Join) && line.cues.has(Cue::Reader) && !line.reports()
}

/// What is said of those who wrote, so that nobody takes it for more.
const DISCLOSES: [&str; 5] = [
    "do not work for, consult",
    "does not work for, consult",
    "solely those of the author",
    "not necessarily reflect the",
    "not necessarily represent the",
];

/// Of what it is said.
const WHOSE: [&str; 6] = [
    "views",
    "opinions",
    "author",
    "authors",
    "company",
    "positions",
];

/// Cookies, rights, terms.
pub(super) fn legal(line: &Line) -> Option<Verdict> {
    let copyright = begins_with_any(&line.text, &["\u{a9}", "(c) "])
        || begins_with_any(&line.text, &["copyright"])
            && line.text.chars().any(|c| c.is_ascii_digit());
    if copyright && line.count <= 45 {
        return Some(sure(AsideKind::Legal));
    }
    let cues = line.cues;
    let mailed = line.begins(&["you", "received", "this"])
        || line.begins(&["you", "are", "receiving", "this"])
        || line.begins(&["to", "unsubscribe"]);
    let edited = line.begins(&["this", "page", "was", "last"])
        || line.begins(&["text", "is", "available", "under"])
        || line.begins(&["for", "information", "media"])
        || line.begins(&["based", "on", "facts"])
        || line.begins(&["if", "you", "are"]) && line.text.contains("please note")
        || line.begins(&["disclosure", "statement"])
        || DISCLOSES.iter().any(|phrase| line.text.contains(phrase))
            && WHOSE.iter().any(|word| line.has(word))
            && !line.reports();
    if mailed && line.count <= 45 || edited && line.count <= 90 {
        return Some(sure(AsideKind::Legal));
    }
    if !cues.has(Cue::Legal) || line.count > 90 {
        return None;
    }
    let lower = line.text.to_lowercase();
    let strong = [
        "all rights reserved",
        "may not be published",
        "may not be reproduced",
        "privacy policy",
        "terms of use",
        "terms of service",
        "terms and conditions",
        "trust principles",
        "cookie",
        "recaptcha",
        "licensing rights",
        "rush deadline",
        "opens new tab",
        "opens in new",
        "opens in a new",
        "may contain inaccuracies",
        "may contain errors",
        "copied to your clipboard",
        "order reprints",
        "alle rechte",
        "droits réservés",
        "derechos reservados",
        "diritti riservati",
        "external sites",
    ];
    let named = strong.iter().any(|phrase| lower.contains(phrase));
    let article = line.is_prose() && (line.reports() || line.count > 30 && !cues.has(Cue::Reader));
    let rights = lower.contains("all rights reserved")
        || lower.contains("may not be published")
        || lower.contains("rush deadline");
    if rights
        || named && !article
        || line.count <= 6 && line.end == End::Open && cues.begins(Cue::Legal)
    {
        Some(sure(AsideKind::Legal))
    } else {
        None
    }
}

pub(super) fn comments(line: &Line) -> Option<Verdict> {
    let rules = [
        "guidelines",
        "community",
        "debate",
        "moderated",
        "privilege",
        "abuse",
        "civil",
        "respectful",
    ];
    let policy = line.cues.has(Cue::Comment)
        && line.cues.has(Cue::Reader)
        && line.count <= 120
        && !line.reports();
    if policy && rules.iter().filter(|rule| line.has(rule)).count() >= 2 {
        return Some(sure(AsideKind::Comments));
    }
    if line.count > 14 || !line.cues.has(Cue::Comment) || line.reports() {
        return None;
    }
    let alone = line.cues.is_all(Cue::Comment)
        || line.cues.begins(Cue::Comment) && line.count <= 7 && line.end != End::Sentence
        || line.count <= 10 && line.cues.has(Cue::Reader) && line.cues.begins(Cue::Comment);
    if alone {
        Some(sure(AsideKind::Comments))
    } else {
        None
    }
}
