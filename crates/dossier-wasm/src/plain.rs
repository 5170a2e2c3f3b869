//! Questions of words alone, or of none: their answers need the index and columns of values, and
//! nothing else of the collection.

use std::cmp::Reverse;

use dossier_engine::archive::Archive;
use dossier_engine::explorer::{Facets, Filters, Group};
use dossier_engine::facet::{self, Columns, Conditions};
use dossier_engine::id::DocId;
use dossier_engine::order;
use dossier_engine::query::parse;
use dossier_engine::retrieve::{self, Found, Words};
use dossier_engine::store::{self, Fault};

use crate::convert;
use crate::error::Error;
use crate::input::SearchOptions;
use crate::output::{Explanation, Hit, SearchResult};

/// A query without operators, with its filters.
pub struct Plain<'a> {
    archive: &'a Archive,
    query: &'a str,
    options: &'a SearchOptions,
    filters: Filters,
    /// Of the query, if it is not blank.
    words: Option<Words>,
}

impl<'a> Plain<'a> {
    /// The question, if it is of words alone or blank.
    pub fn of(
        archive: &'a Archive,
        query: &'a str,
        options: &'a SearchOptions,
    ) -> Result<Option<Self>, Error> {
        let index = archive.index();
        let parsed = parse(query, &index.analyser());
        let is_blank = parsed.tree.is_none() && parsed.problems.is_empty();
        if !is_blank && !parsed.is_plain() {
            return Ok(None);
        }
        let words = || Words::new(index, query, convert::mode(options.mode));
        Ok(Some(Self {
            archive,
            query,
            options,
            filters: convert::filters(&options.filters)?,
            words: (!is_blank).then(words).transpose()?,
        }))
    }

    /// Whether the values of a group or, with `None`, the dates are needed to search.
    pub fn needs(&self, part: Option<Group>) -> bool {
        let orders = self.words.is_none() && part.is_none();
        orders || self.filters.concern(part)
    }

    /// The best documents that pass the filters; without words the newest.
    pub fn search(&self, columns: &Columns) -> Result<SearchResult, Error> {
        let limit = self.options.limit.unwrap_or(convert::LIMIT) as usize;
        let conditions = Conditions::new(columns, &self.filters);
        let passes = |doc: u32| conditions.standing(DocId(doc)).passes_but(None);
        let counts = self.options.count || !self.options.filters.is_empty();
        let mut total = None;
        if counts || self.words.is_none() {
            let matching = self.matching()?.into_iter();
            total = Some(matching.filter(|&doc| passes(doc)).count() as u32);
        }
        let found = match &self.words {
            Some(words) => retrieve::search_among(self.archive.index(), words, limit, &passes)?,
            None => self.newest(columns, limit, &passes),
        };
        let hits = store::all::<_, Fault>(found.into_iter().map(|found| self.hit(found)))?;
        let corrections = self.words.iter().flat_map(|words| &words.corrections);
        Ok(SearchResult {
            total,
            hits,
            notices: corrections
                .map(|found| convert::correction(self.query, found.clone()))
                .collect(),
            problems: Vec::new(),
        })
    }

    /// Values to filter by, of which all columns are read.
    pub fn facets(&self, columns: &Columns) -> Result<Facets, Error> {
        let conditions = Conditions::new(columns, &self.filters);
        let matching = self.matching()?.into_iter().map(DocId);
        let matching: Vec<_> = matching
            .map(|doc| (doc, conditions.standing(doc)))
            .collect();
        Ok(facet::facets(columns, &conditions, &matching))
    }

    /// Why a document is found, if it is.
    pub fn explain(&self, columns: &Columns, doc: DocId) -> Result<Option<Explanation>, Error> {
        let conditions = Conditions::new(columns, &self.filters);
        let passes = |doc: u32| conditions.standing(DocId(doc)).passes_but(None);
        let Some(words) = &self.words else {
            return Ok(passes(doc.0).then_some(Explanation {
                score: 0.0,
                lines: Vec::new(),
            }));
        };
        let document = self.archive.document(doc)?.document;
        let index = self.archive.index();
        let explained = retrieve::explain(index, words, doc.0, &document, &passes)?;
        Ok(explained.map(|explained| convert::score(self.query, explained)))
    }

    /// The documents that match, whatever the filters, in order.
    fn matching(&self) -> Result<Vec<u32>, Fault> {
        match &self.words {
            Some(words) => retrieve::matching(self.archive.index(), words),
            None => Ok((0..self.archive.documents()).collect()),
        }
    }

    fn newest(&self, columns: &Columns, limit: usize, passes: retrieve::Passes<'_>) -> Vec<Found> {
        let mut newest: Vec<u32> = (0..self.archive.documents()).collect();
        newest.retain(|&doc| passes(doc));
        order::sort_by_key(&mut newest, |&doc| Reverse(columns.date(DocId(doc))));
        newest.truncate(limit);
        let found = newest.into_iter();
        found.map(|doc| Found { doc, score: 0.0 }).collect()
    }

    fn hit(&self, found: Found) -> Result<Hit, Fault> {
        let doc = DocId(found.doc);
        let (id, title) = self.archive.name(doc)?;
        let mut extracts = None;
        if self.options.extracts {
            let document = self.archive.document(doc)?.document;
            let none = Words::default();
            let words = self.words.as_ref().unwrap_or(&none);
            let found = retrieve::extracts(self.archive.index(), words, &document)?;
            let marks = &found.title_marks;
            extracts = Some(convert::extracts(
                title,
                found.matches,
                marks,
                found.snippets,
            ));
        }
        Ok(Hit {
            id: id.into(),
            title: title.into(),
            score: found.score,
            extracts,
        })
    }
}
