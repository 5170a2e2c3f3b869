//! The values of one group, and which documents have them.
//!
//! ```text
//! column = list(value) sets
//! value  = key:text label:maybe(text)
//! ```
//!
//! Values stand in the order of their keys, each once; a label that is the key is left out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sets::{self, ByDocument};
use crate::codec::{Malformed, Reader, Stored, Writer, write_number, write_text};
use crate::order;

/// The values of a group.
#[derive(Debug, Default)]
pub struct Column {
    /// Key and label of each value, by key.
    pub(super) names: Vec<(Arc<str>, Arc<str>)>,
    /// Positions in `names`, by label.
    pub(super) by_label: Vec<u32>,
    values: ByDocument,
}

impl Column {
    /// Reads the column of a collection of so many documents.
    pub(super) fn read(bytes: &[u8], documents: u32) -> Result<Self, Malformed> {
        let mut input = Reader::new(bytes);
        let mut names: Vec<(Arc<str>, Arc<str>)> = Vec::new();
        for _ in 0..input.count()? {
            let key: Arc<str> = input.text()?.into();
            let label = if bool::read(&mut input)? {
                input.text()?.into()
            } else {
                key.clone()
            };
            if names.last().is_some_and(|(before, _)| *before >= key) {
                return Err(Malformed("values in the order of their keys"));
            }
            names.push((key, label));
        }
        let mut by_label: Vec<u32> = (0..names.len() as u32).collect();
        order::sort_by_key(&mut by_label, |&value| &names[value as usize].1);
        Ok(Self {
            values: ByDocument::read(input.rest(), names.len(), documents)?,
            by_label,
            names,
        })
    }

    /// Key and label of each value, by key.
    #[must_use]
    pub fn names(&self) -> &[(Arc<str>, Arc<str>)] {
        &self.names
    }

    /// The position of the value with this key.
    pub(super) fn find(&self, key: &str) -> Option<u32> {
        let found = self.names.binary_search_by(|(other, _)| (**other).cmp(key));
        found.ok().map(|at| at as u32)
    }

    /// The values of a document, as positions in `names`, in order.
    pub(super) fn of(&self, doc: usize) -> &[u32] {
        self.values.of(doc)
    }
}

/// A column that is being written: for each key its label and the documents with it.
#[derive(Default)]
pub(super) struct Draft<'a>(BTreeMap<&'a str, (&'a str, Vec<u32>)>);

impl<'a> Draft<'a> {
    /// Adds documents that have a value.
    pub fn add(&mut self, key: &'a str, label: &'a str, documents: &[u32]) {
        let (last, of_value) = self.0.entry(key).or_default();
        *last = label;
        of_value.extend_from_slice(documents);
    }

    /// The bytes of the column.
    pub fn write(mut self) -> Writer {
        self.0.retain(|_, (_, documents)| {
            order::sort(documents);
            documents.dedup();
            !documents.is_empty()
        });
        let mut out = Writer::new();
        write_number(self.0.len() as u32, &mut out);
        for (key, (label, _)) in &self.0 {
            write_text(key, &mut out);
            (label != key).write(&mut out);
            if label != key {
                write_text(label, &mut out);
            }
        }
        out.extend(sets::write(
            self.0.values().map(|(_, documents)| documents.as_slice()),
        ));
        out
    }
}
