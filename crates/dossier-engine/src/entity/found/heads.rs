//! Bodies that are named in full and then by the noun that says what they are: `the Commission` after
//! `the European Commission`.

use std::collections::BTreeMap;

use super::Pieces;
use crate::entity::words::{Joint, Words};
use crate::entity::{EntityKind, bodies};

impl Pieces<'_, '_> {
    /// Puts such nouns where nothing was seen behind an article, and initials of bodies likewise: `the
    /// NUT` after `the National Union of Teachers`.
    pub(super) fn with_heads(self) -> Self {
        let words = self.words;
        // Where each was first named in full.
        let mut heads: BTreeMap<String, usize> = BTreeMap::new();
        let bodies = self
            .found
            .iter()
            .filter(|own| own.tagged.kind == EntityKind::Organisation && own.first < own.last);
        for own in bodies {
            let head = [own.last, own.first]
                .into_iter()
                .find(|&at| bodies::is_noun(words, at));
            let Some(head) = head else {
                continue;
            };
            heads
                .entry(words.folded(head).to_owned())
                .or_insert(own.last);
            let initials = bodies::initials(words, own.first, own.last);
            if initials.len() > 2 {
                heads.entry(initials).or_insert(own.last);
            }
        }
        if heads.is_empty() {
            return self;
        }
        let companies = self.found.iter().filter(|own| {
            let several = own.tagged.kind == EntityKind::Organisation && own.first < own.last;
            several && bodies::is_company(words, own.last)
        });
        // A company is meant by its first word too: `Nordsteel's founder`.
        let companies: BTreeMap<&str, usize> = companies
            .map(|own| (words.folded(own.first), own.last))
            .collect();
        let is_short = |at: usize| {
            let named = heads.get(words.folded(at));
            let word = words.is_all_capitals(at) || is_noun_alone(words, at);
            word && named.is_some_and(|&named| named < at)
        };
        let mut free = vec![true; words.len()];
        for own in &self.found {
            free[own.first..=own.last].fill(false);
        }
        let is_company = |at: usize| {
            let next = at + 1;
            let owns = words.joint(next) == Joint::Possessive;
            let goes_on = words.joint(next).is_near() && words.is_capital(next);
            let inside = !words.starts_sentence(at) && !words.is_capital(at - 1);
            let named = companies.get(words.folded(at));
            named.is_some_and(|&named| named < at) && !goes_on && (owns || inside)
        };
        let short: Vec<(usize, usize, EntityKind)> = (1..words.len())
            .filter(|&at| {
                let behind_article =
                    words.folded(at - 1) == "the" && words.joint(at) == Joint::Space;
                let stands = behind_article && is_short(at) || is_company(at);
                words.is_capital(at) && free[at] && stands && !words.in_title_case(at)
            })
            .map(|at| (at, at, EntityKind::Organisation))
            .collect();
        self.with(short, |_, _| false)
    }
}

/// Whether a noun is not the beginning of a longer name.
fn is_noun_alone(words: &Words<'_>, at: usize) -> bool {
    let next = at + 1;
    let goes_on = words.joint(next).is_near()
        && (words.is_capital(next) || matches!(words.folded(next), "of" | "for"));
    bodies::is_noun(words, at) && !goes_on && !words.in_title_case(at)
}
