//! `dossier serve`: shows a site, or a folder of documents as one, on this machine and to nobody
//! else.

mod http;
mod watch;

use std::path::Path;
use std::sync::{Arc, RwLock};
use std::thread;

use dossier_files::Folder;

use crate::Ending;
use crate::args::ServeArgs;
use crate::output::{Failure, print};
use crate::site::{self, App, File};

/// What is served: files of a folder as they are at the moment, or those of a site that was built.
pub enum Content {
    /// A folder that holds a site.
    Folder(std::path::PathBuf),
    /// A site in memory.
    Site(Vec<File>),
}

/// Serves until the program is ended.
pub fn run(args: &ServeArgs) -> Result<Ending, Failure> {
    let listener = http::listen(args.port)?;
    let address = listener.local_addr().map_err(Failure::Serve)?;
    let content = if args.folder.join("index.html").is_file() {
        Arc::new(RwLock::new(Content::Folder(args.folder.clone())))
    } else {
        let app = App::find(args.app.as_deref())?;
        let site = built(&app, &args.folder)?;
        eprintln!("documents that change are read again; reload the page to see them");
        let content = Arc::new(RwLock::new(Content::Site(site)));
        let (shown, folder) = (Arc::clone(&content), args.folder.clone());
        thread::spawn(move || watch::forever(&folder, || rebuild(&app, &folder, &shown)));
        content
    };
    print(&format!("http://{address}/\n"))?;
    eprintln!("Ctrl+C ends it");
    http::serve(&listener, &content);
    Ok(Ending::Fine)
}

/// The site of a folder of documents, with what is wrong in it on the terminal.
fn built(app: &App, path: &Path) -> Result<Vec<File>, Failure> {
    let folder = Folder::read(path)?;
    let outcome = folder.build();
    eprint!("{}", folder.report(&outcome));
    let archive = dossier_files::archive(&outcome.collection);
    Ok(site::site(app, &outcome.collection.title, &archive, None)?)
}

/// Puts a new site in the place of the old one; what cannot be built leaves the old one.
fn rebuild(app: &App, folder: &Path, content: &RwLock<Content>) {
    match built(app, folder) {
        Ok(site) => {
            if let Ok(mut content) = content.write() {
                *content = Content::Site(site);
            }
        }
        Err(error) => eprintln!("error: {error}"),
    }
}
