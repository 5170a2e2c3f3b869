//! Reading the labelled texts.

use std::collections::BTreeMap;
use std::path::Path;

use dossier_engine::entity::EntityKind;
use serde::Deserialize;

use crate::Failure;
use crate::random::Random;

/// A text with what is labelled in it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Byte ranges of the names, in order, without overlap.
    pub names: Vec<Name>,
}

/// A labelled name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is labelled.
    pub what: What,
}

/// A label: one of our kinds, or the rest class of files that know four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// One of our kinds.
    Kind(EntityKind),
    /// A name of any other kind than people, organisations and places.
    Other,
    /// Nobody knows.
    Open,
}

/// How far the labels of a file go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// All nine kinds.
    All,
    /// People, organisations, places and a rest.
    Four,
    /// People, organisations and places.
    Three,
}

/// A document: the texts of one file that belong together.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file that it is of.
    pub source: &'static str,
    /// Number in the file, which says whether it is held back.
    pub number: u64,
    /// How far its labels go.
    pub scheme: Scheme,
    /// Its texts, sentences or longer.
    pub texts: Vec<Text>,
}

impl Document {
    /// Whether a program made its labels.
    pub fn is_automatic(&self) -> bool {
        self.source.starts_with("silver")
    }

    /// Whether others labelled it, after their own conventions.
    pub fn is_of_others(&self) -> bool {
        matches!(self.source, "wikigold" | "uner-dev")
    }

    /// Whether it was written for measuring.
    pub fn is_own(&self) -> bool {
        OWN.contains(&self.source)
    }

    /// Whether it is kept for measuring.
    pub fn is_held_back(&self) -> bool {
        let mixed = Random(self.number ^ 0x5eed).next();
        match self.source {
            "news-labelled" | "texts-labelled" => mixed.is_multiple_of(8),
            "wikigold" | "uner-dev" => mixed.is_multiple_of(2),
            _ => false,
        }
    }

    /// The texts as one, a line each.
    pub fn joined(&self) -> Text {
        join(&self.texts)
    }
}

/// Texts as one, a line each.
pub fn join(texts: &[Text]) -> Text {
    let mut joined = Text::default();
    for text in texts {
        if !joined.text.is_empty() {
            joined.text.push('\n');
        }
        let by = joined.text.len();
        joined.text.push_str(&text.text);
        joined.names.extend(text.names.iter().map(|name| Name {
            start: name.start + by,
            end: name.end + by,
            what: name.what,
        }));
    }
    joined
}

#[derive(Deserialize)]
struct Line {
    id: Option<u64>,
    text: String,
    #[serde(default)]
    spans: Vec<LineSpan>,
}

#[derive(Deserialize)]
struct LineSpan {
    start: usize,
    end: usize,
    r#type: String,
}

/// Files of texts written for measuring.
pub const OWN: [&str; 3] = ["agency", "newswire", "politics"];

/// The files, how far their labels go, and how many ids make a document.
pub const FILES: [(&str, Scheme, u64); 6] = [
    ("news-labelled", Scheme::All, 10),
    ("texts-labelled", Scheme::All, 100),
    ("wikigold", Scheme::Four, 1),
    ("uner-dev", Scheme::Three, 1),
    ("silver-masc", Scheme::Four, 1),
    ("silver-su", Scheme::Four, 1),
];

/// All documents of a folder, file by file.
pub fn read_all(folder: &Path) -> Result<Vec<Document>, Failure> {
    let mut all = Vec::new();
    for (source, scheme, group) in FILES {
        let path = folder.join(source).with_extension("jsonl");
        let file = std::fs::read_to_string(&path).map_err(|error| Failure::Read(path, error))?;
        let mut documents: BTreeMap<u64, Vec<Text>> = BTreeMap::new();
        for (number, line) in file.lines().enumerate() {
            let line: Line = serde_json::from_str(line).map_err(|error| Failure::Line {
                file: source,
                number: number + 1,
                error,
            })?;
            let id = line.id.unwrap_or(number as u64) / group;
            documents.entry(id).or_default().push(text(line));
        }
        all.extend(documents.into_iter().map(|(number, texts)| Document {
            source,
            number,
            scheme,
            texts,
        }));
    }
    Ok(all)
}

/// A line with offsets in bytes instead of characters.
fn text(line: Line) -> Text {
    let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(line.text.len());
    let mut names: Vec<Name> = line
        .spans
        .iter()
        .filter_map(|span| {
            Some(Name {
                start: *bytes.get(span.start)?,
                end: *bytes.get(span.end)?,
                what: what(&span.r#type)?,
            })
        })
        .collect();
    names.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
    let mut end = 0;
    names.retain(|name| {
        let stands = name.start >= end && name.end > name.start;
        if stands {
            end = name.end;
        }
        stands
    });
    Text {
        text: line.text,
        names,
    }
}

/// The label of a name.
pub fn what(name: &str) -> Option<What> {
    Some(What::Kind(match name {
        "PERSON" | "PER" => EntityKind::Person,
        "ORG" => EntityKind::Organisation,
        "PLACE" | "LOC" => EntityKind::Place,
        "NORP" => EntityKind::Group,
        "WEAPON" => EntityKind::Weapon,
        "EVENT" => EntityKind::Event,
        "TREATY_OR_LAW" => EntityKind::Law,
        "DATE" => EntityKind::Date,
        "QUANTITY" => EntityKind::Quantity,
        "MISC" => return Some(What::Other),
        _ => return None,
    }))
}
