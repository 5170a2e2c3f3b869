//! How a file was understood: its document, what was kept aside, and what shows the rest.

use super::{Document, LeftOut};

/// A document with what is known of the file that it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The document.
    pub document: Document,
    /// For each block of the document the lines of the file that it stands on, counted from 1, in
    /// order. Empty for formats whose text does not stand on lines.
    pub lines: Vec<Vec<u32>>,
    /// What stands in the file but is no part of the document, in order.
    pub aside: Vec<Aside>,
    /// What was concluded about the document and what shows it, in the order of [`FactKind`].
    pub facts: Vec<Fact>,
    /// The line of the file on which the document begins, where the file holds several.
    pub record: Option<u32>,
    /// Line that says of which document it is another edition.
    pub edition_line: Option<u32>,
}

impl Reading {
    /// What was kept aside, with its place among the passages.
    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        let blocks = self.document.blocks.iter().zip(&self.lines);
        let passages = blocks.filter(|(block, _)| block.kind.is_passage());
        let begins: Vec<u32> = passages
            .filter_map(|(_, lines)| lines.first().copied())
            .collect();
        let left_out = self.aside.iter().map(|aside| {
            let line = aside.lines.first().copied().unwrap_or(u32::MAX);
            LeftOut {
                kind: aside.kind,
                after: begins.partition_point(|&begin| begin < line) as u32,
                text: aside.text.clone(),
            }
        });
        left_out.collect()
    }

    /// The lines of the file of which nothing belongs to the document, in order.
    #[must_use]
    pub fn aside_lines(&self) -> Vec<u32> {
        let kept: std::collections::BTreeSet<u32> = self.lines.iter().flatten().copied().collect();
        let aside = self.aside.iter().flat_map(|aside| &aside.lines).copied();
        let mut lines: Vec<u32> = aside.filter(|line| !kept.contains(line)).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

/// Text of a web page that is no part of the article on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// The lines of the file that it stands on, counted from 1.
    pub lines: Vec<u32>,
    /// The text as it stands there.
    pub text: String,
}

/// What surrounds an article on a web page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AsideKind {
    /// Menus, bread crumbs, section labels, counters, rules.
    Navigation,
    /// Prompts to save, share, print, listen, follow.
    Prompt,
    /// Offers to sign up, to subscribe, to support.
    SignUp,
    /// Advertisements and what announces them.
    Advertisement,
    /// Captions and credits of pictures.
    Caption,
    /// Lists of other articles and links to them.
    Related,
    /// Who reported and edited, and where the text comes from.
    Source,
    /// Notes on the author, addresses to write to.
    Author,
    /// Comments of readers and prompts to comment.
    Comments,
    /// Cookies, copyright, terms of use, standards.
    Legal,
    /// How long reading takes, how long ago something was.
    Time,
}

impl AsideKind {
    /// All kinds, in the order of the archive's format.
    pub const ALL: [Self; 11] = [
        Self::Navigation,
        Self::Prompt,
        Self::SignUp,
        Self::Advertisement,
        Self::Caption,
        Self::Related,
        Self::Source,
        Self::Author,
        Self::Comments,
        Self::Legal,
        Self::Time,
    ];

    /// What it is, for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Prompt => "prompt",
            Self::SignUp => "sign-up",
            Self::Advertisement => "advertisement",
            Self::Caption => "caption",
            Self::Related => "related",
            Self::Source => "source line",
            Self::Author => "author's note",
            Self::Comments => "comments",
            Self::Legal => "legal",
            Self::Time => "time",
        }
    }
}

/// Something that was found out about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What is known.
    pub kind: FactKind,
    /// The value as it was understood.
    pub value: String,
    /// The line of the file that shows it, where one does.
    pub line: Option<u32>,
    /// What shows it, as text of the file or a reason.
    pub evidence: String,
    /// Whether it was concluded and not stated.
    pub inferred: bool,
}

/// What can be known of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// The headline.
    Title,
    /// Who published it.
    Publisher,
    /// Who wrote it.
    Author,
    /// Who contributed.
    Contributor,
    /// Who edited it.
    Editor,
    /// Where it was reported from.
    Dateline,
    /// The agency that it was taken from.
    Agency,
    /// When it was published.
    Published,
    /// When it was last changed.
    Updated,
    /// In which language it is written.
    Language,
}

impl FactKind {
    /// What is known, for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Author => "author",
            Self::Contributor => "contributor",
            Self::Editor => "editor",
            Self::Dateline => "dateline",
            Self::Agency => "agency",
            Self::Published => "published",
            Self::Updated => "updated",
            Self::Language => "language",
        }
    }
}
