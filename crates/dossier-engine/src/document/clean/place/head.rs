//! The head above an article: headline, byline, date, labels.

use super::super::furniture::verdict;
use super::super::lexicon::Cue;
use super::super::line::{End, Line};
use super::super::{dateline, names, outlet, when};
use super::title::is_of_series;
use super::{LONGEST_HEAD, Page, Part, Role};
use crate::document::{AsideKind, BlockKind};

/// How many lines behind the first paragraph a byline or date may stand.
const BEHIND_STANDFIRST: usize = 14;

impl Page {
    pub(super) fn head(&mut self) {
        let Some(first) = self.first_prose() else {
            return;
        };
        let known = |part: &Part| {
            names::byline(&part.line.text).is_some()
                && part.line.count <= 25
                && part.line.end != End::Sentence
                || when::is_date_line(&part.line.text)
        };
        let behind = (first..(first + BEHIND_STANDFIRST).min(self.parts.len()))
            .rev()
            .find(|&at| self.is_body(at) && known(&self.parts[at]));
        let end = behind.map_or(first, |at| at + 1).min(LONGEST_HEAD);
        let title = self.title(first.min(end));
        if let Some(title) = title {
            self.parts[title].role = Role::Title;
        }
        for at in 0..end {
            if self.is_body(at) && !self.is_article(at) {
                self.parts[at].role = self.in_head(at, title);
            }
        }
        // A label such as `Published` belongs to the date below it.
        for at in 0..end.min(self.parts.len().saturating_sub(1)) {
            if self.is_body(at)
                && when::is_label(&self.parts[at].line.text)
                && self.parts[at + 1].role == Role::Known
            {
                self.parts[at].role = Role::Known;
            }
        }
        self.names_in_head(title.map_or(0, |title| title + 1), end);
        self.labels(title, end);
    }

    /// What a line of the head is, apart from the headline.
    fn in_head(&self, at: usize, title: Option<usize>) -> Role {
        let part = &self.parts[at];
        let line = &part.line;
        if part.piece.kind == Some(BlockKind::Preformatted)
            || matches!(part.piece.kind, Some(BlockKind::Heading(_)))
        {
            return Role::Body;
        }
        if is_known(&line.text) {
            return Role::Known;
        }
        if title.is_some_and(|title| title != at && self.parts[title].line.words == line.words) {
            return Role::Aside(AsideKind::Navigation);
        }
        if let Some(verdict) = part.verdict {
            return Role::Aside(verdict.kind);
        }
        if is_of_series(line) {
            return Role::Aside(AsideKind::Navigation);
        }
        Role::Body
    }

    /// Names that stand alone below the headline, beside what they are or when they wrote.
    fn names_in_head(&mut self, start: usize, end: usize) {
        for at in start..end {
            if !self.is_body(at) {
                continue;
            }
            let line = &self.parts[at].line;
            let near = |offset: isize| {
                let other = at
                    .checked_add_signed(offset)
                    .and_then(|other| self.parts.get(other));
                other.is_some_and(|other| match other.role {
                    Role::Known => true,
                    Role::Aside(kind) => matches!(
                        kind,
                        AsideKind::Time | AsideKind::Prompt | AsideKind::Author | AsideKind::Source
                    ),
                    Role::Body => {
                        is_role(&other.line) || dateline::read(&other.line.text).is_some()
                    }
                    _ => false,
                })
            };
            let people = line.count <= 14
                && line.end != End::Colon
                && names::people(&line.text).is_some_and(|found| !found.names.is_empty());
            let beside = near(1) || near(2) && !self.is_article(at + 1) || near(-1) && at > start;
            if people && beside || is_role(line) && near(-1) {
                self.parts[at].role = Role::Known;
            }
        }
    }

    /// Labels of sections above the headline, and below it where the article does not follow.
    fn labels(&mut self, title: Option<usize>, end: usize) {
        let Some(title) = title.filter(|_| self.copied) else {
            return;
        };
        for at in 0..end {
            let line = &self.parts[at].line;
            let short = line.count <= 4 && line.end == End::Open && !line.continues();
            let marked = matches!(self.parts[at].piece.kind, Some(BlockKind::Heading(_)));
            // `Asia|The headline`, or the headline of another article.
            let path = at < title && line.count > 4 && line.end == End::Open;
            let below = at > title && line.count <= 3 && at + 1 < end && !self.is_body(at + 1);
            // Between buttons and bylines stand titles of videos; a standfirst is right below.
            let stranded = at > title + 1
                && at + 1 < end
                && line.count <= 9
                && line.end == End::Open
                && !line.continues()
                && !self.is_body(at - 1)
                && !self.is_body(at + 1);
            if self.is_body(at) && !marked && (path || stranded || short && (at < title || below)) {
                self.parts[at].role = Role::Aside(AsideKind::Navigation);
            }
        }
    }
}

/// Whether a line of the head says who, when, where or for whom, and nothing else.
fn is_known(text: &str) -> bool {
    if text.len() > 240 {
        return false;
    }
    let line = Line::new(text);
    if when::is_date_line(text) || outlet::known(text).is_some() || outlet::has_shape(text) {
        return true;
    }
    if line.end != End::Sentence && line.count <= 30 && names::byline(text).is_some() {
        return true;
    }
    if when::month_line(text).is_some() {
        return true;
    }
    let house = text
        .rsplit_once(' ')
        .and_then(|(house, _)| outlet::known(house));
    if house.is_some() && is_role(&line) {
        return true;
    }
    if line.begins(&["reporting", "from"]) || line.begins(&["reporting", "in"]) {
        return true;
    }
    if is_dated_label(&line) {
        return true;
    }
    if text.split_once(',').is_some_and(|(before, after)| {
        outlet::known(before).is_some() && after.split_whitespace().count() <= 3
    }) {
        return true;
    }
    let segments = segments(text);
    segments.len() > 1
        && line.count <= 30
        && segments.iter().all(|segment| {
            let part = Line::new(segment);
            when::is_date_line(segment)
                || names::byline(segment).is_some()
                || names::is_name(segment)
                || outlet::known(segment).is_some()
                || outlet::has_shape(segment)
                || is_role(&part)
                || verdict(&part).is_some()
                || when::is_label(segment)
                || part.count <= 2 && part.lower == 0
        })
        && segments.iter().any(|segment| {
            when::is_date_line(segment)
                || names::byline(segment).is_some()
                || outlet::known(segment).is_some()
                || names::is_name(segment)
        })
}

/// Whether a line is the label of a section beside a date: `All News 15:02 March 12, 2024`.
pub(super) fn is_dated_label(line: &Line) -> bool {
    line.count <= 9
        && line.end == End::Open
        && !line.is_running()
        && line.lower <= 2
        && !when::dates(&line.text).is_empty()
}

/// The parts of a line of the head: at strokes and dots, at dashes beside a date, and where a date
/// and a byline stand together (`Posted on May 6, 2024 by Ann Ash`).
pub fn segments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for segment in text
        .split(['|', '\u{b7}', '\u{2022}', '\u{2014}'])
        .map(str::trim)
    {
        let dashed: Vec<&str> = segment.split(" - ").map(str::trim).collect();
        if dashed.len() > 1 && dashed.iter().any(|part| when::is_date_line(part)) {
            found.extend(dashed);
            continue;
        }
        let at_by = [" by ", " By ", " BY "]
            .iter()
            .find_map(|by| segment.find(by));
        let at_on = segment.rfind(" on ");
        if let Some(at) = at_by
            && when::is_date_line(&segment[..at])
        {
            found.extend([segment[..at].trim(), segment[at..].trim()]);
        } else if let Some(at) = at_on
            && when::is_date_line(&segment[at..])
            && names::byline(&segment[..at]).is_some()
        {
            found.extend([segment[..at].trim(), segment[at..].trim()]);
        } else if let Some(at) = date_behind(segment) {
            found.extend([segment[..at].trim(), segment[at..].trim()]);
        } else {
            found.push(segment);
        }
    }
    found.retain(|segment| !segment.is_empty());
    found
}

/// The people whom a line of the head names, each with whether it says that they wrote.
pub fn credited(text: &str) -> Vec<(String, bool)> {
    let segments = segments(text);
    // `News | Armed Groups`: sections of the paper.
    if segments.iter().any(|segment| names::is_section(segment)) {
        return Vec::new();
    }
    let named = segments.into_iter().filter_map(|segment| {
        if let Some(byline) = names::byline(segment) {
            return Some((byline, true));
        }
        let other = when::is_date_line(segment) || outlet::known(segment).is_some();
        let people = names::people(segment).filter(|_| !other)?;
        Some((people, false))
    });
    named
        .flat_map(|(found, says)| found.names.into_iter().map(move |name| (name, says)))
        .collect()
}

/// Where the date begins that follows a byline or a name: `by Ann Ash May 6, 2024 9:36 PM`.
fn date_behind(text: &str) -> Option<usize> {
    let mut ends = text.match_indices(' ').map(|(at, _)| at);
    let date = ends.find(|&at| when::is_date_line(&text[at..]))?;
    let who = text[..date].trim();
    (names::byline(who).is_some() || names::is_name(who)).then_some(date)
}

/// Whether a line says what its author is: `Seoul correspondent`.
fn is_role(line: &Line) -> bool {
    // `Political News Dept.` ends with a short form.
    (line.count <= 8 && line.end != End::Sentence || line.count <= 4)
        && !line.is_running()
        && line.cues.has(Cue::Role)
}
