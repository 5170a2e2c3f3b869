//! Looks whether the files of a folder change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// How long it is between two looks.
const PAUSE: Duration = Duration::from_millis(700);

/// How many folders deep files are looked at.
const DEEPEST: usize = 32;

/// Calls `changed` after each change, once the files are still.
pub fn forever(folder: &Path, changed: impl Fn()) {
    let mut known = stamps(folder);
    let mut moving = false;
    loop {
        thread::sleep(PAUSE);
        let now = stamps(folder);
        if now != known {
            known = now;
            moving = true;
        } else if moving {
            moving = false;
            changed();
        }
    }
}

/// Length and time of change of each file.
fn stamps(folder: &Path) -> BTreeMap<PathBuf, (u64, Option<SystemTime>)> {
    let mut stamps = BTreeMap::new();
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let Ok(metadata) = entry.metadata() else {
                continue;
            };
            if metadata.is_dir() && !hidden && depth < DEEPEST {
                folders.push((entry.path(), depth + 1));
            } else if metadata.is_file() && !hidden {
                stamps.insert(entry.path(), (metadata.len(), metadata.modified().ok()));
            }
        }
    }
    stamps
}
