//! The three engines, each with its driver.

use crate::guarded::Guarded;
use crate::http;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

const DRIVER_START: Duration = Duration::from_secs(30);
const LONGEST_COMMAND: Duration = Duration::from_secs(90);
/// A phone's. Some engines make it a little wider.
const SCREEN: (u32, u32) = (400, 800);

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    fn start_driver(self, port: u16) -> Guarded {
        let port = port.to_string();
        match self {
            Self::Chromium => Guarded::start("chromedriver", &[&format!("--port={port}")], &[], Stdio::null()),
            Self::Firefox => {
                let other = free_port().to_string();
                Guarded::start("geckodriver", &["--port", &port, "--websocket-port", &other], &[], Stdio::null())
            }
            Self::WebKit => {
                let environment = [("DISPLAY", display()), ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")];
                Guarded::start("WebKitWebDriver", &[&format!("--port={port}")], &environment, Stdio::null())
            }
        }
    }

    fn capabilities(self) -> Capabilities {
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    format!("--window-size={},{}", SCREEN.0, SCREEN.1),
                ] },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless"] },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        match capabilities {
            Value::Object(capabilities) => Capabilities::from(capabilities),
            _ => unreachable!("capabilities are objects"),
        }
    }
}

/// A browser with a fresh profile. It closes when dropped; [`Browser::quit`] closes it sooner.
#[derive(Debug)]
pub struct Browser {
    pub driver: WebDriver,
    /// After `driver`, for fields are dropped in order and closing the browser needs the process.
    _process: Guarded,
}

impl Browser {
    pub async fn start(engine: Engine) -> Self {
        let mut started = Self::try_start(engine).await;
        // On a busy machine a browser may miss its own time limit, which says nothing of the site.
        for _ in 0..2 {
            if started.is_err() {
                started = Self::try_start(engine).await;
            }
        }
        started.unwrap_or_else(|error| panic!("{engine:?} starts: {error}"))
    }

    async fn try_start(engine: Engine) -> WebDriverResult<Self> {
        let (process, port) = ready_driver(engine);
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), engine.capabilities())
            .request_timeout(LONGEST_COMMAND)
            .await?;
        driver.set_window_rect(0, 0, SCREEN.0, SCREEN.1).await.expect("a window can be resized");
        Ok(Self { driver, _process: process })
    }

    pub async fn quit(self) {
        self.driver.quit().await.expect("the browser closes");
    }
}

fn ready_driver(engine: Engine) -> (Guarded, u16) {
    for _ in 0..3 {
        let port = free_port();
        let mut process = engine.start_driver(port);
        let deadline = Instant::now() + DRIVER_START;
        // It ends at once if somebody else took the port in the meantime.
        while process.is_running() && Instant::now() < deadline {
            if is_ready(port) {
                return (process, port);
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
    panic!("the driver of {engine:?} does not start: run 'scripts/install-tools.sh browsers'")
}

fn is_ready(port: u16) -> bool {
    let Ok((200, body)) = http::get(&format!("127.0.0.1:{port}"), "/status") else { return false };
    serde_json::from_str::<Value>(&body).is_ok_and(|status| status["value"]["ready"] == true)
}

/// A port that nobody listens on, and that no other test was given.
fn free_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let port = listener.local_addr().expect("a listener has an address").port();
        if given.insert(port) {
            return port;
        }
    }
}

/// The display that WebKit draws on: one for all tests.
fn display() -> &'static str {
    static DISPLAY: OnceLock<(Guarded, String)> = OnceLock::new();
    let (_, display) = DISPLAY.get_or_init(|| {
        let arguments = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
        let mut server = Guarded::start("Xvfb", &arguments, &[], Stdio::piped());
        let number = server.first_line();
        assert!(!number.is_empty(), "Xvfb does not start: run 'scripts/install-tools.sh browsers'");
        (server, format!(":{number}"))
    });
    display
}

/// WebKitGTK's own small browser, wherever the system keeps it.
fn mini_browser() -> PathBuf {
    let children = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let libraries = children("/usr/lib".into()).chain(["/usr/lib".into(), "/usr/libexec".into()]);
    let versions = libraries.flat_map(children).filter(|folder| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("webkit2gtk-4.") || name.starts_with("webkitgtk-6.")
    });
    let found = versions.map(|folder| folder.join("MiniBrowser")).filter(|program| program.is_file()).max();
    found.expect("WebKitGTK's MiniBrowser is installed: run 'scripts/install-tools.sh browsers'")
}
