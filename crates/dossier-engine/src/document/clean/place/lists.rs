//! Lists of other articles, readers' comments, and what follows the last paragraph.

use super::super::lexicon::Cue;
use super::super::line::{End, Line};
use super::super::{dateline, names, unwrap, when};
use super::{Page, Part, Role, head};
use crate::document::{AsideKind, BlockKind};

/// How many entries a list of other articles has at most.
const LONGEST_LIST: usize = 40;

impl Page {
    /// Lists of other articles below their heads, and readers' comments.
    pub(super) fn lists(&mut self) {
        let last = self.last_article();
        for at in 0..self.parts.len() {
            match self.parts[at].role {
                Role::Aside(AsideKind::Related) if is_list_head(&self.parts[at].line) => {
                    self.list_below(at);
                }
                Role::Body
                    if self.copied
                        && self.parts[at]
                            .verdict
                            .is_some_and(|v| v.kind == AsideKind::Related) =>
                {
                    let beside = at > 0 && self.is_aside(at - 1) || self.is_aside(at + 1);
                    let listed =
                        self.parts[at].line.cues.is_all(Cue::List) && self.entries_below(at) >= 2;
                    if beside || listed || last.is_none_or(|last| at > last) {
                        self.parts[at].role = Role::Aside(AsideKind::Related);
                        self.list_below(at);
                    }
                }
                _ => {}
            }
        }
        self.counted();
        let comments = (self.parts.len() / 2..self.parts.len()).find(|&at| {
            self.parts[at].line.cues.has(Cue::Comment)
                && matches!(self.parts[at].role, Role::Aside(_))
        });
        if let Some(head) = comments {
            let reply = |part: &Part| {
                part.line.count <= 6
                    && (part.line.begins(&["reply"])
                        || part.line.begins(&["report"])
                        || part.line.words.last().is_some_and(|word| {
                            word == "ago" || word == "reply" || word == "report"
                        }))
            };
            if self.parts[head + 1..]
                .iter()
                .filter(|part| reply(part))
                .count()
                >= 2
            {
                for part in &mut self.parts[head..] {
                    part.role = Role::Aside(AsideKind::Comments);
                }
            }
        }
    }

    /// How many lines in a row below a line can be headlines of other articles.
    fn entries_below(&self, head: usize) -> usize {
        let below = head + 1..(head + 1 + LONGEST_LIST).min(self.parts.len());
        below
            .take_while(|&at| self.is_entry(at))
            .filter(|&at| self.is_body(at))
            .count()
    }

    /// Headlines between `list 1 of 3` and `end of list`.
    fn counted(&mut self) {
        for at in 1..self.parts.len() {
            let above = &self.parts[at - 1];
            let counted = above.role == Role::Aside(AsideKind::Navigation)
                && above.line.begins(&["list"])
                && above.line.has("of");
            if counted && self.is_body(at) && self.is_entry(at) {
                self.parts[at].role = Role::Aside(AsideKind::Related);
            }
        }
    }

    /// Puts the headlines below the head of a list aside, up to the next paragraph. A short line
    /// directly above a paragraph stays: it may be its heading.
    fn list_below(&mut self, head: usize) {
        let mut end = head + 1;
        while end < self.parts.len() && end - head <= LONGEST_LIST && self.is_entry(end) {
            end += 1;
        }
        let before_text =
            end < self.parts.len() && self.is_body(end) && self.parts[end].line.is_running();
        let label = &self.parts[head].line;
        let announced = label.end == End::Colon || label.cues.is_all(Cue::Link);
        for at in head + 1..end {
            let line = &self.parts[at].line;
            let alone =
                end - head == 2 || self.parts[at].piece.gap && !self.parts[at - 1].piece.gap;
            let heading = at + 1 == end
                && !announced
                && before_text
                && alone
                && line.count <= 9
                && !is_numbered(self.parts.get(at - 1));
            if self.is_body(at) && !heading {
                self.parts[at].role = Role::Aside(AsideKind::Related);
            }
        }
    }

    /// Whether a line can be the headline of another article.
    fn is_entry(&self, at: usize) -> bool {
        let part = &self.parts[at];
        if matches!(
            part.piece.kind,
            Some(BlockKind::Heading(1 | 2) | BlockKind::Preformatted)
        ) {
            return false;
        }
        match part.role {
            Role::Aside(_) => true,
            Role::Body => {
                let question = part
                    .line
                    .text
                    .ends_with(['?', '!', '\u{2019}', '"', '\u{201d}', '\''])
                    && part.line.count <= 18;
                // Tags may be written small.
                let tag = part.line.count <= 3
                    && part.line.text.starts_with(char::is_lowercase)
                    && at > 0
                    && self.is_aside(at - 1);
                (part.line.end == End::Open || question)
                    && part.line.count <= 24
                    && (tag || !part.line.continues())
                    && dateline::read(&part.line.text).is_none()
            }
            _ => false,
        }
    }

    /// What follows the line of an agency's desk: it ends the story, and notes on the authors come
    /// after it.
    pub(super) fn behind_the_desk(&mut self) {
        let desk = self.parts.iter().rposition(|part| {
            part.role == Role::Aside(AsideKind::Source) && part.line.cues.begins(Cue::Desk)
        });
        let Some(desk) = desk else { return };
        if length(&self.parts[desk..]) * 2 > length(&self.parts[..desk]) {
            return;
        }
        for part in &mut self.parts[desk..] {
            let note =
                part.line.cues.has(Cue::Role) && !part.line.reports() || part.line.end == End::Open;
            if part.role == Role::Body && note {
                part.role = Role::Aside(AsideKind::Author);
            }
        }
    }

    /// What is said of those who wrote the article, below it: their names, `Ann is a reporter`.
    pub(super) fn own_authors(&mut self) {
        const VERBS: [&str; 9] = [
            "is", "covers", "reports", "writes", "has", "joined", "works", "leads", "studied",
        ];
        let known = self.parts.iter().filter(|part| part.role == Role::Known);
        let credited = known.flat_map(|part| head::credited(&part.line.text));
        let authors: Vec<String> = credited.map(|(name, _)| name).collect();
        let is_of = |line: &Line| {
            authors.iter().any(|author| {
                let first = author.split(' ').next().unwrap_or(author);
                let tells = [author.as_str(), first].into_iter().any(|name| {
                    let titled = ["Dr ", "Dr. ", "Prof ", "Prof. ", "Professor "];
                    let text = titled
                        .iter()
                        .find_map(|title| line.text.strip_prefix(title));
                    let rest = text.unwrap_or(&line.text).strip_prefix(name);
                    let verb = rest.and_then(|rest| rest.strip_prefix(' ')?.split(' ').next());
                    verb.is_some_and(|verb| VERBS.contains(&verb))
                });
                line.text == *author || tells && !line.reports()
            })
        };
        for at in self.parts.len() / 2..self.parts.len() {
            if self.is_body(at) && self.parts[at].line.count <= 75 && is_of(&self.parts[at].line) {
                self.parts[at].role = Role::Aside(AsideKind::Author);
            }
        }
    }

    /// What follows the last line of a page's article: the paper's standards, where it was printed.
    pub(super) fn behind_the_page(&mut self) {
        let is_last = |part: &Part| {
            matches!(part.role, Role::Aside(_))
                && (part.line.begins(&["our", "standards"])
                    || part.line.text.contains("appears in print"))
        };
        let Some(last) = self.parts.iter().rposition(is_last) else {
            return;
        };
        let (before, behind) = self.parts.split_at_mut(last);
        if length(behind) * 3 > length(before) {
            return;
        }
        for part in behind.iter_mut().filter(|part| part.role == Role::Body) {
            part.role = Role::Aside(AsideKind::Related);
        }
    }

    /// What follows the last paragraph.
    pub(super) fn tail(&mut self) {
        let Some(last) = self.last_article() else {
            return;
        };
        if !self.copied {
            return;
        }
        for at in 0..self.parts.len() {
            let Some(verdict) = self.parts[at].verdict.filter(|_| self.is_body(at)) else {
                continue;
            };
            let beside = at > 0 && matches!(self.parts[at - 1].role, Role::Aside(_))
                || matches!(
                    self.parts.get(at + 1).map(|part| part.role),
                    Some(Role::Aside(_))
                );
            let note = verdict.kind == AsideKind::Author;
            if at > last || beside && (!note || at * 2 > self.parts.len()) {
                self.parts[at].role = Role::Aside(verdict.kind);
            }
        }
        let says = |text: &str| names::byline(text).is_some_and(|found| !found.names.is_empty());
        let heads = self.parts[..last]
            .iter()
            .filter(|part| part.role == Role::Known);
        let signed = heads
            .clone()
            .any(|part| !head::credited(&part.line.text).is_empty());
        let dated = heads
            .clone()
            .any(|part| when::is_date_line(&part.line.text));
        for at in last + 1..self.parts.len() {
            let line = &self.parts[at].line;
            let byline = line.count <= 20 && says(&line.text);
            let date = when::is_date_line(&line.text);
            if self.is_body(at) && (byline || date) {
                // An article that is signed above has the bylines of others below.
                let others = byline && signed || date && dated && signed;
                self.parts[at].role = if others {
                    Role::Aside(AsideKind::Related)
                } else {
                    Role::Known
                };
            }
        }
        // Headlines, tags and names of sections in a row.
        let listed = self.parts[last].line.end == End::Colon;
        let mut at = last + 1;
        while at < self.parts.len() && !listed {
            let start = at;
            while at < self.parts.len()
                && self.is_body(at)
                && self.is_entry(at)
                && self.parts[at]
                    .piece
                    .kind
                    .is_none_or(|kind| kind != BlockKind::Preformatted)
            {
                at += 1;
            }
            let beside = start > 0 && self.is_aside(start - 1) || self.is_aside(at);
            let bullets = self.parts[start..at]
                .iter()
                .any(|part| unwrap::is_item(&part.line.text));
            if at - start >= 2 && !bullets || at > start && beside {
                for part in &mut self.parts[start..at] {
                    part.role = Role::Aside(AsideKind::Related);
                }
            }
            at = at.max(start + 1);
        }
    }
}

/// The bytes of the article in some parts.
fn length(parts: &[Part]) -> usize {
    let body = parts.iter().filter(|part| part.role == Role::Body);
    body.map(|part| part.line.text.len()).sum()
}

/// Whether a line heads a list, and is not a link to one article itself.
fn is_list_head(line: &Line) -> bool {
    line.count <= 8
        && (line.cues.begins(Cue::List) || line.cues.is_all(Cue::List) || line.begins(&["more"]))
        && (line.end != End::Sentence)
        && line
            .text
            .split_once([':', '|'])
            .is_none_or(|(_, rest)| rest.trim().is_empty())
}

fn is_numbered(part: Option<&Part>) -> bool {
    part.is_some_and(|part| {
        part.line
            .words
            .iter()
            .all(|word| word.bytes().all(|b| b.is_ascii_digit()))
    })
}
