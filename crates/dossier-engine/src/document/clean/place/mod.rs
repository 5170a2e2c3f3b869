//! Judges lines by where they stand: in the head above the article, in it, in a list, in the tail.

mod head;
mod lists;
mod offers;
mod parts;
mod pictures;
mod title;

use std::collections::BTreeMap;

use super::furniture::Verdict;
use super::line::{End, Line};
use super::unwrap::{self, Judged};
use super::words::Words;
use super::{dateline, names, when};
use crate::document::blocks::Piece;
use crate::document::{AsideKind, BlockKind};
pub use head::{credited, segments};

/// How many lines of a head are looked at.
const LONGEST_HEAD: usize = 60;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A part of the article.
    Body,
    /// A heading in the article.
    Heading,
    /// The headline.
    Title,
    /// A byline, a date, a place, a publisher.
    Known,
    /// A part of the page.
    Aside(AsideKind),
}

/// A paragraph or line with what it is.
#[derive(Debug)]
pub struct Part {
    /// The text with its lines.
    pub piece: Piece,
    /// The text as the rules see it.
    pub line: Line,
    /// What it is.
    pub role: Role,
    verdict: Option<Verdict>,
}

/// Says of each piece what it is.
pub fn place(pieces: Vec<Judged>) -> Vec<Part> {
    let parts = pieces.into_iter().map(|judged| Part {
        piece: judged.piece,
        line: judged.line,
        role: Role::Body,
        verdict: judged.verdict,
    });
    let mut page = Page {
        parts: parts.collect(),
        copied: false,
    };
    page.judge_alone();
    page.notice_copying();
    page.head();
    page.contents();
    page.lists();
    page.pictures();
    page.phrases_below();
    page.repeated();
    page.behind_the_desk();
    page.behind_the_page();
    page.behind_the_mark();
    page.own_authors();
    page.below_offers();
    page.between_offers();
    page.tail();
    page.headings();
    page.keep_something();
    page.parts
}

struct Page {
    parts: Vec<Part>,
    /// Whether the text shows that it was copied from a page, so that weak signs may count.
    copied: bool,
}

impl Page {
    fn judge_alone(&mut self) {
        for part in &mut self.parts {
            let kept = match part.piece.kind {
                Some(BlockKind::Preformatted) => true,
                // Markup that says it is a heading is trusted, unless it heads a list of others.
                Some(BlockKind::Heading(_)) => !part.verdict.is_some_and(|v| {
                    v.sure && (v.kind == AsideKind::Related || part.line.count > 1)
                }),
                _ => false,
            };
            if kept {
                part.verdict = None;
            } else if let Some(Verdict { kind, sure: true }) = part.verdict {
                part.role = Role::Aside(kind);
            }
        }
    }

    fn notice_copying(&mut self) {
        let sure = self
            .parts
            .iter()
            .filter(|part| matches!(part.role, Role::Aside(_)))
            .count();
        let head = self.parts.iter().take(12).any(|part| {
            part.line.count <= 25
                && (names::byline(&part.line.text).is_some() || when::is_date_line(&part.line.text))
        });
        let section = self
            .parts
            .iter()
            .take(4)
            .any(|part| names::is_section(&part.line.text));
        self.copied = sure >= 2 || head || section && sure > 0;
    }

    fn is_body(&self, at: usize) -> bool {
        self.parts
            .get(at)
            .is_some_and(|part| part.role == Role::Body)
    }

    fn is_aside(&self, at: usize) -> bool {
        self.parts
            .get(at)
            .is_some_and(|part| matches!(part.role, Role::Aside(_)))
    }

    /// The first line that is the article's text. A question above it may be its headline.
    fn first_prose(&self) -> Option<usize> {
        let articles = || (0..self.parts.len()).filter(|&at| self.is_article(at));
        let is_question = |&at: &usize| {
            let line = &self.parts[at].line;
            line.text.ends_with('?') && line.count <= 22 && line.sentences() == 1
        };
        articles()
            .find(|at| !is_question(at))
            .or_else(|| articles().next())
    }

    fn is_article(&self, at: usize) -> bool {
        let part = &self.parts[at];
        let note = part
            .verdict
            .is_some_and(|verdict| verdict.kind == AsideKind::Author);
        let heading = matches!(part.piece.kind, Some(BlockKind::Heading(_)));
        part.role == Role::Body
            && !note
            && !heading
            && (part.line.is_prose()
                || part.line.is_running() && part.line.count >= 25
                || dateline::read(&part.line.text).is_some_and(|found| found.agency.is_some()))
    }

    fn last_article(&self) -> Option<usize> {
        (0..self.parts.len()).rev().find(|&at| {
            self.is_article(at)
                && self.parts[at]
                    .verdict
                    .is_none_or(|verdict| verdict.kind != AsideKind::Author)
        })
    }

    /// Short lines that stand there again and again.
    fn repeated(&mut self) {
        let mut seen: BTreeMap<Words, Vec<usize>> = BTreeMap::new();
        for (at, part) in self.parts.iter().enumerate() {
            if part.role == Role::Body
                && part.piece.kind.is_none()
                && part.line.count <= 8
                && part.line.end == End::Open
            {
                seen.entry(part.line.words.clone()).or_default().push(at);
            }
        }
        for places in seen
            .into_values()
            .filter(|places| places.len() >= 3 && self.copied)
        {
            for at in places {
                self.parts[at].role = Role::Aside(AsideKind::Navigation);
            }
        }
        let title = self
            .parts
            .iter()
            .find(|part| part.role == Role::Title)
            .map(|part| part.line.words.clone());
        let Some(title) = title else { return };
        // `The headline on Facebook`
        let repeats = |line: &Line| {
            title.len() >= 4
                && line.words.len() <= title.len() + 6
                && line.end == End::Open
                && title.iter().zip(line.words.iter()).all(|(a, b)| a == b)
                && line.words.len() >= title.len()
        };
        for part in &mut self.parts {
            if part.role == Role::Body && (title == part.line.words || repeats(&part.line)) {
                part.role = Role::Aside(AsideKind::Navigation);
            }
        }
    }

    /// Short lines above paragraphs.
    fn headings(&mut self) {
        for at in 0..self.parts.len() {
            let marked = matches!(self.parts[at].piece.kind, Some(BlockKind::Heading(_)));
            let line = &self.parts[at].line;
            let question = line.text.ends_with('?');
            let short = line.count <= 12
                && (line.end == End::Open || question)
                && !line.continues()
                && !unwrap::is_item(&line.text);
            let above = self.parts[at + 1..]
                .iter()
                .find(|part| part.role == Role::Body)
                .is_some_and(|next| next.line.is_running());
            if self.is_body(at)
                && (marked
                    || self.parts[at].piece.kind.is_none()
                        && short
                        && above
                        && self.parts.len() > 2)
            {
                self.parts[at].role = Role::Heading;
            }
        }
    }

    /// A text of which nothing would be left is kept as it is.
    fn keep_something(&mut self) {
        if !self.parts.iter().any(|part| part.role == Role::Body) {
            for part in &mut self.parts {
                part.role = Role::Body;
            }
        }
    }
}
