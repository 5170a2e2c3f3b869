//! Tools that tests need: looked for, installed where that is possible, else asked for.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::process;
use crate::workspace::cargo;

/// The runner has to be of the version of wasm-bindgen that the tests are linked with.
const BINDGEN: &str = "0.2.130";

/// Names under which Chromium and its relatives are installed.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The program that runs wasm tests in a browser; compiled once for each person and version.
///
/// # Errors
/// When it cannot be compiled.
pub fn wasm_test_runner() -> Result<PathBuf, Error> {
    let root = cache()?.join(format!("tools/wasm-bindgen-cli-{BINDGEN}"));
    let runner = root.join("bin").join(program("wasm-bindgen-test-runner"));
    if runner.exists() {
        return Ok(runner);
    }
    println!(
        "    compiling wasm-bindgen-cli {BINDGEN} for {}",
        root.display()
    );
    process::run(
        cargo()
            .args(["install", "--no-default-features", "--root"])
            .arg(&root)
            .arg(format!("wasm-bindgen-cli@{BINDGEN}"))
            // Half the time to compile, and fast enough for tests.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env_remove("CARGO_TARGET_DIR"),
        "see that the registry can be reached, and run the command again",
    )?;
    Ok(runner)
}

/// The browser, installed by apt where this runs as root.
///
/// # Errors
/// When there is none and it cannot be installed.
pub fn chromium() -> Result<PathBuf, Error> {
    let find = || {
        let named = env::var_os("CHROMIUM").map(PathBuf::from);
        named.or_else(|| BROWSERS.iter().find_map(|name| on_path(name)))
    };
    find_or_install(find, "Chromium", &["chromium", "chromium-driver"])
}

/// The driver of the browser, installed by apt where this runs as root.
///
/// # Errors
/// When there is none and it cannot be installed.
pub fn chromedriver() -> Result<PathBuf, Error> {
    let find = || {
        let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
        named.or_else(|| on_path("chromedriver"))
    };
    find_or_install(find, "chromedriver", &["chromium", "chromium-driver"])
}

/// Node, installed by apt where this runs as root.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn node() -> Result<PathBuf, Error> {
    let find = || on_path("npm").and_then(|_| on_path("node"));
    find_or_install(find, "Node", &["nodejs", "npm"])
}

/// Whether cargo-nextest is there.
pub fn has_nextest() -> bool {
    on_path("cargo-nextest").is_some()
}

fn find_or_install(
    find: impl Fn() -> Option<PathBuf>,
    name: &str,
    packages: &[&str],
) -> Result<PathBuf, Error> {
    if let Some(path) = find() {
        return Ok(path);
    }
    let install = format!("apt-get install --yes {}", packages.join(" "));
    let missing = || Error::problem(format!("{name} is missing"), format!("run: sudo {install}"));
    if on_path("apt-get").is_none() {
        return Err(Error::problem(
            format!("{name} is missing"),
            "install it with your system's package manager, and run the command again",
        ));
    }
    if process::probe("id", &["-u"]).as_deref() != Some("0") {
        return Err(missing());
    }
    println!("    {install}");
    // Lists may be old or missing; what matters is whether the installation succeeds.
    let _ = apt(&["update", "--quiet=2"]);
    apt(
        &["install", "--yes", "--quiet=2", "--no-install-recommends"]
            .iter()
            .chain(packages)
            .copied()
            .collect::<Vec<_>>(),
    )?;
    find().ok_or_else(missing)
}

fn apt(args: &[&str]) -> Result<(), Error> {
    process::run(
        Command::new("apt-get")
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        "see that Debian's package servers can be reached, and run the command again",
    )
}

/// The person's folder for what is kept from one clone to the next.
fn cache() -> Result<PathBuf, Error> {
    let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let caches = caches.filter(|path| path.is_absolute());
    let home = env::var_os(if cfg!(windows) {
        "LOCALAPPDATA"
    } else {
        "HOME"
    });
    let caches = caches.or_else(|| home.map(|home| Path::new(&home).join(".cache")));
    caches.map(|path| path.join("dossier")).ok_or_else(|| {
        Error::problem(
            "there is no folder for tools: HOME is not set",
            "set XDG_CACHE_HOME to a folder that may be written to",
        )
    })
}

/// Where a program is, as the shell would find it.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program(name)))
        .find(|path| path.is_file())
}

fn program(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}
