//! The inverted index: which documents have a stem, how often, and where.
//!
//! ```text
//! head = language:text foreign:flag documents:number dictionary-head
//! ```
//!
//! An index is seven sections, of which a question reads what it needs: the head, which is read
//! when an archive is opened; the dictionary's entries; lengths and postings, which ranking reads;
//! signatures, for what the best documents have in common; extents and positions, for phrases and
//! nearness.

mod build;
mod dictionary;
mod endings;
mod entries;
mod extents;
mod frequency;
mod norms;
mod occurrences;
mod positions;
mod postings;
mod rare;
mod signatures;
mod typo;

pub use build::{Builder, finish};
pub use extents::Extent;
pub use frequency::Frequency;
pub use norms::{Norms, rarity};
pub use positions::Places;
pub use postings::{END, Postings};
pub use typo::{budget, distance};

use std::sync::OnceLock;

use crate::bits::BitReader;
use crate::codec::{Malformed, Reader, Stored, Writer, write_number, write_text};
use crate::order;
use crate::store::{Fault, Section};
use crate::text::{Analyser, stem_of_english, unelided};
use dictionary::Dictionary;
use entries::Entry;
use norms::Worth;
use positions::{Positions, read_places};
use rare::{RareLists, is_rare};

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

/// The sections of an index.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sections<T = Writer> {
    /// Language, number of documents, and what finds a stem among the entries.
    pub head: T,
    /// The dictionary's entries.
    pub entries: T,
    /// Lengths, a byte each.
    pub lengths: T,
    /// Documents and frequencies of each stem.
    pub postings: T,
    /// The stems that say most of each document.
    pub signatures: T,
    /// Words of each block of each document.
    pub extents: T,
    /// Positions of each stem.
    pub positions: T,
}

/// What of an index is read when an archive is opened.
#[derive(Debug)]
pub struct Head {
    language: String,
    /// Whether documents in another language than English have stems of that language.
    is_foreign: bool,
    documents: u32,
    dictionary: entries::Head,
    /// Worked out when first asked for.
    worth: OnceLock<Worth>,
}

impl Head {
    fn write(
        language: &str,
        is_foreign: bool,
        documents: u32,
        dictionary: &[u8],
        out: &mut Writer,
    ) {
        write_text(language, out);
        is_foreign.write(out);
        write_number(documents, out);
        out.extend_from_slice(dictionary);
    }

    /// Reads the head.
    ///
    /// # Errors
    /// Where the bytes do not follow the grammar or the sections do not have the lengths that it
    /// says.
    pub fn read(sections: &Sections<Section<'_>>) -> Result<Self, Fault> {
        let mut input = Reader::new(sections.head.all()?);
        let head = Self {
            language: input.text()?.into(),
            is_foreign: bool::read(&mut input)?,
            documents: input.number()?,
            dictionary: entries::Head::read(&mut input)?,
            worth: OnceLock::new(),
        };
        if !input.is_done() {
            return Err(Malformed("nothing after the head of the index").into());
        }
        let (entries, postings, positions) = head.dictionary.lengths();
        // In 64 bits, where nothing overflows on any platform.
        let documents = u64::from(head.documents);
        let fits = sections.entries.len() == entries as usize
            && sections.postings.len() == postings as usize
            && sections.positions.len() == positions as usize
            && sections.lengths.len() as u64 == 2 * documents
            && sections.signatures.len() as u64 == signatures::BYTES as u64 * documents;
        if fits {
            Ok(head)
        } else {
            Err(Malformed("sections of the lengths that it says").into())
        }
    }

    /// How many documents there are.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// The analyser that made the index, and that queries have to use.
    #[must_use]
    pub fn analyser(&self) -> Analyser {
        Analyser::new(&self.language)
    }
}

/// A stem of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stem(Entry);

impl Stem {
    /// Its position among all stems, in the order of their bytes.
    #[must_use]
    pub fn position(self) -> u32 {
        self.0.position
    }

    /// In how many documents it stands.
    #[must_use]
    pub fn documents(self) -> u32 {
        self.0.documents
    }
}

/// A stem of which some form is close to a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The stem.
    pub stem: Stem,
    /// The form.
    pub form: String,
    /// How many typing errors lie between.
    pub distance: usize,
}

/// An index that answers.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    head: &'a Head,
    sections: Sections<Section<'a>>,
}

impl<'a> Index<'a> {
    /// The index of a head and the sections that it was read from.
    #[must_use]
    pub fn new(head: &'a Head, sections: Sections<Section<'a>>) -> Self {
        Self { head, sections }
    }

    /// How many documents there are.
    #[must_use]
    pub fn documents(self) -> u32 {
        self.head.documents
    }

    /// The analyser that made the index, and that queries have to use.
    #[must_use]
    pub fn analyser(self) -> Analyser {
        self.head.analyser()
    }

    fn dictionary(self) -> Dictionary<'a> {
        Dictionary {
            head: &self.head.dictionary,
            entries: self.sections.entries,
        }
    }

    /// The stems of a word, folded as the analyser does, those in most documents first: the stem that
    /// the analyser gives it, and in a collection with other languages than English those of which
    /// documents have the word as a form. A form that no document has may be found by how other words
    /// of the collection end.
    ///
    /// # Errors
    /// Where the bytes that say it are damaged or absent; so below.
    pub fn stems(self, word: &str) -> Result<Vec<Stem>, Fault> {
        let dictionary = self.dictionary();
        if !self.head.is_foreign {
            let stem = dictionary.find(&self.analyser().stem(word))?;
            return match (stem, unelided(word)) {
                (None, Some(rest)) => self.stems(rest),
                _ => Ok(stem.into_iter().map(Stem).collect()),
            };
        }
        let mut found = dictionary.with_form(word)?;
        if found.is_empty() {
            found.extend(dictionary.find(&stem_of_english(word))?);
        }
        if found.is_empty() {
            found.extend(dictionary.inflected(word)?);
        }
        if let (true, Some(rest)) = (found.is_empty(), unelided(word)) {
            return self.stems(rest);
        }
        // The one in most documents first.
        order::sort_by_key(&mut found, |entry| std::cmp::Reverse(entry.documents));
        Ok(found.into_iter().map(Stem).collect())
    }

    /// The stem at a position, empty where there is none.
    ///
    /// # Errors
    /// As above.
    pub fn stem(self, position: u32) -> Result<String, Fault> {
        self.dictionary().stem(position)
    }

    /// The stems of which some form begins with `prefix`, in no particular order.
    ///
    /// # Errors
    /// As above.
    pub fn with_prefix(self, prefix: &str) -> Result<Vec<Stem>, Fault> {
        let found = self.dictionary().with_prefix(prefix)?;
        Ok(found.into_iter().map(Stem).collect())
    }

    /// The stems of which some form is within `budget` typing errors of `word`, in their order.
    ///
    /// # Errors
    /// As above.
    pub fn near(self, word: &str, budget: usize) -> Result<Vec<Near>, Fault> {
        let found = self.dictionary().near(word, budget)?;
        let near = found.into_iter().map(|(entry, form, distance)| Near {
            stem: Stem(entry),
            form,
            distance,
        });
        Ok(near.collect())
    }

    /// The forms of a stem that documents have, in order.
    ///
    /// # Errors
    /// As above.
    pub fn forms(self, stem: Stem) -> Result<Vec<String>, Fault> {
        let text = self.stem(stem.position())?;
        let endings = self.head.dictionary.endings(stem.0.endings).iter();
        let forms = endings.map(|ending| {
            let mut form = String::new();
            // One that does not fit, in broken bytes, is empty.
            let _ = ending.apply(&text, &mut form);
            form
        });
        Ok(forms.collect())
    }

    /// The documents that have a stem.
    ///
    /// # Errors
    /// As above.
    pub fn postings(self, stem: Stem) -> Result<Postings<'a>, Fault> {
        if is_rare(stem.documents()) {
            let before = self.dictionary().rare_before(stem.position())?;
            let lists = self.rare_lists(stem)?;
            return Ok(Postings::rare(lists, &before, stem.documents())?);
        }
        let (start, end) = stem.0.postings;
        let bytes = self.sections.postings.get(start as usize..end as usize)?;
        Ok(Postings::new(bytes, stem.documents(), self.documents())?)
    }

    /// The postings of the rare stems of the block that a rare stem is in.
    fn rare_lists(self, stem: Stem) -> Result<RareLists<'a>, Fault> {
        let (start, end) = stem.0.postings;
        let bytes = self.sections.postings.get(start as usize..end as usize)?;
        Ok(RareLists::new(bytes, self.documents()))
    }

    /// What the lengths of documents make of frequencies.
    ///
    /// # Errors
    /// As above.
    pub fn norms(self) -> Result<Norms<'a>, Fault> {
        let lengths = self.sections.lengths.all()?;
        let worth = self.head.worth.get_or_init(|| Worth::new(lengths));
        Ok(Norms::new(lengths, worth))
    }

    /// The marks of the stems that say most of a document, greatest weight first. A stem has the
    /// same mark everywhere.
    ///
    /// # Errors
    /// As above.
    pub fn signature(self, doc: u32) -> Result<impl Iterator<Item = u32> + use<'a>, Fault> {
        let start = doc as usize * signatures::BYTES;
        let bytes = self
            .sections
            .signatures
            .get(start..start + signatures::BYTES)?;
        Ok(signatures::read(bytes))
    }

    /// The extents of all documents.
    ///
    /// # Errors
    /// As above.
    pub fn extents(self) -> Result<Vec<Extent>, Fault> {
        let mut input = Reader::new(self.sections.extents.all()?);
        let extents = (0..self.documents()).map(|_| Extent::read(&mut input));
        let extents = extents.collect::<Result<_, _>>()?;
        if input.is_done() {
            Ok(extents)
        } else {
            Err(Malformed("nothing after the extents").into())
        }
    }

    /// Calls `found` with each document that has a stem, in order, and with where. The extents are
    /// those of all documents.
    ///
    /// # Errors
    /// As above.
    pub fn places(
        self,
        stem: Stem,
        extents: &[Extent],
        mut found: impl FnMut(u32, Places),
    ) -> Result<(), Fault> {
        let (start, end) = stem.0.positions;
        let bytes = self.sections.positions.get(start as usize..end as usize)?;
        let extent = |doc: u32| {
            let extent = extents.get(doc as usize);
            extent.ok_or(Malformed("an extent for each document"))
        };
        if is_rare(stem.documents()) {
            let mut counts = self.dictionary().rare_before(stem.position())?;
            counts.push(stem.documents());
            let mut lists = self.rare_lists(stem)?;
            let mut input = BitReader::new(bytes);
            let (mut docs, mut codes) = (Vec::new(), Vec::new());
            for (left, &count) in (0..counts.len()).rev().zip(&counts) {
                lists.next(count, &mut docs, &mut codes)?;
                for (&doc, &code) in docs.iter().zip(&codes) {
                    let frequency = Frequency::of_code(code);
                    let places = read_places(&mut input, frequency, extent(doc)?)?;
                    if left == 0 {
                        found(doc, places);
                    }
                }
            }
            return Ok(());
        }
        let mut positions = Positions::new(bytes, stem.documents() as usize)?;
        let mut postings = self.postings(stem)?;
        while postings.doc() != END {
            let doc = postings.doc();
            found(doc, positions.next(postings.frequency(), extent(doc)?)?);
            postings.advance()?;
        }
        Ok(())
    }
}
