//! Building the index, document by document.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::entries::{self, Ending, Written};
use super::extents::{Extent, pack};
use super::frequency::Frequency;
use super::norms::{Norms, Worth};
use super::positions::{self, Places};
use super::postings::{self, Posting};
use super::rare::{is_rare, write_rare};
use super::signatures::Signatures;
use super::{Head, Sections};
use crate::bits::BitWriter;
use crate::codec::{Reader, Writer, write_number};
use crate::document::Document;
use crate::order;
use crate::text::{Analyser, Stemmer, Table, folded};

/// An index being built. Parts of a collection can be indexed side by side and joined in their
/// order by [`finish`].
#[derive(Debug, Default)]
pub struct Builder {
    /// The words as documents have them, by language, with their numbers in order of appearance.
    forms: Vec<(Stemmer, Table<u32>)>,
    /// The stem of each form.
    stem_of: Vec<u32>,
    stems: Table<u32>,
    /// The occurrences of each stem.
    occurrences: Vec<Occurrences>,
    extents: Vec<Extent>,
}

/// Where a stem stands, in the order of documents, packed: for each place a number of which the
/// lowest bits tell what it is: 1 a step to another document, 0 a step to another position in the
/// row of body and byline, 2 one in the title.
#[derive(Debug, Default)]
struct Occurrences {
    bytes: Writer,
    /// The document after the last.
    next: u32,
    row: u32,
    title: u32,
}

/// A place in a document.
#[derive(Clone, Copy)]
struct Place {
    doc: u32,
    position: u32,
    is_title: bool,
}

impl Occurrences {
    fn add(&mut self, at: Place) {
        let Place {
            doc,
            position,
            is_title,
        } = at;
        if self.next != doc + 1 {
            write_number((doc + 1 - self.next) << 1 | 1, &mut self.bytes);
            (self.next, self.row, self.title) = (doc + 1, 0, 0);
        }
        let (last, mark) = if is_title {
            (&mut self.title, 2)
        } else {
            (&mut self.row, 0)
        };
        write_number((position - *last) << 2 | mark, &mut self.bytes);
        *last = position;
    }

    /// Calls `found` with each document and the places in it.
    fn each(&self, mut found: impl FnMut(u32, Places)) {
        let mut input = Reader::new(&self.bytes);
        let mut places = Places::default();
        let (mut next, mut row, mut title) = (0, 0, 0);
        while let Ok(number) = input.number() {
            if number & 1 == 1 {
                if next > 0 {
                    found(next - 1, std::mem::take(&mut places));
                }
                next += number >> 1;
                (row, title) = (0, 0);
            } else if number & 2 == 0 {
                row += number >> 2;
                places.row.push(row);
            } else {
                title += number >> 2;
                places.title.push(title);
            }
        }
        if next > 0 {
            found(next - 1, places);
        }
    }
}

impl Builder {
    /// An index of no documents yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next document.
    pub fn add(&mut self, document: &Document) {
        let doc = self.extents.len() as u32;
        let mut extent = Extent::default();
        let mut row = 0;
        let language = self.language(&document.language);
        let analyser = Analyser::new(&document.language);
        let mut add = |text: &str, position: u32, is_title: bool| {
            let mut at = Place {
                doc,
                position,
                is_title,
            };
            analyser.each_word(text, |span, word| {
                self.add_word(language, span.slice(text), word, at);
                at.position += 1;
            });
            at.position
        };
        for block in &document.blocks {
            let end = add(block.span.slice(&document.text), row, false);
            extent.blocks.push(end - row);
            row = end;
        }
        extent.byline = add(&document.byline(), row, false) - row;
        extent.title = add(&document.title, 0, true);
        self.extents.push(extent);
    }

    /// The number of a language among those of the documents.
    fn language(&mut self, language: &str) -> usize {
        let stemmer = Stemmer::new(language);
        let known = self.forms.iter().position(|&(other, _)| other == stemmer);
        known.unwrap_or_else(|| {
            self.forms.push((stemmer, Table::default()));
            self.forms.len() - 1
        })
    }

    /// Adds a word of a language, as it is shown and folded.
    fn add_word(&mut self, language: usize, shown: &str, folded: &str, at: Place) {
        let (stemmer, forms) = &mut self.forms[language];
        let form = stemmer.form(shown, folded);
        let known = forms.get(&*form).map(|&form| self.stem_of[form as usize]);
        let stem = known.unwrap_or_else(|| {
            let new = self.stems.len() as u32;
            let stem = *self.stems.entry(stemmer.stem(&form).into()).or_insert(new);
            if stem == new {
                self.occurrences.push(Occurrences::default());
            }
            forms.insert((*form).into(), self.stem_of.len() as u32);
            self.stem_of.push(stem);
            stem
        });
        self.occurrences[stem as usize].add(at);
    }

    /// The forms of each stem, folded, in no order and some of them several times.
    fn forms_by_stem(&self) -> Vec<Vec<Cow<'_, str>>> {
        let mut by_stem = vec![Vec::new(); self.stems.len()];
        for (stemmer, forms) in &self.forms {
            for (form, &number) in forms {
                let form = if stemmer.is_foreign() {
                    Cow::Owned(folded(form))
                } else {
                    Cow::Borrowed(&**form)
                };
                by_stem[self.stem_of[number as usize] as usize].push(form);
            }
        }
        by_stem
    }
}

/// A stem in the parts of an index that have it: the part, its number there.
type InParts = Vec<(usize, u32)>;

/// The sections of the index of parts that follow one another.
#[must_use]
pub fn finish(language: &str, parts: &[Builder]) -> Sections {
    let extents: Vec<&Extent> = parts.iter().flat_map(|part| &part.extents).collect();
    let mut starts = Vec::new();
    let mut documents = 0;
    for part in parts {
        starts.push(documents);
        documents += part.extents.len() as u32;
    }
    let mut lengths: Writer = extents.iter().map(|extent| pack(extent.row())).collect();
    lengths.extend(extents.iter().map(|extent| pack(extent.title)));
    let worth = Worth::new(&lengths);
    let norms = Norms::new(&lengths, &worth);

    let mut by_stem: BTreeMap<&str, InParts> = BTreeMap::new();
    let mut forms = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        for (stem, &at) in &part.stems {
            by_stem.entry(stem).or_default().push((number, at));
        }
        forms.push(part.forms_by_stem());
    }
    let (mut sets, set_of) = endings(&by_stem, &forms);
    let languages = parts.iter().flat_map(|part| &part.forms);
    let usual: BTreeSet<&str> = languages.map(|(stemmer, _)| stemmer.endings()).collect();
    // No stem has these sets, but they tell which endings there are.
    sets.extend(
        usual
            .into_iter()
            .filter(|of| !of.is_empty())
            .map(usual_endings),
    );

    let mut stems = Vec::with_capacity(by_stem.len());
    // Of each block, and where the next one begins.
    let mut sizes = Vec::new();
    let mut block = (0, 0);
    let mut rare = (BitWriter::default(), BitWriter::default());
    let mut signatures = Signatures::new(documents);
    let (mut all_postings, mut all_positions) = (Writer::new(), Writer::new());
    for ((&stem, in_parts), endings) in by_stem.iter().zip(set_of) {
        let mut list = Vec::new();
        let mut places_of = Vec::new();
        for &(part, at) in in_parts {
            parts[part].occurrences[at as usize].each(|doc, places| {
                let doc = starts[part] + doc;
                let frequency = Frequency {
                    body: places.row.len() as u32,
                    title: !places.title.is_empty(),
                };
                list.push(Posting { doc, frequency });
                places_of.push((places, extents[doc as usize]));
            });
        }
        let start = (all_postings.len(), all_positions.len());
        let saturation = |posting: &Posting| norms.saturation(posting.doc, posting.frequency);
        #[expect(clippy::cast_sign_loss, reason = "saturations are not negative")]
        let peak = |block: &[Posting]| {
            let most = block.iter().map(saturation).fold(0.0, f32::max);
            (most * 256.0) as u8
        };
        if is_rare(list.len() as u32) {
            write_rare(&list, documents, &mut rare.0);
            positions::write_places(&places_of, &mut rare.1);
        } else {
            postings::write(&list, documents, peak, &mut all_postings);
            positions::write(&places_of, &mut all_positions);
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
    let (dictionary_head, entries) = entries::write(&sets, &stems, &sizes);
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

/// The set of the usual endings of a language.
fn usual_endings(endings: &str) -> Vec<Ending> {
    let ending = |text: &str| Ending {
        drop: 0,
        text: text.into(),
    };
    endings.split(' ').map(ending).collect()
}

/// The sets of endings that stems have, the most common first, and the set of each stem.
fn endings(
    by_stem: &BTreeMap<&str, InParts>,
    forms: &[Vec<Vec<Cow<'_, str>>>],
) -> (Vec<Vec<Ending>>, Vec<u32>) {
    let sets: Vec<Vec<Ending>> = by_stem
        .iter()
        .map(|(stem, in_parts)| {
            let forms = in_parts
                .iter()
                .flat_map(|&(part, at)| &forms[part][at as usize]);
            let mut set: Vec<Ending> = forms.map(|form| Ending::of(stem, form)).collect();
            order::sort(&mut set);
            set.dedup();
            set
        })
        .collect();
    // Stems with the same set next to each other.
    let mut stems: Vec<usize> = (0..sets.len()).collect();
    order::sort_by(&mut stems, |&a, &b| sets[a].cmp(&sets[b]));
    let mut groups: Vec<&[usize]> = stems.chunk_by(|&a, &b| sets[a] == sets[b]).collect();
    order::sort_by_key(&mut groups, |group| std::cmp::Reverse(group.len()));
    let mut set_of = vec![0; sets.len()];
    for (number, group) in (0..).zip(&groups) {
        for &stem in *group {
            set_of[stem] = number;
        }
    }
    let different = groups.iter().map(|group| sets[group[0]].clone());
    (different.collect(), set_of)
}
