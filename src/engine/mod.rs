//! The app's side of the engine: questions go out with ids, and an answer counts only while its
//! question is the latest of its kind.

mod in_process;

use std::cell::Cell;
use std::rc::{Rc, Weak};

use dossier_engine::archive::OpenError;
use dossier_engine::explorer::{
    EntityRow, Match, MentionContext, Overview, SearchAnswer, SearchRequest,
};
use dossier_engine::id::{DocId, EntityId};
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::similar::Comparison;
use dossier_view::shared::Shared;
use wasm_bindgen_futures::spawn_local;

use in_process::InProcess;

use crate::platform::frame;

/// A kind of question. A new question of a kind makes the earlier ones of that kind stale.
#[derive(Clone, Copy)]
enum Kind {
    Search,
    Document,
    Mentions,
    Totals,
    Comparison,
}

/// Asks the engine. Clones share the engine and the counting of questions.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    engine: InProcess,
    latest: [Cell<u32>; 5],
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a search brings: the answer, and the entities of the selection.
pub type Found = (Shared<SearchAnswer>, Shared<Vec<EntityRow>>);

/// What opening a document brings: the document, and the query's matches in it.
pub type Opened = (Shared<AnalysedDocument>, Shared<Vec<Match>>);

impl Client {
    /// Opens an archive.
    ///
    /// # Errors
    /// Says what is wrong with bytes that are no whole archive.
    pub fn open(archive: Vec<u8>) -> Result<Self, OpenError> {
        let is_big = archive.len() > BIG;
        let inner = Inner {
            engine: InProcess::open(archive)?,
            latest: Default::default(),
        };
        let inner = Rc::new(inner);
        if is_big {
            spawn_local(prepare(Rc::downgrade(&inner)));
        }
        Ok(Self(inner))
    }

    /// What is known of the collection without asking for anything.
    pub fn overview(&self) -> Overview {
        self.0.engine.overview()
    }

    /// The answer to a request; `None` once a later one was asked.
    pub async fn search(&self, request: SearchRequest) -> Option<Found> {
        self.ask(Kind::Search, |engine| {
            let (answer, entities) = engine.search_with_entities(&request);
            Some((answer.into(), entities.into()))
        })
        .await
    }

    /// A document with the matches of a query; `None` once a later one was asked, or where there
    /// is no such document.
    pub async fn document(&self, doc: DocId, query: &str) -> Option<Opened> {
        self.ask(Kind::Document, |engine| {
            let matches = engine.matches(query, doc);
            Some((engine.document(doc)?, matches.into()))
        })
        .await
    }

    /// Two documents side by side; `None` once others were asked for.
    pub async fn compare(&self, one: DocId, other: DocId) -> Option<Shared<Comparison>> {
        self.ask(Kind::Comparison, |engine| {
            Some(engine.compare(one, other)?.into())
        })
        .await
    }

    /// All mentions of an entity in a selection; `None` once others were asked for.
    pub async fn mentions(
        &self,
        entity: EntityId,
        request: SearchRequest,
    ) -> Option<Shared<Vec<MentionContext>>> {
        self.ask(Kind::Mentions, |engine| {
            Some(engine.mentions(entity, &request).into())
        })
        .await
    }

    /// How often each entity is mentioned in the whole collection; `None` once it was asked again.
    pub async fn totals(&self) -> Option<Shared<Vec<EntityRow>>> {
        self.ask(Kind::Totals, |engine| {
            Some(engine.entities(&SearchRequest::default()).into())
        })
        .await
    }

    /// Waits its turn and asks, unless by then a later question of this kind is waiting.
    async fn ask<T>(
        &self,
        kind: Kind,
        question: impl FnOnce(&InProcess) -> Option<T>,
    ) -> Option<T> {
        let latest = &self.0.latest[kind as usize];
        let id = latest.get().wrapping_add(1);
        latest.set(id);
        self.0.engine.turn().await;
        if latest.get() == id {
            question(&self.0.engine)
        } else {
            None
        }
    }
}

/// How big an archive is, in bytes, whose documents are prepared: those of a smaller one are ready as
/// soon as they are asked about.
const BIG: usize = 1_000_000;

/// How much text is prepared between two frames, in bytes: a few milliseconds' work.
const PORTION: usize = 60_000;

/// Prepares document after document for as long as anybody can ask, a portion between two frames.
async fn prepare(engine: Weak<Inner>) {
    let mut documents = (0..).map(DocId);
    loop {
        frame::painted().await;
        let Some(inner) = engine.upgrade() else {
            return;
        };
        let mut done = 0;
        while done < PORTION {
            let next = documents.next();
            let Some(length) = next.and_then(|doc| inner.engine.prepare(doc)) else {
                return;
            };
            // A document of no length is work too.
            done += length + 1;
        }
    }
}
