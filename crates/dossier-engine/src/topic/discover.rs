//! Topics for a collection that defines none: its key phrases, grouped by standing together.
//!
//! Words and pairs of words count by how many passages have them and how few documents of the
//! collection do. The strongest one that is free begins a topic; the phrases that stand in the same
//! passages as it join it. So a topic is a definition like any that is written by hand, and can be
//! edited as one.

use std::collections::BTreeMap;

use crate::collection::{Cue, CueTarget, TopicDefinition, slug};
use crate::document::Document;
use crate::math::ln;
use crate::order;
use crate::span::Span;
use crate::text::{Analyser, Table, is_stop_word};

/// How many topics a collection gets.
const MOST_TOPICS: usize = 12;

/// Documents below which there is too little to find topics in.
pub const FEWEST_DOCUMENTS: usize = 8;

/// How many passages are looked at; of more, every second, third and so on.
const MOST_PASSAGES: usize = 8_000;

/// How many phrases are compared with each other.
const MOST_PHRASES: usize = 600;

/// How many phrases a topic has.
const MOST_CUES: usize = 14;

/// Fewest passages that a phrase must stand in.
const FEWEST_PASSAGES: usize = 3;

/// How much of their passages two phrases must share to belong together, as a cosine.
const TOGETHER: f64 = 0.16;

/// From which cosine on a phrase speaks as strongly for a topic as the one that began it.
const CLOSE: f64 = 0.34;

/// Threshold of the topics: one strong phrase, or two plain ones.
const THRESHOLD: f32 = 2.0;

/// A word or a pair of words.
struct Phrase {
    /// The stems of its words.
    stems: Vec<String>,
    /// How it is written most often.
    form: String,
    /// The passages that have it, in order.
    passages: Vec<u32>,
}

/// The topics of a collection, the strongest first; none where it has too few documents or no
/// phrases that tell them apart.
#[must_use]
pub fn discover(documents: &[Document]) -> Vec<TopicDefinition> {
    if documents.len() < FEWEST_DOCUMENTS {
        return Vec::new();
    }
    grouped(&Looked::new(documents).phrases(documents.len()))
}

/// The passages that are looked at, and where words and pairs of words stand in them.
#[derive(Default)]
struct Looked<'d> {
    /// The passages, with the number of the document.
    passages: Vec<(u32, &'d str)>,
    /// The stems of words that can carry a subject.
    stems: Stems,
    places: Vec<Place>,
}

/// Where a word or a pair of words stands. Those of one phrase come together when they are sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The number of the stem, and that of the second word's stem behind it, or [`ALONE`].
    stems: (u32, u32),
    passage: u32,
    span: Span,
}

/// Stands where a phrase has no second word.
const ALONE: u32 = u32::MAX;

/// Stems with their numbers.
#[derive(Default)]
struct Stems {
    names: Vec<String>,
    numbers: Table<u32>,
}

impl Stems {
    fn number(&mut self, stem: &str) -> u32 {
        self.numbers.get(stem).copied().unwrap_or_else(|| {
            let number = self.names.len() as u32;
            self.names.push(stem.to_owned());
            self.numbers.insert(stem.into(), number);
            number
        })
    }
}

impl<'d> Looked<'d> {
    fn new(documents: &'d [Document]) -> Self {
        let all: usize = documents
            .iter()
            .map(|document| document.passages().count())
            .sum();
        let step = all.div_ceil(MOST_PASSAGES).max(1);
        let mut found = Self::default();
        // For each language the words that were met, with the stems of those that can carry a subject.
        let mut met: BTreeMap<&str, Table<Option<u32>>> = BTreeMap::new();
        let mut number = 0;
        for (doc, document) in (0..).zip(documents) {
            let analyser = Analyser::new(&document.language);
            let met = met.entry(&document.language).or_default();
            for block in document.passages() {
                number += 1;
                if number % step == 0 {
                    let text = block.span.slice(&document.text);
                    found.read(&analyser, met, text);
                    found.passages.push((doc, text));
                }
            }
        }
        found.places.sort_unstable();
        found
    }

    /// Notes the words of the next passage.
    fn read(&mut self, analyser: &Analyser, met: &mut Table<Option<u32>>, text: &str) {
        let passage = self.passages.len() as u32;
        let mut before: Option<(u32, Span)> = None;
        analyser.each_word(text, |span, word| {
            let stem = met.get(word).copied().unwrap_or_else(|| {
                let stem = carries(word).then(|| self.stems.number(&analyser.stem(word)));
                met.insert(word.into(), stem);
                stem
            });
            let place = |stems, span| Place {
                stems,
                passage,
                span,
            };
            if let Some(stem) = stem {
                self.places.push(place((stem, ALONE), span));
                if let Some((first, start)) = before
                    && span.start == start.end + 1
                {
                    let both = Span::new(start.start, span.end);
                    self.places.push(place((first, stem), both));
                }
            }
            before = stem.map(|stem| (stem, span));
        });
    }

    /// The phrases that tell the passages apart best, the best first.
    fn phrases(&self, documents: usize) -> Vec<Phrase> {
        let of_one = self.places.chunk_by(|a, b| a.stems == b.stems);
        let mut scored: Vec<(f64, Vec<&str>, &[Place])> = of_one
            .filter_map(|places| Some((self.score(places, documents)?, self.stems(places), places)))
            .collect();
        order::sort_by(&mut scored, |a, b| {
            b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1))
        });
        scored.truncate(MOST_PHRASES);
        let phrases = scored.into_iter().map(|(_, stems, places)| Phrase {
            stems: stems.into_iter().map(str::to_owned).collect(),
            form: self.form(places),
            passages: passages(places).collect(),
        });
        phrases.collect()
    }

    /// How well a phrase tells the passages of a collection apart; `None` where it cannot.
    fn score(&self, places: &[Place], documents: usize) -> Option<f64> {
        if places.len() < FEWEST_PASSAGES {
            return None;
        }
        let (mut in_passages, mut in_documents, mut last) = (0, 0, None);
        for passage in passages(places) {
            let doc = self.passages.get(passage as usize).map(|(doc, _)| *doc);
            in_passages += 1;
            in_documents += usize::from(doc != last);
            last = doc;
        }
        let common = in_documents * 2 > documents || in_passages * 2 > self.passages.len();
        if in_passages < FEWEST_PASSAGES || in_documents < 2 || common {
            return None;
        }
        let rarity = ln(documents as f64 / in_documents as f64);
        // Two words that belong together say more than one.
        let is_pair = places.first().is_some_and(|place| place.stems.1 != ALONE);
        let pair = if is_pair { 2.2 } else { 1.0 };
        Some((in_passages as f64).sqrt() * rarity * pair)
    }

    /// The stems of a phrase, of which places are given.
    fn stems(&self, places: &[Place]) -> Vec<&str> {
        let numbers = places.first().map(|place| place.stems);
        let numbers = numbers.into_iter().flat_map(|(one, other)| [one, other]);
        let stems = numbers.filter_map(|number| self.stems.names.get(number as usize));
        stems.map(String::as_str).collect()
    }

    /// The form in which a phrase is written most often; of equals the first.
    fn form(&self, places: &[Place]) -> String {
        let mut forms: BTreeMap<&str, u32> = BTreeMap::new();
        for place in places {
            if let Some((_, text)) = self.passages.get(place.passage as usize) {
                *forms.entry(place.span.slice(text)).or_default() += 1;
            }
        }
        let most = forms.values().copied().max().unwrap_or(0);
        let form = forms.iter().find(|(_, count)| **count == most);
        form.map_or_else(String::new, |(form, _)| {
            form.split_whitespace().collect::<Vec<&str>>().join(" ")
        })
    }
}

/// The passages of places, each once.
fn passages(places: &[Place]) -> impl Iterator<Item = u32> {
    let same = places.chunk_by(|a, b| a.passage == b.passage);
    same.filter_map(|same| same.first())
        .map(|place| place.passage)
}

/// Whether a word can carry a subject.
fn carries(word: &str) -> bool {
    const EMPTY: [&str; 60] = [
        "say",
        "says",
        "said",
        "told",
        "tell",
        "also",
        "one",
        "two",
        "three",
        "first",
        "last",
        "new",
        "year",
        "years",
        "day",
        "days",
        "week",
        "month",
        "time",
        "people",
        "make",
        "made",
        "may",
        "like",
        "just",
        "get",
        "go",
        "going",
        "know",
        "think",
        "many",
        "much",
        "more",
        "most",
        "now",
        "even",
        "still",
        "back",
        "well",
        "way",
        "take",
        "took",
        "come",
        "came",
        "see",
        "part",
        "use",
        "used",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mr",
        "mrs",
        "ms",
        "want",
        "need",
    ];
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let long = letters >= 3 || letters >= 2 && !word.is_ascii();
    long && !word.contains(|c: char| c.is_ascii_digit())
        && !is_stop_word(word)
        && !EMPTY.contains(&word)
}

/// Topics of phrases, the strongest first.
fn grouped(scored: &[Phrase]) -> Vec<TopicDefinition> {
    let mut taken = vec![false; scored.len()];
    let mut keys: Vec<String> = Vec::new();
    let mut topics = Vec::new();
    for seed in 0..scored.len() {
        if topics.len() == MOST_TOPICS {
            break;
        }
        if taken[seed] {
            continue;
        }
        taken[seed] = true;
        let mut members: Vec<(f64, usize)> = (0..scored.len())
            .filter(|&other| !taken[other])
            .map(|other| {
                (
                    cosine(&scored[seed].passages, &scored[other].passages),
                    other,
                )
            })
            .filter(|(cosine, _)| *cosine >= TOGETHER)
            .collect();
        order::sort_by(&mut members, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        members.truncate(MOST_CUES - 1);
        if members.is_empty() && scored[seed].stems.len() == 1 {
            continue;
        }
        for (_, member) in &members {
            taken[*member] = true;
        }
        if let Some(topic) = topic(scored, seed, &members, &mut keys) {
            topics.push(topic);
        }
    }
    topics
}

fn topic(
    scored: &[Phrase],
    seed: usize,
    members: &[(f64, usize)],
    keys: &mut Vec<String>,
) -> Option<TopicDefinition> {
    let first = scored[seed].form.clone();
    // The second name is the closest phrase that shares no word with the first.
    let second = members.iter().find(|(_, member)| {
        scored[*member]
            .stems
            .iter()
            .all(|stem| !scored[seed].stems.contains(stem))
    });
    let name = match second {
        Some((_, member)) => format!("{} & {}", capital(&first), scored[*member].form),
        None => capital(&first),
    };
    let key = slug(&first);
    if key.is_empty() || keys.contains(&key) {
        return None;
    }
    keys.push(key.clone());
    let cue = |at: usize, weight| Cue {
        target: CueTarget::Words(scored[at].form.clone()),
        weight,
    };
    let mut cues = vec![cue(seed, 2.0)];
    for (cosine, member) in members {
        let new = cue(*member, if *cosine >= CLOSE { 2.0 } else { 1.0 });
        let folded = |cue: &Cue| match &cue.target {
            CueTarget::Words(words) | CueTarget::Entity(words) => words.to_lowercase(),
        };
        if !cues.iter().any(|known| folded(known) == folded(&new)) {
            cues.push(new);
        }
    }
    Some(TopicDefinition {
        key,
        name,
        description: String::new(),
        cues,
        threshold: THRESHOLD,
    })
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters.as_str().chars()).collect()
}

/// How much two ordered lists share, 0 to 1.
fn cosine(one: &[u32], other: &[u32]) -> f64 {
    let mut others = other.iter().peekable();
    let mut common = 0;
    for passage in one {
        while others.next_if(|next| *next < passage).is_some() {}
        common += usize::from(others.next_if(|next| *next == passage).is_some());
    }
    common as f64 / ((one.len() * other.len()) as f64).sqrt().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collection() -> Vec<Document> {
        let harbour =
            "The harbour master said that the dredging of the channel for container ships goes on.";
        let school =
            "The school board heard parents who want smaller classes and warm school meals.";
        let bees =
            "Beekeepers fear that foulbrood kills bee colonies before the spring honey flow.";
        let text = |n: usize| match n % 3 {
            0 => format!("{harbour}\n\nThe container ships of number {n} wait. {harbour}"),
            1 => format!("{school}\n\nMore school meals are paid for. {school}"),
            _ => format!("{bees}\n\nThe honey flow was weak. {bees}"),
        };
        (0..12)
            .map(|n| Document::plain(&n.to_string(), "", &text(n)))
            .collect()
    }

    #[test]
    fn key_phrases_that_stand_together_are_a_topic() {
        let topics = discover(&collection());
        assert!((3..=MOST_TOPICS).contains(&topics.len()), "{topics:#?}");
        let has = |words: &str| {
            let words: Vec<&str> = words.split(',').collect();
            topics.iter().any(|topic| {
                let cues: Vec<String> = topic
                    .cues
                    .iter()
                    .map(|cue| format!("{:?}", cue.target).to_lowercase())
                    .collect();
                words
                    .iter()
                    .all(|word| cues.iter().any(|cue| cue.contains(word)))
            })
        };
        assert!(
            has("container,harbour") && has("school,meals") && has("honey,colonies"),
            "{topics:#?}"
        );
        assert_eq!(discover(&collection()), topics);
    }

    #[test]
    fn a_few_documents_get_none() {
        assert!(discover(&collection()[..3]).is_empty());
        assert!(discover(&[]).is_empty());
    }
}
