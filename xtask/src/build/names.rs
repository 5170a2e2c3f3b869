//! Short names between the module and its bindings.
//!
//! wasm-bindgen names every function that the module calls after what it does and a hash; the names
//! stand in the module and in the bindings. wasm-opt can make those of the module short, and says
//! what it did. Here the bindings follow.

use serde::Deserialize;

use crate::error::Error;

/// What wasm-opt prints: the old and the new names.
#[derive(Deserialize)]
struct Names {
    /// Module, name and new name of each function that comes from outside.
    imports: Vec<(String, String, String)>,
    /// Name and new name of what can be used from outside.
    exports: Vec<(String, String)>,
}

/// The name of the module that everything is imported from, once names are short.
const MODULE: &str = "a";

/// The bindings with the new names.
///
/// # Errors
/// When the list of names cannot be read.
pub fn follow(bindings: &str, names: &str) -> Result<String, Error> {
    let names: Names = serde_json::from_str(names).map_err(|error| {
        Error::problem(
            format!("the names that wasm-opt printed cannot be read: {error}"),
            "package.json must have the version of binaryen that the repository has",
        )
    })?;
    let mut bindings = bindings.to_owned();
    if let Some((module, _, _)) = names.imports.first() {
        bindings = bindings.replace(&format!("\"{module}\""), &format!("\"{MODULE}\""));
    }
    for (_, name, short) in &names.imports {
        bindings = replaced(&bindings, name, short);
    }
    for (name, short) in &names.exports {
        bindings = replaced(&bindings, &format!("wasm.{name}"), &format!("wasm.{short}"));
    }
    Ok(bindings)
}

/// The text with every occurrence of a name replaced that is not part of a longer one.
fn replaced(text: &str, name: &str, short: &str) -> String {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        let is_part = before.ends_with(is_of_name) || after.starts_with(is_of_name);
        replaced.push_str(before);
        replaced.push_str(if is_part { name } else { short });
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bindings_take_over_the_short_names() {
        let names = r#"{"imports":[["./x_bg.js","__wbg_key_1","$"],["./x_bg.js","__wbg_key_12","$a"]],
            "exports":[["memory","b"],["main","c"]]}"#;
        let bindings = "const i = { __wbg_key_1: () => wasm.memory.buffer, __wbg_key_12: main };\n\
            return { \"./x_bg.js\": i };";
        assert_eq!(
            follow(bindings, names).expect("names"),
            "const i = { $: () => wasm.b.buffer, $a: main };\nreturn { \"a\": i };"
        );
    }

    #[test]
    fn names_that_cannot_be_read_are_an_error() {
        assert!(follow("", "imports").is_err());
    }
}
