//! `dossier index`: builds an archive of a folder or a file.

use dossier_engine::diagnostic::{Diagnostic, Severity};
use dossier_engine::pipeline::Outcome;
use dossier_files::{Folder, left_out};
use serde_json::{Value, json};

use crate::Ending;
use crate::args::IndexArgs;
use crate::output::{Failure, NOTHING_WRITTEN, print, write_whole};

/// Builds the archive and writes it, unless something had to be left out and that was not asked for.
pub fn run(args: &IndexArgs) -> Result<Ending, Failure> {
    let folder = Folder::read(&args.folder)?;
    let outcome = if args.search_only {
        folder.build_searchable()
    } else {
        folder.build()
    };
    let written = args.keep_going || !left_out(&outcome);
    let mut size = 0;
    if written {
        let bytes = dossier_files::archive(&outcome.collection);
        size = bytes.len();
        write_whole(&args.output, &bytes)?;
    }
    if args.json {
        let output = written.then(|| args.output.to_string_lossy().into_owned());
        print(&format!("{:#}\n", as_json(&outcome, output.as_deref())))?;
    } else {
        eprint!("{}", folder.report(&outcome));
        let output = args.output.display();
        if written {
            eprintln!("{output}: {size} bytes written");
        } else {
            eprintln!("{NOTHING_WRITTEN}");
        }
    }
    Ok(Ending::fine_if(written))
}

fn as_json(outcome: &Outcome, written: Option<&str>) -> Value {
    let problems: Vec<Value> = outcome.diagnostics.iter().map(problem).collect();
    let documents = outcome.collection.documents.iter();
    let names: Vec<&str> = documents.map(|d| d.document.name.as_str()).collect();
    json!({
        "written": written,
        "documents": names,
        "problems": problems,
    })
}

/// A problem as JSON.
pub fn problem(diagnostic: &Diagnostic) -> Value {
    json!({
        "severity": match diagnostic.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        "file": diagnostic.file,
        "line": diagnostic.line,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    })
}
