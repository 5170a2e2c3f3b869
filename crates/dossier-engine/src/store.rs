//! The bytes of an archive, checked page by page as they are read.
//!
//! An archive may be large and a question to it small, so bytes are checked when they are first
//! asked for, a page at a time. They need not all be there: what is asked for and absent is noted,
//! so that a host can bring it and ask again.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::codec::Malformed;

/// Bytes of a page, the unit of checking and of bringing.
pub const PAGE: usize = 16 * 1024;

const ABSENT: u8 = 0;
const PRESENT: u8 = 1;
const CHECKED: u8 = 2;
const WANTED: u8 = 3;

/// Why bytes of an archive cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// They are not those that were written.
    #[error("the archive is damaged: a checksum does not fit")]
    Damaged,
    /// They do not follow the grammar.
    #[error("the archive is malformed: it should have {0}")]
    Malformed(&'static str),
    /// They are not there yet; [`Store::wanted`] says which are missing.
    #[error("bytes of the archive are not there yet")]
    Missing,
}

impl From<Malformed> for Fault {
    fn from(Malformed(expected): Malformed) -> Self {
        Self::Malformed(expected)
    }
}

/// The bytes of an archive, as far as they are there.
#[derive(Debug)]
pub struct Store {
    length: usize,
    /// Of each page.
    checksums: Vec<u32>,
    states: Vec<AtomicU8>,
    /// What is there, in order; no two touch each other, so that bytes that follow one another in
    /// the archive do so here.
    runs: Vec<Run>,
}

/// Whole pages that follow one another.
#[derive(Debug)]
struct Run {
    /// Where they begin.
    start: usize,
    /// Bytes before the first page that do not belong to it.
    skipped: usize,
    bytes: Cow<'static, [u8]>,
}

impl Run {
    fn end(&self) -> usize {
        self.start + self.bytes.len() - self.skipped
    }
}

impl Store {
    /// Bytes that are all there, with the checksum of each page; the pages begin at byte `base`,
    /// from which all positions count.
    #[must_use]
    pub fn whole(bytes: Cow<'static, [u8]>, base: usize, checksums: Vec<u32>) -> Self {
        let skipped = base.min(bytes.len());
        let mut store = Self::absent(bytes.len() - skipped, checksums);
        for state in &store.states {
            state.store(PRESENT, Ordering::Relaxed);
        }
        store.runs.push(Run {
            start: 0,
            skipped,
            bytes,
        });
        store
    }

    /// `length` bytes, none of them there yet, with the checksum of each page.
    #[must_use]
    pub fn absent(length: usize, checksums: Vec<u32>) -> Self {
        Self {
            length,
            states: checksums.iter().map(|_| AtomicU8::new(ABSENT)).collect(),
            checksums,
            runs: Vec::new(),
        }
    }

    /// How many bytes there are when all are there.
    #[must_use]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are no bytes at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Some bytes, checked.
    ///
    /// # Errors
    /// Where they are outside the archive, damaged, or not there yet.
    pub fn get(&self, range: Range<usize>) -> Result<&[u8], Fault> {
        if range.start > range.end || range.end > self.length {
            return Err(Fault::Malformed("positions inside the archive"));
        }
        if range.is_empty() {
            return Ok(&[]);
        }
        let pages = range.start / PAGE..(range.end - 1) / PAGE + 1;
        let states = self.states.get(pages.clone());
        let states = states.ok_or(Fault::Malformed("a checksum for each page"))?;
        let mut missing = false;
        for (page, state) in pages.zip(states) {
            match state.load(Ordering::Relaxed) {
                CHECKED => {}
                PRESENT => self.check(page)?,
                _ => {
                    missing = true;
                    state.store(WANTED, Ordering::Relaxed);
                }
            }
        }
        if missing {
            return Err(Fault::Missing);
        }
        self.bytes(range).ok_or(Fault::Missing)
    }

    /// Some bytes, if all of them are there.
    fn bytes(&self, range: Range<usize>) -> Option<&[u8]> {
        let after = self.runs.partition_point(|run| run.start <= range.start);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let at = |position: usize| position - run.start + run.skipped;
        run.bytes.get(at(range.start)..at(range.end))
    }

    fn check(&self, page: usize) -> Result<(), Fault> {
        let bytes = self.bytes(self.page(page)).ok_or(Fault::Missing)?;
        if crc32(bytes) != self.checksums[page] {
            return Err(Fault::Damaged);
        }
        self.states[page].store(CHECKED, Ordering::Relaxed);
        Ok(())
    }

    fn page(&self, page: usize) -> Range<usize> {
        page * PAGE..((page + 1) * PAGE).min(self.length)
    }

    /// Checks every page.
    ///
    /// # Errors
    /// Where one is damaged or absent.
    pub fn check_all(&self) -> Result<(), Fault> {
        self.get(0..self.length).map(|_| ())
    }

    /// What was asked for since the last call and was not there: whole pages, in order.
    #[must_use]
    pub fn wanted(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (number, state) in self.states.iter().enumerate() {
            let asked =
                state.compare_exchange(WANTED, ABSENT, Ordering::Relaxed, Ordering::Relaxed);
            if asked.is_err() {
                continue;
            }
            let page = self.page(number);
            match ranges.last_mut() {
                Some(last) if last.end == page.start => last.end = page.end,
                _ => ranges.push(page),
            }
        }
        ranges
    }

    /// Brings bytes that stand at `start`. Pages that are brought whole and were not there can be
    /// used.
    pub fn provide(&mut self, start: usize, bytes: &[u8]) {
        let end = start.saturating_add(bytes.len()).min(self.length);
        let mut page = start.div_ceil(PAGE);
        while page < self.states.len() && self.page(page).end <= end {
            let first = page;
            while page < self.states.len() && self.page(page).end <= end && self.is_absent(page) {
                *self.states[page].get_mut() = PRESENT;
                page += 1;
            }
            if page > first {
                let range = self.page(first).start..self.page(page - 1).end;
                self.insert(range.start, &bytes[range.start - start..range.end - start]);
            } else {
                page += 1;
            }
        }
    }

    fn is_absent(&self, page: usize) -> bool {
        matches!(self.states[page].load(Ordering::Relaxed), ABSENT | WANTED)
    }

    /// Adds pages that are not there to the run before them, and what follows them too.
    fn insert(&mut self, start: usize, bytes: &[u8]) {
        let mut at = self.runs.partition_point(|run| run.start < start);
        if at > 0 && self.runs[at - 1].end() == start {
            at -= 1;
            self.runs[at].bytes.to_mut().extend_from_slice(bytes);
        } else {
            let run = Run {
                start,
                skipped: 0,
                bytes: Cow::Owned(bytes.to_vec()),
            };
            self.runs.insert(at, run);
        }
        if let Some(next) = self.runs.get(at + 1)
            && next.start == self.runs[at].end()
        {
            let next = self.runs.remove(at + 1);
            let next = &next.bytes[next.skipped..];
            self.runs[at].bytes.to_mut().extend_from_slice(next);
        }
    }
}

/// All answers, or what the first is that there is not. Every question is asked before one that
/// misses bytes ends it, so that a host can bring together what they need.
///
/// # Errors
/// The first error.
pub fn all<T, E>(answers: impl Iterator<Item = Result<T, E>>) -> Result<Vec<T>, E> {
    let answers: Vec<Result<T, E>> = answers.collect();
    answers.into_iter().collect()
}

/// The checksums of the pages of some bytes.
#[must_use]
pub fn checksums(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks(PAGE).map(crc32).collect()
}

/// Tables for four bytes at a time.
const TABLES: [[u32; 256]; 4] = tables();

const fn tables() -> [[u32; 256]; 4] {
    let mut tables = [[0; 256]; 4];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = (crc >> 1) ^ ((crc & 1) * 0xedb8_8320);
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut table = 1;
    while table < 4 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[table - 1][byte];
            tables[table][byte] = before >> 8 ^ tables[0][(before & 0xff) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

/// The checksum of some bytes: CRC-32 as in IEEE 802.3 (polynomial 0x04C11DB7, reflected), which
/// finds every error burst of up to 32 bits.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<4>();
    let crc = words.iter().fold(!0_u32, |crc, word| {
        let [a, b, c, d] = (crc ^ u32::from_le_bytes(*word)).to_le_bytes();
        TABLES[3][usize::from(a)]
            ^ TABLES[2][usize::from(b)]
            ^ TABLES[1][usize::from(c)]
            ^ TABLES[0][usize::from(d)]
    });
    !rest.iter().fold(crc, |crc, &byte| {
        crc >> 8 ^ TABLES[0][usize::from(crc as u8 ^ byte)]
    })
}

/// A part of the bytes of an archive.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    store: &'a Store,
    start: usize,
    length: usize,
}

impl<'a> Section<'a> {
    /// The bytes `range` of a store.
    #[must_use]
    pub fn new(store: &'a Store, range: Range<usize>) -> Self {
        Self {
            store,
            start: range.start,
            length: range.len(),
        }
    }

    /// How many bytes it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.length
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.length == 0
    }

    /// Bytes of the section, checked.
    ///
    /// # Errors
    /// Where they are outside it, damaged, or not there yet.
    pub fn get(self, range: Range<usize>) -> Result<&'a [u8], Fault> {
        if range.start > range.end || range.end > self.length {
            return Err(Fault::Malformed("positions inside their section"));
        }
        self.store
            .get(self.start + range.start..self.start + range.end)
    }

    /// All of its bytes, checked.
    ///
    /// # Errors
    /// Where they are damaged or not there yet.
    pub fn all(self) -> Result<&'a [u8], Fault> {
        self.get(0..self.length)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at * 7 % 251) as u8).collect()
    }

    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_damaged_page_is_noticed_when_it_is_read_and_no_other() {
        let mut broken = bytes(3 * PAGE);
        let checksums = checksums(&broken);
        broken[PAGE + 5] ^= 1;
        let store = Store::whole(broken.into(), 0, checksums);
        assert!(store.get(0..PAGE).is_ok());
        assert_eq!(store.get(PAGE..PAGE + 1), Err(Fault::Damaged));
        assert!(store.get(2 * PAGE..3 * PAGE).is_ok());
        assert_eq!(store.check_all(), Err(Fault::Damaged));
    }

    #[test]
    fn what_is_missing_is_said_and_can_be_brought() {
        let whole = bytes(3 * PAGE + 9);
        let mut store = Store::absent(whole.len(), checksums(&whole));
        assert_eq!(store.get(5..6), Err(Fault::Missing));
        assert_eq!(store.get(2 * PAGE..3 * PAGE + 1), Err(Fault::Missing));
        assert_eq!(store.wanted(), [0..PAGE, 2 * PAGE..3 * PAGE + 9]);
        assert_eq!(store.wanted(), []);
        store.provide(2 * PAGE, &whole[2 * PAGE..]);
        assert_eq!(store.get(2 * PAGE..3 * PAGE + 9), Ok(&whole[2 * PAGE..]));
        assert_eq!(store.get(0..1), Err(Fault::Missing));
    }

    proptest! {
        #[test]
        fn bytes_come_in_any_order_and_pieces(
            length in 1_usize..5 * PAGE,
            pieces in prop::collection::vec((0_usize..5 * PAGE, 0_usize..3 * PAGE), 0..12),
            asked in prop::collection::vec((0_usize..5 * PAGE, 0_usize..2 * PAGE), 1..12),
        ) {
            let whole = bytes(length);
            let mut store = Store::absent(length, checksums(&whole));
            for (start, count) in pieces {
                let range = start.min(length)..(start + count).min(length);
                store.provide(range.start, &whole[range.clone()]);
            }
            for (start, count) in asked {
                let range = start.min(length)..(start + count).min(length);
                match store.get(range.clone()) {
                    Ok(found) => prop_assert_eq!(found, &whole[range]),
                    Err(fault) => {
                        prop_assert_eq!(fault, Fault::Missing);
                        for wanted in store.wanted() {
                            store.provide(wanted.start, &whole[wanted]);
                        }
                        prop_assert_eq!(store.get(range.clone()), Ok(&whole[range]));
                    }
                }
            }
        }
    }

    #[test]
    fn a_section_ends_where_it_ends() {
        let whole = bytes(100);
        let checksums = checksums(&whole);
        let store = Store::whole(whole.into(), 0, checksums);
        let section = Section::new(&store, 10..20);
        assert_eq!(section.all().map(<[u8]>::len), Ok(10));
        assert!(section.get(5..11).is_err());
    }
}
