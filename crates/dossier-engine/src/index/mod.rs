//! The inverted index: which words stand where.
//!
//! ```text
//! words  = language:text words:dictionary stems:dictionary entry{words} list(lengths)
//! entry  = stem:number size:number
//! lengths= title:number byline:number body:number list(passage:number)
//! ```
//!
//! The language is that of the analyser. A word's `stem` is a position in `stems`, its `size` the
//! length in bytes of its postings, which follow one another in the section of postings in the
//! order of the words. Lengths count words, for each document in order.

mod build;
mod dictionary;
mod postings;
mod typo;

pub use postings::Occurrence;
pub use typo::{budget, distance};

use std::borrow::Cow;
use std::ops::Range;

use crate::codec::{Malformed, Reader, Stored, Writer, write_number, write_text};
use crate::document::Document;
use crate::order;
use crate::text::Analyser;
use dictionary::Dictionary;

/// A searched field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title. Spans are offsets into [`Document::title`](crate::document::Document::title).
    Title,
    /// The line of metadata. Spans are offsets into what
    /// [`Document::byline`](crate::document::Document::byline) gives.
    Byline,
    /// Headings and passages. Spans are offsets into
    /// [`Document::text`](crate::document::Document::text).
    Body,
}

impl Field {
    /// All fields, in reading order.
    pub const ALL: [Self; 3] = [Self::Title, Self::Byline, Self::Body];
}

/// A word of the index: its position among all words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordId(u32);

/// How many words the fields of a document have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// Words of the title.
    pub title: u32,
    /// Words of the byline.
    pub byline: u32,
    /// Words of headings and passages.
    pub body: u32,
    /// Words of each passage.
    pub passages: Vec<u32>,
}

impl Stored for Lengths {
    fn write(&self, out: &mut Writer) {
        self.title.write(out);
        self.byline.write(out);
        self.body.write(out);
        self.passages.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            title: u32::read(input)?,
            byline: u32::read(input)?,
            body: u32::read(input)?,
            passages: Vec::read(input)?,
        })
    }
}

/// Which words stand where in the documents of a collection.
#[derive(Debug)]
pub struct Index {
    language: String,
    words: Dictionary,
    stems: Dictionary,
    /// Of each word.
    stem_of: Vec<u32>,
    /// Stem and word, sorted: the words of a stem stand together.
    by_stem: Vec<(u32, u32)>,
    /// Where the postings of each word end.
    ends: Vec<u32>,
    postings: Cow<'static, [u8]>,
    lengths: Vec<Lengths>,
}

impl Index {
    /// The analyser that made the index, and that queries have to use.
    #[must_use]
    pub fn analyser(&self) -> Analyser {
        Analyser::new(&self.language)
    }

    /// The word, folded as the analyser does, if any document has it.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<WordId> {
        self.words.find(word).map(|at| WordId(at as u32))
    }

    /// All words with this stem.
    pub fn with_stem(&self, stem: &str) -> impl Iterator<Item = WordId> {
        let stem = self.stems.find(stem).map(|at| at as u32);
        let start = self
            .by_stem
            .partition_point(|&(other, _)| Some(other) < stem);
        self.by_stem[start..]
            .iter()
            .take_while(move |&&(other, _)| Some(other) == stem)
            .map(|&(_, word)| WordId(word))
    }

    /// The words that begin with `prefix`, at most `limit`: those that stand in most documents.
    #[must_use]
    pub fn with_prefix(&self, prefix: &str, limit: usize) -> Vec<WordId> {
        let range = self.words.with_prefix(prefix);
        let mut found: Vec<_> = range.map(|at| WordId(at as u32)).collect();
        if found.len() > limit {
            order::sort_by_key(&mut found, |&word| {
                (std::cmp::Reverse(self.document_count(word)), word)
            });
            found.truncate(limit);
            order::sort(&mut found);
        }
        found
    }

    /// The words within `budget` typing errors of a word, with their distances: closest first, then
    /// those that stand in most documents.
    #[must_use]
    pub fn near(&self, word: &str, budget: usize) -> Vec<(WordId, usize)> {
        let mut found: Vec<_> = self
            .words
            .near(word, budget)
            .into_iter()
            .map(|(at, distance)| (WordId(at as u32), distance))
            .collect();
        order::sort_by_key(&mut found, |&(word, distance)| {
            (distance, std::cmp::Reverse(self.document_count(word)), word)
        });
        found
    }

    /// The word as the analyser folds it.
    #[must_use]
    pub fn word(&self, word: WordId) -> &str {
        self.words.word(word.0 as usize)
    }

    /// The stem of a word.
    #[must_use]
    pub fn stem(&self, word: WordId) -> &str {
        let stem = self.stem_of.get(word.0 as usize);
        self.stems
            .word(stem.map_or(usize::MAX, |&stem| stem as usize))
    }

    /// In how many documents a word stands.
    #[must_use]
    pub fn document_count(&self, word: WordId) -> u32 {
        postings::document_count(&self.postings[self.postings_of(word)])
    }

    /// Where a word stands, in the order of documents, fields and positions.
    #[must_use]
    pub fn occurrences(&self, word: WordId) -> Vec<Occurrence> {
        // Opening the archive has read all postings once.
        postings::read(self.word(word), &self.postings[self.postings_of(word)]).unwrap_or_default()
    }

    /// How long the texts of each document are.
    #[must_use]
    pub fn lengths(&self) -> &[Lengths] {
        &self.lengths
    }

    /// The bytes of the section of postings.
    #[must_use]
    pub fn postings(&self) -> &[u8] {
        &self.postings
    }

    fn postings_of(&self, word: WordId) -> Range<usize> {
        let position = word.0 as usize;
        let start = position
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize);
        start..self.ends.get(position).map_or(start, |&end| end as usize)
    }

    /// Appends the section of words.
    pub fn write_words(&self, out: &mut Writer) {
        write_text(&self.language, out);
        self.words.write(out);
        self.stems.write(out);
        for (position, stem) in self.stem_of.iter().enumerate() {
            stem.write(out);
            write_number(self.postings_of(WordId(position as u32)).len() as u32, out);
        }
        self.lengths.write(out);
    }

    /// Reads the section of words, for postings that are checked later.
    ///
    /// # Errors
    /// Where the bytes do not follow the grammar or do not fit the postings.
    pub fn read(input: &mut Reader<'_>, postings: Cow<'static, [u8]>) -> Result<Self, Malformed> {
        let language = String::read(input)?;
        let words = Dictionary::read(input)?;
        let stems = Dictionary::read(input)?;
        let mut stem_of = Vec::new();
        let mut ends = Vec::new();
        let mut end = 0_u32;
        for _ in 0..words.len() {
            let stem = input.number()?;
            if stem as usize >= stems.len() {
                return Err(Malformed("stems of its list"));
            }
            stem_of.push(stem);
            let size = input.number()?;
            end = end
                .checked_add(size)
                .ok_or(Malformed("postings of 32 bits"))?;
            ends.push(end);
        }
        if end as usize != postings.len() {
            return Err(Malformed("postings of the length that it says"));
        }
        let lengths = Vec::read(input)?;
        Ok(Self::assemble(
            language, words, stems, stem_of, ends, postings, lengths,
        ))
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of the struct, once")]
    fn assemble(
        language: String,
        words: Dictionary,
        stems: Dictionary,
        stem_of: Vec<u32>,
        ends: Vec<u32>,
        postings: Cow<'static, [u8]>,
        lengths: Vec<Lengths>,
    ) -> Self {
        let mut by_stem: Vec<(u32, u32)> = (0..)
            .zip(&stem_of)
            .map(|(word, &stem)| (stem, word))
            .collect();
        order::sort(&mut by_stem);
        Self {
            language,
            words,
            stems,
            stem_of,
            by_stem,
            ends,
            postings,
            lengths,
        }
    }

    /// Checks that the lengths are of these documents.
    ///
    /// # Errors
    /// Where they are not.
    pub fn check_words(&self, documents: &[&Document]) -> Result<(), Malformed> {
        let fits = self.lengths.len() == documents.len()
            && self
                .lengths
                .iter()
                .zip(documents)
                .all(|(lengths, document)| lengths.passages.len() == document.passages().count());
        if fits {
            Ok(())
        } else {
            Err(Malformed("lengths of each document and passage"))
        }
    }

    /// Reads all postings once and checks that they lie in the texts of these documents.
    ///
    /// # Errors
    /// Where they do not.
    pub fn check_postings(&self, documents: &[&Document]) -> Result<(), Malformed> {
        let bylines: Vec<String> = documents.iter().map(|document| document.byline()).collect();
        for position in 0..self.words.len() {
            let word = WordId(position as u32);
            let bytes = &self.postings[self.postings_of(word)];
            let occurrences = postings::read(self.word(word), bytes)?;
            let fits = !occurrences.is_empty()
                && occurrences.is_sorted_by(|a, b| a < b)
                && occurrences.iter().all(|at| {
                    documents.get(at.doc.index()).is_some_and(|document| {
                        let text = match at.field {
                            Field::Title => &document.title,
                            Field::Byline => &bylines[at.doc.index()],
                            Field::Body => &document.text,
                        };
                        !at.span.slice(text).is_empty()
                    })
                });
            if !fits {
                return Err(Malformed("places of words inside the documents, in order"));
            }
        }
        Ok(())
    }
}
