//! Texts written by hand for measuring, with marks that say what their names are.
//!
//! A name is `[words|TYPE]`, `[words|TYPE|Name]` where it means another name than its words, and
//! `[words|TYPE|Name|Country]` where it stands for the government of a country; a date or quantity
//! has its value in the third place. A line `---` begins another document, and one that begins with
//! `#` is a note. `# published 2023-09-12` says when the document was published, and
//! `# text of corpus/NAME.md` that its text is that of a file, as the explorer reads it.

use std::path::{Path, PathBuf};

use dossier_engine::document::{self, Block, BlockKind, Document as Read, Published};
use dossier_engine::entity::EntityKind;
use dossier_engine::source::Source;
use dossier_engine::span::Span;

use crate::Failure;
use crate::data::{Document, Name, Scheme, Text, What, what};

/// A document with what its names mean.
#[derive(Debug)]
pub struct Marked {
    /// The document.
    pub document: Read,
    /// Its names, in order.
    pub names: Vec<Meant>,
}

/// A name that says what it means.
#[derive(Debug)]
pub struct Meant {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: EntityKind,
    /// Whom it means, or the value of a date or quantity.
    pub name: String,
    /// The country for whose government it stands.
    pub government: Option<String>,
}

/// The documents of a file.
pub fn read(path: &Path) -> Result<Vec<Marked>, Failure> {
    let file =
        std::fs::read_to_string(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
    let lines: Vec<&str> = file.lines().collect();
    let documents = lines.split(|line| *line == "---").map(document);
    documents.collect()
}

/// The document of some lines of a file.
pub fn document(lines: &[&str]) -> Result<Marked, Failure> {
    let (notes, lines): (Vec<&str>, Vec<&str>) =
        lines.iter().partition(|line| line.starts_with('#'));
    let says = |what: &str| notes.iter().find_map(|note| note.strip_prefix(what));
    let Marks { text, marks } = marked(lines.join("\n").trim());
    let names = marks.into_iter().filter_map(|mark| {
        let What::Kind(kind) = mark.name.what else {
            return None;
        };
        let (start, end) = (mark.name.start, mark.name.end);
        let mut further = mark.further.into_iter();
        let own = || text.get(start..end).unwrap_or_default().to_owned();
        let name = further.next().unwrap_or_else(own);
        let government = further.next();
        Some(Meant {
            start,
            end,
            kind,
            name,
            government,
        })
    });
    let names = names.collect();
    let document = match says("# text of ") {
        Some(path) => text_of(path, &text)?,
        None => plain(text, says("# published ")),
    };
    Ok(Marked { document, names })
}

/// A file of the project, which has to have the very text.
fn text_of(path: &str, text: &str) -> Result<Read, Failure> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    let bytes = std::fs::read(&own).map_err(|error| Failure::Read(own, error))?;
    let bytes = bytes.as_slice();
    let read = document::parse(Source { path, bytes }, &mut Vec::new()).unwrap_or_default();
    let differs = read
        .text
        .lines()
        .zip(text.lines())
        .find(|(one, other)| one != other);
    match differs {
        None if read.text.len() == text.len() => Ok(read),
        _ => Err(Failure::Differs {
            path: PathBuf::from(path),
            line: differs.map_or("the end", |(own, _)| own).to_owned(),
        }),
    }
}

/// A text as an English document of paragraphs.
fn plain(text: String, published: Option<&str>) -> Read {
    let date = published.and_then(|date| date.trim().parse().ok());
    let mut blocks = Vec::new();
    let mut start = 0;
    for part in text.split("\n\n") {
        let span = Span::new(start as u32, (start + part.len()) as u32);
        let kind = BlockKind::Paragraph;
        blocks.push(Block { kind, span });
        start += part.len() + 2;
    }
    Read {
        language: "en".into(),
        published: date.map(|date| Published {
            date,
            inferred: false,
            note: None,
        }),
        text,
        blocks,
        ..Read::default()
    }
}

/// The lines of a file as one document to measure the tagger with.
pub fn as_lines(path: &Path, source: &'static str) -> Result<Document, Failure> {
    let file =
        std::fs::read_to_string(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
    let texts = file
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(marked)
        .map(|Marks { text, marks }| Text {
            text,
            names: marks.into_iter().map(|mark| mark.name).collect(),
        });
    Ok(Document {
        source,
        number: 0,
        scheme: Scheme::All,
        texts: texts.collect(),
    })
}

/// A text whose names were marked in it.
#[derive(Debug, Default)]
pub struct Marks {
    /// The text without the marks.
    pub text: String,
    /// The names, in order.
    pub marks: Vec<Mark>,
}

/// A name with what its mark says beside its kind.
#[derive(Debug)]
pub struct Mark {
    /// The name.
    pub name: Name,
    /// What follows its kind.
    pub further: Vec<String>,
}

/// Takes `[words|TYPE]` apart, where more may follow the type behind further strokes.
pub fn marked(line: &str) -> Marks {
    let mut marks = Marks::default();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        marks.text.push_str(before);
        let inside = after.split_once(']').and_then(|(inside, after)| {
            let (words, kind) = inside.split_once('|')?;
            Some((words, kind, after))
        });
        let Some((words, kind, after)) = inside else {
            marks.text.push('[');
            rest = after;
            continue;
        };
        let start = marks.text.len();
        marks.text.push_str(words);
        let end = marks.text.len();
        let mut parts = kind.split('|');
        let what = parts.next().and_then(what);
        marks.marks.extend(what.map(|what| Mark {
            name: Name { start, end, what },
            further: parts.map(str::to_owned).collect(),
        }));
        rest = after;
    }
    marks.text.push_str(rest);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_what_a_name_means() {
        let lines = [
            "# published 2021-10-06",
            "[Ines Quint|PERSON] met [Olaf|PERSON|Olaf Quint].",
            "",
            "[Rome|PLACE|Rome|Italy] spoke.",
        ];
        let text = document(&lines).expect("a text");
        assert_eq!(text.document.text, "Ines Quint met Olaf.\n\nRome spoke.");
        assert_eq!(text.document.blocks.len(), 2);
        assert!(text.document.published.is_some());
        let meant: Vec<&str> = text.names.iter().map(|own| own.name.as_str()).collect();
        assert_eq!(meant, ["Ines Quint", "Olaf Quint", "Rome"]);
        assert_eq!(text.names[2].government.as_deref(), Some("Italy"));
    }

    #[test]
    fn the_marked_documents_of_the_corpus_are_those_that_ship() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/evaluation");
        let texts = read(&folder.join("corpus.txt")).expect("the texts of the files");
        assert_eq!(texts.len(), 5);
        let changed = document(&["# text of corpus/nhk-pyongyang-visit.md", "Another text."]);
        assert!(matches!(changed, Err(Failure::Differs { .. })));
    }
}
