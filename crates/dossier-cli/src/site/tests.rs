//! Sites of a made-up app.

use std::fs;
use std::path::PathBuf;

use super::{App, single_file, site};

const PAGE: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'">
<title>Dossier</title>
<link id="style" rel="stylesheet" href="./dossier-1.css">
<link id="icon" rel="icon" type="image/svg+xml" href="./icon-1.svg">
<link id="archive" rel="alternate" href="./collection-1.dossier">
<link id="worker" rel="alternate" href="./worker-1.js">
<link id="worker-module" rel="alternate" href="./worker-1.wasm">
<link id="names" rel="alternate" href="./names-1.tagger">
<script id="shell" src="./shell-1.js"></script>
<link id="module" rel="preload" as="fetch" type="application/wasm" crossorigin href="./dossier-1.wasm">
<script id="entry" type="module" src="./dossier-1.js"></script></head><body></body></html>"#;

fn app(name: &str) -> (App, PathBuf) {
    let folder = std::env::temp_dir().join(format!("dossier-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for (name, content) in [
        ("index.html", PAGE),
        ("dossier-1.css", "p { color: red }"),
        ("dossier-1.js", "start($1)"),
        ("shell-1.js", "early()"),
        ("dossier-1.wasm", "module"),
        ("icon-1.svg", "<svg/>"),
        ("worker-1.js", "work()"),
        ("worker-1.wasm", "worker module"),
        ("names-1.tagger", "weights"),
        ("collection-1.dossier", "shipped"),
        ("dossier.js", "archive(\"./collection-1.dossier\")"),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
    (App::find(Some(&folder)).unwrap(), folder)
}

#[test]
fn a_site_has_the_collection_in_the_place_of_the_shipped_one() {
    let (app, folder) = app("site");
    let files = site(&app, "Seals & <whales>", b"ours", None).unwrap();
    let page = String::from_utf8(files[0].1.clone()).unwrap();
    assert!(page.contains("<title>Seals &amp; &lt;whales></title>"));
    let (name, bytes) = files
        .iter()
        .find(|(name, _)| name.ends_with(".dossier"))
        .unwrap();
    assert!(page.contains(&format!("./{name}")) && bytes == b"ours");
    assert!(
        !page.contains("collection-1")
            && !files.iter().any(|(name, _)| name == "collection-1.dossier")
    );
    let element = files.iter().find(|(path, _)| path == "dossier.js").unwrap();
    assert_eq!(element.1, format!("archive(\"./{name}\")").into_bytes());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn one_file_has_the_weights_of_the_tagger_only_where_they_are_wanted() {
    let (app, folder) = app("single");
    let [without, with] = [false, true].map(|names| single_file(&app, "Seals", b"ours", names));
    let is_there = |page: &str| page.contains("id=\"names\"");
    assert!(!is_there(&without.unwrap()) && is_there(&with.unwrap()));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_app_that_lacks_a_file_is_named() {
    let (_, folder) = app("broken");
    fs::remove_file(folder.join("dossier-1.css")).unwrap();
    let app = App::find(Some(&folder)).unwrap();
    let error = single_file(&app, "Seals", b"ours", false).unwrap_err();
    assert!(error.to_string().contains("no dossier-1.css"), "{error}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_site_whose_address_is_known_says_how_it_is_embedded() {
    let (app, folder) = app("oembed");
    let address = "https://a.example/seals/";
    let files = site(&app, "Seals", b"ours", Some(address)).unwrap();
    let page = String::from_utf8(files[0].1.clone()).unwrap();
    assert!(page.contains("href=\"https://a.example/seals/oembed.json\""));
    assert!(files.iter().any(|(name, _)| name == "oembed.json"));
    let without = site(&app, "Seals", b"ours", None).unwrap();
    assert!(!without.iter().any(|(name, _)| name == "oembed.json"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn integrity_is_the_hash_that_browsers_compute() {
    let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
    assert_eq!(super::integrity(b""), empty);
}
