//! Text copied from the web: what is kept, what is put aside, what is found, for the made-up pages
//! in `tests/cases/articles`.
//!
//! A case is a page with a tag before each line: `T|` headline, `k|` byline, date or publisher,
//! `x|` part of the page, `p|` a paragraph, `+|` its next line, `h|` a heading. What is to be found
//! stands above, after `=`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper of a test fails by panicking, as a test does"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dossier_engine::document::{self, Reading};
use dossier_engine::source::Source;

/// Share of the lines of the page that must be put aside.
const RECALL: f64 = 0.93;

/// Share of what is put aside that must be of the page.
const PRECISION: f64 = 0.98;

struct Case {
    name: String,
    expected: BTreeMap<String, String>,
    /// For each line its tag; a space for an empty line.
    tags: Vec<char>,
    page: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/articles");
    let mut cases: Vec<Case> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| case(&entry.unwrap().path()))
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

fn case(path: &Path) -> Case {
    let text = fs::read_to_string(path).unwrap();
    let mut case = Case {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        expected: BTreeMap::new(),
        tags: Vec::new(),
        page: String::new(),
    };
    for line in text.lines() {
        if let Some((key, value)) = line
            .strip_prefix("= ")
            .and_then(|rest| rest.split_once(": "))
        {
            case.expected.insert(key.into(), value.into());
            continue;
        }
        let (tag, text) = line.split_once('|').unwrap_or((" ", ""));
        case.tags.push(if text.trim().is_empty() {
            ' '
        } else {
            tag.chars().next().unwrap_or(' ')
        });
        case.page.push_str(text.trim());
        case.page.push('\n');
    }
    case
}

fn read(case: &Case) -> Reading {
    let mut diagnostics = Vec::new();
    let source = Source {
        path: "page.txt",
        bytes: case.page.as_bytes(),
    };
    document::read(source, &mut diagnostics)
        .unwrap_or_else(|| panic!("{}: {diagnostics:?}", case.name))
}

/// What went wrong with a case, in words.
#[derive(Default)]
struct Score {
    /// Lines of the page that were put aside, and all of them.
    aside: (usize, usize),
    /// Lines put aside that are the article's.
    lost: usize,
    complaints: Vec<String>,
}

fn score(case: &Case) -> Score {
    let reading = read(case);
    let mut score = Score::default();
    let aside = reading.aside_lines();
    let kept: Vec<u32> = reading.lines.iter().flatten().copied().collect();
    let lines: Vec<&str> = case.page.lines().collect();
    for (number, tag) in (1..).zip(&case.tags) {
        let text = lines[number as usize - 1];
        match tag {
            'x' => {
                score.aside.1 += 1;
                if aside.contains(&number) {
                    score.aside.0 += 1;
                } else {
                    let how = if kept.contains(&number) {
                        "kept"
                    } else {
                        "taken for a fact"
                    };
                    score.complaints.push(format!("{number}: {how}: {text}"));
                }
            }
            'p' | '+' | 'h' if !kept.contains(&number) => {
                score.lost += 1;
                score.complaints.push(format!("{number}: LOST: {text}"));
            }
            'k' | 'T' if aside.contains(&number) || kept.contains(&number) => {
                score.complaints.push(format!("{number}: no fact: {text}"));
            }
            _ => {}
        }
    }
    for (number, tag) in (1..).zip(&case.tags) {
        let block = reading
            .lines
            .iter()
            .position(|lines| lines.contains(&number));
        let above = (1..number)
            .rev()
            .find(|line| case.tags[*line as usize - 1] != ' ');
        let before = above.and_then(|above| {
            let mut lines = reading.lines.iter();
            lines.position(|lines| lines.contains(&above))
        });
        let joined = block.is_some() && block == before;
        if *tag == '+' && !joined || *tag == 'p' && joined {
            score.complaints.push(format!(
                "{number}: {} : {}",
                if joined { "joined" } else { "parted" },
                lines[number as usize - 1]
            ));
        }
    }
    let document = &reading.document;
    for (key, expected) in &case.expected {
        let found = match key.as_str() {
            "title" => document.title.clone(),
            "authors" => document.authors.join("; "),
            "editors" => document.editors.join("; "),
            "contributors" => document.contributors.join("; "),
            "publisher" => document.publisher.clone().unwrap_or_default(),
            "dateline" => document.dateline.join("/"),
            "language" => document.language.clone(),
            "date" => document
                .published
                .as_ref()
                .map_or_else(String::new, |published| published.date.to_string()),
            _ => panic!("{}: the key {key} is not known", case.name),
        };
        if found != *expected {
            score
                .complaints
                .push(format!("{key}: {found:?}, expected {expected:?}"));
        }
    }
    score
}

#[test]
fn pages_are_cleaned_without_losing_the_article() {
    let (mut right, mut all, mut lost) = (0, 0, 0);
    for case in cases() {
        let score = score(&case);
        println!(
            "{}: {}/{} aside, {} lost",
            case.name, score.aside.0, score.aside.1, score.lost
        );
        for complaint in &score.complaints {
            println!("    {complaint}");
        }
        right += score.aside.0;
        all += score.aside.1;
        lost += score.lost;
    }
    let recall = right as f64 / all as f64;
    let precision = right as f64 / (right + lost) as f64;
    println!("recall {recall:.3}, precision {precision:.3}");
    assert!(recall >= RECALL, "recall {recall:.3}");
    assert!(precision >= PRECISION, "precision {precision:.3}");
}

/// The shipped documents without their front matter, as Markdown and as plain text.
fn shipped() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let text = fs::read_to_string(&path).unwrap();
            let body = text.splitn(3, "---\n").nth(2).unwrap().to_owned();
            let plain = body.replace("## ", "").replace("\n\n", "\n");
            found.push((path.display().to_string(), body, plain));
        }
    }
    found
}

#[test]
fn clean_documents_stay_whole_without_front_matter_too() {
    for (name, markdown, plain) in shipped() {
        for (path, text) in [("page.md", &markdown), ("page.txt", &plain)] {
            let mut diagnostics = Vec::new();
            let source = Source {
                path,
                bytes: text.as_bytes(),
            };
            let reading = document::read(source, &mut diagnostics).unwrap();
            assert_eq!(reading.aside, [], "{name} as {path}");
            let kept: usize = reading.lines.iter().map(Vec::len).sum();
            let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
            assert!(
                kept + 1 >= lines,
                "{name} as {path}: {kept} of {lines} lines"
            );
        }
    }
}

#[test]
fn what_is_found_on_the_pages_is_what_they_say() {
    let facts = |complaint: &&String| complaint.contains(", expected ");
    for case in cases() {
        let score = score(&case);
        let wrong: Vec<&String> = score.complaints.iter().filter(facts).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", case.name);
    }
}

#[test]
fn paragraphs_are_joined_where_links_and_margins_broke_them() {
    for case in cases() {
        let score = score(&case);
        let wrong = score
            .complaints
            .iter()
            .find(|c| c.contains(" joined ") || c.contains(" parted "));
        assert_eq!(wrong, None, "{}", case.name);
    }
}
