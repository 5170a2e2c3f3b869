//! The sets of endings that the stems of a collection have.

use std::borrow::Cow;

use super::entries::Ending;
use crate::order;
use crate::text::Table;

/// Sets of endings, and which of them stems have.
pub(super) struct Sets {
    /// The sets, that of most stems first.
    pub sets: Vec<Vec<Ending>>,
    /// The set of each stem.
    pub of: Vec<u32>,
}

impl Sets {
    /// The sets of stems in their order, by the forms that documents have, each with the position of
    /// its stem.
    pub fn new<'f>(
        stems: impl ExactSizeIterator<Item = &'f str>,
        forms: impl Iterator<Item = (u32, Cow<'f, str>)>,
    ) -> Self {
        let mut forms: Vec<(u32, Cow<'_, str>)> = forms.collect();
        forms.sort_unstable_by_key(|&(stem, _)| stem);
        let mut of = Vec::with_capacity(stems.len());
        // Each set by its key, with the number of its first appearance.
        let mut numbers: Table<u32> = Table::default();
        let mut sets: Vec<Vec<Ending>> = Vec::new();
        // How many stems have each.
        let mut counts: Vec<u32> = Vec::new();
        let (mut set, mut key) = (Vec::new(), String::new());
        let mut rest = &forms[..];
        for (position, stem) in (0..).zip(stems) {
            let count = rest.iter().take_while(|(of, _)| *of == position).count();
            let (own, after) = rest.split_at(count);
            rest = after;
            set.clear();
            set.extend(own.iter().map(|(_, form)| Ending::of(stem, form)));
            set.sort_unstable();
            set.dedup();
            key.clear();
            for ending in &set {
                ending.write_key(&mut key);
            }
            let number = numbers.get(&*key).copied().unwrap_or_else(|| {
                let number = sets.len() as u32;
                numbers.insert(key.as_str().into(), number);
                sets.push(set.iter().map(Ending::owned).collect());
                counts.push(0);
                number
            });
            counts[number as usize] += 1;
            of.push(number);
        }
        let mut order: Vec<usize> = (0..sets.len()).collect();
        order::sort_by(&mut order, |&a, &b| {
            let by_count = counts[b].cmp(&counts[a]);
            by_count.then_with(|| sets[a].cmp(&sets[b]))
        });
        let mut places = vec![0; sets.len()];
        for (place, &number) in (0..).zip(&order) {
            places[number] = place;
        }
        for number in &mut of {
            *number = places[*number as usize];
        }
        let sets = order
            .iter()
            .map(|&number| std::mem::take(&mut sets[number]));
        Self {
            sets: sets.collect(),
            of,
        }
    }

    /// Adds the usual endings of a language, with spaces between them. No stem has this set, but it
    /// tells which endings there are.
    pub fn add_usual(&mut self, endings: &str) {
        let endings = endings.split(' ').map(|text| Ending {
            drop: 0,
            text: text.into(),
        });
        self.sets.push(endings.collect());
    }
}

impl Ending<&str> {
    /// Appends what no other ending, and no row of others, has.
    fn write_key(&self, key: &mut String) {
        // Words have no control characters.
        key.extend((0..self.drop).map(|_| '\u{1}'));
        key.push_str(self.text);
        key.push('\u{2}');
    }
}
