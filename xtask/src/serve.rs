//! Serves a folder of files on this machine, and to nobody else.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, HeaderName, X_CONTENT_TYPE_OPTIONS,
};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::error::Error;

/// Where serving begins to look for a free port.
const FIRST_PORT: u16 = 8420;
/// How many ports are tried.
const PORTS: u16 = 20;

/// Takes the port that was asked for, or else the first free one.
///
/// # Errors
/// When the port is taken.
pub fn listen(port: Option<u16>) -> Result<TcpListener, Error> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).map_err(|error| {
            Error::problem(
                format!("cannot listen on port {port}: {error}"),
                "choose another with --port, or leave --port out and a free one is taken",
            )
        });
    }
    (FIRST_PORT..FIRST_PORT + PORTS)
        .find_map(|port| bind(port).ok())
        .ok_or_else(|| {
            let last = FIRST_PORT + PORTS - 1;
            Error::problem(
                format!("all ports from {FIRST_PORT} to {last} are taken"),
                "name a free one with --port",
            )
        })
}

/// Serves the folder until the program is ended.
///
/// # Errors
/// When the system ends it.
pub fn forever(listener: TcpListener, folder: &Path, open: bool) -> Result<(), Error> {
    let address = address(&listener)?;
    println!("\nServing {} at {address}", folder.display());
    println!("Ctrl+C ends it.");
    if open {
        open_browser(&address);
    }
    run(listener, routes(folder, &[]))
}

/// The address of the server.
///
/// # Errors
/// When the system does not tell.
pub fn address(listener: &TcpListener) -> Result<String, Error> {
    let address = listener.local_addr().map_err(server_error)?;
    Ok(format!("http://{address}/"))
}

/// The files of a folder, and of other folders under paths of their own; the browser keeps nothing
/// without asking.
pub fn routes(folder: &Path, others: &[(&str, &Path)]) -> Router {
    let header = |name: HeaderName, value| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    let mut routes = Router::new().fallback_service(ServeDir::new(folder));
    for (path, other) in others {
        routes = routes.nest_service(path, ServeDir::new(other));
    }
    routes
        .layer(header(CACHE_CONTROL, "no-cache"))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
}

/// Routes whose files pages of other origins may read too.
pub fn to_all(routes: Router) -> Router {
    routes.layer(SetResponseHeaderLayer::overriding(
        ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    ))
}

/// Serves the routes on this thread.
///
/// # Errors
/// When the system ends it.
pub fn run(listener: TcpListener, routes: Router) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .map_err(server_error)?;
    runtime.block_on(async {
        listener.set_nonblocking(true).map_err(server_error)?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(server_error)?;
        axum::serve(listener, routes).await.map_err(server_error)
    })
}

fn server_error(error: std::io::Error) -> Error {
    Error::problem(
        format!("the server stopped: {error}"),
        "start it again; dist/ can also be served by any other server of static files",
    )
}

/// Opens the address with the system's opener. Where there is none, the address stands above.
fn open_browser(address: &str) {
    let (program, args): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(args)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        println!("No program to open it was found: open the address yourself.");
    }
}
