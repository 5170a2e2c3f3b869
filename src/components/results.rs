//! The results: how many, in which order, and a card for each.

use dossier_engine::explorer::{DocumentHit, PassageHit, SearchAnswer};
use dossier_view::nothing::nothing;
use dossier_view::place::View;
use dossier_view::results::{SORTS, summary};
use dossier_view::shared::Shared;
use dossier_view::state::{Action, Overlay, State};
use yew::prelude::*;

use super::entities::entities;
use super::link::Link;
use super::marked::{extract, marked};
use super::nothing::nothing_found;
use super::topics::{mix, name, swatch};
use super::why::why_found;
use crate::platform::field;
use crate::store::Dispatch;

/// The current view of the selection.
pub fn results(state: &Shared<State>, dispatch: &Dispatch) -> Html {
    let Some(answer) = &state.answer else {
        return html! { <p class="status" role="status">{ "Searching…" }</p> };
    };
    html! {
        <>
            { toolbar(state, dispatch) }
            if let Some(nothing) = nothing(state) {
                { nothing_found(nothing, dispatch) }
            } else {
                { view(state, answer, dispatch) }
            }
        </>
    }
}

fn view(state: &Shared<State>, answer: &SearchAnswer, dispatch: &Dispatch) -> Html {
    match state.place.view {
        View::Documents => html! {
            <ol class="cards" aria-label="Documents" key="documents">
                { for answer.documents.iter().enumerate().map(|(position, hit)| {
                    document(state, position, hit, dispatch)
                }) }
            </ol>
        },
        View::Passages => html! {
            <ol class="cards" aria-label="Passages" key="passages">
                { for answer.passages.iter().enumerate().map(|(position, hit)| {
                    passage(state, position, hit, dispatch)
                }) }
            </ol>
        },
        View::Entities => entities(state, dispatch),
    }
}

/// The counts and the order.
fn toolbar(state: &State, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.callback(|event: Event| {
        let chosen = field::chosen(&event);
        let sort = SORTS.get(chosen).map(|(sort, _)| *sort);
        Action::Sort(sort.unwrap_or_default())
    });
    html! {
        <div class="toolbar">
            <h2 class="unseen">{ state.place.view.label() }</h2>
            <p class="status" role="status">{ state.answer.as_deref().map(summary) }</p>
            if state.place.view == View::Documents {
                <label class="sort">
                    <span>{ "Sort by" }</span>
                    <select {onchange}>
                        { for SORTS.into_iter().map(|(sort, label)| html! {
                            <option selected={sort == state.place.selection.sort}>{ label }</option>
                        }) }
                    </select>
                </label>
            }
        </div>
    }
}

fn document(state: &State, position: usize, hit: &DocumentHit, dispatch: &Dispatch) -> Html {
    let Some(summary) = state.overview.documents.get(hit.doc.index()) else {
        return html! {};
    };
    let is_open = state.open_doc() == Some(hit.doc);
    let is_explained = state.overlays.contains(&Overlay::Why(hit.doc));
    let why = ["why-", &hit.doc.0.to_string()].concat();
    html! {
        <li key={hit.doc.0} class={classes!("card", is_open.then_some("open"))}>
            <h3 dir="auto">
                { Link::to_document(&state.place, &summary.name, hit.doc, None)
                    .current(is_open.then_some("true"))
                    .result(position)
                    .around(marked(&summary.title, &hit.title_marks), dispatch) }
            </h3>
            <p class="meta">
                if let Some(publisher) = &summary.publisher {
                    <bdi>{ publisher }</bdi>
                }
                if let Some(published) = &summary.published {
                    <span>
                        <time datetime={published.date.to_string()}>{ published.date.english() }</time>
                        if published.inferred {
                            { " " }
                            <span class="inferred" title={published.note.clone().unwrap_or_else(|| "The date was concluded from the text".into())}>
                                { "inferred" }
                            </span>
                        }
                    </span>
                }
                if !summary.editions.is_empty() {
                    <span class="editions">{ summary.editions.len() + 1 }{ " editions" }</span>
                }
            </p>
            { for hit.snippets.iter().map(|snippet| html! {
                <p class="snippet" dir="auto">{ extract(snippet) }</p>
            }) }
            <div class="card-foot">
                { mix(&state.overview, &hit.topics) }
                <ul class="card-entities" aria-label="Entities">
                    { for hit.entities.iter().filter_map(|id| {
                        let entity = state.overview.entities.get(id.index())?;
                        Some(html! {
                            <li key={id.0}>
                                { Link::to_entity(&state.place, &entity.key)
                                    .around(html! { <bdi>{ &entity.name }</bdi> }, dispatch) }
                            </li>
                        })
                    }) }
                </ul>
                if !hit.explanation.is_empty() {
                    <button
                        type="button"
                        class="text-button why-button"
                        aria-expanded={is_explained.to_string()}
                        aria-controls={why.clone()}
                        onclick={dispatch.always(Action::Overlay(Overlay::Why(hit.doc)))}
                    >
                        { "Why this?" }
                        <span class="unseen">{ " " }{ &summary.title }</span>
                    </button>
                }
            </div>
            if is_explained {
                { why_found(why, &hit.explanation) }
            }
        </li>
    }
}

fn passage(state: &State, position: usize, hit: &PassageHit, dispatch: &Dispatch) -> Html {
    let Some(document) = state.overview.documents.get(hit.doc.index()) else {
        return html! {};
    };
    let paragraph = hit.passage + 1;
    let title = html! {
        <>
            <bdi>{ &document.title }</bdi>
            if let Some(heading) = &hit.heading {
                <span class="path">{ " › " }<bdi>{ heading }</bdi></span>
            }
        </>
    };
    let is_open = state.open_doc() == Some(hit.doc) && state.place.paragraph == Some(paragraph);
    html! {
        <li
            key={[hit.doc.0.to_string(), paragraph.to_string()].join("-")}
            class={classes!("card", is_open.then_some("open"))}
        >
            <h3 dir="auto">
                { Link::to_document(&state.place, &document.name, hit.doc, Some(paragraph))
                    .current(is_open.then_some("true"))
                    .result(position)
                    .around(title, dispatch) }
            </h3>
            <p class="snippet" dir="auto">{ extract(&hit.snippet) }</p>
            <div class="card-foot">
                <ul class="card-topics" aria-label="Topics">
                    { for hit.topics.iter().map(|topic| html! {
                        <li key={topic.topic.0}>
                            { swatch(topic.topic) }{ name(&state.overview, topic.topic) }
                        </li>
                    }) }
                </ul>
                <span class="card-paragraph">{ "Paragraph " }{ paragraph }</span>
            </div>
        </li>
    }
}
