//! The filters: a list of values for each group, and the dates.

use dossier_engine::explorer::Group;
use dossier_view::facets::{Condition, FacetList, FacetRow, lists};
use dossier_view::histogram::Histogram;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::button::Button;
use super::histogram::Dates;
use super::icon::{Icon, drawing};
use super::topics::swatch;
use crate::platform::{field, focus};
use crate::store::Dispatch;

/// A longer list is cut, and can be searched.
const LONG: usize = 8;
/// How much of a long list is shown at first.
const SHOWN: usize = 5;

/// The filters.
pub fn facets(state: &State, dispatch: &Dispatch) -> Html {
    let Some(answer) = &state.answer else {
        return html! {};
    };
    let histogram = Histogram::new(&answer.facets, state.place.selection.filters.dates);
    html! {
        <div class="facets">
            { for lists(state).into_iter().map(|list| html! {
                <Values key={list.group.key()} list={list.clone()} dispatch={dispatch.clone()} />
            }) }
            <Dates
                key="dates"
                {histogram}
                range={state.place.selection.filters.dates}
                dispatch={dispatch.clone()}
            />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ValuesProps {
    list: FacetList,
    dispatch: Dispatch,
}

/// The values of one group.
#[component]
fn Values(props: &ValuesProps) -> Html {
    let ValuesProps { list, dispatch } = props;
    let is_open = use_state_eq(|| opens(list.group));
    let is_whole = use_state_eq(|| false);
    let sought = use_state_eq(String::new);
    let id = ["facet-", list.group.key()].concat();
    let is_long = list.rows.len() > LONG;
    let conditions = conditions(list);

    // A value that was pressed moves to the top of its list, and what is moved loses the focus.
    let pressed = use_mut_ref(|| None);
    {
        let pressed = pressed.clone();
        use_effect_with(list.clone(), move |_| {
            let pressed = pressed.take();
            if let Some(pressed) = pressed
                && focus::current().is_none()
            {
                focus::give(&pressed);
            }
        });
    }
    let onpress = Callback::from(move |()| {
        pressed.replace(focus::current());
    });

    let toggle = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    let whole = {
        let (is_whole, sought) = (is_whole.clone(), sought.clone());
        move |_| {
            sought.set(String::new());
            is_whole.set(!*is_whole);
        }
    };
    let seek = {
        let sought = sought.clone();
        move |event: InputEvent| {
            sought.set(field::text(&event));
        }
    };
    let words = sought.to_lowercase();
    let most = match (is_long, *is_whole) {
        (true, false) => SHOWN.max(conditions),
        _ => usize::MAX,
    };
    let rows = list
        .rows
        .iter()
        .filter(|row| row.label.to_lowercase().contains(&words))
        .take(most);
    html! {
        <section class="facet" aria-labelledby={id.clone()}>
            <h2>
                <button
                    type="button"
                    id={id.clone()}
                    aria-expanded={is_open.to_string()}
                    onclick={toggle}
                >
                    { list.title }
                    if !*is_open && conditions > 0 {
                        <span class="facet-conditions">
                            { conditions }<span class="unseen">{ " in force" }</span>
                        </span>
                    }
                    { drawing(Icon::Down) }
                </button>
            </h2>
            if *is_open {
                if is_long && *is_whole {
                    <input
                        key="seek"
                        class="facet-seek"
                        type="search"
                        placeholder="Find in this list"
                        aria-label={["Find in ", list.title].concat()}
                        value={(*sought).clone()}
                        oninput={seek}
                    />
                }
                <ul key="values">
                    { for rows.map(|row| value(list.group, row, &onpress, dispatch)) }
                </ul>
                if is_long {
                    <button key="more" type="button" class="text-button" onclick={whole}>
                        if *is_whole {
                            { "Show fewer" }
                        } else {
                            { list.rows.len() - most.min(list.rows.len()) }{ " more" }
                        }
                    </button>
                }
            }
        </section>
    }
}

/// The groups that most people filter by are open from the start.
fn opens(group: Group) -> bool {
    use dossier_engine::entity::EntityKind::{Organisation, Person, Place, Weapon};
    match group {
        Group::Topic | Group::Publisher => true,
        Group::Entity(kind) => matches!(kind, Person | Organisation | Place | Weapon),
    }
}

fn conditions(list: &FacetList) -> usize {
    let is_set = |row: &&FacetRow| row.condition != Condition::None;
    list.rows.iter().filter(is_set).count()
}

/// One value: a box to include it and a button to exclude it.
fn value(group: Group, row: &FacetRow, onpress: &Callback<()>, dispatch: &Dispatch) -> Html {
    let include = send(Action::Include(group, row.key.clone()), onpress, dispatch);
    let exclude = send(Action::Exclude(group, row.key.clone()), onpress, dispatch);
    let class = match row.condition {
        Condition::None => None,
        Condition::Included => Some("included"),
        Condition::Excluded => Some("excluded"),
    };
    let is_excluded = row.condition == Condition::Excluded;
    let exclude_label = ["Exclude ", &row.label].concat();
    html! {
        <li key={row.key.clone()} class={classes!("facet-value", class)}>
            <label>
                <input
                    type="checkbox"
                    checked={row.condition == Condition::Included}
                    onchange={include}
                />
                if let Some(topic) = row.topic { { swatch(topic) } }
                <bdi class="facet-label" title={row.label.clone()}>{ row.label.clone() }</bdi>
                <span class="facet-count">{ row.count }</span>
            </label>
            { Button::new("facet-exclude")
                .name(exclude_label.clone())
                .title(exclude_label)
                .pressed(is_excluded)
                .around(drawing(Icon::Exclude), exclude) }
        </li>
    }
}

/// Says that a value was pressed, then what that does.
fn send<E: 'static>(action: Action, onpress: &Callback<()>, dispatch: &Dispatch) -> Callback<E> {
    let (onpress, dispatch) = (onpress.clone(), dispatch.clone());
    Callback::from(move |_| {
        onpress.emit(());
        dispatch.send(action.clone());
    })
}
