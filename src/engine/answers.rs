//! The engine's side of a worker: what the page's script calls where it runs in one.

use dossier_engine::codec::{Reader, Stored, Writer};
use dossier_engine::explorer::{Explorer, Question, ValueNames};
use wasm_bindgen::prelude::*;

use super::Portions;
use super::queue::Queue;
use crate::platform::files::Bytes;
use crate::platform::host::Callback;

/// An opened archive that answers one question at a time.
#[wasm_bindgen]
pub struct Answers {
    explorer: Explorer,
    names: ValueNames,
    waiting: Queue<(u32, Question)>,
    portions: Portions,
}

#[wasm_bindgen]
impl Answers {
    /// Opens an archive.
    ///
    /// # Errors
    /// Says what is wrong with bytes that are no whole archive.
    #[wasm_bindgen(constructor)]
    pub fn new(archive: Vec<u8>) -> Result<Self, JsError> {
        let explorer = Explorer::open(archive)?;
        Ok(Self {
            names: explorer.value_names(),
            explorer,
            waiting: Queue::default(),
            portions: Portions::default(),
        })
    }

    /// What is known of the collection without asking for anything, and the names that answers are
    /// written with.
    pub fn overview(&self) -> Vec<u8> {
        let mut out = Writer::new();
        self.explorer.overview().write(&mut out);
        self.names.write(&mut out);
        out
    }

    /// Takes a question with its number.
    ///
    /// # Errors
    /// Where the bytes are none.
    pub fn ask(&mut self, id: u32, question: &[u8]) -> Result<(), JsError> {
        let question = Question::read(&mut Reader::new(question));
        let question = question.map_err(|expected| JsError::new(expected.0))?;
        self.waiting.put(question.kind(), (id, question));
        Ok(())
    }

    /// Tells `reply` the number of the question whose turn it is and its answer. Where none waits,
    /// some documents are prepared instead. Returns whether there may be more to do.
    pub fn work(&mut self, reply: &Callback) -> bool {
        let Some((id, question)) = self.waiting.take() else {
            return self.portions.prepare(&self.explorer);
        };
        let mut answer = Writer::new();
        self.explorer.ask(&question).write(&self.names, &mut answer);
        let answer = Bytes::from(answer.as_slice());
        // What happens to it is the business of the other side.
        let _ = reply.call2(&JsValue::NULL, &id.into(), &answer);
        true
    }
}
