//! The Entities view: who and what is named in the selection, and the page of one of them.

use dossier_engine::entity::Entity;
use dossier_engine::explorer::{EntityRow, Group, MentionContext};
use dossier_view::entities::{KindList, by_document, condition, group, lists};
use dossier_view::facets::Condition;
use dossier_view::place::Place;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use dossier_view::words;
use yew::prelude::*;

use super::button::button;
use super::icon::{Icon, drawing};
use super::link;
use super::marked::extract;
use crate::element::{self, El, el, keyed};
use crate::platform::field;
use crate::store::Dispatch;

/// The list of entities, or the page of one.
pub fn entities(state: &Shared<State>, dispatch: &Dispatch) -> Html {
    let open = state.open_entity();
    let entity = open.and_then(|id| state.overview.entities.get(id.index()));
    match entity {
        Some(entity) => page(state, entity, dispatch).into(),
        None => keyed::<List>(
            "entities",
            ListProps {
                state: state.clone(),
                dispatch: dispatch.clone(),
            },
        ),
    }
}

#[derive(PartialEq, Properties)]
struct ListProps {
    state: Shared<State>,
    dispatch: Dispatch,
}

/// All entities of the selection by kind.
#[component]
fn List(props: &ListProps) -> Html {
    let ListProps { state, dispatch } = props;
    let sought = use_state_eq(String::new);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field::text(&event)))
    };
    let lists = lists(state, &sought);
    let none = lists.is_empty().then(|| {
        el("p")
            .class("entity-none")
            .set("role", "status")
            .child("No name here has ")
            .child(el("em").child(el("bdi").child(&*sought)))
            .child(".")
    });
    let mut position = 0;
    let kinds = lists.iter().map(|list| {
        let kind = kind(state, list, position, dispatch);
        position += list.rows.len();
        kind
    });
    let seek = el("input")
        .class("entity-seek")
        .set("type", "search")
        .set("placeholder", "Find a name")
        .set("aria-label", "Find a name among the entities")
        .value(&sought)
        .oninput(oninput);
    element::group()
        .child(seek)
        .child(none)
        .child(element::group().children(kinds))
        .into()
}

/// The entities of one kind, the first of which is the result at `from`.
fn kind(state: &State, list: &KindList, from: usize, dispatch: &Dispatch) -> El {
    let most = state
        .answer
        .as_ref()
        .map_or(1, |answer| answer.document_count.max(1));
    let name = el("h3")
        .child(words::kinds(list.kind))
        .child(" ")
        .child(el("span").class("tab-count").child(list.rows.len()));
    let head = el("div")
        .class("entity-head")
        .child(name)
        .child(el("span").unheard().child("Documents"))
        .child(el("span").unheard().child("Mentions"));
    let rows = list
        .rows
        .iter()
        .enumerate()
        .filter_map(|(position, entity)| row(state, from + position, *entity, most, dispatch));
    el("section")
        .class("entity-kind")
        .key(list.kind.key())
        .child(head)
        .child(el("ul").children(rows))
}

fn row(
    state: &State,
    position: usize,
    row: EntityRow,
    most: u32,
    dispatch: &Dispatch,
) -> Option<El> {
    let entity = state.overview.entities.get(row.entity.index())?;
    let to = link::to_entity(&state.place, &entity.key, dispatch)
        .class("entity-name")
        .class(entity.kind.key())
        .child(el("bdi").child(&entity.name));
    let also = entity.aliases.join(", ");
    let bar = el("svg")
        .set("viewBox", "0 0 100 6")
        .set("preserveAspectRatio", "none")
        .class("entity-bar")
        .unheard()
        .child(bar("100").class("share-ground"))
        .child(bar(row.documents.min(most) * 100 / most));
    let count = |count: u32, one: &'static str, many: &'static str| {
        let noun = if count == 1 { one } else { many };
        el("span")
            .class("entity-count")
            .child(count)
            .child(el("span").class("unseen").child(noun))
    };
    let row = el("li")
        .class("entity-row")
        .key(&*entity.key)
        .child(link::as_result(to, position, dispatch))
        .child(
            el("span")
                .class("entity-aliases")
                .child(el("bdi").child(&also))
                .set("title", also),
        )
        .child(bar)
        .child(count(row.documents, " document, ", " documents, "))
        .child(count(row.mentions, " mention", " mentions"));
    Some(row)
}

/// A bar of a width out of 100.
fn bar(width: impl element::Value) -> El {
    el("rect").set("width", width).set("height", "6")
}

/// The page of an entity: all its mentions in the selection.
fn page(state: &State, entity: &Entity, dispatch: &Dispatch) -> El {
    let list = Place {
        entity: None,
        ..state.place.clone()
    };
    let back = link::link(&list, Action::Entity(None), dispatch)
        .class("back")
        .child(drawing(Icon::Back))
        .child("All entities");
    let line = |class: &'static str| el("p").class(class);
    let also = || {
        let aliases = entity.aliases.join(", ");
        line("entity-also")
            .child("Also ")
            .child(el("bdi").child(aliases))
    };
    let description = entity.description.as_ref();
    let group = group(entity.kind);
    let mentions = state.mentions.as_ref();
    el("article")
        .key("entity")
        .class("entity-page")
        .set("aria-labelledby", "entity-name")
        .child(back)
        .child(
            line("entity-type")
                .class(entity.kind.key())
                .child(words::kind(entity.kind)),
        )
        .child(
            el("h3")
                .set("id", "entity-name")
                .child(el("bdi").child(&entity.name)),
        )
        .child(description.map(|text| line("entity-description").child(text)))
        .child((!entity.aliases.is_empty()).then(also))
        .child(group.map(|group| filter_buttons(state, entity, group, dispatch)))
        .child(mentions.map(|mentions| mentioned(state, mentions, dispatch)))
}

fn filter_buttons(state: &State, entity: &Entity, group: Group, dispatch: &Dispatch) -> El {
    let condition = condition(state, entity);
    let button = |label: &'static str, of, action| {
        button("button", label, dispatch.always(action)).aria("aria-pressed", condition == of)
    };
    let key = || entity.key.clone();
    el("div")
        .class("entity-actions")
        .child(button(
            "Filter by",
            Condition::Included,
            Action::Include(group, key()),
        ))
        .child(button(
            "Exclude",
            Condition::Excluded,
            Action::Exclude(group, key()),
        ))
}

fn mentioned(state: &State, mentions: &[MentionContext], dispatch: &Dispatch) -> El {
    let groups = by_document(mentions);
    let total = el("p")
        .class("entity-total")
        .child(words::count(mentions.len() as u32, "mention", "mentions"))
        .child(" in ")
        .child(words::count(groups.len() as u32, "document", "documents"))
        .child(" of the selection");
    let mut position = 0;
    let documents = groups.into_iter().filter_map(|(doc, mentions)| {
        let document = state.overview.documents.get(doc.index())?;
        let to =
            |paragraph| link::to_document(&state.place, &document.name, doc, paragraph, dispatch);
        let title = el("h4")
            .set("dir", "auto")
            .child(to(None).child(&document.title))
            .child(" ")
            .child(el("span").class("tab-count").child(mentions.len()));
        let items = mentions.iter().map(|mention| {
            position += 1;
            let paragraph = mention.snippet.passage.map(|passage| passage + 1);
            let to = to(paragraph).child(extract(&mention.snippet));
            el("li")
                .key(mention.mention)
                .set("dir", "auto")
                .child(link::as_result(to, position - 1, dispatch))
        });
        let section = el("section")
            .class("entity-document")
            .key(doc.0)
            .child(title)
            .child(el("ul").children(items));
        Some(section)
    });
    element::group()
        .child(total)
        .child(element::group().children(documents))
}
