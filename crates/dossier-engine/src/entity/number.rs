//! Numbers in digits and in words.

use super::words::{Joint, Words};
use crate::text::WordList;

/// A number that was read: an exact value, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number(u128);

/// A number in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberAt {
    /// Its value.
    pub(super) value: Number,
    /// Position of its last word.
    pub(super) last: usize,
}

/// More than what a text needs; larger values are not read.
const LARGEST: u128 = 1_000_000_000_000_000_000_000;

impl Number {
    /// The number with this whole value.
    pub(super) fn whole(value: u32) -> Self {
        Self(u128::from(value) * 1000)
    }

    fn times(self, factor: u128) -> Option<Self> {
        self.0
            .checked_mul(factor)
            .filter(|&value| value < LARGEST)
            .map(Self)
    }

    /// The value where it is whole and small.
    pub(super) fn as_whole(self) -> Option<u32> {
        (self.0.is_multiple_of(1000)).then(|| u32::try_from(self.0 / 1000).ok())?
    }

    /// The number in words of figures: `12`, `1.5`, `20,000`, `7 million`.
    pub(super) fn english(self) -> String {
        let scales = [
            (1_000_000_000_000, " trillion"),
            (1_000_000_000, " billion"),
            (1_000_000, " million"),
        ];
        for (scale, name) in scales {
            // At most three decimals, or the figures are shown whole.
            if self.0 >= scale * 1000 && self.0.is_multiple_of(scale) {
                return [&figures(self.0 / scale), name].concat();
            }
        }
        figures(self.0)
    }
}

/// Thousandths as figures, whole part in groups of three.
fn figures(thousandths: u128) -> String {
    let digits = (thousandths / 1000).to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    let rest = thousandths % 1000;
    if rest > 0 {
        text.push('.');
        text.push_str((1000 + rest).to_string()[1..].trim_end_matches('0'));
    }
    text
}

/// The number that begins at a word: digits or words, with `million` and its like. `hundred` and
/// its like without a number before them are no number.
pub(super) fn at(words: &Words<'_>, first: usize) -> Option<NumberAt> {
    let (mut value, mut last) = digits(words.folded(first))
        .map(|value| (value, first))
        .or_else(|| spelt(words, first))?;
    if words.folded(last + 1) == "and"
        && words.folded(last + 2) == "a"
        && words.folded(last + 3) == "half"
    {
        value = Number(value.0 + 500);
        last += 3;
    }
    while matches!(
        words.joint(last + 1),
        Joint::Space | Joint::Hyphen | Joint::Glued
    ) && let Some(scale) = scale(words.folded(last + 1))
    {
        value = value.times(scale)?;
        last += 1;
    }
    Some(NumberAt { value, last })
}

/// The number times what letters directly after it say, as in sums of money: `5bn`, `20k`.
pub(super) fn scaled(value: Number, letters: &str) -> Option<Number> {
    match letters {
        "k" | "K" => value.times(1000),
        "m" | "M" => value.times(1_000_000),
        _ => value.times(scale(letters)?),
    }
}

/// Reads a word of digits with at most one decimal point.
pub(super) fn digits(word: &str) -> Option<Number> {
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (whole, decimals) = word.split_once('.').unwrap_or((word, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 15 || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    if word.contains('.') && decimals.is_empty() {
        return None;
    }
    let mut value: u128 = whole.parse().ok()?;
    for place in 0..3 {
        let digit = decimals.as_bytes().get(place).map_or(0, |byte| byte - b'0');
        value = value * 10 + u128::from(digit);
    }
    Some(Number(value))
}

/// Reads number words: `seven`, `twenty-four`, `three hundred and five`.
fn spelt(words: &Words<'_>, first: usize) -> Option<(Number, usize)> {
    let mut total = small(words.folded(first))?;
    let mut last = first;
    if total >= 20
        && matches!(words.joint(last + 1), Joint::Hyphen | Joint::Space)
        && let Some(unit) = small(words.folded(last + 1)).filter(|unit| (1..10).contains(unit))
    {
        total += unit;
        last += 1;
    }
    if words.folded(last + 1) == "hundred" && words.joint(last + 1) == Joint::Space {
        total *= 100;
        last += 1;
        let and = usize::from(words.folded(last + 1) == "and");
        if let Some((rest, end)) = spelt_below_hundred(words, last + 1 + and)
            && words.joint(last + 1) == Joint::Space
        {
            total += rest;
            last = end;
        }
    }
    Some((Number::whole(total), last))
}

fn spelt_below_hundred(words: &Words<'_>, first: usize) -> Option<(u32, usize)> {
    let tens = small(words.folded(first))?;
    match small(words.folded(first + 1)) {
        Some(unit @ 1..10) if tens >= 20 && words.joint(first + 1).is_near() => {
            Some((tens + unit, first + 1))
        }
        _ => Some((tens, first)),
    }
}

/// The words that a spelt number may begin with.
pub(super) static SPELT: WordList = WordList::new(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
     sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
);

fn small(word: &str) -> Option<u32> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

fn scale(word: &str) -> Option<u128> {
    Some(match word {
        "hundred" => 100,
        "thousand" => 1000,
        "lakh" => 100_000,
        "crore" => 10_000_000,
        "million" | "mn" => 1_000_000,
        "billion" | "bn" => 1_000_000_000,
        "trillion" | "tn" => 1_000_000_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::at;
    use crate::entity::words::Words;
    use crate::text::Analyser;

    fn read(text: &str) -> Option<String> {
        let words = Words::of_name(text, &Analyser::new("en"));
        at(&words, 0).map(|number| number.value.english())
    }

    #[test]
    fn figures_and_words_give_the_same_number() {
        for (text, expected) in [
            ("12", "12"),
            ("20,000", "20,000"),
            ("5.50", "5.5"),
            ("7 million", "7 million"),
            ("1.5 billion", "1.5 billion"),
            ("1,500 million", "1.5 billion"),
            ("seven", "7"),
            ("twenty-four", "24"),
            ("three hundred and five", "305"),
            ("five hundred thousand", "500,000"),
            ("one and a half", "1.5"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in ["million", "x12", "1.2.3", "9999999999999999", "and five"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
