//! Trains the tagger of names and measures it. `cargo xtask train-tagger` and `eval-entities` run
//! it: `dossier-train train FOLDER MODEL [NAME=VALUE…]`, `dossier-train measure FOLDER MODEL`.
//! `dossier-train errors FOLDER MODEL FILE` prints what is found wrong in the held-back part of a file,
//! and for `linking`, `reports`, `dispatches` and `corpus` which names are linked to others than they mean.

mod agreement;
mod augment;
mod crf;
mod data;
mod example;
mod export;
mod linking;
mod lists;
mod marked;
mod measure;
mod random;
mod score;
mod settings;
mod tables;
mod train;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dossier_engine::collection::{self, EntityDefinition};
use dossier_engine::entity::tagger::Tagger;
use dossier_engine::entity::tagger::model::{Model, ModelError};
use dossier_engine::source::Source;
use thiserror::Error;

use data::Document;
use linking::Setting;
use settings::Settings;

/// Why there is no model or no measure.
#[derive(Debug, Error)]
pub enum Failure {
    /// What was typed is not a command.
    #[error(
        "dossier-train train FOLDER MODEL [NAME=VALUE…] | measure FOLDER MODEL | errors FOLDER MODEL FILE"
    )]
    Usage,
    /// A setting that there is not.
    #[error("there is no setting `{0}`")]
    Setting(String),
    /// A file cannot be read.
    #[error("{0} cannot be read: {1}")]
    Read(PathBuf, std::io::Error),
    /// A file cannot be written.
    #[error("{0} cannot be written: {1}")]
    Write(PathBuf, std::io::Error),
    /// A line of a file is not as it should be.
    #[error("{file}.jsonl, line {number}: {error}")]
    Line {
        /// The file, without its ending.
        file: &'static str,
        /// The line, from 1.
        number: usize,
        /// What is wrong.
        error: serde_json::Error,
    },
    /// A marked text is not that of the file that it names.
    #[error("{path} has another text than the marked one, from here on: {line}")]
    Differs {
        /// The file.
        path: PathBuf,
        /// The first line of the file that differs.
        line: String,
    },
    /// A file is not a model.
    #[error("{0}: {1}")]
    Model(PathBuf, ModelError),
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.as_slice() {
        [command, folder, model, changes @ ..] if command == "train" => {
            train(Path::new(folder), Path::new(model), changes)
        }
        [command, folder, model] if command == "measure" => {
            measure(Path::new(folder), Path::new(model))
        }
        [command, folder, model, source] if command == "errors" => {
            errors(Path::new(folder), Path::new(model), source)
        }
        _ => Err(Failure::Usage),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn train(folder: &Path, path: &Path, changes: &[String]) -> Result<(), Failure> {
    let settings = Settings::with(changes)?;
    let documents = data::read_all(folder)?;
    let (mut held, mut documents): (Vec<Document>, Vec<Document>) =
        documents.into_iter().partition(|document| {
            !settings.all
                && (document.is_held_back() || settings.strangers && document.is_of_others())
        });
    train::without_copies(&mut documents, &held);
    let folder_of_lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("lists");
    let lists = folder_of_lists.join("names.tsv");
    let gazetteer = folder.join("gazetteer.tsv");
    let lists: [&Path; 2] = [&gazetteer, &lists];
    let known = lists::Known {
        names: lists::entries(&lists, &documents)?,
        classes: lists::classes(&folder_of_lists.join("classes.tsv"))?,
    };
    let names = tables::Names::read(&lists)?;
    documents.extend(tables::pages(&names, settings.pages));
    let parts = train::model(&documents, &known, &names, &settings);
    let bytes = parts.write();
    let weights: usize = parts.features.iter().map(|(_, row)| row.len()).sum();
    let (features, known, size) = (parts.features.len(), known.names.len(), bytes.len());
    println!("{weights} weights of {features} features, {known} known names, {size} bytes");
    std::fs::write(path, bytes).map_err(|error| Failure::Write(path.to_owned(), error))?;
    held.extend(own()?);
    measure::print(&Tagger::new(Model::new(&parts)), &held);
    Ok(())
}

/// Where texts of our own are.
fn evaluation() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/evaluation")
}

/// Texts of our own, written and labelled for measuring: what news agencies send, reports from many
/// countries, and articles on politics.
fn own() -> Result<Vec<Document>, Failure> {
    let folder = evaluation();
    data::OWN
        .into_iter()
        .map(|source| marked::as_lines(&folder.join(source).with_extension("txt"), source))
        .collect()
}

fn tagger(path: &Path) -> Result<Tagger, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
    Tagger::from_bytes(&bytes).map_err(|error| Failure::Model(path.to_owned(), error))
}

fn errors(folder: &Path, path: &Path, source: &str) -> Result<(), Failure> {
    if LINKED.contains(&source) {
        return links(&tagger(path)?, &[source], true);
    }
    let mut documents = data::read_all(folder)?;
    documents.extend(own()?);
    documents.retain(|document| {
        document.source == source
            && (document.is_of_others() || document.is_held_back() || document.is_own())
    });
    measure::errors(&tagger(path)?, &documents);
    Ok(())
}

fn measure(folder: &Path, path: &Path) -> Result<(), Failure> {
    let tagger = tagger(path)?;
    let mut held = data::read_all(folder)?;
    held.retain(Document::is_held_back);
    held.extend(own()?);
    measure::print(&tagger, &held);
    links(&tagger, &LINKED, false)
}

/// Files of texts that say what their names mean.
const LINKED: [&str; 4] = ["linking", "reports", "dispatches", "corpus"];

/// Prints how well names are linked in files that say what they mean: with general knowledge, and the
/// documents of the corpus with the collection that comes with them too.
fn links(tagger: &Tagger, sources: &[&str], with_errors: bool) -> Result<(), Failure> {
    for &source in sources {
        let texts = marked::read(&evaluation().join(source).with_extension("txt"))?;
        let is_corpus = source == "corpus";
        let setting = Setting {
            title: source,
            curated: &[],
            together: is_corpus,
            complete: source != "linking",
            with_errors,
        };
        linking::print(tagger, &texts, setting);
        if is_corpus {
            let curated = &curated()?;
            let title = "corpus with its collection";
            linking::print(
                tagger,
                &texts,
                Setting {
                    title,
                    curated,
                    ..setting
                },
            );
        }
    }
    Ok(())
}

/// The entities of the collection that comes with the corpus.
fn curated() -> Result<Vec<EntityDefinition>, Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/collection.toml");
    let bytes = std::fs::read(&path).map_err(|error| Failure::Read(path.clone(), error))?;
    let source = Source {
        path: &path.to_string_lossy(),
        bytes: &bytes,
    };
    Ok(collection::parse(source, &mut Vec::new()).entities)
}
