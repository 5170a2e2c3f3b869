//! The page where the collection cannot be opened.

use yew::prelude::*;

/// Says that nothing can be shown. Half a collection would be taken for the whole.
pub fn broken(reason: &str) -> Html {
    html! {
        <main class="broken" role="alert">
            <h1>{ "This collection cannot be opened" }</h1>
            <p>{ reason.to_owned() }</p>
            <p>
                { "Its archive is damaged or was made by another version, so none of it is shown. \
                   Build the collection again, or get a fresh copy of this page." }
            </p>
        </main>
    }
}
