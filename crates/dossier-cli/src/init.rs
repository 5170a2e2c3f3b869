//! `dossier init`: writes a `collection.toml` to begin with.

use std::fmt::Write;

use dossier_engine::collection::{CueTarget, DEFINITION, TopicDefinition};
use dossier_engine::topic;
use dossier_files::Folder;

use crate::Ending;
use crate::args::InitArgs;
use crate::output::{Failure, print, write_whole};

/// Finds topics in the documents and writes the file.
pub fn run(args: &InitArgs) -> Result<Ending, Failure> {
    let path = args.folder.join(DEFINITION);
    if path.exists() && !args.print {
        return Err(Failure::Exists { path });
    }
    let folder = Folder::read(&args.folder)?;
    let documents: Vec<_> = folder
        .build()
        .collection
        .documents
        .into_iter()
        .map(|analysed| analysed.document)
        .collect();
    let topics = topic::discover(&documents);
    let title = args.title.clone().unwrap_or_else(|| {
        let name = args
            .folder
            .canonicalize()
            .unwrap_or_else(|_| args.folder.clone());
        let name = name
            .file_name()
            .map(|name| name.to_string_lossy().replace(['-', '_'], " "));
        name.unwrap_or_else(|| "Documents".into())
    });
    let text = text(&title, &topics);
    if args.print {
        print(&text)?;
    } else {
        write_whole(&path, text.as_bytes())?;
        let found = match topics.len() {
            0 => format!(
                "no topics, for which at least {} documents are needed",
                topic::FEWEST_DOCUMENTS
            ),
            count => format!("{count} topics found in {} documents", documents.len()),
        };
        eprintln!(
            "{}: {found}; edit it and run `dossier build`",
            path.display()
        );
    }
    Ok(Ending::Fine)
}

/// The file, with comments on everything that it can hold.
fn text(title: &str, topics: &[TopicDefinition]) -> String {
    let mut text = String::from(
        "# What Dossier knows of this collection besides its documents. Everything can be left out.\n\n",
    );
    // Writing to a string does not fail.
    let _ = writeln!(text, "title = {}", quoted(title));
    text.push_str(
        "description = \"\"\n\n\
         # Where the documents of CSV and JSON Lines are; the usual names are understood without it.\n\
         # [columns]\n# title = \"headline\"\n# text = \"body\"\n# date = \"published\"\n\n\
         # A topic is weighted evidence: a passage has it when what is found in it adds up to its\n\
         # threshold, 2 where none is given. `strong` counts 2, `words` 1, `weak` 0.5, `against` -1.\n",
    );
    if topics.is_empty() {
        text.push_str("# [[topic]]\n# name = \"Harbours\"\n# strong = [\"harbour\", \"container ship\"]\n# words = [\"quay\", \"crane\"]\n");
    } else {
        text.push_str(
            "# These were found in the documents. Rename, merge and delete as you like.\n",
        );
    }
    for topic in topics {
        let words = |weight: f32| -> Vec<String> {
            let cues = topic
                .cues
                .iter()
                .filter(|cue| (cue.weight - weight).abs() < 0.01);
            cues.map(|cue| match &cue.target {
                CueTarget::Words(words) | CueTarget::Entity(words) => quoted(words),
            })
            .collect()
        };
        let _ = write!(
            text,
            "\n[[topic]]\nkey = {}\nname = {}\n",
            quoted(&topic.key),
            quoted(&topic.name)
        );
        for (list, weight) in [("strong", 2.0), ("words", 1.0)] {
            let words = words(weight);
            if !words.is_empty() {
                let _ = writeln!(text, "{list} = [{}]", words.join(", "));
            }
        }
    }
    text.push_str(
        "\n# Names that the documents should be searched for, with their other forms. Kinds: person, org,\n\
         # place, group, weapon, event, law.\n# [[person]]\n# name = \"Ann Ash\"\n# aliases = [\"A. Ash\"]\n",
    );
    text
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            character if character.is_control() => quoted.push(' '),
            character => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use dossier_engine::collection::{Cue, parse};
    use dossier_engine::source::Source;

    use super::*;

    #[test]
    fn what_is_written_is_understood() {
        let topic = TopicDefinition {
            key: "seals".into(),
            name: "Seals & \"pups\"".into(),
            description: String::new(),
            cues: vec![
                Cue {
                    target: CueTarget::Words("grey seal".into()),
                    weight: 2.0,
                },
                Cue {
                    target: CueTarget::Words("pup\\s".into()),
                    weight: 1.0,
                },
            ],
            threshold: 2.0,
        };
        let text = text("The \"bay\"\u{7}", std::slice::from_ref(&topic));
        let mut diagnostics = Vec::new();
        let definition = parse(
            Source {
                path: "collection.toml",
                bytes: text.as_bytes(),
            },
            &mut diagnostics,
        );
        assert_eq!(diagnostics, [], "{text}");
        assert_eq!(definition.topics, [topic]);
        assert_eq!(definition.title, "The \"bay\"");
    }
}
