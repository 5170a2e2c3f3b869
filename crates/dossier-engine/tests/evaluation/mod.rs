//! Reads the embedded corpus and compares it with what was set by hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where its data cannot be read"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use dossier_engine::entity::tagger::Tagger;
use dossier_engine::pipeline::{self, Collection, Outcome};
use dossier_engine::source::Source;

/// Topics set by hand, by document and passage.
pub type Expected = BTreeMap<(String, usize), Labels>;

/// The topics of one passage.
#[derive(Debug, Default)]
pub struct Labels {
    /// Topics that it has.
    pub sure: BTreeSet<String>,
    /// Topics that readers may differ about.
    pub open: BTreeSet<String>,
    /// Its first words, so that the file cannot slip against the corpus unnoticed.
    pub begins: String,
}

/// How often a topic was found and missed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub right: u32,
    pub wrong: u32,
    pub missed: u32,
}

impl Counts {
    pub fn plus(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            missed: self.missed + other.missed,
        }
    }

    pub fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    pub fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The corpus, built.
pub fn corpus() -> Outcome {
    let folder = root().join("corpus");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    let source = |(path, bytes): &'static (String, Vec<u8>)| Source { path, bytes };
    let files: &'static [(String, Vec<u8>)] = files.leak();
    let definition = files
        .iter()
        .find(|(name, _)| name == "collection.toml")
        .map(source);
    let documents = files.iter().filter(|(name, _)| name.contains(".md"));
    let model = std::fs::read(root().join("crates/dossier-engine/models/english.tagger")).unwrap();
    let tagger = Tagger::from_bytes(&model).unwrap();
    let documents: Vec<_> = documents.map(source).collect();
    pipeline::build(&documents, definition, Some(&tagger))
}

/// The topics set by hand.
pub fn expected_topics() -> Expected {
    let path = root().join("tests/evaluation/topics.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut expected = Expected::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [document, passage, topics, begins] = fields[..] else {
            panic!("four fields a line: {line}");
        };
        let mut labels = Labels {
            begins: begins.to_owned(),
            ..Labels::default()
        };
        for topic in topics.split(' ') {
            match topic.strip_prefix('?') {
                Some(topic) => labels.open.insert(topic.to_owned()),
                None => labels.sure.insert(topic.to_owned()),
            };
        }
        expected.insert((document.to_owned(), passage.parse().unwrap()), labels);
    }
    expected
}

/// Counts by topic. Prints every passage that differs.
pub fn compare(collection: &Collection, expected: &Expected) -> Vec<Counts> {
    let mut tally = vec![Counts::default(); collection.topics.len()];
    let mut passages = 0;
    for analysed in &collection.documents {
        let document = &analysed.document;
        for (number, (block, found)) in document.passages().zip(&analysed.topics).enumerate() {
            passages += 1;
            let labels = &expected[&(document.name.clone(), number)];
            let text = block.span.slice(&document.text);
            let plain: String = labels.begins.split(' ').next().unwrap().into();
            assert!(
                text.starts_with(&plain),
                "{} {number}: {text}",
                document.name
            );
            for (topic, counts) in tally.iter_mut().enumerate() {
                let key = &collection.topics[topic].key;
                let assignment = found.iter().find(|own| own.topic.index() == topic);
                let verdict = match (labels.sure.contains(key), assignment) {
                    (true, Some(_)) => {
                        counts.right += 1;
                        continue;
                    }
                    (true, None) => {
                        counts.missed += 1;
                        "missed"
                    }
                    (false, Some(_)) if !labels.open.contains(key) => {
                        counts.wrong += 1;
                        "wrong"
                    }
                    _ => continue,
                };
                let evidence: Vec<&str> = assignment
                    .iter()
                    .flat_map(|own| &own.evidence)
                    .map(|span| span.slice(&document.text))
                    .collect();
                println!("{verdict} {key}: {} {number} {evidence:?}", document.name);
            }
        }
    }
    assert_eq!(passages, expected.len());
    tally
}

/// Precision and recall by topic and over all.
pub fn table(collection: &Collection, tally: &[Counts]) -> String {
    let mut text = format!("{:<20} {:>9} {:>6}\n", "topic", "precision", "recall");
    let mut row = |name: &str, counts: Counts| {
        let (precision, recall) = (counts.precision(), counts.recall());
        writeln!(text, "{name:<20} {precision:>9.2} {recall:>6.2}").unwrap();
    };
    let mut all = Counts::default();
    for (topic, counts) in collection.topics.iter().zip(tally) {
        row(&topic.name, *counts);
        all = all.plus(*counts);
    }
    row("all", all);
    text
}

/// Every mention with its entity and reason, and the topics of every passage.
pub fn listing(collection: &Collection) -> String {
    let mut text = String::new();
    for analysed in &collection.documents {
        let document = &analysed.document;
        writeln!(text, "\n=== {}", document.name).unwrap();
        let mut passage = 0;
        for block in &document.blocks {
            writeln!(text, "\n{}", block.span.slice(&document.text)).unwrap();
            if block.kind.is_passage() {
                for own in &analysed.topics[passage] {
                    let evidence = own.evidence.iter().map(|span| span.slice(&document.text));
                    let evidence: Vec<&str> = evidence.collect();
                    let name = &collection.topics[own.topic.index()].name;
                    writeln!(text, "  # {name} {:.2} {evidence:?}", own.strength).unwrap();
                }
                passage += 1;
            }
            for mention in &analysed.mentions {
                if !block.span.contains(mention.span) {
                    continue;
                }
                let entity = &collection.entities[mention.entity.index()];
                let stands_for = mention
                    .stands_for
                    .map(|country| format!(" for {}", collection.entities[country.index()].name));
                writeln!(
                    text,
                    "  {} -> {} [{}] {:?}{}",
                    mention.span.slice(&document.text),
                    entity.name,
                    entity.kind.key(),
                    mention.reason,
                    stands_for.unwrap_or_default(),
                )
                .unwrap();
            }
        }
    }
    text
}
