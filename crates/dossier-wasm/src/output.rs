//! What JavaScript gets.

use serde::Serialize;
use tsify::Tsify;

/// A part of a text, as offsets into the JavaScript string: `text.slice(start, end)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// Where it begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// A part of an archive, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ByteRange {
    /// The first.
    pub start: u64,
    /// Where it ends, exclusive.
    pub end: u64,
}

/// The answer to a search.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SearchResult {
    /// How many documents match, whatever the limit; where it was asked for, and always with
    /// operators, filters or a blank query.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
    /// What was done with the query that the person should know.
    pub notices: Vec<Notice>,
    /// Parts of the query that could not be taken as typed.
    pub problems: Vec<Problem>,
}

/// A document that matches.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Its score; comparable within one answer only.
    pub score: f32,
    /// What it has of the words, where that was asked for.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extracts: Option<Extracts>,
}

/// What a document has of the words of a query.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Extracts {
    /// How many matches it has.
    pub matches: u32,
    /// Matches in the headline.
    pub title_marks: Vec<Range>,
    /// Up to three extracts in the order of the text.
    pub snippets: Vec<Snippet>,
}

/// An extract of a document's text.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Snippet {
    /// The extract.
    pub text: String,
    /// Matches in it.
    pub marks: Vec<Range>,
    /// Whether it begins in the middle of a paragraph.
    pub cut_start: bool,
    /// Whether it ends in the middle of a paragraph.
    pub cut_end: bool,
}

/// What was done with a query.
#[derive(Debug, Serialize, Tsify)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Notice {
    /// A word stands in no document, or in few and there without the others; these were searched too, likeliest first.
    Corrected {
        /// Where the word stands in the query.
        typed: Range,
        /// The words.
        words: Vec<String>,
    },
    /// A word stands in no document, and nothing is close enough.
    Unknown {
        /// Where the word stands in the query.
        typed: Range,
        /// What may have been meant.
        suggestions: Vec<String>,
    },
    /// No document has all words; those with some of them were taken.
    Relaxed,
    /// A name was taken as this entity too.
    Entity {
        /// Where the name stands in the query.
        typed: Range,
        /// The entity's name.
        name: String,
    },
}

/// A part of a query that could not be taken as typed.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Where, in the query.
    pub range: Range,
    /// What is wrong and how it was taken.
    pub message: String,
}

/// A way to go on with what is typed.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// What is typed, its last word completed.
    pub text: String,
    /// How many documents have the completed word.
    pub documents: u32,
}

/// Values of one kind to filter by.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FacetGroup {
    /// Its name in filters.
    pub group: String,
    /// Its values, most documents first.
    pub values: Vec<FacetValue>,
}

/// A value to filter by.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FacetValue {
    /// Its name in filters.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// How many documents would be found with it as the group's only condition.
    pub count: u32,
}

/// A document, whole.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct DocumentOutput {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Its text, with blank lines between paragraphs.
    pub text: String,
    /// BCP 47 tag of its language.
    pub language: String,
    /// What kind of text it is.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Who published it.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published, as `2023-09-13`, `2023-09` or `2023`.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
}

/// Why a document was found.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Its score.
    pub score: f32,
    /// What the score is made of, biggest share first.
    pub lines: Vec<ExplanationLine>,
}

/// A part of a score.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ExplanationLine {
    /// What was typed.
    pub typed: String,
    /// The forms that the document has.
    pub found: Vec<String>,
    /// How they match.
    pub form: Form,
    /// Where.
    pub field: FieldName,
    /// How often.
    pub count: u32,
    /// Part of the score, 0 to 1.
    pub share: f32,
}

/// How a word of the query came to match.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Form {
    /// As typed, case and diacritics aside.
    Exact,
    /// With the same stem.
    Stem,
    /// Begins with what was typed.
    Prefix,
    /// Within a few typing errors.
    Corrected,
    /// Words in a row or near each other.
    Phrase,
    /// Another name of the same entity.
    Alias,
    /// A field that was asked for.
    Field,
    /// The title has much of the query.
    Title,
    /// The document is like those that match best.
    Likeness,
}

/// A part of a document.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum FieldName {
    /// The headline.
    Title,
    /// Publisher, authors and the like.
    Byline,
    /// The text.
    Body,
}
