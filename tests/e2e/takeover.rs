//! Before the app is there, and when it cannot come or breaks down. In Chromium, where the wasm can
//! be held back from inside the page.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::{Value, json};
use unknot::app::kept;
use unknot::app::shell::routes::Route;

/// Holds the wasm back until `__let_go()`, and takes note of how the layout shifts.
const LATE: &str = "
const held = new Promise((go) => { window.__let_go = go; });
for (const name of ['compileStreaming', 'compile']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...all) => { await held; return original.apply(WebAssembly, all); };
}
window.__shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const moved = sources.map(({ node, previousRect, currentRect }) =>
      `${node?.nodeName}.${node?.className} ${previousRect.y} to ${currentRect.y}`);
    if (value > 0.001) __shifts.push(`${value}: ${moved.join(', ')}`);
  }
})
  .observe({ type: 'layout-shift', buffered: true });
";

/// Takes note of what the page held as it was rendered, and right after the app took over, before
/// anything stored is known; the latter only where the page does not stay as it was rendered.
const COMPARED: &str = "
const told = (node) => {
  // The host renders an empty text as a space, so that there is a node for it.
  if (node.nodeType === Node.TEXT_NODE) return node.data === ' ' && !node.nextSibling && !node.previousSibling ? '' : node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const attributes = [...node.attributes].map(({ name, value }) =>
    `${name}=${JSON.stringify(['href', 'src'].includes(name) ? node[name] : value)}`);
  // A picture that can be drawn moves already.
  const inside = node.matches('.picture') ? '' : [...node.childNodes].map(told).join('');
  return `<${[node.localName, ...attributes.sort()].join(' ')}>${inside}</>`;
};
window.held = () => ['main', 'trouble', 'bars'].map((id) => told(document.getElementById(id)));
addEventListener('DOMContentLoaded', () => {
  const main = document.getElementById('main');
  if (!main) return;
  window.__rendered = held();
  new MutationObserver((_, observer) => {
    if (main.isConnected) return;
    window.__taken_over = held();
    observer.disconnect();
  }).observe(document.body, { childList: true, subtree: true });
});
";

async fn with(script: &str) -> Person {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_in_every_page(script).await;
    person
}

async fn opens_without_waiting(person: &Person, path: &str) {
    person.driver().goto(person.address(path)).await.unwrap();
    person.sees_something().await;
}

async fn lets_the_app_come(person: &Person) {
    person.script("window.__let_go()", vec![]).await;
    person.waits_for_the_app().await;
}

const TEXT: &str = "return document.querySelector('#app').textContent.replace(/\\s+/g, ' ')";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_render_in_the_browser_equals_every_rendered_page() {
    let person = with(COMPARED).await;
    for route in Route::all() {
        let path = format!("/{}", route.path());
        person.opens(&path).await;
        if kept::may_stay(route) {
            // It is made when one comes back to it. Messages may have come by then.
            person.script("window.__kept = document.querySelector('main h1')", vec![]).await;
            person.follows_the_link_to("/settings/").await;
            person.sees_heading("Settings").await;
            person.script("history.back()", vec![]).await;
            let made = "if (!location.pathname.endsWith(arguments[0]) || __kept.isConnected) return false;
                window.__taken_over = [held()[0], ...__rendered.slice(1)];
                return window.__taken_over[0].length === __rendered[0].length";
            person.until("the page made anew", SOON, async || person.holds(made, vec![json!(path)]).await).await;
        }
        let parts = person.script("return [window.__rendered, window.__taken_over]", vec![]).await;
        let [rendered, taken_over] = [0, 1].map(|time| format!("{:?}", parts[time]));
        let same = rendered.chars().zip(taken_over.chars()).take_while(|(before, after)| before == after).count();
        let from = |text: &str| text.chars().skip(same.saturating_sub(60)).take(200).collect::<String>();
        assert!(rendered == taken_over, "{path}: rendered {}\ntaken over {}", from(&rendered), from(&taken_over));
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_app_takes_over_without_a_jump_and_keeps_scroll_focus_and_what_was_opened() {
    let person = with(LATE).await;
    for page in ["/exercises/bird-dog/", "/techniques/deep-tissue/", "/routines/daily-six/", "/evidence/", "/safety/"] {
        opens_without_waiting(&person, page).await;
        let before = person.script(TEXT, vec![]).await;
        let prepare = "const links = [...document.querySelectorAll('#app a[href], #app summary')];
            const link = links[links.length - 1];
            const open = document.querySelector('main details');
            if (open) open.open = true;
            link.focus();
            window.scrollTo(0, 300);
            return [link.textContent, scrollY]";
        let there = person.script(prepare, vec![]).await;
        // What was opened shifts what is below it; only what the app does counts.
        person.lets_pass(200).await;
        person.script("window.__shifts.length = 0", vec![]).await;
        lets_the_app_come(&person).await;
        person.lets_pass(200).await;
        let look = "const open = document.querySelector('main details');
            return [document.activeElement.textContent, scrollY, open ? open.open : true]";
        let seen = person.script(look, vec![]).await;
        assert_eq!(seen, json!([there[0], there[1], true]), "{page}");
        assert_eq!(person.script("return window.__shifts", vec![]).await, json!([]), "{page} shifts");
        // The safety page says whom to call once the device can be asked where it is.
        let is_the_same = "return !document.querySelector('main details, .whom-to-call')";
        if person.script(is_the_same, vec![]).await == json!(true) {
            assert_eq!(person.script(TEXT, vec![]).await, before, "{page}");
        }
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn start_pressed_too_early_starts_once_the_app_is_there() {
    let person = with(LATE).await;
    opens_without_waiting(&person, "/play/daily-six/").await;
    person.script("document.querySelector('input[name=pain-before][value=\"4\"]').click()", vec![]).await;
    person.presses("Start").await;
    let busy = person.script("return document.querySelectorAll('main [aria-busy=true]').length", vec![]).await;
    assert_eq!(busy, json!(1), "the press is acknowledged");
    lets_the_app_come(&person).await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    assert_eq!(person.only_record().await["pain_before"], 4, "what was chosen early counts");
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_wasm_does_not_run_the_page_stays_and_says_so() {
    let fails = "for (const name of ['compileStreaming', 'compile'])
        WebAssembly[name] = async () => { throw new WebAssembly.CompileError('truncated'); };";
    let person = with(fails).await;
    opens_without_waiting(&person, "/exercises/bridge/").await;
    let says = "return all('.not-started').length === 1";
    person.until("a plain message", SOON, async || person.holds(says, vec![]).await).await;
    person.sees_heading("Bridge").await;
    person.sees_button("Try again").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_is_told_and_loses_no_session(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/play/custom/#r=bridge.4r.10h").await;
    person.presses("Start").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.presses("Skip").await;
    person.until("a checkpoint", SOON, async || person.stored_checkpoint().await).await;
    // The next element that the app makes is refused, which it cannot go on from.
    let breaks = "document.createElement = () => { throw new Error('broken on purpose'); };
        HTMLTemplateElement.prototype.cloneNode = document.createElement;
        Node.prototype.cloneNode = document.createElement;
        [...document.querySelectorAll('button')].find((button) => button.textContent === 'Pause').click();";
    person.try_script(breaks, vec![]).await;
    let told = "return all('.broken').length === 1";
    person.until("the overlay", SOON, async || person.holds(told, vec![]).await).await;
    assert_ne!(person.stored_checkpoint().await, None);
    person.script("window.__unknotErrors.length = 0; delete document.documentElement.dataset.panic", vec![]).await;
    person.reloads().await;
    person.sees_button("Continue session").await;
    if engine == Engine::Chromium {
        let expected = person.driver().browser_log().await.unwrap();
        assert!(expected.iter().any(|entry| entry.message.contains("RuntimeError")), "{expected:?}");
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_scripts_every_page_reads_in_full() {
    let person = Person::arrives(Engine::Chromium).await;
    person.runs_no_scripts().await;
    for page in crate::pages::pages() {
        opens_without_waiting(&person, &page).await;
        assert_eq!(person.headings().await.len(), 1, "{page}");
        let words = person.main_text().await.split_whitespace().count();
        let is_short =
            page == "/" || page == "/progress/" || page.starts_with("/play/") || page.starts_with("/routines/");
        let enough = if is_short { 15 } else { 60 };
        assert!(words >= enough, "{page} has only {words} words");
        let note: Value = person.script("return all('.no-script').length", vec![]).await;
        assert_eq!(note, json!(1), "{page} says what needs JavaScript");
    }
}
