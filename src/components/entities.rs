//! The Entities view: who and what is named in the selection, and the page of one of them.

use dossier_engine::entity::Entity;
use dossier_engine::explorer::{EntityRow, Group, MentionContext};
use dossier_view::entities::{by_document, condition, group, lists};
use dossier_view::facets::Condition;
use dossier_view::place::Place;
use dossier_view::shared::Shared;
use dossier_view::state::{Action, State};
use dossier_view::words;
use yew::prelude::*;

use super::button::Button;
use super::icon::{Icon, drawing};
use super::link::Link;
use super::marked::extract;
use crate::platform::field;
use crate::store::Dispatch;

/// The list of entities, or the page of one.
pub fn entities(state: &Shared<State>, dispatch: &Dispatch) -> Html {
    let open = state.open_entity();
    let entity = open.and_then(|id| state.overview.entities.get(id.index()));
    match entity {
        Some(entity) => page(state, entity, dispatch),
        None => html! {
            <List key="entities" state={state.clone()} dispatch={dispatch.clone()} />
        },
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
        move |event: InputEvent| {
            sought.set(field::text(&event));
        }
    };
    let lists = lists(state, &sought);
    let most = state
        .answer
        .as_ref()
        .map_or(1, |answer| answer.document_count.max(1));
    let mut position = 0;
    html! {
        <>
            <input
                class="entity-seek"
                type="search"
                placeholder="Find a name"
                aria-label="Find a name among the entities"
                value={(*sought).clone()}
                {oninput}
            />
            if lists.is_empty() {
                <p class="entity-none" role="status">{ "No name here has " }<em><bdi>{ (*sought).clone() }</bdi></em>{ "." }</p>
            }
            { for lists.into_iter().map(|list| html! {
                <section class="entity-kind" key={list.kind.key()}>
                    <div class="entity-head">
                        <h3>
                            { words::kinds(list.kind) }{ " " }
                            <span class="tab-count">{ list.rows.len() }</span>
                        </h3>
                        <span aria-hidden="true">{ "Documents" }</span>
                        <span aria-hidden="true">{ "Mentions" }</span>
                    </div>
                    <ul>
                        { for list.rows.iter().map(|entity| {
                            position += 1;
                            row(state, position - 1, *entity, most, dispatch)
                        }) }
                    </ul>
                </section>
            }) }
        </>
    }
}

fn row(state: &State, position: usize, row: EntityRow, most: u32, dispatch: &Dispatch) -> Html {
    let Some(entity) = state.overview.entities.get(row.entity.index()) else {
        return html! {};
    };
    html! {
        <li class="entity-row" key={entity.key.clone()}>
            { Link::to_entity(&state.place, &entity.key)
                .class(["entity-name ", entity.kind.key()].concat())
                .result(position)
                .around(html! { <bdi>{ &entity.name }</bdi> }, dispatch) }
            <span class="entity-aliases" title={entity.aliases.join(", ")}>
                <bdi>{ entity.aliases.join(", ") }</bdi>
            </span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" class="entity-bar" aria-hidden="true">
                <rect class="share-ground" width="100" height="6" />
                <rect width={(row.documents.min(most) * 100 / most).to_string()} height="6" />
            </svg>
            <span class="entity-count">
                { row.documents }
                <span class="unseen">{ noun(row.documents, " document, ", " documents, ") }</span>
            </span>
            <span class="entity-count">
                { row.mentions }
                <span class="unseen">{ noun(row.mentions, " mention", " mentions") }</span>
            </span>
        </li>
    }
}

fn noun(count: u32, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// The page of an entity: all its mentions in the selection.
fn page(state: &State, entity: &Entity, dispatch: &Dispatch) -> Html {
    let list = Place {
        entity: None,
        ..state.place.clone()
    };
    html! {
        <article key="entity" class="entity-page" aria-labelledby="entity-name">
            { Link::new(list, Action::Entity(None))
                .class("back")
                .around(html! { <>{ drawing(Icon::Back) }{ "All entities" }</> }, dispatch) }
            <p class={classes!("entity-type", entity.kind.key())}>{ words::kind(entity.kind) }</p>
            <h3 id="entity-name"><bdi>{ &entity.name }</bdi></h3>
            if let Some(description) = &entity.description {
                <p class="entity-description">{ description }</p>
            }
            if !entity.aliases.is_empty() {
                <p class="entity-also">{ "Also " }<bdi>{ entity.aliases.join(", ") }</bdi></p>
            }
            if let Some(group) = group(entity.kind) {
                { filter_buttons(state, entity, group, dispatch) }
            }
            if let Some(mentions) = &state.mentions {
                { mentioned(state, mentions, dispatch) }
            }
        </article>
    }
}

fn filter_buttons(state: &State, entity: &Entity, group: Group, dispatch: &Dispatch) -> Html {
    let condition = condition(state, entity);
    let button = |label: &'static str, of, action| {
        Button::new("button")
            .pressed(condition == of)
            .around(label, dispatch.always(action))
    };
    html! {
        <div class="entity-actions">
            { button("Filter by", Condition::Included, Action::Include(group, entity.key.clone())) }
            { button("Exclude", Condition::Excluded, Action::Exclude(group, entity.key.clone())) }
        </div>
    }
}

fn mentioned(state: &State, mentions: &[MentionContext], dispatch: &Dispatch) -> Html {
    let groups = by_document(mentions);
    let mut position = 0;
    html! {
        <>
            <p class="entity-total">
                { words::count(mentions.len() as u32, "mention", "mentions") }{ " in " }
                { words::count(groups.len() as u32, "document", "documents") }
                { " of the selection" }
            </p>
            { for groups.into_iter().filter_map(|(doc, mentions)| {
                let document = state.overview.documents.get(doc.index())?;
                Some(html! {
                    <section class="entity-document" key={doc.0}>
                        <h4 dir="auto">
                            { Link::to_document(&state.place, &document.name, doc, None)
                                .around(html! { { &document.title } }, dispatch) }
                            { " " }<span class="tab-count">{ mentions.len() }</span>
                        </h4>
                        <ul>
                            { for mentions.iter().map(|mention| {
                                position += 1;
                                let paragraph = mention.snippet.passage.map(|passage| passage + 1);
                                html! {
                                    <li key={mention.mention} dir="auto">
                                        { Link::to_document(&state.place, &document.name, doc, paragraph)
                                            .result(position - 1)
                                            .around(extract(&mention.snippet), dispatch) }
                                    </li>
                                }
                            }) }
                        </ul>
                    </section>
                })
            }) }
        </>
    }
}
