//! Which of the files that are brought are read, decided by their names and sizes before any is.

use dossier_engine::collection::DEFINITION;
use dossier_engine::diagnostic::{Diagnostic, Report};
use dossier_engine::document;
use dossier_engine::order;

/// How many documents are read at once.
const MOST_FILES: usize = 20_000;

/// How many bytes all files together may have: what a browser's tab has room for with everything
/// that is found in them.
const MOST_BYTES: u64 = 256 << 20;

/// A file that was brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its path below what was chosen, with `/` between its parts.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
}

/// What is done with the files.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Which are read as documents: positions among the offers, in the order of their paths.
    pub documents: Vec<usize>,
    /// Which one is the definition.
    pub definition: Option<usize>,
    /// How many are of formats that are not known.
    pub passed_over: u32,
    /// Why others are left out.
    pub diagnostics: Vec<Diagnostic>,
}

/// Decides about the files. Hidden ones and those of other formats are passed over, unless one
/// was brought alone and by that is meant to be a document.
pub fn plan(offers: &[Offer]) -> Plan {
    let mut by_path: Vec<usize> = (0..offers.len()).collect();
    order::sort_by(&mut by_path, |&a, &b| offers[a].path.cmp(&offers[b].path));
    let mut plan = Plan::default();
    let mut bytes = 0;
    for at in by_path {
        let Offer { path, size } = &offers[at];
        if is_hidden(path) {
            continue;
        }
        if path == DEFINITION {
            plan.definition = plan.definition.or(Some(at));
            continue;
        }
        if !document::is_document(path) && offers.len() > 1 {
            plan.passed_over += 1;
            continue;
        }
        let mut report = Report::new(path, &mut plan.diagnostics);
        let most = document::largest(path) as u64;
        if *size > most {
            report.error(
                None,
                format!(
                    "the file has {} MiB, more than the {} MiB that are read, and is left out",
                    size.div_ceil(1 << 20),
                    most >> 20
                ),
                "split it into several documents",
            );
        } else if plan.documents.len() == MOST_FILES {
            report.error(
                None,
                format!("these are more than {MOST_FILES} files; this one is left out"),
                "bring fewer at once, or build the collection with the dossier command",
            );
        } else if bytes + size > MOST_BYTES {
            report.error(
                None,
                format!(
                    "the files together have more than {} MiB; this one is left out",
                    MOST_BYTES >> 20
                ),
                "bring fewer at once, or build the collection with the dossier command",
            );
        } else {
            bytes += size;
            plan.documents.push(at);
        }
    }
    plan
}

/// Whether a part of the path begins with a dot.
fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

/// Paths below the folder that holds all files, where there is one: the folder that was brought.
pub fn below_their_folder(offers: &mut [Offer]) {
    let shared = offers.first().and_then(|offer| offer.path.split_once('/'));
    let Some(folder) = shared.map(|(folder, _)| [folder, "/"].concat()) else {
        return;
    };
    if offers.iter().all(|offer| offer.path.starts_with(&folder)) {
        for offer in offers {
            offer.path.drain(..folder.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers(files: &[(&str, u64)]) -> Vec<Offer> {
        let offers = files.iter().map(|&(path, size)| Offer {
            path: path.into(),
            size,
        });
        offers.collect()
    }

    #[test]
    fn documents_come_in_the_order_of_their_paths() {
        let plan = plan(&offers(&[("b.md", 1), ("a/z.txt", 1), ("a.html", 1)]));
        assert_eq!(plan.documents, [2, 1, 0]);
        assert_eq!(plan.diagnostics, []);
    }

    #[test]
    fn paths_stay_where_files_share_no_folder() {
        let files = [("f/a.md", 1), ("g/b.md", 1)];
        let mut two = offers(&files);
        below_their_folder(&mut two);
        assert_eq!(two, offers(&files));
    }

    #[test]
    fn other_formats_and_hidden_files_are_passed_over() {
        let files = [
            ("a.md", 1),
            ("photo.png", 1),
            (".git/x.md", 1),
            ("d/.h.md", 1),
        ];
        let plan = plan(&offers(&files));
        assert_eq!((plan.documents.as_slice(), plan.passed_over), (&[0][..], 1));
    }

    #[test]
    fn a_file_that_is_brought_alone_is_read_so_that_it_is_said_what_is_wrong_with_it() {
        assert_eq!(plan(&offers(&[("photo.png", 1)])).documents, [0]);
    }

    #[test]
    fn the_definition_stands_at_the_top_of_the_folder() {
        let files = [
            ("f/a.md", 1),
            ("f/collection.toml", 1),
            ("f/g/collection.toml", 1),
        ];
        let mut offers = offers(&files);
        below_their_folder(&mut offers);
        assert_eq!(offers[2].path, "g/collection.toml");
        let plan = plan(&offers);
        assert_eq!(plan.definition, Some(1));
        assert_eq!(plan.documents, [0]);
    }

    #[test]
    fn a_file_that_is_too_big_is_named_and_never_read() {
        let plan = plan(&offers(&[("a.txt", 200 << 20), ("b.txt", 10)]));
        assert_eq!(plan.documents, [1]);
        assert_eq!(plan.diagnostics[0].file, "a.txt");
        assert!(
            plan.diagnostics[0]
                .message
                .starts_with("the file has 200 MiB, more than the 16")
        );
    }

    #[test]
    fn files_beyond_the_room_for_all_are_named() {
        let many: Vec<_> = (0..20).map(|n| (format!("{n:02}.txt"), 16 << 20)).collect();
        let many: Vec<_> = many
            .iter()
            .map(|(path, size)| (path.as_str(), *size))
            .collect();
        let plan = plan(&offers(&many));
        assert_eq!((plan.documents.len(), plan.diagnostics.len()), (16, 4));
        assert!(plan.diagnostics[0].message.contains("256 MiB"));
    }

    #[test]
    fn files_beyond_the_count_are_named() {
        let many: Vec<_> = (0..=MOST_FILES)
            .map(|n| (format!("{n:05}.txt"), 1))
            .collect();
        let many: Vec<_> = many
            .iter()
            .map(|(path, size)| (path.as_str(), *size))
            .collect();
        let plan = plan(&offers(&many));
        assert_eq!(plan.documents.len(), MOST_FILES);
        assert_eq!(plan.diagnostics[0].file, "20000.txt");
    }
}
