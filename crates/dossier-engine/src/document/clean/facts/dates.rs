//! When a text was published.

use super::super::line::Line;
use super::super::place::{Part, Role};
use super::super::when::{self, Label};
use super::super::{FoundDate, dateline};
use super::{FIRST_PARAGRAPHS, Shown};
use crate::date::{PartialDate, Weekday};
use crate::document::{Aside, AsideKind, Fact, FactKind};
use crate::order;

/// The dates of the page; that of publication is what is said to be it, or else the first.
pub(super) fn dates(
    parts: &[Part],
    cut: &[Aside],
    line: Option<(&Shown<'_>, &dateline::Dateline)>,
    facts: &mut Vec<Fact>,
) -> Option<FoundDate> {
    let mut label = Label::None;
    let mut found: Vec<(u8, Fact, PartialDate)> = Vec::new();
    let title = parts.iter().position(|part| part.role == Role::Title);
    for (at, part) in parts.iter().enumerate() {
        let shown = Shown::part(part);
        // Above the headline stands the day on which the page was looked at, too.
        let above = u8::from(title.is_some_and(|title| at < title));
        let rank = match part.role {
            Role::Known => 0,
            Role::Aside(AsideKind::Source | AsideKind::Time | AsideKind::Prompt) => 2,
            _ => continue,
        };
        let dated = when::dates(shown.text);
        if let Some(month) = when::month_line(shown.text).filter(|_| part.role == Role::Known) {
            let fact = shown.fact(FactKind::Published, month.to_string(), false);
            found.push((rank + 1 + above, fact, month));
            continue;
        }
        if dated.is_empty() {
            label = when::dates(&[shown.text, " 1 January 2000"].concat())
                .first()
                .map_or(Label::None, |dated| dated.label);
            continue;
        }
        for dated in dated {
            let said = if dated.label == Label::None {
                label
            } else {
                dated.label
            };
            let (kind, order) = match said {
                Label::Published => (FactKind::Published, rank),
                Label::None => (FactKind::Published, rank + 1 + above),
                Label::Updated => (FactKind::Updated, rank + 6),
            };
            found.push((
                order + u8::from(dated.ambiguous),
                shown.fact(kind, dated.date.to_string(), dated.ambiguous),
                dated.date,
            ));
        }
        label = Label::None;
    }
    order::sort_by_key(&mut found, |(order, ..)| *order);
    facts.extend(found.iter().map(|(_, fact, _)| fact.clone()));
    if let Some((_, fact, date)) = found.into_iter().next() {
        return Some(FoundDate {
            date,
            inferred: fact.inferred || fact.kind == FactKind::Updated,
            note: note(&fact),
        });
    }
    let (shown, line) = line?;
    if let Some(date) = line.date {
        let fact = shown.fact(FactKind::Published, date.to_string(), false);
        let note = note(&fact);
        facts.push(fact);
        return Some(FoundDate {
            date,
            inferred: false,
            note,
        });
    }
    let (day, month) = line.day?;
    let date = with_year(parts, cut, day, month)?;
    let mut fact = shown.fact(FactKind::Published, date.to_string(), true);
    fact.evidence = [
        "the dateline's day with a year of the text: ",
        &fact.evidence,
    ]
    .concat();
    let note = note(&fact);
    facts.push(fact);
    Some(FoundDate {
        date,
        inferred: true,
        note,
    })
}

fn note(fact: &Fact) -> String {
    match (fact.line, fact.inferred) {
        (Some(line), true) => format!("Inferred from line {line}: {}", fact.evidence),
        (Some(line), false) => format!("Line {line}: {}", fact.evidence),
        (None, _) => fact.evidence.clone(),
    }
}

/// The year for a day of which the text gives none: that of the rights, or else the year of the
/// text's years, or the one behind them, in which the day falls on a weekday that the first
/// paragraphs name.
fn with_year(parts: &[Part], cut: &[Aside], day: u8, month: u8) -> Option<PartialDate> {
    let rights = parts
        .iter()
        .filter(|part| part.role == Role::Aside(AsideKind::Legal))
        .map(|part| part.line.text.as_str());
    let rights = rights.chain(
        cut.iter()
            .filter(|aside| aside.kind == AsideKind::Legal)
            .map(|aside| aside.text.as_str()),
    );
    if let Some(year) = rights.flat_map(years).max() {
        return PartialDate::new(year, Some(month), Some(day)).ok();
    }
    let body = parts.iter().filter(|part| part.role == Role::Body);
    let latest = body.clone().flat_map(|part| years(&part.line.text)).max()?;
    let named: Vec<Weekday> = body
        .take(FIRST_PARAGRAPHS)
        .flat_map(|part| weekdays(&part.line))
        .collect();
    (latest..=latest + 1)
        .chain((latest - 1..latest).rev())
        .find_map(|year| {
            let date = PartialDate::new(year, Some(month), Some(day)).ok()?;
            let weekday = date.weekday()?;
            named.contains(&weekday).then_some(date)
        })
}

fn weekdays(line: &Line) -> Vec<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];
    NAMES
        .iter()
        .filter(|(name, _)| line.has(name))
        .map(|(_, day)| *day)
        .collect()
}

fn years(text: &str) -> Vec<u16> {
    let numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4);
    numbers
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1990..=2100).contains(year))
        .collect()
}
