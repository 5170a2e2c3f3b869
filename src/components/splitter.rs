//! The line between two panes, which can be moved.

use yew::prelude::*;

use crate::element::el;
use crate::hooks::use_change;
use crate::platform::{page, pointer, storage};

/// How far an arrow key moves it, in pixels.
const STEP: i32 = 24;

/// Which pane's width it sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The filters, at the left edge of the window.
    Filters,
    /// The document, at the right edge.
    Document,
}

impl Pane {
    /// The CSS variable of the width, which is also the key under which it is remembered.
    fn measure(self) -> &'static str {
        match self {
            Self::Filters => "--facets-width",
            Self::Document => "--reader-width",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Filters => "Width of the filters",
            Self::Document => "Width of the document",
        }
    }

    /// Least and greatest width in pixels. The results keep at least 340.
    fn limits(self) -> (i32, i32) {
        match self {
            Self::Filters => (200, 400),
            Self::Document => (380, (page::width() - 200 - 340).max(380)),
        }
    }

    /// The width that it has without a choice.
    fn usual(self) -> i32 {
        match self {
            Self::Filters => 256,
            Self::Document => (page::width() - 616).clamp(380, 760),
        }
    }

    /// The width for the line at a distance from the left edge of the window.
    fn width_at(self, x: i32) -> i32 {
        match self {
            Self::Filters => x,
            Self::Document => page::width() - x,
        }
    }
}

/// Properties of [`Splitter`].
#[derive(PartialEq, Properties)]
pub struct SplitterProps {
    /// Which pane's width it sets.
    pub pane: Pane,
}

/// A line that can be dragged, moved with the arrow keys, and put back with a double click. Where
/// it was put is remembered.
#[component]
pub fn Splitter(props: &SplitterProps) -> Html {
    let pane = props.pane;
    let chosen = use_state_eq(|| storage::read(pane.measure())?.parse::<i32>().ok());
    let is_dragged = use_state_eq(|| false);
    use_change(*chosen, move |chosen| {
        page::set_measure(pane.measure(), *chosen);
    });

    let (least, most) = pane.limits();
    let now = chosen.unwrap_or_else(|| pane.usual()).clamp(least, most);
    let set = {
        let chosen = chosen.clone();
        move |width: Option<i32>| {
            let width = width.map(|width| width.clamp(least, most));
            storage::write(
                pane.measure(),
                width.map(|width| width.to_string()).as_deref(),
            );
            chosen.set(width);
        }
    };
    let onpointerdown = {
        let is_dragged = is_dragged.clone();
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                pointer::capture(&event);
                is_dragged.set(true);
            }
        })
    };
    let onpointermove = {
        let (set, is_dragged) = (set.clone(), is_dragged.clone());
        Callback::from(move |event: PointerEvent| {
            if *is_dragged {
                set(Some(pane.width_at(event.client_x())));
            }
        })
    };
    let release = {
        let is_dragged = is_dragged.clone();
        Callback::from(move |_| is_dragged.set(false))
    };
    let onkeydown = {
        let set = set.clone();
        Callback::from(move |event: KeyboardEvent| {
            // To the right the filters grow and the document shrinks.
            let right = if pane == Pane::Filters { STEP } else { -STEP };
            let width = match event.key().as_str() {
                "ArrowLeft" => now - right,
                "ArrowRight" => now + right,
                "Home" => least,
                "End" => most,
                _ => return,
            };
            event.prevent_default();
            set(Some(width));
        })
    };
    el("div")
        .class("splitter")
        .class_if(*is_dragged, "dragged")
        .set("role", "separator")
        .set("tabindex", "0")
        .set("aria-orientation", "vertical")
        .set("aria-label", pane.label())
        .set("aria-valuemin", least)
        .set("aria-valuemax", most)
        .set("aria-valuenow", now)
        .set("data-drag", "true")
        .onpointerdown(onpointerdown)
        .onpointermove(onpointermove)
        .onpointerup(release.clone())
        .onpointercancel(release)
        .ondblclick(Callback::from(move |_| set(None)))
        .onkeydown(onkeydown)
        .into()
}
