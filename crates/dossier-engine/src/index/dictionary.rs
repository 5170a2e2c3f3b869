//! Looking up stems: whole, by the beginning of a form, and within typing errors.

use std::ops::Range;

use super::entries::{BLOCK, Entry, Head, scan};
use super::typo::{Pattern, Rows};
use crate::store::{Fault, Section};

/// A dictionary whose entries are read on demand.
pub(super) struct Dictionary<'a> {
    pub head: &'a Head,
    pub entries: Section<'a>,
}

impl Dictionary<'_> {
    fn each(
        &self,
        blocks: Range<usize>,
        found: impl FnMut(&str, &Entry) -> bool,
    ) -> Result<(), Fault> {
        let bytes = self.entries.get(self.head.bytes_of(&blocks))?;
        Ok(self.head.each(blocks, bytes, found)?)
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
            let begins = stem.starts_with(low) && {
                let mut endings = self.head.endings(entry.endings).iter();
                endings.any(|ending| {
                    ending.apply(stem, &mut form).is_some() && form.starts_with(prefix)
                })
            };
            if begins {
                found.push(*entry);
            }
            stem < low || stem.starts_with(low)
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
        scan(entries, |stem, endings, shared| {
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
            .map(|(stem, forms)| forms.iter().map(|form| Ending::of(stem, form)).collect())
            .collect();
        let stems: Vec<Written<'_>> = forms
            .keys()
            .zip(0..)
            .map(|(stem, endings)| Written {
                stem,
                endings,
                documents: endings + 1,
                postings: 2,
                positions: 3,
            })
            .collect();
        let (head, entries) = write(&endings, &stems);
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
                    assert_eq!(entry.documents, position + 1);
                    assert_eq!(entry.postings, (position * 2, position * 2 + 2));
                    assert_eq!(entry.positions, (position * 3, position * 3 + 3));
                    assert_eq!(&dictionary.stem(position).unwrap(), stem);
                }
                assert_eq!(dictionary.find("zz").unwrap(), None);
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
