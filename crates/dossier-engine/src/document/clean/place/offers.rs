//! What belongs to the invitations of a page: their buttons, and what stands between them.

use super::super::lexicon::Cue;
use super::super::line::End;
use super::{Page, Role};
use crate::document::AsideKind;

impl Page {
    /// The buttons below an invitation, and what one of its lines says of a newsletter.
    pub(super) fn below_offers(&mut self) {
        let mut at = 1;
        while at < self.parts.len() {
            let start = at;
            at += 1;
            if self.parts[start - 1].role != Role::Aside(AsideKind::SignUp) || !self.copied {
                continue;
            }
            let line = &self.parts[start].line;
            if self.is_body(start)
                && line.cues.has(Cue::Letter)
                && line.count <= 40
                && !line.reports()
            {
                self.parts[start].role = Role::Aside(AsideKind::SignUp);
                continue;
            }
            let is_button = |at: &usize| {
                let part = &self.parts[*at];
                self.is_body(*at) && part.piece.kind.is_none() && part.line.count <= 5
            };
            let mut end = (start..self.parts.len())
                .take_while(is_button)
                .last()
                .map_or(start, |last| last + 1);
            // The last one may be the heading of what follows.
            let heads = end > start
                && self.parts[end - 1].line.end == End::Open
                && self
                    .parts
                    .get(end)
                    .is_some_and(|next| next.line.is_running());
            end -= usize::from(heads);
            if end - start >= 3 {
                for part in &mut self.parts[start..end] {
                    part.role = Role::Aside(AsideKind::SignUp);
                }
                at = end;
            }
        }
    }

    /// Short lines between invitations belong to them, and between buttons above the article.
    pub(super) fn between_offers(&mut self) {
        let article = self.first_prose().unwrap_or_default();
        for at in 1..self.parts.len().saturating_sub(1) {
            let offers = |at: usize| {
                matches!(
                    self.parts[at].role,
                    Role::Aside(AsideKind::SignUp | AsideKind::Prompt)
                )
            };
            let line = &self.parts[at].line;
            let between_buttons = self.copied && at < article && line.count <= 6;
            if between_buttons && self.is_body(at) && offers(at - 1) && offers(at + 1) {
                self.parts[at].role = Role::Aside(AsideKind::Prompt);
            } else if self.copied
                && self.is_body(at)
                && line.count <= 15
                && !line.reports()
                && offers(at - 1)
                && offers(at + 1)
                && (line.cues.has(Cue::Reader)
                    || [at - 1, at + 1]
                        .iter()
                        .any(|&at| self.parts[at].role == Role::Aside(AsideKind::SignUp)))
            {
                self.parts[at].role = Role::Aside(AsideKind::SignUp);
            }
        }
    }
}
