//! Builds, serves, tests and measures Dossier. `cargo xtask help` lists the commands.

mod bench;
mod build;
mod error;
mod files;
mod log;
mod node;
mod notices;
mod process;
mod serve;
mod shots;
mod size;
mod tagger;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::error::Error;
use crate::workspace::Workspace;

/// Builds, serves, tests and measures Dossier.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the app and serve it on this machine.
    Serve {
        #[command(flatten)]
        collection: CollectionArgs,
        /// Serve on this port and no other; otherwise on 8420 or the next that is free.
        #[arg(long)]
        port: Option<u16>,
        /// Open the address in the browser.
        #[arg(long)]
        open: bool,
    },
    /// Build the app into dist/, which any host can serve from any path, and the engine and the
    /// element as a package for JavaScript into dist/engine/.
    Dist {
        #[command(flatten)]
        collection: CollectionArgs,
    },
    /// Build the `dossier` command with the app inside.
    #[command(name = "command")]
    Native,
    /// Write the page's worker into target/worker/, from where a build by Trunk takes it.
    Worker,
    /// Check everything; stops at the first step that fails.
    Test {
        /// Only this step; may be given several times.
        #[arg(long, value_name = "STEP")]
        only: Vec<test::Step>,
    },
    /// Build the app and say how large it is; fails above the ceiling.
    Size {
        /// Write the table into the README.
        #[arg(long)]
        update: bool,
    },
    /// Measure the engine natively and beside other search libraries.
    Bench(bench::BenchArgs),
    /// Train the tagger of names on a folder of labelled texts, write the model and measure it.
    TrainTagger {
        /// Folder of the texts; crates/dossier-train/src/data.rs says which files.
        #[arg(value_name = "FOLDER")]
        texts: PathBuf,
        /// A setting to try instead of the one in settings.rs, such as `passes=3`.
        #[arg(value_name = "NAME=VALUE")]
        settings: Vec<String>,
    },
    /// Measure how well names are found in the held-back part of a folder of labelled texts.
    EvalEntities {
        /// Folder of the texts.
        #[arg(value_name = "FOLDER")]
        texts: PathBuf,
    },
    /// Check the rules of the house that the compiler does not know.
    Tidy,
    /// Take the screenshots of the README.
    Shots,
    /// Print the notices of the third-party crates in the app.
    Notices,
}

/// Which documents are embedded.
#[derive(Args)]
struct CollectionArgs {
    /// Embed the documents of this folder instead of corpus/.
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
    /// Go on without the documents and fields that cannot be understood.
    #[arg(long)]
    keep_going: bool,
}

impl From<CollectionArgs> for build::Options {
    fn from(args: CollectionArgs) -> Self {
        Self {
            corpus: args.corpus,
            keep_going: args.keep_going,
            ..Self::default()
        }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Error> {
    let workspace = Workspace::find()?;
    match command {
        Command::Serve {
            collection,
            port,
            open,
        } => {
            let listener = serve::listen(port)?;
            let dist = build::dist(&workspace, &collection.into())?;
            serve::forever(listener, &dist, open)
        }
        Command::Dist { collection } => {
            let dist = build::dist(&workspace, &collection.into())?;
            let package = dist.join("engine");
            build::engine(&workspace, &package)?;
            build::add_element(&workspace, &dist, &package)?;
            println!("\n{} is ready to be hosted.", dist.display());
            Ok(())
        }
        Command::Native => {
            let path = build::command(&workspace)?;
            println!("\n{} is ready; it needs no other file.", path.display());
            Ok(())
        }
        Command::Worker => build::worker(&workspace, &workspace.target.join("worker")),
        Command::Test { only } => test::run(&workspace, &only),
        Command::Size { update } => {
            let dist = build::dist(&workspace, &build::Options::default())?;
            let table = size::measure(&dist)?;
            print!("\n{}", table.markdown());
            if update {
                size::update(&workspace.root.join("README.md"), &table)?;
            }
            table.check()
        }
        Command::Bench(args) => bench::run(&workspace, &args),
        Command::TrainTagger { texts, settings } => tagger::train(&workspace, &texts, &settings),
        Command::EvalEntities { texts } => tagger::measure(&workspace, &texts),
        Command::Shots => shots::take(&workspace),
        Command::Notices => {
            print!("{}", notices::text(&workspace)?);
            Ok(())
        }
        Command::Tidy => log::step("Check the rules of the house", |note| {
            tidy::run(&workspace, note)
        }),
    }
}
