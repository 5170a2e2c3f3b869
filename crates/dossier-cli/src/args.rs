//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use dossier_engine::date::PartialDate;

/// Search, entities and topics over a folder of documents.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  dossier build articles -o site
  dossier build articles --single-file articles.html
  dossier serve articles
  dossier index corpus -o summit.dossier
  dossier search summit.dossier '\"arms deal\" topic:sanctions'
  dossier explain summit.dossier 'arms deal' nhk-pyongyang-visit
  dossier check summit.dossier
  dossier inspect article.txt --json
  dossier entities report.txt --json

Exit codes: 0 all is well; 1 something was left out, or the archive is broken; 2 wrong usage, or a
file could not be read or written.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a site of a folder of documents: static files for any host, or a single one
    Build(BuildArgs),
    /// Write a collection.toml for a folder of documents, with the topics that are found in it
    Init(InitArgs),
    /// Show a site, or a folder of documents as one, on this machine
    Serve(ServeArgs),
    /// Build an archive of a folder or a file of documents
    Index(IndexArgs),
    /// Search an archive
    Search(SearchArgs),
    /// Say why a query finds a document
    Explain(ExplainArgs),
    /// Check that an archive is whole, and say what it holds
    Check(CheckArgs),
    /// Show what is understood of documents: who, when, which lines belong to them, topics
    Inspect(InspectArgs),
    /// Find the names, dates and quantities in English texts
    Entities(EntitiesArgs),
    /// Print the completions of a shell
    Completions(CompletionsArgs),
}

/// What `dossier build` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Documents are Markdown, plain text, HTML, JSON Lines and CSV, in this folder and those below it. A
site is static files with relative addresses: any host serves it from any path. A single file opens
by double click and loads nothing. For each file of a site its integrity hash is printed, for pages
that embed it.

Examples:
  dossier build articles -o site
  dossier build articles -o site --address https://example.org/articles/
  dossier build articles --single-file articles.html --keep-going")]
pub struct BuildArgs {
    /// Folder of documents
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Folder to write the site into; an earlier site is replaced
    #[arg(
        short,
        long,
        value_name = "SITE",
        required_unless_present = "single_file"
    )]
    pub output: Option<PathBuf>,
    /// File to write the whole site into
    #[arg(long, value_name = "FILE.html")]
    pub single_file: Option<PathBuf>,
    /// Let the single file find names in documents that are added to it (300 kB more)
    #[arg(long, requires = "single_file")]
    pub with_names: bool,
    /// Address that the site will have; with it the site can be embedded by its address alone
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
    /// Write even where something had to be left out
    #[arg(long)]
    pub keep_going: bool,
    /// Folder of a built app to take instead of the embedded one
    #[arg(long, value_name = "DIST")]
    pub app: Option<PathBuf>,
    /// Print the outcome as JSON
    #[arg(long)]
    pub json: bool,
}

/// What `dossier init` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The file has a title, the topics that were found in the documents, and examples of everything else
that can be written into it, as comments. An old one is never replaced.

Example:
  dossier init articles")]
pub struct InitArgs {
    /// Folder of documents
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Title of the collection; otherwise made of the folder's name
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Print the file instead of writing it
    #[arg(long)]
    pub print: bool,
}

/// What `dossier serve` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A folder with an index.html is served as it is; any other is built as by `dossier build`, and built
again when its files change.

Examples:
  dossier serve articles
  dossier serve site --port 8000")]
pub struct ServeArgs {
    /// Folder of a site or of documents
    #[arg(value_name = "SITE|DIR")]
    pub folder: PathBuf,
    /// Port to listen on; otherwise the first free one from 8420
    #[arg(long, value_name = "NUMBER")]
    pub port: Option<u16>,
    /// Folder of a built app to take instead of the embedded one
    #[arg(long, value_name = "DIST")]
    pub app: Option<PathBuf>,
}

/// What `dossier completions` takes.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  dossier completions bash > ~/.local/share/bash-completion/completions/dossier"
)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// What `dossier index` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Documents are Markdown, plain text, HTML, JSON Lines and CSV, in this folder and those below it. Title,
date and the rest stand in front matter; topics and entities in a collection.toml at the top.

Examples:
  dossier index corpus -o summit.dossier
  dossier index news.jsonl -o news.dossier --search-only
  dossier index corpus -o summit.dossier --keep-going")]
pub struct IndexArgs {
    /// Folder of documents, or a file of them
    #[arg(value_name = "DIR|FILE")]
    pub folder: PathBuf,
    /// Archive to write; an old one is replaced once the new one is whole
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Look for nothing in the documents: no names, no topics, no related documents
    #[arg(long)]
    pub search_only: bool,
    /// Write the archive even where something had to be left out
    #[arg(long)]
    pub keep_going: bool,
    /// Print the outcome as JSON
    #[arg(long)]
    pub json: bool,
}

/// What `dossier search` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  dossier search summit.dossier submarines
  dossier search summit.dossier '\"artillery shells\" -food'
  dossier search summit.dossier 'missil* date:2023-09..2024-06' --json")]
pub struct SearchArgs {
    /// Archive to search
    #[arg(value_name = "FILE")]
    pub archive: PathBuf,
    /// Query: words, "phrases", pre*, AND OR NOT -, parentheses, fields such as topic:
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: String,
    /// How many documents to print at most
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub limit: usize,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// What `dossier explain` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  dossier explain summit.dossier 'arms deal' nhk-pyongyang-visit")]
pub struct ExplainArgs {
    /// Archive to search
    #[arg(value_name = "FILE")]
    pub archive: PathBuf,
    /// Query, as for `dossier search`
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: String,
    /// Name of the document, as `dossier search` prints it
    #[arg(value_name = "DOC")]
    pub document: String,
    /// Print the explanation as JSON
    #[arg(long)]
    pub json: bool,
}

/// What `dossier check` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  dossier check summit.dossier")]
pub struct CheckArgs {
    /// Archive to check
    #[arg(value_name = "FILE")]
    pub archive: PathBuf,
}

/// What `dossier inspect` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
As JSON: {\"docs\": {FILE: {title, publisher, authors, date, dateline, language, boilerplate_lines,
paragraphs}}, \"near_duplicates\": [[FILE, FILE]]}. FILE is as given here, with `:LINE` for a
document of a table. `boilerplate_lines` and the
`lines` of a paragraph are lists of lines of the file, counted from 1. `date` is ISO 8601, null where
none was found; so are title, publisher and dateline, whose places are joined by a stroke. A
paragraph's `topics` are keys of the collection's topics, strongest first; a heading has none.

Examples:
  dossier inspect article.txt
  dossier inspect articles/*.txt --json
  dossier inspect article.html --collection corpus/collection.toml")]
pub struct InspectArgs {
    /// Documents to read
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Definition of topics and entities; by default that of the collection shipped with Dossier
    #[arg(long, value_name = "FILE")]
    pub collection: Option<PathBuf>,
    /// Print as JSON
    #[arg(long)]
    pub json: bool,
    /// Print the lines that were kept aside too
    #[arg(long, conflicts_with = "json")]
    pub aside: bool,
}

/// What `dossier entities` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Offsets are bytes of UTF-8, from the start of the file or of the text. Each file and each line is
read for itself. Types: PERSON ORG PLACE NORP WEAPON EVENT DATE QUANTITY TREATY_OR_LAW.

Examples:
  dossier entities report.txt
  dossier entities report.txt --json --published 2023-09-12
  dossier entities --jsonl texts.jsonl --collection corpus/collection.toml")]
pub struct EntitiesArgs {
    /// Plain texts in UTF-8; with --jsonl, lines of {"id", "text", "published"}
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Print one line of JSON for each file
    #[arg(long, conflicts_with = "jsonl")]
    pub json: bool,
    /// Read lines of JSON and print one line of JSON for each, the seconds taken in the last
    #[arg(long)]
    pub jsonl: bool,
    /// A collection.toml whose entities come before all others
    #[arg(long, value_name = "FILE")]
    pub collection: Option<PathBuf>,
    /// The day on which the texts were published, from which `last Tuesday` is reckoned
    #[arg(long, value_name = "DATE")]
    pub published: Option<PartialDate>,
}

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_definition_of_the_command_line_is_sound() {
        Args::command().debug_assert();
    }
}
