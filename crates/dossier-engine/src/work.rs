//! Work in independent parts, which whoever has threads may share out among them.

use std::sync::OnceLock;

/// Does work that has independent parts.
pub trait Workers: Sync {
    /// How many parts should be handed over together, so that nobody waits long for the last one.
    fn at_once(&self) -> usize;

    /// Does `part` for the numbers below `count`, in any order, several at a time or one after the
    /// other, and comes back when all are done.
    fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync));
}

/// Does one part after the other, where it is called.
#[derive(Clone, Copy, Debug, Default)]
pub struct OneByOne;

impl Workers for OneByOne {
    fn at_once(&self) -> usize {
        1
    }

    fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(part);
    }
}

/// Items in portions that are handed over together.
pub(crate) fn portions<'i, T>(workers: &dyn Workers, items: &'i [T]) -> std::slice::Chunks<'i, T> {
    items.chunks(workers.at_once().max(1))
}

/// What `work` makes of each item, in the order of the items.
pub fn map<T: Sync, R: Send + Sync>(
    workers: &dyn Workers,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let mut done = Vec::new();
    done.resize_with(items.len(), OnceLock::new);
    workers.each(items.len(), &|number| {
        if let (Some(item), Some(place)) = (items.get(number), done.get(number)) {
            place.get_or_init(|| work(item));
        }
    });
    let done = done.into_iter().zip(items);
    // A part that nobody did is done now.
    done.map(|(result, item)| result.into_inner().unwrap_or_else(|| work(item)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does every second part only, the last one first.
    struct Lazy;

    impl Workers for Lazy {
        fn at_once(&self) -> usize {
            3
        }

        fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync)) {
            (0..count).rev().step_by(2).for_each(part);
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_items_whoever_does_the_work() {
        let items: Vec<u32> = (0..10).collect();
        let squares: Vec<u32> = items.iter().map(|n| n * n).collect();
        assert_eq!(map(&OneByOne, &items, |n| n * n), squares);
        assert_eq!(map(&Lazy, &items, |n| n * n), squares);
        assert!(map(&Lazy, &[], |n: &u32| n * n).is_empty());
    }
}
