//! The worker, which does what takes long in a thread and a module of its own.

use dossier_view::export::{Form, Subject};
use dossier_view::intake::{Problem, Report, Stage, Work};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::files::{Bytes, Files};

#[wasm_bindgen(module = "/src/platform/worker.js")]
extern "C" {
    type Job;

    fn start(task: &Object, parts: Vec<String>, tell: &Closure<dyn Fn(Message)>) -> Job;

    fn stop(job: &Job);

    /// Whether names are found that stand in no list.
    #[wasm_bindgen(js_name = hasTagger)]
    pub fn has_tagger() -> bool;
}

#[wasm_bindgen]
extern "C" {
    /// What the worker says.
    type Message;

    #[wasm_bindgen(method, getter)]
    fn stage(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn done(this: &Message) -> u32;
    #[wasm_bindgen(method, getter)]
    fn of(this: &Message) -> u32;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Message) -> String;
    #[wasm_bindgen(method, getter)]
    fn failed(this: &Message) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn result(this: &Message) -> Option<Made>;

    /// What came of a task.
    type Made;

    #[wasm_bindgen(method, getter)]
    fn archive(this: &Made) -> Option<Bytes>;
    #[wasm_bindgen(method, getter)]
    fn text(this: &Made) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = passedOver)]
    fn passed_over(this: &Made) -> u32;
    #[wasm_bindgen(method, getter)]
    fn problems(this: &Made) -> Vec<Trouble>;

    /// A problem.
    type Trouble;

    #[wasm_bindgen(method, getter)]
    fn file(this: &Trouble) -> String;
    #[wasm_bindgen(method, getter)]
    fn line(this: &Trouble) -> Option<u32>;
    #[wasm_bindgen(method, getter, js_name = isError)]
    fn is_error(this: &Trouble) -> bool;
    #[wasm_bindgen(method, getter)]
    fn message(this: &Trouble) -> String;
    #[wasm_bindgen(method, getter)]
    fn hint(this: &Trouble) -> Option<String>;
}

/// A task of the worker. Dropped it is stopped.
pub struct Task {
    job: Job,
    _tell: Closure<dyn Fn(Message)>,
}

impl Drop for Task {
    fn drop(&mut self) {
        stop(&self.job);
    }
}

/// What the worker says while it builds a collection.
pub enum Said {
    /// How far it is.
    Work(Work),
    /// The archive, where there is a document in it, and what was wrong with the files.
    Built(Option<Bytes>, Report),
    /// Why it cannot go on.
    Failed(String),
}

/// Builds a collection of files, added to that of an archive where there is one.
pub fn build(files: &Files, archive: Option<&Bytes>, tell: impl Fn(Said) + 'static) -> Task {
    let mut task = vec![
        ("task", JsValue::from_str("build")),
        ("files", files.into()),
    ];
    task.extend(archive.map(|archive| ("archive", archive.into())));
    begin(&task, &["names"], move |message| {
        tell(if let Some(reason) = message.failed() {
            Said::Failed(reason)
        } else if let Some(made) = message.result() {
            Said::Built(made.archive(), report(&made))
        } else {
            Said::Work(Work {
                stage: message.stage().as_deref().and_then(Stage::from_key),
                done: message.done(),
                of: message.of(),
                name: message.name(),
            })
        });
    })
}

/// A file to be made of a collection.
#[derive(Clone)]
pub enum Order {
    /// The selection of a place, named by its fragment.
    Export {
        /// The place.
        fragment: String,
        /// What is written.
        subject: Subject,
        /// The form of the file.
        form: Form,
        /// Where the page is on the web; empty where it is not.
        page: String,
    },
    /// The explorer as one file.
    Single {
        /// Title of the collection.
        title: String,
        /// Whether the weights of the tagger go along.
        with_names: bool,
    },
}

/// The parts that one file is made of, by their ids; the last are the weights of the tagger.
const PARTS: [&str; 9] = [
    "page",
    "style",
    "icon",
    "shell",
    "entry",
    "module",
    "worker",
    "worker-module",
    "names",
];

/// Makes a file of a collection: its text, or why there is none.
pub fn make(
    order: &Order,
    archive: &Bytes,
    tell: impl Fn(Result<JsValue, String>) + 'static,
) -> Task {
    let text = |text: &str| JsValue::from_str(text);
    let mut task = vec![("archive", archive.into())];
    let mut parts = &PARTS[..0];
    match order {
        Order::Export {
            fragment,
            subject,
            form,
            page,
        } => task.extend([
            ("task", text("export")),
            ("fragment", text(fragment)),
            ("subject", text(subject.key())),
            ("form", text(form.extension())),
            ("page", text(page)),
        ]),
        Order::Single { title, with_names } => {
            task.extend([("task", text("single")), ("title", text(title))]);
            parts = &PARTS[..PARTS.len() - usize::from(!with_names)];
        }
    }
    begin(&task, parts, move |message| {
        if let Some(reason) = message.failed() {
            tell(Err(reason));
        } else if let Some(made) = message.result() {
            tell(Ok(made.text()));
        }
    })
}

fn begin(fields: &[(&str, JsValue)], parts: &[&str], tell: impl Fn(Message) + 'static) -> Task {
    let task = Object::new();
    for (name, value) in fields {
        // A fresh object takes any property.
        let _ = Reflect::set(&task, &JsValue::from_str(name), value);
    }
    let tell = Closure::new(tell);
    let parts = parts.iter().map(|&part| part.to_owned()).collect();
    Task {
        job: start(&task, parts, &tell),
        _tell: tell,
    }
}

fn report(made: &Made) -> Report {
    let problems = made.problems().into_iter().map(|problem| Problem {
        file: problem.file(),
        line: problem.line(),
        is_error: problem.is_error(),
        message: problem.message(),
        hint: problem.hint(),
    });
    Report {
        failure: None,
        passed_over: made.passed_over(),
        problems: problems.collect(),
    }
}
