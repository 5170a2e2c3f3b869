//! What JavaScript can do with the app: mount it, lead it to a place, take it away.

use dossier_view::place::Place;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::app::Visit;
use crate::engine::Client;
use crate::platform::failure;
use crate::platform::files::Bytes;
use crate::platform::host::{Callback, Host, Settings};
use crate::root::{Collection, RootProps};
use crate::stage::Stage;

/// From now on a panic, which stops all mounted apps, is told to `report` as a text.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Callback) {
    failure::report_panics(report);
}

/// An opened archive. Freed before it is shown it is gone.
#[wasm_bindgen(js_name = Collection)]
pub struct Opened {
    client: Client,
    script: String,
}

#[wasm_bindgen(js_class = Collection)]
impl Opened {
    /// Opens an archive. `script` is that of [`Settings`].
    ///
    /// # Errors
    /// Says what is wrong with bytes that are no whole archive.
    pub async fn open(archive: Bytes, script: String) -> Result<Self, JsError> {
        // Half a collection would be taken for the whole: nothing of it is shown.
        let client = Client::open(archive, &script).await;
        let client = client.map_err(|error| JsError::new(&error))?;
        Ok(Self { client, script })
    }
}

/// An app in the page.
#[wasm_bindgen]
pub struct Mounted {
    stage: Stage,
    props: RootProps,
}

#[wasm_bindgen]
impl Mounted {
    /// Shows a collection inside an element, at the place that a fragment names unless the address
    /// names one. `is_page`, `has_history` and `page` are those of [`Settings`]. `notify` is called
    /// with the name of what happens and a list of details:
    ///
    /// - `ready`: title of the collection, how many documents it has;
    /// - `place`: the fragment of the place that is shown now;
    /// - `search`: query, documents found, passages found;
    /// - `open`: name of the document that a person is about to open, and its paragraph or nothing;
    ///   `false` stops it;
    /// - `select`: name of the document, the selected text, first and last paragraph or nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(
        element: HtmlElement,
        collection: Opened,
        fragment: &str,
        is_page: bool,
        has_history: bool,
        page: String,
        notify: Option<Callback>,
    ) -> Self {
        let Opened { client, script } = collection;
        let settings = Settings {
            is_page,
            has_history,
            page,
            script,
        };
        let visit = Visit {
            turn: 0,
            place: Place::from_fragment(fragment),
        };
        let props = RootProps {
            collection: Collection::first(client),
            host: Host::new(element, settings, notify),
            visit,
        };
        let mut stage = Stage::take();
        stage.show(&props);
        Self { stage, props }
    }

    /// Leads to the place that a fragment names.
    pub fn visit(&mut self, fragment: &str) {
        self.props.visit.turn += 1;
        self.props.visit.place = Place::from_fragment(fragment);
        self.stage.update(&self.props);
    }

    /// Takes the app away and gives back all that it held.
    pub fn unmount(self) {
        self.stage.clear();
    }
}
