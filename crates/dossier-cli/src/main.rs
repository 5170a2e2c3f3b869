//! The `dossier` command: makes explorers of folders of documents; builds, searches and checks
//! their archives; shows how documents are understood.

mod args;
mod build;
mod check;
mod completions;
mod entities;
mod explain;
mod index;
mod init;
mod inspect;
mod output;
mod search;
mod serve;
mod site;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// How a command ended, besides the ways in which it can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Fine,
    /// The input was read and found wanting.
    Problems,
}

impl Ending {
    /// How a command ended that has done all that was asked, or not.
    fn fine_if(fine: bool) -> Self {
        if fine { Self::Fine } else { Self::Problems }
    }
}

/// Exit code where the input was found wanting.
const PROBLEMS: u8 = 1;

/// Exit code where the command could not be carried out; the same as for wrong usage.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let ending = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Index(args) => index::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Entities(args) => entities::run(&args),
    };
    match ending {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::Problems) => PROBLEMS.into(),
        Err(error) => {
            eprintln!("error: {error}");
            FAILED.into()
        }
    }
}
