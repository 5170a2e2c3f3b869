//! What JavaScript gives.

use std::collections::{BTreeMap, BTreeSet};

use tsify::Tsify;

/// A document to be searched.
#[derive(Debug, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct DocumentInput {
    /// Its name in all answers; unique among the documents.
    pub id: String,
    /// Its headline.
    #[tsify(optional)]
    pub title: String,
    /// Its text: plain, with blank lines between paragraphs.
    #[tsify(optional)]
    pub text: String,
    /// BCP 47 tag of its language; where none is given, it is told by the text.
    #[tsify(optional)]
    pub language: Option<String>,
    /// What kind of text it is, such as `news`.
    #[tsify(optional)]
    pub kind: Option<String>,
    /// Who published it.
    #[tsify(optional)]
    pub publisher: Option<String>,
    /// Who wrote it.
    #[tsify(optional)]
    pub authors: Vec<String>,
    /// When it was published: `2023-09-13`, `2023-09` or `2023`.
    #[tsify(optional)]
    pub published: Option<String>,
}

/// What a collection is besides its documents.
#[derive(Debug, Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct BuildOptions {
    /// Its title.
    #[tsify(optional)]
    pub title: String,
    /// One or two sentences on what it holds.
    #[tsify(optional)]
    pub description: String,
}

/// How the words of a query are taken. Documents with any of the words are found, those that they
/// say most about first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// As they are typed; forms with the same stem match.
    Plain,
    /// As with typing errors; and the last word may be the beginning of one, as while a person
    /// types.
    Prefix,
    /// Words that no document has are taken for those within a few typing errors.
    #[default]
    Typo,
}

/// How to search.
#[derive(Debug, Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SearchOptions {
    /// How many documents are listed at most; 10 where nothing is said.
    #[tsify(optional)]
    pub limit: Option<u32>,
    /// How the query's words are taken; `typo` where nothing is said.
    #[tsify(optional)]
    pub mode: Mode,
    /// Whether hits have their matches and extracts of their texts, which takes longer.
    #[tsify(optional)]
    pub extracts: bool,
    /// Whether to count all documents that match, which takes longer.
    #[tsify(optional)]
    pub count: bool,
    /// What else must hold.
    #[tsify(optional)]
    pub filters: FilterInput,
}

/// What a document must have besides matching the query.
#[derive(Debug, Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FilterInput {
    /// Conditions by group: `topic`, `person`, `org`, `place`, `group`, `weapon`, `event`, `law`,
    /// `publisher`.
    #[tsify(optional)]
    pub groups: BTreeMap<String, GroupInput>,
    /// Dates of publication, such as `2023-09..2024-06`, `2023..` or `..2024-06-30`.
    #[tsify(optional)]
    pub dates: Option<String>,
}

impl FilterInput {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.dates.is_none()
    }
}

/// The conditions of one group, by the keys of its values.
#[derive(Debug, Default, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct GroupInput {
    /// At least one of these, where there are any.
    #[tsify(optional, type = "string[]")]
    pub include: BTreeSet<String>,
    /// None of these.
    #[tsify(optional, type = "string[]")]
    pub exclude: BTreeSet<String>,
}
