//! The place that a report is from: capitals at the beginning of a paragraph, and a dash before the
//! text. `HO CHI MINH CITY, Vietnam (Agency) - The court`.

use super::{Found, Pieces};
use crate::entity::EntityKind;
use crate::entity::tagger::Tagged;
use crate::entity::words::Words;
use crate::order;

/// Words from the place to the dash, at most.
const REACH: usize = 9;

impl Pieces<'_, '_> {
    /// Puts the places of datelines, and parts them from names behind the dash.
    pub(super) fn with_datelines(mut self) -> Self {
        let words = self.words;
        let begins = |at: &usize| *at == 0 || words.gap(*at).contains('\n');
        let lines = (0..words.len()).filter(begins);
        let mut kept = vec![true; self.found.len()];
        let mut places = Vec::new();
        for (first, last, text) in lines.filter_map(|at| dateline(words, at)) {
            let start = self.found.partition_point(|own| own.last < first);
            let end = self.found.partition_point(|own| own.first <= last);
            let own = self.found.get_mut(start..end).unwrap_or_default();
            // `NASA - The agency` is an entry of a list.
            let is_body = own.iter().any(|own| {
                let body = own.tagged.kind == EntityKind::Organisation;
                body && (own.first, own.last) == (first, first)
            });
            if is_body && words.raw(first).len() < 6 {
                continue;
            }
            for (own, kept) in own.iter_mut().zip(&mut kept[start..end]) {
                *kept = own.last >= text;
                if *kept {
                    own.begin_at(words, text);
                }
            }
            let (span, kind) = (words.cover(first, last), EntityKind::Place);
            let tagged = Tagged { span, kind };
            places.push(Found {
                first,
                last,
                tagged,
            });
        }
        let mut kept = kept.into_iter();
        self.found.retain(|_| kept.next().unwrap_or(true));
        self.found.extend(places);
        order::sort_by_key(&mut self.found, |found| found.first);
        self
    }
}

/// The first and the last word of the place with which a paragraph begins, and the first behind the
/// dash.
fn dateline(words: &Words<'_>, first: usize) -> Option<(usize, usize, usize)> {
    let shouted = |at: &usize| {
        words.is_all_capitals(*at)
            && words.raw(*at).chars().all(char::is_alphabetic)
            && (*at == first || words.gap(*at).chars().all(|gap| matches!(gap, ' ' | '-')))
    };
    let last = (first..first + 5).take_while(shouted).last()?;
    let is_long = (first..=last).any(|at| words.raw(at).len() > 3);
    let (mut at, mut text) = (last, None);
    while at < last + REACH && text.is_none() {
        at += 1;
        let gap = words.gap(at);
        if gap.contains('\n') {
            return None;
        }
        if [" - ", " \u{2013} ", "\u{2014}", "--"]
            .iter()
            .any(|dash| gap.contains(dash))
        {
            text = Some(at);
        } else {
            let joins = gap
                .chars()
                .all(|sign| sign.is_whitespace() || ",(/.)".contains(sign));
            let named =
                words.is_capital(at) || words.raw(at).bytes().all(|byte| byte.is_ascii_digit());
            if !joins || !named {
                return None;
            }
        }
    }
    let text = text?;
    let in_headline = words.is_all_capitals(text) && words.raw(text).len() > 3;
    (is_long && !in_headline).then_some((first, last, text))
}
