//! The state of the explorer and how it changes.

use std::rc::Rc;

use dossier_engine::date::DateRange;
use dossier_engine::explorer::{
    EntityRow, Group, Match, MentionContext, Overview, SearchAnswer, Sort,
};
use dossier_engine::id::DocId;
use dossier_engine::pipeline::AnalysedDocument;

use crate::place::{Place, View};

/// Everything that is shown. Large values are shared and compared by pointer or by the place they
/// answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The opened collection.
    pub overview: Rc<Overview>,
    /// What the address holds.
    pub place: Place,
    /// How the latest change of `place` enters the history.
    pub entry: Entry,
    /// The latest answer. It may be of an earlier selection than `place.selection`; results stay
    /// until new ones are there.
    pub answer: Option<Rc<SearchAnswer>>,
    /// The entities of the latest answer's selection, for the Entities view.
    pub entities: Rc<Vec<EntityRow>>,
    /// The mentions of `place.entity` in the selection.
    pub mentions: Rc<Vec<MentionContext>>,
    /// The open document.
    pub reader: Option<Reader>,
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

/// How a change of place enters the browser's history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// The current entry is replaced: typing.
    #[default]
    Replace,
    /// A new entry: a committed change.
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
    pub content: Rc<AnalysedDocument>,
    /// The query's matches in it, in reading order.
    pub matches: Rc<Vec<Match>>,
    /// Position in `matches` of the match that the reader is at.
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
    /// The filters, where they are no pane.
    Filters,
    /// The card of a mention: its position in the open document's mentions.
    Card(usize),
    /// The topics of a passage of the open document, by its number from 0, with their evidence.
    Topics(u32),
    /// The citation of the open document.
    Cite,
    /// "Why this result" of a document.
    Why(DocId),
}

/// What a person does, or what arrives.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The collection is open.
    Opened(Rc<Overview>),
    /// The query box holds this text now.
    Type(String),
    /// The query is done: a history entry for it.
    Commit,
    /// The query becomes this text at once: a suggestion, a correction, an entity.
    Ask(String),
    /// Include a value of a group, or no longer.
    Include(Group, String),
    /// Exclude a value of a group, or no longer.
    Exclude(Group, String),
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
    /// Close the reader.
    CloseReader,
    /// The page of an entity, by its key; `None` for the list.
    Entity(Option<String>),
    /// The history moved to this place.
    Go(Place),
    /// The answer for the current selection.
    Answered(Rc<SearchAnswer>, Rc<Vec<EntityRow>>),
    /// The mentions of the entity whose page is shown.
    Mentions(Rc<Vec<MentionContext>>),
    /// The document that was opened, with the matches of the current query.
    Loaded(DocId, Rc<AnalysedDocument>, Rc<Vec<Match>>),
    /// To the next match, round at the end.
    NextMatch,
    /// To the previous match, round at the beginning.
    PreviousMatch,
    /// To the match at this position.
    Match(usize),
    /// Show or hide a layer.
    Toggle(Layer),
    /// The keyboard moves this many results down.
    Move(isize),
    /// Lay something over the page, or take it away if it is there.
    Overlay(Overlay),
    /// Close one layer: the topmost overlay, then the reader.
    Escape,
}
