//! The door to JavaScript: convert, call, convert back. `js/worker.js` stands on its other side.

use dossier_engine::diagnostic::{Diagnostic, Severity};
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::explorer::Explorer;
use dossier_single::Parts;
use dossier_view::export::{self, Form, Subject};
use dossier_view::place::Place;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::build::{self, Host, Word};
use crate::limits::{self, Offer};

/// What came of building a collection.
#[wasm_bindgen(getter_with_clone)]
pub struct Built {
    /// The archive; absent where there is no document in it.
    pub archive: Option<Uint8Array>,
    /// How many documents it has.
    pub documents: u32,
    /// How many files are of formats that are not known.
    pub passed_over: u32,
    /// What is wrong with the files.
    pub problems: Vec<Problem>,
}

/// One problem in one file.
#[wasm_bindgen(getter_with_clone)]
#[derive(Clone)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// Its line, counted from 1; absent where the problem is the whole file.
    pub line: Option<u32>,
    /// Whether something was left out.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl From<Diagnostic> for Problem {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            file: diagnostic.file,
            line: diagnostic.line,
            is_error: diagnostic.severity == Severity::Error,
            message: diagnostic.message,
            hint: diagnostic.hint,
        }
    }
}

/// Files of the browser.
struct Files<'a> {
    read: &'a Function,
    tell: &'a Function,
}

impl Host for Files<'_> {
    fn read(&mut self, at: usize) -> Result<Vec<u8>, String> {
        let bytes = self
            .read
            .call1(&JsValue::NULL, &JsValue::from_f64(at as f64));
        let bytes = bytes.map_err(|error| {
            let error = error.dyn_into::<js_sys::Error>();
            error.map_or_else(
                |_| "the browser refuses".into(),
                |error| String::from(error.message()),
            )
        })?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }

    fn tell(&mut self, word: Word<'_>) {
        let count = |count: usize| JsValue::from_f64(count as f64);
        let values: Array = [
            JsValue::from_str(word.stage.key()),
            count(word.done),
            count(word.of),
            JsValue::from_str(word.name),
        ]
        .into_iter()
        .collect();
        // Whoever cannot be told is not waiting.
        let _ = self.tell.apply(&JsValue::NULL, &values);
    }
}

/// Builds an archive of files: their paths and sizes in bytes, `read`, which gives the bytes of the file at
/// a position, and `tell`, which takes stage, done, of how many, and name. `archive` is that of
/// the collection that they are added to, `weights` those of the tagger.
///
/// # Errors
/// Where the archive or the weights cannot be read.
#[wasm_bindgen]
pub fn build(
    paths: Vec<String>,
    sizes: &[u32],
    read: &Function,
    tell: &Function,
    archive: Option<Vec<u8>>,
    weights: Option<Vec<u8>>,
) -> Result<Built, JsError> {
    let present = archive.map(build::present).transpose()?;
    let tagger = weights.map(|weights| Tagger::from_bytes(&weights));
    let tagger = tagger.transpose()?;
    let offers = paths.into_iter().zip(sizes);
    let mut offers: Vec<Offer> = offers
        .map(|(path, &size)| Offer {
            path,
            size: size.into(),
        })
        .collect();
    limits::below_their_folder(&mut offers);
    let host = &mut Files { read, tell };
    let built = build::build(&offers, present, tagger.as_ref(), host);
    Ok(Built {
        archive: built
            .archive
            .map(|bytes| Uint8Array::from(bytes.as_slice())),
        documents: built.documents as u32,
        passed_over: built.passed_over,
        problems: built.diagnostics.into_iter().map(Problem::from).collect(),
    })
}

/// The selection of a place, named by its fragment, as a file: `subject` and `form` are the keys
/// of [`Subject`] and the extensions of [`Form`].
///
/// # Errors
/// Where the archive cannot be read, or nothing is known by the key or the extension.
#[wasm_bindgen]
pub fn selection(
    archive: Vec<u8>,
    fragment: &str,
    subject: &str,
    form: &str,
    page: &str,
) -> Result<String, JsError> {
    let explorer = Explorer::open(archive)?;
    let subject = Subject::from_key(subject).ok_or_else(|| JsError::new("an unknown subject"))?;
    let form = Form::from_extension(form).ok_or_else(|| JsError::new("an unknown form"))?;
    let place = Place::from_fragment(fragment);
    Ok(export::export(&explorer, &place, subject, form, page))
}

/// The explorer as one file; the arguments are those of [`Parts`].
///
/// # Errors
/// Where the page lacks a part, or a part cannot stand in a page.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "JavaScript knows no borrowed fields"
)]
pub fn single(
    archive: &[u8],
    title: &str,
    page: &str,
    style: &str,
    icon: &str,
    shell: &str,
    entry: &str,
    module: &[u8],
    worker: &str,
    worker_module: &[u8],
    names: Option<Vec<u8>>,
) -> Result<String, JsError> {
    let parts = Parts {
        page,
        style,
        icon,
        shell,
        entry,
        module,
        worker,
        worker_module,
        names: names.as_deref(),
    };
    Ok(dossier_single::pack(&parts, title, archive)?)
}
