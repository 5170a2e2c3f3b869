//! The dates of publication: a histogram to brush, and the same as two choices.

use std::rc::Rc;

use dossier_engine::date::{DateRange, PartialDate};
use dossier_view::histogram::{Bar, Histogram};
use dossier_view::state::Action;
use dossier_view::words;
use yew::prelude::*;

use super::button::button;
use crate::element::{El, el};
use crate::platform::{field, pointer};
use crate::store::Dispatch;

/// Height of the drawing, and width of a bar with the space around it, in the drawing's own units.
/// They are whole numbers, since writing fractions takes much more code.
const SIDE: u32 = 100;
/// Space on either side of a bar.
const SPACE: u32 = 8;
/// Height of a bar that has documents, at least.
const LEAST: u32 = 6;
/// Height of a bar without documents, which shows that there was time all the same.
const EMPTY: u32 = 2;

/// Properties of [`Dates`].
#[derive(PartialEq, Properties)]
pub struct DatesProps {
    /// The documents over time.
    pub histogram: Histogram,
    /// The range in force.
    pub range: DateRange,
    /// Changes the state.
    pub dispatch: Dispatch,
}

/// The dates of publication.
#[component]
pub fn Dates(props: &DatesProps) -> Html {
    let DatesProps {
        histogram,
        range,
        dispatch,
    } = props;
    // While the pointer is down: the bar where it went down, and the one where it is.
    let brush = use_state_eq(|| None::<(usize, usize)>);
    let bars = &histogram.bars;
    if bars.is_empty() {
        return Html::default();
    }
    let at = {
        let histogram = histogram.clone();
        move |event: &PointerEvent| histogram.at(pointer::across(event)?)
    };
    let at = Rc::new(at);
    let onpointerdown = {
        let (brush, at) = (brush.clone(), Rc::clone(&at));
        Callback::from(move |event: PointerEvent| {
            if let Some(bar) = at(&event).filter(|_| event.button() == 0) {
                pointer::capture(&event);
                brush.set(Some((bar, bar)));
            }
        })
    };
    let onpointermove = {
        let brush = brush.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some((start, _)), Some(bar)) = (*brush, at(&event)) {
                brush.set(Some((start, bar)));
            }
        })
    };
    let onpointerup = {
        let (brush, dispatch, histogram) = (brush.clone(), dispatch.clone(), histogram.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some((start, end)) = *brush {
                brush.set(None);
                dispatch.send(Action::Dates(histogram.range(start, end)));
            }
        })
    };
    let onpointercancel = {
        let brush = brush.clone();
        Callback::from(move |_| brush.set(None))
    };
    let ends = match *brush {
        Some((one, other)) => Some((one.min(other), one.max(other))),
        None => histogram.ends(),
    };
    let drawn = bars.iter().enumerate().map(|(position, bar)| {
        let within = ends.is_some_and(|(from, to)| (from..=to).contains(&position));
        drawn(position, bar, histogram.highest, within)
    });
    let drawing = el("svg")
        .class("histogram")
        .set(
            "viewBox",
            ["0 0 ", &(bars.len() as u32 * SIDE).to_string(), " 100"].concat(),
        )
        .set("preserveAspectRatio", "none")
        .unheard()
        .set("data-drag", "true")
        .onpointerdown(onpointerdown)
        .onpointermove(onpointermove)
        .onpointerup(onpointerup)
        .onpointercancel(onpointercancel)
        .children(drawn);
    let from = ends.map(|(from, _)| from);
    let to = ends.map(|(_, to)| to);
    let choices = el("div")
        .class("dates-ends")
        .child(choice(
            "From",
            histogram,
            from,
            |chosen, (_, to)| (chosen, to.max(chosen)),
            dispatch,
        ))
        .child(choice(
            "To",
            histogram,
            to,
            |chosen, (from, _)| (from.min(chosen), chosen),
            dispatch,
        ));
    let any = || {
        let lift = dispatch.always(Action::Dates(DateRange::default()));
        button("text-button", "Any date", lift)
    };
    let undated = || {
        let count = words::count(histogram.undated, "document", "documents");
        el("p")
            .class("dates-undated")
            .child([&count, " without a month"].concat())
    };
    el("section")
        .class("facet dates")
        .set("aria-labelledby", "facet-dates")
        .child(el("h2").set("id", "facet-dates").child("Published"))
        .child(drawing)
        .child(choices)
        .child((!range.is_open()).then(any))
        .child((histogram.undated > 0).then(undated))
        .into()
}

fn drawn(position: usize, bar: &Bar, highest: u32, within: bool) -> El {
    let height = match bar.count {
        0 => EMPTY,
        count => (count * SIDE / highest.max(1)).max(LEAST),
    };
    let left = position as u32 * SIDE;
    let rect = |x: u32, y: u32, width: u32, height: u32| {
        el("rect")
            .set("x", x)
            .set("y", y)
            .set("width", width)
            .set("height", height)
    };
    let count = words::count(bar.count, "document", "documents");
    el("g")
        .class("bar")
        .class_if(!within, "outside")
        .child(rect(left, 0, SIDE, SIDE).class("bar-ground"))
        .child(rect(left + SPACE, SIDE - height, SIDE - 2 * SPACE, height))
        .child(el("title").child([&bar.date.english(), ": ", &count].concat()))
}

/// A choice of one end of the range. It is the histogram as a list, with the counts.
fn choice(
    label: &'static str,
    histogram: &Histogram,
    chosen: Option<usize>,
    ends: fn(usize, (usize, usize)) -> (usize, usize),
    dispatch: &Dispatch,
) -> El {
    let whole = (0, histogram.bars.len().saturating_sub(1));
    let now = histogram.ends().unwrap_or(whole);
    let model = histogram.clone();
    let onchange = dispatch.callback(move |event: Event| {
        let chosen = field::chosen(&event);
        let (from, to) = ends(chosen, now);
        Action::Dates(model.range(from, to))
    });
    let options = histogram.bars.iter().enumerate().map(|(position, bar)| {
        let label = [&short(bar.date), " (", &bar.count.to_string(), ")"].concat();
        el("option")
            .set("selected", chosen == Some(position))
            .child(label)
    });
    el("label")
        .child(el("span").child(label))
        .child(el("select").onchange(onchange).children(options))
}

/// `Sep 2023`, or the year alone.
fn short(date: PartialDate) -> String {
    let english = date.english();
    match (date.month, english.split_once(' ')) {
        (Some(_), Some((month, year))) => {
            let month: String = month.chars().take(3).collect();
            [&month, " ", year].concat()
        }
        _ => english,
    }
}
