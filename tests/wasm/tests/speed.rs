//! How fast names are found in WebAssembly. `cargo xtask eval-entities` runs it in Node and shows
//! what it prints; nothing is asserted of the time.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test fails by it")]

use dossier_engine::document::{Block, BlockKind, Document};
use dossier_engine::entity::Recogniser;
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::span::Span;
use js_sys::Date;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

const MODEL: &[u8] = include_bytes!("../../../crates/dossier-engine/models/english.tagger");
const ARTICLE: &str = include_str!("../../../corpus/reuters-summit-asia-edition.md");

/// How often the article is repeated, so that the text is long.
const TIMES: usize = 120;

#[wasm_bindgen_test]
#[ignore = "it measures"]
fn names_are_found_in_a_long_text() {
    let tagger = Tagger::from_bytes(MODEL).expect("the model that ships");
    let recogniser = Recogniser::new(&[], Some(&tagger));
    let text = ARTICLE.repeat(TIMES);
    let span = Span::new(0, text.len() as u32);
    let document = Document {
        language: "en".into(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span,
        }],
        text,
        ..Document::default()
    };
    let start = Date::now();
    let found = recogniser.recognise(std::slice::from_ref(&document));
    let seconds = (Date::now() - start) / 1000.0;
    let names: usize = found.mentions.iter().map(Vec::len).sum();
    let speed = f64::from(span.end) / seconds / 1e6;
    console_log!("wasm: {names} mentions, {speed:.2} million characters a second");
    assert!(names > 0);
}
