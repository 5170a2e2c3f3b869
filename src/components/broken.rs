//! The page where the collection cannot be opened.

use yew::prelude::*;

/// Properties of [`Broken`].
#[derive(PartialEq, Properties)]
pub struct BrokenProps {
    /// What is wrong with the archive.
    pub reason: String,
}

/// Says that nothing can be shown. Half a collection would be taken for the whole.
#[component]
pub fn Broken(props: &BrokenProps) -> Html {
    html! {
        <main class="broken" role="alert">
            <h1>{ "This collection cannot be opened" }</h1>
            <p>{ &props.reason }</p>
            <p>
                { "Its archive is damaged or was made by another version, so none of it is shown. \
                   Build the collection again, or get a fresh copy of this page." }
            </p>
        </main>
    }
}
