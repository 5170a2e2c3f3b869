//! The collection at a glance, where no document is open.

use dossier_engine::explorer::Group;
use dossier_view::glance::glance;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::topics::swatch;
use crate::store::Dispatch;

/// What the collection holds.
pub fn at_a_glance(state: &State, dispatch: &Dispatch) -> Html {
    let glance = glance(state);
    html! {
        <div class="glance">
            <p class="kicker">{ "The collection" }</p>
            <h2 dir="auto">{ &state.overview.title }</h2>
            <p class="lead" dir="auto">{ &state.overview.description }</p>
            <ul class="facts">
                <li>{ &glance.documents }</li>
                <li>{ &glance.words }</li>
                if let Some(dates) = &glance.dates { <li>{ dates }</li> }
            </ul>
            if !glance.topics.is_empty() {
                <h3>{ "Topics" }</h3>
                <ul class="glance-topics">
                    { for glance.topics.iter().filter_map(|(id, count)| {
                        let topic = state.overview.topics.get(id.index())?;
                        let include = Action::Include(Group::Topic, topic.key.clone());
                        Some(html! {
                            <li key={topic.key.clone()}>
                                <button type="button" onclick={dispatch.always(include)}>
                                    { swatch(*id) }
                                    <span class="glance-name">{ &topic.name }</span>
                                    if let Some(count) = count { <span class="tab-count">{ count }</span> }
                                    <span class="glance-about">{ &topic.description }</span>
                                </button>
                            </li>
                        })
                    }) }
                </ul>
            }
            <p class="glance-hint">
                { "Choose a result to read it here. " }<kbd>{ "?" }</kbd>{ " lists the keys and what a query can say." }
            </p>
        </div>
    }
}
