//! The card of a mention: who or what is named, why the mention was linked, where else it is.

use dossier_engine::entity::Entity;
use dossier_engine::explorer::{EntityRow, Group, Overview};
use dossier_engine::id::EntityId;
use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::place::Place;
use dossier_view::reader::card::card;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay};
use dossier_view::words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::button::button;
use super::link::link;
use super::reader::{Popover, PopoverProps, mention_selector};
use crate::element::{self, component, el};
use crate::engine::Client;
use crate::hooks::{Room, use_once, use_room};
use crate::store::Dispatch;

/// Properties of [`EntityCard`].
#[derive(PartialEq, Properties)]
pub struct EntityCardProps {
    /// Position of the mention among the document's.
    pub mention: usize,
    /// The open document.
    pub content: Shared<AnalysedDocument>,
    /// The entities.
    pub overview: Shared<Overview>,
    /// Where the reader is.
    pub place: Place,
    /// What the card lies on.
    pub sheet: NodeRef,
    /// What scrolls.
    pub pane: NodeRef,
    /// Changes the state.
    pub dispatch: Dispatch,
    /// Counts the entity in the whole collection.
    pub client: Client,
}

/// The card.
#[component]
pub fn EntityCard(props: &EntityCardProps) -> Html {
    let EntityCardProps {
        mention,
        content,
        overview,
        place,
        dispatch,
        ..
    } = props;
    let totals = use_totals(&props.client);
    let room = use_room(dispatch.host(), true);
    let row = content.mentions.get(*mention).and_then(|mention| {
        let rows = totals.as_ref()?;
        rows.iter()
            .find(|row| row.entity == mention.entity)
            .copied()
    });
    let entity_of = |id: EntityId| overview.entities.get(id.index());
    let Some((entity, card)) = card(content, &overview.entities, *mention, row)
        .and_then(|card| Some((entity_of(card.entity)?, card)))
    else {
        return Html::default();
    };
    let page_of = |entity: &Entity| {
        let (place, action) = entity_page(place, room, entity);
        link(&place, action, dispatch).child(el("bdi").child(&entity.name))
    };
    let (_, all_mentions) = entity_page(place, room, entity);
    let other_card = |position: usize, label: &'static str| {
        let onclick = dispatch.always(Action::Overlay(Overlay::Card(position)));
        button("text-button", label, onclick)
    };
    let group = Group::Entity(entity.kind);
    let is_filter = place
        .selection
        .filters
        .groups
        .get(&group)
        .is_some_and(|filter| filter.include.contains(&entity.key));
    let onfilter = dispatch.always(Action::Include(group, entity.key.clone()));

    let line = |class: &'static str| el("p").class(class);
    let description = entity.description.as_ref();
    let stands_for = card.stands_for.and_then(entity_of).map(|country| {
        line("card-stands-for")
            .child("Here it stands for the government of ")
            .child(page_of(country))
            .child(".")
    });
    let full_name = card.full_name.map(|full| {
        element::group()
            .child(" ")
            .child(other_card(full, "Show the full name"))
    });
    let reason = line("card-reason")
        .set("dir", "auto")
        .child(&card.reason)
        .child(full_name);
    let forms = || {
        let forms = card.forms.iter().enumerate().map(|(position, form)| {
            let quoted = el("q").child(el("bdi").child(form));
            element::group().child(between(position)).child(quoted)
        });
        line("card-forms").child("Also here as ").children(forms)
    };
    let company = || {
        let others = card.company.iter().filter_map(|id| entity_of(*id));
        let others = others.enumerate().map(|(position, other)| {
            element::group()
                .child(between(position))
                .child(page_of(other))
        });
        line("card-company").child("Appears with ").children(others)
    };
    let inside = card.inside.map(|outer| {
        el("p")
            .child("Part of a longer mention. ")
            .child(other_card(outer, "Show it"))
    });
    let filter = || button("button", "Filter by", onfilter).aria("aria-pressed", is_filter);
    let actions = el("div")
        .class("popover-actions")
        .child(button(
            "button",
            "All mentions",
            dispatch.always(all_mentions),
        ))
        .child(Group::ALL.contains(&group).then(filter));
    let children = element::group()
        .child(description.map(|text| el("p").set("dir", "auto").child(text)))
        .child(stands_for)
        .child(reason)
        .child((!card.forms.is_empty()).then(forms))
        .child(el("p").child(&card.counts))
        .child((!card.company.is_empty()).then(company))
        .child(inside)
        .child(actions);
    component::<Popover>(PopoverProps {
        title: entity.name.clone(),
        kicker: words::kind(entity.kind),
        kind: Some(entity.kind),
        anchor: mention_selector(*mention),
        overlay: Overlay::Card(*mention),
        sheet: props.sheet.clone(),
        pane: props.pane.clone(),
        dispatch: dispatch.clone(),
        children: children.into(),
    })
}

/// What stands before an item of a list in a sentence.
fn between(position: usize) -> &'static str {
    if position > 0 { ", " } else { "" }
}

/// An entity's page and the way there. Where the document would cover that page, it closes.
fn entity_page(place: &Place, room: Room, entity: &Entity) -> (Place, Action) {
    let to = place.with_entity(&entity.key);
    if room == Room::Narrow {
        let to = Place {
            doc: None,
            paragraph: None,
            ..to
        };
        (to.clone(), Action::Visit(to))
    } else {
        (to, Action::Entity(Some(entity.key.clone())))
    }
}

/// How often each entity is mentioned in the whole collection, once that is counted.
#[hook]
fn use_totals(client: &Client) -> Option<Shared<Vec<EntityRow>>> {
    let totals = use_state(|| None);
    {
        let (client, totals) = (client.clone(), totals.clone());
        use_once(move || {
            spawn_local(async move { totals.set(client.totals().await) });
        });
    }
    (*totals).clone()
}
