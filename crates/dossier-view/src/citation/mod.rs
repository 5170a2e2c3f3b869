//! Citations: a document, its paragraphs and a quotation as plain text, Markdown and BibTeX.

mod bibtex;
mod markdown;
mod text;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use dossier_engine::document::{Document, Published};

/// A form that a citation is copied in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with the title linked.
    Markdown,
    /// An entry for BibTeX, with a quotation in its annotation.
    BibTeX,
}

impl Format {
    /// All forms in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::BibTeX];

    /// Name of the form.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Markdown => "Markdown",
            Self::BibTeX => "BibTeX",
        }
    }
}

/// What is cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Who wrote it.
    authors: Vec<String>,
    /// Headline.
    title: String,
    /// Who published it.
    publisher: Option<String>,
    /// When.
    published: Option<Published>,
    /// First and last paragraph, counted from 1.
    paragraphs: Option<RangeInclusive<u32>>,
    /// Words that are quoted; paragraphs are lines of their own.
    quote: Option<String>,
    /// Where it can be read.
    address: String,
}

impl Citation {
    /// The citation of a whole document that can be read at an address.
    #[must_use]
    pub fn new(document: &Document, address: &str) -> Self {
        Self {
            authors: document.authors.iter().map(|author| line(author)).collect(),
            title: line(&document.title),
            publisher: document.publisher.as_deref().map(line),
            published: document.published.clone(),
            paragraphs: None,
            quote: None,
            address: line(address),
        }
    }

    /// The same for some of its paragraphs, counted from 1.
    #[must_use]
    pub fn at(self, paragraphs: RangeInclusive<u32>) -> Self {
        Self {
            paragraphs: Some(paragraphs),
            ..self
        }
    }

    /// The same with words that are quoted.
    #[must_use]
    pub fn quoting(self, quote: &str) -> Self {
        let lines: Vec<String> = quote
            .lines()
            .map(line)
            .filter(|line| !line.is_empty())
            .collect();
        Self {
            quote: (!lines.is_empty()).then(|| lines.join("\n")),
            ..self
        }
    }

    /// The citation in a form, without a line feed at its end.
    #[must_use]
    pub fn format(&self, format: Format) -> String {
        match format {
            Format::Text => text::format(self),
            Format::Markdown => markdown::format(self),
            Format::BibTeX => bibtex::format(self),
        }
    }

    /// The entry for BibTeX, under a key that none of the others has; its own goes to them.
    pub fn bibtex_entry(&self, keys: &mut BTreeSet<String>) -> String {
        bibtex::entry(self, keys)
    }

    /// Who wrote it.
    #[must_use]
    pub fn authors(&self) -> &[String] {
        &self.authors
    }

    /// The headline.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Who published it.
    #[must_use]
    pub fn publisher(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// When.
    #[must_use]
    pub fn published(&self) -> Option<&Published> {
        self.published.as_ref()
    }

    /// Where it can be read; empty where it has no address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The paragraphs in words: `paragraph 4` or `paragraphs 4–6`.
    fn place(&self) -> Option<String> {
        let paragraphs = self.paragraphs.as_ref()?;
        let (first, last) = (paragraphs.start().to_string(), paragraphs.end().to_string());
        Some(if first == last {
            ["paragraph ", &first].concat()
        } else {
            ["paragraphs ", &first, "–", &last].concat()
        })
    }

    /// The date in words, with a remark where it was inferred.
    fn date(&self) -> Option<String> {
        let published = self.published.as_ref()?;
        let remark = if published.inferred {
            " (date inferred)"
        } else {
            ""
        };
        Some([&published.date.english(), remark].concat())
    }
}

/// Names in a row: `A`, `A and B`, `A, B and C`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

/// The parts of a citation that are there, one after the other.
fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// A text as one line: white space and control characters become single spaces, and characters
/// that turn the direction of the text around them are left out.
fn line(text: &str) -> String {
    let is_gap = |c: char| c.is_whitespace() || c.is_control();
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let kept: String = text.chars().filter(|&c| !turns(c)).collect();
    let words: Vec<&str> = kept.split(is_gap).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use dossier_engine::date::PartialDate;
    use dossier_engine::document::{Document, Published};

    use super::{Citation, Format, line, listed};

    /// A document with everything that a citation tells.
    pub fn document() -> Document {
        Document {
            title: "Rails & tides: 100% of the $5 toll".to_owned(),
            publisher: Some("Harbour Gazette".to_owned()),
            authors: vec!["Ada Lund".to_owned(), "Ben Roe".to_owned()],
            published: Some(Published {
                date: PartialDate {
                    year: 1998,
                    month: Some(3),
                    day: Some(7),
                },
                inferred: true,
                note: None,
            }),
            ..Document::default()
        }
    }

    pub const ADDRESS: &str = "https://example.org/d/#/documents?doc=rails&p=4";

    pub fn cited(format: Format) -> String {
        Citation::new(&document(), ADDRESS).at(4..=4).format(format)
    }

    #[test]
    fn names_are_listed_as_people_do() {
        let names =
            |names: &[&str]| listed(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names(&["A"]), "A");
        assert_eq!(names(&["A", "B"]), "A and B");
        assert_eq!(names(&["A", "B", "C"]), "A, B and C");
    }

    #[test]
    fn a_line_has_no_breaks_and_no_turns() {
        assert_eq!(
            line(" one\n\ttwo\u{202e} \u{0}three\u{2069} "),
            "one two three"
        );
    }

    #[test]
    fn a_document_without_any_details_can_be_cited() {
        let bare = Document {
            title: "Note".to_owned(),
            ..Document::default()
        };
        for format in Format::ALL {
            let citation = Citation::new(&bare, ADDRESS).format(format);
            assert!(citation.contains("Note"), "{citation}");
            assert!(citation.contains("example.org"), "{citation}");
        }
    }
}
