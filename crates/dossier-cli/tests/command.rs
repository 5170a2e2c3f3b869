//! The command as it is run: what it says of bad input, what it writes, how it exits.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper of a test fails by panicking, as a test does"
)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A document that has nothing wrong.
const GOOD: &str = "---\ntitle: Good\npublished: 2023-09-11\n---\n\nA text about sanctions.\n";

/// A folder with files that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        for (file, bytes) in files {
            let file = path.join("in").join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        Self(path)
    }

    /// A folder with a good document and the given ones.
    fn with_good(name: &str, files: &[(&str, &[u8])]) -> Self {
        Self::new(name, &[&[("good.md", GOOD.as_bytes())], files].concat())
    }

    fn archive(&self) -> PathBuf {
        self.0.join("out.dossier")
    }

    fn index(&self, options: &[&str]) -> Run {
        let input = self.0.join("in").display().to_string();
        let output = self.archive().display().to_string();
        run(&[&["index", &input, "-o", &output], options].concat())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(args)
        .output();
    let output = output.unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Expects of bad files, beside a good one, that a problem is named at a place with certain words,
/// that nothing is written, and that the rest is built when asked for.
fn bad(name: &str, files: &[(&str, &[u8])], place: &str, words: &[&str], documents: usize) {
    let folder = Folder::with_good(name, files);
    let strict = folder.index(&[]);
    let at = format!("{}/in/{place}", folder.0.display());
    let lines: Vec<&str> = strict.err.lines().collect();
    let line = lines.iter().position(|line| line.starts_with(&at));
    let Some(line) = line else {
        panic!("no problem at {place}:\n{}", strict.err);
    };
    let problem = lines[line..]
        .iter()
        .take(2)
        .copied()
        .collect::<Vec<_>>()
        .join("\n");
    for word in words {
        assert!(problem.contains(word), "{word:?} is not in {problem}");
    }
    assert!(problem.contains("\n  help: "), "{problem}");
    assert_eq!(strict.code, Some(1), "{}", strict.err);
    assert!(strict.err.contains("nothing was written"));
    assert!(!folder.archive().exists());

    let lenient = folder.index(&["--keep-going"]);
    assert_eq!(lenient.code, Some(0), "{}", lenient.err);
    let count = format!("\n{documents} document");
    assert!(lenient.err.contains(&count), "{}", lenient.err);
    assert!(folder.archive().exists());
    let check = run(&["check", &folder.archive().display().to_string()]);
    assert_eq!(check.code, Some(0), "{}", check.err);
}

#[test]
fn a_good_folder_is_indexed_and_checked() {
    let folder = Folder::with_good(
        "good",
        &[
            ("b/plain.txt", b"A plain text on grain."),
            ("c.pdf", b"%PDF"),
        ],
    );
    let index = folder.index(&[]);
    assert_eq!(index.code, Some(0), "{}", index.err);
    assert!(
        index
            .err
            .contains("2 documents, 1 problem, 1 file of another format"),
        "{}",
        index.err
    );
    let archive = folder.archive().display().to_string();
    let check = run(&["check", &archive]);
    assert!(
        check.out.contains("2 documents, 2 passages, 9 words"),
        "{}",
        check.out
    );
}

#[test]
fn a_file_of_documents_is_indexed_for_search_only() {
    let lines = b"{\"id\":\"a\",\"title\":\"A\",\"text\":\"Ines Quint met him in Oslo.\"}\n\
                  {\"id\":\"b\",\"title\":\"B\",\"text\":\"Grain prices rose.\"}\n";
    let folder = Folder::new("lines", &[("lines.jsonl", lines)]);
    let input = folder.0.join("in/lines.jsonl").display().to_string();
    let archive = folder.archive().display().to_string();
    let index = |options: &[&str]| {
        let index = run(&[&["index", &input, "-o", &archive], options].concat());
        assert_eq!(index.code, Some(0), "{}", index.err);
        run(&["check", &archive]).out
    };
    let (all, search_only) = (index(&[]), index(&["--search-only"]));
    assert!(
        all.contains("2 documents") && !all.contains(" 0 entities"),
        "{all}"
    );
    assert!(search_only.contains(" 0 entities"), "{search_only}");
    let found = run(&["search", &archive, "quint"]);
    assert!(found.out.contains("Oslo"), "{}", found.out);
}

#[test]
fn the_archive_of_the_same_folder_is_the_same() {
    let folder = Folder::with_good("same", &[]);
    assert_eq!(folder.index(&[]).code, Some(0));
    let first = fs::read(folder.archive()).unwrap();
    assert_eq!(folder.index(&[]).code, Some(0));
    assert_eq!(fs::read(folder.archive()).unwrap(), first);
    let left = fs::read_dir(&folder.0).unwrap().count();
    assert_eq!(left, 2, "a partial file was left behind");
}

#[test]
fn front_matter_that_is_not_closed() {
    let text = b"---\ntitle: A\nkind: news\n\nThe text.\n";
    bad(
        "unclosed",
        &[("a.md", text)],
        "a.md:1: error",
        &["not closed", "put `---`"],
        2,
    );
}

#[test]
fn front_matter_that_is_no_yaml() {
    let text = b"---\nkind: news\ntitle: Kim: the visit\n---\nThe text.\n";
    bad(
        "yaml",
        &[("a.md", text)],
        "a.md:3: error",
        &["broken YAML", "double quotes"],
        2,
    );
}

#[test]
fn a_key_that_is_not_known() {
    let text = b"---\ntitle: A\nauthor: B\n---\nThe text.\n";
    bad(
        "unknown",
        &[("a.md", text)],
        "a.md:3: error",
        &["`author`", "`authors` meant?"],
        2,
    );
}

#[test]
fn a_key_that_stands_twice() {
    let text = b"---\ntitle: A\ntitle: B\n---\nThe text.\n";
    bad(
        "twice",
        &[("a.md", text)],
        "a.md:3: error",
        &["second time", "line 2"],
        2,
    );
}

#[test]
fn a_value_of_the_wrong_type() {
    let text = b"---\ntitle: [A]\n---\nThe text.\n";
    bad(
        "type",
        &[("a.md", text)],
        "a.md:2: error",
        &["`title` takes text"],
        2,
    );
}

#[test]
fn a_date_that_cannot_be_read() {
    let text = b"---\r\ntitle: A\r\npublished: 2023-02-30\r\n---\r\nThe text.\r\n";
    bad(
        "date",
        &[("a.md", text)],
        "a.md:3: error",
        &["February 2023 has 28 days"],
        2,
    );
}

#[test]
fn an_edition_of_nothing() {
    let text = b"---\ntitle: A\nedition_of: god\n---\nThe text.\n";
    bad(
        "edition",
        &[("a.md", text)],
        "a.md:3: error",
        &["`god`", "`good` meant?"],
        2,
    );
}

#[test]
fn an_empty_file() {
    bad(
        "empty",
        &[("a.md", b"")],
        "a.md: error",
        &["empty", "left out"],
        1,
    );
}

#[test]
fn a_file_of_front_matter_alone() {
    bad(
        "textless",
        &[("a.md", b"---\ntitle: A\n---\n")],
        "a.md: error",
        &["no text"],
        1,
    );
}

#[test]
fn a_binary_file() {
    bad(
        "binary",
        &[("a.md", b"\x89PNG\r\n\x1a\n\0\0\0")],
        "a.md: error",
        &["binary"],
        1,
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_read_and_named() {
    let folder = Folder::with_good("latin", &[("a.md", b"# A\n\nThe caf\xe9.\n")]);
    let index = folder.index(&[]);
    assert_eq!(index.code, Some(0), "{}", index.err);
    assert!(index.err.contains("read as windows-1252"), "{}", index.err);
}

#[test]
fn two_documents_with_one_name() {
    let other = ("z/good.txt", b"Another text.".as_slice());
    bad(
        "name",
        &[other],
        "z/good.txt: error",
        &["`good`", "good.md", "left out"],
        1,
    );
}

#[test]
fn a_topic_without_words() {
    let toml = b"title = \"T\"\n\n[[topic]]\nname = \"Empty\"\n\n[[topic]]\nname = \"B\"\nwords = [\"text\"]\n";
    bad(
        "topic",
        &[("collection.toml", toml)],
        "collection.toml:3: error",
        &["`Empty`"],
        1,
    );
}

#[test]
fn a_collection_file_that_is_no_toml() {
    let toml = b"title = \"T\"\ndescription = \"D\n";
    bad(
        "toml",
        &[("collection.toml", toml)],
        "collection.toml:2: error",
        &["broken TOML"],
        1,
    );
}

#[test]
fn hostile_names_and_values_do_not_reach_the_terminal_raw() {
    let text = "---\n\"\\e[31mred\": A\n---\nThe text.\n".as_bytes();
    let folder = Folder::with_good("hostile", &[("a\u{1b}[31m.md", text)]);
    let index = folder.index(&[]);
    assert_eq!(index.code, Some(1));
    assert!(!index.err.contains('\u{1b}'), "{:?}", index.err);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder() {
    let folder = Folder::with_good("link", &[]);
    fs::write(folder.0.join("secret.md"), "Secret.").unwrap();
    std::os::unix::fs::symlink("../secret.md", folder.0.join("in/a.md")).unwrap();
    std::os::unix::fs::symlink("good.md", folder.0.join("in/inner.md")).unwrap();
    let index = folder.index(&["--keep-going"]);
    assert!(
        index.err.contains("in/a.md: error: the link leads out"),
        "{}",
        index.err
    );
    assert!(
        index
            .err
            .contains("2 documents, 1 problem, 1 file left out"),
        "{}",
        index.err
    );
}

#[test]
fn problems_as_json() {
    let folder = Folder::with_good("json", &[("a.md", b"")]);
    let index = folder.index(&["--json"]);
    assert_eq!(index.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&index.out).unwrap();
    assert_eq!(json["written"], serde_json::Value::Null);
    assert_eq!(json["documents"], serde_json::json!(["good"]));
    assert_eq!(json["problems"][0]["file"], "a.md");
    assert_eq!(json["problems"][0]["severity"], "error");
}

#[test]
fn a_folder_without_documents_and_one_that_is_not_there() {
    let folder = Folder::new("none", &[("a.pdf", b"%PDF")]);
    let index = folder.index(&["--keep-going"]);
    assert_eq!(index.code, Some(2));
    assert!(
        index
            .err
            .contains("has no documents: files that end in .md"),
        "{}",
        index.err
    );
    let missing = run(&["index", "not/there", "-o", "x"]);
    assert_eq!(missing.code, Some(2));
    assert!(
        missing.err.contains("not/there cannot be read"),
        "{}",
        missing.err
    );
}

#[test]
fn an_archive_that_cannot_be_written_or_is_broken() {
    let folder = Folder::with_good("broken", &[]);
    let input = folder.0.join("in").display().to_string();
    let unwritable = run(&["index", &input, "-o", "/not/there/x.dossier"]);
    assert_eq!(unwritable.code, Some(2));
    assert!(
        unwritable
            .err
            .contains("/not/there/x.dossier cannot be written")
    );
    let good = folder.0.join("in/good.md").display().to_string();
    assert_eq!(run(&["check", &good]).code, Some(1));
    assert_eq!(run(&["search", &good, "x"]).code, Some(2));
    assert_eq!(run(&["check", "not/there"]).code, Some(2));
    assert_eq!(run(&["frobnicate"]).code, Some(2));
}

#[test]
fn inspect_says_as_json_what_is_understood() {
    let page = "Seals return to the bay\nBy Ann Ash\n11 September 2023\nShare\n\
        SEOUL (AP) — The sanctions of the Security Council on arms deals were \
        discussed at a summit.\nMost viewed\nA seal\n";
    let folder = Folder::with_good("inspect", &[("page.txt", page.as_bytes())]);
    let file = folder.0.join("in/page.txt").display().to_string();
    let good = folder.0.join("in/good.md").display().to_string();
    let inspect = run(&["inspect", &file, &good, "--json"]);
    assert_eq!(inspect.code, Some(0), "{}", inspect.err);
    let json: serde_json::Value = serde_json::from_str(&inspect.out).unwrap();
    let page = &json["docs"][&file];
    assert_eq!(page["title"], "Seals return to the bay");
    assert_eq!(page["authors"], serde_json::json!(["Ann Ash"]));
    assert_eq!(page["date"], "2023-09-11");
    assert_eq!(page["dateline"], "Seoul");
    assert_eq!(page["publisher"], "Associated Press");
    assert_eq!(page["language"], "en");
    assert_eq!(page["boilerplate_lines"], serde_json::json!([4, 6, 7]));
    assert_eq!(page["paragraphs"][0]["lines"], serde_json::json!([5]));
    let topics = page["paragraphs"][0]["topics"].as_array().unwrap();
    assert!(topics.contains(&"sanctions".into()), "{topics:?}");
    assert_eq!(json["docs"][&good]["publisher"], serde_json::Value::Null);
    assert_eq!(json["near_duplicates"], serde_json::json!([]));

    let readable = run(&["inspect", &file, "--aside"]);
    assert!(readable.out.contains("prompt: Share"), "{}", readable.out);
}

#[test]
fn entities_are_printed_with_bytes_and_reasons() {
    let text = "Café owners in Lisbon met Ines Quint.\n";
    let line = serde_json::json!({ "id": 7, "text": text }).to_string();
    let files: [(&str, &[u8]); 3] = [
        ("text.txt", text.as_bytes()),
        ("lines.jsonl", line.as_bytes()),
        ("bytes.txt", b"\xff\xfe"),
    ];
    let folder = Folder::new("entities", &files);
    let path = |name: &str| folder.0.join("in").join(name).display().to_string();
    let one = run(&["entities", "--json", &path("text.txt")]);
    let one: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!(one["spans"][0]["type"], "PLACE");
    assert_eq!(one["spans"][0]["canonical"], "Lisbon");
    // The offsets are bytes: é takes two.
    assert_eq!(one["spans"][0]["start"], 16);
    assert_eq!(one["spans"][1]["canonical"], "Ines Quint");
    let lines = run(&["entities", "--jsonl", &path("lines.jsonl")]).out;
    let lines: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["id"], 7);
    assert_eq!(lines[0]["spans"], one["spans"]);
    assert!(lines[1]["secs"].is_number());
    let broken = run(&["entities", &path("bytes.txt")]);
    assert_eq!(broken.code, Some(2));
    assert!(broken.err.contains("not a text in UTF-8"), "{}", broken.err);
}
