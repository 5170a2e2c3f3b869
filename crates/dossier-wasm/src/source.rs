//! Where the bytes of an archive come from: they stay with the host, and only the pages that
//! questions need are brought into the engine's memory.

use std::cell::RefCell;
use std::sync::Arc;

use dossier_engine::archive::{self, Archive};
use js_sys::Uint8Array;

use crate::error::{Error, ErrorKind};
use crate::output::ByteRange;

/// An archive, and the array that has its bytes, if the host has them in one.
pub struct Source {
    archive: RefCell<Arc<Archive>>,
    bytes: Option<Uint8Array>,
}

impl Source {
    /// An archive whose bytes are in an array.
    pub fn whole(bytes: Uint8Array) -> Result<Self, Error> {
        let size = u64::from(bytes.length());
        let first = part(&bytes, 0, archive::FIRST as u64)?;
        let beginning = archive::beginning(&first, size)?;
        let archive = Archive::sparse(&part(&bytes, 0, beginning)?, size)?;
        Ok(Self {
            archive: RefCell::new(Arc::new(archive)),
            bytes: Some(bytes),
        })
    }

    /// An archive of `size` bytes, of which the host brings what is missing.
    pub fn sparse(first: &[u8], size: u64) -> Result<Self, Error> {
        Ok(Self {
            archive: RefCell::new(Arc::new(Archive::sparse(first, size)?)),
            bytes: None,
        })
    }

    /// The answer to a question, which is asked again until nothing that it needs is missing.
    pub fn ask<T>(&self, question: impl Fn(&Arc<Archive>) -> Result<T, Error>) -> Result<T, Error> {
        loop {
            let answer = question(&self.archive.borrow());
            match (&answer, &self.bytes) {
                (Err(error), Some(bytes)) if error.kind == ErrorKind::Missing => {
                    self.bring(bytes)?;
                }
                _ => return answer,
            }
        }
    }

    /// Brings what is missing from an array.
    fn bring(&self, bytes: &Uint8Array) -> Result<(), Error> {
        for ByteRange { start, end } in self.wanted() {
            self.provide(start, &part(bytes, start, end)?);
        }
        Ok(())
    }

    /// What the last question needed and is missing.
    pub fn wanted(&self) -> Vec<ByteRange> {
        let wanted = self.archive.borrow().wanted().into_iter();
        let wanted = wanted.map(|range| ByteRange {
            start: range.start,
            end: range.end,
        });
        wanted.collect()
    }

    /// Brings bytes from `start` on.
    pub fn provide(&self, start: u64, bytes: &[u8]) {
        // An explorer shares the archive, and has all of it.
        if let Some(archive) = Arc::get_mut(&mut self.archive.borrow_mut()) {
            archive.provide(start, bytes);
        }
    }
}

/// Bytes of an array; an error where it has lost its bytes, as when it is sent to a worker.
fn part(bytes: &Uint8Array, start: u64, end: u64) -> Result<Vec<u8>, Error> {
    let length = u64::from(bytes.length());
    if start > 0 && end > length {
        let message = "the bytes of the archive are no longer in their array";
        return Err(Error::new(ErrorKind::Missing, message));
    }
    Ok(bytes
        .subarray(start as u32, end.min(length) as u32)
        .to_vec())
}
