//! The words of a collection and where they stand in its texts: the index with the texts' spans.
//!
//! The index knows stems and their positions. Which form stands at a position and where in the
//! text is read off the text, which is cut into words when it is first asked about.

use std::sync::{Arc, OnceLock};

use super::MatchForm;
use crate::archive::Archive;
use crate::document::Document;
use crate::id::DocId;
use crate::index::{Extent, Field, Index, Stem};
use crate::order;
use crate::rank::Lengths;
use crate::span::Span;
use crate::store::Fault;
use crate::text::{Analyser, hash_of_word, whole};

/// Positions left free between two blocks of a body, so that neither a phrase nor the nearness of
/// words reaches from one into the next. Above [`MAX_NEAR`](crate::query::MAX_NEAR).
const BLOCK_GAP: u32 = 128;

/// How many documents the words of a prefix stand in together at least, before no more are taken.
const MANY_PLACES: usize = 20_000;

/// A word of the collection: a form of a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId {
    stem: Stem,
    form: u32,
}

impl WordId {
    /// In how many documents the stem of the word stands.
    pub fn documents(self) -> u32 {
        self.stem.documents()
    }

    /// The position of the word's stem, which all its forms share.
    pub fn stem(self) -> u32 {
        self.stem.position()
    }
}

/// A place where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    /// In which document.
    pub doc: DocId,
    /// In which of its fields.
    pub field: Field,
    /// Position among the words of the field; block after block of the body with a gap between.
    pub position: u32,
    /// Where in the field's text.
    pub span: Span,
    /// How it matches.
    pub form: MatchForm,
}

/// A word of a text.
#[derive(Debug)]
struct Token {
    span: Span,
    /// Hash of the word as the analyser folds it. Only forms of one stem are told apart by it.
    word: u64,
}

/// The words of a document's texts, by their positions in the index.
#[derive(Debug, Default)]
struct Tokens {
    /// Body and byline.
    row: Vec<Token>,
    title: Vec<Token>,
}

/// The words of a collection. Bytes that turn out broken hold no words: an explorer checks its
/// archive when it opens it.
#[derive(Debug)]
pub(super) struct WordIndex {
    archive: Arc<Archive>,
    analyser: Analyser,
    extents: Vec<Extent>,
    lengths: Vec<Lengths>,
    tokens: Vec<OnceLock<Tokens>>,
}

impl WordIndex {
    /// The words of an archive with these documents.
    pub fn new<'d>(
        archive: Arc<Archive>,
        documents: impl Iterator<Item = &'d Document>,
    ) -> Result<Self, Fault> {
        let extents = archive.index().extents()?;
        let lengths: Vec<Lengths> = extents
            .iter()
            .zip(documents)
            .map(|(extent, document)| lengths(extent, document))
            .collect();
        if lengths
            .iter()
            .zip(&extents)
            .any(|(of, extent)| of.body != extent.body())
        {
            return Err(Fault::Malformed("lengths of each document and block"));
        }
        Ok(Self {
            analyser: archive.index().analyser(),
            tokens: extents.iter().map(|_| OnceLock::new()).collect(),
            extents,
            lengths,
            archive,
        })
    }

    /// The index as the archive has it.
    pub fn stored(&self) -> Index<'_> {
        self.archive.index()
    }

    /// The analyser that made the index, and that queries have to use.
    pub fn analyser(&self) -> &Analyser {
        &self.analyser
    }

    /// How long the texts of each document are.
    pub fn lengths(&self) -> &[Lengths] {
        &self.lengths
    }

    /// The word, folded as the analyser does, if any document has it.
    pub fn find(&self, word: &str) -> Option<WordId> {
        let forms = self.forms_of(word).into_iter();
        let mut exact = forms.filter(|&(_, is_exact)| is_exact);
        exact.next().map(|(id, _)| id)
    }

    /// All forms of a word, folded as the analyser does, and whether each is the word itself.
    pub fn forms_of(&self, word: &str) -> Vec<(WordId, bool)> {
        let stems = self.stored().stems(word).unwrap_or_default();
        let forms = stems.into_iter().flat_map(|stem| self.forms(stem));
        forms.map(|(id, form)| (id, form == word)).collect()
    }

    /// All forms of a word of the collection.
    pub fn with_stem(&self, word: WordId) -> Vec<WordId> {
        self.forms(word.stem).map(|(id, _)| id).collect()
    }

    fn forms(&self, stem: Stem) -> impl Iterator<Item = (WordId, String)> {
        let forms = self.archive.index().forms(stem).unwrap_or_default();
        let ids = (0..).map(move |form| WordId { stem, form });
        ids.zip(forms)
    }

    /// The words that begin with `prefix`, at most `limit`: those whose stems stand in most
    /// documents. In a big collection there are fewer of them: once those in most stand in each
    /// document twice on average, more would only take longer.
    pub fn with_prefix(&self, prefix: &str, limit: usize) -> Vec<WordId> {
        let most = MANY_PLACES.max(2 * self.extents.len());
        let mut places = 0;
        let stems = self.stems_with_prefix(prefix).into_iter();
        let stems = stems.take_while(|stem| {
            let goes_on = places < most;
            places += stem.documents() as usize;
            goes_on
        });
        let words = stems.flat_map(|stem| self.forms(stem));
        let words = words.filter(|(_, form)| form.starts_with(prefix));
        words.map(|(id, _)| id).take(limit).collect()
    }

    /// The stems of which a form begins with `prefix`, those in most documents first.
    fn stems_with_prefix(&self, prefix: &str) -> Vec<Stem> {
        let mut stems = self.archive.index().with_prefix(prefix).unwrap_or_default();
        order::sort_by_key(&mut stems, |stem| {
            (std::cmp::Reverse(stem.documents()), stem.position())
        });
        stems
    }

    /// The words within `budget` typing errors of a word, with their distances: closest first, then
    /// those whose stems stand in most documents.
    pub fn near(&self, word: &str, budget: usize) -> Vec<(WordId, usize)> {
        let stems = self.archive.index().near(word, budget).unwrap_or_default();
        let mut found: Vec<(WordId, usize)> = Vec::new();
        for near in stems {
            let forms = self.forms(near.stem).filter(|(_, form)| *form == near.form);
            found.extend(forms.map(|(id, _)| (id, near.distance)));
        }
        order::sort_by_key(&mut found, |&(word, distance)| {
            (
                distance,
                std::cmp::Reverse(word.stem.documents()),
                word.stem.position(),
            )
        });
        found
    }

    /// The word as the analyser folds it.
    pub fn word(&self, word: WordId) -> String {
        let forms = self.archive.index().forms(word.stem).unwrap_or_default();
        forms
            .into_iter()
            .nth(word.form as usize)
            .unwrap_or_default()
    }

    /// Where words stand, each with how it matches: word after word, in the order of documents.
    /// Forms of one stem that follow each other are read together.
    pub fn occurrences<'d>(
        &self,
        words: &[(WordId, MatchForm)],
        document: impl Fn(DocId) -> (&'d Document, &'d str),
    ) -> Vec<Occurrence> {
        let index = self.archive.index();
        let mut found = Vec::new();
        for forms in words.chunk_by(|a, b| a.0.stem == b.0.stem) {
            let stem = forms[0].0.stem;
            let written = index.forms(stem).unwrap_or_default();
            let forms = forms.iter().filter_map(|(id, form)| {
                let word = written.get(id.form as usize)?;
                Some((hash_of_word(word), *form))
            });
            let forms: Vec<(u64, MatchForm)> = forms.collect();
            let before = found.len();
            let read = index.places(stem, &self.extents, |doc, places| {
                let (Some(cell), Some(extent)) = (
                    self.tokens.get(doc as usize),
                    self.extents.get(doc as usize),
                ) else {
                    return;
                };
                let doc = DocId(doc);
                let tokens = cell.get_or_init(|| {
                    let (document, byline) = document(doc);
                    tokens_of(document, byline)
                });
                let mut add = |token: Option<&Token>, field: Field, position: u32| {
                    let Some(token) = token else { return };
                    let form = forms.iter().find(|(word, _)| *word == token.word);
                    found.extend(form.map(|&(_, form)| Occurrence {
                        doc,
                        field,
                        position,
                        span: token.span,
                        form,
                    }));
                };
                for &at in &places.title {
                    add(tokens.title.get(at as usize), Field::Title, at);
                }
                let mut rows = Rows::new(extent);
                for &at in &places.row {
                    let (field, position) = rows.position(at);
                    add(tokens.row.get(at as usize), field, position);
                }
            });
            if read.is_err() {
                found.truncate(before);
            }
        }
        found
    }

    /// Cuts the text of a document into words, unless that is done.
    pub fn prepare(&self, doc: DocId, document: &Document, byline: &str) {
        if let Some(cell) = self.tokens.get(doc.index()) {
            cell.get_or_init(|| tokens_of(document, byline));
        }
    }
}

/// Finds where in body or byline the places of a row are, which are asked for in order.
struct Rows<'e> {
    blocks: &'e [u32],
    /// How many blocks and how many words lie before the one that was reached.
    passed: (u32, u32),
}

impl<'e> Rows<'e> {
    fn new(extent: &'e Extent) -> Self {
        Self {
            blocks: &extent.blocks,
            passed: (0, 0),
        }
    }

    fn position(&mut self, at: u32) -> (Field, u32) {
        while let [words, rest @ ..] = self.blocks {
            if at < self.passed.1 + words {
                return (Field::Body, at + self.passed.0 * BLOCK_GAP);
            }
            self.passed.0 += 1;
            self.passed.1 += words;
            self.blocks = rest;
        }
        (Field::Byline, at - self.passed.1)
    }
}

fn tokens_of(document: &Document, byline: &str) -> Tokens {
    let analyser = &Analyser::new(&document.language);
    let mut tokens = Tokens::default();
    for block in &document.blocks {
        let text = block.span.slice(&document.text);
        cut(analyser, text, block.span.start, &mut tokens.row);
    }
    cut(analyser, byline, 0, &mut tokens.row);
    cut(analyser, &document.title, 0, &mut tokens.title);
    tokens.row.shrink_to_fit();
    tokens
}

/// Appends the words of a text that stands at byte `offset`.
fn cut(analyser: &Analyser, text: &str, offset: u32, out: &mut Vec<Token>) {
    analyser.each_word(text, |span, word| {
        out.push(Token {
            span: whole(text, span, word).shifted(offset),
            word: hash_of_word(word),
        });
    });
}

/// The lengths of a document's texts from the words of its blocks.
fn lengths(extent: &Extent, document: &Document) -> Lengths {
    let blocks = extent.blocks.iter().zip(&document.blocks);
    let passages = blocks.clone().filter(|(_, block)| block.kind.is_passage());
    Lengths {
        title: extent.title,
        byline: extent.byline,
        body: blocks.clone().map(|(&words, _)| words).sum(),
        passages: passages.map(|(&words, _)| words).collect(),
    }
}
