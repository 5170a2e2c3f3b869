//! What passes between the app and the page around it.

use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::use_change;
use crate::app::Visit;
use crate::platform::host::{Host, News};
use crate::store::Dispatch;

/// Goes where the page around leads.
#[hook]
pub fn use_visit(visit: &Visit, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_change(visit.clone(), move |visit| {
        // Where it begins is in the first state.
        if visit.turn > 0 {
            dispatch.send(Action::Visit(visit.place.clone()));
        }
    });
}

/// Tells the page around that the app is ready, where it is, and what was found.
#[hook]
pub fn use_news(state: &State, host: &Host) {
    {
        let (host, overview) = (host.clone(), state.overview.clone());
        use_change((), move |()| {
            host.tell(&News::Ready(&overview.title, overview.documents.len()));
        });
    }
    {
        let host = host.clone();
        use_change(state.place.clone(), move |place| {
            host.tell(&News::Place(&place.fragment()));
        });
    }
    let (host, query) = (host.clone(), state.answered.query.clone());
    use_change(state.answer.clone(), move |answer| {
        if let Some(answer) = answer {
            let (documents, passages) = (answer.document_count, answer.passage_count);
            host.tell(&News::Search(&query, documents, passages));
        }
    });
}
