//! The ruler beside the scroll bar: where in the document the matches are.

use dossier_view::reader::page::Page;
use dossier_view::shared::Shared;
use dossier_view::state::Action;
use dossier_view::words;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

use crate::element::el;
use crate::hooks::use_change;
use crate::platform::labels;
use crate::platform::measure::{SizeWatch, positions};
use crate::store::Dispatch;

/// Properties of [`Ruler`].
#[derive(PartialEq, Properties)]
pub struct RulerProps {
    /// The laid-out document.
    pub page: Shared<Page>,
    /// The current match.
    pub current: Option<usize>,
    /// What scrolls.
    pub pane: NodeRef,
    /// What the document lies on.
    pub sheet: NodeRef,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// A line for each match, at its place in the whole document; a click goes to the nearest. The
/// keys and buttons for the next and previous match do the same without a pointer.
#[component]
pub fn Ruler(props: &RulerProps) -> Html {
    let marks = use_state(Vec::<Option<f64>>::new);
    let ruler = use_node_ref();
    {
        let (pane, sheet, marks) = (props.pane.clone(), props.sheet.clone(), marks.clone());
        use_change(props.page.clone(), move |page| {
            let count = page.places.len();
            let latest = Rc::new(RefCell::new(Vec::new()));
            let measure = move || {
                let found = positions(&pane, "data-match", count);
                if *latest.borrow() != found {
                    latest.replace(found.clone());
                    marks.set(found);
                }
            };
            SizeWatch::new(&sheet.cast::<Element>()?, measure)
        });
    }
    let onclick = {
        let (marks, ruler, dispatch) = (marks.clone(), ruler.clone(), props.dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(clicked) = labels::fraction_down(&event, &ruler) else {
                return;
            };
            let placed = marks.iter().enumerate();
            let distances =
                placed.filter_map(|(index, at)| Some((index, (((*at)?) - clicked).abs())));
            if let Some((nearest, _)) = distances.min_by(|a, b| a.1.total_cmp(&b.1)) {
                dispatch.send(Action::Match(nearest));
            }
        })
    };
    let line = |index: usize| {
        let at = marks.get(index).copied().flatten()?;
        let y = [&words::tenths((at * 1000.0).round() as i32), "%"].concat();
        let is_current = props.current == Some(index);
        let line = el("rect")
            .key(index)
            .class_if(is_current, "is-current")
            .set("width", "100%")
            .set("y", y)
            .set("height", if is_current { "6" } else { "3" });
        Some(line)
    };
    let others = (0..marks.len()).filter(|&index| props.current != Some(index));
    el("svg")
        .class("ruler")
        .bind(&ruler)
        .unheard()
        .onclick(onclick)
        .children(others.filter_map(line))
        .children(props.current.and_then(line))
        .into()
}
