//! The engine on the page's own thread.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use dossier_engine::explorer::{Answer, Explorer, Question};
use wasm_bindgen_futures::spawn_local;

use super::{BIG, Portions};
use crate::platform::frame;

/// An opened archive that answers on the page's own thread, between two frames.
pub struct InProcess {
    explorer: Explorer,
    /// The number of the latest question of each kind.
    latest: [Cell<u32>; Question::KINDS],
}

impl InProcess {
    /// Opens an archive.
    ///
    /// # Errors
    /// Says what is wrong with bytes that are no whole archive.
    pub fn open(archive: Vec<u8>) -> Result<Rc<Self>, String> {
        let is_big = archive.len() > BIG;
        let opened = Rc::new(Self {
            explorer: Explorer::open(archive).map_err(|error| error.to_string())?,
            latest: Default::default(),
        });
        if is_big {
            spawn_local(prepare(Rc::downgrade(&opened)));
        }
        Ok(opened)
    }

    /// What it holds.
    pub fn explorer(&self) -> &Explorer {
        &self.explorer
    }

    /// Answers after the next frame is painted, so that what was typed is seen before the engine
    /// works, unless by then a later question of this kind is waiting.
    pub async fn ask(&self, question: &Question) -> Option<Answer> {
        let latest = &self.latest[question.kind()];
        let id = latest.get().wrapping_add(1);
        latest.set(id);
        frame::painted().await;
        (latest.get() == id).then(|| self.explorer.ask(question))
    }
}

/// Prepares documents for as long as anybody can ask, a portion between two frames.
async fn prepare(engine: Weak<InProcess>) {
    let mut portions = Portions::default();
    loop {
        frame::painted().await;
        let Some(engine) = engine.upgrade() else {
            return;
        };
        if !portions.prepare(&engine.explorer) {
            return;
        }
    }
}
