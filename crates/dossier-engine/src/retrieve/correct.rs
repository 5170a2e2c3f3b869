//! What a misspelt word was meant to be.
//!
//! Of the stems within a few typing errors of a word, those are likeliest that are reached by the
//! likelier errors, and that stand in documents with the other words of the query: a noisy channel
//! (Kernighan, Church and Gale, *A Spelling Correction Program Based on a Noisy Channel Model*,
//! 1990) whose prior knows the query.

use super::words::rarity;
use crate::index::{END, Index, Near, Postings, Stem, budget};
use crate::order;
use crate::store::{self, Fault};
use crate::text::Token;

/// How many stems a misspelt word is taken for at most.
const MOST: usize = 4;

/// How many stems are weighed at most: those that would be likeliest without the other words.
const WEIGHED: usize = 24;

/// How many other words of the query are looked at: the rarest.
const OTHERS: usize = 8;

/// A word with more letters is a name of something else or noise, and is not corrected.
const LONGEST: usize = 40;

/// A stem that is less likely than the likeliest by this factor is not taken.
const NEGLIGIBLE: f32 = 0.05;

/// How likely a letter is typed that is wrong or too many, against an exchange or an omission, of
/// which there are as many as letters, and not as many as letters of the alphabet times that.
const WRONG_LETTER: f32 = 0.3;

/// What a document with a stem counts where the query has no other words, against 1 for one that
/// has all other words; small, so that any other word counts more.
const ALONE: f32 = 0.001;

/// How much likelier a word is meant as typed, where some document has it, than as an error.
const AS_TYPED: f32 = 10.0;

/// One in so many documents is enough for a word to be meant as typed.
const MANY: u32 = 4096;

/// What part of the other words, by rarity, is enough likewise where one document has them too.
const SOME: f32 = 0.25;

/// A stem that a word may have been meant for.
#[derive(Clone, Debug)]
pub(super) struct Meant {
    pub stem: Stem,
    /// The form of it that is closest to what was typed.
    pub form: String,
    /// How likely it is among all, 0 to 1.
    pub likelihood: f32,
}

/// What a word may have been meant for, likeliest first; nothing where it is not taken to be
/// misspelt. `known` is the stem that it has, if any document has that, and `stems` are those of all
/// words of the query.
pub(super) fn corrections(
    index: Index<'_>,
    token: &Token,
    known: Option<Stem>,
    stems: &[Option<Stem>],
) -> Result<Vec<Meant>, Fault> {
    let others = others(stems, known);
    if let Some(known) = known
        && is_meant(index, known, &others)?
    {
        return Ok(Vec::new());
    }
    let mut near = near(index, token, known)?;
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let prior =
        |near: &Near| error(&token.word, &near.form) * (near.stem.documents() as f32).sqrt();
    order::sort_by(&mut near, |a, b| {
        let by_prior = prior(b).total_cmp(&prior(a));
        by_prior.then(a.stem.position().cmp(&b.stem.position()))
    });
    near.truncate(WEIGHED);
    let company = Company::new(index, &others)?;
    let weigh = |stem: Stem| company.evidence(index, stem);
    let weights = near
        .iter()
        .map(|near| Ok(error(&token.word, &near.form) * weigh(near.stem)?));
    let weights = store::all::<f32, Fault>(weights)?;
    let as_typed = known.map_or(Ok(0.0), weigh)? * AS_TYPED;
    let total = weights.iter().sum::<f32>() + as_typed;
    let least = NEGLIGIBLE * weights.iter().copied().fold(as_typed, f32::max);
    let mut meant: Vec<Meant> = near
        .into_iter()
        .zip(weights)
        .filter(|&(_, weight)| weight > least)
        .map(|(near, weight)| Meant {
            stem: near.stem,
            form: near.form,
            likelihood: weight / total,
        })
        .collect();
    order::sort_by(&mut meant, |a, b| {
        let by_likelihood = b.likelihood.total_cmp(&a.likelihood);
        by_likelihood.then(a.stem.position().cmp(&b.stem.position()))
    });
    meant.truncate(MOST);
    Ok(meant)
}

/// The rarest stems of a query but for one.
fn others(stems: &[Option<Stem>], but: Option<Stem>) -> Vec<Stem> {
    let mut others: Vec<Stem> = stems.iter().flatten().copied().collect();
    others.retain(|&other| Some(other) != but);
    order::sort_by_key(&mut others, |other| (other.documents(), other.position()));
    others.dedup();
    others.truncate(OTHERS);
    others
}

/// Whether a word that documents have is surely meant as typed: where many have it, or one has it
/// with some of the other words.
fn is_meant(index: Index<'_>, known: Stem, others: &[Stem]) -> Result<bool, Fault> {
    if others.is_empty() || known.documents() > 1 + index.documents() / MANY {
        return Ok(true);
    }
    let total: f32 = others.iter().map(|&other| rarity_of(index, other)).sum();
    let postings = others.iter().map(|&other| index.postings(other));
    let mut postings: Vec<Postings<'_>> = postings.collect::<Result<_, _>>()?;
    let mut documents = index.postings(known)?;
    while documents.doc() != END {
        let doc = documents.doc();
        let mut sum = 0.0;
        for (postings, &other) in postings.iter_mut().zip(others) {
            postings.seek(doc)?;
            if postings.doc() == doc {
                sum += rarity_of(index, other);
            }
        }
        if sum >= SOME * total {
            return Ok(true);
        }
        documents.advance()?;
    }
    Ok(false)
}

fn rarity_of(index: Index<'_>, stem: Stem) -> f32 {
    rarity(index, stem.documents())
}

/// The stems but for `known` with a form within the budget of a word, those with the fewest errors.
fn near(index: Index<'_>, token: &Token, known: Option<Stem>) -> Result<Vec<Near>, Fault> {
    let word = &token.word;
    let letters = word.chars().count();
    if word.contains(char::is_numeric) || letters > LONGEST {
        return Ok(Vec::new());
    }
    // Words of three letters have too many neighbours but for those that differ by an exchange or
    // an omission.
    let budget = if letters == 3 { 1 } else { budget(word) };
    if budget == 0 {
        return Ok(Vec::new());
    }
    let mut near = index.near(word, budget)?;
    near.retain(|near| Some(near.stem) != known);
    if near.is_empty() && known.is_none() && token.stem != *word {
        // Documents may have other forms than the one that was meant.
        near = index.near(&token.stem, budget)?;
    }
    if letters == 3 {
        near.retain(|near| error(word, &near.form) > WRONG_LETTER);
    }
    let least = near.iter().map(|near| near.distance).min();
    near.retain(|near| Some(near.distance) == least);
    Ok(near)
}

/// How likely the error is that leads from a form to what was typed, 0 to 1.
fn error(typed: &str, form: &str) -> f32 {
    let (typed_letters, letters) = (typed.chars().count(), form.chars().count());
    let is_omission = letters > typed_letters;
    let is_exchange = || {
        let differ = typed.chars().zip(form.chars()).filter(|(a, b)| a != b);
        let (typed, meant): (Vec<char>, Vec<char>) = differ.unzip();
        letters == typed_letters && typed.iter().eq(meant.iter().rev())
    };
    if is_omission || is_exchange() {
        1.0
    } else {
        WRONG_LETTER
    }
}

/// The other words of a query by document.
struct Company {
    /// What part of their rarity each document has, 0 to 1; nothing where there are none.
    parts: Vec<f32>,
}

impl Company {
    fn new(index: Index<'_>, others: &[Stem]) -> Result<Self, Fault> {
        let total: f32 = others.iter().map(|&other| rarity_of(index, other)).sum();
        let mut parts = vec![0.0; index.documents() as usize];
        for &other in others {
            let part = rarity_of(index, other) / total;
            let mut postings = index.postings(other)?;
            while postings.doc() != END {
                if let Some(sum) = parts.get_mut(postings.doc() as usize) {
                    *sum += part;
                }
                postings.advance()?;
            }
        }
        Ok(Self { parts })
    }

    /// How much speaks for a stem: its documents by what they have of the other words, where those
    /// with most of them count far more than those with a few; against how many it has anyway.
    fn evidence(&self, index: Index<'_>, stem: Stem) -> Result<f32, Fault> {
        let mut sum = 0.0;
        let mut postings = index.postings(stem)?;
        while postings.doc() != END {
            let part = self.parts.get(postings.doc() as usize);
            sum += part.map_or(0.0, |part| part * part * part) + ALONE;
            postings.advance()?;
        }
        Ok(sum / (stem.documents() as f32).sqrt())
    }
}
