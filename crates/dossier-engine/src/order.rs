//! Sorting: one compiled sort for all types.
//!
//! The sorts of the standard library are compiled anew for each type and order, at five kilobytes
//! of WebAssembly each. Here one sort of positions serves everything that a page does, for one
//! indirect call a comparison. Collecting into a `BTreeMap` or `BTreeSet` sorts too; extending an
//! empty one does not.

use std::cmp::Ordering;

/// Sorts by an order; what compares equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let in_order = |pair: &[T]| compare(&pair[0], &pair[1]) != Ordering::Greater;
    if items.windows(2).all(in_order) {
        return;
    }
    let mut positions: Vec<u32> = (0..items.len() as u32).collect();
    sort_positions(&mut positions, &|a, b| {
        compare(&items[a as usize], &items[b as usize])
    });
    *items = pick(std::mem::take(items), &positions);
}

/// Sorts by a key; what has equal keys keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in the order of the type.
pub fn sort<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
}

/// The first `count` of items by an order, sorted; what compares equal keeps its order. Most of many
/// items are compared once.
pub fn first_by<T>(items: Vec<T>, count: usize, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let positions = first_positions(items.len() as u32, count, &|a, b| {
        compare(&items[a as usize], &items[b as usize])
    });
    pick(items, &positions)
}

/// The items at different positions, in the order of these.
fn pick<T>(items: Vec<T>, positions: &[u32]) -> Vec<T> {
    let mut places: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let picked = positions.iter();
    picked
        .filter_map(|&at| places[at as usize].take())
        .collect()
}

fn first_positions(all: u32, count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let most = count.saturating_mul(2).saturating_add(8);
    let mut first: Vec<u32> = Vec::new();
    // The last of the first ones so far, once there are enough: nothing behind it is one.
    let mut last = None;
    for at in 0..all {
        if last.is_some_and(|last| compare(at, last).is_ge()) {
            continue;
        }
        first.push(at);
        if first.len() == most {
            sort_positions(&mut first, compare);
            first.truncate(count);
            last = first.last().copied();
        }
    }
    sort_positions(&mut first, compare);
    first.truncate(count);
    first
}

#[inline(never)]
fn sort_positions(positions: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    positions.sort_by(|&a, &b| compare(a, b));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_sorted_here_is_sorted_as_by_the_standard_library(items in any::<Vec<(u8, u32)>>()) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            let mut ours = items;
            sort_by_key(&mut ours, |item| item.0);
            prop_assert_eq!(&ours, &sorted);
            sorted.sort_unstable();
            sort(&mut ours);
            prop_assert_eq!(ours, sorted);
        }

        #[test]
        fn the_first_are_those_that_a_sort_puts_first(
            items in proptest::collection::vec(any::<(u8, u32)>(), 0..200),
            count in 0_usize..20,
        ) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            sorted.truncate(count);
            let first = first_by(items, count, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(first, sorted);
        }
    }
}
