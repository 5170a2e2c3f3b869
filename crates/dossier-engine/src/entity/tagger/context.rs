//! What the tokens of a text tell about each other: sentences in capitals, runs of capitalised
//! words, and how a word is used elsewhere in the text.

use super::gazetteer::{Evidence, Gazetteer, Known};
use super::hash;
use super::token::{Form, Tokens};

/// How a sentence is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// All words are in capitals, so that capitals say nothing.
    pub capitals: bool,
    /// Nearly all long words are capitalised: a heading.
    pub heading: bool,
    /// A quarter or more are numbers: a table or a list of results.
    pub table: bool,
}

impl Mode {
    /// The mode as a number below 8.
    #[must_use]
    pub fn code(self) -> u32 {
        u32::from(self.capitals) | u32::from(self.heading) << 1 | u32::from(self.table) << 2
    }
}

/// The run of capitalised words that a token stands in; of a token outside one, itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// Its first token.
    pub first: u32,
    /// Its last token.
    pub last: u32,
}

/// A text, cut and looked around in.
#[derive(Debug)]
pub struct Text {
    /// Its tokens.
    pub tokens: Tokens,
    /// What is known of each token.
    pub evidence: Vec<Evidence>,
    /// The run of each token.
    pub runs: Vec<Run>,
    /// How each token's word is used in the whole text: bits of [`usage`].
    pub usage: Vec<u16>,
    /// For each sentence, how it is written.
    pub modes: Vec<Mode>,
}

/// Ways in which a capitalised word is used in a text.
pub mod usage {
    /// In small letters too.
    pub const SMALL: u16 = 1;
    /// Capitalised where it need not be.
    pub const INSIDE: u16 = 1 << 1;
    /// After a first name or a title.
    pub const AFTER_FIRST: u16 = 1 << 2;
    /// After `in`, `at` or `near`.
    pub const AFTER_IN: u16 = 1 << 3;
    /// Before `said` and the like.
    pub const SPEAKS: u16 = 1 << 4;
    /// At the beginning of a run of several.
    pub const RUN_FIRST: u16 = 1 << 5;
    /// At the end of a run of several.
    pub const RUN_LAST: u16 = 1 << 6;
    /// After `the`.
    pub const AFTER_THE: u16 = 1 << 7;
    /// Alone, where it need not be capitalised.
    pub const ALONE: u16 = 1 << 8;
    /// Beside brackets: `United Nations (UN)`.
    pub const IN_BRACKETS: u16 = 1 << 9;
}

impl Text {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &str, gazetteer: &Gazetteer) -> Self {
        let tokens = Tokens::new(text);
        let evidence = gazetteer.look_up(&tokens);
        let modes: Vec<Mode> = tokens
            .sentences
            .iter()
            .map(|sentence| mode(&tokens, sentence.clone()))
            .collect();
        let runs = runs(&tokens);
        let usage = usages(&tokens, &evidence, &modes, &runs);
        Self {
            tokens,
            evidence,
            runs,
            usage,
            modes,
        }
    }
}

fn mode(tokens: &Tokens, sentence: std::ops::Range<usize>) -> Mode {
    let (mut words, mut capitals, mut numbers) = (0, 0, 0);
    let (mut long, mut long_capital, mut letters) = (0, 0, 0);
    let list = &tokens.list[sentence];
    for token in list {
        let length = token.span.len();
        match token.form {
            Form::Number => numbers += 1,
            Form::Sign => {}
            form => {
                words += 1;
                if length > 1 {
                    letters += 1;
                    capitals += usize::from(form == Form::Capitals);
                }
                if length > 3 {
                    long += 1;
                    long_capital += usize::from(form.is_capital());
                }
            }
        }
    }
    let ends = list
        .last()
        .is_some_and(|last| matches!(tokens.folded(last), "." | "?" | "\""));
    Mode {
        capitals: letters > 0 && capitals * 10 >= letters * 8 && (capitals > 1 || long > 0),
        heading: words > 3 && long > 2 && long_capital * 10 >= long * 9 && !ends,
        table: numbers * 4 >= list.len(),
    }
}

/// Small words that may stand inside a run: `Bank of England`.
fn joins(tokens: &Tokens, at: usize) -> bool {
    matches!(
        tokens.folded(&tokens.list[at]),
        "of" | "for"
            | "and"
            | "&"
            | "-"
            | "de"
            | "al"
            | "bin"
            | "van"
            | "von"
            | "la"
            | "del"
            | "du"
            | "."
    )
}

fn runs(tokens: &Tokens) -> Vec<Run> {
    let mut runs: Vec<Run> = (0..tokens.list.len() as u32)
        .map(|at| Run {
            first: at,
            last: at,
        })
        .collect();
    let capital = |at: usize| tokens.list[at].form.is_capital();
    for sentence in &tokens.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            if !capital(at) {
                at += 1;
                continue;
            }
            let first = at;
            let mut last = at;
            loop {
                let next = last + 1;
                if next < sentence.end && capital(next) {
                    last = next;
                } else if next + 1 < sentence.end && capital(next + 1) && joins(tokens, next) {
                    last = next + 1;
                } else {
                    break;
                }
            }
            let run = Run {
                first: first as u32,
                last: last as u32,
            };
            runs[first..=last].fill(run);
            at = last + 1;
        }
    }
    runs
}

/// How capitalised words are used, gathered over all places that have the same word.
fn usages(tokens: &Tokens, evidence: &[Evidence], modes: &[Mode], runs: &[Run]) -> Vec<u16> {
    let list = &tokens.list;
    // A bit for each small word, by hash: an error now and then does no harm.
    let bits = (list.len() * 16)
        .next_power_of_two()
        .clamp(1 << 10, 1 << 24);
    let mut small = vec![0_u64; bits / 64];
    let place = |hash: u32| (hash::mix(hash) as usize) & (bits - 1);
    for token in list.iter().filter(|token| token.form == Form::Lower) {
        let at = place(token.hash);
        small[at / 64] |= 1 << (at % 64);
    }
    let mut own: Vec<(u32, u32, u16)> = Vec::new();
    for (sentence, mode) in tokens.sentences.iter().zip(modes) {
        for at in sentence.clone().filter(|&at| list[at].form.is_capital()) {
            let hash = list[at].hash;
            let bit = place(hash);
            let mut bits = 0;
            if small[bit / 64] >> (bit % 64) & 1 == 1 {
                bits |= usage::SMALL;
            }
            if !mode.capitals && !mode.heading {
                bits |= use_of(tokens, evidence, sentence.start, sentence.end, at, runs[at]);
            }
            own.push((hash, at as u32, bits));
        }
    }
    own.sort_unstable();
    let mut usage = vec![0; list.len()];
    for same in own.chunk_by(|one, other| one.0 == other.0) {
        let all = same.iter().fold(0, |all, (_, _, bits)| all | bits);
        for &(_, at, _) in same {
            usage[at as usize] = all;
        }
    }
    usage
}

fn use_of(
    tokens: &Tokens,
    evidence: &[Evidence],
    start: usize,
    end: usize,
    at: usize,
    run: Run,
) -> u16 {
    let mut bits = 0;
    let before = (at > start).then(|| tokens.folded(&tokens.list[at - 1]));
    let after = (at + 1 < end).then(|| tokens.folded(&tokens.list[at + 1]));
    let mut set = |condition: bool, bit: u16| {
        if condition {
            bits |= bit;
        }
    };
    let opening = before.is_none_or(|before| matches!(before, "\"" | "'" | "\u{201c}" | ":" | "-"));
    let several = run.first < run.last;
    set(!opening, usage::INSIDE);
    set(!opening && !several, usage::ALONE);
    set(several && run.first as usize == at, usage::RUN_FIRST);
    set(several && run.last as usize == at, usage::RUN_LAST);
    set(
        matches!(before, Some("in" | "at" | "near")),
        usage::AFTER_IN,
    );
    set(before == Some("the"), usage::AFTER_THE);
    set(
        before == Some("(") && after == Some(")"),
        usage::IN_BRACKETS,
    );
    set(
        matches!(after, Some("said" | "says" | "told" | "added" | "who")),
        usage::SPEAKS,
    );
    if at > start {
        let known = evidence[at - 1].word & (Known::First.bit() | Known::Title.bit());
        set(
            known != 0 && tokens.list[at - 1].form.is_capital(),
            usage::AFTER_FIRST,
        );
    }
    bits
}
