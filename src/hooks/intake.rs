//! Bringing documents to the page: what a person wishes is done, and the desk shows how far it is.

use std::cell::RefCell;
use std::rc::Rc;

use dossier_view::intake::{Desk, Event, Kept, Report, Waiting, Work};
use dossier_view::shared::Shared;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::use_change;
use crate::platform::files::{self, Bytes, Files};
use crate::platform::host::Host;
use crate::platform::shelf;
use crate::platform::worker::{self, Said, Task};
use crate::root::Collection;

/// The desk behind `use_reducer`.
struct Store(Shared<Desk>);

impl Reducible for Store {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        Rc::new(Self(self.0.after(event).into()))
    }
}

/// What the desk shows, and what can be done there.
#[derive(Clone, PartialEq)]
pub struct Intake {
    /// What it shows.
    pub desk: Shared<Desk>,
    send: UseReducerDispatcher<Store>,
    held: Rc<Held>,
}

/// What the desk holds besides what it shows.
struct Held {
    /// The files that wait.
    files: RefCell<Option<Files>>,
    /// What the worker does.
    task: RefCell<Option<Task>>,
    /// The collection that is shown.
    shown: RefCell<UseStateHandle<Collection>>,
    /// Where the app stands.
    host: Host,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The desk of the page.
#[hook]
pub fn use_intake(shown: &UseStateHandle<Collection>, host: &Host) -> Intake {
    let store = use_reducer(|| Store(Desk::default().into()));
    let held = use_memo((), |()| {
        Rc::new(Held {
            files: RefCell::default(),
            task: RefCell::default(),
            shown: RefCell::new(shown.clone()),
            host: host.clone(),
        })
    });
    held.shown.replace(shown.clone());
    let intake = Intake {
        desk: store.0.clone(),
        send: store.dispatcher(),
        held: Rc::clone(&held),
    };
    {
        // What is kept is offered when the page opens, and shown at the desk.
        let is_open = intake.desk.is_open;
        let intake = intake.clone();
        let arrives = use_mut_ref(|| true);
        use_change(is_open, move |is_open| {
            let arrives = arrives.replace(false);
            if (*is_open || arrives) && intake.held.host.is_page() {
                spawn_local(async move {
                    match shelf::kept().await {
                        Some(kept) if arrives => intake.send(Event::Arrived(kept)),
                        kept => intake.send(Event::Shelved(kept)),
                    }
                });
            }
        });
    }
    intake
}

impl Intake {
    /// Something happens at the desk.
    pub fn send(&self, event: Event) {
        self.send.dispatch(event);
    }

    /// A callback that something happens at the desk.
    pub fn callback<E: 'static>(&self, event: Event) -> Callback<E> {
        let intake = self.clone();
        Callback::from(move |_| intake.send(event.clone()))
    }

    /// The archive of the collection that is shown.
    pub fn archive(&self) -> Bytes {
        self.held.shown.borrow().client.archive().clone()
    }

    /// Files are brought. An archive is opened at once.
    pub fn bring(&self, files: Files) {
        if let Some(archive) = files::archive(&files) {
            let intake = self.clone();
            spawn_local(async move {
                match archive.await {
                    Some(archive) => intake.show(archive, false, false, Report::default()),
                    None => intake.fail("The file cannot be read.".into()),
                }
            });
            return;
        }
        let waiting = Waiting {
            files: files::count(&files),
            bytes: files::size(&files),
        };
        // An empty folder is no reason to ask what to do with it.
        if waiting.files == 0 {
            self.fail("There are no files in what was brought.".into());
            return;
        }
        self.held.files.replace(Some(files));
        self.send(Event::Brought(waiting));
    }

    /// Asks for files, or for a folder.
    pub fn choose(&self, folder: bool) {
        let intake = self.clone();
        spawn_local(async move {
            if let Some(files) = files::choose(folder).await {
                intake.bring(files);
            }
        });
    }

    /// Builds a collection of the files that wait, added to the one that is shown or in its place.
    pub fn begin(&self, adds: bool) {
        let Some(files) = self.held.files.take() else {
            return;
        };
        self.send(Event::Worked(Work::default()));
        let archive = adds.then(|| self.archive());
        let (intake, keeps) = (self.clone(), self.desk.keeps);
        let task = worker::build(&files, archive.as_ref(), move |said| match said {
            Said::Work(work) => intake.send(Event::Worked(work)),
            Said::Built(Some(archive), report) => intake.show(archive, adds, keeps, report),
            Said::Built(None, report) => intake.send(Event::Ended(Report {
                failure: Some("None of the files is a document that can be read.".into()),
                ..report
            })),
            Said::Failed(reason) => intake.fail(reason),
        });
        self.held.task.replace(Some(task));
    }

    /// Stops the worker.
    pub fn stop(&self) {
        self.held.task.take();
        self.send(Event::Stopped);
    }

    /// Opens the collection that is kept on this machine.
    pub fn open_kept(&self) {
        let intake = self.clone();
        spawn_local(async move {
            match shelf::archive().await {
                Some(archive) => {
                    // What is added to it is kept with it.
                    intake.send(Event::Keep(true));
                    intake.show(archive, false, false, Report::default());
                }
                None => intake.fail("What was kept is not there any more.".into()),
            }
        });
    }

    /// Forgets the collection that is kept on this machine.
    pub fn forget(&self) {
        let intake = self.clone();
        spawn_local(async move {
            shelf::forget().await;
            intake.send(Event::Shelved(None));
        });
    }

    /// Shows another collection. Where it cannot be opened, the present one stays.
    fn show(&self, archive: Bytes, adds: bool, keeps: bool, report: Report) {
        let intake = self.clone();
        spawn_local(async move {
            let shown = intake.held.shown.borrow().clone();
            match shown.replaced(archive, adds, &intake.held.host).await {
                Ok(new) => {
                    if keeps {
                        intake.keep(new.clone());
                    }
                    let before = shown.client.clone();
                    shown.set(new);
                    // Whoever mounted the app still knows the first one.
                    before.close();
                    intake.send(Event::Ended(report));
                }
                Err(reason) => intake.fail(reason),
            }
        });
    }

    fn fail(&self, reason: String) {
        self.send(Event::Ended(Report {
            failure: Some(reason),
            ..Report::default()
        }));
    }

    /// Keeps a collection on this machine.
    fn keep(&self, shown: Collection) {
        let intake = self.clone();
        spawn_local(async move {
            let overview = shown.client.overview();
            let documents = overview.documents.len() as u32;
            if shelf::keep(&overview.title, documents, shown.client.archive()).await {
                intake.look_at_shelf().await;
            }
        });
    }

    async fn look_at_shelf(&self) {
        let kept: Option<Kept> = shelf::kept().await;
        self.send(Event::Shelved(kept));
    }
}
