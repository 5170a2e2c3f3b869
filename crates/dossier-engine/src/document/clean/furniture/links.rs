//! Lines that lead to other articles.

use super::super::lexicon::Cue;
use super::super::line::{End, Line};
use super::{Verdict, likely, sure};
use crate::document::AsideKind;

/// The head of a list of other articles, or a label and the headline of another.
pub(super) fn list(line: &Line) -> Option<Verdict> {
    let cues = line.cues;
    if cues.is_all(Cue::List) && line.count <= 8 {
        let general = line.words.len() == 1 && !line.is_capitals();
        return if general {
            Some(likely(AsideKind::Related))
        } else {
            Some(sure(AsideKind::Related))
        };
    }
    if line.count <= 35
        && has_label(&line.text)
        && line.sentences() <= 2
        && !(line.is_prose() && line.count > 22)
    {
        return Some(sure(AsideKind::Related));
    }
    let more = line.begins(&["more"])
        && line.count <= 8
        && line.end == End::Open
        && ["headlines", "news", "stories", "coverage"]
            .iter()
            .any(|word| line.has(word));
    if more && !line.is_running() {
        return Some(sure(AsideKind::Related));
    }
    let heads =
        cues.begins(Cue::List) && line.end == End::Open && line.count <= 6 && !line.is_running();
    if heads {
        return if line.words.len() > 1 {
            Some(likely(AsideKind::Related))
        } else {
            None
        };
    }
    let series = line.begins(&["this"])
        && ["article", "story", "piece"]
            .iter()
            .any(|word| line.has(word))
        && line.text.contains(" part of ")
        && line.count <= 25;
    if series {
        return Some(sure(AsideKind::Related));
    }
    let tells = [
        "read more",
        "read also",
        "also read",
        "see also",
        "click here to",
        "click here for",
        "find out more",
        "learn more about",
        "watch more",
        "more on this story",
        "lire aussi",
        "lea también",
        "leggi anche",
        "lesen sie auch",
        "lees ook",
    ];
    if line.count > 25 || line.end != End::Open && line.count > 10 {
        return None;
    }
    let lower = line.text.to_lowercase();
    let tells = tells.iter().any(|tell| lower.starts_with(tell));
    tells.then_some(sure(AsideKind::Related))
}

/// Whether a text begins with a label for other articles.
fn has_label(text: &str) -> bool {
    let marks = [':', '|', '>', '\u{bb}', '\u{203a}', '\u{25b6}'];
    text.split_once(marks).is_some_and(|(label, rest)| {
        let label = Line::new(label.trim());
        (1..=6).contains(&label.count)
            && (label.cues.is_all(Cue::Link)
                || label.cues.is_all(Cue::List)
                || label.cues.begins(Cue::Link) && label.cues.begins(Cue::List))
            && rest.trim().len() > 1
    })
}
