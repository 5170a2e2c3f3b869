//! Writes `dist/`: files named after their content, and the page that loads them.

use std::fs;
use std::path::Path;

use super::page::{Kind, Page};
use super::shrink::Parts;
use super::worker::Worker;
use crate::error::Error;
use crate::files;
use crate::workspace::Workspace;

/// What the page may load: its own files and nothing else, nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    worker-src blob:; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; \
    frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The module of the element: the name that other pages know.
const ELEMENT: &str = "dossier.js";

/// Name of the archive in the page of the repository.
const ARCHIVE: &str = "collection.dossier";

/// Names of the worker's files in the page of the repository: script, module, weights.
pub const WORKER: [&str; 3] = ["worker.js", "worker.wasm", "english.tagger"];

/// Files of the repository that go along as they are, with their names in `dist/`.
const LEGAL: [(&str, &str); 3] = [
    ("LICENSE-MIT", "LICENSE-MIT.txt"),
    ("LICENSE-APACHE", "LICENSE-APACHE.txt"),
    ("corpus/LICENSE", "LICENSE-CORPUS.txt"),
];

/// What goes into the files.
pub struct Content<'a> {
    /// What the page loads.
    pub parts: &'a Parts,
    /// What it loads on demand.
    pub worker: &'a Worker,
    /// The collection.
    pub archive: &'a [u8],
    /// The notices of third parties.
    pub notices: &'a str,
}

/// Writes everything into a new folder and then puts it in the place of the old one.
///
/// # Errors
/// When a file cannot be written.
pub fn write(
    workspace: &Workspace,
    page: &Page,
    content: &Content<'_>,
    dist: &Path,
) -> Result<(), Error> {
    let Content { parts, worker, .. } = content;
    let fresh = workspace.work().join("dist.new");
    files::empty_folder(&fresh)?;
    let named = |stem: &str, extension: &str, content: &[u8]| -> Result<String, Error> {
        let name = format!("{stem}-{}.{extension}", files::digest([content]));
        files::write(&fresh.join(&name), content)?;
        Ok(name)
    };
    let built = Built {
        wasm: named("dossier", "wasm", &parts.wasm)?,
        archive: named("collection", "dossier", content.archive)?,
        worker: [
            named("worker", "js", &worker.script)?,
            named("worker", "wasm", &worker.wasm)?,
            named("names", "tagger", &worker.weights)?,
        ],
        css: named("dossier", "css", &parts.css)?,
        early: named("shell", "js", &parts.early)?,
        icon: match page.paths(Kind::Icon).next() {
            Some(path) => named("icon", "svg", &files::read(&workspace.root.join(path))?)?,
            None => String::new(),
        },
        entry: String::new(),
    };
    let built = Built {
        entry: scripts(workspace, &fresh, parts, &built)?,
        ..built
    };
    files::write(&fresh.join("index.html"), html(page, &built))?;
    files::write(&fresh.join("NOTICES.txt"), content.notices)?;
    for (path, name) in LEGAL {
        files::write(&fresh.join(name), files::read(&workspace.root.join(path))?)?;
    }
    files::empty_folder(dist)?;
    fs::remove_dir(dist).map_err(Error::file("remove", dist))?;
    fs::rename(&fresh, dist).map_err(Error::file("write", dist))
}

/// Writes the modules, the element under a name that stays, and the page of frames. Gives the entry
/// of the page.
fn scripts(
    workspace: &Workspace,
    fresh: &Path,
    parts: &Parts,
    built: &Built,
) -> Result<String, Error> {
    let text = |name: &str| {
        let found = parts.modules.iter().find(|(known, _)| known == name);
        String::from_utf8_lossy(found.map_or(&[], |(_, content)| content)).into_owned()
    };
    let placed = |text: &str, to: &str| {
        let text = text
            .replace("./dossier.wasm", &format!("{to}{}", built.wasm))
            .replace("./dossier.css", &format!("{to}{}", built.css))
            .replace("./collection.dossier", &format!("{to}{}", built.archive));
        let worker = WORKER.into_iter().zip(&built.worker);
        worker.fold(text, |text, (name, built)| {
            text.replace(&format!("./{name}"), &format!("{to}{built}"))
        })
    };
    let named = |stem: &str, extension: &str, content: &str| -> Result<String, Error> {
        let digest = files::digest([content.as_bytes()]);
        let name = format!("{stem}-{digest}.{extension}");
        files::write(&fresh.join(&name), content)?;
        Ok(name)
    };
    let (entry, element, frame) = if parts.is_bundled {
        let explorer = named("explorer", "js", &text("explorer.js"))?;
        let placed = |name: &str| {
            placed(&text(name), "./").replace("./explorer.js", &format!("./{explorer}"))
        };
        let work = named("work", "js", &placed("work.js"))?;
        let element = placed("element.js").replace("./work.js", &format!("./{work}"));
        files::write(&fresh.join("fit.js"), text("fit.js"))?;
        let frame = named("frame", "js", &text("frame.js"))?;
        (named("dossier", "js", &text("boot.js"))?, element, frame)
    } else {
        // They import each other by their names: they share a folder named after all of them.
        let contents = parts
            .modules
            .iter()
            .map(|(name, _)| (name, placed(&text(name), "../")));
        let contents: Vec<_> = contents.collect();
        let digest = files::digest(contents.iter().map(|(_, content)| content.as_bytes()));
        let folder = format!("dossier-{digest}");
        for (name, content) in contents {
            files::write(&fresh.join(&folder).join(name), content)?;
        }
        files::write(&fresh.join("fit.js"), text("fit.js"))?;
        let element = format!("export * from \"./{folder}/element.js\";\n");
        (
            format!("{folder}/boot.js"),
            element,
            format!("{folder}/frame.js"),
        )
    };
    files::write(&fresh.join(ELEMENT), element)?;
    let sources = workspace.root.join("src/embed");
    let css = named(
        "frame",
        "css",
        &files::read_text(&sources.join("frame.css"))?,
    )?;
    let page = files::read_text(&sources.join("embed.html"))?;
    let page = with_policy(&page)
        .replace("./frame.js", &format!("./{frame}"))
        .replace("./frame.css", &format!("./{css}"))
        .replace("./icon.svg", &format!("./{}", built.icon));
    files::write(&fresh.join("embed.html"), page)?;
    Ok(entry)
}

/// Names of the files that the page loads.
struct Built {
    wasm: String,
    archive: String,
    worker: [String; 3],
    css: String,
    early: String,
    icon: String,
    entry: String,
}

/// The page with its `data-trunk` tags replaced by those that load the files.
fn html(page: &Page, built: &Built) -> String {
    let mut html = String::new();
    let mut at = 0;
    let mut done = Vec::new();
    for tag in &page.tags {
        html.push_str(&page.html[at..tag.span.start]);
        at = tag.span.end;
        // Several of a kind are one file.
        if !done.contains(&tag.kind) {
            html.push_str(&loader(tag.kind, built));
            done.push(tag.kind);
        }
    }
    html.push_str(&page.html[at..]);
    let html = with_policy(&html);
    let mut html = html.replacen(ARCHIVE, &built.archive, 1);
    for (name, file) in WORKER.into_iter().zip(&built.worker) {
        html = html.replacen(name, file, 1);
    }
    // Removed tags leave empty lines.
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// A page with the policy.
fn with_policy(html: &str) -> String {
    let charset = "<meta charset=\"utf-8\">";
    let policy =
        format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    html.replacen(charset, &policy, 1)
}

/// What loads a file, by relative address.
fn loader(kind: Kind, built: &Built) -> String {
    match kind {
        // The page names each again, for the app.
        Kind::Data => String::new(),
        Kind::Css => format!(
            "<link id=\"style\" rel=\"stylesheet\" href=\"./{}\">",
            built.css
        ),
        Kind::Icon => format!(
            "<link id=\"icon\" rel=\"icon\" type=\"image/svg+xml\" href=\"./{}\">",
            built.icon
        ),
        Kind::Script => format!("<script id=\"shell\" src=\"./{}\"></script>", built.early),
        Kind::Rust => format!(
            "<link id=\"module\" rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin \
             href=\"./{}\">\n<script id=\"entry\" type=\"module\" src=\"./{}\"></script>",
            built.wasm, built.entry
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::page;

    #[test]
    fn the_page_loads_the_built_files_by_relative_addresses_under_the_policy() {
        let page = page::parse(
            concat!(
                "<meta charset=\"utf-8\">\n",
                "<link data-trunk rel=\"css\" href=\"a.css\">\n",
                "<link data-trunk rel=\"css\" href=\"b.css\">\n",
                "<link data-trunk rel=\"copy-file\" href=\"target/collection.dossier\">\n",
                "<link id=\"archive\" href=\"./collection.dossier\">\n",
                "<link data-trunk rel=\"copy-file\" href=\"target/worker/worker.js\">\n",
                "<link id=\"worker\" href=\"./worker.js\">\n",
                "<link id=\"worker-module\" href=\"./worker.wasm\">\n",
                "<link id=\"names\" href=\"./english.tagger\">\n",
                "<script data-trunk src=\"x.js\"></script>\n",
                "<link data-trunk rel=\"rust\">\n",
            )
            .into(),
        )
        .expect("a page");
        let built = Built {
            wasm: "app-1.wasm".into(),
            archive: "collection-0.dossier".into(),
            worker: [
                "worker-6.js".into(),
                "worker-7.wasm".into(),
                "names-8.tagger".into(),
            ],
            css: "app-2.css".into(),
            early: "shell-3.js".into(),
            icon: "icon-4.svg".into(),
            entry: "app-5.js".into(),
        };
        let html = html(&page, &built);
        assert!(!html.contains("data-trunk"));
        assert_eq!(html.matches("./app-2.css").count(), 1);
        for name in [
            "./app-1.wasm",
            "href=\"./collection-0.dossier\"",
            "./shell-3.js",
            "./app-5.js",
            "\"./worker-6.js",
            "\"./worker-7.wasm",
            "\"./names-8.tagger",
        ] {
            assert!(html.contains(name), "{name}");
        }
        assert!(html.find("Content-Security-Policy") < html.find("<link"));
    }
}
