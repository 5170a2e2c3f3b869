//! How well names are found in texts that were held back.

use std::time::Instant;

use dossier_engine::document::{Block, BlockKind, Document as Read};
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::{EntityKind, Recogniser};
use dossier_engine::span::Span;

use crate::data::{Document, Scheme, Text, What};
use crate::score::{Found, Score};

/// A way to find names in a text.
type Find<'f> = &'f dyn Fn(&str) -> Vec<Found>;

/// Prints F1 for each file: of the tagger alone and of the whole recogniser, for whole documents
/// and for sentences alone.
pub fn print(tagger: &Tagger, held: &[Document]) {
    let recogniser = Recogniser::new(&[], Some(tagger));
    let tag = |text: &str| -> Vec<Found> {
        let found = tagger.tag(text);
        let names = found.iter().map(|name| (name.span, name.kind));
        names.map(as_found).collect()
    };
    let recognise = |text: &str| recognised(&recogniser, text);
    let ways: [(&str, Find<'_>); 2] = [("tagger", &tag), ("recogniser", &recognise)];
    for source in [
        "news-labelled",
        "texts-labelled",
        "wikigold",
        "uner-dev",
        "agency",
        "newswire",
        "politics",
    ] {
        let own: Vec<&Document> = held.iter().filter(|held| held.source == source).collect();
        for (way, find) in ways {
            for alone in [false, true] {
                let unit = if alone { "alone" } else { "whole" };
                let line = score(&own, alone, find);
                println!("{source} {way} {unit}: {line}");
            }
        }
    }
}

/// Prints each line of the texts in which the recogniser errs, with the names that it missed (`-`)
/// and those that are not there (`+`).
pub fn errors(tagger: &Tagger, documents: &[Document]) {
    let recogniser = Recogniser::new(&[], Some(tagger));
    for text in documents.iter().map(Document::joined) {
        let (found, given) = (recognised(&recogniser, &text.text), given(&text));
        let missed = given.iter().filter(|name| !found.contains(name));
        let added = found.iter().filter(|name| !given.contains(name));
        let mut wrong: Vec<(&Found, char)> = missed
            .map(|name| (name, '-'))
            .chain(added.map(|name| (name, '+')))
            .collect();
        wrong.sort_unstable();
        for (&(start, end, kind), sign) in wrong {
            let from = text.text[..start].rfind('\n').map_or(0, |at| at + 1);
            let line = text.text[from..].lines().next().unwrap_or_default();
            let words = &text.text[start..end];
            println!("{sign} {} [{words}] {line}", kind.key());
        }
    }
}

fn score(documents: &[&Document], alone: bool, find: Find<'_>) -> String {
    let (mut all, mut three) = (Score::default(), Score::default());
    let mut letters = 0;
    let start = Instant::now();
    for document in documents {
        let texts = if alone {
            document.texts.clone()
        } else {
            vec![document.joined()]
        };
        for text in texts {
            letters += text.text.len();
            let (found, given) = (find(&text.text), given(&text));
            three.add(&first_three(&found), &first_three(&given));
            all.add(&found, &given);
        }
    }
    let speed = letters as f64 / start.elapsed().as_secs_f64() / 1e6;
    let has_all = documents.iter().all(|own| own.scheme == Scheme::All);
    let mut line = format!("three kinds {:.1}, {speed:.2} MB/s", three.f1());
    if has_all {
        line = format!("all kinds {:.1}, {line}", all.f1());
    }
    let rows = if has_all { &all } else { &three };
    if !alone {
        line += "\n    ";
        line += &rows.by_kind();
    }
    line
}

fn given(text: &Text) -> Vec<Found> {
    let names = text.names.iter().filter_map(|name| match name.what {
        What::Kind(kind) => Some((name.start, name.end, kind)),
        What::Other | What::Open => None,
    });
    names.collect()
}

/// The names of people, organisations and places.
fn first_three(names: &[Found]) -> Vec<Found> {
    let first = names.iter().filter(|name| name.2 <= EntityKind::Place);
    first.copied().collect()
}

fn as_found((span, kind): (Span, EntityKind)) -> Found {
    (span.start as usize, span.end as usize, kind)
}

/// A text as an English document of one paragraph.
fn as_document(text: &str) -> Read {
    Read {
        language: "en".into(),
        text: text.into(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len() as u32),
        }],
        ..Read::default()
    }
}

fn recognised(recogniser: &Recogniser<'_>, text: &str) -> Vec<Found> {
    let found = recogniser.recognise(&[as_document(text)]);
    let mentions = found.mentions.iter().flatten();
    let names = mentions.filter_map(|mention| {
        let entity = found.entities.get(mention.entity.index())?;
        Some(as_found((mention.span, entity.kind)))
    });
    names.collect()
}
