//! Building the index from documents.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::dictionary::Dictionary;
use super::{Field, Index, Lengths, Occurrence, postings};
use crate::codec::Writer;
use crate::document::Document;
use crate::id::DocId;
use crate::span::Span;
use crate::text::Analyser;

/// Positions left free between two blocks of a body, so that neither a phrase nor the nearness of
/// words reaches from one into the next. Above [`MAX_NEAR`](crate::query::MAX_NEAR).
const BLOCK_GAP: u32 = 128;

impl Index {
    /// The index of documents, in the order of their numbers.
    pub fn build<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Self {
        let documents: Vec<&Document> = documents.into_iter().collect();
        let language = main_language(&documents);
        let mut builder = Builder {
            analyser: Analyser::new(&language),
            words: BTreeMap::new(),
        };
        let lengths = (0..)
            .zip(&documents)
            .map(|(number, document)| builder.add(DocId(number), document))
            .collect();
        builder.finish(language, lengths)
    }
}

/// The language of most documents, the first in order where several are.
fn main_language(documents: &[&Document]) -> String {
    let mut counts = BTreeMap::new();
    for document in documents {
        *counts.entry(document.language.as_str()).or_insert(0) += 1;
    }
    let most = counts.values().max();
    let main = counts.iter().find(|&(_, count)| Some(count) == most);
    main.map_or("en", |(language, _)| language).into()
}

struct Builder {
    analyser: Analyser,
    words: BTreeMap<String, (String, Vec<Occurrence>)>,
}

impl Builder {
    /// Adds the fields of a document, in the order of [`Field::ALL`].
    fn add(&mut self, doc: DocId, document: &Document) -> Lengths {
        let mut lengths = Lengths {
            title: self.add_text(doc, Field::Title, &document.title, 0, 0),
            byline: self.add_text(doc, Field::Byline, &document.byline(), 0, 0),
            ..Lengths::default()
        };
        let mut position = 0;
        for block in &document.blocks {
            let text = block.span.slice(&document.text);
            let count = self.add_text(doc, Field::Body, text, block.span.start, position);
            position += count + BLOCK_GAP;
            lengths.body += count;
            if block.kind.is_passage() {
                lengths.passages.push(count);
            }
        }
        lengths
    }

    /// Adds the words of a text that stands at byte `offset` and whose first word has `position`;
    /// gives their count.
    fn add_text(
        &mut self,
        doc: DocId,
        field: Field,
        text: &str,
        offset: u32,
        position: u32,
    ) -> u32 {
        let tokens = self.analyser.tokens(text);
        let count = tokens.len() as u32;
        for token in tokens {
            let (_, occurrences) = self
                .words
                .entry(token.word)
                .or_insert_with(|| (token.stem, Vec::new()));
            occurrences.push(Occurrence {
                doc,
                field,
                position: position + token.position,
                span: Span::shifted(token.span, offset),
            });
        }
        count
    }

    fn finish(self, language: String, lengths: Vec<Lengths>) -> Index {
        let mut stems: Vec<&str> = self.words.values().map(|(stem, _)| stem.as_str()).collect();
        stems.sort_unstable();
        stems.dedup();
        let mut postings = Writer::new();
        let mut ends = Vec::new();
        let mut stem_of = Vec::new();
        for (word, (stem, occurrences)) in &self.words {
            postings::write(word, occurrences, &mut postings);
            ends.push(postings.len() as u32);
            stem_of.push(stems.partition_point(|&other| other < stem.as_str()) as u32);
        }
        Index::assemble(
            language,
            Dictionary::new(self.words.keys().map(String::as_str)),
            Dictionary::new(stems),
            stem_of,
            ends,
            Cow::Owned(postings),
            lengths,
        )
    }
}
