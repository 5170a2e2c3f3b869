//! Captions: beside credits, between labels and captions, right below a paragraph.

use super::super::line::End;
use super::super::picture;
use super::{LONGEST_HEAD, Page, Role};
use crate::document::{AsideKind, BlockKind};

impl Page {
    /// Captions without a credit: a phrase right below a paragraph, with a name that stands in it.
    pub(super) fn phrases_below(&mut self) {
        let gaps = self.parts.iter().filter(|part| part.piece.gap).count();
        if !self.copied || gaps * 4 < self.parts.len() {
            return;
        }
        for at in 1..self.parts.len().saturating_sub(1) {
            let line = &self.parts[at].line;
            let before = &self.parts[at - 1];
            let names_the_same = || {
                let named = line.text.split_whitespace().skip(1);
                named
                    .filter(|word| word.starts_with(char::is_uppercase) && word.len() >= 4)
                    .any(|word| before.line.text.contains(word))
            };
            let is_caption = self.is_body(at)
                && self.parts[at].piece.kind.is_none()
                && !self.parts[at].piece.gap
                && line.end == End::Open
                && (6..=20).contains(&line.count)
                && !line.reports()
                && self.is_article(at - 1)
                && before.line.end == End::Sentence
                && names_the_same();
            if is_caption {
                self.parts[at].role = Role::Aside(AsideKind::Caption);
            }
        }
    }

    /// Captions beside the credits that show them.
    pub(super) fn pictures(&mut self) {
        // A sentence between headline and credit, above the first paragraph.
        let head = &self.parts[..self.parts.len().min(LONGEST_HEAD)];
        let known = head.iter().rposition(|part| part.role == Role::Known);
        let above = known.map_or(0, |known| known + 1);
        if let Some(first) = (above..self.parts.len()).find(|&at| self.is_article(at))
            && self.parts.get(first + 1).is_some_and(|next| {
                matches!(next.role, Role::Aside(AsideKind::Caption))
                    && picture::is_credit(&next.line)
            })
            && (first + 2..self.parts.len()).any(|at| self.is_article(at))
        {
            let line = &self.parts[first].line;
            if line.sentences() == 1 && line.count <= 30 && !line.reports() {
                self.parts[first].role = Role::Aside(AsideKind::Caption);
            }
        }
        // What a picture shows, said between its label and its caption.
        for at in 1..self.parts.len().saturating_sub(1) {
            let is_caption = |at: usize| self.parts[at].role == Role::Aside(AsideKind::Caption);
            let line = &self.parts[at].line;
            if self.is_body(at)
                && line.sentences() == 1
                && !line.reports()
                && is_caption(at - 1)
                && self.parts[at - 1].line.begins(&["image"])
                && is_caption(at + 1)
            {
                self.parts[at].role = Role::Aside(AsideKind::Caption);
            }
        }
        self.alternatives();
        self.galleries();
        for at in 0..self.parts.len() {
            if self.parts[at].role != Role::Aside(AsideKind::Caption)
                || !picture::is_credit(&self.parts[at].line)
            {
                continue;
            }
            let can = |page: &Self, at: usize| {
                page.is_body(at)
                    && page.parts[at]
                        .piece
                        .kind
                        .is_none_or(|kind| kind == BlockKind::Paragraph)
                    && picture::may_be_caption(&page.parts[at].line)
            };
            let heading = |page: &Self, at: usize| {
                page.parts[at].line.count <= 6
                    && page
                        .parts
                        .get(at + 1)
                        .is_some_and(|next| next.line.is_running())
            };
            if at + 1 < self.parts.len()
                && can(self, at + 1)
                && !heading(self, at + 1)
                && !self.is_article(at + 1)
            {
                self.parts[at + 1].role = Role::Aside(AsideKind::Caption);
            } else if at > 0
                && can(self, at - 1)
                && (!self.is_article(at - 1) || self.parts[at - 1].line.end != End::Open)
            {
                self.parts[at - 1].role = Role::Aside(AsideKind::Caption);
            }
        }
    }

    /// Whether a line is a phrase, as what a picture shows is told in.
    fn is_phrase(&self, at: usize) -> bool {
        let part = &self.parts[at];
        self.is_body(at)
            && part.piece.kind.is_none()
            && part.line.end == End::Open
            && (4..=30).contains(&part.line.count)
            && !part.line.reports()
    }

    /// What the pictures of a gallery show, above and below the button that opens it.
    fn galleries(&mut self) {
        const MOST: usize = 4;
        for button in 1..self.parts.len() {
            let part = &self.parts[button];
            let opens = part.line.begins(&["view", "gallery"]) && !self.is_body(button);
            // Beside it stands how many there are more: `+12`
            let counted = self.parts[button - 1].line.text.starts_with('+');
            let above = if counted { button - 1 } else { button };
            let shown = (0..above)
                .rev()
                .take(MOST)
                .take_while(|&at| self.is_phrase(at))
                .count();
            if !opens || shown == 0 || !self.copied {
                continue;
            }
            let below = (button + 1..self.parts.len())
                .take(1)
                .filter(|&at| self.is_phrase(at));
            let captions: Vec<usize> = (above - shown..above).chain(below).collect();
            for at in captions {
                self.parts[at].role = Role::Aside(AsideKind::Caption);
            }
        }
    }

    /// What a picture shows, said in phrases beside its credit or caption, with no empty line
    /// between them.
    fn alternatives(&mut self) {
        let is_phrase =
            |page: &Self, at: usize| page.is_phrase(at) && !page.parts[at].line.continues();
        for at in 1..self.parts.len() {
            let above = &self.parts[at - 1];
            let credited =
                above.role == Role::Aside(AsideKind::Caption) && picture::is_credit(&above.line);
            let both = at + 1 < self.parts.len()
                && is_phrase(self, at)
                && is_phrase(self, at + 1)
                && !self.parts[at].piece.gap
                && !self.parts[at + 1].piece.gap;
            if credited && both && self.copied {
                self.parts[at].role = Role::Aside(AsideKind::Caption);
                self.parts[at + 1].role = Role::Aside(AsideKind::Caption);
            }
        }
        for at in 0..self.parts.len().saturating_sub(1) {
            let below = &self.parts[at + 1];
            let shown = below.role == Role::Aside(AsideKind::Caption)
                && !picture::is_credit(&below.line)
                || below.line.begins(&["view", "image"])
                || below.line.begins(&["view", "gallery"]);
            // Right below the headline stands a standfirst.
            let first = at > 0 && self.parts[at - 1].role == Role::Title;
            if self.copied && shown && !first && !below.piece.gap && is_phrase(self, at) {
                self.parts[at].role = Role::Aside(AsideKind::Caption);
            }
        }
    }
}
