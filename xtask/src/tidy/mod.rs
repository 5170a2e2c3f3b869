//! Checks of the house's rules that neither the compiler nor clippy knows.

mod crates;
mod modules;
mod styles;
mod text;

use std::fmt;
use std::path::Path;

use crate::error::Error;
use crate::files;
use crate::log::Note;
use crate::workspace::Workspace;

/// A rule that a file breaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, relative to the repository.
    pub file: String,
    /// Line, counted from 1; 0 for the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
    /// Whether it fails the check; otherwise it is only said.
    pub fails: bool,
}

impl Finding {
    /// A finding that fails the check.
    pub fn error(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line,
            message: message.into(),
            fails: true,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        let severity = if self.fails { "error" } else { "note" };
        write!(f, ": {severity}: {}", self.message)
    }
}

/// A file of the repository.
pub struct Source {
    /// Path relative to the repository, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl Source {
    /// Whether its name ends in one of these extensions.
    pub fn is_any(&self, extensions: &[&str]) -> bool {
        let extension = self.path.rsplit_once('.').map(|(_, extension)| extension);
        extension.is_some_and(|extension| extensions.contains(&extension))
    }

    /// Its lines with their numbers, without those that only tests compile.
    pub fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let all_tests =
            self.path.split('/').any(|part| part == "tests") || self.path.ends_with("/tests.rs");
        let lines = self.text.lines().enumerate();
        lines
            .map(|(at, line)| (at + 1, line))
            .take_while(move |(_, line)| !all_tests && line.trim() != "#[cfg(test)]")
    }
}

/// Checks the whole repository and prints what it finds.
///
/// # Errors
/// When a rule is broken or a file cannot be read.
pub fn run(workspace: &Workspace, note: &mut Note) -> Result<(), Error> {
    let sources = sources(&workspace.root)?;
    let mut findings = Vec::new();
    for source in &sources {
        findings.extend(text::check(source));
        findings.extend(modules::check(source));
    }
    findings.extend(styles::check(&sources));
    findings.extend(crates::check(&workspace.packages));
    for finding in &findings {
        println!("{finding}");
    }
    let failed = findings.iter().filter(|finding| finding.fails).count();
    if failed > 0 {
        return Err(Error::problem(
            format!("{failed} places break a rule of the house"),
            "each line above says where and what to do",
        ));
    }
    note.say(format!("{} files", sources.len()));
    Ok(())
}

/// The texts that the rules are about.
fn sources(root: &Path) -> Result<Vec<Source>, Error> {
    let mut sources = Vec::new();
    for path in files::below(root)? {
        let name = path.strip_prefix(root).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        let mut source = Source {
            path: name,
            text: String::new(),
        };
        let known = source.is_any(&["rs", "md", "toml", "css", "html", "js", "mjs"]);
        let ours = !source.path.starts_with("dist/") && !source.path.starts_with("corpus/");
        if known && ours {
            source.text = files::read_text(&path)?;
            sources.push(source);
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file for the tests of the rules.
    pub fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.into(),
            text: text.into(),
        }
    }

    #[test]
    fn what_only_tests_compile_is_no_product_line() {
        let file = source("src/a.rs", "one\n#[cfg(test)]\ntwo\n");
        assert_eq!(file.product_lines().collect::<Vec<_>>(), [(1, "one")]);
        let tests = source("crates/x/tests/a.rs", "one\n");
        assert_eq!(tests.product_lines().count(), 0);
    }
}
