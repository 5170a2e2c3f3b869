//! The dates of publication: a histogram to brush, and the same as two choices.

use std::rc::Rc;

use dossier_engine::date::{DateRange, PartialDate};
use dossier_view::histogram::{Bar, Histogram};
use dossier_view::state::Action;
use dossier_view::words;
use yew::prelude::*;

use super::button::Button;
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
        return html! {};
    }
    let at = {
        let histogram = histogram.clone();
        move |event: &PointerEvent| histogram.at(pointer::across(event)?)
    };
    let at = Rc::new(at);
    let onpointerdown = {
        let (brush, at) = (brush.clone(), Rc::clone(&at));
        move |event: PointerEvent| {
            if let Some(bar) = at(&event).filter(|_| event.button() == 0) {
                pointer::capture(&event);
                brush.set(Some((bar, bar)));
            }
        }
    };
    let onpointermove = {
        let brush = brush.clone();
        move |event: PointerEvent| {
            if let (Some((start, _)), Some(bar)) = (*brush, at(&event)) {
                brush.set(Some((start, bar)));
            }
        }
    };
    let onpointerup = {
        let (brush, dispatch, histogram) = (brush.clone(), dispatch.clone(), histogram.clone());
        move |_: PointerEvent| {
            if let Some((start, end)) = *brush {
                brush.set(None);
                dispatch.send(Action::Dates(histogram.range(start, end)));
            }
        }
    };
    let onpointercancel = {
        let brush = brush.clone();
        move |_: PointerEvent| brush.set(None)
    };
    let ends = match *brush {
        Some((one, other)) => Some((one.min(other), one.max(other))),
        None => histogram.ends(),
    };
    html! {
        <section class="facet dates" aria-labelledby="facet-dates">
            <h2 id="facet-dates">{ "Published" }</h2>
            <svg
                class="histogram"
                viewBox={["0 0 ", &(bars.len() as u32 * SIDE).to_string(), " 100"].concat()}
                preserveAspectRatio="none"
                aria-hidden="true"
                data-drag="true"
                {onpointerdown}
                {onpointermove}
                {onpointerup}
                {onpointercancel}
            >
                { for bars.iter().enumerate().map(|(position, bar)| {
                    let within = ends.is_some_and(|(from, to)| (from..=to).contains(&position));
                    drawn(position, bar, histogram.highest, within)
                }) }
            </svg>
            <div class="dates-ends">
                { choice("From", histogram, ends.map(|(from, _)| from), |chosen, (_, to)| (chosen, to.max(chosen)), dispatch) }
                { choice("To", histogram, ends.map(|(_, to)| to), |chosen, (from, _)| (from.min(chosen), chosen), dispatch) }
            </div>
            if !range.is_open() {
                { Button::new("text-button")
                    .around("Any date", dispatch.always(Action::Dates(DateRange::default()))) }
            }
            if histogram.undated > 0 {
                <p class="dates-undated">
                    { words::count(histogram.undated, "document", "documents") }
                    { " without a month" }
                </p>
            }
        </section>
    }
}

fn drawn(position: usize, bar: &Bar, highest: u32, within: bool) -> Html {
    let height = match bar.count {
        0 => EMPTY,
        count => (count * SIDE / highest.max(1)).max(LEAST),
    };
    let left = position as u32 * SIDE;
    let class = if within { "bar" } else { "bar outside" };
    html! {
        <g {class}>
            <rect class="bar-ground" x={left.to_string()} y="0" width="100" height="100" />
            <rect
                x={(left + SPACE).to_string()}
                y={(SIDE - height).to_string()}
                width={(SIDE - 2 * SPACE).to_string()}
                height={height.to_string()}
            />
            <title>{ [&bar.date.english(), ": ", &words::count(bar.count, "document", "documents")].concat() }</title>
        </g>
    }
}

/// A choice of one end of the range. It is the histogram as a list, with the counts.
fn choice(
    label: &'static str,
    histogram: &Histogram,
    chosen: Option<usize>,
    ends: fn(usize, (usize, usize)) -> (usize, usize),
    dispatch: &Dispatch,
) -> Html {
    let whole = (0, histogram.bars.len().saturating_sub(1));
    let now = histogram.ends().unwrap_or(whole);
    let model = histogram.clone();
    let onchange = dispatch.callback(move |event: Event| {
        let chosen = field::chosen(&event);
        let (from, to) = ends(chosen, now);
        Action::Dates(model.range(from, to))
    });
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>
                { for histogram.bars.iter().enumerate().map(|(position, bar)| html! {
                    <option selected={chosen == Some(position)}>
                        { [&short(bar.date), " (", &bar.count.to_string(), ")"].concat() }
                    </option>
                }) }
            </select>
        </label>
    }
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
