//! The names of the curated list, and finding them in a text.
//!
//! All names and aliases stand in one trie over folded words, so that a text is read once whatever
//! the number of names. Hyphens and spaces inside a name are the same (`Jong-un`, `Jong Un`), and
//! so are dotted and plain acronyms, since both are one word. Case decides at the end: a word that
//! the list has in capitals must be in capitals, one with a capital first letter must have one,
//! and a name wholly in lower case is a term that matches in any case, in singular and plural.

use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::{Candidate, NameFit, NameForm, Reading, Referent};
use super::inflect::{plural, singular};
use super::words::{Joint, Words, all_capitals};
use crate::collection::EntityDefinition;
use crate::text::{Analyser, Table};

/// The longest name that is looked for, in words. Longer ones are cut off before they are added.
const LONGEST: usize = 16;

/// All names of a curated list.
#[derive(Debug)]
pub(super) struct Names {
    words: Table<u32>,
    nodes: Vec<Node>,
    /// The kind of each definition.
    kinds: Vec<EntityKind>,
}

#[derive(Debug, Default)]
struct Node {
    next: BTreeMap<(Link, u32), u32>,
    entries: Vec<Entry>,
}

/// How a word is joined to the one before it in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    Near,
    Possessive,
    Comma,
    Ampersand,
}

#[derive(Clone, Debug)]
struct Entry {
    fit: NameFit,
    kind: EntityKind,
    /// Whether it is the seat of a government, which is a building and a street too.
    is_seat: bool,
    shapes: Vec<Shape>,
    /// Whether it is a capital, whose name may be that of a team.
    is_capital: bool,
    /// Whether the name means this only after `the`.
    needs_article: bool,
}

/// What letters a word of a name must have in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Any,
    Capital,
    AllCapitals,
}

impl Names {
    /// The names of the definitions from a position on.
    pub(super) fn new(known: &[EntityDefinition], from: usize, analyser: &Analyser) -> Self {
        let mut names = Self {
            words: Table::default(),
            nodes: vec![Node::default()],
            kinds: known.iter().map(|own| own.kind).collect(),
        };
        for (position, definition) in known.iter().enumerate().skip(from) {
            let who = Referent::Curated(position);
            names.add_name(who, definition, &definition.name, NameForm::Name, analyser);
            for alias in &definition.aliases {
                names.add_name(who, definition, alias, NameForm::Alias, analyser);
            }
        }
        names
    }

    fn add_name(
        &mut self,
        who: Referent,
        definition: &EntityDefinition,
        name: &str,
        form: NameForm,
        analyser: &Analyser,
    ) {
        let (name, article) = without_article(name);
        let words = Words::of_name(name, analyser);
        let count = words.len();
        if count == 0 || count > LONGEST {
            return;
        }
        let is_person = definition.kind == EntityKind::Person;
        let form = if is_person && count == 1 && form == NameForm::Alias {
            NameForm::Surname
        } else {
            form
        };
        let lower = !name.chars().any(char::is_uppercase);
        let entry = |form| Entry {
            fit: NameFit { who, form },
            kind: definition.kind,
            is_seat: definition.kind == EntityKind::Organisation && definition.stands_for.is_some(),
            is_capital: definition.kind == EntityKind::Place && definition.stands_for.is_some(),
            shapes: (0..count).map(|at| shape(words.raw(at))).collect(),
            needs_article: article == Article::Needed,
        };
        let folded: Vec<&str> = (0..count).map(|at| words.folded(at)).collect();
        let links: Vec<Option<Link>> = (0..count).map(|at| link(words.joint(at))).collect();
        self.add(&folded, &links, entry(form));
        let inflects = lower || matches!(definition.kind, EntityKind::Group | EntityKind::Weapon);
        if let (true, Some((last, before))) = (inflects, folded.split_last()) {
            for other in [plural(last), singular(last)].into_iter().flatten() {
                let mut forms = before.to_vec();
                forms.push(&other);
                self.add(&forms, &links, entry(NameForm::Inflected));
            }
        }
        if is_person && count > 1 {
            self.add_short_forms(who, &words, &folded);
        }
        if definition.kind == EntityKind::Place && count > 1 && is_compass(folded[0]) {
            let mut entry = entry(NameForm::Compass);
            entry.shapes.truncate(1);
            entry.needs_article = true;
            self.add(&folded[..1], &links[..1], entry);
        }
    }

    /// The first and the last word of a person's name, which may stand for it. Small words before
    /// the last one belong to the surname: `von der Leyen`.
    fn add_short_forms(&mut self, who: Referent, words: &Words<'_>, folded: &[&str]) {
        let last = folded.len() - 1;
        let mut short = |first: usize, end: usize, form| {
            let entry = Entry {
                fit: NameFit { who, form },
                kind: EntityKind::Person,
                is_seat: false,
                is_capital: false,
                shapes: (first..=end).map(|at| shape(words.raw(at))).collect(),
                needs_article: false,
            };
            let links = vec![Some(Link::Near); end + 1 - first];
            self.add(&folded[first..=end], &links, entry);
        };
        short(0, 0, NameForm::FirstWord);
        // The second half of a hyphenated name is no surname: `Jong-un`.
        let hyphenated = words.joint(last) == Joint::Hyphen && !words.is_capital(last);
        if words.is_capital(last) && !hyphenated {
            short(last, last, NameForm::Surname);
            let mut first = last;
            while first > 1 && !words.is_capital(first - 1) {
                first -= 1;
            }
            if first < last {
                short(first, last, NameForm::Surname);
            }
        }
    }

    fn add(&mut self, folded: &[&str], links: &[Option<Link>], entry: Entry) {
        let mut node = 0;
        for (at, word) in folded.iter().enumerate() {
            let link = if at == 0 { Some(Link::Near) } else { links[at] };
            let Some(link) = link else { return };
            let fresh_word = self.words.len() as u32;
            let word = *self.words.entry((*word).into()).or_insert(fresh_word);
            let fresh_node = self.nodes.len() as u32;
            let next = *self.nodes[node]
                .next
                .entry((link, word))
                .or_insert(fresh_node);
            if next == fresh_node {
                self.nodes.push(Node::default());
            }
            node = next as usize;
        }
        let entries = &mut self.nodes[node].entries;
        let same = entries
            .iter_mut()
            .find(|other| other.fit.who == entry.fit.who && other.shapes == entry.shapes);
        match same {
            // An alias of the list stands above the same short form made by a rule.
            Some(other) if entry.fit.form < other.fit.form => *other = entry,
            Some(_) => {}
            None => entries.push(entry),
        }
    }

    /// The longest name at every word of a text that begins one.
    pub(super) fn find(&self, words: &Words<'_>) -> Vec<Candidate> {
        (0..words.len())
            .filter_map(|first| self.longest_at(words, first))
            .collect()
    }

    /// What exactly these words name of a kind, or the seat of a government that they name, whatever
    /// it is taken for.
    pub(super) fn at(
        &self,
        words: &Words<'_>,
        first: usize,
        last: usize,
        kind: EntityKind,
    ) -> Vec<NameFit> {
        let entries = self.entries_at(words, first, last).iter();
        entries
            .filter(|entry| entry.kind == kind || entry.is_seat)
            .filter(|entry| entry.fit.form != NameForm::Compass)
            .filter(|entry| entry.fits(words, first, last))
            .map(|entry| entry.fit)
            .collect()
    }

    /// The country that exactly these words name.
    pub(super) fn country_at(&self, words: &Words<'_>, first: usize, last: usize) -> Vec<NameFit> {
        let entries = self.entries_at(words, first, last).iter();
        entries
            .filter(|entry| entry.kind == EntityKind::Place && !entry.is_capital)
            .filter(|entry| entry.fit.form != NameForm::Compass)
            .filter(|entry| entry.fits(words, first, last))
            .map(|entry| entry.fit)
            .collect()
    }

    fn entries_at(&self, words: &Words<'_>, first: usize, last: usize) -> &[Entry] {
        let mut node = 0;
        for at in first..=last {
            let link = if at == first {
                Some(Link::Near)
            } else {
                link(words.joint(at))
            };
            let step = link.zip(self.words.get(words.folded(at)).copied());
            let Some(next) = step.and_then(|step| self.nodes[node].next.get(&step)) else {
                return &[];
            };
            node = *next as usize;
        }
        &self.nodes[node].entries
    }

    /// Whether what a name means is of one of some kinds.
    pub(super) fn is_of(&self, fit: NameFit, kinds: &[EntityKind]) -> bool {
        matches!(fit.who, Referent::Curated(position)
            if self.kinds.get(position).is_some_and(|kind| kinds.contains(kind)))
    }

    /// Whether a folded word is a name by itself.
    pub(super) fn is_word(&self, folded: &str) -> bool {
        let step = self.words.get(folded).map(|&word| (Link::Near, word));
        let node = step.and_then(|step| self.nodes[0].next.get(&step));
        node.is_some_and(|&node| !self.nodes[node as usize].entries.is_empty())
    }

    /// `the North` and the like, wherever it stands.
    pub(super) fn find_compass(&self, words: &Words<'_>) -> Vec<Candidate> {
        let compass = (0..words.len()).filter(|&at| is_compass(words.folded(at)));
        let found = compass.filter_map(|at| {
            let node = self.nodes[0]
                .next
                .get(&(Link::Near, *self.words.get(words.folded(at))?))?;
            let entries = self.nodes[*node as usize].entries.iter();
            let fits = entries.filter(|entry| entry.fit.form == NameForm::Compass);
            let fits: Vec<NameFit> = fits
                .filter(|entry| entry.fits(words, at, at))
                .map(|entry| entry.fit)
                .collect();
            (!fits.is_empty()).then(|| Candidate {
                first: at,
                last: at,
                span: words.span(at),
                reading: Reading::Names(fits),
                tagged: None,
            })
        });
        found.collect()
    }

    fn longest_at(&self, words: &Words<'_>, first: usize) -> Option<Candidate> {
        let mut node = 0;
        let mut found = None;
        for last in first..words.len() {
            let link = if last == first {
                Some(Link::Near)
            } else {
                link(words.joint(last))
            };
            let step = link.zip(self.words.get(words.folded(last)).copied());
            let Some(next) = step.and_then(|step| self.nodes[node].next.get(&step)) else {
                break;
            };
            node = *next as usize;
            let fits: Vec<NameFit> = self.nodes[node]
                .entries
                .iter()
                .filter(|entry| entry.fits(words, first, last))
                .map(|entry| entry.fit)
                .collect();
            if !fits.is_empty() {
                found = Some((last, fits));
            }
        }
        let (last, fits) = found?;
        Some(Candidate {
            first,
            last,
            span: words.cover(first, last),
            reading: Reading::Names(fits),
            tagged: None,
        })
    }
}

impl Entry {
    fn fits(&self, words: &Words<'_>, first: usize, last: usize) -> bool {
        let shapes_fit = self
            .shapes
            .iter()
            .zip(first..=last)
            .all(|(shape, at)| match shape {
                Shape::Any => true,
                Shape::Capital => words.is_capital(at),
                Shape::AllCapitals => {
                    let raw = words.raw(at);
                    let plural = raw.strip_suffix('s').is_some_and(all_capitals)
                        && self.fit.form == NameForm::Inflected;
                    plural || all_capitals(raw) && !is_shouted_word(words, at)
                }
            });
        if !shapes_fit || !self.needs_article {
            return shapes_fit;
        }
        // `the North`, but not `the North Atlantic` or `the north of the country`.
        let after = last + 1;
        let in_longer_name = words.joint(after).is_near()
            && (words.is_capital(after) || words.folded(after) == "of");
        let directly =
            |at: usize| at > 0 && words.folded(at - 1) == "the" && words.joint(at) == Joint::Space;
        // `the nuclear-armed North`
        let mut lead = first;
        while is_compass(words.folded(first))
            && first - lead < 3
            && lead > 0
            && !directly(lead)
            && words.joint(lead).is_near()
            && !words.is_capital(lead - 1)
            && !crate::text::is_stop_word(words.folded(lead - 1))
        {
            lead -= 1;
        }
        directly(lead) && !in_longer_name
    }
}

/// Whether the word is a common word in capitals because its surroundings are, such as `US` in
/// `GIVE US MORE`, and not an acronym.
fn is_shouted_word(words: &Words<'_>, at: usize) -> bool {
    let common = matches!(
        words.folded(at),
        "us" | "it" | "who" | "aid" | "so" | "no" | "as"
    );
    let neighbours = [at.checked_sub(1), Some(at + 1)];
    common
        && !words.raw(at).contains('.')
        && neighbours
            .into_iter()
            .flatten()
            .any(|neighbour| words.same_sentence(at, neighbour) && words.is_all_capitals(neighbour))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Article {
    /// The name has none, or one that may lack: `The Washington Post`.
    Free,
    /// The name is one only with it: `the North`.
    Needed,
}

/// A name without its article. One that the list has in lower case before a single word is needed.
fn without_article(name: &str) -> (&str, Article) {
    if let Some(rest) = name.strip_prefix("the ") {
        let single = !rest.trim().contains(char::is_whitespace);
        return (
            rest,
            if single {
                Article::Needed
            } else {
                Article::Free
            },
        );
    }
    (name.strip_prefix("The ").unwrap_or(name), Article::Free)
}

fn is_compass(word: &str) -> bool {
    matches!(word, "north" | "south" | "east" | "west")
}

fn shape(raw: &str) -> Shape {
    if all_capitals(raw) {
        Shape::AllCapitals
    } else if raw.starts_with(char::is_uppercase) {
        Shape::Capital
    } else {
        Shape::Any
    }
}

fn link(joint: Joint) -> Option<Link> {
    match joint {
        Joint::Space | Joint::Hyphen | Joint::Glued => Some(Link::Near),
        Joint::Possessive => Some(Link::Possessive),
        Joint::Comma => Some(Link::Comma),
        Joint::Ampersand => Some(Link::Ampersand),
        Joint::Apart => None,
    }
}
