//! Lines that are parts of a page by their shape alone: rules, counters, advertisements, buttons,
//! players.

use super::super::lexicon::Cue;
use super::super::line::{End, Line, begins_with_any};
use super::super::when;
use super::{Verdict, likely, sure};
use crate::document::AsideKind;

const WIDGETS: [&str; 7] = [
    "carousel",
    "list",
    "ad",
    "advertisement",
    "gallery",
    "slideshow",
    "newsletter",
];

/// Whether a line is a mark for the end of a text.
fn ends_text(text: &str) -> bool {
    let ending = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    matches!(
        ending.as_str(),
        "ends" | "end" | "30" | "more" | "ends item" | "for immediate release"
    ) && (text != ending || ending.starts_with("end"))
}

/// Rules, counters, addresses, tags, marks for the end.
pub(super) fn marks(line: &Line) -> Option<Verdict> {
    let text = line.text.as_str();
    if line.words.is_empty() {
        return Some(sure(AsideKind::Navigation));
    }
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let counted = line.count == 3
        && text
            .split_once(" of ")
            .is_some_and(|(at, all)| is_number(at) && is_number(all));
    let more = line.count == 1 && text.strip_prefix('+').is_some_and(is_number);
    let viewed = line.has("viewing") && line.has("now") && line.count <= 4;
    // What a reader of the page hears instead of a picture: `Email icon An envelope.`
    let button = [Cue::Menu, Cue::MenuFiller, Cue::Platform]
        .iter()
        .any(|cue| line.cues.begins(*cue));
    let icon = button && line.count <= 16 && line.words.iter().take(3).any(|word| word == "icon");
    if counted || more || viewed || icon {
        return Some(sure(AsideKind::Navigation));
    }
    let numbers = line.words.iter().all(is_number);
    if numbers && line.count <= 4 {
        let counted = text.contains(['/', ':']) && when::dates(text).is_empty();
        return if counted {
            Some(sure(AsideKind::Navigation))
        } else {
            Some(likely(AsideKind::Navigation))
        };
    }
    if line.text.starts_with("^ ") {
        return Some(sure(AsideKind::Source));
    }
    if line.is_address() || line.count == 1 && text.starts_with("pic.twitter.com") {
        return Some(sure(AsideKind::Navigation));
    }
    if line.count <= 20
        && text
            .split_whitespace()
            .all(|word| word.starts_with('#') && word.len() > 1)
    {
        return Some(sure(AsideKind::Navigation));
    }
    if line.count <= 3 && ends_text(text) {
        return Some(sure(AsideKind::Navigation));
    }
    let short = line.count <= 16 && line.end == End::Open && !line.is_running();
    let crumbs = [" > ", " \u{203a} ", " \u{bb} ", " \u{2192} "];
    if short && crumbs.iter().any(|mark| text.contains(mark)) {
        return Some(sure(AsideKind::Navigation));
    }
    let ends = line.begins(&["end", "of"]) || line.begins(&["start", "of"]);
    if ends
        && line.count <= 5
        && line
            .words
            .last()
            .is_some_and(|word| WIDGETS.contains(&word))
    {
        return Some(sure(AsideKind::Navigation));
    }
    let short = line.count <= 40 && line.end == End::Open;
    if short && text.matches(" | ").count() >= 3 && when::dates(text).is_empty() {
        return Some(sure(AsideKind::Navigation));
    }
    if line.count <= 32 && line.end == End::Open && text.matches(" / ").count() >= 2 {
        return Some(sure(AsideKind::Navigation));
    }
    let counted_list = line.words.iter().all(|word| {
        matches!(word, "list" | "of" | "item" | "items" | "end")
            || word.bytes().all(|b| b.is_ascii_digit())
    });
    if counted_list && line.words.len() >= 3 && line.has("list") {
        return Some(sure(AsideKind::Navigation));
    }
    None
}

pub(super) fn advertisement(line: &Line) -> Option<Verdict> {
    if line.count > 16 || line.is_prose() && line.reports() {
        return None;
    }
    let cues = line.cues;
    let alone = cues.is_all(Cue::Advert) && line.count <= 5;
    let goes_on = cues.has(Cue::GoesOn)
        && (cues.has(Cue::Advert) || line.count <= 6 && line.end == End::Open);
    let explained =
        line.begins(&["why", "you're", "seeing"]) || cues.begins(Cue::Advert) && line.has("close");
    if alone || goes_on || explained {
        Some(sure(AsideKind::Advertisement))
    } else {
        None
    }
}

/// Units in which it is told how long something takes.
const UNITS: [&str; 10] = [
    "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "sec", "secs", "seconds",
];

/// What takes that long.
const TAKES: [&str; 17] = [
    "read", "reading", "listen", "watch", "lesezeit", "lecture", "lectura", "lettura", "leitura",
    "leestijd", "lesen", "video", "audio", "time", "word", "words", "duration",
];

/// Units in which it is told how long ago something was, besides.
const AGES: [&str; 26] = [
    "hour", "hours", "hr", "hrs", "h", "m", "d", "day", "days", "week", "weeks", "month", "months",
    "year", "years", "stunden", "stunde", "tagen", "tag", "heures", "heure", "jours", "horas",
    "hora", "días", "now",
];

/// How long it takes to read or hear, how long ago it was.
pub(super) fn time(line: &Line) -> Option<Verdict> {
    if line.count > 9 || line.end == End::Sentence && line.count > 6 {
        return None;
    }
    // `1m 12s`
    let lasts = line.count <= 3
        && line.text.split_whitespace().all(|part| {
            let unit = part.trim_start_matches(|c: char| c.is_ascii_digit());
            unit.len() < part.len() && matches!(unit, "h" | "m" | "s")
        });
    if lasts {
        return Some(sure(AsideKind::Time));
    }
    let unit = |word: &str| UNITS.contains(&word.trim_start_matches(|c: char| c.is_ascii_digit()));
    let units = line.words.iter().any(unit);
    let read = line.words.iter().any(|word| TAKES.contains(&word));
    let digits = line
        .words
        .iter()
        .any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let only = line
        .words
        .iter()
        .all(|word| unit(word) || word.bytes().all(|b| b.is_ascii_digit()));
    if units && digits && (read || only) || is_age(line) || is_clock(line) {
        return Some(sure(AsideKind::Time));
    }
    let ago = line.words.last().is_some_and(|word| word == "ago")
        || line.begins(&["vor"])
        || line.begins(&["il", "y", "a"])
        || line.begins(&["hace"])
        || line.begins(&["just", "now"]);
    let spans = line.words.iter().any(|word| {
        let bare = word.trim_start_matches(|c: char| c.is_ascii_digit());
        unit(word) || AGES.contains(&bare)
    });
    if ago && spans && line.count <= 6 {
        Some(sure(AsideKind::Time))
    } else {
        None
    }
}

/// A time of day that stands alone, as above the entries of a live report: `16.10 BST`,
/// `Updated at 9:05am`.
fn is_clock(line: &Line) -> bool {
    let text = line
        .text
        .trim_start_matches("Updated ")
        .trim_start_matches("at ");
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
    let Some(rest) = text[digits..].strip_prefix(['.', ':']) else {
        return false;
    };
    let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[minutes..].trim_start();
    let zone = behind.len() <= 8
        && behind
            .chars()
            .all(|c| c.is_ascii_uppercase() || matches!(c, 'a' | 'p' | 'm' | '.' | ' '));
    let marked = !behind.is_empty() || text.len() < line.text.len();
    (1..=2).contains(&digits) && minutes == 2 && zone && marked
}

/// `This article is more than 1 year old`
fn is_age(line: &Line) -> bool {
    line.begins(&["this", "article"]) && line.words.last().is_some_and(|word| word == "old")
}

const ARTICLES: [&str; 4] = ["a", "an", "the", "of"];

const PLAIN: [&str; 27] = [
    "gallery",
    "share",
    "shares",
    "save",
    "saved",
    "print",
    "tweet",
    "follow",
    "copy",
    "bookmark",
    "subscribe",
    "subscribed",
    "listen",
    "comments",
    "download",
    "republish",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "reddit",
    "telegram",
    "pinterest",
    "flipboard",
    "autoplay",
    "teilen",
    "partager",
];

/// Buttons and menus: every word is theirs.
pub(super) fn menu(line: &Line) -> Option<Verdict> {
    let is_article = |word: Option<&str>| word.is_some_and(|word| ARTICLES.contains(&word));
    // `A report by the` is the beginning of a sentence.
    if is_article(line.words.first())
        || is_article(line.words.last())
        || line.has("by") && line.words.last().is_some_and(|word| word == "by")
    {
        return None;
    }
    if !line.cues.all_menu || line.count > 9 || line.end == End::Sentence && line.count > 5 {
        return None;
    }
    // `Read Next` heads a list.
    if line.cues.is_all(Cue::List) && line.words.len() > 1 {
        return None;
    }
    let plain = line.words.iter().any(|word| PLAIN.contains(&word));
    if plain || line.cues.has(Cue::Platform) || line.words.len() > 2 {
        Some(sure(AsideKind::Prompt))
    } else {
        Some(likely(AsideKind::Prompt))
    }
}

/// Players and scripts that do not work, and who made the machine that reads aloud.
pub(super) fn media(line: &Line) -> Option<Verdict> {
    let player = line.cues.has(Cue::Player) && line.count <= 30 && !line.reports();
    if player
        && (line.cues.begins(Cue::Player)
            || line.cues.has(Cue::Reader)
            || line.count <= 8
            || line.has("browser"))
    {
        return Some(sure(AsideKind::Prompt));
    }
    let asks = [
        "listen to",
        "watch:",
        "listen:",
        "view on",
        "see more on",
        "remote video",
        "show more",
        "show less",
        "listen in",
        "give this article",
        "gift this",
        "add us",
        "share or comment",
        "share this",
        "read in app",
        "view in browser",
        "view image",
        "click here",
        "tap here",
        "follow us",
        "like us",
        "find us",
        "join us on",
        "forwarded this",
        "copy this",
        "send us",
        "print this",
        "email this",
        "download our",
        "download the",
        "scan the qr",
        "skip to",
        "jump to",
        "heard on",
        "here's how you know",
        "an official website",
        "skip next section",
        "back to",
        "go to homepage",
        "make us your",
        "choose us as",
        "set as preferred",
        "prefer us",
        "show key events",
        "why you can trust",
        "you can also check",
        "we believe in the free flow",
        "republish our",
        "view gallery",
        "this live blog",
        "from wikipedia",
    ];
    if line.count <= 30 && !line.reports() && line.text.to_lowercase().contains("click here") {
        return Some(sure(AsideKind::Prompt));
    }
    let thanks = (line.begins(&["thank", "you", "for"]) || line.begins(&["thanks", "for"]))
        && ["reading", "watching", "listening", "signing", "subscribing"]
            .iter()
            .any(|word| line.has(word))
        && (line.count <= 6 || line.count <= 25 && line.has("share") && !line.reports());
    let latest = line.begins(&["follow"])
        && (line.has("latest") || line.has("live"))
        && line.count <= 14
        && line.end == End::Open;
    let search = line.begins(&["search"]) && line.text.ends_with("...") && line.count <= 4;
    // `00:45 - Source: CNN`, below a video.
    let lasts = line.has("source")
        && line.count <= 7
        && line.text.split(' ').next().is_some_and(|first| {
            first.contains(':') && first.bytes().all(|b| b.is_ascii_digit() || b == b':')
        });
    let app = line.begins(&["download"]) && line.has("app") && line.count <= 25;
    let template = line.begins(&["example", "video", "title"]);
    if thanks || latest || search || lasts || app || template {
        return Some(sure(AsideKind::Prompt));
    }
    if line.count <= 20 && line.end == End::Open && begins_with_any(&line.text, &asks) {
        Some(sure(AsideKind::Prompt))
    } else {
        None
    }
}
