//! Questions that wait for an answer.

/// What waits, the latest of each kind only: an earlier one is stale before anybody works on it.
#[derive(Debug)]
pub struct Queue<T>(Vec<(usize, T)>);

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Queue<T> {
    /// Puts a question of a kind into the place of one of that kind that waits, so that it keeps
    /// its turn however often it is asked anew, or else at the end.
    pub fn put(&mut self, kind: usize, question: T) {
        match self.0.iter_mut().find(|(waiting, _)| *waiting == kind) {
            Some((_, waiting)) => *waiting = question,
            None => self.0.push((kind, question)),
        }
    }

    /// The question whose turn it is.
    pub fn take(&mut self) -> Option<T> {
        let has_any = !self.0.is_empty();
        has_any.then(|| self.0.remove(0).1)
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;

    fn order(questions: &[(usize, &'static str)]) -> Vec<&'static str> {
        let mut queue = Queue::default();
        for &(kind, question) in questions {
            queue.put(kind, question);
        }
        std::iter::from_fn(|| queue.take()).collect()
    }

    #[test]
    fn only_the_latest_of_a_kind_waits() {
        assert_eq!(order(&[(0, "s"), (0, "su"), (0, "sum")]), ["sum"]);
    }

    #[test]
    fn what_is_asked_anew_keeps_its_turn() {
        let asked = [(0, "s"), (1, "doc"), (0, "su"), (2, "totals")];
        assert_eq!(order(&asked), ["su", "doc", "totals"]);
    }

    #[test]
    fn an_empty_queue_has_nothing() {
        assert_eq!(order(&[]), [""; 0]);
    }
}
