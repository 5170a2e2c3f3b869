//! From lexemes to the tree.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::lexer::{Lexeme, Placed, Problems, lex};
use super::{FieldName, MAX_DEPTH, MAX_WORDS, Node, ParsedQuery, Phrase, Word};
use crate::span::Span;
use crate::text::Analyser;

/// Understands a query. Every text is one: what does not fit the grammar is named as a problem.
#[must_use]
pub fn parse(query: &str, analyser: &Analyser) -> ParsedQuery {
    let mut problems = Problems::default();
    let lexemes = lex(query, analyser, &mut problems);
    let lexemes = balance(lexemes, &mut problems);
    let mut parser = Parser {
        lexemes: lexemes.into_iter().peekable(),
        problems,
    };
    let tree = parser.either();
    ParsedQuery {
        tree,
        problems: parser.problems.finish(),
    }
}

/// Leaves out parentheses without a partner or too deep, and closes what is open at the end.
fn balance(lexemes: Vec<Placed>, problems: &mut Problems) -> Vec<Placed> {
    let words: usize = lexemes
        .iter()
        .map(|(lexeme, _)| match lexeme {
            Lexeme::Words(words) | Lexeme::Quoted(words, _) => words.len(),
            _ => 0,
        })
        .sum();
    // A query that was cut off lacks what would have closed it.
    let is_whole = words < MAX_WORDS;
    let end = lexemes.last().map_or(0, |&(_, span)| span.end);
    let mut open: Vec<Span> = Vec::new();
    let mut balanced = Vec::new();
    for (lexeme, span) in lexemes {
        match lexeme {
            Lexeme::Open => {
                open.push(span);
                if open.len() == MAX_DEPTH + 1 {
                    problems.add(span, "Parentheses are too deep here; they are left out");
                }
                if open.len() > MAX_DEPTH {
                    continue;
                }
            }
            Lexeme::Close => match open.pop() {
                Some(_) if open.len() >= MAX_DEPTH => continue,
                Some(_) => {}
                None => {
                    problems.add(span, "The parenthesis was not opened; it is left out");
                    continue;
                }
            },
            _ => {}
        }
        balanced.push((lexeme, span));
    }
    for (depth, &span) in open.iter().enumerate() {
        if is_whole {
            problems.add(span, "The parenthesis is not closed; it closes at the end");
        }
        if depth < MAX_DEPTH {
            balanced.push((Lexeme::Close, Span::new(end, end)));
        }
    }
    balanced
}

/// Parses balanced lexemes. Every method gives `None` where nothing is asked for.
struct Parser {
    lexemes: Peekable<IntoIter<Placed>>,
    problems: Problems,
}

impl Parser {
    fn next_if(&mut self, wanted: impl FnOnce(&Lexeme) -> bool) -> Option<Placed> {
        self.lexemes.next_if(|(lexeme, _)| wanted(lexeme))
    }

    /// Whether no operand can follow before the group or query ends, or an operator comes.
    fn lacks_operand(&mut self) -> bool {
        matches!(
            self.lexemes.peek(),
            None | Some((
                Lexeme::Close | Lexeme::And | Lexeme::Or | Lexeme::Near(_),
                _
            ))
        )
    }

    fn either(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        loop {
            parts.extend(self.all());
            let Some((_, span)) = self.next_if(|lexeme| *lexeme == Lexeme::Or) else {
                break;
            };
            if parts.is_empty() || self.lacks_operand() {
                self.problems
                    .add(span, "OR lacks one of its sides; it is left out");
            }
        }
        one_or(parts, Node::Any)
    }

    fn all(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        let mut explicit = false;
        loop {
            if let Some((_, span)) = self.next_if(|lexeme| *lexeme == Lexeme::And) {
                if parts.is_empty() || self.lacks_operand() {
                    self.problems
                        .add(span, "AND lacks one of its sides; it is left out");
                } else {
                    explicit = true;
                }
            } else if let Some((_, span)) = self.next_if(|lexeme| matches!(lexeme, Lexeme::Near(_)))
            {
                self.problems
                    .add(span, "NEAR lacks one of its sides; it is left out");
            } else if matches!(
                self.lexemes.peek(),
                None | Some((Lexeme::Or | Lexeme::Close, _))
            ) {
                return one_or(parts, |parts| Node::All { parts, explicit });
            } else {
                parts.extend(self.not());
            }
        }
    }

    fn not(&mut self) -> Option<Node> {
        let mut negated = false;
        let mut last = None;
        while let Some((_, span)) = self.next_if(|lexeme| *lexeme == Lexeme::Not) {
            negated = !negated;
            last = Some(span);
        }
        if let Some(span) = last
            && self.lacks_operand()
        {
            self.problems
                .add(span, "NOT has nothing after it; it is left out");
            return None;
        }
        let node = self.near()?;
        Some(if negated {
            Node::Not(Box::new(node))
        } else {
            node
        })
    }

    fn near(&mut self) -> Option<Node> {
        let mut pairs = Vec::new();
        let mut left = self.operand()?;
        while let Some((lexeme, span)) = self.next_if(|lexeme| matches!(lexeme, Lexeme::Near(_))) {
            let Lexeme::Near(distance) = lexeme else {
                break;
            };
            if self.lacks_operand() {
                self.problems
                    .add(span, "NEAR lacks one of its sides; it is left out");
                break;
            }
            let Some(right) = self.operand() else { break };
            if has_places(&left) && has_places(&right) {
                let span = Span::new(left.span().start, right.span().end);
                pairs.push(Node::Near {
                    left: Box::new(left),
                    right: Box::new(right.clone()),
                    distance,
                    span,
                });
            } else {
                let message = "NEAR stands between words and phrases; taken as AND";
                self.problems.add(span, message);
                pairs.push(left);
                pairs.push(right.clone());
            }
            left = right;
        }
        if pairs.is_empty() {
            return Some(left);
        }
        one_or(pairs, |parts| Node::All {
            parts,
            explicit: true,
        })
    }

    fn operand(&mut self) -> Option<Node> {
        match self.lexemes.next()? {
            (Lexeme::Words(words), span) => Some(compound(words, span)),
            (Lexeme::Quoted(words, _), span) => Some(quoted(words, span)),
            (Lexeme::Open, span) => self.group(span),
            (Lexeme::Field(field), span) => self.field(field, span),
            (Lexeme::Not, _) => self.operand().map(|node| Node::Not(Box::new(node))),
            _ => None,
        }
    }

    /// What stands between parentheses, up to and with the closing one.
    fn group(&mut self, open: Span) -> Option<Node> {
        let node = self.either();
        let close = self.next_if(|lexeme| *lexeme == Lexeme::Close);
        if node.is_none() {
            let end = close.map_or(open.end, |(_, span)| span.end);
            let span = Span::new(open.start, end);
            self.problems.add(
                span,
                "Nothing stands between the parentheses; they are left out",
            );
        }
        node
    }

    fn field(&mut self, field: FieldName, name: Span) -> Option<Node> {
        if field == FieldName::Date {
            return self.dates(name);
        }
        let (lexeme, span) = self.lexemes.next_if(|(lexeme, _)| {
            matches!(lexeme, Lexeme::Words(_) | Lexeme::Quoted(..) | Lexeme::Open)
        })?;
        let value = match lexeme {
            Lexeme::Words(words) => Some(compound(words, span)),
            Lexeme::Quoted(words, _) => Some(quoted(words, span)),
            _ => self.group(span),
        }?;
        Some(Node::Field {
            span: Span::new(name.start, span.end.max(value.span().end)),
            field,
            value: Box::new(value),
        })
    }

    fn dates(&mut self, name: Span) -> Option<Node> {
        let in_group = self.next_if(|lexeme| *lexeme == Lexeme::Open).is_some();
        let dates = self.next_if(|lexeme| matches!(lexeme, Lexeme::Dates(_)));
        let mut node = None;
        if let Some((Lexeme::Dates(text), value)) = dates {
            let span = Span::new(name.start, value.end);
            match text.trim().parse() {
                Ok(range) => node = Some(Node::Date { range, span }),
                Err(_) => self.problems.add(
                    span,
                    "The date cannot be read; it is left out. Write 2023-09-11, 2023-09..2024-06 or 2023..",
                ),
            }
        }
        if in_group {
            // Only one range fits between the parentheses.
            while !matches!(self.lexemes.peek(), None | Some((Lexeme::Close, _))) {
                self.lexemes.next();
            }
            self.lexemes.next();
        }
        node
    }
}

/// The one part, or what `many` makes of several.
fn one_or(mut parts: Vec<Node>, many: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    if parts.len() > 1 {
        Some(many(parts))
    } else {
        parts.pop()
    }
}

/// A word, or the words of a compound in a row.
fn compound(mut words: Vec<Word>, span: Span) -> Node {
    if words.len() == 1
        && let Some(word) = words.pop()
    {
        return Node::Word(word);
    }
    Node::Phrase(Phrase {
        words,
        span,
        quoted: false,
    })
}

fn quoted(words: Vec<Word>, span: Span) -> Node {
    Node::Phrase(Phrase {
        words,
        span,
        quoted: true,
    })
}

/// Whether a part stands at places in a text, so that another can be near it.
fn has_places(node: &Node) -> bool {
    match node {
        Node::Word(_) | Node::Phrase(_) => true,
        Node::Any(parts) => parts.iter().all(has_places),
        _ => false,
    }
}
