//! Short names between the module and its bindings.
//!
//! wasm-bindgen names every function that the module calls after what it does and a hash; the names
//! stand in the module and in the bindings. wasm-opt can make those of the module short, and says
//! what it did. Here the bindings follow. Functions of our own scripts that the module calls without
//! a conversion keep their names there, and the bindings hand them over under the short ones.

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

/// Where the names of modules begin that are scripts of our own.
const SCRIPTS: &str = "./snippets/";

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
    // What is handed over under short names is not asked for by module.
    let is_entry = |line: &&str| line.trim_start().starts_with(&format!("\"{SCRIPTS}"));
    let lines = bindings.lines().filter(|line| !is_entry(line));
    let mut bindings = lines.collect::<Vec<_>>().join("\n");
    let is_ours = |module: &str| module.starts_with(SCRIPTS);
    let (scripts, glue): (Vec<_>, Vec<_>) = names
        .imports
        .iter()
        .partition(|(module, ..)| is_ours(module));
    let mut handed = String::new();
    for (module, name, short) in scripts {
        let variable = namespace(&bindings, module).ok_or_else(|| {
            Error::problem(
                format!("the bindings do not import {module}"),
                "wasm-bindgen must have the version that the repository has",
            )
        })?;
        handed.extend([short, ": ", variable, ".", name, ", "]);
    }
    if let Some((module, ..)) = glue.first() {
        let old = format!("\"{module}\": ");
        if !handed.is_empty() {
            let all = format!("{old}Object.assign(import0, {{ {handed}}})");
            bindings = bindings.replace(&format!("{old}import0"), &all);
        }
        bindings = bindings.replace(&old, &format!("\"{MODULE}\": "));
    }
    for (_, name, short) in glue {
        bindings = replaced(&bindings, name, short);
    }
    for (name, short) in &names.exports {
        bindings = replaced(&bindings, &format!("wasm.{name}"), &format!("wasm.{short}"));
    }
    Ok(bindings)
}

/// The variable under which the bindings know all of a script.
fn namespace<'b>(bindings: &'b str, module: &str) -> Option<&'b str> {
    let imports = bindings.lines().filter(|line| line.contains(module));
    let mut named = imports.filter_map(|line| line.strip_prefix("import * as "));
    named.find_map(|rest| rest.split(' ').next())
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
    fn functions_of_our_scripts_keep_their_names_there() {
        let names = r#"{"imports":[["./x_bg.js","__wbg_key_1","$"],["./snippets/p/f.js","size","A"]],
            "exports":[]}"#;
        let bindings = "import * as import2 from \"./snippets/p/f.js\"\n\
            const import0 = { __wbg_key_1: (a) => a.size };\n\
            return { \"./x_bg.js\": import0,\n\
            \"./snippets/p/f.js\": import2,\n\
            };";
        assert_eq!(
            follow(bindings, names).expect("names"),
            "import * as import2 from \"./snippets/p/f.js\"\n\
            const import0 = { $: (a) => a.size };\n\
            return { \"a\": Object.assign(import0, { A: import2.size, }),\n\
            };"
        );
    }

    #[test]
    fn names_that_cannot_be_read_are_an_error() {
        assert!(follow("", "imports").is_err());
    }
}
