//! Work in independent parts, which whoever has threads may share out among them.

use std::sync::Mutex;

/// Does work that has independent parts.
pub trait Workers: Sync {
    /// Does `part` for the numbers below `count`, in any order, several at a time or one after the
    /// other. Calls `then` where it was called itself, for each number in order, once its part is
    /// done; few parts are done far ahead of that.
    fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync), then: &mut dyn FnMut(usize));
}

/// Does one part after the other, where it is called.
#[derive(Clone, Copy, Debug, Default)]
pub struct OneByOne;

impl Workers for OneByOne {
    fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync), then: &mut dyn FnMut(usize)) {
        for number in 0..count {
            part(number);
            then(number);
        }
    }
}

/// Hands what `work` makes of each item to `take`, in the order of the items. What is made and not
/// taken yet is little.
pub fn fold<'i, T: Sync, R: Send>(
    workers: &dyn Workers,
    items: &'i [T],
    work: impl Fn(&'i T) -> R + Sync,
    mut take: impl FnMut(&'i T, R),
) {
    let mut done: Vec<Mutex<Option<R>>> = Vec::new();
    done.resize_with(items.len(), Mutex::default);
    let part = |number: usize| {
        if let (Some(item), Some(place)) = (items.get(number), done.get(number)) {
            let result = work(item);
            if let Ok(mut place) = place.lock() {
                *place = Some(result);
            }
        }
    };
    let mut then = |number: usize| {
        if let (Some(item), Some(place)) = (items.get(number), done.get(number)) {
            let result = place.lock().ok().and_then(|mut place| place.take());
            // A part that nobody did is done now.
            take(item, result.unwrap_or_else(|| work(item)));
        }
    };
    workers.each(items.len(), &part, &mut then);
}

/// What `work` makes of each item, in the order of the items.
pub fn map<'i, T: Sync, R: Send>(
    workers: &dyn Workers,
    items: &'i [T],
    work: impl Fn(&'i T) -> R + Sync,
) -> Vec<R> {
    let mut results = Vec::with_capacity(items.len());
    fold(workers, items, work, |_, result| results.push(result));
    results
}

/// What parts of work use again one after the other: one for each part that is being done.
#[derive(Debug)]
pub(crate) struct Pool<T>(Mutex<Vec<T>>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Pool<T> {
    /// Does work with one that nobody uses, or a new one.
    pub(crate) fn with<R>(&self, new: impl FnOnce() -> T, work: impl FnOnce(&mut T) -> R) -> R {
        // What another thread left behind when it panicked is as good as none.
        let free = self.0.lock().ok().and_then(|mut free| free.pop());
        let mut used = free.unwrap_or_else(new);
        let result = work(&mut used);
        if let Ok(mut free) = self.0.lock() {
            free.push(used);
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does every second part only, the last one first.
    struct Lazy;

    impl Workers for Lazy {
        fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync), then: &mut dyn FnMut(usize)) {
            (0..count).rev().step_by(2).for_each(part);
            (0..count).for_each(then);
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

    #[test]
    fn what_is_free_is_used_again() {
        let pool: Pool<u32> = Pool::default();
        let next = |used: &mut u32| {
            *used += 1;
            *used
        };
        assert_eq!(pool.with(|| 4, next), 5);
        assert_eq!(pool.with(|| 4, next), 6);
        let inner = pool.with(|| 4, |_| pool.with(|| 1, next));
        assert_eq!(inner, 2);
    }
}
