//! Which module of the engine may know which.

use super::{Finding, Source};

/// Where the engine's modules are.
const ENGINE: &str = "crates/dossier-engine/src/";

/// Modules that every other may know: the words that the engine is told in.
const SHARED: [&str; 10] = [
    "bits",
    "codec",
    "diagnostic",
    "id",
    "math",
    "order",
    "source",
    "span",
    "store",
    "work",
];

/// For each other module, the modules that it may know besides the shared ones. What is below
/// does not know what is above: documents and text, then what is found in them, then the
/// collection as a whole, then questions to it.
const ALLOWED: [(&str, &[&str]); 16] = [
    ("date", &[]),
    ("text", &[]),
    ("document", &["date", "text"]),
    ("entity", &["collection", "date", "document", "text"]),
    ("topic", &["collection", "document", "entity", "text"]),
    ("similar", &["document", "text"]),
    (
        "collection",
        &["date", "document", "entity", "text", "topic"],
    ),
    (
        "index",
        &["date", "document", "entity", "pipeline", "text", "topic"],
    ),
    (
        "pipeline",
        &[
            "collection",
            "date",
            "document",
            "entity",
            "similar",
            "text",
            "topic",
        ],
    ),
    ("facet", &["date", "entity", "pipeline", "topic"]),
    (
        "archive",
        &[
            "collection",
            "date",
            "document",
            "entity",
            "facet",
            "index",
            "pipeline",
            "similar",
            "text",
            "topic",
        ],
    ),
    ("query", &["date", "entity", "index", "text"]),
    ("rank", &["index", "query", "text"]),
    ("retrieve", &["document", "index", "snippet", "text"]),
    ("snippet", &["document", "text"]),
    (
        "explorer",
        &[
            "archive", "date", "document", "entity", "facet", "index", "pipeline", "query", "rank",
            "retrieve", "similar", "snippet", "text", "topic",
        ],
    ),
];

/// Checks one file.
pub fn check(source: &Source) -> Vec<Finding> {
    let Some(path) = source.path.strip_prefix(ENGINE) else {
        return Vec::new();
    };
    let module = path.split(['/', '.']).next().unwrap_or_default();
    if module == "lib" {
        return Vec::new();
    }
    let allowed = ALLOWED.iter().find(|(name, _)| *name == module);
    let allowed = allowed.map_or(&[][..], |(_, allowed)| allowed);
    let mut findings = Vec::new();
    for (number, line) in source.product_lines() {
        for known in modules_named(line) {
            let fine = known == module || SHARED.contains(&known) || allowed.contains(&known);
            if !fine {
                let message = format!(
                    "`{module}` may not know `{known}`: see ALLOWED in xtask/src/tidy/modules.rs"
                );
                findings.push(Finding::error(&source.path, number, message));
            }
        }
    }
    findings
}

/// The modules that a line of code names by `crate::`. Comments may link wherever they like.
fn modules_named(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tests::source;

    fn messages(path: &str, text: &str) -> Vec<String> {
        let file = source(&format!("{ENGINE}{path}"), text);
        check(&file)
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn what_is_below_does_not_know_what_is_above() {
        let found = messages("text/word.rs", "use crate::index::Field;\n");
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("`text` may not know `index`"));
    }

    #[test]
    fn every_module_knows_the_shared_words() {
        assert!(messages("text/word.rs", "use crate::span::Span;\n").is_empty());
        assert!(messages("codec.rs", "use crate::id::DocId;\n").is_empty());
    }

    #[test]
    fn comments_may_name_any_module() {
        assert!(messages("date/mod.rs", "/// See [`x`](crate::explorer::X).\n").is_empty());
    }

    #[test]
    fn tests_may_know_any_module() {
        let text = "#[cfg(test)]\nmod tests { use crate::explorer::Explorer; }\n";
        assert!(messages("date/mod.rs", text).is_empty());
    }
}
