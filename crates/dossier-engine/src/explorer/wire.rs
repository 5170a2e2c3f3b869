//! Questions and answers in bytes, for those who ask from another thread. Both sides are the same
//! program: nothing of this is kept, and it has no version.
//!
//! An answer has thousands of values to filter by. Their names travel once, as [`ValueNames`], and answers
//! have their positions there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{
    Answer, DocumentHit, DocumentSummary, EntityRow, ExplanationLine, Explorer, FacetGroup,
    FacetValue, Facets, FilterCost, Filters, Group, GroupFilter, Match, MatchForm, MentionContext,
    MonthCount, Notice, Overview, PassageHit, Question, SearchAnswer, SearchRequest, Snippet, Sort,
    TopicShare,
};
use crate::codec::{
    Malformed, Reader, Stored, Writer, stored, stored_by_position, write_number, write_text,
};
use crate::date::DateRange;
use crate::index::Field;
use crate::query::QueryProblem;
use crate::similar::{Cell, Common, Comparison, Row, RowKind};

stored! {
    Overview { title, description, topics, entities, documents }
    DocumentSummary { name, title, kind, publisher, published, words, passages, editions }
    GroupFilter { include, exclude }
    DateRange { from, to }
    QueryProblem { span, message }
    DocumentHit {
        doc, score, match_count, title_marks, snippets, topics, entities, explanation
    }
    PassageHit { doc, passage, score, heading, snippet, match_count, topics }
    Snippet { passage, span, text, marks, cut_start, cut_end }
    TopicShare { topic, share }
    Match { field, span }
    ExplanationLine { typed, found, form, field, count, share }
    FilterCost { group, key, hides }
    EntityRow { entity, documents, mentions }
    MentionContext { doc, mention, snippet }
    Comparison { rows, words }
    Common { all, common }
    Row { sides, kind }
    Cell { passage, text, own }
}

/// How a word can match, in the order of their positions.
const FORMS: [MatchForm; 7] = [
    MatchForm::Exact,
    MatchForm::Stem,
    MatchForm::Prefix,
    MatchForm::Corrected,
    MatchForm::Phrase,
    MatchForm::Alias,
    MatchForm::Field,
];

stored_by_position! {
    Field: Field::ALL, "a field";
    Group: Group::ALL, "a group of values";
    Sort: [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title], "an order";
    MatchForm: FORMS, "a form of match";
    RowKind: [RowKind::Common, RowKind::Moved, RowKind::Apart], "a kind of row";
}

/// The limit as a number.
impl Stored for SearchRequest {
    fn write(&self, out: &mut Writer) {
        self.query.write(out);
        self.filters.write(out);
        self.sort.write(out);
        u32::try_from(self.limit).unwrap_or(u32::MAX).write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            query: Stored::read(input)?,
            filters: Stored::read(input)?,
            sort: Stored::read(input)?,
            limit: input.number()? as usize,
        })
    }
}

/// The groups as a list, then the dates.
impl Stored for Filters {
    fn write(&self, out: &mut Writer) {
        write_number(self.groups.len() as u32, out);
        for (group, filter) in &self.groups {
            group.write(out);
            filter.write(out);
        }
        self.dates.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut filters = Self::default();
        for _ in 0..input.count()? {
            let group = Stored::read(input)?;
            filters.groups.insert(group, Stored::read(input)?);
        }
        filters.dates = Stored::read(input)?;
        Ok(filters)
    }
}

/// A list.
impl Stored for BTreeSet<String> {
    fn write(&self, out: &mut Writer) {
        write_number(self.len() as u32, out);
        for text in self {
            text.write(out);
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut set = Self::new();
        for _ in 0..input.count()? {
            set.insert(Stored::read(input)?);
        }
        Ok(set)
    }
}

/// Key and label of every value to filter by: for each group of [`Group::ALL`] those that documents
/// have, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueNames(Vec<Vec<(Arc<str>, Arc<str>)>>);

impl Explorer {
    /// The names that its answers are written with.
    #[must_use]
    pub fn value_names(&self) -> ValueNames {
        let groups = self.catalog.columns.groups().iter();
        ValueNames(groups.map(|column| column.names().to_vec()).collect())
    }
}

impl ValueNames {
    /// The names of a group.
    fn of(&self, group: Group) -> &[(Arc<str>, Arc<str>)] {
        let at = group.position();
        at.and_then(|at| self.0.get(at)).map_or(&[], Vec::as_slice)
    }
}

/// For each group a list of keys and labels.
impl Stored for ValueNames {
    fn write(&self, out: &mut Writer) {
        write_number(self.0.len() as u32, out);
        for names in &self.0 {
            write_number(names.len() as u32, out);
            for (key, label) in names {
                write_text(key, out);
                write_text(label, out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut groups = Vec::new();
        for _ in 0..input.count()? {
            let mut names = Vec::new();
            for _ in 0..input.count()? {
                names.push((input.text()?.into(), input.text()?.into()));
            }
            groups.push(names);
        }
        Ok(Self(groups))
    }
}

impl SearchAnswer {
    fn write(&self, names: &ValueNames, out: &mut Writer) {
        self.problems.write(out);
        self.notices.write(out);
        self.has_query.write(out);
        self.document_count.write(out);
        self.passage_count.write(out);
        self.match_count.write(out);
        self.unfiltered_count.write(out);
        self.documents.write(out);
        self.passages.write(out);
        self.costs.write(out);
        self.facets.months.write(out);
        self.facets.undated.write(out);
        write_number(self.facets.groups.len() as u32, out);
        for group in &self.facets.groups {
            group.write(names, out);
        }
    }

    fn read(input: &mut Reader<'_>, names: &ValueNames) -> Result<Self, Malformed> {
        let mut answer = Self {
            problems: Stored::read(input)?,
            notices: Stored::read(input)?,
            has_query: Stored::read(input)?,
            document_count: Stored::read(input)?,
            passage_count: Stored::read(input)?,
            match_count: Stored::read(input)?,
            unfiltered_count: Stored::read(input)?,
            documents: Stored::read(input)?,
            passages: Stored::read(input)?,
            costs: Stored::read(input)?,
            facets: Facets {
                months: Stored::read(input)?,
                undated: Stored::read(input)?,
                groups: Vec::new(),
            },
        };
        for _ in 0..input.count()? {
            answer.facets.groups.push(FacetGroup::read(input, names)?);
        }
        Ok(answer)
    }
}

/// The group, and for each value its position among the names and its count.
impl FacetGroup {
    fn write(&self, names: &ValueNames, out: &mut Writer) {
        let names = names.of(self.group);
        self.group.write(out);
        write_number(self.values.len() as u32, out);
        for value in &self.values {
            let at = names.binary_search_by(|(key, _)| key.cmp(&value.key));
            // What has no name would be refused where it is read.
            write_number(at.unwrap_or(names.len()) as u32, out);
            value.count.write(out);
        }
    }

    fn read(input: &mut Reader<'_>, names: &ValueNames) -> Result<Self, Malformed> {
        let group = Stored::read(input)?;
        let names = names.of(group);
        let mut values = Vec::new();
        for _ in 0..input.count()? {
            let name = names.get(input.number()? as usize);
            let (key, label) = name.cloned().ok_or(Malformed("a value with a name"))?;
            let count = Stored::read(input)?;
            values.push(FacetValue { key, label, count });
        }
        Ok(Self { group, values })
    }
}

/// `year:number month:byte count:number`
impl Stored for MonthCount {
    fn write(&self, out: &mut Writer) {
        u32::from(self.year).write(out);
        out.push(self.month);
        self.count.write(out);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            year: u16::try_from(input.number()?).map_err(|_| Malformed("a year"))?,
            month: input.byte()?,
            count: Stored::read(input)?,
        })
    }
}

/// A byte for the kind of notice, and what it holds.
impl Stored for Notice {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Relaxed => out.push(0),
            Self::Corrected { typed, words } => {
                out.push(1);
                typed.write(out);
                words.write(out);
            }
            Self::Unknown { typed, suggestions } => {
                out.push(2);
                typed.write(out);
                suggestions.write(out);
            }
            Self::Entity { typed, entity } => {
                out.push(3);
                typed.write(out);
                entity.write(out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let kind = input.byte()?;
        if kind == 0 {
            return Ok(Self::Relaxed);
        }
        let typed = Stored::read(input)?;
        Ok(match kind {
            1 => Self::Corrected {
                typed,
                words: Stored::read(input)?,
            },
            2 => Self::Unknown {
                typed,
                suggestions: Stored::read(input)?,
            },
            3 => Self::Entity {
                typed,
                entity: Stored::read(input)?,
            },
            _ => return Err(Malformed("a notice")),
        })
    }
}

/// A byte for the kind, and what it asks.
impl Stored for Question {
    fn write(&self, out: &mut Writer) {
        out.push(self.kind() as u8);
        match self {
            Self::Search(request) => request.write(out),
            Self::Document { doc, query, whole } => {
                doc.write(out);
                query.write(out);
                whole.write(out);
            }
            Self::Mentions(entity, request) => {
                entity.write(out);
                request.write(out);
            }
            Self::Totals => {}
            Self::Comparison(one, other) => {
                one.write(out);
                other.write(out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(match input.byte()? {
            0 => Self::Search(Stored::read(input)?),
            1 => Self::Document {
                doc: Stored::read(input)?,
                query: Stored::read(input)?,
                whole: Stored::read(input)?,
            },
            2 => Self::Mentions(Stored::read(input)?, Stored::read(input)?),
            3 => Self::Totals,
            4 => Self::Comparison(Stored::read(input)?, Stored::read(input)?),
            _ => return Err(Malformed("a question")),
        })
    }
}

/// A byte for the kind, and what it says.
impl Answer {
    /// Appends the answer.
    pub fn write(&self, names: &ValueNames, out: &mut Writer) {
        match self {
            Self::Search(answer, entities) => {
                out.push(0);
                answer.write(names, out);
                entities.write(out);
            }
            Self::Document(document, matches) => {
                out.push(1);
                document.write(out);
                matches.write(out);
            }
            Self::Mentions(mentions) => {
                out.push(2);
                mentions.write(out);
            }
            Self::Totals(entities) => {
                out.push(3);
                entities.write(out);
            }
            Self::Comparison(comparison) => {
                out.push(4);
                comparison.write(out);
            }
        }
    }

    /// Takes an answer off the front.
    ///
    /// # Errors
    /// Where the bytes hold none that is written with these names.
    pub fn read(input: &mut Reader<'_>, names: &ValueNames) -> Result<Self, Malformed> {
        Ok(match input.byte()? {
            0 => Self::Search(SearchAnswer::read(input, names)?, Stored::read(input)?),
            1 => Self::Document(Stored::read(input)?, Stored::read(input)?),
            2 => Self::Mentions(Stored::read(input)?),
            3 => Self::Totals(Stored::read(input)?),
            4 => Self::Comparison(Stored::read(input)?),
            _ => return Err(Malformed("an answer")),
        })
    }
}
