//! Puts the element into the package for JavaScript: the files of a built app that it loads, its
//! description, and the types that are made of that.

use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::files;
use crate::log;
use crate::workspace::Workspace;

/// What describes the element, in the form of Custom Elements Manifest 1.0.0.
const MANIFEST: &str = "src/embed/custom-elements.json";

/// How the names of the files begin that the element and the page of frames load.
const FILES: [&str; 12] = [
    "dossier.js",
    "dossier-",
    "explorer-",
    "work-",
    "worker-",
    "names-",
    "collection-",
    "frame-",
    "icon-",
    "embed.html",
    "fit.js",
    "LICENSE-CORPUS.txt",
];

#[derive(Deserialize)]
struct Manifest {
    modules: Vec<Module>,
}

#[derive(Deserialize)]
struct Module {
    declarations: Vec<Class>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Class {
    name: String,
    tag_name: String,
    description: String,
    attributes: Vec<Member>,
    members: Vec<Member>,
    events: Vec<Member>,
}

/// An attribute, a method or an event.
#[derive(Deserialize)]
struct Member {
    name: String,
    description: String,
    r#type: Option<Type>,
    #[serde(default)]
    parameters: Vec<Parameter>,
    /// What a method returns; nothing where it is not said.
    r#return: Option<Returned>,
}

#[derive(Deserialize)]
struct Returned {
    r#type: Type,
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    r#type: Type,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
struct Type {
    text: String,
}

/// Adds the element of a built app to the package in a folder.
///
/// # Errors
/// When a file is missing or cannot be written.
pub fn add_element(workspace: &Workspace, dist: &Path, folder: &Path) -> Result<(), Error> {
    log::step("Add the element to the package", |_| {
        let element = folder.join("element");
        for path in files::below(dist)? {
            let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy();
            let is_script = path.extension().is_some_and(|found| found == "js");
            let is_of_page = name.starts_with("dossier-") && is_script;
            if !is_of_page && FILES.iter().any(|start| name.starts_with(start)) {
                files::write(&element.join(&*name), files::read(&path)?)?;
            }
        }
        let manifest = files::read_text(&workspace.root.join(MANIFEST))?;
        files::write(&folder.join("custom-elements.json"), &manifest)?;
        files::write(&element.join("dossier.d.ts"), types(&manifest)?)
    })
}

/// The types of the classes that a manifest describes, as TypeScript.
fn types(manifest: &str) -> Result<String, Error> {
    let manifest: Manifest = serde_json::from_str(manifest).map_err(|error| {
        Error::problem(
            format!("{MANIFEST}: {error}"),
            "it has the form of Custom Elements Manifest 1.0.0",
        )
    })?;
    let mut text = format!("// Made of {MANIFEST}.\n");
    let classes = manifest
        .modules
        .iter()
        .flat_map(|module| &module.declarations);
    for class in classes {
        // Writing to a string does not fail.
        let _ = write_class(&mut text, class);
    }
    Ok(text)
}

fn write_class(text: &mut String, class: &Class) -> std::fmt::Result {
    let Class { name, tag_name, .. } = class;
    let type_of = |member: &Member| {
        let text = member.r#type.as_ref().map(|found| found.text.clone());
        text.unwrap_or_else(|| "unknown".into())
    };
    writeln!(text, "\n/** {} */", class.description)?;
    writeln!(text, "export declare class {name} extends HTMLElement {{")?;
    writeln!(text, "  static observedAttributes: string[];")?;
    for attribute in &class.attributes {
        writeln!(text, "  /** {} */", attribute.description)?;
        writeln!(text, "  {}: {};", attribute.name, type_of(attribute))?;
    }
    for method in &class.members {
        let parameter = |parameter: &Parameter| {
            let mark = if parameter.optional { "?" } else { "" };
            format!("{}{mark}: {}", parameter.name, parameter.r#type.text)
        };
        let parameters: Vec<_> = method.parameters.iter().map(parameter).collect();
        writeln!(text, "  /** {} */", method.description)?;
        let returned = method.r#return.as_ref();
        let returned = returned.map_or("void", |found| found.r#type.text.as_str());
        let parameters = parameters.join(", ");
        writeln!(text, "  {}({parameters}): {returned};", method.name)?;
    }
    writeln!(text, "}}\n\ndeclare global {{")?;
    writeln!(text, "  interface HTMLElementTagNameMap {{")?;
    writeln!(text, "    \"{tag_name}\": {name};\n  }}")?;
    writeln!(text, "  interface HTMLElementEventMap {{")?;
    for event in &class.events {
        writeln!(text, "    /** {} */", event.description)?;
        writeln!(text, "    \"{}\": {};", event.name, type_of(event))?;
    }
    writeln!(text, "  }}\n}}")
}

#[cfg(test)]
mod tests {
    use super::types;

    #[test]
    fn attributes_are_properties_and_events_have_details() {
        let manifest = r#"{"modules":[{"declarations":[{
            "name":"Box","tagName":"a-box","description":"A box.",
            "attributes":[{"name":"wide","description":"How wide.","type":{"text":"string"}}],
            "members":[{"name":"open","description":"Opens it.","parameters":[
                {"name":"side","type":{"text":"number"},"optional":true}]},
                {"name":"weigh","description":"Weighs it.",
                "return":{"type":{"text":"Promise<number>"}}}],
            "events":[{"name":"box-open","description":"It opens.",
                "type":{"text":"CustomEvent<{ side: number }>"}}]}]}]}"#;
        let types = types(manifest).expect("types");
        for line in [
            "export declare class Box extends HTMLElement {",
            "  wide: string;",
            "  open(side?: number): void;",
            "  weigh(): Promise<number>;",
            "    \"a-box\": Box;",
            "    \"box-open\": CustomEvent<{ side: number }>;",
        ] {
            assert!(types.lines().any(|found| found == line), "{line}\n{types}");
        }
    }

    #[test]
    fn a_manifest_of_another_form_is_an_error() {
        assert!(types("[]").is_err());
    }
}
