//! The class that JavaScript sees.

use std::collections::BTreeMap;

use dossier_engine::explorer::Explorer;
use dossier_engine::id::{DocId, EntityId};
use dossier_engine::{archive, collection::CollectionDefinition, pipeline};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert;
use crate::error::{Error, ErrorKind};
use crate::input::{BuildOptions, DocumentInput, SearchOptions};
use crate::output::Suggestion;

/// How many suggestions are given where nothing is said.
const SUGGESTIONS: u32 = 8;

/// A collection of documents that answers.
#[wasm_bindgen]
pub struct Dossier {
    explorer: Explorer,
    /// Id and title of each document.
    documents: Vec<(String, String)>,
    by_id: BTreeMap<String, DocId>,
    /// Name of each entity.
    entities: Vec<String>,
}

#[wasm_bindgen]
impl Dossier {
    /// Builds the archive of some documents. The same documents give the same bytes everywhere.
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
        let definition = CollectionDefinition {
            title: options.title,
            description: options.description,
            ..CollectionDefinition::default()
        };
        Ok(archive::write(&pipeline::collect(
            documents, definition, None,
        )))
    }

    /// Opens an archive.
    ///
    /// # Errors
    /// Throws where the bytes are no whole archive of a version that is known.
    #[wasm_bindgen]
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let explorer = Explorer::open(bytes)?;
        let overview = explorer.overview();
        let documents = overview.documents.into_iter();
        let documents: Vec<_> = documents.map(|entry| (entry.name, entry.title)).collect();
        let ids = documents.iter().map(|(id, _)| id.clone());
        Ok(Self {
            explorer,
            by_id: ids.zip((0..).map(DocId)).collect(),
            documents,
            entities: overview
                .entities
                .into_iter()
                .map(|entity| entity.name)
                .collect(),
        })
    }

    /// How many documents there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> u32 {
        self.documents.len() as u32
    }

    /// The documents that match a query. A blank query finds all.
    ///
    /// # Errors
    /// Throws where the options do not have the form described.
    #[wasm_bindgen(unchecked_return_type = "SearchResult")]
    pub fn search(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options: SearchOptions = optional("options", options)?;
        let answer = self.explorer.search(&convert::request(query, options)?);
        let result = convert::result(
            query,
            answer,
            |hit| {
                let document = self.documents.get(hit.doc.index());
                document.map_or(("", ""), |(id, title)| (id, title))
            },
            |entity: EntityId| {
                self.entities
                    .get(entity.index())
                    .cloned()
                    .unwrap_or_default()
            },
        );
        to_js(&result)
    }

    /// Ways to go on with what is typed: its last word completed to words of the collection, those
    /// in most documents first.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "Suggestion[]")]
    pub fn suggest(&self, typed: &str, limit: Option<u32>) -> Result<JsValue, Error> {
        let limit = limit.unwrap_or(SUGGESTIONS) as usize;
        let suggestion = |(text, documents)| Suggestion { text, documents };
        let found = self.explorer.suggest(typed, limit).into_iter();
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
        let mut request = convert::request(query, options)?;
        request.limit = 0;
        to_js(&convert::facets(self.explorer.search(&request).facets))
    }

    /// A document, whole; `undefined` where there is none with this id.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "DocumentOutput | undefined")]
    pub fn document(&self, id: &str) -> Result<JsValue, Error> {
        let doc = self.by_id.get(id);
        let found = doc.and_then(|&doc| self.explorer.document(doc));
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
        let answer = self.explorer.search(&convert::request(query, options)?);
        let doc = self.by_id.get(id);
        let mut hits = answer.documents.into_iter();
        let hit = hits.find(|hit| Some(&hit.doc) == doc);
        to_js(&hit.map(convert::explanation))
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
