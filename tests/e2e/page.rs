//! A person in front of the app: opens pages, presses buttons and keys, waits to see something.
//!
//! Controls are found as a person finds them: visible, by accessible name, within the open dialog
//! if there is one.

use crate::browser::{Browser, Engine};
use crate::server;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::common::command::{Command, FormatRequestData};
use thirtyfour::{Key, RequestData, SessionId, TypingData, WebDriver, WebElement, WindowHandle};

/// How long to wait for what should happen at once.
pub const SOON: Duration = Duration::from_secs(15);
/// How long to wait for a session beyond its own length.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// In front of every script.
const WORDS: &str = r"
const [first, second] = arguments;
const clean = text => (text || '').replace(/\s+/g, ' ').trim();
const shown = element => element.checkVisibility({ visibilityProperty: true });
const scope = () => document.querySelector('dialog[open]') || document;
const all = selector => [...scope().querySelectorAll(selector)].filter(shown);
const texts = selector => [...document.querySelectorAll(selector)].map(x => clean(x.textContent)).filter(Boolean);
const nameOf = element => {
  const ids = element.getAttribute('aria-labelledby');
  const label = ids && ids.split(' ').map(id => document.getElementById(id)?.textContent).join(' ');
  return clean(label || element.getAttribute('aria-label') || element.textContent);
};
const ready = element => {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return element.contains(top) ? top : element;
};
";

const CONTROLS: &str = "button, a[href], summary, [role=button]";

/// A command of Chromium's own protocol.
#[derive(Debug)]
struct DevTools(&'static str, Value);

impl FormatRequestData for DevTools {
    fn format_request(&self, session_id: &SessionId) -> RequestData {
        let mut request = Command::GetLog("browser".into()).format_request(session_id);
        request.uri = format!("session/{session_id}/goog/cdp/execute").into();
        request.body = Some(json!({ "cmd": self.0, "params": self.1 }));
        request
    }
}

/// What is kept of a safety screen without a sign.
pub const SCREENED: &str = r#"{"format":1,"data":{"screened":"2026-11-24","tier":"none","conditions":[]}}"#;

/// A person with a browser of their own.
#[derive(Debug)]
pub struct Person {
    pub engine: Engine,
    browser: Browser,
    /// Where the site is, without a slash at the end.
    site: String,
    /// Whether scripts and clicks go into a frame of the page.
    pub in_frame: Cell<bool>,
    /// Whether the safety screen was answered before this, or is meant to be new.
    screened: Cell<bool>,
    /// What went wrong last while looking; told when a wait fails.
    trouble: RefCell<String>,
    /// Parts of addresses whose absence is expected.
    missing: RefCell<Vec<&'static str>>,
}

impl Person {
    pub async fn arrives(engine: Engine) -> Self {
        // The site first: if it cannot start there is no use for a browser.
        Self::arrives_at(engine, server::site()).await
    }

    /// The same at a site of this test's own.
    pub async fn arrives_at(engine: Engine, site: &str) -> Self {
        let browser = Browser::start(engine).await;
        Self {
            engine,
            browser,
            site: site.to_owned(),
            in_frame: Cell::default(),
            screened: Cell::default(),
            trouble: RefCell::default(),
            missing: RefCell::default(),
        }
    }

    /// The full address of a path.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }

    /// Ends a test: no page may have met an error.
    pub async fn leaves(self) {
        for window in self.driver().windows().await.expect("the windows can be listed") {
            self.goes_to(window).await;
            self.has_met_no_error().await;
        }
        if self.engine == Engine::Chromium {
            let log = self.driver().browser_log().await.expect("Chromium keeps a log");
            let missing = self.missing.borrow();
            let expected = |message: &str| {
                // The 404 page names no icon, so the browser looks for one by itself, network or not.
                message.contains("/favicon.ico")
                    // A page that is left while a chunk is coming; a chunk that cannot be had is told with its reason.
                    || (message.contains("Fetch API cannot load") && message.ends_with(".wasm. "))
                    || (message.contains("404") && missing.iter().any(|x| message.contains(x)))
            };
            let errors = log.iter().filter(|entry| entry.level == "SEVERE" && !expected(&entry.message));
            let errors: Vec<&str> = errors.map(|entry| entry.message.as_str()).collect();
            assert!(errors.is_empty(), "Chromium's console has errors: {errors:#?}");
        }
        self.browser.quit().await;
    }

    pub fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }

    // Going places.

    /// From the beginning: nobody asked them for warning signs yet. To be said before the first page.
    pub fn is_new(&self) {
        self.screened.set(true);
    }

    /// Opens a page of the app anew and waits until it has taken over. Somebody who is not new has
    /// answered the safety screen.
    pub async fn opens(&self, path: &str) {
        self.has_met_no_error().await;
        if !self.screened.replace(true) {
            // A file of the site's own origin that is no page of the app.
            self.driver().goto(self.address("/robots.txt")).await.expect("a file opens");
            let keep = "localStorage.setItem('unknot/health', first)";
            // Where a test takes storage away, it answers the screen itself.
            self.try_script(keep, vec![json!(SCREENED)]).await;
        }
        if path.contains('#') {
            // From the same page it would not be loaded anew.
            self.driver().goto("about:blank").await.expect("a blank page opens");
        }
        self.driver().goto(self.address(path)).await.unwrap_or_else(|error| panic!("{path} opens: {error}"));
        self.waits_for_the_app().await;
    }

    /// Opens an address where no page is.
    pub async fn opens_nowhere(&self, path: &'static str) {
        self.has_met_no_error().await;
        self.missing.borrow_mut().push(path);
        self.driver().goto(self.address(path)).await.unwrap_or_else(|error| panic!("{path} opens: {error}"));
    }

    pub async fn reloads(&self) {
        self.has_met_no_error().await;
        self.driver().refresh().await.expect("the page reloads");
        self.waits_for_the_app().await;
    }

    pub async fn waits_for_the_app(&self) {
        let is_ready = "return document.documentElement.dataset.ready === 'true'";
        self.until("the app to take over", SOON, async || self.holds(is_ready, vec![]).await).await;
        let watched = self.holds("return Array.isArray(window.__unknotErrors)", vec![]).await;
        assert!(watched.is_some(), "the start module watches for errors");
    }

    pub async fn window(&self) -> WindowHandle {
        self.driver().window().await.expect("there is a window")
    }

    /// Opens another window on the same storage, and goes there.
    pub async fn opens_another_window(&self) {
        let window = self.driver().new_window().await.expect("another window opens");
        self.goes_to(window).await;
    }

    pub async fn goes_to(&self, window: WindowHandle) {
        self.driver().switch_to_window(window).await.expect("the window is there");
    }

    /// Closes the page as one closes a tab; the window stays.
    pub async fn closes_the_page(&self) {
        self.has_met_no_error().await;
        self.driver().goto("about:blank").await.expect("a blank page opens");
    }

    /// Runs a script in every page to come, before its own. Chromium only.
    pub async fn has_in_every_page(&self, script: &str) {
        assert_eq!(self.engine, Engine::Chromium);
        let command = DevTools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        self.driver().cmd(command).await.expect("Chromium takes the script");
    }

    /// Asks every page to come for these media features. Chromium only.
    pub async fn prefers(&self, features: &[(&str, &str)]) {
        assert_eq!(self.engine, Engine::Chromium);
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let command = DevTools("Emulation.setEmulatedMedia", json!({ "features": features }));
        self.driver().cmd(command).await.expect("Chromium takes the features");
    }

    /// Makes the window as wide and high as that, CSS pixels. Chromium only: others have a least width.
    pub async fn has_a_screen_of(&self, width: u32, height: u32) {
        assert_eq!(self.engine, Engine::Chromium);
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.driver()
            .cmd(DevTools("Emulation.setDeviceMetricsOverride", screen))
            .await
            .expect("Chromium takes the size");
    }

    /// Turns scripts of pages off. Chromium only.
    pub async fn runs_no_scripts(&self) {
        assert_eq!(self.engine, Engine::Chromium);
        let command = DevTools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        self.driver().cmd(command).await.expect("Chromium stops scripts");
    }

    /// The addresses of everything that was requested so far. Chromium only.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.driver().cmd(Command::GetLog("performance".into())).await.expect("Chromium keeps a log");
        let entries: Vec<Value> = log.value().expect("the log is a list");
        let messages =
            entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let requests = messages.filter(|message| message["message"]["method"] == "Network.requestWillBeSent");
        requests.filter_map(|sent| Some(sent["message"]["params"]["request"]["url"].as_str()?.to_owned())).collect()
    }

    /// The page as paper, in PDF. Chromium only.
    pub async fn prints(&self) -> Vec<u8> {
        assert_eq!(self.engine, Engine::Chromium);
        let command = DevTools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
        let answer = self.driver().cmd(command).await.expect("Chromium prints");
        let answer: Value = answer.value().expect("it answers");
        let data = answer["data"].as_str().expect("with a PDF");
        base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data).expect("in base64")
    }

    /// Waits for any heading, of the app or of the page before it.
    pub async fn sees_something(&self) {
        self.until("a heading", SOON, async || (!self.headings().await.is_empty()).then_some(())).await;
    }

    // Doing things.

    /// Presses the button or link of that name.
    pub async fn presses(&self, name: &str) {
        let find = "const found = all(first).find(x => nameOf(x) === second && !x.disabled);
            return found ? ready(found) : null";
        self.until(&format!("{name:?}, to press it"), SOON, async || {
            let control = self.element(find, vec![json!(CONTROLS), json!(name)]).await?;
            self.clicks(&control).await
        })
        .await;
    }

    /// Clicks the link of that name with Control held: it opens in a window of its own, which is returned.
    pub async fn opens_beside(&self, name: &str) -> WindowHandle {
        let before = self.driver().windows().await.expect("the windows can be listed");
        let find = "const found = all('a[href]').find(x => nameOf(x) === first); return found ? ready(found) : null";
        let what = format!("the link {name:?}");
        let link = self.until(&what, SOON, async || self.element(find, vec![json!(name)]).await).await;
        let click = self.driver().action_chain().key_down(Key::Control).click_element(&link).key_up(Key::Control);
        click.perform().await.expect("a link can be clicked with a key held");
        self.until("another window", SOON, async || {
            let windows = self.driver().windows().await.ok()?;
            windows.into_iter().find(|window| !before.contains(window))
        })
        .await
    }

    /// Follows the link to a page of the site.
    pub async fn follows_the_link_to(&self, path: &str) {
        let find = "const found = all('a[href]').find(x => x.href === first); return found ? ready(found) : null";
        self.until(&format!("a link to {path}"), SOON, async || {
            let link = self.element(find, vec![json!(self.address(path))]).await?;
            self.clicks(&link).await
        })
        .await;
    }

    /// Chooses a number of a radio group.
    pub async fn chooses(&self, group: &str, number: u8) {
        let in_group = "const group = all('[role=radiogroup]').find(x => nameOf(x) === first);
            const radio = group && [...group.querySelectorAll('input[type=radio]')].find(x => x.value === second);";
        let find = format!("{in_group} return radio ? ready(radio.closest('label') || radio) : null");
        let is_chosen = format!("{in_group} return !!radio && radio.checked");
        let arguments = vec![json!(group), json!(number.to_string())];
        self.until(&format!("{group:?}, to choose {number}"), SOON, async || {
            let choice = self.element(&find, arguments.clone()).await?;
            self.clicks(&choice).await?;
            self.holds(&is_chosen, arguments.clone()).await
        })
        .await;
    }

    /// Turns the setting of that name on or off.
    pub async fn toggles(&self, setting: &str) {
        let find = "const label = all('main label').find(x => nameOf(x).startsWith(first));
            const box = label && label.querySelector('input[type=checkbox]');
            return box ? ready(box) : null";
        self.until(&format!("the setting {setting:?}"), SOON, async || {
            let control = self.element(find, vec![json!(setting)]).await?;
            self.clicks(&control).await
        })
        .await;
    }

    /// Taps the middle of what a selector names, be it a control or not.
    pub async fn taps(&self, selector: &str) {
        let what = format!("{selector}, to tap it");
        self.until(&what, SOON, async || {
            let place = self.element("return all(first)[0] ?? null", vec![json!(selector)]).await?;
            self.clicks(&place).await
        })
        .await;
    }

    /// Takes note of what is not as it is to be, for when the wait for it fails.
    pub fn notes<T>(&self, trouble: String) -> Option<T> {
        *self.trouble.borrow_mut() = trouble;
        None
    }

    /// Presses a key, wherever the focus is.
    pub async fn presses_key(&self, key: impl Into<TypingData>) {
        self.driver().action_chain().send_keys(key).perform().await.expect("a key can be pressed");
    }

    /// Lets time pass on the page's own clock, drawing as it goes.
    pub async fn lets_pass(&self, ms: u32) {
        let wait = "const done = arguments[arguments.length - 1];
            const begin = performance.now();
            const frame = () => {
              if (performance.now() - begin >= first) return done(true);
              let drawn = false;
              const next = () => { if (!drawn) { drawn = true; frame(); } };
              requestAnimationFrame(next);
              setTimeout(next, 100);
            };
            frame();";
        let passed = self.driver().execute_async(format!("{WORDS}{wait}"), vec![json!(ms)]).await;
        passed.expect("time passes on the page");
    }

    async fn clicks(&self, element: &WebElement) -> Option<()> {
        if self.engine == Engine::WebKit && self.in_frame.get() {
            // WebKit's driver forgets where the frame lies, and clicks beside.
            let click = "arguments[0].focus(); arguments[0].click()";
            return self.noted(self.driver().execute(click, vec![element.to_json().ok()?]).await).map(drop);
        }
        self.noted(element.click().await)
    }

    // Waiting.

    /// Looks again and again until there is something to see.
    pub async fn until<T>(&self, what: &str, within: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + within;
        loop {
            if let Some(seen) = look().await {
                return seen;
            }
            if Instant::now() > deadline {
                let screen = self.describes_the_screen().await;
                panic!("{:?}: waited {} s for {what}\n{screen}", self.engine, within.as_secs());
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// The same during a session that has so many seconds to go at most.
    pub async fn until_in_session<T>(&self, what: &str, seconds: u64, look: impl AsyncFnMut() -> Option<T>) -> T {
        self.until(what, Duration::from_secs(seconds) + PATIENCE, look).await
    }

    async fn describes_the_screen(&self) -> String {
        let look = "return JSON.stringify({
              address: location.href.slice(0, 200), headings: texts('h1'), dialog: texts('dialog[open]'),
              alerts: texts('[role=alert]'), statuses: texts('[role=status]'), controls: all(first).map(nameOf),
              main: texts('main').join(' ').slice(0, 600), errors: window.__unknotErrors,
              panic: document.documentElement.dataset.panic }, null, 1)";
        let screen = self.try_script(look, vec![json!(CONTROLS)]).await.unwrap_or_default();
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        let taken = self.driver().screenshot(&picture).await;
        let picture = taken.map_or_else(|error| error.to_string(), |()| picture.display().to_string());
        let trouble = self.trouble.borrow();
        format!("on the screen: {}\nlast trouble: {trouble}\npicture: {picture}", screen.as_str().unwrap_or("nothing"))
    }

    // Scripts.

    /// What a script returns; `None` where it cannot run now.
    pub async fn try_script(&self, body: &str, arguments: Vec<Value>) -> Option<Value> {
        let answer = self.driver().execute(format!("{WORDS}{body}"), arguments).await;
        self.noted(answer).map(|answer| answer.json().clone())
    }

    /// Whether a script returns true; `None` where it does not, or cannot run now.
    pub async fn holds(&self, body: &str, arguments: Vec<Value>) -> Option<()> {
        self.try_script(body, arguments).await?.as_bool()?.then_some(())
    }

    /// What a script returns.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver().execute(format!("{WORDS}{body}"), arguments).await;
        answer.unwrap_or_else(|error| panic!("{:?} runs {body:?}: {error}", self.engine)).json().clone()
    }

    async fn element(&self, body: &str, arguments: Vec<Value>) -> Option<WebElement> {
        let answer = self.driver().execute(format!("{WORDS}{body}"), arguments).await;
        self.noted(answer).filter(|answer| !answer.json().is_null()).and_then(|answer| self.noted(answer.element()))
    }

    fn noted<T, E: ToString>(&self, outcome: Result<T, E>) -> Option<T> {
        outcome.map_err(|error| self.trouble.replace(error.to_string())).ok()
    }

    /// No error, no promise left rejected, no panic in this page so far.
    pub async fn has_met_no_error(&self) {
        let look = "const panic = document.documentElement.dataset.panic;
            return [...(window.__unknotErrors || []), ...(panic ? ['panic'] : [])].map(String)";
        let errors = self.script(look, vec![]).await;
        assert_eq!(errors, json!([]), "{:?}: the page met errors", self.engine);
    }
}
