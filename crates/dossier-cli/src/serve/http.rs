//! As much of HTTP as a browser on this machine needs to load a site.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, RwLock};
use std::thread;
use std::time::Duration;

use super::Content;
use crate::output::Failure;

/// Where looking for a free port begins, and how many are tried.
const PORTS: std::ops::Range<u16> = 8420..8440;

/// Longest request that is read, in bytes.
const LONGEST: u64 = 16 * 1024;

/// Types of files by the extensions of their names.
const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("json", "application/json"),
    ("txt", "text/plain; charset=utf-8"),
    ("dossier", "application/octet-stream"),
];

/// Takes the port that was asked for, or else the first free one.
pub fn listen(port: Option<u16>) -> Result<TcpListener, Failure> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).map_err(|error| Failure::Port { port, error });
    }
    let mut free = PORTS.filter_map(|port| bind(port).ok());
    match free.next() {
        Some(listener) => Ok(listener),
        None => bind(0).map_err(Failure::Serve),
    }
}

/// Answers each connection on a thread of its own.
pub fn serve(listener: &TcpListener, content: &Arc<RwLock<Content>>) {
    for stream in listener.incoming().flatten() {
        let content = Arc::clone(content);
        // A browser that goes away in the middle is no failure of the server.
        thread::spawn(move || {
            let _ = answer(&stream, &content);
        });
    }
}

fn answer(stream: &TcpStream, content: &RwLock<Content>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let mut host = String::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            value.trim().clone_into(&mut host);
        }
    }
    let response = respond(&request, &host, content);
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        response.status,
        response.kind,
        response.body.len()
    )?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

/// What is answered to a request.
#[derive(Debug, PartialEq, Eq)]
struct Response {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

fn respond(request: &str, host: &str, content: &RwLock<Content>) -> Response {
    let text = |status: &'static str, body: &str| Response {
        status,
        kind: "text/plain; charset=utf-8",
        body: body.as_bytes().to_vec(),
    };
    // A page of somebody else must not read the documents under a name that leads here.
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if !matches!(name, "127.0.0.1" | "localhost") {
        return text("403 Forbidden", "this is served to this machine alone");
    }
    let mut words = request.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    if !matches!(method, "GET" | "HEAD") {
        return text("405 Method Not Allowed", "files can only be read");
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = if path.is_empty() { "index.html" } else { path };
    // The names of a site's files need no decoding, and none leads out of its folder.
    let plain = path
        .split('/')
        .all(|part| !part.is_empty() && !part.starts_with('.'))
        && !path.contains(['\\', '%', ':']);
    let Ok(content) = content.read() else {
        return text("500 Internal Server Error", "");
    };
    let found = match &*content {
        _ if !plain => None,
        Content::Folder(folder) => fs::read(folder.join(path)).ok(),
        Content::Site(files) => files
            .iter()
            .find(|(known, _)| known == path)
            .map(|(_, bytes)| bytes.clone()),
    };
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let kind = TYPES.iter().find(|(known, _)| *known == extension);
    match found {
        Some(body) => Response {
            status: "200 OK",
            kind: kind.map_or("application/octet-stream", |(_, kind)| kind),
            body,
        },
        None => text("404 Not Found", "there is no such file"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(request: &str, host: &str) -> (&'static str, &'static str) {
        let site = Content::Site(vec![
            ("index.html".into(), b"page".to_vec()),
            ("a-1.wasm".into(), b"module".to_vec()),
        ]);
        let response = respond(request, host, &RwLock::new(site));
        (response.status, response.kind)
    }

    #[test]
    fn files_have_their_types_and_nothing_else_is_given() {
        let host = "127.0.0.1:8420";
        assert_eq!(
            status("GET / HTTP/1.1", host),
            ("200 OK", "text/html; charset=utf-8")
        );
        assert_eq!(
            status("GET /a-1.wasm?x HTTP/1.1", host).1,
            "application/wasm"
        );
        for path in ["/b", "/../a-1.wasm", "//a-1.wasm", "/%2e%2e/x", "/.a"] {
            assert_eq!(
                status(&format!("GET {path} HTTP/1.1"), host).0,
                "404 Not Found",
                "{path}"
            );
        }
        assert_eq!(status("POST / HTTP/1.1", host).0, "405 Method Not Allowed");
        assert_eq!(status("", host).0, "405 Method Not Allowed");
    }

    #[test]
    fn another_name_that_leads_here_is_refused() {
        assert_eq!(
            status("GET / HTTP/1.1", "evil.example:8420").0,
            "403 Forbidden"
        );
        assert_eq!(status("GET / HTTP/1.1", "localhost:8420").0, "200 OK");
    }
}
