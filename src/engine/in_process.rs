//! The engine on the page's own thread.

use std::cell::RefCell;
use std::ops::Deref;

use dossier_engine::archive::OpenError;
use dossier_engine::explorer::Explorer;
use dossier_engine::id::DocId;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::shared::Shared;

use crate::platform::frame;

/// An opened archive that answers on the page's own thread, between two frames.
pub struct InProcess {
    explorer: Explorer,
    /// The document that was asked for last: it is asked for again whenever the query changes.
    last: RefCell<Option<(DocId, Shared<AnalysedDocument>)>>,
}

impl InProcess {
    pub fn open(archive: Vec<u8>) -> Result<Self, OpenError> {
        Ok(Self {
            explorer: Explorer::open(archive)?,
            last: RefCell::new(None),
        })
    }

    /// Returns after the next frame is painted, so that what was typed is seen before the engine
    /// works.
    pub async fn turn(&self) {
        frame::painted().await;
    }

    /// A document; the same allocation as long as no other is asked for.
    pub fn document(&self, doc: DocId) -> Option<Shared<AnalysedDocument>> {
        let mut last = self.last.borrow_mut();
        if let Some((known, document)) = &*last
            && *known == doc
        {
            return Some(document.clone());
        }
        let document = Shared::new(self.explorer.document(doc)?);
        *last = Some((doc, document.clone()));
        Some(document)
    }
}

impl Deref for InProcess {
    type Target = Explorer;

    fn deref(&self) -> &Explorer {
        &self.explorer
    }
}
