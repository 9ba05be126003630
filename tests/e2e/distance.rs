//! A session on a phone on the floor: what it shows is large, and what is pressed in a hurry is in view,
//! on every screen that it may run on. In Chromium, where the screen can be made as small as that.

use crate::access::finds_nothing;
use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::{Value, json};

/// Width and height of the screen, size of the person's letters in percent, and the least size of an
/// instruction and of a count there, all in CSS pixels.
const SCREENS: [(u32, u32, u32, u32, u32); 5] = [
    (360, 740, 100, 32, 110),
    (360, 740, 200, 32, 96),
    (740, 360, 100, 24, 80),
    (768, 1024, 100, 40, 140),
    (1440, 900, 100, 48, 200),
];
/// The least frame.
const FRAME: (u32, u32, u32, u32, u32) = (320, 480, 100, 20, 64);

/// What is wrong with what is on the screen; empty where nothing is.
const LOOK: &str = r"
const [instruction, count] = [first, second];
const wrong = [];
const open = document.querySelector('dialog[open]');
const stage = document.querySelector('.stage');
if (!stage) return ['no stage'];
const size = (selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
const textOf = (element) => { const range = document.createRange(); range.selectNodeContents(element); return range.getBoundingClientRect(); };
const isShown = (element) => element && element.checkVisibility() && clean(element.textContent);
const inside = (box, around, slack) =>
  box.top >= around.top - slack && box.left >= around.left - slack && box.bottom <= around.bottom + slack && box.right <= around.right + slack;
const screen = { top: 0, left: 0, bottom: innerHeight, right: innerWidth };

if (size('.instruction') < instruction) wrong.push(`instruction of ${size('.instruction')} px`);
const big = document.querySelector('.count .big');
if (isShown(big) && size('.count .big') < count) wrong.push(`count of ${size('.count .big')} px`);

const named = (text) => [...document.querySelectorAll('.stage button')].find((button) => nameOf(button) === text);
for (const name of ['Mute', 'This hurts', 'End', 'Adjust', 'Back', 'Skip']) if (!named(name)) wrong.push(`no ${name}`);
// What can be adjusted is not pressed in a hurry: the session waits.
const buttons = open ? open.querySelectorAll('.dialog-actions button') : stage.querySelectorAll('button');
for (const button of buttons) {
  const box = button.getBoundingClientRect();
  if (!inside(box, screen, 0.5)) wrong.push(`${nameOf(button)} is out of view: ${Math.round(box.top)} to ${Math.round(box.bottom)}`);
  if (box.height < 43.5 || box.width < 43.5) wrong.push(`${nameOf(button)} is ${box.width} × ${box.height}`);
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (!button.contains(top)) wrong.push(`${nameOf(button)} is covered by ${top?.className}`);
}
if (open) return wrong;

// Nothing lies over anything else, is cut off, or scrolls.
const parts = ['.stage-head h1', '.what', '.instruction', '.count .big', '.beside', '.self-paced', '.next', '.controls', '.controls.minor']
  .map((selector) => [selector, document.querySelector(selector)]).filter(([, element]) => isShown(element))
  .map(([selector, element]) => [selector, selector.includes('controls') || selector === '.self-paced' ? element.getBoundingClientRect() : textOf(element)]);
for (const [name, box] of parts) if (!inside(box, screen, 4)) wrong.push(`${name} is cut off`);
parts.forEach(([name, box], index) => parts.slice(index + 1).forEach(([other, box2]) => {
  // The boxes of letters are higher than what is drawn of them.
  const [x, y] = [Math.min(box.right, box2.right) - Math.max(box.left, box2.left), Math.min(box.bottom, box2.bottom) - Math.max(box.top, box2.top)];
  const slack = 0.2 * Math.min(box.height, box2.height);
  if (x > 1 && y > slack) wrong.push(`${name} lies over ${other} by ${Math.round(y)} px`);
}));
if (document.documentElement.scrollHeight > innerHeight + 1 && getComputedStyle(document.documentElement).overflowY !== 'hidden') wrong.push('the page scrolls');
if (stage.scrollHeight > stage.clientHeight + 1 || stage.scrollWidth > stage.clientWidth + 1) wrong.push('the stage scrolls');
const picture = document.querySelector('.stage-picture').getBoundingClientRect();
if (picture.height < 44) wrong.push(`a picture ${picture.height} px high`);
return wrong;
";

/// Lets the session's clock run ahead, by less than what counts as having been away.
const AHEAD: &str = "
const now = Date.now.bind(Date);
window.__ahead = 0;
Date.now = () => now() + window.__ahead;
";

/// Stops the session's clock, so that no other phase begins.
const STANDS_STILL: &str = "
const [page, wall] = [performance.now(), Date.now()];
performance.now = () => page;
Date.now = () => wall;
";

async fn is_large_and_in_view(
    person: &Person,
    (width, height, letters, instruction, count): (u32, u32, u32, u32, u32),
) {
    person.has_a_screen_of(width, height).await;
    person.script("document.documentElement.style.fontSize = first + '%'", vec![json!(letters)]).await;
    let what = format!("a session that can be used at {width}×{height}, letters at {letters} %");
    let look = async || {
        let wrong = person.try_script(LOOK, vec![json!(instruction), json!(count)]).await?;
        let wrong = wrong.as_array().cloned().unwrap_or_default();
        if wrong.is_empty() { Some(()) } else { person.notes(format!("{wrong:?}")) }
    };
    person.until(&what, SOON, look).await;
}

async fn runs_ahead(person: &Person, ms: u32) {
    person.script("window.__ahead += first; return true", vec![json!(ms)]).await;
}

/// Lets the clock run ahead until a phase is there.
async fn waits_for(person: &Person, phase: &str) {
    let is_there = "if (document.querySelector('.stage')?.dataset.phase === first) return true;
        window.__ahead += second;
        return false";
    // Sides are held for half a minute.
    let step = if phase == "switch" { 5_000 } else { 1_000 };
    let look = async || {
        let seen = person.holds(is_there, vec![json!(phase), json!(step)]).await;
        if seen.is_none() {
            person.lets_pass(150).await;
        }
        seen
    };
    person.until(phase, SOON, look).await;
}

#[rstest]
#[case::phone_down("bird-dog.4r.30h", "exercise/bridge", json!({ "phone_down": true }), &[], "phone-down", &[])]
#[case::demonstration("dead-bug.4r", "exercise/bridge", json!({ "explain": "always" }), &[], "demonstration", &[])]
#[case::get_ready("bird-dog.4r.30h.2s", "exercise/bridge", json!({ "get_ready": 30 }), &[], "get-ready", &[])]
#[case::movement("bird-dog.4r.30h", "technique/swedish", json!({}), &["Skip"], "move", &[])]
#[case::hold("bird-dog.4r.30h.2s", "exercise/bridge", json!({}), &["Skip"], "hold", &[])]
#[case::rest("cat-cow.1r.2s", "technique/swedish", json!({}), &["Skip"], "rest", &[])]
#[case::switch("", "technique/thai", json!({}), &["Skip", "Skip", "Skip"], "switch", &[])]
#[case::own_pace("bird-dog.10r.30h.2s", "exercise/bridge", json!({ "self_paced": true }), &[], "self-paced", &[])]
#[case::paused("bird-dog.4r.30h", "exercise/bridge", json!({}), &["Skip"], "hold", &["Pause"])]
#[case::hurts("bird-dog.4r.30h", "exercise/bridge", json!({}), &["Skip"], "move", &["This hurts"])]
#[case::adjust("bird-dog.4r.30h.2s", "exercise/bridge", json!({}), &[], "get-ready", &["Adjust"])]
#[case::keys("bird-dog.4r.30h", "exercise/bridge", json!({}), &["Skip"], "move", &["?"])]
#[case::end("bird-dog.4r.30h", "exercise/bridge", json!({}), &["Skip"], "move", &["End"])]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_session_shows_is_large_and_its_controls_are_in_view(
    #[case] code: &str,
    #[case] framed: &str,
    #[case] settings: Value,
    #[case] before: &[&str],
    #[case] phase: &str,
    #[case] then: &[&str],
) {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_in_every_page(AHEAD).await;
    person.has_settings(settings).await;
    let whole = if code.is_empty() { "/play/thai-self-stretch/".to_owned() } else { format!("/play/custom/#r={code}") };
    for (path, screens) in [(whole, &SCREENS[..]), (format!("/embed/{framed}/"), &[FRAME])] {
        if phase == "rest" && path.starts_with("/embed/") {
            continue; // Nothing that is framed has sets; it is laid out as the switch is.
        }
        // Here nothing covers Start.
        person.has_a_screen_of(768, 1024).await;
        person.opens(&path).await;
        person.presses("Start").await;
        for press in before {
            person.presses(press).await;
        }
        waits_for(&person, phase).await;
        for press in then {
            if *press == "?" { person.presses_key(*press).await } else { person.presses(*press).await }
        }
        for screen in screens {
            is_large_and_in_view(&person, *screen).await;
        }
        person.script(STANDS_STILL, vec![]).await;
        for theme in ["light", "dark"] {
            person.script("document.documentElement.dataset.theme = first", vec![json!(theme)]).await;
            let faded = "return document.getAnimations().every((animation) => !(animation instanceof CSSTransition))";
            person.until("colours that stay", SOON, async || person.holds(faded, vec![]).await).await;
            finds_nothing(&person, &format!("{path}, {theme}")).await;
        }
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tap_on_the_picture_or_the_words_pauses_and_goes_on() {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_settings(json!({})).await;
    person.opens("/play/custom/#r=bird-dog.4r.30h").await;
    person.presses("Start").await;
    for (place, button) in [(".stage-picture", "Resume"), (".instruction", "Pause"), (".count .big", "Resume")] {
        person.sees_button(if button == "Resume" { "Pause" } else { "Resume" }).await;
        person.taps(place).await;
        person.sees_button(button).await;
    }
    person.leaves().await;
}

/// Somebody who has pressed Start, and whose session waits.
async fn puts_the_phone_down() -> Person {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_in_every_page(AHEAD).await;
    person.has_settings(json!({ "phone_down": true })).await;
    person.opens("/play/custom/#r=bird-dog.4r.30h").await;
    person.presses("Start").await;
    person.sees_button("Begin").await;
    person
}

#[rstest]
#[case::tapped("tap")]
#[case::any_key("x")]
#[case::the_button("Begin")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_waits_until_the_phone_is_put_down(#[case] by: &str) {
    let person = puts_the_phone_down().await;
    // It waits, and nothing of the session passes meanwhile.
    runs_ahead(&person, 12_000).await;
    let is_told = "return texts('.count .big').some((left) => Number(left) <= 18)";
    person.until("the wait to pass", SOON, async || person.holds(is_told, vec![]).await).await;
    match by {
        "tap" => person.taps(".stage-picture").await,
        "x" => person.presses_key("x").await,
        button => person.presses(button).await,
    }
    person.sees_button("Pause").await;
    assert_eq!(person.progress_value().await, 0);
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_half_a_minute_a_session_begins_by_itself() {
    let person = puts_the_phone_down().await;
    runs_ahead(&person, 28_000).await;
    person.sees_button("Pause").await;
    person.leaves().await;
}
