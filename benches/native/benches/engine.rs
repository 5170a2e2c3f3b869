//! How long it takes to build a collection, to open it, and to answer.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use dossier_benches::{documents, queries};
use dossier_engine::archive;
use dossier_engine::collection::CollectionDefinition;
use dossier_engine::explorer::{Explorer, SearchRequest};
use dossier_engine::pipeline;

const DOCUMENTS: u32 = 1000;

/// How many results a person is shown.
const SHOWN: usize = 10;

fn archived() -> Vec<u8> {
    archive::write(&pipeline::collect(
        documents(DOCUMENTS),
        CollectionDefinition::default(),
        None,
    ))
}

fn ask(explorer: &Explorer, query: String) {
    let request = SearchRequest {
        query,
        limit: SHOWN,
        ..SearchRequest::default()
    };
    black_box(explorer.search(&request));
}

fn build(criterion: &mut Criterion) {
    let documents = documents(DOCUMENTS);
    let mut group = criterion.benchmark_group("build");
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.sample_size(10);
    group.bench_function("1000 documents", |bencher| {
        bencher.iter_batched(
            || documents.clone(),
            |documents| {
                let collection =
                    pipeline::collect(documents, CollectionDefinition::default(), None);
                black_box(archive::write(&collection))
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

fn open(criterion: &mut Criterion) {
    let bytes = archived();
    criterion.bench_function("open 1000 documents", |bencher| {
        bencher.iter_batched(
            || bytes.clone(),
            |bytes| black_box(Explorer::open(bytes)),
            BatchSize::LargeInput,
        );
    });
}

fn search(criterion: &mut Criterion) {
    let Ok(explorer) = Explorer::open(archived()) else {
        return;
    };
    let queries = queries(&documents(DOCUMENTS));
    let mut turn = queries.iter().cycle();
    criterion.bench_function("full query", |bencher| {
        bencher.iter(|| ask(&explorer, turn.next().cloned().unwrap_or_default()));
    });

    // Each state of the search box while a query is typed.
    let typed: Vec<String> = queries
        .iter()
        .flat_map(|query| (1..=query.len()).filter_map(|end| query.get(..end)))
        .map(|typed| format!("{}*", typed.trim_end()))
        .collect();
    let mut turn = typed.iter().cycle();
    criterion.bench_function("key press", |bencher| {
        bencher.iter(|| ask(&explorer, turn.next().cloned().unwrap_or_default()));
    });
}

criterion_group!(benches, build, open, search);
criterion_main!(benches);
