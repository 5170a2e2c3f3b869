//! `dossier check`: says whether an archive is whole and what it holds.

use crate::Ending;
use crate::args::CheckArgs;
use crate::output::{Failure, clean, count, open, print};

/// Opens the archive, which checks all of it, and prints its title and what it counts.
pub fn run(args: &CheckArgs) -> Result<Ending, Failure> {
    let explorer = match open(&args.archive) {
        Err(broken @ Failure::Archive { .. }) => {
            eprintln!("error: {broken}");
            return Ok(Ending::Problems);
        }
        opened => opened?,
    };
    let overview = explorer.overview();
    let passages: u32 = overview.documents.iter().map(|d| d.passages).sum();
    let words: u32 = overview.documents.iter().map(|d| d.words).sum();
    print(&format!(
        "{}: {}, {}, {}, {}, {}\n",
        clean(&overview.title),
        count(overview.documents.len() as u32, "document", "documents"),
        count(passages, "passage", "passages"),
        count(words, "word", "words"),
        count(overview.topics.len() as u32, "topic", "topics"),
        count(overview.entities.len() as u32, "entity", "entities"),
    ))?;
    Ok(Ending::Fine)
}
