//! How a word looks: its case, and which kinds of letters it has in which order.

use super::hash;
use super::token::Form;

/// The form and the shape of a word, number or sign.
pub(super) fn look(raw: &str) -> (Form, u32) {
    match plain_form(raw) {
        Some(Form::Capital) => (Form::Capital, CAPITALISED),
        Some(form) => (form, SMALL),
        None => (form(raw), shape(raw)),
    }
}

/// The form of a word of letters of ASCII that are all small but perhaps the first, as most are.
fn plain_form(raw: &str) -> Option<Form> {
    let (first, rest) = raw.as_bytes().split_first()?;
    let is_plain = rest.iter().all(u8::is_ascii_lowercase);
    match first {
        b'a'..=b'z' if is_plain => Some(Form::Lower),
        b'A'..=b'Z' if is_plain && !rest.is_empty() => Some(Form::Capital),
        _ => None,
    }
}

/// The shape of words that are all small letters, and of those with a capital before them.
const SMALL: u32 = end_run(end_run(hash::SEED, (0, 0)), (1, 1));
const CAPITALISED: u32 = end_run(end_run(end_run(hash::SEED, (0, 0)), (2, 1)), (1, 1));

fn form(raw: &str) -> Form {
    let Some(first) = raw.chars().next() else {
        return Form::Sign;
    };
    if first.is_numeric() {
        return Form::Number;
    }
    if !first.is_alphabetic() {
        return Form::Sign;
    }
    if !first.is_uppercase() {
        return Form::Lower;
    }
    let mut others = raw.chars().skip(1).filter(|c| c.is_alphabetic()).peekable();
    if others.peek().is_some() && others.all(|c| !c.is_lowercase()) {
        Form::Capitals
    } else {
        Form::Capital
    }
}

/// The runs of letters of one kind in a word: capital, small, figure, other; long runs are alike.
fn shape(raw: &str) -> u32 {
    let mut value = hash::SEED;
    let mut run = (0, 0);
    let mut runs = 0;
    for character in raw.chars() {
        let class = if character.is_lowercase() {
            1
        } else if character.is_uppercase() {
            2
        } else if character.is_numeric() {
            3
        } else if character.is_alphabetic() {
            4
        } else {
            5 + character as u32 % 64
        };
        if class == run.0 {
            run.1 += 1;
        } else {
            value = end_run(value, run);
            run = (class, 1);
            runs += 1;
            if runs > 6 {
                break;
            }
        }
    }
    end_run(value, run)
}

const fn end_run(value: u32, (class, length): (u32, u32)) -> u32 {
    let most = match class {
        1 => 1,
        3 => 5,
        _ => 2,
    };
    let length = if length < most { length } else { most };
    hash::join(value, class << 8 | length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_look_as_any_word_does() {
        for word in [
            "a", "word", "Word", "Ab", "A", "AB", "aB", "WoRd", "é", "Été", "x1",
        ] {
            assert_eq!(look(word), (form(word), shape(word)), "{word}");
        }
    }
}
