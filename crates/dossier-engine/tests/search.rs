//! What holds for every answer: counts, marks and extracts come from the same matches, and facets
//! count what choosing them would find.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod common;

use std::collections::BTreeSet;

use dossier_engine::archive;
use dossier_engine::date::DateRange;
use dossier_engine::explorer::{
    Explorer, Filters, Group, GroupFilter, Match, SearchRequest, Snippet, Sort,
};
use dossier_engine::id::{DocId, TopicId};
use dossier_engine::index::Field;
use dossier_engine::pipeline::{AnalysedDocument, Collection};
use dossier_engine::topic::Assignment;
use proptest::prelude::*;

fn open(collection: &Collection) -> Explorer {
    Explorer::open(archive::write(collection)).unwrap()
}

fn ask(query: &str) -> SearchRequest {
    SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    }
}

/// Queries that use the whole language over the vocabulary of the collections.
fn query() -> impl Strategy<Value = String> {
    let operator = prop::sample::select(vec![
        "AND",
        "OR",
        "NOT",
        "NEAR/3",
        "(",
        ")",
        "\"",
        "-",
        "title:",
        "topic:",
        "person:",
        "place:",
        "publisher:",
        "date:2023",
        "date:..2023-06",
        "kim*",
        "putn",
        "wapons~",
        "*",
        "reuters",
    ]);
    let piece = prop_oneof![
        3 => common::word(),
        1 => operator.prop_map(String::from),
    ];
    (
        prop::collection::vec(piece, 0..7),
        prop::sample::select(vec![" ", "  "]),
    )
        .prop_map(|(pieces, space)| pieces.join(space))
}

fn check_snippet(snippet: &Snippet, text: &str, matches: &[Match]) -> Result<(), TestCaseError> {
    prop_assert_eq!(snippet.span.slice(text), &snippet.text);
    for mark in &snippet.marks {
        let placed = mark.shifted(snippet.span.start);
        let is_match = |found: &Match| found.field == Field::Body && found.span == placed;
        prop_assert!(matches.iter().any(is_match));
        prop_assert_eq!(mark.slice(&snippet.text), placed.slice(text));
    }
    Ok(())
}

fn conditions(values: usize) -> impl Strategy<Value = Filters> {
    let group = prop::sample::select(Group::ALL.to_vec());
    let condition = (group, 0..values, any::<bool>());
    let dates = prop::sample::select(vec!["..", "2023..", "..2023-06", "2022..2023", "2024-02"]);
    (prop::collection::vec(condition, 0..5), dates).prop_map(|(conditions, dates)| {
        let mut filters = Filters {
            dates: dates.parse::<DateRange>().unwrap(),
            ..Filters::default()
        };
        for (group, value, exclude) in conditions {
            let key = match group {
                Group::Topic => format!("t{value}"),
                Group::Entity(_) => format!("e{value}"),
                Group::Publisher => ["Reuters", "NHK World", "Nobody"][value % 3].into(),
            };
            let filter: &mut GroupFilter = filters.groups.entry(group).or_default();
            if exclude {
                filter.exclude.insert(key);
            } else {
                filter.include.insert(key);
            }
        }
        filters
    })
}

/// The keys that a document has in a group, straight from what was found in it.
fn keys(collection: &Collection, entry: &AnalysedDocument, group: Group) -> BTreeSet<String> {
    match group {
        Group::Topic => collection
            .topics
            .iter()
            .zip(0..)
            .filter(|&(_, topic)| {
                let has = |passage: &&Vec<Assignment>| {
                    passage.iter().any(|found| found.topic == TopicId(topic))
                };
                let count = entry.topics.iter().filter(has).count();
                count > 0 && count * 10 >= entry.topics.len()
            })
            .map(|(topic, _)| topic.key.clone())
            .collect(),
        Group::Entity(kind) => entry
            .mentions
            .iter()
            .map(|mention| &collection.entities[mention.entity.index()])
            .filter(|entity| entity.kind == kind)
            .map(|entity| entity.key.clone())
            .collect(),
        Group::Publisher => entry.document.publisher.iter().cloned().collect(),
    }
}

fn passes(collection: &Collection, entry: &AnalysedDocument, filters: &Filters) -> bool {
    let in_range = match &entry.document.published {
        Some(published) => filters.dates.holds(published.date),
        None => filters.dates.is_open(),
    };
    in_range
        && filters.groups.iter().all(|(&group, filter)| {
            let keys = keys(collection, entry, group);
            (filter.include.is_empty() || !keys.is_disjoint(&filter.include))
                && keys.is_disjoint(&filter.exclude)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn counts_marks_and_extracts_come_from_the_same_matches(
        collection in common::collection(),
        query in query(),
    ) {
        let explorer = open(&collection);
        let answer = explorer.search(&ask(&query));
        prop_assert_eq!(answer.document_count as usize, answer.documents.len());
        prop_assert_eq!(answer.unfiltered_count, answer.document_count);
        prop_assert_eq!(answer.passage_count as usize, answer.passages.len());
        let total: u32 = answer.documents.iter().map(|hit| hit.match_count).sum();
        prop_assert_eq!(answer.match_count, total);
        for hit in &answer.documents {
            let document = &collection.documents[hit.doc.index()].document;
            let matches = explorer.matches(&query, hit.doc);
            prop_assert_eq!(hit.match_count as usize, matches.len());
            for pair in matches.windows(2) {
                prop_assert!(pair[0] < pair[1]);
                prop_assert!(pair[0].field < pair[1].field || pair[0].span.end <= pair[1].span.start);
            }
            let byline = document.byline();
            for found in &matches {
                let text = [&document.title, &byline, &document.text][found.field as usize];
                prop_assert!(!found.span.slice(text).is_empty());
            }
            let titles: Vec<_> = matches.iter().filter(|found| found.field == Field::Title).map(|found| found.span).collect();
            prop_assert_eq!(&hit.title_marks, &titles);
            for snippet in &hit.snippets {
                check_snippet(snippet, &document.text, &matches)?;
            }
            prop_assert!(hit.snippets.is_sorted_by_key(|snippet| snippet.span));
            let in_passages = matches.iter().any(|found| found.field == Field::Body);
            let shown = hit.snippets.iter().any(|snippet| !snippet.marks.is_empty());
            prop_assert_eq!(in_passages, shown);
            if !hit.explanation.is_empty() {
                let shares: f32 = hit.explanation.iter().map(|line| line.share).sum();
                prop_assert!((shares - 1.0).abs() < 1e-4, "{}", shares);
                prop_assert!(hit.score > 0.0);
            }
        }
        for hit in &answer.passages {
            let document = &collection.documents[hit.doc.index()].document;
            let matches = explorer.matches(&query, hit.doc);
            check_snippet(&hit.snippet, &document.text, &matches)?;
        }
    }

    #[test]
    fn a_document_found_by_words_has_a_match(
        collection in common::collection(),
        words in prop::collection::vec("kim|putin|weapons|sanctionned|north|us|met|wepons", 1..4),
    ) {
        let explorer = open(&collection);
        for hit in explorer.search(&ask(&words.join(" "))).documents {
            prop_assert!(hit.match_count > 0);
        }
    }

    #[test]
    fn filters_find_what_a_brute_force_count_finds(
        collection in common::collection(),
        filters in conditions(6),
        query in prop_oneof![Just(String::new()), common::word()],
    ) {
        let explorer = open(&collection);
        let matching: BTreeSet<DocId> =
            explorer.search(&ask(&query)).documents.iter().map(|hit| hit.doc).collect();
        let count = |filters: &Filters| {
            let docs = matching.iter().filter(|doc| passes(&collection, &collection.documents[doc.index()], filters));
            docs.count() as u32
        };
        let answer = explorer.search(&SearchRequest { filters: filters.clone(), ..ask(&query) });
        prop_assert_eq!(answer.document_count, count(&filters));
        prop_assert_eq!(answer.unfiltered_count as usize, matching.len());

        for facet in &answer.facets.groups {
            for value in &facet.values {
                let mut chosen = filters.clone();
                let filter = chosen.groups.entry(facet.group).or_default();
                filter.include = BTreeSet::from([value.key.to_string()]);
                filter.exclude.remove(&*value.key);
                prop_assert_eq!(value.count, count(&chosen), "{:?} {}", facet.group, value.key);
            }
            let order = |a: &dossier_engine::explorer::FacetValue, b: &dossier_engine::explorer::FacetValue| {
                a.count > b.count || a.count == b.count && a.label <= b.label
            };
            prop_assert!(facet.values.is_sorted_by(order));
        }
        let undated = Filters { dates: DateRange::default(), ..filters.clone() };
        let months: u32 = answer.facets.months.iter().map(|month| month.count).sum();
        prop_assert_eq!(months + answer.facets.undated, count(&undated));

        let in_force: usize = filters.groups.values().map(|filter| filter.include.len() + filter.exclude.len()).sum();
        prop_assert_eq!(answer.costs.len(), in_force + usize::from(!filters.dates.is_open()));
        for cost in &answer.costs {
            let mut without = filters.clone();
            match cost.group.and_then(|group| without.groups.get_mut(&group)) {
                Some(filter) => {
                    filter.include.remove(&cost.key);
                    filter.exclude.remove(&cost.key);
                }
                None => without.dates = DateRange::default(),
            }
            prop_assert_eq!(cost.hides, count(&without).saturating_sub(answer.document_count));
        }
        for hit in &answer.passages {
            let entry = &collection.documents[hit.doc.index()];
            let span = entry.document.passages().nth(hit.passage as usize).unwrap().span;
            let mut alone = entry.clone();
            alone.topics = vec![entry.topics[hit.passage as usize].clone()];
            alone.mentions.retain(|mention| span.contains(mention.span));
            let includes = Filters {
                groups: filters.groups.iter().map(|(&group, filter)| (group, GroupFilter { exclude: BTreeSet::new(), ..filter.clone() })).collect(),
                ..filters.clone()
            };
            prop_assert!(passes(&collection, &alone, &includes));
        }
    }

    #[test]
    fn the_entities_of_a_selection_are_counted_from_its_mentions(
        collection in common::collection(),
        filters in conditions(6),
    ) {
        let explorer = open(&collection);
        let request = SearchRequest { filters: filters.clone(), ..SearchRequest::default() };
        let rows = explorer.entities(&request);
        let entries: Vec<_> = collection.documents.iter().filter(|entry| passes(&collection, entry, &filters)).collect();
        for row in &rows {
            let count = |entry: &AnalysedDocument| entry.mentions.iter().filter(|mention| mention.entity == row.entity).count() as u32;
            prop_assert_eq!(row.mentions, entries.iter().map(|entry| count(entry)).sum::<u32>());
            prop_assert_eq!(row.documents as usize, entries.iter().filter(|entry| count(entry) > 0).count());
            let contexts = explorer.mentions(row.entity, &request);
            prop_assert_eq!(contexts.len(), row.mentions as usize);
            for context in contexts {
                let entry = &collection.documents[context.doc.index()];
                let mention = &entry.mentions[context.mention as usize];
                prop_assert_eq!(mention.entity, row.entity);
                prop_assert_eq!(context.snippet.marks.len(), 1);
                prop_assert_eq!(context.snippet.marks[0].shifted(context.snippet.span.start), mention.span);
            }
        }
        prop_assert!(rows.is_sorted_by(|a, b| (a.documents, a.mentions) >= (b.documents, b.mentions)));
    }

    #[test]
    fn every_order_lists_the_same_documents(
        collection in common::collection(),
        query in query(),
        limit in 0usize..8,
    ) {
        let explorer = open(&collection);
        let list = |sort| {
            let answer = explorer.search(&SearchRequest { sort, ..ask(&query) });
            answer.documents.iter().map(|hit| hit.doc).collect::<Vec<_>>()
        };
        let all: BTreeSet<DocId> = list(Sort::Relevance).into_iter().collect();
        for sort in [Sort::Newest, Sort::Oldest, Sort::Title] {
            prop_assert_eq!(list(sort).into_iter().collect::<BTreeSet<_>>(), all.clone());
        }
        let answer = explorer.search(&SearchRequest { limit, ..ask(&query) });
        prop_assert_eq!(answer.documents.len(), limit.min(all.len()));
        prop_assert_eq!(answer.document_count as usize, all.len());
    }
}

#[test]
fn a_hostile_query_is_answered_in_bounded_time() {
    let texts: Vec<String> = (0..50)
        .map(|n| format!("word{n} Kim met Putin in {n}"))
        .collect();
    let blocks: Vec<&str> = texts.iter().map(String::as_str).collect();
    let collection = Collection {
        documents: vec![common::analysed(common::document("a", "Kim", &blocks))],
        ..Collection::default()
    };
    let explorer = open(&collection);
    let long = "x".repeat(1_000_000);
    for query in [
        "kim ".repeat(250_000),
        "a*~\"(".repeat(200_000),
        format!("{long}~"),
        format!("\"{long}"),
        "-".repeat(1_000_000),
        "title:".repeat(100_000),
        "w* ".repeat(64),
        "kim NEAR/100 ".repeat(64),
        "\u{202e}\u{0}\u{fffd}\u{feff}".repeat(1000),
    ] {
        let _ = explorer.search(&ask(&query));
    }
}
