//! The root: holds the collection that is shown, and what people bring to the page. Another
//! collection is another app in the place of the one before.

use dossier_view::place::Place;
use yew::prelude::*;

use crate::app::{App, AppProps, Visit};
use crate::components::intake::{IntakeDialog, IntakeDialogProps};
use crate::element::{component, group, keyed};
use crate::engine::Client;
use crate::hooks::{use_intake, use_once};
use crate::platform::address;
use crate::platform::files::{self, Bytes};
use crate::platform::host::Host;

/// Properties of [`Root`].
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The collection that is shown first.
    pub collection: Collection,
    /// Where the app stands.
    pub host: Host,
    /// Where the page around leads it.
    pub visit: Visit,
}

/// A collection that is shown.
#[derive(Clone)]
pub struct Collection {
    /// It answers.
    pub client: Client,
    /// Where the app stands for it, where a person has brought it.
    host: Option<Host>,
    /// How many were shown before.
    turn: u32,
}

impl PartialEq for Collection {
    fn eq(&self, other: &Self) -> bool {
        self.client == other.client
    }
}

impl Collection {
    /// The collection that is shown first.
    pub fn first(client: Client) -> Self {
        Self {
            client,
            host: None,
            turn: 0,
        }
    }

    /// Opens an archive that a person has brought in the place of this collection, which stays
    /// where the bytes are no whole archive: half a collection would be taken for the whole. Where
    /// documents were added to it, the person stays at the same place. Nothing of what it holds
    /// enters the address.
    ///
    /// # Errors
    /// Says what is wrong with the bytes.
    pub async fn replaced(&self, archive: Bytes, adds: bool, host: &Host) -> Result<Self, String> {
        let client = Client::open(archive, host.script()).await?;
        let place = if adds {
            address::fragment(self.host.as_ref().unwrap_or(host))
        } else {
            // What the address names is in the collection before.
            Place::default().fragment()
        };
        let host = host.veiled();
        address::write(&host, &place, None);
        Ok(Self {
            client,
            host: Some(host),
            turn: self.turn + 1,
        })
    }
}

/// Everything that is mounted.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let shown = use_state(|| props.collection.clone());
    let intake = use_intake(&shown, &props.host);
    // Where the app is one part of a page, what is dropped on that page is not meant for it.
    let has_intake = props.host.is_page();
    {
        let intake = intake.clone();
        use_once(move || has_intake.then(|| files::on_drop(move |files| intake.bring(files))));
    }
    let app = keyed::<App>(
        shown.turn,
        AppProps {
            client: shown.client.clone(),
            host: shown.host.as_ref().unwrap_or(&props.host).clone(),
            visit: props.visit.clone(),
            intake: has_intake.then(|| intake.clone()),
        },
    );
    let dialog = intake.desk.is_open.then(|| {
        component::<IntakeDialog>(IntakeDialogProps {
            intake: intake.clone(),
        })
    });
    group().child(app).child(dialog).into()
}
