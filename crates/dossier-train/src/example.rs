//! A text as the trainer sees it: tokens, and for each the labels that it may have.

use dossier_engine::entity::EntityKind;
use dossier_engine::entity::tagger::context::Text as Read;
use dossier_engine::entity::tagger::gazetteer::Gazetteer;
use dossier_engine::entity::tagger::label::{LABELS, Part, label};

use crate::data::{Name, Scheme, Text, What};

/// A set of labels: a bit for each.
pub type Labels = u64;

/// A text, read, with allowed labels.
#[derive(Debug)]
pub struct Example {
    /// The text with what its tokens tell of each other.
    pub read: Read,
    /// For each token the labels that it may have.
    pub allowed: Vec<Labels>,
    /// How much it counts.
    pub weight: f32,
}

impl Example {
    /// Reads a text.
    pub fn new(text: &Text, scheme: Scheme, weight: f32, gazetteer: &Gazetteer) -> Self {
        let read = Read::new(&text.text, gazetteer);
        let outside = outside(scheme);
        let mut allowed = vec![outside; read.tokens.list.len()];
        let mut at = 0;
        for name in &text.names {
            let list = &read.tokens.list;
            while at < list.len() && list[at].span.end as usize <= name.start {
                at += 1;
            }
            let first = at;
            while at < list.len() && (list[at].span.start as usize) < name.end {
                at += 1;
            }
            if first < at {
                mark(&mut allowed[first..at], name);
            }
        }
        // A name that a sentence's end cuts has no labels that fit: such places are left free.
        for sentence in &read.tokens.sentences {
            let (first, last) = (sentence.start, sentence.end - 1);
            if allowed[first] & starts() == 0 || allowed[last] & ends() == 0 {
                allowed[sentence.clone()].fill(all());
            }
        }
        Self {
            read,
            allowed,
            weight,
        }
    }
}

fn all() -> Labels {
    (1 << LABELS) - 1
}

fn of(kinds: &[EntityKind], parts: &[Part]) -> Labels {
    kinds
        .iter()
        .flat_map(|&kind| parts.iter().map(move |&part| 1 << label(kind, part)))
        .fold(0, |all, bit: Labels| all | bit)
}

fn starts() -> Labels {
    1 | of(&EntityKind::ALL, &[Part::Begin, Part::Unit])
}

fn ends() -> Labels {
    1 | of(&EntityKind::ALL, &[Part::Last, Part::Unit])
}

const ANY: [Part; 4] = [Part::Begin, Part::Inside, Part::Last, Part::Unit];

/// The labels of a token that no name has. What a scheme does not know may be there.
fn outside(scheme: Scheme) -> Labels {
    use EntityKind as K;
    1 | match scheme {
        Scheme::All => 0,
        Scheme::Four => of(&[K::Date, K::Quantity, K::Weapon], &ANY),
        Scheme::Three => of(
            &[K::Group, K::Weapon, K::Event, K::Law, K::Date, K::Quantity],
            &ANY,
        ),
    }
}

/// What a rest class may stand for.
const OTHER: [EntityKind; 4] = [
    EntityKind::Group,
    EntityKind::Weapon,
    EntityKind::Event,
    EntityKind::Law,
];

fn mark(allowed: &mut [Labels], name: &Name) {
    let last = allowed.len() - 1;
    let (kinds, free): (&[EntityKind], Labels) = match &name.what {
        What::Kind(kind) => (std::slice::from_ref(kind), 0),
        // Titles of books and the like are names of no kind of ours.
        What::Other => (&OTHER, 1),
        What::Open => (&[], all()),
    };
    for (at, own) in allowed.iter_mut().enumerate() {
        let part = match at {
            0 if last == 0 => Part::Unit,
            0 => Part::Begin,
            _ if at == last => Part::Last,
            _ => Part::Inside,
        };
        *own = of(kinds, &[part]) | free;
    }
}
