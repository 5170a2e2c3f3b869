//! The line between two panes, which can be moved.

use yew::prelude::*;

use crate::element::el;
use crate::hooks::use_change;
use crate::platform::host::Host;
use crate::platform::{page, pointer, storage};

/// How far an arrow key moves it, in pixels.
const STEP: i32 = 24;

/// Which pane's width it sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The filters, at the left edge of the app.
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

    /// Least and greatest width in pixels, of the app's width. The results keep at least 340.
    fn limits(self, room: i32) -> (i32, i32) {
        match self {
            Self::Filters => (200, 400),
            Self::Document => (380, (room - 200 - 340).max(380)),
        }
    }

    /// The width that it has without a choice.
    fn usual(self, room: i32) -> i32 {
        match self {
            Self::Filters => 256,
            Self::Document => (room - 616).clamp(380, 760),
        }
    }

    /// The width for the line at a part of the app's width from its left edge.
    fn width_at(self, across: f64, room: i32) -> i32 {
        let part = match self {
            Self::Filters => across,
            Self::Document => 1.0 - across,
        };
        (part * f64::from(room)).round() as i32
    }
}

/// Properties of [`Splitter`].
#[derive(Clone, PartialEq, Properties)]
pub struct SplitterProps {
    /// Which pane's width it sets.
    pub pane: Pane,
    /// Where the app stands.
    pub host: Host,
}

/// A line that can be dragged, moved with the arrow keys, and put back with a double click. Where
/// it was put is remembered.
#[component]
pub fn Splitter(props: &SplitterProps) -> Html {
    let SplitterProps { pane, host } = props.clone();
    let chosen = use_state_eq(|| storage::read(&host, pane.measure())?.parse::<i32>().ok());
    let is_dragged = use_state_eq(|| false);
    {
        let host = host.clone();
        use_change(*chosen, move |chosen| {
            page::set_measure(&host, pane.measure(), *chosen);
        });
    }

    let room = page::width(&host);
    let (least, most) = pane.limits(room);
    let now = chosen
        .unwrap_or_else(|| pane.usual(room))
        .clamp(least, most);
    let set = {
        let (chosen, host) = (chosen.clone(), host.clone());
        move |width: Option<i32>| {
            let width = width.map(|width| width.clamp(least, most));
            storage::write(
                &host,
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
            if let (true, Some(across)) = (*is_dragged, pointer::across_of(&event, &host)) {
                set(Some(pane.width_at(across, room)));
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
