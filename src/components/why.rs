//! Why a document was found.

use dossier_engine::explorer::ExplanationLine;
use dossier_view::{results, words};
use yew::prelude::*;

/// What matched: a line for each word or name of the query and field.
pub fn why_found(id: String, lines: &[ExplanationLine]) -> Html {
    html! {
        <div class="why" {id}>
            <table>
                <caption class="unseen">{ "What matched, and its share of the score" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Typed" }</th>
                        <th scope="col">{ "Found" }</th>
                        <th scope="col">{ "In" }</th>
                        <th scope="col" class="number">{ "Times" }</th>
                        <th scope="col">{ "Share" }</th>
                    </tr>
                </thead>
                <tbody>
                    { for lines.iter().map(line) }
                </tbody>
            </table>
        </div>
    }
}

fn line(line: &ExplanationLine) -> Html {
    html! {
        <tr>
            <th scope="row"><bdi>{ &line.typed }</bdi></th>
            <td>
                <bdi>{ line.found.join(", ") }</bdi>
                <small>{ results::form(line.form) }</small>
            </td>
            <td>{ results::field(line.field) }</td>
            <td class="number">{ line.count }</td>
            <td class="share">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="share-ground" width="100" height="8" />
                    <rect width={((line.share * 100.0) as i32).to_string()} height="8" />
                </svg>
                <span>{ words::percent(line.share) }</span>
            </td>
        </tr>
    }
}
