//! The filters in force, each with what it costs and a button that lifts it.

use dossier_view::filters::filters;
use dossier_view::state::{Action, State};

use super::button::{button, plain};
use super::icon::{Icon, drawing};
use super::topics::swatch;
use crate::element::{El, el};
use crate::store::Dispatch;

/// The filters in force.
pub fn active_filters(state: &State, dispatch: &Dispatch) -> Option<El> {
    let filters = filters(state);
    if filters.is_empty() {
        return None;
    }
    let chips = filters.into_iter().map(|filter| {
        let lift = ["Remove filter ", &filter.name()].concat();
        let cost = filter.cost().map(|cost| el("small").child(cost));
        let not = || el("span").class("chip-not").child("not ");
        let name = el("span")
            .class("chip-name")
            .child(filter.excluded.then(not))
            .child(el("bdi").child(&filter.label));
        el("li")
            .key([filter.group, &filter.label].concat())
            .class("chip")
            .class_if(filter.excluded, "excluded")
            .set("title", filter.group)
            .child(filter.topic.map(swatch))
            .child(name)
            .child(cost)
            .child(
                plain(drawing(Icon::Close), dispatch.always(filter.lift)).set("aria-label", lift),
            )
    });
    let clear = dispatch.always(Action::ClearFilters);
    let chips = el("ul").set("aria-label", "Active filters").children(chips);
    let shown =
        el("div")
            .class("chips")
            .child(chips)
            .child(button("text-button", "Clear all", clear));
    Some(shown)
}
