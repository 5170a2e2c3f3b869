//! What the order of an article's parts shows: a list of its headings above it, and the mark at
//! its end.

use std::collections::{BTreeMap, BTreeSet};

use super::super::line::{END_MARKS, End};
use super::super::words::Words;
use super::{Page, Part, Role};
use crate::document::AsideKind;

/// The longest heading, in words.
const LONGEST_HEADING: usize = 16;

impl Page {
    /// The contents of a page: at least two lines in a row that come again below as headings.
    pub(super) fn contents(&mut self) {
        // For each heading, the last place where it stands.
        let heads: BTreeMap<Words, usize> = (0..self.parts.len())
            .filter(|&at| self.heads_text(at))
            .map(|at| (unnumbered(&self.parts[at]), at))
            .collect();
        let comes_again = |at: usize| {
            let part = &self.parts[at];
            let short = part.line.count <= LONGEST_HEADING && part.line.end == End::Open;
            let listed = matches!(part.role, Role::Body | Role::Aside(_));
            let last = || heads.get(&unnumbered(part)).copied();
            short && listed && last().is_some_and(|last| last > at)
        };
        let entries: BTreeSet<usize> = (0..self.parts.len())
            .filter(|&at| comes_again(at))
            .collect();
        let mut at = 0;
        while let Some(&start) = entries.range(at..).next() {
            let mut end = start;
            while end < self.parts.len() && (entries.contains(&end) || self.is_aside(end)) {
                end += 1;
            }
            at = end.max(start + 1);
            if entries.range(start..end).count() >= 2 {
                for part in self.parts[start..end]
                    .iter_mut()
                    .filter(|part| part.role == Role::Body)
                {
                    part.role = Role::Aside(AsideKind::Navigation);
                }
                // Entries of the list that are no headings, beside those that are.
                for beside in end..self.parts.len() {
                    let numbered = self.parts[beside]
                        .line
                        .text
                        .starts_with(|c: char| c.is_ascii_digit());
                    let short = self.parts[beside].line.count <= LONGEST_HEADING
                        && self.parts[beside].line.end == End::Open;
                    if !(numbered && short && self.is_body(beside)) {
                        break;
                    }
                    self.parts[beside].role = Role::Aside(AsideKind::Navigation);
                }
            }
        }
    }

    /// Whether a short line stands right above running text.
    fn heads_text(&self, at: usize) -> bool {
        let line = &self.parts[at].line;
        let next = self.parts.get(at + 1);
        self.is_body(at)
            && line.count <= LONGEST_HEADING
            && line.end == End::Open
            && next.is_some_and(|next| next.role == Role::Body && next.line.is_running())
    }

    /// What follows the mark at the end of an article.
    pub(super) fn behind_the_mark(&mut self) {
        let ends = |part: &Part| {
            let text = part.line.text.trim_end();
            let marked = text.strip_suffix(END_MARKS).map(str::trim_end);
            part.role == Role::Body
                && marked.is_some_and(|text| {
                    text.ends_with(['.', '!', '?', '"', '\u{201d}', '\u{2019}'])
                })
        };
        let mut marked = self.parts.iter().enumerate().filter(|(_, part)| ends(part));
        let (Some((last, _)), None) = (marked.next(), marked.next()) else {
            return;
        };
        let (article, behind) = self.parts.split_at_mut(last + 1);
        let length =
            |parts: &[Part]| -> usize { parts.iter().map(|part| part.line.text.len()).sum() };
        if length(behind) > length(article) {
            return;
        }
        for part in behind.iter_mut().filter(|part| part.role == Role::Body) {
            part.role = Role::Aside(AsideKind::Related);
        }
    }
}

/// The words of a heading without its number.
fn unnumbered(part: &Part) -> Words {
    let text = part.line.text.as_str();
    let text = text
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
        .trim_start();
    Words::new(text)
}
