//! Runs other programs.

use std::process::{Command, Stdio};

use crate::error::Error;

/// Runs a command whose output goes to the terminal.
///
/// # Errors
/// When it cannot be started or does not succeed; `help` says what to do then.
pub fn run(command: &mut Command, help: &str) -> Result<(), Error> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|source| cannot_start(command, source, help))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::Failed {
            command: line(command),
            status: status.to_string(),
            help: help.into(),
        })
    }
}

/// Runs a command quietly and gives what it printed.
///
/// # Errors
/// When it cannot be started or does not succeed: then what it printed as an error is shown.
pub fn output(command: &mut Command, help: &str) -> Result<String, Error> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|source| cannot_start(command, source, help))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        Err(Error::Failed {
            command: line(command),
            status: output.status.to_string(),
            help: help.into(),
        })
    }
}

/// What a command that may be missing prints, without the line break; `None` where it is missing
/// or fails.
pub fn probe(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_string();
    output.status.success().then_some(text)
}

fn cannot_start(command: &Command, source: std::io::Error, help: &str) -> Error {
    Error::Start {
        program: command.get_program().to_string_lossy().into_owned(),
        source,
        help: help.into(),
    }
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let mut parts = vec![command.get_program().to_string_lossy().into_owned()];
    parts.extend(
        command
            .get_args()
            .map(|arg| arg.to_string_lossy().into_owned()),
    );
    parts.join(" ")
}
