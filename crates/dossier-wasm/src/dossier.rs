//! The class that JavaScript sees.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use dossier_engine::archive::{self, Archive};
use dossier_engine::explorer::Explorer;
use dossier_engine::id::{DocId, EntityId};
use dossier_engine::pipeline;
use dossier_engine::query::parse;
use dossier_engine::retrieve::{self, Found, Words};
use dossier_engine::store::Fault;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert;
use crate::error::{Error, ErrorKind};
use crate::input::{BuildOptions, DocumentInput, SearchOptions};
use crate::output::{Hit, SearchResult, Suggestion};

/// How many suggestions are given where nothing is said.
const SUGGESTIONS: u32 = 8;

/// A collection of documents that answers.
#[wasm_bindgen]
pub struct Dossier {
    archive: Arc<Archive>,
    /// What reads the whole collection, made when something first needs it.
    explorer: OnceCell<Opened>,
}

/// The whole collection, read.
struct Opened {
    explorer: Explorer,
    /// Id and title of each document.
    documents: Vec<(String, String)>,
    by_id: BTreeMap<String, DocId>,
    /// Name of each entity.
    entities: Vec<String>,
}

impl Opened {
    fn new(explorer: Explorer) -> Self {
        let overview = explorer.overview();
        let documents = overview.documents.into_iter();
        let documents: Vec<_> = documents.map(|entry| (entry.name, entry.title)).collect();
        let ids = documents.iter().map(|(id, _)| id.clone());
        let entities = overview.entities.into_iter();
        Self {
            explorer,
            by_id: ids.zip((0..).map(DocId)).collect(),
            documents,
            entities: entities.map(|entity| entity.name).collect(),
        }
    }
}

#[wasm_bindgen]
impl Dossier {
    /// Builds the archive of some documents, to be searched: names are not looked for in them. The same documents give the same bytes everywhere.
    ///
    /// # Errors
    /// Throws where a document does not have the form described, or two have one id.
    #[wasm_bindgen]
    pub fn build(
        #[wasm_bindgen(unchecked_param_type = "DocumentInput[]")] documents: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "BuildOptions")] options: JsValue,
    ) -> Result<Vec<u8>, Error> {
        let documents: Vec<DocumentInput> = argument("documents", documents)?;
        let options: BuildOptions = optional("options", options)?;
        let documents = convert::documents(documents)?;
        let collection = pipeline::searchable(documents, options.title, options.description);
        Ok(archive::write(&collection))
    }

    /// Opens an archive. Its tables are read; the rest is checked and read when a question needs it.
    ///
    /// # Errors
    /// Throws where the bytes are no archive of a version that is known, or not as many as it says.
    #[wasm_bindgen]
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        Ok(Self {
            archive: Arc::new(Archive::open(bytes)?),
            explorer: OnceCell::new(),
        })
    }

    /// How many documents there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> u32 {
        self.archive.documents()
    }

    /// The documents that match a query. Plain words find the documents with any of them, those
    /// that they say most about first; operators, fields and filters say what must hold. A blank
    /// query finds all.
    ///
    /// # Errors
    /// Throws where the options do not have the form described, or the archive is damaged.
    #[wasm_bindgen(unchecked_return_type = "SearchResult")]
    pub fn search(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options: SearchOptions = optional("options", options)?;
        let index = self.archive.index();
        let is_plain = parse(query, &index.analyser()).is_plain() && options.filters.is_empty();
        to_js(&if is_plain {
            self.search_words(query, &options)?
        } else {
            self.search_all(query, &options)?
        })
    }

    /// Ways to go on with what is typed: its last word completed to words of the collection, those
    /// in most documents first.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "Suggestion[]")]
    pub fn suggest(&self, typed: &str, limit: Option<u32>) -> Result<JsValue, Error> {
        let limit = limit.unwrap_or(SUGGESTIONS) as usize;
        let opened = self.opened()?;
        let suggestion = |(text, documents)| Suggestion { text, documents };
        let found = opened.explorer.suggest(typed, limit).into_iter();
        to_js(&found.map(suggestion).collect::<Vec<_>>())
    }

    /// Values to filter by, with counts for the query and the filters.
    ///
    /// # Errors
    /// Throws where the options do not have the form described.
    #[wasm_bindgen(unchecked_return_type = "FacetGroup[]")]
    pub fn facets(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options: SearchOptions = optional("options", options)?;
        let mut request = convert::request(query, &options)?;
        request.limit = 0;
        let opened = self.opened()?;
        to_js(&convert::facets(opened.explorer.search(&request).facets))
    }

    /// A document, whole; `undefined` where there is none with this id.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "DocumentOutput | undefined")]
    pub fn document(&self, id: &str) -> Result<JsValue, Error> {
        let opened = self.opened()?;
        let doc = opened.by_id.get(id);
        let found = doc.and_then(|&doc| opened.explorer.document(doc));
        to_js(&found.map(|entry| convert::document_output(entry.document)))
    }

    /// Why a query finds a document; `undefined` where it does not.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "Explanation | undefined")]
    pub fn explain(&self, query: &str, id: &str) -> Result<JsValue, Error> {
        let options = SearchOptions {
            limit: Some(self.size()),
            ..SearchOptions::default()
        };
        let opened = self.opened()?;
        let answer = opened.explorer.search(&convert::request(query, &options)?);
        let doc = opened.by_id.get(id);
        let mut hits = answer.documents.into_iter();
        let hit = hits.find(|hit| Some(&hit.doc) == doc);
        to_js(&hit.map(convert::explanation))
    }
}

impl Dossier {
    fn opened(&self) -> Result<&Opened, Error> {
        if let Some(opened) = self.explorer.get() {
            return Ok(opened);
        }
        let opened = Opened::new(Explorer::of(self.archive.clone())?);
        Ok(self.explorer.get_or_init(|| opened))
    }

    /// The best documents for plain words.
    fn search_words(&self, query: &str, options: &SearchOptions) -> Result<SearchResult, Error> {
        let index = self.archive.index();
        let words = Words::new(index, query, convert::mode(options.mode))?;
        let limit = options.limit.unwrap_or(convert::LIMIT) as usize;
        let hits = retrieve::search(index, &words, limit)?;
        let hit = |found: &Found| {
            let doc = DocId(found.doc);
            let (id, title) = self.archive.name(doc)?;
            let mut extracts = None;
            if options.extracts {
                let document = self.archive.document(doc)?.document;
                let found = retrieve::extracts(index, &words, &document)?;
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
        };
        let hits = hits.iter().map(hit).collect::<Result<_, Fault>>()?;
        let total = options.count.then(|| retrieve::count(index, &words));
        let notices = words.corrections.into_iter();
        Ok(SearchResult {
            total: total.transpose()?,
            hits,
            notices: notices
                .map(|found| convert::correction(query, found))
                .collect(),
            problems: Vec::new(),
        })
    }

    /// The documents that a query with operators or filters finds.
    fn search_all(&self, query: &str, options: &SearchOptions) -> Result<SearchResult, Error> {
        let opened = self.opened()?;
        let answer = opened.explorer.search(&convert::request(query, options)?);
        Ok(convert::result(
            query,
            answer,
            options.extracts,
            |hit| {
                let document = opened.documents.get(hit.doc.index());
                document.map_or(("", ""), |(id, title)| (id, title))
            },
            |entity: EntityId| {
                let name = opened.entities.get(entity.index());
                name.cloned().unwrap_or_default()
            },
        ))
    }
}

/// An argument as what it should be.
fn argument<T: DeserializeOwned>(name: &str, value: JsValue) -> Result<T, Error> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let message = js_sys::Error::from(JsValue::from(error)).message();
        Error::new(ErrorKind::Argument, format!("`{name}`: {message}"))
    })
}

/// An argument that may be left out.
fn optional<T: DeserializeOwned + Default>(name: &str, value: JsValue) -> Result<T, Error> {
    if value.is_undefined() || value.is_null() {
        Ok(T::default())
    } else {
        argument(name, value)
    }
}

fn to_js(value: &impl Serialize) -> Result<JsValue, Error> {
    value
        .serialize(&Serializer::new())
        .map_err(|error| Error::new(ErrorKind::Argument, error.to_string()))
}
