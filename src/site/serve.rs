//! Serves `dist` as it is: no fallback to the start page, the headers of `_headers`, the 404 page.

use super::headers::Rules;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

/// The port tried first, so that a browser keeps the same origin and what it stored there.
const USUAL_PORT: u16 = 8321;

/// Where the site is served.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder.
    pub dist: PathBuf,
    /// The port; `None` for the usual one or any free one, 0 for any free one.
    pub port: Option<u16>,
    /// Whether to stop when standard input ends, so that a test runner that dies leaves nothing.
    pub exit_with_stdin: bool,
}

/// Serves until it is stopped. Prints the address once it listens.
///
/// # Errors
/// When there is nothing to serve or the port is taken.
pub async fn serve(options: Options) -> io::Result<()> {
    if !options.dist.join("index.html").is_file() {
        let what = format!("{} has no index.html: run 'make build' first", options.dist.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, what));
    }
    let listener = listen(options.port).await?;
    println!("Unknot is at http://{}/", listener.local_addr()?.to_string().replace("127.0.0.1", "localhost"));
    if options.exit_with_stdin {
        std::thread::spawn(|| {
            // Ends when whoever started us does.
            let _ = io::stdin().read_to_end(&mut Vec::new());
            std::process::exit(0);
        });
    }
    axum::serve(listener, router(&options.dist)?).await
}

async fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => at(port).await,
        None => match at(USUAL_PORT).await {
            Ok(listener) => Ok(listener),
            Err(_) => at(0).await,
        },
    }
}

fn router(dist: &Path) -> io::Result<Router> {
    let headers = match std::fs::read_to_string(dist.join("_headers")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read?,
    };
    let rules = Arc::new(Rules::parse(&headers));
    let missing = SetStatus::new(ServeFile::new(dist.join("404.html")), StatusCode::NOT_FOUND);
    let files = ServeDir::new(dist).not_found_service(missing);
    let with_headers = middleware::from_fn(move |request: Request, next: Next| {
        let rules = Arc::clone(&rules);
        async move {
            let path = request.uri().path().to_owned();
            add_headers(next.run(request).await, &rules, &path)
        }
    });
    Ok(Router::new().fallback_service(files).layer(CompressionLayer::new()).layer(with_headers))
}

fn add_headers(mut response: Response, rules: &Rules, path: &str) -> Response {
    for (name, value) in rules.of(path) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
