//! The state of the explorer, and what can happen to it.

use dossier_engine::date::DateRange;
use dossier_engine::explorer::{
    EntityRow, Group, Match, MentionContext, Overview, SearchAnswer, Sort,
};
use dossier_engine::id::{DocId, EntityId};
use dossier_engine::pipeline::AnalysedDocument;
use dossier_engine::similar::Comparison;

use crate::place::{Place, Selection, View};
use crate::shared::Shared;
use crate::words;

/// Everything that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The opened collection.
    pub overview: Shared<Overview>,
    /// What the address holds.
    pub place: Place,
    /// How the latest change of `place` enters the history.
    pub entry: Entry,
    /// Whether the current history entry is a query that is still being typed.
    pub draft: bool,
    /// The latest answer. It may be of an earlier selection than `place.selection`; results stay
    /// until new ones are there.
    pub answer: Option<Shared<SearchAnswer>>,
    /// The selection that `answer` and `entities` are of.
    pub answered: Selection,
    /// The entities of the latest answer's selection, for the Entities view.
    pub entities: Shared<Vec<EntityRow>>,
    /// The mentions of `place.entity` in the selection, once they are there.
    pub mentions: Option<Shared<Vec<MentionContext>>>,
    /// The open document, once it is there.
    pub reader: Option<Reader>,
    /// The open document beside another, once they are compared.
    pub comparison: Option<Compared>,
    /// The documents whose folded editions are shown in the results.
    pub unfolded: Vec<DocId>,
    /// Which span layers the reader shows.
    pub layers: Layers,
    /// Position of the result that the keyboard is on.
    pub cursor: Option<usize>,
    /// What lies over the page, topmost last. Escape closes the topmost.
    pub overlays: Vec<Overlay>,
    /// For each group with conditions, the keys of its values in the order that was shown when
    /// the first condition was set.
    pub frozen: Vec<(Group, Vec<String>)>,
}

impl State {
    /// The state in which a collection is first shown.
    #[must_use]
    pub fn new(overview: impl Into<Shared<Overview>>, place: Place) -> Self {
        Self {
            overview: overview.into(),
            place,
            entry: Entry::Keep,
            ..Self::default()
        }
    }

    /// The document with this name, in the address's sense.
    #[must_use]
    pub fn doc_named(&self, name: &str) -> Option<DocId> {
        let position = self
            .overview
            .documents
            .iter()
            .position(|document| document.name == name)?;
        Some(DocId(position as u32))
    }

    /// The document that the address names, if the collection has it.
    #[must_use]
    pub fn open_doc(&self) -> Option<DocId> {
        self.doc_named(self.place.doc.as_deref()?)
    }

    /// The open document and the one beside it, if the address names both and the collection has
    /// them.
    #[must_use]
    pub fn compared_docs(&self) -> Option<(DocId, DocId)> {
        let other = self.doc_named(self.place.beside.as_deref()?)?;
        Some((self.open_doc()?, other))
    }

    /// The comparison that the address asks for, once it is there.
    #[must_use]
    pub fn comparison(&self) -> Option<&Compared> {
        let docs = self.compared_docs()?;
        let latest = self.comparison.as_ref();
        latest.filter(|latest| latest.docs == docs)
    }

    /// The entity whose page the address names, if the collection has it.
    #[must_use]
    pub fn open_entity(&self) -> Option<EntityId> {
        let key = self.place.entity.as_deref()?;
        let entities = &self.overview.entities;
        let position = entities.iter().position(|entity| entity.key == key)?;
        Some(EntityId(position as u32))
    }

    /// How many documents there are to show, in words.
    #[must_use]
    pub fn found(&self) -> String {
        let count = self
            .answer
            .as_ref()
            .map_or(0, |answer| answer.document_count);
        words::count(count, "document", "documents")
    }

    /// Whether the results that are shown are those of the place.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.answer.is_some()
            && self.answered == self.place.selection
            && (self.open_entity().is_none() || self.mentions.is_some())
    }

    /// The state that everything but the search box shows: with the query of the results that are
    /// there instead of the one that is being typed, so that a key changes nothing else before its
    /// results arrive.
    #[must_use]
    pub fn shown(&self) -> Self {
        let mut shown = self.clone();
        shown.place.selection.query.clone_from(&self.answered.query);
        shown.entry = Entry::default();
        shown.draft = false;
        shown.cursor = None;
        shown
    }

    /// What lies on top of the page.
    #[must_use]
    pub fn overlay(&self) -> Option<Overlay> {
        self.overlays.last().copied()
    }
}

/// How a change of place enters the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// The current entry is replaced: typing.
    #[default]
    Replace,
    /// A new entry: a committed change, or the first key of a new query.
    Push,
    /// The place came from the history; it is there already.
    Keep,
}

/// The open document.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    /// Which document.
    pub doc: DocId,
    /// What it holds.
    pub content: Shared<AnalysedDocument>,
    /// The query's matches in it, in reading order.
    pub matches: Shared<Vec<Match>>,
    /// Position in `matches` of the match that the reader is at.
    pub current: Option<usize>,
}

/// Two documents side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Which documents: the open one and the other.
    pub docs: (DocId, DocId),
    /// What they have in common and what differs.
    pub comparison: Shared<Comparison>,
    /// Position, among the rows that differ, of the one that is looked at.
    pub current: Option<usize>,
}

/// Which span layers the reader shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers {
    /// Matches of the query.
    pub matches: bool,
    /// Entities.
    pub entities: bool,
    /// Topics.
    pub topics: bool,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            matches: true,
            entities: true,
            topics: true,
        }
    }
}

/// One of the reader's span layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Matches of the query.
    Matches,
    /// Entities.
    Entities,
    /// Topics.
    Topics,
}

/// Something that lies over the page and that Escape closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The list of keys.
    Keys,
    /// What can be saved.
    Save,
    /// The filters, where they are no pane.
    Filters,
    /// The card of a mention: its position in the open document's mentions.
    Card(usize),
    /// The topics of a passage of the open document, by its number from 0, with their evidence.
    Topics(u32),
    /// The citation of the open document.
    Cite,
    /// How the place is shared.
    Share,
    /// What stands beside the search box, where there is no room for it.
    Menu,
    /// "Why this result" of a document.
    Why(DocId),
}

impl Overlay {
    /// Whether it belongs to the open document and goes with it.
    #[must_use]
    pub fn is_of_reader(self) -> bool {
        matches!(self, Self::Card(_) | Self::Topics(_) | Self::Cite)
    }
}

/// What a person does, or what arrives.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The query box holds this text now.
    Type(String),
    /// The query is done: what is typed next is another history entry.
    Commit,
    /// The query becomes this text at once: a suggestion, a correction, an entity.
    Ask(String),
    /// Include a value of a group, or no longer.
    Include(Group, String),
    /// Exclude a value of a group, or no longer.
    Exclude(Group, String),
    /// Lift the condition on a value of a group, whichever it is.
    Lift(Group, String),
    /// Documents of these dates only; the open range lifts the condition.
    Dates(DateRange),
    /// No conditions at all.
    ClearFilters,
    /// Order of the documents.
    Sort(Sort),
    /// Another view.
    Show(View),
    /// Open a document, at a paragraph (counted from 1) or at its first match.
    Open(DocId, Option<u32>),
    /// Open a document beside another.
    Compare(DocId, DocId),
    /// Close the reader.
    CloseReader,
    /// The page of an entity, by its key, in the Entities view; `None` for its list.
    Entity(Option<String>),
    /// Leave for another place altogether.
    Visit(Place),
    /// The history moved to this place.
    Go(Place),
    /// The answer for the current selection.
    Answered(Shared<SearchAnswer>, Shared<Vec<EntityRow>>),
    /// The mentions of the entity whose page is shown.
    Mentions(Shared<Vec<MentionContext>>),
    /// The document that was opened, with the matches of the current query.
    Loaded(DocId, Shared<AnalysedDocument>, Shared<Vec<Match>>),
    /// The two documents that were to be compared.
    Compared((DocId, DocId), Shared<Comparison>),
    /// Let editions of one story share a row of the results, or no longer.
    Fold,
    /// Show the other editions of a document whose row stands for them, or no longer.
    Unfold(DocId),
    /// To the next match, round at the end; beside another document to the next difference.
    NextMatch,
    /// To the previous match, round at the beginning; or to the previous difference.
    PreviousMatch,
    /// To the match at this position.
    Match(usize),
    /// Show or hide a layer.
    Toggle(Layer),
    /// The keyboard moves this many results down.
    Move(isize),
    /// The keyboard is on this result, or on none.
    Cursor(Option<usize>),
    /// Lay something over the page, or take it away if it is there.
    Overlay(Overlay),
    /// Close one layer: the topmost overlay, then the document beside, then the reader.
    Escape,
}
