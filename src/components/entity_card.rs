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

use super::button::Button;
use super::link::Link;
use super::reader::Popover;
use super::reader::mention_selector;
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
    let room = use_room();
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
        Link::new(place, action).around(html! { <bdi>{ &entity.name }</bdi> }, dispatch)
    };
    let (_, all_mentions) = entity_page(place, room, entity);
    let other_card = |position: usize, label: &'static str| {
        let onclick = dispatch.always(Action::Overlay(Overlay::Card(position)));
        Button::new("text-button").around(label, onclick)
    };
    let group = Group::Entity(entity.kind);
    let is_filter = place
        .selection
        .filters
        .groups
        .get(&group)
        .is_some_and(|filter| filter.include.contains(&entity.key));
    let onfilter = dispatch.always(Action::Include(group, entity.key.clone()));
    html! {
        <Popover
            title={entity.name.clone()}
            kicker={words::kind(entity.kind)}
            kicker_class={classes!("entity-kind", entity.kind.key())}
            anchor={mention_selector(*mention)}
            overlay={Overlay::Card(*mention)}
            sheet={props.sheet.clone()}
            pane={props.pane.clone()}
            dispatch={dispatch.clone()}
        >
            if let Some(description) = &entity.description {
                <p dir="auto">{ description }</p>
            }
            if let Some(country) = card.stands_for.and_then(entity_of) {
                <p class="card-stands-for">
                    { "Here it stands for the government of " }{ page_of(country) }{ "." }
                </p>
            }
            <p class="card-reason" dir="auto">
                { &card.reason }
                if let Some(full) = card.full_name {
                    { " " }{ other_card(full, "Show the full name") }
                }
            </p>
            if !card.forms.is_empty() {
                <p class="card-forms">
                    { "Also here as " }
                    { for card.forms.iter().enumerate().map(|(position, form)| html! {
                        <>{ if position > 0 { ", " } else { "" } }<q><bdi>{ form }</bdi></q></>
                    }) }
                </p>
            }
            <p>{ &card.counts }</p>
            if !card.company.is_empty() {
                <p class="card-company">
                    { "Appears with " }
                    { for card.company.iter().filter_map(|id| entity_of(*id)).enumerate().map(|(position, other)| html! {
                        <>{ if position > 0 { ", " } else { "" } }{ page_of(other) }</>
                    }) }
                </p>
            }
            if let Some(outer) = card.inside {
                <p>{ "Part of a longer mention. " }{ other_card(outer, "Show it") }</p>
            }
            <div class="popover-actions">
                { Button::new("button").around("All mentions", dispatch.always(all_mentions)) }
                if Group::ALL.contains(&group) {
                    { Button::new("button").pressed(is_filter).around("Filter by", onfilter) }
                }
            </div>
        </Popover>
    }
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
