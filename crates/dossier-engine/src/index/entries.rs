//! The stems of a collection with their forms, in order, as bytes.
//!
//! ```text
//! dictionary = head entries
//! head       = list(endings) stems:number first{blocks}
//! endings    = list(ending)
//! ending     = drop:number text
//! first      = text entries:number postings:number positions:number
//! entries    = block{blocks}
//! block      = documents:number{stems} endings:number{stems} sizes{common stems} rest{stems - 1}
//! sizes      = postings:number positions:number
//! rest       = shared:byte bytes of UTF-8
//! ```
//!
//! Stems stand in the order of their bytes, each once, 64 to a block but for the last. Each block
//! has a `first` with its first stem and the bytes of its entries, their postings and their
//! positions. What a block says of its stems stands together by kind, which compresses better and
//! lets a reader pass over what it does not need: in how many documents each stem stands; the
//! forms that documents have, as how many bytes to drop from the stem and what to put in their
//! place; how many bytes the postings and positions of a common stem take. Rare stems share theirs,
//! after those of the common ones of the block. Of each stem but the first, `shared` counts the
//! bytes that it has in common with the one before, at most 31, and what follows goes on until the
//! next byte below 32, which no stem has.

use std::ops::Range;

use super::rare::is_rare;
use crate::codec::{Malformed, Reader, Writer, write_number, write_text};

/// Stems of a block.
pub(super) const BLOCK: usize = 64;

/// Bytes below this say how many bytes a stem shares with the one before; none is in a stem.
const SHARED: u8 = 32;

/// How a form of a stem differs from it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ending<T = String> {
    /// Bytes to drop from the end of the stem.
    pub drop: u32,
    /// What to append then.
    pub text: T,
}

impl<'f> Ending<&'f str> {
    /// The ending that makes `form` of `stem`.
    pub fn of(stem: &str, form: &'f str) -> Self {
        let characters = stem.chars().zip(form.chars());
        let shared = characters
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8());
        let shared = shared.sum::<usize>();
        Self {
            drop: (stem.len() - shared) as u32,
            text: &form[shared..],
        }
    }

    /// The same, with a text of its own.
    pub fn owned(&self) -> Ending {
        Ending {
            drop: self.drop,
            text: self.text.into(),
        }
    }
}

impl Ending {
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
    /// Where its postings begin and end in their section: those of all rare stems of its block, if
    /// it is rare.
    pub postings: (u32, u32),
    /// Where its positions begin and end in theirs, likewise.
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
    /// How many stems there are.
    stems: usize,
    firsts: Vec<First>,
    /// Bytes of all entries, postings and positions.
    ends: (u32, u32, u32),
}

/// A stem with its entry, for writing; the positions in the sections are lengths here, of which a
/// rare stem has none of its own.
pub(super) struct Written<'a> {
    pub stem: &'a str,
    pub endings: u32,
    pub documents: u32,
    pub postings: u32,
    pub positions: u32,
}

/// Writes head and entries of a dictionary. `sizes` are the bytes of the postings and positions of
/// each block.
pub(super) fn write(
    endings: &[Vec<Ending>],
    stems: &[Written<'_>],
    sizes: &[(u32, u32)],
) -> (Writer, Writer) {
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
    write_number(stems.len() as u32, &mut head);
    for (block, &(postings, positions)) in stems.chunks(BLOCK).zip(sizes) {
        let start = entries.len();
        write_block(block, &mut entries);
        write_text(block.first().map_or("", |first| first.stem), &mut head);
        write_number((entries.len() - start) as u32, &mut head);
        write_number(postings, &mut head);
        write_number(positions, &mut head);
    }
    (head, entries)
}

fn write_block(block: &[Written<'_>], out: &mut Writer) {
    for written in block {
        write_number(written.documents, out);
    }
    for written in block {
        write_number(written.endings, out);
    }
    for written in block.iter().filter(|of| !is_rare(of.documents)) {
        write_number(written.postings, out);
        write_number(written.positions, out);
    }
    for pair in block.windows(2) {
        let (before, stem) = (pair[0].stem.as_bytes(), pair[1].stem.as_bytes());
        let shared = before.iter().zip(stem).take_while(|(a, b)| a == b).count();
        let shared = shared.min(usize::from(SHARED - 1));
        out.push(shared as u8);
        out.extend_from_slice(&stem[shared..]);
    }
}

/// What is called with the number of a stem in its block, the stem, and how many bytes it shares with
/// the one before; gives whether to go on.
type EachStem<'a> = dyn FnMut(usize, &[u8], usize) -> Result<bool, Malformed> + 'a;

/// A block that is being read.
struct Block<'a> {
    documents: [u32; BLOCK],
    endings: [u32; BLOCK],
    /// How many stems it has.
    count: usize,
    /// What follows the endings.
    rest: Reader<'a>,
}

impl<'a> Block<'a> {
    fn read(bytes: &'a [u8], count: usize) -> Result<Self, Malformed> {
        let mut block = Self {
            documents: [0; BLOCK],
            endings: [0; BLOCK],
            count,
            rest: Reader::new(bytes),
        };
        for documents in &mut block.documents[..count] {
            *documents = block.rest.number()?;
        }
        for endings in &mut block.endings[..count] {
            *endings = block.rest.number()?;
        }
        Ok(block)
    }

    /// Takes the sizes of postings and positions of the next common stem off the rest.
    fn sizes(&mut self) -> Result<(u32, u32), Malformed> {
        Ok((self.rest.number()?, self.rest.number()?))
    }

    /// How many common stems it has.
    fn common(&self) -> usize {
        let common = self.documents[..self.count].iter();
        common.filter(|&&documents| !is_rare(documents)).count()
    }

    /// Calls `found` with the number of each stem in the block, the stem, and how many bytes it
    /// shares with the one before, until it gives `false`. What is left must be the stems but for
    /// the first.
    fn stems(self, first: &str, found: &mut EachStem<'_>) -> Result<bool, Malformed> {
        let mut stem = Vec::from(first);
        let mut rest = self.rest.rest();
        if !found(0, &stem, 0)? {
            return Ok(false);
        }
        for number in 1..self.count {
            let Some((&shared, after)) = rest.split_first() else {
                return Err(Malformed("as many stems as it says"));
            };
            let shared = usize::from(shared);
            if shared >= usize::from(SHARED) || shared > stem.len() {
                return Err(Malformed("stems that share what the one before has"));
            }
            let end = after.iter().position(|&byte| byte < SHARED);
            let (own, after) = after.split_at(end.unwrap_or(after.len()));
            stem.truncate(shared);
            stem.extend_from_slice(own);
            rest = after;
            if !found(number, &stem, shared)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
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
        let stems = input.number()? as usize;
        let mut firsts: Vec<First> = Vec::new();
        let (mut entries, mut postings, mut positions) = (0_u32, 0_u32, 0_u32);
        let add = |end: &mut u32, length: u32| {
            *end = end
                .checked_add(length)
                .ok_or(Malformed("sections of 32 bits"))?;
            Ok(())
        };
        for _ in 0..stems.div_ceil(BLOCK) {
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
            stems,
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

    /// The endings of all sets.
    pub fn all_endings(&self) -> impl Iterator<Item = &Ending> {
        self.endings.iter().flatten()
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

    /// A block, read from the bytes of the entries that begin with it, and what follows it there.
    fn block<'b>(
        &self,
        block: usize,
        entries: &'b [u8],
    ) -> Result<(Block<'b>, &'b [u8]), Malformed> {
        let size = self.bytes_of(&(block..block + 1)).len();
        let split = entries.split_at_checked(size);
        let (bytes, rest) = split.ok_or(Malformed("entries of the length that it says"))?;
        let count = (self.stems - block * BLOCK).min(BLOCK);
        Ok((Block::read(bytes, count)?, rest))
    }

    /// In how many documents each of the rare stems stands that are before another in its block;
    /// `entries` are the bytes of the block.
    pub fn rare_before(&self, position: u32, entries: &[u8]) -> Result<Vec<u32>, Malformed> {
        let position = position as usize;
        let (block, _) = self.block(position / BLOCK, entries)?;
        let before = block.documents[..position % BLOCK].iter().copied();
        Ok(before.filter(|&documents| is_rare(documents)).collect())
    }

    /// Calls `found` with the stems of some blocks and their entries, in order, until it gives
    /// `false`. `entries` are the bytes of these blocks.
    pub fn each(
        &self,
        blocks: Range<usize>,
        mut entries: &[u8],
        found: &mut dyn FnMut(&str, &Entry) -> bool,
    ) -> Result<(), Malformed> {
        for number in blocks {
            let first = &self.firsts[number];
            let next = self.firsts.get(number + 1);
            let end = next.map_or(self.ends, |next| {
                (next.entries, next.postings, next.positions)
            });
            let (mut block, rest) = self.block(number, entries)?;
            entries = rest;
            // Where the postings and positions of the common stems begin, and then of the rare ones.
            let mut starts = [(first.postings, first.positions); BLOCK + 1];
            let common = block.common();
            for at in 0..common {
                let (postings, positions) = block.sizes()?;
                let start = starts[at];
                let after = (
                    start.0.saturating_add(postings),
                    start.1.saturating_add(positions),
                );
                if after.0 > end.1 || after.1 > end.2 {
                    return Err(Malformed("entries that fit their blocks"));
                }
                starts[at + 1] = after;
            }
            let (documents, endings) = (block.documents, block.endings);
            let mut passed = 0;
            let goes_on = block.stems(&first.stem, &mut |at, stem, _| {
                let is_common = !is_rare(documents[at]);
                let (from, to) = if is_common {
                    passed += 1;
                    (starts[passed - 1], starts[passed])
                } else {
                    (starts[common], (end.1, end.2))
                };
                let entry = Entry {
                    position: (number * BLOCK + at) as u32,
                    documents: documents[at],
                    endings: endings[at],
                    postings: (from.0, to.0),
                    positions: (from.1, to.1),
                };
                let stem = str::from_utf8(stem).map_err(|_| Malformed("stems in UTF-8"))?;
                Ok(found(stem, &entry))
            })?;
            if !goes_on {
                break;
            }
        }
        Ok(())
    }

    /// Calls `found` with every stem, as bytes, with the number of its set of endings and how many
    /// bytes it shares with the one before, in order; 0 for the first of a block, which may share
    /// some. `entries` are those of all blocks. Reads less of an entry than [`Head::each`].
    pub fn scan(
        &self,
        mut entries: &[u8],
        mut found: impl FnMut(&[u8], u32, usize),
    ) -> Result<(), Malformed> {
        for (number, first) in self.firsts.iter().enumerate() {
            let (mut block, rest) = self.block(number, entries)?;
            entries = rest;
            for _ in 0..block.common() {
                block.sizes()?;
            }
            let endings = block.endings;
            block.stems(&first.stem, &mut |at, stem, shared| {
                found(stem, endings[at], shared);
                Ok(true)
            })?;
        }
        Ok(())
    }
}
