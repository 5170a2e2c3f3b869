//! The app's side of the engine: questions go out, and an answer counts only while its question is
//! the latest of its kind. The engine of a small collection is on the page's own thread, where an
//! answer is soonest there; that of a big one in a worker, so that the page never waits for it.

mod answers;
mod in_process;
mod queue;

use std::cell::RefCell;
use std::rc::Rc;

use dossier_engine::codec::{Malformed, Reader, Stored};
use dossier_engine::explorer::{
    Answer, EntityRow, Explorer, Match, MentionContext, Overview, Question, SearchAnswer,
    SearchRequest, ValueNames,
};
use dossier_engine::id::{DocId, EntityId};
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::similar::Comparison;
use dossier_view::shared::Shared;

use in_process::InProcess;

use crate::platform::files::Bytes;
use crate::platform::remote::{NoWorker, Remote};

/// How big an archive is, in bytes, that a worker answers for, and whose documents are prepared:
/// those of a smaller one are ready as soon as they are asked about.
const BIG: usize = 1_000_000;

/// Asks the engine. Clones share the engine and the counting of questions.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    archive: Bytes,
    overview: Shared<Overview>,
    engine: RefCell<Engine>,
    /// The document that was asked for last: its matches are asked for again whenever the query
    /// changes.
    last: RefCell<Option<(DocId, Shared<AnalysedDocument>)>>,
}

/// Where the engine is.
#[derive(Clone)]
enum Engine {
    InProcess(Rc<InProcess>),
    /// With the names that its answers are written with.
    Worker(Rc<(Remote, ValueNames)>),
    /// It is not needed any more.
    Closed,
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
    /// Opens an archive. A worker is started with the script at an address; where that is empty,
    /// with the one of the page.
    ///
    /// # Errors
    /// Says what is wrong with bytes that are no whole archive.
    pub async fn open(archive: Bytes, script: &str) -> Result<Self, String> {
        let remote = if archive.length() as usize > BIG {
            in_worker(&archive, script).await
        } else {
            Err(NoWorker)
        };
        let (engine, overview) = if let Ok(opened) = remote {
            opened?
        } else {
            let engine = InProcess::open(archive.to_vec())?;
            let overview = engine.explorer().overview();
            (Engine::InProcess(engine), overview)
        };
        Ok(Self(Rc::new(Inner {
            archive,
            overview: overview.into(),
            engine: RefCell::new(engine),
            last: RefCell::new(None),
        })))
    }

    /// Its bytes.
    pub fn archive(&self) -> &Bytes {
        &self.0.archive
    }

    /// What is known of the collection without asking for anything.
    pub fn overview(&self) -> &Shared<Overview> {
        &self.0.overview
    }

    /// Gives back the engine, whoever still has a clone: from now on nothing is answered.
    pub fn close(&self) {
        self.0.engine.replace(Engine::Closed);
    }

    /// The answer to a request; `None` once a later one was asked.
    pub async fn search(&self, request: SearchRequest) -> Option<Found> {
        match self.ask(Question::Search(request)).await? {
            Answer::Search(answer, entities) => Some((answer.into(), entities.into())),
            _ => None,
        }
    }

    /// A document with the matches of a query; `None` once a later one was asked, or where there
    /// is no such document. The document is the same allocation as long as no other is asked for.
    pub async fn document(&self, doc: DocId, query: &str) -> Option<Opened> {
        let last = self.0.last.borrow().clone();
        let known = last.filter(|(known, _)| *known == doc);
        let question = Question::Document {
            doc,
            query: query.to_owned(),
            whole: known.is_none(),
        };
        let Answer::Document(document, matches) = self.ask(question).await? else {
            return None;
        };
        let document = match known {
            Some((_, document)) => document,
            None => document?.into(),
        };
        self.0.last.replace(Some((doc, document.clone())));
        Some((document, matches.into()))
    }

    /// Two documents side by side; `None` once others were asked for.
    pub async fn compare(&self, one: DocId, other: DocId) -> Option<Shared<Comparison>> {
        match self.ask(Question::Comparison(one, other)).await? {
            Answer::Comparison(comparison) => comparison.map(Shared::new),
            _ => None,
        }
    }

    /// All mentions of an entity in a selection; `None` once others were asked for.
    pub async fn mentions(
        &self,
        entity: EntityId,
        request: SearchRequest,
    ) -> Option<Shared<Vec<MentionContext>>> {
        match self.ask(Question::Mentions(entity, request)).await? {
            Answer::Mentions(mentions) => Some(mentions.into()),
            _ => None,
        }
    }

    /// How often each entity is mentioned in the whole collection; `None` once it was asked again.
    pub async fn totals(&self) -> Option<Shared<Vec<EntityRow>>> {
        match self.ask(Question::Totals).await? {
            Answer::Totals(entities) => Some(entities.into()),
            _ => None,
        }
    }

    /// The answer to a question; `None` once a later one of its kind was asked. Where the worker
    /// stops, the question is asked on the page's own thread, and so are all that follow.
    async fn ask(&self, question: Question) -> Option<Answer> {
        let engine = self.0.engine.borrow().clone();
        if let Engine::Worker(remote) = engine {
            match ask(&remote, &question).await {
                Ok(answer) => return answer,
                Err(NoWorker) => drop(remote),
            }
        }
        self.in_process()?.ask(&question).await
    }

    /// The engine on the page's own thread, which is opened where it is not there.
    fn in_process(&self) -> Option<Rc<InProcess>> {
        let mut engine = self.0.engine.borrow_mut();
        if let Engine::InProcess(opened) = &*engine {
            return Some(Rc::clone(opened));
        }
        if let Engine::Closed = &*engine {
            return None;
        }
        // The worker has found nothing wrong with these bytes.
        let opened = InProcess::open(self.0.archive.to_vec()).ok()?;
        *engine = Engine::InProcess(Rc::clone(&opened));
        Some(opened)
    }
}

/// Opens an archive in a worker, or says what is wrong with it.
async fn in_worker(
    archive: &Bytes,
    script: &str,
) -> Result<Result<(Engine, Overview), String>, NoWorker> {
    match Remote::open(archive, script).await? {
        Ok((remote, bytes)) => {
            let mut input = Reader::new(&bytes);
            let overview = understood(Overview::read(&mut input))?;
            let names = understood(ValueNames::read(&mut input))?;
            Ok(Ok((Engine::Worker(Rc::new((remote, names))), overview)))
        }
        Err(broken) => Ok(Err(broken)),
    }
}

/// The answer of a worker; `None` once a later question of this kind was asked.
async fn ask(
    (remote, names): &(Remote, ValueNames),
    question: &Question,
) -> Result<Option<Answer>, NoWorker> {
    let mut bytes = Vec::new();
    question.write(&mut bytes);
    let answer = remote.ask(question.kind(), &bytes).await?;
    let read = |answer: Vec<u8>| understood(Answer::read(&mut Reader::new(&answer), names));
    answer.map(read).transpose()
}

/// What a worker says. One that is not understood is of no use.
fn understood<T>(said: Result<T, Malformed>) -> Result<T, NoWorker> {
    said.map_err(|_| NoWorker)
}

/// How much text is prepared in one go, in bytes: a few milliseconds' work.
const PORTION: usize = 60_000;

/// Documents that are prepared one portion after the other.
#[derive(Default)]
struct Portions {
    next: u32,
}

impl Portions {
    /// Prepares some documents. Returns whether there may be more.
    fn prepare(&mut self, explorer: &Explorer) -> bool {
        let mut done = 0;
        while done < PORTION {
            let Some(length) = explorer.prepare(DocId(self.next)) else {
                return false;
            };
            self.next += 1;
            // A document of no length is work too.
            done += length + 1;
        }
        true
    }
}
