//! The places where one part of a query matches.

use crate::explorer::MatchForm;
use crate::explorer::words::Occurrence;
use crate::id::DocId;
use crate::index::Field;
use crate::order;
use crate::span::Span;

/// A place where a part of a query matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::explorer) struct Hit {
    /// In which document.
    pub doc: DocId,
    /// In which field.
    pub field: Field,
    /// Where in the field's text.
    pub span: Span,
    /// Positions of the first and the last word; `None` for what is not found by words.
    pub words: Option<(u32, u32)>,
    /// How it matches.
    pub form: MatchForm,
}

/// A part of a query that is not made of other parts, with all places where it matches.
#[derive(Clone, Debug)]
pub(in crate::explorer) struct Leaf {
    /// Where it stands in the query.
    pub typed: Span,
    /// In order.
    pub hits: Vec<Hit>,
    /// For each document up to the last with a hit, where its hits begin; one more for the end.
    pub starts: Vec<u32>,
    /// Further documents that it holds for, without a place: by date, or a topic without evidence.
    /// In order.
    pub also: Vec<DocId>,
    /// How many words it stands for: those of a phrase or name count as if each had matched.
    pub words: u32,
    /// In how many documents what was typed stands, for its rarity: of the rest of a name's word,
    /// wherever the word stands.
    pub spread: u32,
}

impl Leaf {
    pub fn new(typed: Span, mut hits: Vec<Hit>) -> Self {
        order::sort(&mut hits);
        Self {
            typed,
            spread: spread(&hits),
            starts: starts(&hits),
            hits,
            also: Vec::new(),
            words: 1,
        }
    }

    /// A part that holds for further documents without a place there; in order.
    pub fn with(self, also: Vec<DocId>) -> Self {
        let mut leaf = Self { also, ..self };
        leaf.spread = leaf.documents().count() as u32;
        leaf
    }

    /// The places in a document.
    pub fn hits_in(&self, doc: DocId) -> &[Hit] {
        let at = doc.index();
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => &self.hits[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The documents that it holds for, in order, each once.
    pub fn documents(&self) -> impl Iterator<Item = DocId> {
        let hits = self.hits.chunk_by(|a, b| a.doc == b.doc);
        let mut all: Vec<DocId> = hits.map(|hits| hits[0].doc).collect();
        all.extend(&self.also);
        order::sort(&mut all);
        all.dedup();
        all.into_iter()
    }
}

fn starts(hits: &[Hit]) -> Vec<u32> {
    let Some(last) = hits.last() else {
        return Vec::new();
    };
    let mut starts = Vec::with_capacity(last.doc.index() + 2);
    for (at, hit) in (0..).zip(hits) {
        while starts.len() <= hit.doc.index() {
            starts.push(at);
        }
    }
    starts.push(hits.len() as u32);
    starts
}

/// In how many documents places stand, which are in order.
pub(super) fn spread(hits: &[Hit]) -> u32 {
    hits.chunk_by(|a, b| a.doc == b.doc).count() as u32
}

impl Hit {
    pub fn of_word(at: Occurrence) -> Self {
        Self {
            doc: at.doc,
            field: at.field,
            span: at.span,
            words: Some((at.position, at.position)),
            form: at.form,
        }
    }

    /// Where its words begin: document, field, position.
    fn begin(&self) -> (DocId, Field, u32) {
        (
            self.doc,
            self.field,
            self.words.map_or(u32::MAX, |(first, _)| first),
        )
    }
}

/// Puts places in order that are in the order of documents word by word, in a collection of so many
/// documents: first by document, which takes no comparing, then within each.
pub(super) fn in_order(hits: Vec<Hit>, documents: usize) -> Vec<Hit> {
    let mut ends = vec![0_usize; documents + 1];
    for hit in &hits {
        if let Some(count) = ends.get_mut(hit.doc.index() + 1) {
            *count += 1;
        }
    }
    let mut before = 0;
    for end in &mut ends {
        before += *end;
        *end = before;
    }
    let Some(&any) = hits.first() else {
        return hits;
    };
    let mut placed = vec![any; hits.len()];
    for hit in hits {
        let place = ends.get_mut(hit.doc.index()).and_then(|next| {
            *next += 1;
            placed.get_mut(*next - 1)
        });
        if let Some(place) = place {
            *place = hit;
        }
    }
    let mut sorted = Vec::with_capacity(placed.len());
    let mut own = Vec::new();
    for same in placed.chunk_by(|a, b| a.doc == b.doc) {
        own.extend_from_slice(same);
        order::sort(&mut own);
        sorted.append(&mut own);
    }
    sorted
}

/// The places where words stand in a row, from the places of each, which are in order.
pub(super) fn in_a_row(words: &[Vec<Hit>]) -> Vec<Hit> {
    let [first, others @ ..] = words else {
        return Vec::new();
    };
    let follow = |hit: &Hit| {
        let (doc, field, position) = hit.begin();
        let mut phrase = *hit;
        for (offset, word) in (1..).zip(others) {
            let wanted = (doc, field, position.checked_add(offset)?);
            let at = word.binary_search_by_key(&wanted, Hit::begin).ok()?;
            phrase.span.end = word[at].span.end;
            phrase.words = Some((position, wanted.2));
        }
        if !others.is_empty() {
            phrase.form = MatchForm::Phrase;
        }
        Some(phrase)
    };
    first.iter().filter_map(follow).collect()
}

/// The places of both sides that stand within `distance` words of a place of the other, in either
/// order. Both sides are in order.
pub(super) fn near(left: &[Hit], right: &[Hit], distance: u32) -> Vec<Hit> {
    let mut found = close_to(left, right, distance);
    found.extend(close_to(right, left, distance));
    order::sort(&mut found);
    found.dedup();
    found
}

fn close_to(hits: &[Hit], others: &[Hit], distance: u32) -> Vec<Hit> {
    let longest = others
        .iter()
        .filter_map(|hit| hit.words.map(|(first, last)| last - first))
        .max()
        .unwrap_or(0);
    let is_close = |hit: &&Hit| {
        let Some((first, last)) = hit.words else {
            return false;
        };
        let reach = (hit.doc, hit.field, first.saturating_sub(distance + longest));
        let start = others.partition_point(|other| other.begin() < reach);
        others[start..]
            .iter()
            .take_while(|other| {
                other.begin() <= (hit.doc, hit.field, last.saturating_add(distance))
            })
            .filter_map(|other| other.words)
            .any(|other| {
                let after = other.0 > last && other.0 - last <= distance;
                let before = first > other.1 && first - other.1 <= distance;
                after || before
            })
    };
    hits.iter()
        .filter(is_close)
        .map(|hit| Hit {
            form: MatchForm::Phrase,
            ..*hit
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(positions: &[u32]) -> Vec<Hit> {
        let hit = |&position: &u32| {
            let at = Occurrence {
                doc: DocId(0),
                field: Field::Body,
                position,
                span: Span::new(position * 10, position * 10 + 5),
                form: MatchForm::Exact,
            };
            Hit::of_word(at)
        };
        positions.iter().map(hit).collect()
    }

    fn positions(hits: &[Hit]) -> Vec<(u32, u32)> {
        hits.iter().filter_map(|hit| hit.words).collect()
    }

    #[test]
    fn a_phrase_is_one_place_from_its_first_to_its_last_word() {
        let found = in_a_row(&[at(&[1, 5, 9]), at(&[2, 7, 10]), at(&[3, 11])]);
        assert_eq!(positions(&found), [(1, 3), (9, 11)]);
        assert_eq!(found[0].span, Span::new(10, 35));
        assert_eq!(found[0].form, MatchForm::Phrase);
    }

    #[test]
    fn nearness_holds_in_either_order_and_not_with_itself() {
        let found = near(&at(&[10, 40]), &at(&[5, 16, 90]), 5);
        assert_eq!(positions(&found), [(5, 5), (10, 10)]);
        assert_eq!(positions(&near(&at(&[10]), &at(&[10]), 5)), []);
    }
}
