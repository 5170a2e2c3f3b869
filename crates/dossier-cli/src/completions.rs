//! `dossier completions`: what a shell needs to complete the command.

use clap::CommandFactory;
use clap_complete::generate;

use crate::Ending;
use crate::args::{Args, CompletionsArgs};
use crate::output::{Failure, print};

/// Prints the script of a shell.
pub fn run(args: &CompletionsArgs) -> Result<Ending, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut Args::command(), "dossier", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Fine)
}
