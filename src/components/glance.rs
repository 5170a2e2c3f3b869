//! The collection at a glance, where no document is open.

use dossier_engine::explorer::Group;
use dossier_view::glance::glance;
use dossier_view::state::{Action, State};

use super::button::plain;
use super::topics::swatch;
use crate::element::{self, El, el};
use crate::store::Dispatch;

/// What the collection holds.
pub fn at_a_glance(state: &State, dispatch: &Dispatch) -> El {
    let glance = glance(state);
    let fact = |fact| el("li").child(fact);
    let facts = el("ul")
        .class("facts")
        .child(fact(&glance.documents))
        .child(fact(&glance.words))
        .child(glance.dates.as_ref().map(fact));
    let topics = || {
        let rows = glance.topics.iter().filter_map(|(id, count)| {
            let topic = state.overview.topics.get(id.index())?;
            let include = dispatch.always(Action::Include(Group::Topic, topic.key.clone()));
            let count = count.map(|count| el("span").class("tab-count").child(count));
            let button = plain(swatch(*id), include)
                .child(el("span").class("glance-name").child(&topic.name))
                .child(count)
                .child(el("span").class("glance-about").child(&topic.description));
            Some(el("li").key(&*topic.key).child(button))
        });
        element::group()
            .child(el("h3").child("Topics"))
            .child(el("ul").class("glance-topics").children(rows))
    };
    let hint = el("p")
        .class("glance-hint")
        .child("Choose a result to read it here. ")
        .child(el("kbd").child("?"))
        .child(" lists the keys and what a query can say.");
    el("div")
        .class("glance")
        .child(el("p").class("kicker").child("The collection"))
        .child(el("h2").set("dir", "auto").child(&state.overview.title))
        .child(
            el("p")
                .class("lead")
                .set("dir", "auto")
                .child(&state.overview.description),
        )
        .child(facts)
        .child((!glance.topics.is_empty()).then(topics))
        .child(hint)
}
