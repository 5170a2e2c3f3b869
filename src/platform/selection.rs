//! What text the person has selected.

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Reflect};
use std::ops::RangeInclusive;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range, ShadowRoot};
use yew::NodeRef;

use super::measure::Stretch;
use super::{document, window};

/// A selection inside a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Selected {
    /// The text; blocks are lines of their own.
    pub text: String,
    /// The first and the last passage that it takes part of, by their numbers; `None` where it
    /// lies in headings only.
    pub passages: Option<RangeInclusive<u32>>,
    /// Where its lines are.
    pub lines: Stretch,
}

/// Calls back whenever what is selected changes.
pub fn on_change(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "selectionchange", move |_| callback())
}

/// What is selected of the blocks inside `within`: the elements that `block` finds, whose passage's
/// number is in the attribute `number` of the nearest element around them that has it.
pub fn selected(within: &NodeRef, block: &str, number: &str) -> Option<Selected> {
    let within = within.cast::<Element>()?;
    let range = range(&within)?;
    if range.collapsed() {
        return None;
    }
    let blocks = within.query_selector_all(block).ok()?;
    let mut lines: Vec<String> = Vec::new();
    let mut passages: Option<RangeInclusive<u32>> = None;
    for index in 0..blocks.length() {
        let Some(node) = blocks.get(index) else {
            continue;
        };
        let Some(text) = shared_text(&range, &node) else {
            continue;
        };
        lines.push(text);
        if let Some(passage) = passage_of(&node, number) {
            let first = passages.as_ref().map_or(passage, |known| *known.start());
            passages = Some(first..=passage);
        }
    }
    let rects = range.get_client_rects()?;
    let (first, last) = (rects.get(0)?, rects.get(rects.length().saturating_sub(1))?);
    (!lines.is_empty()).then(|| Selected {
        text: lines.join("\n"),
        passages,
        lines: Stretch::between(&first, &last),
    })
}

/// What is selected in the tree that an element stands in. What is selected in a shadow tree
/// browsers tell only those who name that tree.
fn range(within: &Element) -> Option<Range> {
    let selection = window().get_selection().ok()??;
    let composed = Reflect::get(&selection, &"getComposedRanges".into()).ok()?;
    let root: Option<ShadowRoot> = within.get_root_node().dyn_into().ok();
    let (Some(root), Some(composed)) = (root, composed.dyn_ref::<Function>()) else {
        return selection.get_range_at(0).ok();
    };
    let options = Object::new();
    Reflect::set(&options, &"shadowRoots".into(), &Array::of1(&root)).ok()?;
    let found = composed.call1(&selection, &options).ok()?;
    let found = Reflect::get_u32(&found, 0).ok()?;
    let end = |node: &str, offset: &str| -> Option<(Node, u32)> {
        let node = Reflect::get(&found, &node.into()).ok()?.dyn_into().ok()?;
        let offset = Reflect::get(&found, &JsValue::from_str(offset)).ok()?;
        Some((node, (offset.as_f64()? as i32).unsigned_abs()))
    };
    let range = document().create_range().ok()?;
    let (node, offset) = end("startContainer", "startOffset")?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = end("endContainer", "endOffset")?;
    range.set_end(&node, offset).ok()?;
    Some(range)
}

/// The text that a range and a node have in common, if it is more than white space.
fn shared_text(range: &Range, node: &Node) -> Option<String> {
    if !range.intersects_node(node).ok()? {
        return None;
    }
    let shared = document().create_range().ok()?;
    shared.select_node_contents(node).ok()?;
    let starts_later = range
        .compare_boundary_points(Range::START_TO_START, &shared)
        .ok()?
        > 0;
    if starts_later {
        let start = range.start_container().ok()?;
        shared.set_start(&start, range.start_offset().ok()?).ok()?;
    }
    let ends_earlier = range
        .compare_boundary_points(Range::END_TO_END, &shared)
        .ok()?
        < 0;
    if ends_earlier {
        let end = range.end_container().ok()?;
        shared.set_end(&end, range.end_offset().ok()?).ok()?;
    }
    let text = String::from(shared.to_string());
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn passage_of(node: &Node, number: &str) -> Option<u32> {
    let element = node.dyn_ref::<Element>()?;
    let passage = element.closest(&["[", number, "]"].concat()).ok()??;
    passage.get_attribute(number)?.parse().ok()
}
