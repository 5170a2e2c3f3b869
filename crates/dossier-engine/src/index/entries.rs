//! The stems of a collection with their forms, in order, as bytes.
//!
//! ```text
//! dictionary = head entries
//! head       = list(endings) list(first)
//! endings    = list(ending)
//! ending     = drop:number text
//! first      = text entries:number postings:number positions:number
//! entry      = shared:number length:number, length bytes of UTF-8,
//!              endings:number documents:number postings:number positions:number
//! ```
//!
//! Stems stand in the order of their bytes, each once, 64 to a block but for the last. Each block
//! has a `first` with its first stem and the bytes of its entries, their postings and their
//! positions. `shared` counts the bytes that a stem has in common with the one before it in its
//! block. An entry says in how many documents the stem stands and how many bytes its postings and
//! positions take, which follow one another in the order of the stems. Its endings are the forms
//! that documents have: how many bytes to drop from the stem and what to put in their place.

use std::ops::Range;

use crate::codec::{Malformed, Reader, Writer, write_number, write_text};

/// Stems of a block.
pub(super) const BLOCK: usize = 64;

/// How a form of a stem differs from it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ending {
    /// Bytes to drop from the end of the stem.
    pub drop: u32,
    /// What to append then.
    pub text: String,
}

impl Ending {
    /// The ending that makes `form` of `stem`.
    pub fn of(stem: &str, form: &str) -> Self {
        let characters = stem.chars().zip(form.chars());
        let shared = characters
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8());
        let shared = shared.sum::<usize>();
        Self {
            drop: (stem.len() - shared) as u32,
            text: form[shared..].into(),
        }
    }

    /// Writes the form of `stem` over `form`; `None` where the ending does not fit it.
    pub fn apply(&self, stem: &str, form: &mut String) -> Option<()> {
        let kept = stem.len().checked_sub(self.drop as usize)?;
        form.clear();
        form.push_str(stem.get(..kept)?);
        form.push_str(&self.text);
        Some(())
    }
}

/// What the dictionary says of a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its position among all stems.
    pub position: u32,
    /// In how many documents it stands.
    pub documents: u32,
    pub endings: u32,
    /// Where its postings begin and end in their section.
    pub postings: (u32, u32),
    /// Where its positions begin and end in theirs.
    pub positions: (u32, u32),
}

/// The first stem of a block and where the block's bytes begin.
#[derive(Clone, Debug)]
struct First {
    stem: String,
    entries: u32,
    postings: u32,
    positions: u32,
}

/// How far the forms of a set of endings go from their stem, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reach {
    /// How much shorter a form is at most.
    pub shorter: usize,
    /// How much longer.
    pub longer: usize,
    /// How much of the stem a form drops at most.
    pub drop: usize,
}

impl Reach {
    fn of(endings: &[Ending]) -> Self {
        let mut reach = Self::default();
        for ending in endings {
            let drop = ending.drop as usize;
            reach.shorter = reach.shorter.max(drop.saturating_sub(ending.text.len()));
            reach.longer = reach.longer.max(ending.text.len().saturating_sub(drop));
            reach.drop = reach.drop.max(drop);
        }
        reach
    }
}

/// The head of a dictionary: what has to be read to find an entry.
#[derive(Debug)]
pub(super) struct Head {
    endings: Vec<Vec<Ending>>,
    /// For each set of endings, by how many bytes a form may be shorter and longer than the stem,
    /// and how many bytes of a stem all forms keep less.
    reaches: Vec<Reach>,
    firsts: Vec<First>,
    /// Bytes of all entries, postings and positions.
    ends: (u32, u32, u32),
}

/// A stem with its entry, for writing; the positions in the sections are lengths here.
pub(super) struct Written<'a> {
    pub stem: &'a str,
    pub endings: u32,
    pub documents: u32,
    pub postings: u32,
    pub positions: u32,
}

/// Writes head and entries of a dictionary.
pub(super) fn write(endings: &[Vec<Ending>], stems: &[Written<'_>]) -> (Writer, Writer) {
    let mut head = Writer::new();
    write_number(endings.len() as u32, &mut head);
    for set in endings {
        write_number(set.len() as u32, &mut head);
        for ending in set {
            write_number(ending.drop, &mut head);
            write_text(&ending.text, &mut head);
        }
    }
    let mut entries = Writer::new();
    write_number(stems.chunks(BLOCK).count() as u32, &mut head);
    for block in stems.chunks(BLOCK) {
        let start = entries.len();
        let mut before = "";
        for written in block {
            let bytes = written.stem.bytes().zip(before.bytes());
            let shared = bytes.take_while(|(a, b)| a == b).count();
            write_number(shared as u32, &mut entries);
            write_number((written.stem.len() - shared) as u32, &mut entries);
            entries.extend_from_slice(&written.stem.as_bytes()[shared..]);
            write_number(written.endings, &mut entries);
            write_number(written.documents, &mut entries);
            write_number(written.postings, &mut entries);
            write_number(written.positions, &mut entries);
            before = written.stem;
        }
        write_text(block.first().map_or("", |first| first.stem), &mut head);
        write_number((entries.len() - start) as u32, &mut head);
        write_number(block.iter().map(|of| of.postings).sum(), &mut head);
        write_number(block.iter().map(|of| of.positions).sum(), &mut head);
    }
    (head, entries)
}

impl Head {
    /// Reads the head.
    pub fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut endings = Vec::new();
        for _ in 0..input.count()? {
            let mut set = Vec::new();
            for _ in 0..input.count()? {
                let drop = input.number()?;
                let text = input.text()?.into();
                set.push(Ending { drop, text });
            }
            endings.push(set);
        }
        let mut firsts: Vec<First> = Vec::new();
        let (mut entries, mut postings, mut positions) = (0_u32, 0_u32, 0_u32);
        let add = |end: &mut u32, length: u32| {
            *end = end
                .checked_add(length)
                .ok_or(Malformed("sections of 32 bits"))?;
            Ok(())
        };
        for _ in 0..input.count()? {
            let stem = input.text()?;
            if firsts
                .last()
                .is_some_and(|before| before.stem.as_str() >= stem)
            {
                return Err(Malformed("stems in order"));
            }
            firsts.push(First {
                stem: stem.into(),
                entries,
                postings,
                positions,
            });
            add(&mut entries, input.number()?)?;
            add(&mut postings, input.number()?)?;
            add(&mut positions, input.number()?)?;
        }
        Ok(Self {
            reaches: endings.iter().map(|set| Reach::of(set)).collect(),
            endings,
            firsts,
            ends: (entries, postings, positions),
        })
    }

    /// Bytes of all entries, of all postings, of all positions.
    pub fn lengths(&self) -> (u32, u32, u32) {
        self.ends
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.firsts.len()
    }

    /// How far the forms of a set of endings go from their stem.
    pub fn reach(&self, endings: u32) -> Reach {
        let reach = self.reaches.get(endings as usize);
        reach.copied().unwrap_or_default()
    }

    /// The endings of a set.
    pub fn endings(&self, endings: u32) -> &[Ending] {
        self.endings
            .get(endings as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// The range of blocks in which stems from `low` on and not after `high` can stand.
    pub fn blocks(&self, low: &str, high: Option<&str>) -> Range<usize> {
        let start = self
            .firsts
            .partition_point(|first| first.stem.as_str() <= low);
        let start = start.saturating_sub(1);
        let end = high.map_or(self.firsts.len(), |high| {
            let begins =
                |first: &First| first.stem.as_str() <= high || first.stem.starts_with(high);
            self.firsts.partition_point(begins)
        });
        start..end.max(start)
    }

    /// The bytes of the entries of some blocks.
    pub fn bytes_of(&self, blocks: &Range<usize>) -> Range<usize> {
        let start = |block: usize| {
            self.firsts
                .get(block)
                .map_or(self.ends.0, |first| first.entries)
        };
        start(blocks.start) as usize..start(blocks.end) as usize
    }

    /// Calls `found` with the stems of some blocks and their entries, in order, until it gives
    /// `false`. `entries` are the bytes of these blocks.
    pub fn each(
        &self,
        blocks: Range<usize>,
        entries: &[u8],
        mut found: impl FnMut(&str, &Entry) -> bool,
    ) -> Result<(), Malformed> {
        let mut input = Reader::new(entries);
        let mut stem = Vec::new();
        for block in blocks {
            let first = &self.firsts[block];
            let next = self.firsts.get(block + 1);
            let end = next.map_or(self.ends, |next| {
                (next.entries, next.postings, next.positions)
            });
            let mut block_input = Reader::new(input.take((end.0 - first.entries) as usize)?);
            let (mut postings, mut positions) = (first.postings, first.positions);
            stem.clear();
            let mut position = (block * BLOCK) as u32;
            while !block_input.is_done() {
                let shared = block_input.number()? as usize;
                if shared > stem.len() {
                    return Err(Malformed("stems that share what the one before has"));
                }
                stem.truncate(shared);
                let length = block_input.count()?;
                stem.extend_from_slice(block_input.take(length)?);
                let endings = block_input.number()?;
                let documents = block_input.number()?;
                let after_postings = postings.saturating_add(block_input.number()?);
                let after_positions = positions.saturating_add(block_input.number()?);
                if after_postings > end.1 || after_positions > end.2 {
                    return Err(Malformed("entries that fit their blocks"));
                }
                let entry = Entry {
                    position,
                    documents,
                    endings,
                    postings: (postings, after_postings),
                    positions: (positions, after_positions),
                };
                (postings, positions) = (after_postings, after_positions);
                position += 1;
                let text = str::from_utf8(&stem).map_err(|_| Malformed("stems in UTF-8"))?;
                if !found(text, &entry) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// Calls `found` with every stem, as bytes, with the number of its set of endings and how many
/// bytes it shares with the one before, in order. Reads less of an entry than [`Head::each`].
pub(super) fn scan(
    entries: &[u8],
    mut found: impl FnMut(&[u8], u32, usize),
) -> Result<(), Malformed> {
    let mut input = Reader::new(entries);
    let mut stem: Vec<u8> = Vec::new();
    while !input.is_done() {
        let shared = input.number()? as usize;
        let length = input.count()?;
        if shared > stem.len() {
            return Err(Malformed("stems that share what the one before has"));
        }
        // The first of a block is written whole.
        stem.truncate(shared);
        stem.extend_from_slice(input.take(length)?);
        let endings = input.number()?;
        for _ in 0..3 {
            while input.byte()? & 0x80 != 0 {}
        }
        found(&stem, endings, shared);
    }
    Ok(())
}
