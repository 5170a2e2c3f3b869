//! Between the engine's values and those of JavaScript.

use dossier_engine::date::{DateRange, PartialDate};
use dossier_engine::document::{Document, Published, languages};
use dossier_engine::explorer::{
    self, DocumentHit, Filters, Group, GroupFilter, MatchForm, SearchAnswer, SearchRequest,
};
use dossier_engine::index::Field;
use dossier_engine::order;
use dossier_engine::retrieve::{self, Correction, Reason, Way};
use dossier_engine::span::Span;
use dossier_engine::text::folded;

use crate::error::{Error, ErrorKind};
use crate::input::{DocumentInput, FilterInput, Mode, SearchOptions};
use crate::output::{
    DocumentOutput, Explanation, ExplanationLine, Extracts, FacetGroup, FacetValue, FieldName,
    Form, Hit, Notice, Problem, Range, SearchResult, Snippet,
};
use crate::utf16;

/// How many documents an answer lists where nothing is said.
pub const LIMIT: u32 = 10;

/// The documents for the engine.
pub fn documents(inputs: Vec<DocumentInput>) -> Result<Vec<Document>, Error> {
    let mut ids: Vec<&str> = inputs.iter().map(|input| input.id.as_str()).collect();
    order::sort(&mut ids);
    if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
        let message = ["the id `", pair[0], "` is there twice"].concat();
        return Err(Error::new(ErrorKind::DuplicateId, message));
    }
    let untold = inputs.iter().filter(|input| input.language.is_none());
    let mut detected = languages(untold.map(|input| input.text.as_str())).into_iter();
    let documents = inputs.into_iter().map(|input| {
        let language = match &input.language {
            Some(language) => language.clone(),
            None => detected.next().unwrap_or("en").into(),
        };
        document(input, language)
    });
    documents.collect()
}

fn document(input: DocumentInput, language: String) -> Result<Document, Error> {
    let published = input.published.map(|date| date.parse::<PartialDate>());
    let published = published.transpose().map_err(|error| {
        let message = format!("`published` of the document `{}`: {error}", input.id);
        Error::new(ErrorKind::Argument, message)
    })?;
    let plain = Document::plain(&input.id, &input.title, &input.text);
    Ok(Document {
        language,
        kind: input.kind,
        publisher: input.publisher,
        authors: input.authors,
        published: published.map(|date| Published {
            date,
            inferred: false,
            note: None,
        }),
        ..plain
    })
}

/// The request for the engine.
pub fn request(query: &str, options: &SearchOptions) -> Result<SearchRequest, Error> {
    Ok(SearchRequest {
        query: match options.mode {
            Mode::Prefix => with_open_end(query),
            Mode::Plain | Mode::Typo => query.into(),
        },
        filters: filters(&options.filters)?,
        limit: options.limit.unwrap_or(LIMIT) as usize,
        ..SearchRequest::default()
    })
}

/// The query with its last word, if it ends in one, as a beginning of words.
fn with_open_end(query: &str) -> String {
    let open = query.chars().next_back().is_some_and(char::is_alphanumeric);
    [query, if open { "*" } else { "" }].concat()
}

/// The conditions for the engine.
pub fn filters(input: &FilterInput) -> Result<Filters, Error> {
    let argument = |message: String| Error::new(ErrorKind::Argument, message);
    let groups = input.groups.iter().map(|(key, conditions)| {
        let group = Group::from_key(key)
            .ok_or_else(|| argument(format!("there is no group `{key}` to filter by")))?;
        let conditions = GroupFilter {
            include: conditions.include.clone(),
            exclude: conditions.exclude.clone(),
        };
        Ok((group, conditions))
    });
    let dates = input.dates.as_ref().map(|dates| dates.parse::<DateRange>());
    let dates = dates
        .transpose()
        .map_err(|error| argument(format!("`dates`: {error}")))?;
    Ok(Filters {
        groups: groups.collect::<Result<_, Error>>()?,
        dates: dates.unwrap_or_default(),
    })
}

/// The answer to a query with operators for JavaScript; `named` gives id and title of a
/// document, `entity` names an entity.
pub fn result<'a>(
    query: &str,
    answer: SearchAnswer,
    with_extracts: bool,
    named: impl Fn(&DocumentHit) -> (&'a str, &'a str),
    entity: impl Fn(dossier_engine::id::EntityId) -> String,
) -> SearchResult {
    let range = |span| utf16::ranges(query, &[span])[0];
    SearchResult {
        total: Some(answer.document_count),
        hits: answer
            .documents
            .into_iter()
            .map(|hit| {
                let (id, title) = named(&hit);
                Hit {
                    id: id.into(),
                    title: title.into(),
                    score: hit.score,
                    extracts: with_extracts
                        .then(|| extracts(title, hit.match_count, &hit.title_marks, hit.snippets)),
                }
            })
            .collect(),
        notices: answer
            .notices
            .into_iter()
            .map(|found| notice(found, range, &entity))
            .collect(),
        problems: answer
            .problems
            .into_iter()
            .map(|problem| Problem {
                range: range(problem.span),
                message: problem.message,
            })
            .collect(),
    }
}

/// What a document with this title has of the words of a query.
pub fn extracts(
    title: &str,
    matches: u32,
    title_marks: &[Span],
    snippets: Vec<explorer::Snippet>,
) -> Extracts {
    Extracts {
        matches,
        title_marks: utf16::ranges(title, title_marks),
        snippets: snippets.into_iter().map(snippet).collect(),
    }
}

/// What was searched in place of a word.
pub fn correction(query: &str, correction: Correction) -> Notice {
    let typed = utf16::ranges(query, &[correction.typed])[0];
    if correction.words.is_empty() {
        Notice::Unknown {
            typed,
            suggestions: Vec::new(),
        }
    } else {
        Notice::Corrected {
            typed,
            words: correction.words,
        }
    }
}

/// How the engine takes the words of a query.
pub fn mode(mode: Mode) -> retrieve::Mode {
    match mode {
        Mode::Plain => retrieve::Mode::Plain,
        Mode::Prefix => retrieve::Mode::Prefix,
        Mode::Typo => retrieve::Mode::Typo,
    }
}

fn snippet(snippet: explorer::Snippet) -> Snippet {
    Snippet {
        marks: utf16::ranges(&snippet.text, &snippet.marks),
        text: snippet.text,
        cut_start: snippet.cut_start,
        cut_end: snippet.cut_end,
    }
}

fn notice(
    notice: explorer::Notice,
    range: impl Fn(dossier_engine::span::Span) -> Range,
    name: impl Fn(dossier_engine::id::EntityId) -> String,
) -> Notice {
    use explorer::Notice as From;
    match notice {
        From::Corrected { typed, words } => Notice::Corrected {
            typed: range(typed),
            words,
        },
        From::Unknown { typed, suggestions } => Notice::Unknown {
            typed: range(typed),
            suggestions,
        },
        From::Relaxed => Notice::Relaxed,
        From::Entity { typed, entity } => Notice::Entity {
            typed: range(typed),
            name: name(entity),
        },
    }
}

/// The facets for JavaScript.
pub fn facets(facets: explorer::Facets) -> Vec<FacetGroup> {
    let value = |value: explorer::FacetValue| FacetValue {
        key: value.key.to_string(),
        label: value.label.to_string(),
        count: value.count,
    };
    let group = |group: explorer::FacetGroup| FacetGroup {
        group: group.group.key().into(),
        values: group.values.into_iter().map(value).collect(),
    };
    facets.groups.into_iter().map(group).collect()
}

/// The document for JavaScript.
pub fn document_output(document: Document) -> DocumentOutput {
    DocumentOutput {
        id: document.name,
        title: document.title,
        text: document.text,
        language: document.language,
        kind: document.kind,
        publisher: document.publisher,
        authors: document.authors,
        published: document
            .published
            .map(|published| published.date.to_string()),
    }
}

/// The explanation for JavaScript.
pub fn explanation(hit: DocumentHit) -> Explanation {
    let line = |line: explorer::ExplanationLine| ExplanationLine {
        typed: line.typed,
        found: line.found,
        form: form(line.form),
        field: field(line.field),
        count: line.count,
        share: line.share,
    };
    Explanation {
        score: hit.score,
        lines: hit.explanation.into_iter().map(line).collect(),
    }
}

/// The explanation of a score for plain words for JavaScript.
pub fn score(query: &str, explained: retrieve::Explanation) -> Explanation {
    let whole = explained.score;
    let lines = explained.parts.into_iter().map(|part| {
        let share = part.score / whole;
        let (typed, found, form, in_title, count) = match part.reason {
            Reason::Title => (query, Vec::new(), Form::Title, true, 1),
            Reason::Likeness => (query, Vec::new(), Form::Likeness, false, 1),
            Reason::Word {
                typed,
                way,
                found,
                in_title,
                count,
            } => {
                let typed = typed.slice(query);
                let as_typed = || found.iter().any(|form| folded(form) == folded(typed));
                let form = match way {
                    Way::Beginning => Form::Prefix,
                    Way::Meant => Form::Corrected,
                    Way::Whole if as_typed() => Form::Exact,
                    Way::Whole => Form::Stem,
                };
                (typed, found, form, in_title, count)
            }
        };
        ExplanationLine {
            typed: typed.into(),
            found,
            form,
            field: if in_title {
                FieldName::Title
            } else {
                FieldName::Body
            },
            count,
            share,
        }
    });
    Explanation {
        score: whole,
        lines: lines.collect(),
    }
}

fn form(form: MatchForm) -> Form {
    match form {
        MatchForm::Exact => Form::Exact,
        MatchForm::Stem => Form::Stem,
        MatchForm::Prefix => Form::Prefix,
        MatchForm::Corrected => Form::Corrected,
        MatchForm::Phrase => Form::Phrase,
        MatchForm::Alias => Form::Alias,
        MatchForm::Field => Form::Field,
    }
}

fn field(field: Field) -> FieldName {
    match field {
        Field::Title => FieldName::Title,
        Field::Byline => FieldName::Byline,
        Field::Body => FieldName::Body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(id: &str) -> DocumentInput {
        DocumentInput {
            id: id.into(),
            title: "A title".into(),
            text: "One.\n\nTwo.".into(),
            language: None,
            kind: None,
            publisher: None,
            authors: Vec::new(),
            published: Some("2023-09".into()),
        }
    }

    #[test]
    fn a_document_has_the_paragraphs_of_its_text() {
        let documents = documents(vec![input("a")]).expect("a document");
        assert_eq!(documents[0].text, "One.\n\nTwo.");
        assert_eq!(documents[0].passages().count(), 2);
        assert_eq!(documents[0].language, "en");
    }

    #[test]
    fn one_id_for_two_documents_is_an_error() {
        let error = documents(vec![input("a"), input("b"), input("a")]).expect_err("twice");
        assert_eq!(error.kind, ErrorKind::DuplicateId);
    }

    #[test]
    fn a_date_that_the_calendar_has_not_is_an_error_that_names_the_document() {
        let mut document = input("a");
        document.published = Some("2023-13".into());
        let error = documents(vec![document]).expect_err("no such month");
        assert_eq!(error.kind, ErrorKind::Argument);
        assert!(error.message.contains("`a`"), "{}", error.message);
    }

    #[test]
    fn a_group_that_is_not_known_is_an_error() {
        let mut options = SearchOptions::default();
        options
            .filters
            .groups
            .insert("colour".into(), crate::input::GroupInput::default());
        let error = request("x", &options).expect_err("no such group");
        assert_eq!(error.kind, ErrorKind::Argument);
    }

    #[test]
    fn only_a_word_that_is_being_typed_is_a_beginning() {
        assert_eq!(with_open_end("arms de"), "arms de*");
        assert_eq!(with_open_end("arms "), "arms ");
        assert_eq!(with_open_end(""), "");
    }
}
