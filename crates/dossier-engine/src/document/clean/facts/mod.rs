//! What the lines around an article say about it: headline, people, dates, places, publisher.

mod dates;
mod people;
mod publisher;

use super::FoundDate;
use super::place::{Part, Role};
use super::{dateline, outlet};
use crate::document::blocks::Piece;
use crate::document::decode::one_line;
use crate::document::{Aside, Fact, FactKind};
use crate::order;
use dates::dates;
use people::{people, place_of_byline};
use publisher::publisher;

/// Among how many paragraphs at the start the dateline is looked for.
const FIRST_PARAGRAPHS: usize = 4;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The facts, in the order of their kinds.
    pub facts: Vec<Fact>,
    /// The date of publication.
    pub published: Option<FoundDate>,
}

/// A line with its number, for evidence.
struct Shown<'t> {
    text: &'t str,
    line: Option<u32>,
}

impl<'t> Shown<'t> {
    fn part(part: &'t Part) -> Self {
        Self {
            text: &part.line.text,
            line: part.piece.lines.first().copied(),
        }
    }

    fn aside(aside: &'t Aside) -> Self {
        Self {
            text: &aside.text,
            line: aside.lines.first().copied(),
        }
    }

    fn fact(&self, kind: FactKind, value: impl Into<String>, inferred: bool) -> Fact {
        Fact {
            kind,
            value: one_line(&value.into()).unwrap_or_default(),
            line: self.line,
            evidence: shortened(self.text),
            inferred,
        }
    }
}

/// What a line of a text states itself.
pub fn stated(piece: &Piece, kind: FactKind, value: &str) -> Fact {
    let shown = Shown {
        text: &piece.text,
        line: piece.lines.first().copied(),
    };
    shown.fact(kind, value, false)
}

/// Finds what the parts of a page say; `cut` is what was cut off before they were parted.
pub fn find(parts: &[Part], cut: &[Aside], path: &str) -> Found {
    let mut facts = Vec::new();
    let title = parts.iter().find(|part| part.role == Role::Title);
    let outlet = publisher(parts, cut, title, path);
    if let Some(title) = title {
        let shown = Shown::part(title);
        let text = without_suffix(shown.text, outlet.as_ref().map(|fact| fact.value.as_str()));
        facts.push(shown.fact(FactKind::Title, text, true));
    }
    facts.extend(outlet);
    people(parts, cut, &mut facts);
    let mut articles = parts
        .iter()
        .filter(|part| part.role == Role::Body)
        .take(FIRST_PARAGRAPHS);
    let line =
        articles.find_map(|part| Some((Shown::part(part), dateline::read(&part.line.text)?)));
    if let Some((shown, found)) = &line {
        let evidence = Shown {
            text: &found.text,
            line: shown.line,
        };
        for place in &found.places {
            facts.push(evidence.fact(FactKind::Dateline, place, false));
        }
        facts.extend(
            found
                .agency
                .as_ref()
                .map(|agency| evidence.fact(FactKind::Agency, agency, false)),
        );
    } else {
        place_of_byline(parts, &mut facts);
    }
    let published = dates(
        parts,
        cut,
        line.as_ref().map(|(shown, found)| (shown, found)),
        &mut facts,
    );
    order::sort_by_key(&mut facts, |fact| fact.kind);
    Found { facts, published }
}

/// A headline without the name of the paper behind it: `Talks fail | The Harbour Times`.
pub fn without_suffix<'t>(title: &'t str, publisher: Option<&str>) -> &'t str {
    for mark in [" | ", " - ", " \u{2013} ", " \u{2014} ", " \u{b7} ", " :: "] {
        if let Some((before, after)) = title.rsplit_once(mark) {
            let after = after.trim();
            let paper = outlet::known(after).is_some()
                || outlet::has_shape(after)
                || publisher == Some(after);
            if paper && before.split_whitespace().count() >= 2 {
                return before.trim();
            }
        }
    }
    title
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('\u{2026}');
    }
    short
}
