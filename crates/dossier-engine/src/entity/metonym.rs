//! When a capital or a seat of power stands for its government.
//!
//! A seat of power (an organisation of the list, such as a palace or a ministry's street) stands
//! for the government unless the text is about its site: after `in`, `at`, `near`, `outside`. A
//! city stands for it where it is
//! - the subject of a verb that governments have: `Paris says`, `Paris and Rome both deny`,
//!   `Paris, for its part, would`, `Paris, which imposed tariffs,`;
//! - the object of a verb that is done to governments: `warned Paris`, `to punish Paris`;
//! - the owner of what governments have: `Paris's nuclear ambitions`;
//! - a party to relations: `talks with Paris`, `ties between Paris and Rome`, `sanctions on Paris`,
//!   `a warning to Paris`, `according to Paris`, `Paris-backed`;
//! - joined by `and` or a comma to another that stands for a government.
//!
//! It does not where a word of place or motion stands before it: `in Paris`, `left Paris`, `travels
//! to Paris`, `Leaders in Paris say`. The lists of words are below; what no list settles stays a
//! city.

mod cues;

use std::collections::BTreeMap;

use super::EntityKind;
use super::candidate::Referent;
use super::link::Linked;
use super::table::Keys;
use super::words::{Joint, Words};
use crate::collection::EntityDefinition;
use crate::text::WordList;

/// How far the rules look around a mention, in words.
const REACH: usize = 6;

/// Says of each mention in order whether it stands for a government.
pub(super) fn mark(
    words: &Words<'_>,
    curated: &[EntityDefinition],
    keys: &Keys,
    mentions: &mut [Linked],
) {
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    for mention in mentions.iter() {
        ends.insert(mention.first, mention.last);
    }
    for at in 0..mentions.len() {
        let Some((country, is_city)) = seat(curated, keys, &mentions[at]) else {
            continue;
        };
        let mention = &mentions[at];
        let site = Site {
            words,
            ends: &ends,
            first: mention.first,
            last: mention.last,
        };
        // What is said of one of two that are joined is said of both.
        let partner = at
            .checked_sub(1)
            .map(|before| &mentions[before])
            .filter(|before| site.is_joined_to(before))
            .filter(|before| seat(curated, keys, before).is_some());
        let stands = match partner {
            Some(partner) => partner.stands_for.is_some(),
            None if is_city => site.city_acts(),
            None => !site.is_a_place(),
        };
        if stands {
            mentions[at].stands_for = Some(country);
        }
    }
}

/// The country for which a mention can stand, and whether the mention is a city.
fn seat(curated: &[EntityDefinition], keys: &Keys, mention: &Linked) -> Option<(Referent, bool)> {
    let Referent::Curated(position) = mention.who else {
        return None;
    };
    let own = curated.get(position)?;
    let country = keys.get(own.stands_for.as_deref()?)?;
    Some((*country, own.kind == EntityKind::Place))
}

/// A mention in its sentence.
struct Site<'a> {
    words: &'a Words<'a>,
    /// The last word of every mention by its first.
    ends: &'a BTreeMap<usize, usize>,
    first: usize,
    last: usize,
}

impl Site<'_> {
    /// The word so many places before the mention, in the same sentence.
    fn before(&self, back: usize) -> &str {
        match self.first.checked_sub(back) {
            Some(at) if self.words.same_sentence(at, self.first) => self.words.folded(at),
            _ => "",
        }
    }

    /// Whether one of the words before the mention is a cue, `from` to `from + REACH` places back.
    fn before_has(&self, from: usize, cue: &WordList) -> bool {
        (from..from + REACH).any(|back| cue.contains(self.before(back)))
    }

    /// The word directly before, past an article.
    fn lead(&self) -> (&str, usize) {
        match self.before(1) {
            "the" | "a" | "both" => (self.before(2), 2),
            word => (word, 1),
        }
    }

    fn is_a_place(&self) -> bool {
        cues::LOCATIVE.contains(self.lead().0)
    }

    /// Whether `and` or a comma joins the mention to one before it.
    fn is_joined_to(&self, other: &Linked) -> bool {
        let between = other.last + 1;
        if between == self.first {
            return self.words.joint(between) == Joint::Comma;
        }
        between + 1 == self.first
            && matches!(self.words.folded(between), "and" | "or" | "nor")
            && self.words.same_sentence(other.last, self.first)
            && self.words.joint(between) == Joint::Space
    }

    fn city_acts(&self) -> bool {
        let (lead, back) = self.lead();
        let joint = self.words.joint(self.first);
        let leads = matches!(joint, Joint::Space | Joint::Comma);
        // `sanctions hit Tehran`
        if joint == Joint::Space
            && cues::HARM.contains(lead)
            && (back + 1..back + 4).any(|at| cues::HARMFUL.contains(self.before(at)))
        {
            return true;
        }
        if joint == Joint::Space
            && (cues::LOCATIVE.contains(lead) || cues::DEPARTURE.contains(lead))
        {
            return false;
        }
        let relation = || self.before_has(back + 1, &cues::RELATION);
        match lead {
            _ if !leads => {}
            "to" => {
                let according = matches!(self.before(back + 1), "according" | "thanks");
                // What stands nearest says it: `visited Rome, which sells arms to Paris`.
                let nearest = |cue: &WordList| {
                    (back + 1..back + 1 + REACH).find(|&at| cue.contains(self.before(at)))
                };
                let address = nearest(&cues::ADDRESS);
                let motion = nearest(&cues::MOTION);
                return according
                    || address.is_some_and(|at| motion.is_none_or(|other| at < other));
            }
            "from" => return self.before_has(back + 1, &cues::ADDRESS) || relation(),
            "between" => return relation() || self.followed_by_relation(),
            "with" | "against" | "toward" | "towards" => return true,
            "on" | "upon" => return self.before_has(back + 1, &cues::IMPOSED),
            "by" => return is_participle(self.before(back + 1)),
            "of" => return self.before_has(back + 1, &cues::BELONGING),
            "for" => return self.before_has(back + 1, &cues::BELONGING) || relation(),
            word if cues::is_done_to(word) && back == 1 => return true,
            _ => {}
        }
        self.owns_policy() || self.is_compound() || self.is_subject()
    }

    /// `ties between Paris and Rome` with the noun after it: `Paris and Rome's dispute`.
    fn followed_by_relation(&self) -> bool {
        (1..REACH)
            .map(|after| self.last + after)
            .filter(|&at| self.words.same_sentence(at, self.last))
            .any(|at| self.words.is_in(at, &cues::RELATION))
    }

    /// `Paris's nuclear ambitions`, `Paris’ army`.
    fn owns_policy(&self) -> bool {
        let next = self.last + 1;
        self.words.joint(next) == Joint::Possessive
            && (next..next + 4)
                .take_while(|&at| at == next || self.words.joint(at).is_near())
                .any(|at| self.words.is_in(at, &cues::POLICY))
    }

    /// `Paris-backed`.
    fn is_compound(&self) -> bool {
        let next = self.last + 1;
        let word = self.words.folded(next);
        self.words.joint(next) == Joint::Hyphen
            && (is_participle(word) && !matches!(word, "based" | "born")
                || matches!(word, "led" | "friendly" | "run"))
    }

    /// Whether a verb that governments have follows, past adverbs and what is joined by `and`; or
    /// surrounds it in a question: `What does Paris want?`
    fn is_subject(&self) -> bool {
        let mut at = self.last + 1;
        let mut joined = false;
        // Several governments do what one does: `deny`, and not only `denies`.
        let mut plural = self.before_has(1, &cues::AUXILIARY);
        for _ in 0..2 * REACH {
            if !self.words.same_sentence(at, self.last) {
                return false;
            }
            let word = self.words.folded(at);
            let joint = self.words.joint(at);
            if joint == Joint::Comma && word == "for" && self.words.folded(at + 1) == "its" {
                at += 3;
                continue;
            }
            if joint == Joint::Comma
                && let Some(end) = self.ends.get(&at)
            {
                at = end + 1;
                plural = true;
                continue;
            }
            // `Paris, which imposed tariffs`
            if joint == Joint::Comma && word == "which" {
                return self.is_verb_of_government(at + 1);
            }
            let after_aside = joint == Joint::Comma && self.words.folded(at - 1) == "part";
            if joint != Joint::Space && !after_aside && !(joint == Joint::Comma && joined) {
                return false;
            }
            if let Some(end) = self.ends.get(&at)
                && joined
            {
                at = end + 1;
                joined = false;
                continue;
            }
            if matches!(word, "and" | "or" | "nor") {
                joined = true;
                plural = true;
                at += 1;
                continue;
            }
            if joined && matches!(word, "its" | "the" | "their" | "his" | "allies" | "ally") {
                joined = !word.starts_with("all");
                at += 1;
                continue;
            }
            if cues::is_adverb(word) {
                at += 1;
                continue;
            }
            // `a London court`, `the Paris dispute`: a noun that could be a verb.
            let agrees = plural || !cues::is_plain(word);
            return agrees && self.is_verb_of_government(at);
        }
        false
    }

    fn is_verb_of_government(&self, at: usize) -> bool {
        let word = self.words.folded(at);
        let mut next = at + 1;
        while cues::is_adverb(self.words.folded(next)) {
            next += 1;
        }
        let after = self.words.folded(next);
        match word {
            "will" | "would" | "could" | "may" | "might" | "must" | "should" | "can" | "cannot"
            | "won't" | "do" | "does" | "did" => true,
            "has" | "have" | "had" => {
                // `has no plans`, `has strict laws`
                let what = next..next + 3;
                let mut what = what.filter(|&at| self.words.same_sentence(at, self.last));
                after == "been"
                    || is_participle(after)
                    || after == "to"
                    || what.any(|at| self.words.is_in(at, &cues::POLICY))
            }
            "is" | "are" | "was" | "were" => {
                cues::STANCE.contains(after) || cues::is_act(after) && after.ends_with("ing")
            }
            _ => cues::is_act(word),
        }
    }
}

/// Whether a word looks like a past participle.
fn is_participle(word: &str) -> bool {
    word.len() > 3 && (word.ends_with("ed") || word.ends_with("en")) || PARTICIPLES.contains(word)
}

static PARTICIPLES: WordList = WordList::new(
    "made sent cut put said sold told held kept led left lost met paid set won become begun \
     gone done bought sought brought built lent struck backed",
);
