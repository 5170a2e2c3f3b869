//! What is wrong with an input: where, what, and what to do.

mod lines;
mod nearest;

pub use lines::Lines;
pub use nearest::nearest;

use std::fmt;

use crate::order;

/// How much of the input a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Everything was kept; something looks unintended.
    Warning,
    /// A part (a field, a topic, a whole document) was left out.
    Error,
}

/// One problem in one input file. Problems accumulate; what was good is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it costs.
    pub severity: Severity,
    /// The file as it was named to the engine.
    pub file: String,
    /// Line, counted from 1; `None` where the problem is the whole file.
    pub line: Option<u32>,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// What to do about it, as one sentence without a full stop.
    pub hint: Option<String>,
}

/// Puts problems in the order of files and lines.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    order::sort_by(diagnostics, |a, b| {
        (&a.file, a.line).cmp(&(&b.file, b.line))
    });
}

impl Diagnostic {
    /// An error in `file` at `line`.
    #[must_use]
    pub fn error(file: &str, line: Option<u32>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            line,
            message: message.into(),
            hint: None,
        }
    }

    /// A warning in `file` at `line`.
    #[must_use]
    pub fn warning(file: &str, line: Option<u32>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(file, line, message)
        }
    }

    /// The same problem with advice.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

impl fmt::Display for Diagnostic {
    /// `file:line: error: message` and, on a line of its own, the hint.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, ": {severity}: {}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  help: {hint}")?;
        }
        Ok(())
    }
}

/// The diagnostics of one file as they are found.
#[derive(Debug)]
pub struct Report<'a> {
    file: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    /// Adds to `diagnostics` what is found in `file`.
    pub fn new(file: &'a str, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self { file, diagnostics }
    }

    /// A part of the file is left out: what is wrong, and what to do.
    pub fn error(
        &mut self,
        line: Option<u32>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::error(self.file, line, message);
        self.diagnostics.push(diagnostic.with_hint(hint));
    }

    /// Something looks unintended: what, and what to do.
    pub fn warning(
        &mut self,
        line: Option<u32>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::warning(self.file, line, message);
        self.diagnostics.push(diagnostic.with_hint(hint));
    }
}
