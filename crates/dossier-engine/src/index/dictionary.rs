//! Looking up stems: whole, by the beginning of a form, and within typing errors.

use std::ops::Range;

use super::entries::{BLOCK, Entry, Head};
use super::typo::{Pattern, Rows};
use crate::store::{Fault, Section};

/// How many bytes longer than a form its stem is at most where it is looked for.
const LONGER: usize = 4;

/// How many of the last letters of a form may be others in its stem where it is looked for.
const LAST: usize = 3;

/// At which of the first letters of a form its stem begins where it is looked for.
const BEFORE: usize = 5;

/// How many letters a stem has at least that is looked for by an ending alone.
const SHORTEST: usize = 3;

/// A dictionary whose entries are read on demand.
pub(super) struct Dictionary<'a> {
    pub head: &'a Head,
    pub entries: Section<'a>,
}

impl Dictionary<'_> {
    fn each(
        &self,
        blocks: Range<usize>,
        mut found: impl FnMut(&str, &Entry) -> bool,
    ) -> Result<(), Fault> {
        let bytes = self.entries.get(self.head.bytes_of(&blocks))?;
        Ok(self.head.each(blocks, bytes, &mut found)?)
    }

    /// The entry of a stem.
    pub fn find(&self, stem: &str) -> Result<Option<Entry>, Fault> {
        let mut blocks = self.head.blocks(stem, None);
        blocks.end = blocks.end.min(blocks.start + 1);
        let mut found = None;
        self.each(blocks, |other, entry| {
            if other == stem {
                found = Some(*entry);
            }
            other < stem
        })?;
        Ok(found)
    }

    /// The stem at a position.
    pub fn stem(&self, position: u32) -> Result<String, Fault> {
        let block = position as usize / BLOCK;
        let mut found = String::new();
        if block < self.head.len() {
            self.each(block..block + 1, |stem, entry| {
                if entry.position == position {
                    found = stem.into();
                }
                entry.position < position
            })?;
        }
        Ok(found)
    }

    /// In how many documents each of the rare stems stands whose postings are before those of a
    /// rare stem, with which they are read.
    pub fn rare_before(&self, position: u32) -> Result<Vec<u32>, Fault> {
        let block = position as usize / BLOCK;
        let bytes = self.entries.get(self.head.bytes_of(&(block..block + 1)))?;
        Ok(self.head.rare_before(position, bytes)?)
    }

    /// The stems of which some form begins with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> Result<Vec<Entry>, Fault> {
        let mut found = Vec::new();
        // A form may differ from its stem in the last letter, as `happy` from `happi`, or go on
        // after it.
        let mut low = prefix;
        if prefix.chars().count() > 3
            && let Some((last, _)) = prefix.char_indices().next_back()
        {
            low = &prefix[..last];
        }
        let mut form = String::new();
        self.each(self.head.blocks(low, Some(low)), |stem, entry| {
            if !stem.starts_with(low) {
                return stem < low;
            }
            // Of most stems, all forms keep more than what was typed.
            let kept = stem
                .len()
                .saturating_sub(self.head.reach(entry.endings).drop);
            let mut endings = self.head.endings(entry.endings).iter();
            let begins = kept >= prefix.len() && stem.starts_with(prefix)
                || endings.any(|ending| {
                    ending.apply(stem, &mut form).is_some() && form.starts_with(prefix)
                });
            if begins {
                found.push(*entry);
            }
            true
        })?;
        let lengths = low.char_indices().map(|(at, _)| at).rev().take(5);
        for length in lengths.filter(|&length| length > 0) {
            let stem = &low[..length];
            let Some(entry) = self.find(stem)? else {
                continue;
            };
            let mut endings = self.head.endings(entry.endings).iter();
            if endings
                .any(|ending| ending.apply(stem, &mut form).is_some() && form.starts_with(prefix))
            {
                found.push(entry);
            }
        }
        Ok(found)
    }

    /// The stems of which documents have this form.
    pub fn with_form(&self, form: &str) -> Result<Vec<Entry>, Fault> {
        let mut found = Vec::new();
        let mut made = String::new();
        let mut add = |stem: &str, entry: &Entry| {
            let mut endings = self.head.endings(entry.endings).iter();
            if endings.any(|ending| ending.apply(stem, &mut made).is_some() && made == form) {
                found.push(*entry);
            }
        };
        // Most stems are the form but for its last letters, which may be others.
        let mut low = form;
        for _ in 0..LAST {
            if let Some((end, _)) = low.char_indices().next_back()
                && low.chars().nth(2).is_some()
            {
                low = &low[..end];
            }
        }
        let longest = form.len() + LONGER;
        self.each(self.head.blocks(low, Some(low)), |stem, entry| {
            let begins = stem.starts_with(low);
            if begins && stem.len() <= longest {
                add(stem, entry);
            }
            begins || stem < low
        })?;
        // Others are a part of it: some languages put an article or a preposition before.
        for (start, _) in form.char_indices().take(BEFORE) {
            let part = &form[start..];
            for (length, _) in part.char_indices().skip(1) {
                let stem = &part[..length];
                if (start > 0 || length < low.len())
                    && let Some(entry) = self.find(stem)?
                {
                    add(stem, &entry);
                }
            }
            if start > 0
                && let Some(entry) = self.find(part)?
            {
                add(part, &entry);
            }
        }
        Ok(found)
    }

    /// The stem that a word is, or else that makes it with an ending that words have: the longest
    /// such ending.
    pub fn inflected(&self, word: &str) -> Result<Option<Entry>, Fault> {
        let mut found = self.find(word)?;
        for (at, _) in word.char_indices().skip(SHORTEST) {
            let (stem, ending) = word.split_at(at);
            let mut endings = self.head.all_endings();
            if found.is_none() && endings.any(|of| of.drop == 0 && of.text == ending) {
                found = self.find(stem)?;
            }
        }
        Ok(found)
    }

    /// The stems of which some form is within `budget` typing errors of `typed`, with that form and
    /// its distance: for each stem its closest form.
    ///
    /// Stems with a common beginning share the work on it; a beginning that is too far from
    /// everything typed is passed over with all stems that have it, and so are stems of which all
    /// forms are too long or too short.
    pub fn near(&self, typed: &str, budget: usize) -> Result<Vec<(Entry, String, usize)>, Fault> {
        let pattern = Pattern::new(typed);
        let mut rows = Rows::new(&pattern);
        let mut near: Vec<(String, String, usize)> = Vec::new();
        let mut form = String::new();
        // A beginning from which no form within the budget follows, as long as stems have it.
        let mut hopeless = String::new();
        let mut is_hopeless = false;
        // A letter has four bytes at most.
        let shortest = typed.chars().count().saturating_sub(budget);
        let longest = typed.len() + 4 * budget;
        let entries = self.entries.all()?;
        self.head.scan(entries, |stem, endings, shared| {
            let reach = self.head.reach(endings);
            // The first of a block shares nothing that is written.
            is_hopeless = if shared > 0 {
                is_hopeless && shared >= hopeless.len()
            } else {
                !hopeless.is_empty() && stem.starts_with(hopeless.as_bytes())
            };
            let fits =
                stem.len() + reach.longer >= shortest && stem.len() <= longest + reach.shorter;
            if !fits || is_hopeless && stem.len() >= hopeless.len() + reach.drop {
                return;
            }
            let Ok(stem) = str::from_utf8(stem) else {
                return;
            };
            let mut best: Option<(usize, String)> = None;
            for ending in self.head.endings(endings) {
                let fits = ending.apply(stem, &mut form).is_some();
                if !fits || is_hopeless && form.starts_with(&hopeless) {
                    continue;
                }
                rows.keep_common_beginning(&form);
                match rows.extend(&pattern, &form, budget) {
                    Ok(distance) if distance <= budget => {
                        if best.as_ref().is_none_or(|&(least, _)| distance < least) {
                            best = Some((distance, form.clone()));
                        }
                    }
                    Ok(_) => {}
                    Err(beginning) => {
                        hopeless.clear();
                        hopeless.push_str(beginning);
                        is_hopeless = stem.starts_with(beginning);
                    }
                }
            }
            if let Some((distance, form)) = best {
                near.push((stem.into(), form, distance));
            }
        })?;
        let mut found = Vec::with_capacity(near.len());
        for (stem, form, distance) in near {
            if let Some(entry) = self.find(&stem)? {
                found.push((entry, form, distance));
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::super::typo::distance;
    use super::*;
    use crate::codec::Reader;
    use crate::index::entries::{Ending, Written, write};
    use crate::store::{Store, checksums};

    /// Forms by stem: a stem is what a form has before its last `s`.
    fn forms(words: &BTreeSet<String>) -> BTreeMap<String, Vec<String>> {
        let mut forms: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for word in words {
            let stem = word.strip_suffix('s').unwrap_or(word);
            forms.entry(stem.into()).or_default().push(word.clone());
        }
        forms
    }

    fn with<T>(forms: &BTreeMap<String, Vec<String>>, ask: impl Fn(&Dictionary<'_>) -> T) -> T {
        let endings: Vec<Vec<Ending>> = forms
            .iter()
            .map(|(stem, forms)| {
                forms
                    .iter()
                    .map(|form| Ending::of(stem, form).owned())
                    .collect()
            })
            .collect();
        let stems: Vec<Written<'_>> = forms
            .keys()
            .zip(0..)
            .map(|(stem, endings)| Written {
                stem,
                endings,
                // Every other stem is common.
                documents: if endings % 2 == 1 {
                    endings + 1001
                } else {
                    endings % 16 + 1
                },
                postings: 2 * (endings % 2),
                positions: 3 * (endings % 2),
            })
            .collect();
        let size = |block: &[Written<'_>]| {
            let common = block.iter().filter(|of| of.postings > 0).count() as u32;
            (common * 2 + 5, common * 3 + 7)
        };
        let sizes: Vec<(u32, u32)> = stems.chunks(BLOCK).map(size).collect();
        let (head, entries) = write(&endings, &stems, &sizes);
        let head = Head::read(&mut Reader::new(&head)).expect("a head");
        let length = entries.len();
        let checksums = checksums(&entries);
        let store = Store::whole(entries.into(), 0, checksums);
        ask(&Dictionary {
            head: &head,
            entries: Section::new(&store, 0..length),
        })
    }

    proptest! {
        #[test]
        fn every_stem_is_found_with_its_entry(words in prop::collection::btree_set("[a-c]{0,5}s?|\\PC{1,3}", 0..200)) {
            let forms = forms(&words);
            with(&forms, |dictionary| {
                for (stem, position) in forms.keys().zip(0..) {
                    let entry = dictionary.find(stem).unwrap().unwrap();
                    assert_eq!(entry.position, position);
                    assert_eq!(&dictionary.stem(position).unwrap(), stem);
                    let (block, at) = (position / BLOCK as u32, position % BLOCK as u32);
                    let in_block = (forms.len() as u32 - block * BLOCK as u32).min(BLOCK as u32);
                    let (common, all) = (at / 2, in_block / 2);
                    // A whole block has 32 common stems.
                    let start = (block * (64 + 5), block * (96 + 7));
                    if position % 2 == 1 {
                        assert_eq!(entry.documents, position + 1001);
                        let postings = start.0 + common * 2;
                        let positions = start.1 + common * 3;
                        assert_eq!(entry.postings, (postings, postings + 2));
                        assert_eq!(entry.positions, (positions, positions + 3));
                    } else {
                        let (postings, positions) = (start.0 + all * 2, start.1 + all * 3);
                        assert_eq!(entry.postings, (postings, postings + 5));
                        assert_eq!(entry.positions, (positions, positions + 7));
                        let before: Vec<u32> = (position - at..position).step_by(2).map(|at| at % 16 + 1).collect();
                        assert_eq!(dictionary.rare_before(position).unwrap(), before);
                    }
                }
                assert_eq!(dictionary.find("abcabcabc").unwrap(), None);
            });
        }

        #[test]
        fn stems_by_prefix_are_those_with_a_form_that_begins_with_it(
            words in prop::collection::btree_set("[a-c]{0,5}s?", 0..200),
            prefix in "[a-c]{1,4}s?",
        ) {
            let forms = forms(&words);
            let all: Vec<u32> = (0..)
                .zip(forms.values())
                .filter(|(_, forms)| forms.iter().any(|form| form.starts_with(&prefix)))
                .map(|(position, _)| position)
                .collect();
            let mut found: Vec<u32> = with(&forms, |dictionary| {
                dictionary.with_prefix(&prefix).unwrap().iter().map(|entry| entry.position).collect()
            });
            found.sort_unstable();
            prop_assert_eq!(found, all);
        }

        #[test]
        fn stems_near_are_those_with_a_form_within_the_budget(
            words in prop::collection::btree_set("[a-cé]{0,6}s?", 0..100),
            typed in "[a-cé]{0,6}",
            budget in 0_usize..3,
        ) {
            let forms = forms(&words);
            let all: Vec<(u32, usize)> = (0..)
                .zip(forms.values())
                .filter_map(|(position, forms)| {
                    let least = forms.iter().map(|form| distance(&typed, form)).min();
                    Some((position, least?))
                })
                .filter(|&(_, distance)| distance <= budget)
                .collect();
            let found: Vec<(u32, usize)> = with(&forms, |dictionary| {
                let near = dictionary.near(&typed, budget).unwrap();
                near.iter().map(|(entry, _, distance)| (entry.position, *distance)).collect()
            });
            prop_assert_eq!(found, all);
        }
    }
}
