//! The small bar beside selected text: copy it with its citation.

use dossier_engine::pipeline::AnalysedDocument;
use dossier_view::citation::{Citation, Format};
use dossier_view::place::Place;
use dossier_view::shared::Shared;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::components::button::plain;
use crate::components::copy::use_copy;
use crate::element::{el, group};
use crate::hooks::{use_change, use_once};
use crate::platform::host::{Host, News};
use crate::platform::measure;
use crate::platform::selection::{Selected, on_change, selected};

/// How long the selection must rest before the bar comes, in milliseconds.
const REST: u32 = 250;

/// Properties of [`QuoteBar`].
#[derive(PartialEq, Properties)]
pub struct QuoteBarProps {
    /// The open document.
    pub content: Shared<AnalysedDocument>,
    /// Where the reader is.
    pub place: Place,
    /// What the document lies on.
    pub sheet: NodeRef,
    /// What scrolls.
    pub pane: NodeRef,
    /// Where the app stands.
    pub host: Host,
}

/// The bar. What the browser itself copies stays the plain text.
#[component]
pub fn QuoteBar(props: &QuoteBarProps) -> Html {
    let chosen = use_selection(&props.sheet);
    let bar = use_node_ref();
    let (copied, copy) = use_copy();
    {
        let (bar, sheet, pane) = (bar.clone(), props.sheet.clone(), props.pane.clone());
        let (host, doc) = (props.host.clone(), props.place.doc.clone());
        use_change(chosen.clone(), move |chosen| {
            if let Some(chosen) = chosen {
                let paragraphs = chosen.passages.as_ref();
                let ends = paragraphs.map(|numbers| (*numbers.start(), *numbers.end()));
                host.tell(&News::Select(&doc.unwrap_or_default(), &chosen.text, ends));
                measure::put_beside(&bar, chosen.lines, &sheet, &pane);
            }
        });
    }
    let Some(chosen) = chosen else {
        return Html::default();
    };
    let button = |format: Format| {
        let text = citation(props, &chosen).format(format);
        let onclick = copy.reform(move |_: MouseEvent| text.clone());
        plain(format.label(), onclick).key(format.label())
    };
    let says = match *copied {
        None => "Copy with citation",
        Some(true) => "Copied",
        Some(false) => "The browser did not allow it",
    };
    // The selection stays while the bar is used.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    el("div")
        .class("quote-bar")
        .set("role", "group")
        .set("aria-label", "Copy the selection with its citation")
        .bind(&bar)
        .onmousedown(onmousedown)
        .child(el("span").set("role", "status").child(says))
        .child(group().children(Format::ALL.map(button)))
        .into()
}

/// The citation of what is selected.
fn citation(props: &QuoteBarProps, chosen: &Selected) -> Citation {
    let name = props.place.doc.as_deref().unwrap_or_default();
    let paragraph = chosen.passages.as_ref().map(|passages| *passages.start());
    let fragment = Place::default().with_doc(name, paragraph).fragment();
    let whole = Citation::new(&props.content.document, &props.host.address(&fragment));
    let quoted = whole.quoting(&chosen.text);
    match &chosen.passages {
        Some(passages) => quoted.at(passages.clone()),
        None => quoted,
    }
}

/// What is selected in the document, once the selection rests.
#[hook]
fn use_selection(sheet: &NodeRef) -> Option<Selected> {
    let chosen = use_state(|| None);
    {
        let (sheet, chosen) = (sheet.clone(), chosen.clone());
        use_once(move || {
            let rest = std::cell::RefCell::new(None::<Timeout>);
            on_change(move || {
                let (sheet, chosen) = (sheet.clone(), chosen.clone());
                let look = Timeout::new(REST, move || {
                    chosen.set(selected(&sheet, "[data-text]", "data-passage"));
                });
                rest.replace(Some(look));
            })
        });
    }
    (*chosen).clone()
}
