//! What is thrown: an `Error` of JavaScript that a program can tell apart by its `kind`.

use dossier_engine::archive::OpenError;
use dossier_engine::store::Fault;
use js_sys::Reflect;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ErrorKind {
    /// An argument does not have the form that is described.
    Argument,
    /// Two documents have one id.
    DuplicateId,
    /// The bytes are not a Dossier archive.
    NotAnArchive,
    /// The archive has a format that this version does not read.
    UnknownVersion,
    /// The archive ends before it should.
    Truncated,
    /// The archive's bytes are not those that were written.
    Damaged,
    /// Bytes are needed that are not there: `wanted` says which.
    Missing,
}

#[wasm_bindgen(typescript_custom_section)]
const INTERFACE: &str = "\
/** What the functions of Dossier throw. */
export interface DossierError extends Error {
    name: \"DossierError\";
    kind: ErrorKind;
}";

/// An error on its way to JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What went wrong.
    pub kind: ErrorKind,
    /// As a sentence for people.
    pub message: String,
}

impl Error {
    /// An error of a kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }
}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        let kind = match error {
            OpenError::NotAnArchive => ErrorKind::NotAnArchive,
            OpenError::UnknownVersion { .. } => ErrorKind::UnknownVersion,
            OpenError::Truncated { .. } => ErrorKind::Truncated,
            OpenError::TrailingBytes | OpenError::Checksum { .. } | OpenError::Malformed { .. } => {
                ErrorKind::Damaged
            }
            OpenError::Missing => ErrorKind::Missing,
        };
        Self::new(kind, error.to_string())
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let kind = match fault {
            Fault::Missing => ErrorKind::Missing,
            Fault::Damaged | Fault::Malformed(_) => ErrorKind::Damaged,
        };
        Self::new(kind, fault.to_string())
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let thrown = js_sys::Error::new(&error.message);
        thrown.set_name("DossierError");
        let kind = serde_wasm_bindgen::to_value(&error.kind).unwrap_or_default();
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&thrown, &"kind".into(), &kind);
        thrown.into()
    }
}
