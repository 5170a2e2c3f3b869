//! Documents: what is known of one, its text, and its blocks.

mod all;
mod blocks;
mod clean;
mod csv;
mod decode;
mod format;
mod front_matter;
mod html;
mod json;
mod language;
mod markdown;
mod parse;
mod plain;
mod reading;
mod records;
mod yaml;

pub use all::{Gathering, parse_all, read_all};
pub(crate) use decode::{decode, one_line};
pub use format::{LARGEST_FILE, extensions, is_document, largest};
pub use language::languages;
pub use parse::{parse, read, read_with};
pub use reading::{Aside, AsideKind, Fact, FactKind, Reading};
pub use records::Columns;

use blocks::Extract;

use crate::date::PartialDate;
use crate::span::Span;

/// A document after parsing: metadata, and text cut into blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Name that is unique in the collection and stands in addresses: the file's name without its
    /// extension.
    pub name: String,
    /// Headline as the collection gives it.
    pub title: String,
    /// BCP 47 language tag, `en` where none is given.
    pub language: String,
    /// Kind of text as the collection names it, such as `news` or `analysis`.
    pub kind: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The headline under which it was first published, where `title` differs.
    pub source_title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who else contributed.
    pub contributors: Vec<String>,
    /// Who edited it.
    pub editors: Vec<String>,
    /// Places from which it was reported.
    pub dateline: Vec<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Name of the document of which this is another edition, as the collection says.
    pub edition_of: Option<String>,
    /// Extracted text without markup: blocks in order, separated by two line feeds. All spans of
    /// the document are byte offsets into it.
    pub text: String,
    /// The blocks of `text` in order; they do not overlap.
    pub blocks: Vec<Block>,
    /// What stands on the page around the text, in order. It is shown on request, and neither
    /// searched nor counted.
    pub left_out: Vec<LeftOut>,
}

/// Text of a web page around the article on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is.
    pub kind: AsideKind,
    /// How many of the document's passages begin before it.
    pub after: u32,
    /// What it says.
    pub text: String,
}

/// When a document was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The date.
    pub date: PartialDate,
    /// Whether the date was concluded and not stated.
    pub inferred: bool,
    /// How the date is known.
    pub note: Option<String>,
}

/// A block of a document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the document's text.
    pub span: Span,
}

/// What a block is. Every block but a heading is a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation set off from the text.
    Quote,
    /// Preformatted text, whose line feeds and spaces count.
    Preformatted,
}

impl BlockKind {
    /// Whether a block of this kind is a passage: searched, ranked and given topics of its own.
    #[must_use]
    pub fn is_passage(self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

impl Document {
    /// A document of plain text in English, without metadata: paragraphs with blank lines between
    /// them.
    #[must_use]
    pub fn plain(name: &str, title: &str, text: &str) -> Self {
        let mut writer = blocks::BlockWriter::default();
        plain::read(text, 1, &mut writer);
        let Extract { text, blocks, .. } = Extract::new(plain::paragraphs(writer.finish().pieces));
        Self {
            name: name.to_owned(),
            title: one_line(title).unwrap_or_default(),
            language: "en".into(),
            text,
            blocks,
            ..Self::default()
        }
    }

    /// The blocks that are passages, in order. The position in this sequence is the passage's
    /// number in the document.
    pub fn passages(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind.is_passage())
    }

    /// The line of metadata that is searched along with title and text: publisher, original
    /// title, authors, contributors, editors and dateline, those that are there, joined by ` · `.
    /// Spans in the field [`Field::Byline`](crate::index::Field) are offsets into it.
    #[must_use]
    pub fn byline(&self) -> String {
        let single = [&self.publisher, &self.source_title];
        let lists = [
            &self.authors,
            &self.contributors,
            &self.editors,
            &self.dateline,
        ];
        let mut parts: Vec<String> = single.into_iter().flatten().cloned().collect();
        parts.extend(
            lists
                .into_iter()
                .filter(|list| !list.is_empty())
                .map(|list| list.join(", ")),
        );
        parts.join(" · ")
    }
}

#[cfg(test)]
mod tests;
