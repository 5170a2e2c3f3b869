//! Documents that people bring to the page: what waits, what is being done, what came of it.

use crate::words;

/// What the dialog for bringing documents shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Whether the dialog is open.
    pub is_open: bool,
    /// Files that wait until the person says what to do with them.
    pub waiting: Option<Waiting>,
    /// What the worker does now.
    pub work: Option<Work>,
    /// What came of the last time.
    pub report: Option<Report>,
    /// The collection that was kept on this machine.
    pub kept: Option<Kept>,
    /// Whether the person wants the next collection kept on this machine.
    pub keeps: bool,
    /// What the page says in a line above the results, until the person has dealt with it.
    pub line: Option<Line>,
}

/// What is said in the page itself, without a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A collection was kept on this machine and can be opened.
    Kept,
    /// Something was left out of a collection that was built otherwise well.
    Report,
}

/// Files that were brought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waiting {
    /// How many.
    pub files: u32,
    /// How many bytes they have together; from 4 GB on it is that.
    pub bytes: u32,
}

/// What the worker does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Files are read and understood.
    Read,
    /// Names are looked for.
    Recognise,
    /// Names are linked to whom they mean.
    Link,
    /// Documents are compared with each other and given topics.
    Compare,
    /// Words are indexed.
    Index,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [
        Self::Read,
        Self::Recognise,
        Self::Link,
        Self::Compare,
        Self::Index,
    ];

    /// What a key names.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.key() == key)
    }

    /// Its name between the worker and the page.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Recognise => "recognise",
            Self::Link => "link",
            Self::Compare => "compare",
            Self::Index => "index",
        }
    }
}

/// How far the worker is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// What it does; `None` before it has said so.
    pub stage: Option<Stage>,
    /// How many files or documents are done.
    pub done: u32,
    /// Of how many; 0 where that is not known.
    pub of: u32,
    /// The file that is next; empty where there is none.
    pub name: String,
}

/// What came of building a collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Why there is no new collection; the present one stays.
    pub failure: Option<String>,
    /// How many files of other formats were passed over.
    pub passed_over: u32,
    /// What was wrong with files.
    pub problems: Vec<Problem>,
}

/// What is wrong with a file, as the command says it too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// Its line, where it is not the whole file.
    pub line: Option<u32>,
    /// Whether something was left out.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// A collection that was kept on this machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Its title.
    pub title: String,
    /// How many documents it has.
    pub documents: u32,
    /// The day on which it was kept, as the person writes dates.
    pub day: String,
}

/// What happens at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The dialog is opened.
    Open,
    /// The dialog is closed; what waits is forgotten, what is being done goes on.
    Close,
    /// Files were brought.
    Brought(Waiting),
    /// The files that wait are forgotten.
    Dropped,
    /// The person wants the next collection kept, or not.
    Keep(bool),
    /// The worker is so far.
    Worked(Work),
    /// The person has stopped the worker.
    Stopped,
    /// The worker is done, or an archive was opened.
    Ended(Report),
    /// This collection is kept on this machine now.
    Shelved(Option<Kept>),
    /// The page has just opened, and this collection was kept on this machine.
    Arrived(Kept),
    /// The person has dealt with the line in the page.
    Dealt,
}

impl Desk {
    /// The desk after an event.
    #[must_use]
    pub fn after(&self, event: Event) -> Self {
        let mut desk = self.clone();
        match event {
            Event::Open => {
                desk.is_open = true;
                desk.line = None;
            }
            Event::Close => {
                desk.is_open = false;
                desk.waiting = None;
            }
            Event::Brought(waiting) => {
                desk.is_open = true;
                // What is being done comes to its end first.
                if desk.work.is_none() {
                    desk.waiting = Some(waiting);
                }
            }
            Event::Dropped => desk.waiting = None,
            Event::Keep(keeps) => desk.keeps = keeps,
            Event::Worked(work) => {
                desk.waiting = None;
                desk.report = None;
                desk.work = Some(work);
            }
            Event::Stopped => desk.work = None,
            Event::Ended(report) => {
                desk.work = None;
                desk.waiting = None;
                // What went well shows itself, and what is less than an error is said in a line.
                desk.is_open = report.needs_attention();
                let is_told = desk.is_open || report.summary().is_empty();
                desk.line = (!is_told).then_some(Line::Report);
                desk.report = Some(report);
            }
            Event::Shelved(kept) => desk.kept = kept,
            Event::Arrived(kept) => {
                desk.kept = Some(kept);
                desk.line = Some(Line::Kept);
            }
            Event::Dealt => desk.line = None,
        }
        desk
    }
}

impl Line {
    /// What it says, and on its button.
    #[must_use]
    pub fn text(self, desk: &Desk) -> (String, &'static str) {
        let kept = desk.kept.as_ref();
        let report = desk.report.as_ref();
        match self {
            Self::Kept => (kept.map_or_else(String::new, Kept::text), "Open"),
            Self::Report => (report.map_or_else(String::new, Report::summary), "Details"),
        }
    }
}

impl Waiting {
    /// How many and how much: `12 files, 3.4 MB`.
    #[must_use]
    pub fn text(&self) -> String {
        let files = words::count(self.files, "file", "files");
        [&files, ", ", &words::bytes(self.bytes)].concat()
    }
}

impl Work {
    /// What is being done, for people: `Reading: 3 of 12 files`.
    #[must_use]
    pub fn text(&self) -> String {
        let (what, unit) = match self.stage {
            Some(Stage::Read) => ("Reading", " files"),
            Some(Stage::Recognise) => ("Looking for names", " documents"),
            Some(Stage::Link) => return "Linking the names".into(),
            Some(Stage::Compare) => ("Comparing", " documents"),
            Some(Stage::Index) => ("Indexing", " documents"),
            None => return "Getting ready".into(),
        };
        let (done, of) = (self.done.to_string(), self.of.to_string());
        [what, ": ", &done, " of ", &of, unit].concat()
    }

    /// How much of what is being done is done, in thousandths; `None` where that is not known.
    #[must_use]
    pub fn share(&self) -> Option<u32> {
        let share = u64::from(self.done) * 1000;
        Some(share.checked_div(self.of.into())? as u32)
    }
}

impl Report {
    /// Whether the person must see it at once: nothing new is shown, or something is missing.
    #[must_use]
    pub fn needs_attention(&self) -> bool {
        self.failure.is_some() || self.problems.iter().any(|problem| problem.is_error)
    }

    /// What it comes to: `3 problems, 2 files of other formats passed over`. Empty where nothing is
    /// to be said.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        if !self.problems.is_empty() {
            let count = self.problems.len() as u32;
            parts.push(words::count(count, "problem", "problems"));
        }
        if self.passed_over > 0 {
            parts.push(words::count(
                self.passed_over,
                "file of another format passed over",
                "files of other formats passed over",
            ));
        }
        parts.join(", ")
    }
}

impl Kept {
    /// What it is: `Your documents from 21 November 2026: Talks, 12 documents`.
    #[must_use]
    pub fn text(&self) -> String {
        let documents = words::count(self.documents, "document", "documents");
        let parts = [
            "Your documents from ",
            &self.day,
            ": ",
            &self.title,
            ", ",
            &documents,
        ];
        parts.concat()
    }
}

impl Problem {
    /// The file, and the line where there is one: `a.csv, line 7`. Characters that would turn the
    /// name around, so that it reads as another, are shown as �.
    #[must_use]
    pub fn place(&self) -> String {
        let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let file = self.file.replace(turns, "\u{fffd}");
        match self.line {
            Some(line) => [&file, ", line ", &line.to_string()].concat(),
            None => file,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(is_error: bool) -> Problem {
        Problem {
            is_error,
            ..Problem::default()
        }
    }

    fn ended(report: Report) -> Desk {
        let desk = Desk::default().after(Event::Brought(Waiting::default()));
        let desk = desk.after(Event::Worked(Work::default()));
        desk.after(Event::Ended(report))
    }

    #[test]
    fn the_dialog_goes_when_all_went_well_and_stays_when_something_is_missing() {
        assert!(!ended(Report::default()).is_open);
        let warned = Report {
            problems: vec![problem(false)],
            ..Report::default()
        };
        assert!(!ended(warned).is_open);
        let missing = Report {
            problems: vec![problem(true)],
            ..Report::default()
        };
        assert!(ended(missing).is_open);
        let failed = Report {
            failure: Some("broken".into()),
            ..Report::default()
        };
        assert!(ended(failed).is_open);
    }

    #[test]
    fn what_was_passed_over_is_said_in_a_line_until_it_is_dealt_with() {
        let report = Report {
            passed_over: 1,
            ..Report::default()
        };
        let desk = ended(report);
        assert!(!desk.is_open);
        let line = desk.line.expect("something to say");
        let says = ("1 file of another format passed over".to_owned(), "Details");
        assert_eq!(line.text(&desk), says);
        assert_eq!(desk.after(Event::Open).line, None);
        assert_eq!(desk.after(Event::Dealt).line, None);
        assert_eq!(ended(Report::default()).line, None);
    }

    #[test]
    fn what_is_kept_is_offered_on_arrival_until_another_collection_comes() {
        let desk = Desk::default().after(Event::Arrived(Kept::default()));
        assert_eq!(desk.line, Some(Line::Kept));
        assert!(!desk.is_open && desk.kept.is_some());
        assert_eq!(desk.after(Event::Ended(Report::default())).line, None);
    }

    #[test]
    fn the_report_stays_until_the_next_work() {
        let desk = ended(Report::default());
        let desk = desk.after(Event::Close).after(Event::Open);
        assert!(desk.report.is_some());
        assert!(desk.after(Event::Worked(Work::default())).report.is_none());
    }

    #[test]
    fn closing_forgets_what_waits_but_not_what_is_being_done() {
        let waiting = Desk::default().after(Event::Brought(Waiting::default()));
        assert_eq!(waiting.after(Event::Close).waiting, None);
        let working = Desk::default().after(Event::Worked(Work::default()));
        assert!(working.after(Event::Close).work.is_some());
    }

    #[test]
    fn files_that_come_while_the_worker_works_are_not_taken() {
        let working = Desk::default().after(Event::Worked(Work::default()));
        let more = working.after(Event::Brought(Waiting::default()));
        assert_eq!(more.waiting, None);
        assert!(more.is_open);
    }

    #[test]
    fn work_is_told_in_words() {
        let work = |stage: &str| Work {
            stage: Stage::from_key(stage),
            done: 3,
            of: 12,
            name: "a.txt".into(),
        };
        assert_eq!(work("read").text(), "Reading: 3 of 12 files");
        assert_eq!(
            work("recognise").text(),
            "Looking for names: 3 of 12 documents"
        );
        assert_eq!(work("link").text(), "Linking the names");
        assert_eq!(work("compare").text(), "Comparing: 3 of 12 documents");
        assert_eq!(work("read").share(), Some(250));
        assert_eq!(Work::default().text(), "Getting ready");
        assert_eq!(Work::default().share(), None);
    }

    #[test]
    fn no_name_reads_as_another() {
        let problem = Problem {
            file: "\u{202e}txt.exe".into(),
            line: Some(7),
            ..Problem::default()
        };
        assert_eq!(problem.place(), "\u{fffd}txt.exe, line 7");
    }

    #[test]
    fn files_and_reports_are_told_in_words() {
        let waiting = Waiting {
            files: 12,
            bytes: 3_440_000,
        };
        assert_eq!(waiting.text(), "12 files, 3.4\u{a0}MB");
        let report = Report {
            passed_over: 1,
            problems: vec![problem(true), problem(false)],
            ..Report::default()
        };
        assert_eq!(
            report.summary(),
            "2 problems, 1 file of another format passed over"
        );
        assert_eq!(Report::default().summary(), "");
    }
}
