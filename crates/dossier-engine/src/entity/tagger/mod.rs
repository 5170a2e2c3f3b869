//! The tagger: names in any English text, by a linear model over hashed features.
//!
//! A text is cut into [tokens](token), of which the [`gazetteer`] and the [`classes`] of words know
//! some beforehand; [`context`] gathers what they tell about each other, [`feature`] makes hashes of it, the [`model`] has weights for hashes and labels, and [`decode`]
//! finds the best sequence of labels; [`repair`] thinks them over for the text as a whole. All arithmetic is of whole numbers, so that every platform
//! finds the same. The model is made by `cargo xtask train-tagger` and is not part of this crate:
//! whoever wants names hands it in.

pub mod classes;
pub mod coder;
pub mod context;
pub mod decode;
pub mod feature;
pub mod gazetteer;
pub mod hash;
pub mod label;
pub mod memo;
pub mod model;
pub mod repair;
mod shape;
pub mod slots;
pub mod token;
pub mod weights;

use super::EntityKind;
use crate::span::Span;
use context::Text;
use decode::Decoder;
use feature::Sentence;
use label::Part;
use model::{Model, ModelError};
use repair::{Named, repaired};

/// A tagger with its model.
#[derive(Clone, Debug)]
pub struct Tagger {
    model: Model,
}

/// A name that the tagger found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: EntityKind,
}

impl Tagger {
    /// A tagger from the bytes of a model.
    ///
    /// # Errors
    /// Where the bytes are not a whole model of the version that this program reads.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Ok(Self::new(Model::read(bytes)?))
    }

    /// A tagger with a model.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self { model }
    }

    /// The names in a text, in order; they do not overlap.
    #[must_use]
    pub fn tag(&self, text: &str) -> Vec<Tagged> {
        self.tag_with(&mut self.decoder(), text)
    }

    /// A decoder for [`tag_with`](Self::tag_with), which gets faster with the texts that it has seen.
    #[must_use]
    pub fn decoder(&self) -> Decoder<'_> {
        Decoder::new(&self.model)
    }

    /// [`tag`](Self::tag) by a decoder of this tagger.
    #[must_use]
    pub fn tag_with(&self, decoder: &mut Decoder<'_>, text: &str) -> Vec<Tagged> {
        let text = Text::new(text, &self.model.gazetteer);
        let mut named = Vec::new();
        for number in 0..text.tokens.sentences.len() {
            let sentence = Sentence::new(&text, number);
            let labels = decoder.labels(&sentence);
            let mut first = 0;
            for (at, label) in sentence.range().zip(labels) {
                let Some((kind, part)) = label::meaning(label as usize) else {
                    continue;
                };
                if matches!(part, Part::Begin | Part::Unit) {
                    first = at;
                }
                if matches!(part, Part::Last | Part::Unit) {
                    let last = at;
                    named.push(Named { first, last, kind });
                }
            }
        }
        let span = |at: usize| text.tokens.list[at].span;
        let tagged = repaired(&text, named).into_iter().map(|name| Tagged {
            span: Span::new(span(name.first).start, span(name.last).end),
            kind: name.kind,
        });
        tagged.collect()
    }
}
