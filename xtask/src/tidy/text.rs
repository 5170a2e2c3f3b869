//! Rules about the text of single files: how it begins, how long it is, what it may not say.

use super::{Finding, Source};

/// From this many lines on, a file should be looked at.
const LONG: usize = 300;
/// A file with more lines than this has to stand in [`ALLOWED_LONG`].
const TOO_LONG: usize = 500;

/// Files that may be longer, each with the reason.
const ALLOWED_LONG: [(&str, &str); 0] = [];

/// What code may not say outside tests: the words, where they are allowed, and why not elsewhere.
const FORBIDDEN: [Rule; 8] = [
    Rule::everywhere("innerHTML", TEXT_NODES),
    Rule::everywhere("outerHTML", TEXT_NODES),
    Rule::everywhere("insert_adjacent_html", TEXT_NODES),
    Rule::everywhere("from_html_unchecked", TEXT_NODES),
    Rule::everywhere("eval(", "nothing that a document holds may be run"),
    Rule::app("web_sys::", RAW_CALLS),
    Rule::app("js_sys::", RAW_CALLS),
    Rule::app(
        " style=",
        "the page's policy blocks style attributes: use a class, an attribute of SVG, or set a \
         property through src/platform/",
    ),
];

const RAW_CALLS: &str = "raw browser calls live in src/platform/";
const TEXT_NODES: &str = "text reaches the page as text nodes only";

/// Folders of one person's machine. Written in two parts so that this file does not break its own
/// rule.
const MACHINE_PATHS: [&str; 4] = [
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
];

/// Words that code may not say.
struct Rule {
    words: &'static str,
    /// The folder that the rule is about, and the folder in it that is free.
    folder: &'static str,
    free: &'static str,
    reason: &'static str,
}

impl Rule {
    /// A rule for all code but this tool, which names the words.
    const fn everywhere(words: &'static str, reason: &'static str) -> Self {
        Self {
            words,
            folder: "",
            free: "xtask/",
            reason,
        }
    }

    /// A rule for the app outside of its platform module.
    const fn app(words: &'static str, reason: &'static str) -> Self {
        Self {
            words,
            folder: "src/",
            free: "src/platform/",
            reason,
        }
    }

    fn is_about(&self, path: &str) -> bool {
        path.starts_with(self.folder) && !path.starts_with(self.free)
    }
}

/// Checks one file.
pub fn check(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    if source.is_any(&["rs"]) {
        findings.extend(header(source));
        findings.extend(length(source));
    }
    findings.extend(words(source));
    findings
}

fn header(source: &Source) -> Option<Finding> {
    let message = "the file does not begin with a `//!` line that says what it is";
    (!source.text.starts_with("//! ")).then(|| Finding::error(&source.path, 1, message))
}

fn length(source: &Source) -> Option<Finding> {
    let lines = source.text.lines().count();
    let excused = ALLOWED_LONG.iter().any(|(path, _)| *path == source.path);
    (lines > LONG && !excused).then(|| Finding {
        file: source.path.clone(),
        line: 0,
        message: format!("{lines} lines: parts of it may be modules of their own"),
        fails: lines > TOO_LONG,
    })
}

fn words(source: &Source) -> Vec<Finding> {
    let is_code = source.is_any(&["rs", "js", "mjs"]);
    let mut findings = Vec::new();
    for (number, line) in source.product_lines() {
        let code = is_code && !line.trim_start().starts_with("//");
        for rule in &FORBIDDEN {
            let breaks = line.contains(rule.words) && !names_elements_only(line);
            if code && rule.is_about(&source.path) && breaks {
                let message = format!("`{}`: {}", rule.words.trim(), rule.reason);
                findings.push(Finding::error(&source.path, number, message));
            }
        }
        for path in MACHINE_PATHS {
            if line.contains(path) {
                let message = format!("`{path}` is a folder of one machine: use relative paths");
                findings.push(Finding::error(&source.path, number, message));
            }
        }
    }
    findings
}

/// Whether a line imports nothing but types of elements and events, which handlers have to name.
fn names_elements_only(line: &str) -> bool {
    let Some(names) = line.trim().strip_prefix("use web_sys::") else {
        return false;
    };
    let names = names.trim_matches(['{', '}', ';', ' ']);
    names
        .split(", ")
        .all(|name| name.ends_with("Element") || name.ends_with("Event"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::source;

    fn failures(path: &str, text: &str) -> usize {
        let findings = check(&source(path, text));
        findings.iter().filter(|finding| finding.fails).count()
    }

    #[test]
    fn a_file_says_first_what_it_is() {
        assert_eq!(failures("src/a.rs", "//! Words.\n"), 0);
        assert_eq!(failures("src/a.rs", "// Words.\n"), 1);
        assert_eq!(failures("src/a.rs", ""), 1);
    }

    #[test]
    fn a_long_file_is_mentioned_and_a_very_long_one_fails() {
        let text = |lines| format!("//! Words.\n{}", "a\n".repeat(lines));
        assert!(check(&source("src/a.rs", &text(LONG - 1))).is_empty());
        assert!(!check(&source("src/a.rs", &text(LONG))).is_empty());
        assert_eq!(failures("src/a.rs", &text(LONG)), 0);
        assert_eq!(failures("src/a.rs", &text(TOO_LONG)), 1);
    }

    #[test]
    fn markup_is_never_made_of_text() {
        assert_eq!(failures("src/a.rs", "//! A.\nx.set_innerHTML(y)\n"), 1);
        assert_eq!(failures("src/boot/a.js", "x.innerHTML = y;\n"), 1);
        assert_eq!(failures("src/a.rs", "//! A.\n// No innerHTML here.\n"), 0);
    }

    #[test]
    fn raw_browser_calls_live_in_the_platform_module() {
        let text = "//! A.\nuse web_sys::Window;\n";
        assert_eq!(failures("src/app.rs", text), 1);
        assert_eq!(failures("src/platform/window.rs", text), 0);
        let types = "//! A.\nuse web_sys::{HtmlInputElement, InputEvent};\n";
        assert_eq!(failures("src/app.rs", types), 0);
        let mixed = "//! A.\nuse web_sys::{HtmlInputElement, Window};\n";
        assert_eq!(failures("src/app.rs", mixed), 1);
    }

    #[test]
    fn style_attributes_are_found() {
        let text = "//! A.\nhtml! { <i style={width} /> }\n";
        assert_eq!(failures("src/components/bar.rs", text), 1);
    }

    #[test]
    fn folders_of_one_machine_are_found() {
        let path = MACHINE_PATHS[0];
        assert_eq!(failures("README.md", &format!("See {path}me/notes.\n")), 1);
    }
}
