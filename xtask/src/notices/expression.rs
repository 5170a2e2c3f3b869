//! Licence expressions as crates write them: names with `AND`, `OR`, `/`, parentheses, `WITH`.

/// Whether someone who accepts the licences for which `accepts` holds may use what has this
/// licence. Nothing that is not understood is accepted.
pub fn is_satisfied(expression: &str, accepts: impl Fn(&str) -> bool) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut parser = Parser {
        words: &words,
        accepts,
    };
    let satisfied = parser.either();
    satisfied && parser.words.is_empty()
}

struct Parser<'a, A> {
    words: &'a [&'a str],
    accepts: A,
}

impl<A: Fn(&str) -> bool> Parser<'_, A> {
    /// One or more with `OR` between them.
    fn either(&mut self) -> bool {
        let mut satisfied = self.both();
        while self.take("OR") {
            satisfied |= self.both();
        }
        satisfied
    }

    /// One or more with `AND` between them.
    fn both(&mut self) -> bool {
        let mut satisfied = self.one();
        while self.take("AND") {
            satisfied &= self.one();
        }
        satisfied
    }

    /// A name or an expression in parentheses.
    fn one(&mut self) -> bool {
        if self.take("(") {
            let satisfied = self.either();
            return self.take(")") && satisfied;
        }
        let Some((name, rest)) = self.words.split_first() else {
            return false;
        };
        self.words = rest;
        // An exception only adds rights.
        if self.take("WITH") {
            self.words = self.words.get(1..).unwrap_or_default();
        }
        (self.accepts)(name)
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&word);
        if found {
            self.words = &self.words[1..];
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fine(expression: &str) -> bool {
        is_satisfied(expression, |name| ["MIT", "Zlib"].contains(&name))
    }

    #[test]
    fn one_of_several_is_enough() {
        assert!(fine("MIT OR GPL-3.0"));
        assert!(fine("GPL-3.0/MIT"));
        assert!(!fine("GPL-3.0"));
    }

    #[test]
    fn all_of_several_are_needed() {
        assert!(fine("(MIT OR GPL-3.0) AND Zlib"));
        assert!(!fine("MIT AND GPL-3.0"));
    }

    #[test]
    fn an_exception_is_no_hindrance() {
        assert!(fine(
            "GPL-3.0 WITH some-exception OR MIT WITH some-exception"
        ));
    }

    #[test]
    fn what_is_not_understood_is_not_accepted() {
        assert!(!fine(""));
        assert!(!fine("MIT MIT"));
        assert!(!fine("(MIT"));
    }
}
