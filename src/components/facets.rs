//! The filters: a list of values for each group, and the dates.

use dossier_engine::explorer::Group;
use dossier_view::facets::{Condition, FacetList, FacetRow, lists};
use dossier_view::histogram::Histogram;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use yew::prelude::*;

use super::button::button;
use super::histogram::{Dates, DatesProps};
use super::icon::{Icon, drawing};
use super::topics::swatch;
use crate::element::{self, El, component, el, keyed};
use crate::hooks::use_change;
use crate::platform::host::Host;
use crate::platform::{field, focus};
use crate::store::Dispatch;

/// A longer list is cut, and can be searched.
const LONG: usize = 8;
/// How much of a long list is shown at first.
const SHOWN: usize = 5;

/// The filters.
pub fn facets(state: &Shared<State>, dispatch: &Dispatch) -> Html {
    component::<Facets>(FacetsProps {
        state: state.clone(),
        dispatch: dispatch.clone(),
    })
}

#[derive(PartialEq, Properties)]
struct FacetsProps {
    state: Shared<State>,
    dispatch: Dispatch,
}

#[component]
fn Facets(props: &FacetsProps) -> Html {
    let FacetsProps { state, dispatch } = props;
    let Some(answer) = &state.answer else {
        return Html::default();
    };
    let range = state.place.selection.filters.dates;
    let groups = lists(state).into_iter().map(|list| {
        keyed::<Values>(
            list.group.key(),
            ValuesProps {
                list,
                dispatch: dispatch.clone(),
            },
        )
    });
    let dates = DatesProps {
        histogram: Histogram::new(&answer.facets, range),
        range,
        dispatch: dispatch.clone(),
    };
    el("div")
        .class("facets")
        .children(groups)
        .child(keyed::<Dates>("dates", dates))
        .into()
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
    let onpress = use_focus_kept(list, dispatch.host());

    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    let whole = {
        let (is_whole, sought) = (is_whole.clone(), sought.clone());
        Callback::from(move |_| {
            sought.set(String::new());
            is_whole.set(!*is_whole);
        })
    };
    let seek = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field::text(&event)))
    };

    let id = ["facet-", list.group.key()].concat();
    let conditions = conditions(list);
    let is_long = list.rows.len() > LONG;
    let most = match (is_long, *is_whole) {
        (true, false) => SHOWN.max(conditions),
        _ => usize::MAX,
    };
    let rows = list.matching(&sought).take(most);

    let in_force = || {
        el("span")
            .class("facet-conditions")
            .child(conditions)
            .child(el("span").class("unseen").child(" in force"))
    };
    let heading = el("button")
        .set("type", "button")
        .set("id", id.clone())
        .aria("aria-expanded", *is_open)
        .onclick(toggle)
        .child(list.title)
        .child((!*is_open && conditions > 0).then(in_force))
        .child(drawing(Icon::Down));
    let box_to_seek = || {
        el("input")
            .class("facet-seek")
            .set("type", "search")
            .set("placeholder", "Find in this list")
            .set("aria-label", ["Find in ", list.title].concat())
            .value(&sought)
            .oninput(seek)
    };
    let more = || {
        let rest = list.rows.len() - most.min(list.rows.len());
        let label = if *is_whole {
            "Show fewer".to_owned()
        } else {
            [&rest.to_string(), " more"].concat()
        };
        button("text-button", label, whole)
    };
    let values = || {
        let rows = rows.map(|row| value(list.group, row, &onpress, dispatch));
        element::group()
            .child((is_long && *is_whole).then(box_to_seek))
            .child(el("ul").children(rows))
            .child(is_long.then(more))
    };
    el("section")
        .class("facet")
        .set("aria-labelledby", id)
        .child(el("h2").child(heading))
        .child(is_open.then(values))
        .into()
}

/// A value that was pressed moves to the top of its list, and what is moved loses the focus: it is
/// given back. The callback is to be called when a value is pressed.
#[hook]
fn use_focus_kept(list: &FacetList, host: &Host) -> Callback<()> {
    let pressed = use_mut_ref(|| None);
    {
        let (pressed, host) = (pressed.clone(), host.clone());
        use_change(list.clone(), move |_| {
            let pressed = pressed.take();
            if let Some(pressed) = pressed
                && focus::is_free()
            {
                focus::give(&host, &pressed);
            }
        });
    }
    let host = host.clone();
    Callback::from(move |()| {
        pressed.replace(focus::current(&host));
    })
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
fn value(group: Group, row: &FacetRow, onpress: &Callback<()>, dispatch: &Dispatch) -> El {
    let include = send(
        Action::Include(group, row.key.to_string()),
        onpress,
        dispatch,
    );
    let exclude = send(
        Action::Exclude(group, row.key.to_string()),
        onpress,
        dispatch,
    );
    let is_included = row.condition == Condition::Included;
    let is_excluded = row.condition == Condition::Excluded;
    let exclude_label = ["Exclude ", &row.label].concat();
    let check = el("input")
        .set("type", "checkbox")
        .checked(is_included)
        .onchange(include);
    let label = el("bdi")
        .class("facet-label")
        .set("title", row.label.to_string())
        .child(&*row.label);
    let including = el("label")
        .child(check)
        .child(row.topic.map(swatch))
        .child(label)
        .child(el("span").class("facet-count").child(row.count));
    let excluding = button("facet-exclude", drawing(Icon::Exclude), exclude)
        .set("aria-label", exclude_label.clone())
        .set("title", exclude_label)
        .aria("aria-pressed", is_excluded);
    el("li")
        .key(&*row.key)
        .class("facet-value")
        .class_if(is_included, "included")
        .class_if(is_excluded, "excluded")
        .child(including)
        .child(excluding)
}

/// Says that a value was pressed, then what that does.
fn send<E: 'static>(action: Action, onpress: &Callback<()>, dispatch: &Dispatch) -> Callback<E> {
    let (onpress, dispatch) = (onpress.clone(), dispatch.clone());
    Callback::from(move |_| {
        onpress.emit(());
        dispatch.send(action.clone());
    })
}
