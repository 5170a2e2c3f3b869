//! Building the index, document by document.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::endings::Sets;
use super::entries::{self, Written};
use super::extents::{Extent, pack};
use super::frequency::Frequency;
use super::norms::{Norms, Worth};
use super::occurrences::Occurrences;
use super::positions::PlaceList;
use super::postings::{self, Posting};
use super::rare::{is_rare, write_rare};
use super::signatures::Signatures;
use super::{Head, Sections};
use crate::bits::BitWriter;
use crate::codec::Writer;
use crate::document::Document;
use crate::text::{Analyser, Numbers, Stemmer, folded};

/// An index being built. Parts of a collection can be indexed side by side and joined in their
/// order by [`finish`].
#[derive(Debug, Default)]
pub struct Builder {
    /// The words as documents have them, by language, with the numbers of their stems.
    forms: Vec<(Stemmer, Numbers)>,
    /// The stems with their numbers in order of appearance.
    stems: Numbers,
    /// The stem of each word: document by document those of the body, of the byline, of the title.
    words: Vec<u32>,
    extents: Vec<Extent>,
}

impl Builder {
    /// An index of no documents yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next document.
    pub fn add(&mut self, document: &Document) {
        let mut extent = Extent::default();
        let language = self.language(&document.language);
        let analyser = Analyser::new(&document.language);
        let mut add = |text: &str| {
            let before = self.words.len();
            analyser.each_word(text, |span, word| {
                self.add_word(language, span.slice(text), word);
            });
            (self.words.len() - before) as u32
        };
        let blocks = document.blocks.iter();
        let blocks = blocks.map(|block| add(block.span.slice(&document.text)));
        extent.blocks = blocks.collect();
        extent.byline = add(&document.byline());
        extent.title = add(&document.title);
        self.extents.push(extent);
    }

    /// The number of a language among those of the documents.
    fn language(&mut self, language: &str) -> usize {
        let stemmer = Stemmer::new(language);
        let known = self.forms.iter().position(|&(other, _)| other == stemmer);
        known.unwrap_or_else(|| {
            self.forms.push((stemmer, Numbers::default()));
            self.forms.len() - 1
        })
    }

    /// Adds a word of a language, as it is shown and folded.
    fn add_word(&mut self, language: usize, shown: &str, folded: &str) {
        let (stemmer, forms) = &mut self.forms[language];
        let form = stemmer.form(shown, folded);
        let number = forms.get(&form).unwrap_or_else(|| {
            let stem = stemmer.stem(&form);
            let number = self.stems.get(&stem).unwrap_or_else(|| {
                let number = self.stems.len() as u32;
                self.stems.insert(&stem, number);
                number
            });
            forms.insert(&form, number);
            number
        });
        self.words.push(number);
    }

    /// The forms of documents, folded, with the numbers of their stems; in no order, and some of
    /// them several times.
    fn folded_forms(&self) -> impl Iterator<Item = (u32, Cow<'_, str>)> {
        self.forms.iter().flat_map(|(stemmer, forms)| {
            let is_foreign = stemmer.is_foreign();
            forms.iter().map(move |(form, stem)| {
                let form = if is_foreign {
                    Cow::Owned(folded(form))
                } else {
                    Cow::Borrowed(form)
                };
                (stem, form)
            })
        })
    }
}

/// A stem with a part of the index that has it, and its number there.
struct InPart<'a> {
    stem: &'a str,
    /// The first bytes of the stem, which decide most comparisons.
    first: u64,
    part: usize,
    number: u32,
}

impl<'a> InPart<'a> {
    fn new(stem: &'a str, part: usize, number: u32) -> Self {
        let mut first = [0; 8];
        let length = stem.len().min(first.len());
        first[..length].copy_from_slice(&stem.as_bytes()[..length]);
        Self {
            stem,
            first: u64::from_be_bytes(first),
            part,
            number,
        }
    }

    /// All stems of the parts, in order.
    fn all(parts: &'a [Builder]) -> Vec<Self> {
        let mut all = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let stems = part.stems.iter();
            all.extend(stems.map(|(stem, at)| Self::new(stem, number, at)));
        }
        all.sort_unstable_by(|a, b| {
            let by_stem = a.first.cmp(&b.first).then_with(|| a.stem.cmp(b.stem));
            by_stem.then(a.part.cmp(&b.part))
        });
        all
    }
}

/// The sections of the index of parts that follow one another.
#[must_use]
pub fn finish(language: &str, parts: &[Builder]) -> Sections {
    let extents: Vec<&Extent> = parts.iter().flat_map(|part| &part.extents).collect();
    let documents = extents.len() as u32;
    // How many words there are in the row and in the title of each document.
    let rooms = extents.iter().map(|extent| (extent.row(), extent.title));
    let rooms: Vec<(u32, u32)> = rooms.collect();
    let mut lengths: Writer = rooms.iter().map(|&(row, _)| pack(row)).collect();
    lengths.extend(rooms.iter().map(|&(_, title)| pack(title)));
    let worth = Worth::new(&lengths);
    let norms = Norms::new(&lengths, &worth);

    let all = InPart::all(parts);
    let by_stem: Vec<&[InPart<'_>]> = all.chunk_by(|a, b| a.stem == b.stem).collect();
    let places_of = positions(&by_stem, parts);
    let sets = endings(&by_stem, parts, &places_of);
    let occurrences = Occurrences::new(rooms, by_stem.len(), || {
        let parts = parts.iter().zip(&places_of);
        parts.flat_map(|(part, of)| part.words.iter().map(|&stem| of[stem as usize]))
    });
    drop(places_of);

    let mut stems = Vec::with_capacity(by_stem.len());
    // Of each block, and where the next one begins.
    let mut sizes = Vec::new();
    let mut block = (0, 0);
    let mut rare = (BitWriter::default(), BitWriter::default());
    let mut signatures = Signatures::new(documents);
    let (mut all_postings, mut all_positions) = (Writer::new(), Writer::new());
    let (mut list, mut places) = (Vec::new(), PlaceList::default());
    for (in_parts, &endings) in by_stem.iter().zip(&sets.of) {
        let stem = in_parts[0].stem;
        list.clear();
        places.clear();
        occurrences.each(stems.len(), |doc, row, title| {
            let frequency = Frequency {
                body: row.len() as u32,
                title: !title.is_empty(),
            };
            list.push(Posting { doc, frequency });
            places.push(row, title, occurrences.rooms()[doc as usize]);
        });
        let start = (all_postings.len(), all_positions.len());
        let saturation = |posting: &Posting| norms.saturation(posting.doc, posting.frequency);
        #[expect(clippy::cast_sign_loss, reason = "saturations are not negative")]
        let peak = |block: &[Posting]| {
            let most = block.iter().map(saturation).fold(0.0, f32::max);
            (most * 256.0) as u8
        };
        if is_rare(list.len() as u32) {
            write_rare(&list, documents, &mut rare.0);
            places.write_rare(&mut rare.1);
        } else {
            postings::write(&list, documents, peak, &mut all_postings);
            places.write(&mut all_positions);
        }
        signatures.add(stem, stems.len() as u32, &list, saturation);
        stems.push(Written {
            stem,
            endings,
            documents: list.len() as u32,
            postings: (all_postings.len() - start.0) as u32,
            positions: (all_positions.len() - start.1) as u32,
        });
        if stems.len() % entries::BLOCK == 0 || stems.len() == by_stem.len() {
            all_postings.extend(std::mem::take(&mut rare.0).finish());
            all_positions.extend(std::mem::take(&mut rare.1).finish());
            let end = (all_postings.len() as u32, all_positions.len() as u32);
            sizes.push((end.0 - block.0, end.1 - block.1));
            block = end;
        }
    }
    let (dictionary_head, entries) = entries::write(&sets.sets, &stems, &sizes);
    let mut head = Writer::new();
    let is_foreign = parts
        .iter()
        .any(|part| part.forms.iter().any(|(stemmer, _)| stemmer.is_foreign()));
    Head::write(language, is_foreign, documents, &dictionary_head, &mut head);
    let mut all_extents = Writer::new();
    for extent in extents {
        extent.write(&mut all_extents);
    }
    Sections {
        head,
        entries,
        lengths,
        postings: all_postings,
        signatures: signatures.finish(),
        extents: all_extents,
        positions: all_positions,
    }
}

/// The position among all stems of each stem of the parts.
fn positions(by_stem: &[&[InPart<'_>]], parts: &[Builder]) -> Vec<Vec<u32>> {
    let mut positions: Vec<Vec<u32>> = Vec::new();
    positions.extend(parts.iter().map(|part| vec![0; part.stems.len()]));
    for (position, in_parts) in (0..).zip(by_stem) {
        for of in *in_parts {
            positions[of.part][of.number as usize] = position;
        }
    }
    positions
}

/// The endings of the forms of each stem, and those that the languages of the parts have besides.
fn endings(by_stem: &[&[InPart<'_>]], parts: &[Builder], positions: &[Vec<u32>]) -> Sets {
    let forms = parts.iter().zip(positions).flat_map(|(part, positions)| {
        let forms = part.folded_forms();
        forms.map(|(stem, form)| (positions[stem as usize], form))
    });
    let mut sets = Sets::new(by_stem.iter().map(|of| of[0].stem), forms);
    let languages = parts.iter().flat_map(|part| &part.forms);
    let usual: BTreeSet<&str> = languages.map(|(stemmer, _)| stemmer.endings()).collect();
    for endings in usual.into_iter().filter(|of| !of.is_empty()) {
        sets.add_usual(endings);
    }
    sets
}
