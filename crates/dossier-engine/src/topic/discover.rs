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
use crate::text::{Analyser, Token, is_stop_word};

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
#[derive(Clone, Debug, Default)]
struct Phrase {
    /// How it is written, and how often each form stands there.
    forms: BTreeMap<String, u32>,
    /// The passages that have it, in order.
    passages: Vec<u32>,
    /// How many documents have it, and the last of them.
    documents: u32,
    last_document: Option<u32>,
}

/// The topics of a collection, the strongest first; none where it has too few documents or no
/// phrases that tell them apart.
#[must_use]
pub fn discover(documents: &[Document]) -> Vec<TopicDefinition> {
    if documents.len() < FEWEST_DOCUMENTS {
        return Vec::new();
    }
    let (phrases, passages) = phrases(documents);
    let mut scored: Vec<(f64, Vec<String>, Phrase)> = phrases
        .into_iter()
        .filter_map(|(stems, phrase)| {
            let score = score(&stems, &phrase, documents.len(), passages)?;
            Some((score, stems, phrase))
        })
        .collect();
    order::sort_by(&mut scored, |a, b| {
        b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1))
    });
    scored.truncate(MOST_PHRASES);
    grouped(&scored)
}

/// All phrases of the collection, by their stems, and how many passages were looked at.
fn phrases(documents: &[Document]) -> (BTreeMap<Vec<String>, Phrase>, usize) {
    let all: usize = documents
        .iter()
        .map(|document| document.passages().count())
        .sum();
    let step = all.div_ceil(MOST_PASSAGES).max(1);
    let mut phrases: BTreeMap<Vec<String>, Phrase> = BTreeMap::new();
    let mut number = 0;
    let mut passage = 0;
    for (doc, document) in (0..).zip(documents) {
        let analyser = Analyser::new(&document.language);
        for block in document.passages() {
            number += 1;
            if number % step != 0 {
                continue;
            }
            let text = block.span.slice(&document.text);
            let tokens = analyser.tokens(text);
            for (at, token) in tokens.iter().enumerate() {
                let pair = tokens
                    .get(at + 1)
                    .filter(|next| next.span.start == token.span.end + 1);
                let word = std::slice::from_ref(token);
                let pair = pair.map(|_| &tokens[at..at + 2]);
                for words in [Some(word), pair]
                    .into_iter()
                    .flatten()
                    .filter(|words| words.iter().all(carries))
                {
                    let stems = words.iter().map(|token| token.stem.clone()).collect();
                    let span = crate::span::Span::new(
                        words[0].span.start,
                        words[words.len() - 1].span.end,
                    );
                    note(
                        phrases.entry(stems).or_default(),
                        span.slice(text),
                        doc,
                        passage,
                    );
                }
            }
            passage += 1;
        }
    }
    (phrases, passage as usize)
}

/// Whether a word can carry a subject.
fn carries(token: &Token) -> bool {
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
    let letters = token.word.chars().filter(|c| c.is_alphabetic()).count();
    let long = letters >= 3 || letters >= 2 && !token.word.is_ascii();
    long && !token.word.contains(|c: char| c.is_ascii_digit())
        && !is_stop_word(&token.word)
        && !EMPTY.contains(&token.word.as_str())
}

fn note(phrase: &mut Phrase, form: &str, doc: u32, passage: u32) {
    *phrase.forms.entry(form.to_owned()).or_default() += 1;
    if phrase.passages.last() != Some(&passage) {
        phrase.passages.push(passage);
    }
    if phrase.last_document != Some(doc) {
        phrase.last_document = Some(doc);
        phrase.documents += 1;
    }
}

/// How well a phrase tells the passages of a collection apart; `None` where it cannot.
fn score(stems: &[String], phrase: &Phrase, documents: usize, passages: usize) -> Option<f64> {
    let in_documents = phrase.documents as usize;
    let common = in_documents * 2 > documents || phrase.passages.len() * 2 > passages;
    if phrase.passages.len() < FEWEST_PASSAGES || in_documents < 2 || common {
        return None;
    }
    let rarity = ln(documents as f64 / in_documents as f64);
    // Two words that belong together say more than one.
    let pair = if stems.len() > 1 { 2.2 } else { 1.0 };
    Some((phrase.passages.len() as f64).sqrt() * rarity * pair)
}

/// Topics of phrases, the strongest first.
fn grouped(scored: &[(f64, Vec<String>, Phrase)]) -> Vec<TopicDefinition> {
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
                    cosine(&scored[seed].2.passages, &scored[other].2.passages),
                    other,
                )
            })
            .filter(|(cosine, _)| *cosine >= TOGETHER)
            .collect();
        order::sort_by(&mut members, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        members.truncate(MOST_CUES - 1);
        if members.is_empty() && scored[seed].1.len() == 1 {
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
    scored: &[(f64, Vec<String>, Phrase)],
    seed: usize,
    members: &[(f64, usize)],
    keys: &mut Vec<String>,
) -> Option<TopicDefinition> {
    let first = form(&scored[seed].2);
    // The second name is the closest phrase that shares no word with the first.
    let second = members.iter().find(|(_, member)| {
        scored[*member]
            .1
            .iter()
            .all(|stem| !scored[seed].1.contains(stem))
    });
    let name = match second {
        Some((_, member)) => format!("{} & {}", capital(&first), form(&scored[*member].2)),
        None => capital(&first),
    };
    let key = slug(&first);
    if key.is_empty() || keys.contains(&key) {
        return None;
    }
    keys.push(key.clone());
    let cue = |at: usize, weight| Cue {
        target: CueTarget::Words(form(&scored[at].2)),
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

/// The form in which a phrase is written most often; of equals the first.
fn form(phrase: &Phrase) -> String {
    let most = phrase.forms.values().copied().max().unwrap_or(0);
    let form = phrase.forms.iter().find(|(_, count)| **count == most);
    form.map_or_else(String::new, |(form, _)| {
        form.split_whitespace().collect::<Vec<&str>>().join(" ")
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
