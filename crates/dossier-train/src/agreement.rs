//! Automatically labelled texts, checked by a model that was taught by hand: what both say alike is
//! taken for true, and where they differ nothing is said.

use dossier_engine::entity::EntityKind;
use dossier_engine::entity::tagger::Tagger;

use crate::data::{self, Document, Name, Text, What};

/// The documents, with those that a program labelled checked.
pub fn checked(documents: &[Document], tagger: &Tagger) -> Vec<Document> {
    let check = |document: &Document| {
        if !document.is_automatic() {
            return document.clone();
        }
        let texts = together(&document.texts, tagger);
        Document {
            texts,
            ..document.clone()
        }
    };
    documents.iter().map(check).collect()
}

/// The texts of a document, tagged as one.
fn together(texts: &[Text], tagger: &Tagger) -> Vec<Text> {
    let joined = data::join(texts);
    let found = tagger.tag(&joined.text);
    let mut start = 0;
    let texts = texts.iter().map(|text| {
        let end = start + text.text.len();
        let own = found.iter().filter_map(|name| {
            let span = (name.span.start as usize, name.span.end as usize);
            (span.0 >= start && span.1 <= end).then(|| Name {
                start: span.0 - start,
                end: span.1 - start,
                what: What::Kind(name.kind),
            })
        });
        let own: Vec<Name> = own.collect();
        start = end + 1;
        Text {
            text: text.text.clone(),
            names: agreed(&text.names, &own),
        }
    });
    texts.collect()
}

/// The names of a text by what two say of it.
fn agreed(given: &[Name], tagged: &[Name]) -> Vec<Name> {
    let mut all: Vec<Name> = Vec::new();
    for name in tagged {
        let what = match given.iter().find(|other| same_place(name, other)) {
            Some(other) if agrees(name.what, other.what) => name.what,
            // The rest class and these kinds are not told apart by all readers.
            None if is_beyond(name.what) && !given.iter().any(|other| overlaps(name, other)) => {
                continue;
            }
            _ => What::Open,
        };
        all.push(Name { what, ..*name });
    }
    let missed = given
        .iter()
        .filter(|name| !tagged.iter().any(|other| same_place(name, other)));
    all.extend(missed.map(|name| Name {
        what: What::Open,
        ..*name
    }));
    all.sort_by_key(|name| (name.start, name.end));
    // Two that overlap are open together.
    let mut joined: Vec<Name> = Vec::new();
    for name in all {
        match joined.last_mut().filter(|last| name.start < last.end) {
            Some(last) => {
                last.end = last.end.max(name.end);
                last.what = What::Open;
            }
            None => joined.push(name),
        }
    }
    joined
}

fn same_place(one: &Name, other: &Name) -> bool {
    (one.start, one.end) == (other.start, other.end)
}

fn overlaps(one: &Name, other: &Name) -> bool {
    one.start < other.end && other.start < one.end
}

fn agrees(tagged: What, given: What) -> bool {
    tagged == given || given == What::Other && is_beyond(tagged)
}

/// Whether it is none of the kinds that every program tells.
fn is_beyond(what: What) -> bool {
    !matches!(
        what,
        What::Kind(EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_say_stays_and_what_one_says_is_open() {
        let name = |start, end, what| Name { start, end, what };
        let (person, place) = (
            What::Kind(EntityKind::Person),
            What::Kind(EntityKind::Place),
        );
        let group = What::Kind(EntityKind::Group);
        let given = [
            name(0, 4, person),
            name(5, 9, place),
            name(10, 14, What::Other),
            name(20, 24, place),
        ];
        let tagged = [
            name(0, 4, person),
            name(5, 9, person),
            name(10, 14, group),
            name(18, 22, place),
        ];
        let expected = [
            name(0, 4, person),
            name(5, 9, What::Open),
            name(10, 14, group),
            name(18, 24, What::Open),
        ];
        assert_eq!(agreed(&given, &tagged), expected);
    }
}
