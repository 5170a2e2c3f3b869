//! Questions and answers as values, for those who ask an explorer from elsewhere.

use super::{EntityRow, Explorer, Match, MentionContext, SearchAnswer, SearchRequest};
use crate::id::{DocId, EntityId};
use crate::pipeline::AnalysedDocument;
use crate::similar::Comparison;

/// What can be asked of an [`Explorer`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The answer to a request, and the entities of the selection.
    Search(SearchRequest),
    /// A document with the matches of a query.
    Document {
        /// Which.
        doc: DocId,
        /// The query.
        query: String,
        /// Whether the document itself is asked for, and not the matches alone.
        whole: bool,
    },
    /// All mentions of an entity in a selection.
    Mentions(EntityId, SearchRequest),
    /// How often each entity is mentioned in the whole collection.
    Totals,
    /// Two documents side by side.
    Comparison(DocId, DocId),
}

/// What an [`Explorer`] says to a [`Question`] of the same name.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "there are never many of them; how large they are depends on the platform"
)]
pub enum Answer {
    /// The answer, and the entities of the selection.
    Search(SearchAnswer, Vec<EntityRow>),
    /// The document, if it is asked for and the collection has it, and the matches.
    Document(Option<AnalysedDocument>, Vec<Match>),
    /// The mentions.
    Mentions(Vec<MentionContext>),
    /// The entities of the collection.
    Totals(Vec<EntityRow>),
    /// The comparison; `None` where the collection has not both documents.
    Comparison(Option<Comparison>),
}

impl Question {
    /// How many kinds of questions there are.
    pub const KINDS: usize = 5;

    /// Its kind, below [`KINDS`](Self::KINDS): of one kind only the latest question is of interest.
    #[must_use]
    pub fn kind(&self) -> usize {
        match self {
            Self::Search(_) => 0,
            Self::Document { .. } => 1,
            Self::Mentions(..) => 2,
            Self::Totals => 3,
            Self::Comparison(..) => 4,
        }
    }
}

impl Explorer {
    /// The answer to a question.
    #[must_use]
    pub fn ask(&self, question: &Question) -> Answer {
        match question {
            Question::Search(request) => {
                let (answer, entities) = self.search_with_entities(request);
                Answer::Search(answer, entities)
            }
            Question::Document { doc, query, whole } => {
                let document = whole.then(|| self.document(*doc));
                Answer::Document(document.flatten(), self.matches(query, *doc))
            }
            Question::Mentions(entity, request) => {
                Answer::Mentions(self.mentions(*entity, request))
            }
            Question::Totals => Answer::Totals(self.entities(&SearchRequest::default())),
            Question::Comparison(one, other) => Answer::Comparison(self.compare(*one, *other)),
        }
    }
}
