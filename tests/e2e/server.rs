//! The site under test, shared by all tests.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;

#[derive(Debug)]
struct Site {
    address: String,
    /// Holds its standard input open: the server ends when that does, however the tests end.
    _server: Option<Child>,
}

impl Site {
    fn open() -> Self {
        if let Ok(address) = env::var("UNKNOT_URL") {
            return Self { address: address.trim_end_matches('/').to_owned(), _server: None };
        }
        let mut server = Command::new(env!("CARGO_BIN_EXE_site"))
            .arg("serve")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("PORT", "0")
            .env("UNKNOT_EXIT_WITH_STDIN", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let output = server.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let address = lines.find_map(|line| address_in(&line));
        let address = address.expect("the server says where it listens; what went wrong is on its standard error");
        // Whatever else it says is read, so that it never waits for a reader.
        thread::spawn(move || lines.for_each(drop));
        Self { address, _server: Some(server) }
    }
}

fn address_in(line: &str) -> Option<String> {
    let at = line.find("http://")?;
    let address = line[at..].split_whitespace().next()?;
    Some(address.trim_end_matches('/').to_owned())
}

/// Where the site is, without a slash at the end.
pub fn site() -> &'static str {
    static SITE: OnceLock<Site> = OnceLock::new();
    &SITE.get_or_init(Site::open).address
}

/// The HTTP status that the site answers with for a path.
pub fn status_of(path: &str) -> u16 {
    let rest = site().strip_prefix("http://").expect("the site is served over plain http");
    let (host, base) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    crate::http::get(host, &format!("{base}{path}")).expect("the site answers").0
}
