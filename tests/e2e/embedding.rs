//! In the pages of others: a host on another origin shows the player.

use crate::browser::Engine;
use crate::guarded::Guarded;
use crate::page::{Person, SOON};
use crate::reading::NO_ROOM_FOR_SESSIONS;
use crate::server;
use rstest::rstest;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};

/// The pages of a made-up site, on an origin of their own.
struct HostSite {
    address: String,
    folder: PathBuf,
    _server: Guarded,
}

impl HostSite {
    /// `pages` are names and contents; `{unknot}` stands for the address of the site.
    fn opens(pages: &[(&str, &str)]) -> Self {
        static OPENED: AtomicU32 = AtomicU32::new(0);
        let name = format!("host-{}-{}", std::process::id(), OPENED.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("_headers"), "").unwrap();
        fs::write(folder.join("404.html"), "").unwrap();
        fs::write(folder.join("favicon.ico"), "").unwrap();
        for (name, content) in pages {
            fs::write(folder.join(name), content.replace("{unknot}", server::site())).unwrap();
        }
        let mut server = Guarded::start(
            env!("CARGO_BIN_EXE_site"),
            &["serve", folder.to_str().unwrap()],
            &[("PORT", "0")],
            Stdio::piped(),
        );
        let line = server.first_line();
        let address = line[line.find("http").unwrap()..].trim_end_matches('/').to_owned();
        Self { address, folder, _server: server }
    }
}

impl Drop for HostSite {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Takes note of all events of the element, and of all messages of any frame.
const NOTES: &str = "window.__unknotErrors = [];
window.__events = [];
window.__messages = [];
for (const type of ['ready', 'start', 'progress', 'complete', 'error'])
  document.addEventListener(`unknot-${type}`, ({ target, detail }) => __events.push([target.id, type, detail]));
addEventListener('message', (event) => __messages.push(JSON.stringify(event.data)));
addEventListener('error', (event) => __unknotErrors.push(event.message));
document.addEventListener('securitypolicyviolation', (event) => __unknotErrors.push(event.violatedDirective));
";

/// As docs/embedding.md tells hosts with a strict policy.
const HOST: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; script-src 'self' {unknot}; frame-src {unknot}\">
<title>A clinic</title><script src=\"notes.js\"></script></head><body><h1>A clinic</h1>
<unknot-routine id=\"first\" exercise=\"cat-cow\" accent=\"#7a3fb0\"></unknot-routine>
<unknot-routine id=\"second\" technique=\"thai\" theme=\"dark\"></unknot-routine>
<iframe id=\"plain\" src=\"{unknot}/embed/routine/daily-six/?theme=light\" title=\"Daily six\"></iframe>
<script src=\"{unknot}/embed.js\" async></script></body></html>";

const SANDBOXED: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">
<title>A clinic</title><script src=\"notes.js\"></script></head><body><h1>A clinic</h1>
<unknot-routine id=\"first\" exercise=\"cat-cow\" sandbox=\"RULES\"></unknot-routine>
<script src=\"{unknot}/embed.js\" async></script></body></html>";

async fn host(engine: Engine, page: &str) -> (HostSite, Person) {
    let site = HostSite::opens(&[("index.html", page), ("notes.js", NOTES)]);
    let person = Person::arrives_at(engine, &site.address).await;
    person.driver().goto(person.address("/")).await.unwrap();
    (site, person)
}

impl Person {
    /// Waits for an event of the element, and returns what it tells.
    async fn hears(&self, id: &str, event: &str, seconds: u64) -> Value {
        let look = "return (window.__events.find(([id, type]) => id === first && type === second) ?? [])[2] ?? null";
        let what = format!("{event} from {id}");
        self.until_in_session(&what, seconds, async || {
            self.try_script(look, vec![json!(id), json!(event)]).await.filter(|found| !found.is_null())
        })
        .await
    }

    /// Goes into the frame of an element, or of a plain iframe.
    async fn enters(&self, id: &str) {
        let frame =
            "const found = document.getElementById(first); return found.shadowRoot?.querySelector('iframe') ?? found";
        let frame = self.driver().execute(frame.replace("first", "arguments[0]"), vec![json!(id)]).await.unwrap();
        frame.element().unwrap().enter_frame().await.unwrap();
        self.in_frame.set(true);
    }

    async fn goes_out(&self) {
        self.driver().enter_parent_frame().await.unwrap();
        self.in_frame.set(false);
    }

    async fn height_of(&self, id: &str) -> u64 {
        let look = "const found = document.getElementById(first);
            return Math.round((found.shadowRoot?.querySelector('iframe') ?? found).getBoundingClientRect().height)";
        self.script(look, vec![json!(id)]).await.as_u64().unwrap()
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_hears_of_a_whole_session_and_of_nothing_else(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (_site, person) = host(engine, HOST).await;
    person.hears("first", "ready", 10).await;
    person.script("document.querySelector('#second').scrollIntoView()", vec![]).await;
    person.hears("second", "ready", 10).await;

    let before = person.height_of("first").await;
    person.enters("first").await;
    person.sees_heading("Cat-cow").await;
    let accent = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').includes('#')";
    person.until("the accent of the host", SOON, async || person.holds(accent, vec![]).await).await;
    person.chooses("Pain before", 7).await;
    person.toggles("At my own pace").await;
    person.presses("Start").await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.goes_out().await;
    assert_eq!(person.hears("first", "start", 5).await, json!({ "kind": "exercise", "id": "cat-cow" }));
    assert_eq!(person.hears("first", "progress", 5).await, json!({ "step": 1, "of": 1 }));
    let resized = async || (person.height_of("first").await != before).then_some(());
    person.until("the height to follow the content", SOON, resized).await;

    person.script("document.querySelector('#first').pause()", vec![]).await;
    person.enters("first").await;
    person.sees_button("Resume").await;
    person.goes_out().await;
    person.script("document.querySelector('#first').setAttribute('theme', 'dark')", vec![]).await;
    person.enters("first").await;
    let dark = "return document.documentElement.dataset.theme === 'dark'";
    person.until("the theme of the host", SOON, async || person.holds(dark, vec![]).await).await;
    comes_to_the_end(&person).await;
    person.chooses("Pain now", 3).await;
    person.presses("Save").await;
    person.goes_out().await;
    let complete = person.hears("first", "complete", 10).await;
    assert_eq!((&complete["kind"], &complete["id"]), (&json!("exercise"), &json!("cat-cow")));
    assert!(complete["seconds"].is_u64());

    let messages = person.script("return window.__messages", vec![]).await.to_string();
    assert!(messages.contains("complete"), "{messages}");
    assert!(!messages.to_lowercase().contains("pain"), "{messages}");
    let types = "return [...new Set(window.__messages.map((text) => JSON.parse(text).unknot?.type))].sort()";
    assert_eq!(person.script(types, vec![]).await, json!(["complete", "progress", "ready", "resize", "start"]));

    person.enters("plain").await;
    person.sees_heading("The daily six").await;
    assert_eq!(person.script("return document.documentElement.dataset.theme", vec![]).await, "light");
    assert_eq!(person.script("return history.length <= 2", vec![]).await, true, "no entries of its own");
    person.goes_out().await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_that_the_host_asks_for_does_not_pass_the_safety_check(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (_site, person) = host(engine, HOST).await;
    person.hears("first", "ready", 10).await;
    person.script("document.querySelector('#first').start()", vec![]).await;
    person.enters("first").await;
    person.sees_button("None of these").await;
    person.presses("Yes, at least one").await;
    person.sees_button("Pressed by mistake").await;
    person.goes_out().await;
    person.script("document.querySelector('#first').start()", vec![]).await;
    person.enters("first").await;
    person.lets_pass(500).await;
    person.sees_button("Pressed by mistake").await;
    let starts = "return all('button').some(x => ['Start', 'Begin', 'Pause'].includes(nameOf(x)))";
    assert_eq!(person.script(starts, vec![]).await, json!(false));
    person.goes_out().await;
    // The host hears nothing of it: neither that a session began, nor why it did not.
    let types = "return [...new Set(window.__messages.map((text) => JSON.parse(text).unknot?.type))].sort()";
    assert_eq!(person.script(types, vec![]).await, json!(["ready", "resize"]));
    let messages = person.script("return window.__messages", vec![]).await.to_string();
    assert!(!messages.contains("emergency") && !messages.contains("health"), "{messages}");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_runs_in_a_sandbox_where_nothing_can_be_kept(
    #[values(Engine::Chromium, Engine::Firefox)] engine: Engine,
) {
    let (_site, person) = host(engine, &sandboxed("allow-scripts")).await;
    person.hears("first", "ready", 10).await;
    assert_eq!(person.hears("first", "error", 10).await, json!({ "code": "no-storage" }));
    // That is told in the frame too, in a part that comes later and moves what is below.
    person.enters("first").await;
    let told = "return document.querySelector('#trouble').textContent.includes('remember')";
    person.until("that nothing can be kept", SOON, async || person.holds(told, vec![]).await).await;
    person.goes_out().await;
    runs_through(&person).await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_runs_in_the_sandbox_that_is_recommended(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (_site, person) = host(engine, &sandboxed("")).await;
    person.hears("first", "ready", 10).await;
    runs_through(&person).await;
    person.leaves().await;
}

/// In a sandbox without an origin WebKit takes no script for the page's own, so the policy stops
/// them all.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_scripts_cannot_load_a_card_with_a_link_stays() {
    let (_site, person) = host(Engine::WebKit, &sandboxed("allow-scripts")).await;
    let framed = "return document.querySelector('#first').shadowRoot?.querySelector('iframe') !== null";
    person.until("the frame", SOON, async || person.holds(framed, vec![]).await).await;
    person.enters("first").await;
    person.sees_heading("Cat-cow").await;
    let link = "return all('a[target=_blank]').some((link) => nameOf(link) === 'Open in Unknot')";
    person.until("a link to the whole site", SOON, async || person.holds(link, vec![]).await).await;
    person.goes_out().await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_could_not_be_saved_in_a_frame_can_be_downloaded_there() {
    let site = HostSite::opens(&[("index.html", HOST), ("notes.js", NOTES)]);
    let person = Person::arrives_at(Engine::Chromium, &site.address).await;
    person.has_in_every_page(NO_ROOM_FOR_SESSIONS).await;
    person.driver().goto(person.address("/")).await.unwrap();
    person.hears("first", "ready", 10).await;
    person.enters("first").await;
    person.presses("Start").await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    comes_to_the_end(&person).await;
    let offered = "return all('[role=alert] button').some((button) => nameOf(button) === 'Download them')";
    person.until("an alert with \"Download them\"", SOON, async || person.holds(offered, vec![]).await).await;
    person.is_warned_of(&["not saved"]).await;
    person.goes_out().await;
    person.leaves().await;
}

fn sandboxed(rules: &str) -> String {
    SANDBOXED.replace("RULES", rules)
}

/// By script: a frame may change its height under the pointer. At one's own pace all of it is done.
async fn comes_to_the_end(person: &Person) {
    let press =
        "const over = texts('h1').some((text) => text === 'Session complete' || text === 'Session ended early');
        const named = (name) => all('button').find((button) => nameOf(button) === name);
        if (!over) (named('Resume') ?? named('Done') ?? named('Skip'))?.click();
        return over";
    person.until("the end of the session", SOON, async || person.holds(press, vec![]).await).await;
}

async fn runs_through(person: &Person) {
    person.enters("first").await;
    // Until the frame has grown to its content a press may fall beside.
    let has_grown = "return document.documentElement.scrollHeight <= innerHeight";
    let grown = async || person.holds(has_grown, vec![]).await;
    person.until("a frame as high as its content", SOON, grown).await;
    person.toggles("At my own pace").await;
    person.presses("Start").await;
    // The first list is longer than the start page.
    person.sees_button("None of these").await;
    person.until("a frame as high as its content", SOON, grown).await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    comes_to_the_end(person).await;
    person.goes_out().await;
    person.hears("first", "complete", 10).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_foreign_messages_change_nothing(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (_site, person) = host(engine, HOST).await;
    person.hears("first", "ready", 10).await;
    person.enters("plain").await;
    let shown = "return document.documentElement.outerHTML.length";
    // What comes with the pictures comes last: what to know before, and how long explanations take.
    let is_complete = "return document.documentElement.dataset.ready === 'true'
        && document.querySelector('.length-line .shown').textContent !== ''";
    person.until("the plain frame to be complete", SOON, async || person.holds(is_complete, vec![]).await).await;
    let before = person.script(shown, vec![]).await;
    person.goes_out().await;
    // The plain frame was never configured: from its host only a `configure` may come first.
    let flood = "const frame = document.querySelector('#plain').contentWindow;
        const types = ['start', 'pause', 'resize', 'complete', 'ready', '__proto__', '', 1, null];
        const bad = [undefined, null, 0, '', 'x', [], {}, { unknot: null }, { unknot: { v: 2, type: 'configure' } },
          { unknot: { v: 1, type: 'configure', theme: '<script>' } }, { unknot: { v: 1, type: 'configure', accent: 'javascript:alert(1)' } },
          { unknot: { v: 1, type: 'configure', lang: '../../etc' } }, { unknot: { v: '1', type: 'configure' } }, 'x'.repeat(100000)];
        for (let sent = 0; sent < 10000; sent++) {
          const message = sent % 3 ? bad[sent % bad.length] : { unknot: { v: sent % 5, type: types[sent % types.length], n: sent } };
          frame.postMessage(message, '*');
        }
        window.__flooded = true;";
    person.script(flood, vec![]).await;
    person.enters("plain").await;
    // From the frame itself, which is not its own parent.
    let own = "for (let sent = 0; sent < 1000; sent++) postMessage({ unknot: { v: 1, type: 'configure', theme: 'dark' } }, '*');
        const done = arguments[arguments.length - 1];
        const last = new MessageChannel();
        last.port1.onmessage = () => setTimeout(done, 200);
        last.port2.postMessage(1);";
    person.driver().execute_async(own, Vec::<Value>::new()).await.unwrap();
    person.goes_out().await;
    // From a frame beside it.
    let valid = "for (let sent = 0; sent < 1000; sent++)
        for (let index = 0; index < AROUND.frames.length; index++)
          AROUND.frames[index].postMessage({ unknot: { v: 1, type: sent % 2 ? 'configure' : 'start', theme: 'dark' } }, '*');";
    person.enters("first").await;
    person.script(&valid.replace("AROUND", "parent"), vec![]).await;
    person.goes_out().await;
    if engine == Engine::Chromium {
        // From another window, which only Chromium lets a driver open by script.
        let host = person.window().await;
        person.script("window.open('notes.js')", vec![]).await;
        let windows = person.driver().windows().await.unwrap();
        let other = windows.into_iter().find(|window| *window != host).expect("another window opens");
        person.goes_to(other).await;
        person.script(&valid.replace("AROUND", "opener"), vec![]).await;
        person.driver().close_window().await.unwrap();
        person.goes_to(host).await;
    }
    person.enters("plain").await;
    person.lets_pass(300).await;
    person.sees_button("Start").await;
    assert_eq!(person.script("return document.documentElement.dataset.theme", vec![]).await, "light");
    assert_eq!(person.script(shown, vec![]).await, before);
    person.goes_out().await;
    person.leaves().await;
}

#[rstest]
#[case::theme("/embed/routine/daily-six/?theme=%3Cscript%3Ealert(1)%3C/script%3E")]
#[case::accent("/embed/exercise/bridge/?accent=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E")]
#[case::lang("/embed/technique/thai/?lang=javascript:alert(1)&theme=dark\"onload=alert(1)")]
#[case::code("/play/custom/#r=%3Cimg%20src=x%20onerror=window.__ran=1%3E")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn script_in_an_address_stays_text(#[case] address: &str) {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens(address).await;
    person.sees_something().await;
    let clean = "return !window.__ran && !document.querySelector('main img, main script, [onload], [onerror]')";
    assert_eq!(person.script(clean, vec![]).await, true);
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_builder_gives_works_in_a_blank_page() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/embed/").await;
    let choose = "const what = document.querySelector('#what');
        what.value = 'exercise/bridge';
        what.dispatchEvent(new Event('change', { bubbles: true }));
        const theme = document.querySelector('#theme');
        theme.value = 'dark';
        theme.dispatchEvent(new Event('change', { bubbles: true }));";
    person.script(choose, vec![]).await;
    let shown = "return document.querySelector('.preview').src.endsWith('/embed/exercise/bridge/?theme=dark')";
    person.until("the preview", SOON, async || person.holds(shown, vec![]).await).await;
    let snippets = "return [...document.querySelectorAll('.snippet code')].map((code) => code.textContent)";
    let snippets: Vec<String> = serde_json::from_value(person.script(snippets, vec![]).await).unwrap();
    let [element, frame, wordpress, markdown] = <[String; 4]>::try_from(snippets).unwrap();
    person.presses("Copy: One line").await;
    person.is_told("Copied").await;
    person.leaves().await;

    let blank = |body: &str| format!("<!DOCTYPE html><title>Blank</title><script src=\"notes.js\"></script>{body}");
    let pages = [("index.html", blank(&element)), ("frame.html", blank(&frame)), ("wordpress.html", blank(&wordpress))];
    let mut pages: Vec<(&str, &str)> = pages.iter().map(|(name, page)| (*name, page.as_str())).collect();
    pages.push(("notes.js", NOTES));
    let site = HostSite::opens(&pages);
    let person = Person::arrives_at(Engine::Chromium, &site.address).await;
    for page in ["/", "/wordpress.html"] {
        person.driver().goto(person.address(page)).await.unwrap();
        let ready = "return window.__events.some(([, type]) => type === 'ready')";
        person.until("the frame of the element", SOON, async || person.holds(ready, vec![]).await).await;
    }
    person.driver().goto(person.address("/frame.html")).await.unwrap();
    let frame = person.driver().find(thirtyfour::By::Tag("iframe")).await.unwrap();
    frame.enter_frame().await.unwrap();
    person.waits_for_the_app().await;
    person.sees_heading("Bridge").await;
    assert_eq!(person.script("return document.documentElement.dataset.theme", vec![]).await, "dark");
    person.goes_out().await;
    assert_eq!(markdown, format!("[Bridge]({}/exercises/bridge/)", server::site()));
    person.leaves().await;
}
