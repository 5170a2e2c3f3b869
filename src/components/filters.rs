//! The filters in force, each with what it costs and a button that lifts it.

use dossier_view::filters::filters;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::button::Button;
use super::icon::{Icon, drawing};
use super::topics::swatch;
use crate::store::Dispatch;

/// The filters in force.
pub fn active_filters(state: &State, dispatch: &Dispatch) -> Html {
    let filters = filters(state);
    if filters.is_empty() {
        return html! {};
    }
    html! {
        <div class="chips">
            <ul aria-label="Active filters">
                { for filters.into_iter().map(|filter| {
                    let class = classes!("chip", filter.excluded.then_some("excluded"));
                    let remove = ["Remove filter ", &filter.name()].concat();
                    html! {
                        <li key={[filter.group, &filter.label].concat()} {class} title={filter.group}>
                            if let Some(topic) = filter.topic { { swatch(topic) } }
                            <span class="chip-name">
                                if filter.excluded { <span class="chip-not">{ "not " }</span> }
                                <bdi>{ filter.label.clone() }</bdi>
                            </span>
                            if let Some(cost) = filter.cost() { <small>{ cost }</small> }
                            { Button::plain()
                                .name(remove)
                                .around(drawing(Icon::Close), dispatch.always(filter.lift)) }
                        </li>
                    }
                }) }
            </ul>
            { Button::new("text-button").around("Clear all", dispatch.always(Action::ClearFilters)) }
        </div>
    }
}
