//! From the text of a query to its lexemes.

use super::{
    DEFAULT_NEAR, FieldName, MAX_NEAR, MAX_PROBLEMS, MAX_WORDS, QueryProblem, Word, WordMode,
};
use crate::order;
use crate::span::Span;
use crate::text::Analyser;

/// Longest name that is looked at as a field's, in letters.
const LONGEST_FIELD: usize = 24;

/// A lexeme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// One word or, of a compound, several.
    Words(Vec<Word>),
    /// What stands in quotation marks: its words, and the text itself.
    Quoted(Vec<Word>, String),
    /// A field's name with its colon.
    Field(FieldName),
    /// What follows `date:`, as it was typed.
    Dates(String),
    Open,
    Close,
    And,
    Or,
    Not,
    Near(u32),
}

/// A lexeme and where it stands.
pub(super) type Placed = (Lexeme, Span);

/// The problems of a query, as many as are named.
#[derive(Debug, Default)]
pub(super) struct Problems(Vec<QueryProblem>);

impl Problems {
    pub(super) fn add(&mut self, span: Span, message: impl Into<String>) {
        if self.0.len() < MAX_PROBLEMS {
            self.0.push(QueryProblem {
                span,
                message: message.into(),
            });
        }
    }

    /// The problems in the order of the query.
    pub(super) fn finish(mut self) -> Vec<QueryProblem> {
        order::sort_by_key(&mut self.0, |problem| problem.span);
        self.0
    }
}

/// Cuts a query into lexemes.
pub(super) fn lex(query: &str, analyser: &Analyser, problems: &mut Problems) -> Vec<Placed> {
    let mut lexer = Lexer {
        query,
        analyser,
        problems,
        found: Vec::new(),
        words: 0,
    };
    let mut at = 0;
    while at < query.len() && lexer.words < MAX_WORDS {
        at = lexer.next(at);
    }
    if lexer.words >= MAX_WORDS && query[at..].contains(char::is_alphanumeric) {
        let span = Span::new(at as u32, query.len() as u32);
        let message = format!("A query counts up to {MAX_WORDS} words; the rest is left out");
        lexer.problems.add(span, message);
    }
    lexer.found
}

struct Lexer<'a> {
    query: &'a str,
    analyser: &'a Analyser,
    problems: &'a mut Problems,
    found: Vec<Placed>,
    words: usize,
}

impl Lexer<'_> {
    /// Takes the lexeme at `at`, if one stands there, and gives where the next may stand.
    fn next(&mut self, at: usize) -> usize {
        let rest = &self.query[at..];
        let Some(first) = rest.chars().next() else {
            return self.query.len();
        };
        let after = at + first.len_utf8();
        match first {
            _ if first.is_whitespace() => after,
            '(' => self.push(Lexeme::Open, at, after),
            ')' => self.push(Lexeme::Close, at, after),
            '-' if self.query[after..].starts_with(begins_operand) => {
                self.push(Lexeme::Not, at, after)
            }
            _ if is_quote(first) => self.quoted(at, after),
            _ => self.bare(at),
        }
    }

    fn push(&mut self, lexeme: Lexeme, start: usize, end: usize) -> usize {
        self.found
            .push((lexeme, Span::new(start as u32, end as u32)));
        end
    }

    /// A phrase whose opening mark ends at `inside`.
    fn quoted(&mut self, at: usize, inside: usize) -> usize {
        let rest = &self.query[inside..];
        let (text, end) = if let Some(length) = rest.find(is_quote) {
            let close = rest[length..].chars().next().map_or(0, char::len_utf8);
            (&rest[..length], inside + length + close)
        } else {
            let span = Span::new(at as u32, inside as u32);
            let message = "The quotation mark is not closed; the phrase runs to the end";
            self.problems.add(span, message);
            (rest, self.query.len())
        };
        if self.expects_dates() {
            return self.push(Lexeme::Dates(text.into()), at, end);
        }
        let words = self.analyse(inside, inside + text.len());
        if words.is_empty() {
            let span = Span::new(at as u32, end as u32);
            self.problems
                .add(span, "The phrase has no words; it is left out");
            return end;
        }
        self.push(Lexeme::Quoted(words, text.into()), at, end)
    }

    /// Everything up to white space, a parenthesis or a quotation mark.
    fn bare(&mut self, at: usize) -> usize {
        let rest = &self.query[at..];
        if !self.expects_dates()
            && let Some(end) = self.field(at)
        {
            return end;
        }
        let is_end = |c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c);
        let length = rest.find(is_end).unwrap_or(rest.len());
        let (text, end) = (&rest[..length], at + length);
        if self.expects_dates() {
            return self.push(Lexeme::Dates(text.into()), at, end);
        }
        match text {
            "AND" => return self.push(Lexeme::And, at, end),
            "OR" => return self.push(Lexeme::Or, at, end),
            "NOT" => return self.push(Lexeme::Not, at, end),
            _ => {}
        }
        if let Some(distance) = text.strip_prefix("NEAR")
            && (distance.is_empty() || distance.starts_with('/'))
        {
            let distance = self.distance(distance, Span::new(at as u32, end as u32));
            return self.push(Lexeme::Near(distance), at, end);
        }
        let words = self.analyse(at, end);
        if words.is_empty() {
            return end;
        }
        self.push(Lexeme::Words(words), at, end)
    }

    /// The distance of a `NEAR` from what follows the word.
    fn distance(&mut self, text: &str, span: Span) -> u32 {
        let digits = text.trim_start_matches('/');
        match digits.parse::<u32>() {
            Ok(distance @ 1..=MAX_NEAR) => distance,
            Ok(0) => {
                self.problems
                    .add(span, "NEAR/0 asks for no distance; taken as NEAR/1");
                1
            }
            Ok(_) => {
                let message =
                    format!("NEAR reaches {MAX_NEAR} words at most; taken as NEAR/{MAX_NEAR}");
                self.problems.add(span, message);
                MAX_NEAR
            }
            Err(_) => {
                let message = format!("NEAR states no distance; taken as NEAR/{DEFAULT_NEAR}");
                self.problems.add(span, message);
                DEFAULT_NEAR
            }
        }
    }

    /// A field's name and colon at `at`, if they stand there; gives where they end. Looks no
    /// further, as the value may hold fields without end.
    fn field(&mut self, at: usize) -> Option<usize> {
        let rest = &self.query[at..];
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic);
        let length = letters.take(LONGEST_FIELD + 1).count();
        let (name, value) = rest.split_at(length);
        let value = value.strip_prefix(':')?;
        if name.is_empty() || length > LONGEST_FIELD {
            return None;
        }
        let end = at + length + 1;
        let span = Span::new(at as u32, end as u32);
        let has_value = value.starts_with(begins_operand);
        match FieldName::from_key(name) {
            Some(field) if has_value => return Some(self.push(Lexeme::Field(field), at, end)),
            Some(_) => {
                let message = format!("{name}: has no value; it is left out");
                self.problems.add(span, message);
                return Some(end);
            }
            None if has_value => {
                let message = format!("There is no field {name}; taken as a word");
                self.problems.add(span, message);
            }
            // Prose, or the address of a page.
            None => {}
        }
        None
    }

    /// Whether a value of `date:` comes next.
    fn expects_dates(&self) -> bool {
        let is_date = |found: &Placed| found.0 == Lexeme::Field(FieldName::Date);
        match self.found.as_slice() {
            [.., before, (Lexeme::Open, _)] | [.., before] => is_date(before),
            [] => false,
        }
    }

    /// The words of a part of the query, with what their marks say of them.
    fn analyse(&mut self, start: usize, end: usize) -> Vec<Word> {
        let text = &self.query[start..end];
        let mut words: Vec<Word> = self
            .analyser
            .tokens(text)
            .into_iter()
            .map(|token| {
                let mode = match text.as_bytes().get(token.span.end as usize) {
                    Some(b'*') => WordMode::Prefix,
                    Some(b'~') => WordMode::Fuzzy,
                    _ => WordMode::Plain,
                };
                let typed = token.span.slice(text);
                Word {
                    capitals: typed.contains(char::is_uppercase)
                        && !typed.contains(char::is_lowercase),
                    span: token.span.shifted(start as u32),
                    word: token.word,
                    stem: token.stem,
                    mode,
                }
            })
            .collect();
        let room = MAX_WORDS - self.words;
        if words.len() > room {
            let span = Span::new(words[room].span.start, end as u32);
            let message = format!("A query counts up to {MAX_WORDS} words; the rest is left out");
            self.problems.add(span, message);
            words.truncate(room);
        }
        self.words += words.len();
        words
    }
}

/// Whether a character can begin what an operator or a field applies to.
fn begins_operand(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '(' | '-' | '.') || is_quote(character)
}

fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}'
    )
}
