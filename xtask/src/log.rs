//! Says what is being done and how long it took.

use std::time::{Duration, Instant};

use crate::error::Error;

/// What a step has to say about itself besides its time.
#[derive(Default)]
pub struct Note(Option<String>);

impl Note {
    /// Says this behind the time.
    pub fn say(&mut self, text: impl Into<String>) {
        self.0 = Some(text.into());
    }

    /// Says that the inputs are those of the last time.
    pub fn unchanged(&mut self) {
        self.say("unchanged");
    }
}

/// Does one step and says so.
///
/// # Errors
/// Those of the step.
pub fn step<T>(name: &str, work: impl FnOnce(&mut Note) -> Result<T, Error>) -> Result<T, Error> {
    println!("==> {name}");
    let start = Instant::now();
    let mut note = Note::default();
    let value = work(&mut note)?;
    let note = note.0.map(|note| format!(", {note}")).unwrap_or_default();
    println!("    {}{note}", seconds(start.elapsed()));
    Ok(value)
}

/// A time as seconds with one decimal.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
