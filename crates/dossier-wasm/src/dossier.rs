//! The class that JavaScript sees.

use std::cell::{OnceCell, Ref, RefCell};
use std::sync::Arc;

use dossier_engine::archive::{self, Archive};
use dossier_engine::explorer::{Explorer, SearchRequest};
use dossier_engine::facet::{Columns, Group};
use dossier_engine::id::{DocId, EntityId};
use dossier_engine::order;
use dossier_engine::pipeline;
use dossier_engine::retrieve;
use dossier_engine::store::{self, Fault};
use js_sys::Uint8Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert;
use crate::error::{Error, ErrorKind};
use crate::input::SearchOptions;
use crate::output::{SearchResult, Suggestion};
use crate::plain::Plain;
use crate::read;
use crate::source::Source;

/// How many suggestions are given where nothing is said.
const SUGGESTIONS: u32 = 8;

/// A collection of documents that answers.
#[wasm_bindgen]
pub struct Dossier {
    source: Source,
    /// The ids of documents in order, with what they are, made when one is first asked for.
    by_id: OnceCell<Vec<(String, DocId)>>,
    /// What documents can be filtered by, as far as questions have needed it.
    columns: RefCell<Columns>,
    /// What reads the whole collection, made when something first needs it.
    explorer: OnceCell<Opened>,
}

/// The whole collection, read.
struct Opened {
    explorer: Explorer,
    /// Name of each entity.
    entities: Vec<String>,
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
        let options = read::build_options(&options)?;
        let documents = convert::documents(read::documents(&documents)?)?;
        let collection = pipeline::searchable(documents, options.title, options.description);
        Ok(archive::write(&collection))
    }

    /// Opens an archive. Its tables are read; the rest is read, and checked, when a question needs it, and stays in the array until then: do not change the array while the collection is in use.
    ///
    /// # Errors
    /// Throws where the bytes are no archive of a version that is known, or not as many as it says.
    #[wasm_bindgen]
    pub fn open(bytes: Uint8Array) -> Result<Self, Error> {
        Source::whole(bytes).map(Self::of)
    }

    /// How many bytes from the start on an archive of `size` bytes is opened from. `first` are its first 57 bytes, or more.
    ///
    /// # Errors
    /// Throws where the bytes do not begin as an archive does.
    #[wasm_bindgen]
    pub fn beginning(first: &[u8], size: f64) -> Result<f64, Error> {
        Ok(archive::beginning(first, whole(size))? as f64)
    }

    /// Opens an archive of `size` bytes of which only the beginning is there. A question that needs more throws an error of the kind `missing`; then `wanted` says what to `provide` before it is asked again.
    ///
    /// # Errors
    /// As `open`, and where the beginning is not whole.
    #[wasm_bindgen(js_name = openSparse)]
    pub fn open_sparse(beginning: &[u8], size: f64) -> Result<Self, Error> {
        Source::sparse(beginning, whole(size)).map(Self::of)
    }

    /// Which bytes the last question needed that were missing.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "ByteRange[]")]
    pub fn wanted(&self) -> Result<JsValue, Error> {
        to_js(&self.source.wanted())
    }

    /// Brings bytes of the archive from `start` on.
    #[wasm_bindgen]
    pub fn provide(&self, start: f64, bytes: &[u8]) {
        self.source.provide(whole(start), bytes);
    }

    /// How many documents there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> u32 {
        let documents = self.source.ask(|archive| Ok(archive.documents()));
        documents.unwrap_or_default()
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
        let options = read::search_options(&options)?;
        to_js(
            &self
                .source
                .ask(|archive| match Plain::of(archive, query, &options)? {
                    Some(plain) => plain.search(&*self.columns(archive, |part| plain.needs(part))?),
                    None => self.search_all(archive, query, &options),
                })?,
        )
    }

    /// Ways to go on with what is typed: its last word completed to words of the collection, those
    /// in most documents first.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "Suggestion[]")]
    pub fn suggest(&self, typed: &str, limit: Option<u32>) -> Result<JsValue, Error> {
        let limit = limit.unwrap_or(SUGGESTIONS) as usize;
        let found = self
            .source
            .ask(|archive| Ok(retrieve::suggest(archive.index(), typed, limit)?))?;
        let suggestion = |(text, documents)| Suggestion { text, documents };
        to_js(&found.into_iter().map(suggestion).collect::<Vec<_>>())
    }

    /// Values to filter by, with counts for the query and the filters: over the documents that a
    /// search finds.
    ///
    /// # Errors
    /// Throws where the options do not have the form described.
    #[wasm_bindgen(unchecked_return_type = "FacetGroup[]")]
    pub fn facets(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options = read::search_options(&options)?;
        let mut request = convert::request(query, &options)?;
        request.limit = 0;
        to_js(&self.source.ask(|archive| {
            let facets = if let Some(plain) = Plain::of(archive, query, &options)? {
                plain.facets(&*self.columns(archive, |_| true)?)?
            } else {
                self.opened(archive)?.explorer.search(&request).facets
            };
            Ok(convert::facets(facets))
        })?)
    }

    /// A document, whole; `undefined` where there is none with this id.
    ///
    /// # Errors
    /// Throws where the answer cannot be made, which does not happen.
    #[wasm_bindgen(unchecked_return_type = "DocumentOutput | undefined")]
    pub fn document(&self, id: &str) -> Result<JsValue, Error> {
        to_js(&self.source.ask(|archive| {
            let Some(doc) = self.by_id(archive, id)? else {
                return Ok(None);
            };
            let document = archive.document(doc)?.document;
            Ok(Some(convert::document_output(document)))
        })?)
    }

    /// Why a query finds a document, with the options of the search; `undefined` where it does not.
    ///
    /// # Errors
    /// Throws where the options do not have the form described, or the archive is damaged.
    #[wasm_bindgen(unchecked_return_type = "Explanation | undefined")]
    pub fn explain(
        &self,
        query: &str,
        id: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, Error> {
        let options = read::search_options(&options)?;
        to_js(&self.source.ask(|archive| {
            let Some(doc) = self.by_id(archive, id)? else {
                return Ok(None);
            };
            if let Some(plain) = Plain::of(archive, query, &options)? {
                let columns = self.columns(archive, |part| plain.needs(part))?;
                return plain.explain(&columns, doc);
            }
            let request = SearchRequest {
                limit: archive.documents() as usize,
                ..convert::request(query, &options)?
            };
            let mut hits = self.opened(archive)?.explorer.search(&request).documents;
            hits.retain(|hit| hit.doc == doc);
            Ok(hits.pop().map(convert::explanation))
        })?)
    }
}

impl Dossier {
    fn of(source: Source) -> Self {
        Self {
            source,
            by_id: OnceCell::new(),
            columns: RefCell::default(),
            explorer: OnceCell::new(),
        }
    }

    /// The whole collection.
    fn opened(&self, archive: &Arc<Archive>) -> Result<&Opened, Error> {
        if let Some(opened) = self.explorer.get() {
            return Ok(opened);
        }
        let explorer = Explorer::of(archive.clone())?;
        let entities = explorer.overview().entities.into_iter();
        let entities = entities.map(|entity| entity.name).collect();
        Ok(self.explorer.get_or_init(|| Opened { explorer, entities }))
    }

    /// The columns, of which those that are needed are read.
    fn columns(
        &self,
        archive: &Archive,
        needs: impl Fn(Option<Group>) -> bool,
    ) -> Result<Ref<'_, Columns>, Error> {
        archive.columns(&mut self.columns.borrow_mut(), needs)?;
        Ok(self.columns.borrow())
    }

    /// The document with an id.
    fn by_id(&self, archive: &Archive, id: &str) -> Result<Option<DocId>, Error> {
        let by_id = if let Some(by_id) = self.by_id.get() {
            by_id
        } else {
            let ids = (0..archive.documents()).map(DocId);
            let ids = ids.map(|doc| Ok((archive.name(doc)?.0.to_owned(), doc)));
            let mut ids: Vec<(String, DocId)> = store::all::<_, Fault>(ids)?;
            order::sort(&mut ids);
            self.by_id.get_or_init(|| ids)
        };
        let at = by_id.binary_search_by(|(other, _)| other.as_str().cmp(id));
        Ok(at.ok().map(|at| by_id[at].1))
    }

    /// The documents that a query with operators finds.
    fn search_all(
        &self,
        archive: &Arc<Archive>,
        query: &str,
        options: &SearchOptions,
    ) -> Result<SearchResult, Error> {
        let Opened { explorer, entities } = self.opened(archive)?;
        let answer = explorer.search(&convert::request(query, options)?);
        Ok(convert::result(
            query,
            answer,
            options.extracts,
            |hit| archive.name(hit.doc).unwrap_or_default(),
            |entity: EntityId| entities.get(entity.index()).cloned().unwrap_or_default(),
        ))
    }
}

/// A count of bytes; 0 for what is none.
#[expect(clippy::cast_sign_loss, reason = "what is below 0 becomes 0")]
fn whole(count: f64) -> u64 {
    count as u64
}

fn to_js(value: &impl Serialize) -> Result<JsValue, Error> {
    value
        .serialize(&Serializer::new())
        .map_err(|error| Error::new(ErrorKind::Argument, error.to_string()))
}
