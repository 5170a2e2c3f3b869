//! Building on all cores.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use dossier_engine::archive;
use dossier_engine::index::Builder;
use dossier_engine::pipeline::{AnalysedDocument, Collection};
use dossier_engine::work::{self, Workers};

/// All cores of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cores;

impl Cores {
    fn count() -> usize {
        thread::available_parallelism().map_or(1, usize::from)
    }
}

impl Workers for Cores {
    fn each(&self, count: usize, part: &(dyn Fn(usize) + Sync), then: &mut dyn FnMut(usize)) {
        let threads = Self::count().min(count);
        let queue = Queue::new(count, threads);
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|| {
                    let _leaves = Leaves(&queue);
                    while let Some(number) = queue.next_part() {
                        part(number);
                        queue.done(number);
                    }
                });
            }
            // This thread passes on what is done, and does parts while nothing is.
            let _leaves = Leaves(&queue);
            while let Some(step) = queue.next_step() {
                match step {
                    Step::Do(number) => {
                        part(number);
                        queue.done(number);
                    }
                    Step::Pass(number) => then(number),
                }
            }
        });
    }
}

/// How many parts for each thread may be done and not passed on.
const AHEAD: usize = 16;

/// Parts that are done by several threads and passed on in order by one.
struct Queue {
    count: usize,
    ahead: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many parts were begun.
    begun: usize,
    /// How many were passed on.
    passed: usize,
    /// Which are done.
    done: Vec<bool>,
    /// Whether a thread panicked, so that the others are not to wait for it.
    broken: bool,
}

enum Step {
    Do(usize),
    Pass(usize),
}

impl Queue {
    fn new(count: usize, threads: usize) -> Self {
        Self {
            count,
            ahead: AHEAD * threads,
            state: Mutex::new(State {
                done: vec![false; count],
                ..State::default()
            }),
            changed: Condvar::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        let state = self.changed.wait(state);
        state.unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a part that nobody has begun, if one may be.
    fn begin(&self, state: &mut State) -> Option<usize> {
        let number = state.begun;
        let may = number < self.count && number < state.passed + self.ahead;
        state.begun += usize::from(may);
        may.then_some(number)
    }

    /// The next part to be done, for which it waits; `None` where all are begun.
    fn next_part(&self) -> Option<usize> {
        let mut state = self.state();
        while !state.broken && state.begun < self.count {
            if let Some(number) = self.begin(&mut state) {
                return Some(number);
            }
            state = self.wait(state);
        }
        None
    }

    /// What the thread that passes on does next; `None` where all is passed on.
    fn next_step(&self) -> Option<Step> {
        let mut state = self.state();
        while !state.broken && state.passed < self.count {
            let number = state.passed;
            if state.done[number] {
                state.passed += 1;
                self.changed.notify_all();
                return Some(Step::Pass(number));
            }
            if let Some(number) = self.begin(&mut state) {
                return Some(Step::Do(number));
            }
            state = self.wait(state);
        }
        None
    }

    fn done(&self, number: usize) {
        self.state().done[number] = true;
        self.changed.notify_all();
    }
}

/// Tells the others when a thread leaves in a panic.
struct Leaves<'q>(&'q Queue);

impl Drop for Leaves<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.state().broken = true;
            self.0.changed.notify_all();
        }
    }
}

/// Documents from which on a thread is worth its start.
const WORTH_A_THREAD: usize = 256;

/// The archive of a collection, indexed on all cores: the same bytes as
/// [`archive::write`] gives on one.
#[must_use]
pub fn archive(collection: &Collection) -> Vec<u8> {
    let cores = Cores::count();
    let documents = &collection.documents;
    let size = documents.len().div_ceil(cores).max(WORTH_A_THREAD);
    let index = |part: &&[AnalysedDocument]| {
        let mut builder = Builder::new();
        for entry in *part {
            builder.add(&entry.document);
        }
        builder
    };
    let parts: Vec<_> = documents.chunks(size).collect();
    let parts = work::map(&Cores, &parts, index);
    archive::write_with(collection, parts, &Cores)
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::Document;
    use dossier_engine::pipeline;

    use dossier_engine::source::Source;

    use super::*;

    #[test]
    fn all_cores_write_the_same_bytes_as_one() {
        let documents = (0..3 * WORTH_A_THREAD).map(|number| {
            let text = format!(
                "Ship {} left port {}.\n\nIt sailed.",
                number % 7,
                number % 50
            );
            Document::plain(&number.to_string(), "Ships", &text)
        });
        let collection = pipeline::searchable(documents.collect(), String::new(), String::new());
        assert_eq!(super::archive(&collection), archive::write(&collection));
    }

    #[test]
    fn all_cores_build_the_same_collection_as_one() {
        let texts: Vec<(String, String)> = (0..100)
            .map(|number| {
                let text = format!(
                    "# Report {number}\n\nGeneral Anna Berg{n} met Paul Reyes of the United Nations \
                     in Oslo on 3 May 2021. Berg{n} spoke of {number} tanks.\n",
                    n = number % 9
                );
                (format!("{number:03}.md"), text)
            })
            .collect();
        let sources = texts.iter().map(|(path, text)| Source {
            path,
            bytes: text.as_bytes(),
        });
        let sources: Vec<Source<'_>> = sources.collect();
        let tagger = crate::english_tagger().expect("the model that ships");
        let one = pipeline::build(&sources, None, Some(&tagger));
        let all = pipeline::build_with(&sources, None, Some(&tagger), &Cores);
        assert!(one.collection.entities.len() > 9);
        assert_eq!(one.collection, all.collection);
        assert_eq!(one.diagnostics, all.diagnostics);
    }
}
