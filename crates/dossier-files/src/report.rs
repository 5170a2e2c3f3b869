//! Says what was wrong, in the same way wherever a collection is built.

use std::collections::BTreeSet;

use dossier_engine::diagnostic::{Diagnostic, Severity};
use dossier_engine::document;
use dossier_engine::pipeline::Outcome;

use crate::Folder;

/// The extensions of documents, for people: `.md, .markdown, .txt`.
pub fn extensions() -> String {
    let extensions: Vec<String> = document::extensions().map(|e| [".", e].concat()).collect();
    extensions.join(", ")
}

/// Whether anything that was in the files is not in the collection.
#[must_use]
pub fn left_out(outcome: &Outcome) -> bool {
    let mut diagnostics = outcome.diagnostics.iter();
    diagnostics.any(|diagnostic| diagnostic.severity == Severity::Error)
}

impl Folder {
    /// The problems of an outcome of this folder and a summary, as lines to be printed: paths are
    /// those to open from here, and control characters that files have smuggled in are gone.
    #[must_use]
    pub fn report(&self, outcome: &Outcome) -> String {
        let mut report = String::new();
        for diagnostic in &outcome.diagnostics {
            report.push_str(&self.line(diagnostic));
            report.push('\n');
        }
        report.push_str(&self.summary(outcome));
        report.push('\n');
        report
    }

    /// One problem, with its path from here, on one line and a second one for the hint.
    #[must_use]
    pub fn line(&self, diagnostic: &Diagnostic) -> String {
        let path = self.path.join(&diagnostic.file);
        let located = Diagnostic {
            file: clean(&path.to_string_lossy()),
            message: clean(&diagnostic.message),
            hint: diagnostic.hint.as_deref().map(clean),
            ..*diagnostic
        };
        located.to_string()
    }

    /// One line that counts documents, problems, and files left out or passed over.
    #[must_use]
    pub fn summary(&self, outcome: &Outcome) -> String {
        let documents = outcome.collection.documents.len();
        // A problem of a file as a whole costs the file.
        let whole = outcome.diagnostics.iter().filter(|diagnostic| {
            diagnostic.severity == Severity::Error && diagnostic.line.is_none()
        });
        let files: BTreeSet<&str> = whole.map(|diagnostic| diagnostic.file.as_str()).collect();
        let left_out = files.len();
        let mut parts = vec![count(documents, "document", "documents")];
        parts.push(match outcome.diagnostics.len() {
            0 => "no problems".into(),
            problems => count(problems, "problem", "problems"),
        });
        if left_out > 0 {
            parts.push(count(left_out, "file left out", "files left out"));
        }
        if self.skipped > 0 {
            let (one, more) = (
                "file of another format passed over",
                "files of other formats passed over",
            );
            parts.push(count(self.skipped, one, more));
        }
        parts.join(", ")
    }
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn clean(text: &str) -> String {
    let visible = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    text.chars().map(visible).collect()
}
