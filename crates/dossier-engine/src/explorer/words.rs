//! The words of a collection and where they stand in its texts: the index with the texts' spans.
//!
//! The index knows stems and their positions. Which form stands at a position and where in the
//! text is read off the text, which is cut into words when it is first asked about.

use std::sync::{Arc, OnceLock};

use crate::archive::Archive;
use crate::document::Document;
use crate::id::DocId;
use crate::index::{Extent, Field, Index, Stem};
use crate::order;
use crate::rank::Lengths;
use crate::span::Span;
use crate::store::Fault;
use crate::text::Analyser;

/// Positions left free between two blocks of a body, so that neither a phrase nor the nearness of
/// words reaches from one into the next. Above [`MAX_NEAR`](crate::query::MAX_NEAR).
const BLOCK_GAP: u32 = 128;

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
}

/// A word of a text.
#[derive(Debug)]
struct Token {
    field: Field,
    position: u32,
    span: Span,
    /// As the analyser folds it.
    word: Box<str>,
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
        let stem = self.analyser.stem(word);
        let stem = self.archive.index().find(&stem).ok().flatten()?;
        let mut forms = self.forms(stem);
        forms.find(|(_, form)| form == word).map(|(id, _)| id)
    }

    /// All words with this stem.
    pub fn with_stem(&self, stem: &str) -> Vec<WordId> {
        let stem = self.archive.index().find(stem).ok().flatten();
        stem.map(|stem| self.forms(stem).map(|(id, _)| id).collect())
            .unwrap_or_default()
    }

    fn forms(&self, stem: Stem) -> impl Iterator<Item = (WordId, String)> {
        let forms = self.archive.index().forms(stem).unwrap_or_default();
        let ids = (0..).map(move |form| WordId { stem, form });
        ids.zip(forms)
    }

    /// The words that begin with `prefix`, at most `limit`: those whose stems stand in most
    /// documents.
    pub fn with_prefix(&self, prefix: &str, limit: usize) -> Vec<WordId> {
        let stems = self.stems_with_prefix(prefix).into_iter();
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

    /// The stem of a word.
    pub fn stem(&self, word: WordId) -> String {
        self.archive
            .index()
            .stem(word.stem.position())
            .unwrap_or_default()
    }

    /// Where a word stands, in the order of documents, fields and positions.
    pub fn occurrences<'d>(
        &self,
        word: WordId,
        document: impl Fn(DocId) -> (&'d Document, &'d str),
    ) -> Vec<Occurrence> {
        let text = self.word(word);
        let mut found = Vec::new();
        let read = self
            .archive
            .index()
            .places(word.stem, &self.extents, |doc, places| {
                let Some(cell) = self.tokens.get(doc as usize) else {
                    return;
                };
                let doc = DocId(doc);
                let tokens = cell.get_or_init(|| {
                    let (document, byline) = document(doc);
                    self.tokens_of(document, byline)
                });
                let titles = places
                    .title
                    .iter()
                    .filter_map(|&at| tokens.title.get(at as usize));
                let rows = places
                    .row
                    .iter()
                    .filter_map(|&at| tokens.row.get(at as usize));
                let words = titles.chain(rows).filter(|token| *token.word == *text);
                found.extend(words.map(|token| Occurrence {
                    doc,
                    field: token.field,
                    position: token.position,
                    span: token.span,
                }));
            });
        if read.is_err() {
            found.clear();
        }
        order::sort(&mut found);
        found
    }

    fn tokens_of(&self, document: &Document, byline: &str) -> Tokens {
        let mut tokens = Tokens::default();
        let mut start = 0;
        for block in &document.blocks {
            let text = block.span.slice(&document.text);
            let before = tokens.row.len();
            self.cut(text, Field::Body, start, block.span.start, &mut tokens.row);
            start += (tokens.row.len() - before) as u32 + BLOCK_GAP;
        }
        self.cut(byline, Field::Byline, 0, 0, &mut tokens.row);
        self.cut(&document.title, Field::Title, 0, 0, &mut tokens.title);
        tokens
    }

    /// Appends the words of a text that stands at byte `offset`; the first has `position`.
    fn cut(&self, text: &str, field: Field, mut position: u32, offset: u32, out: &mut Vec<Token>) {
        self.analyser.each_word(text, |span, word| {
            out.push(Token {
                field,
                position,
                span: span.shifted(offset),
                word: word.into(),
            });
            position += 1;
        });
    }
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
