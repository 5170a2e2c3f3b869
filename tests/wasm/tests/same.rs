//! The engine does the same in a browser as natively.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test fails by it")]

use dossier_engine::explorer::{Explorer, SearchRequest};
use dossier_wasm_tests::{NATIVE, build};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn an_archive_has_the_same_bytes_in_a_browser_as_natively() {
    assert!(build() == NATIVE);
}

#[wasm_bindgen_test]
fn an_archive_built_natively_answers_in_a_browser() {
    let explorer = Explorer::open(NATIVE).expect("a whole archive");
    let request = SearchRequest {
        query: "herring treaty".into(),
        ..SearchRequest::default()
    };
    let answer = explorer.search(&request);
    assert_eq!(answer.document_count, 2);
    assert!(answer.documents.iter().all(|hit| hit.score > 0.0));
}
