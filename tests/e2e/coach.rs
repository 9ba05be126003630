//! What is heard, felt and seen to move. In Chromium, where the page's own interfaces can be
//! watched from before its first script; what is asked of them is the same in every engine.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const BRIDGE: &str = "/play/custom/#r=bridge.4r.10h";

/// Takes note of everything asked of the device.
const NOTES: &str = r"
window.__said = [];
window.__buzzed = [];
window.__locks = 0;
window.__contexts = [];
window.__starts = [];
const voice = (fields) => Object.create(SpeechSynthesisVoice.prototype,
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])));
speechSynthesis.getVoices = () => VOICES.map(voice);
Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { value: null, writable: true });
speechSynthesis.speak = (utterance) => __said.push([utterance.text, utterance.voice?.name ?? null]);
speechSynthesis.cancel = () => {};
navigator.vibrate = (pattern) => { __buzzed.push(pattern); return true; };
class Lock extends EventTarget {
  type = 'screen';
  released = false;
  onrelease = null;
  async release() {
    if (this.released) return;
    this.released = true;
    const event = new Event('release');
    this.onrelease?.(event);
    this.dispatchEvent(event);
  }
}
window.__granted = [];
navigator.wakeLock.request = async () => {
  __locks += 1;
  await window.__delay;
  const lock = new Lock();
  __granted.push(lock);
  return lock;
};
const Original = AudioContext;
window.AudioContext = class extends Original {
  constructor(...all) { super(...all); __contexts.push(this); }
  get currentTime() { return this.frozen ?? super.currentTime; }
};
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (when) {
  __starts.push([__contexts.indexOf(this.context), when]);
  return start.call(this, when);
};
";

async fn chromium(voices: Value, settings: Value) -> Person {
    let person = Person::arrives(Engine::Chromium).await;
    let notes = NOTES.replace("VOICES", &voices.to_string());
    // A blank page is no secure place, and has no wake lock.
    person.has_in_every_page(&format!("if (navigator.wakeLock) {{ {notes} }}")).await;
    person.has_settings(settings).await;
    person
}

/// What the voice was asked to say, and with which voice.
async fn said(person: &Person) -> Vec<(String, Option<String>)> {
    serde_json::from_value(person.script("return window.__said", vec![]).await).unwrap()
}

async fn starts_bridge(person: &Person) {
    person.opens(BRIDGE).await;
    person.presses("Start").await;
    person.sees_button("Pause").await;
}

/// Skips get-ready and waits for the first movement.
async fn goes_on_to_the_first_movement(person: &Person) {
    person.presses("Skip").await;
    person.until("the first movement", SOON, async || person.holds(IN_MOVEMENT, vec![]).await).await;
    person.lets_pass(300).await;
}

const IN_MOVEMENT: &str = "return document.querySelector('.stage')?.dataset.phase === 'move'";
const FAR: &str = r#"{ "name": "Far", "lang": "en-GB", "localService": false, "default": true }"#;
const NEAR: &str = r#"{ "name": "Near", "lang": "en-US", "localService": true, "default": false }"#;

#[rstest]
#[case::none_listed("", false, Some(None))]
#[case::one_on_the_device(NEAR, false, Some(Some("Near")))]
#[case::the_device_before_the_network(&format!("{FAR},{NEAR}"), true, Some(Some("Near")))]
#[case::only_over_the_network(FAR, false, None)]
#[case::over_the_network_if_the_person_says_so(FAR, true, Some(Some("Far")))]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_words_are_sent_to_a_server_unless_the_person_says_so(
    #[case] voices: &str,
    #[case] network: bool,
    #[case] speaks_with: Option<Option<&str>>,
) {
    let voices = serde_json::from_str(&format!("[{voices}]")).unwrap();
    let person = chromium(voices, json!({ "network_voice": network })).await;
    starts_bridge(&person).await;
    goes_on_to_the_first_movement(&person).await;
    let said = said(&person).await;
    match speaks_with {
        None => assert!(said.is_empty(), "{said:?}"),
        Some(voice) => {
            assert!(said[0].0.starts_with("Bridge. Lie on your back"), "{said:?}");
            assert!(said[1].0.starts_with("Squeeze"), "{said:?}");
            assert!(said.iter().all(|(_, with)| with.as_deref() == voice), "{said:?}");
        }
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_movement_is_told_and_then_how_to_hold_and_mute_silences_the_rest() {
    let person = chromium(json!([]), json!({})).await;
    starts_bridge(&person).await;
    goes_on_to_the_first_movement(&person).await;
    let in_hold = "return document.querySelector('.stage')?.dataset.phase === 'hold'";
    person.until_in_session("the hold", 4, async || person.holds(in_hold, vec![]).await).await;
    person.lets_pass(300).await;
    let told: Vec<String> = said(&person).await.into_iter().map(|(words, _)| words).collect();
    assert_eq!(told[1..], ["Squeeze, lift your hips.", "Hold. Breathe deep and steady, ribs down."]);
    person.presses_key("m").await;
    person.presses("Skip").await;
    person.sees_heading("Session ended early").await;
    assert_eq!(said(&person).await.len(), 3, "nothing is said once muted");
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_device_buzzes_and_the_screen_stays_on_and_is_asked_for_again() {
    let person = chromium(json!([]), json!({ "flash": true })).await;
    person.opens(BRIDGE).await;
    let watch = "new MutationObserver(() => { window.__flashed ||= document.querySelector('.stage.flash') !== null })
        .observe(document.body, { subtree: true, childList: true, attributes: true })";
    person.script(watch, vec![]).await;
    person.presses("Start").await;
    person.until("a flash", SOON, async || person.holds("return window.__flashed === true", vec![]).await).await;
    goes_on_to_the_first_movement(&person).await;
    let buzzed = person.script("return window.__buzzed", vec![]).await;
    let buzzed = buzzed.as_array().unwrap();
    assert!(buzzed.len() >= 2, "for get ready and for the start: {buzzed:?}");
    assert_ne!(buzzed[0], buzzed[1], "each cue has its own");
    assert_eq!(person.script("return window.__locks", vec![]).await, json!(1));
    // The browser lets go of it when the page is hidden.
    let hidden_for_a_while = "for (const lock of window.__granted) lock.release();
        document.dispatchEvent(new Event('visibilitychange'));";
    person.script(hidden_for_a_while, vec![]).await;
    let again = "return window.__locks === 2";
    person.until("the screen lock to be asked for again", SOON, async || person.holds(again, vec![]).await).await;
    person.leaves().await;
}

/// How many screen locks are held: granted, and not released.
async fn locks_held(person: &Person) -> u64 {
    let look = "return window.__granted.filter((lock) => !lock.released).length";
    person.script(look, vec![]).await.as_u64().unwrap()
}

async fn waits_for_locks_held(person: &Person, count: u64) {
    let what = format!("the number of screen locks held to be {count}");
    person.until(&what, SOON, async || (locks_held(person).await == count).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_screen_may_go_dark_while_the_session_is_paused() {
    let person = chromium(json!([]), json!({})).await;
    starts_bridge(&person).await;
    waits_for_locks_held(&person, 1).await;
    person.presses("Pause").await;
    person.sees_button("Resume").await;
    waits_for_locks_held(&person, 0).await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_pause_the_screen_is_kept_on_by_one_lock() {
    let person = chromium(json!([]), json!({})).await;
    starts_bridge(&person).await;
    waits_for_locks_held(&person, 1).await;
    person.presses("Pause").await;
    person.presses("Resume").await;
    person.sees_button("Pause").await;
    // For those that would come late.
    person.lets_pass(300).await;
    assert_eq!(locks_held(&person).await, 1, "the number of screen locks held");
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_screen_may_go_dark_once_the_session_is_over() {
    let person = chromium(json!([]), json!({})).await;
    starts_bridge(&person).await;
    waits_for_locks_held(&person, 1).await;
    person.presses("Pause").await;
    person.presses("Resume").await;
    person.sees_button("Pause").await;
    person.lets_pass(300).await;
    goes_on_to_the_first_movement(&person).await;
    person.presses("Skip").await;
    person.sees_heading("Session ended early").await;
    waits_for_locks_held(&person, 0).await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screen_lock_that_comes_after_the_session_is_let_go_at_once() {
    let person = chromium(json!([]), json!({})).await;
    person.opens(BRIDGE).await;
    person.script("window.__delay = new Promise((settle) => { window.__settle = settle; })", vec![]).await;
    person.presses("Start").await;
    person.sees_button("Pause").await;
    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
    assert_eq!(person.script("return window.__granted.length", vec![]).await, json!(0));
    person.script("window.__settle()", vec![]).await;
    let granted = "return window.__granted.length > 0";
    person.until("the late lock", SOON, async || person.holds(granted, vec![]).await).await;
    waits_for_locks_held(&person, 0).await;
    person.leaves().await;
}

/// How many sounds have been put on each audio context's clock.
async fn sounds(person: &Person) -> Vec<usize> {
    let starts: Vec<(usize, f64)> =
        serde_json::from_value(person.script("return window.__starts", vec![]).await).unwrap();
    let contexts = person.script("return window.__contexts.length", vec![]).await.as_u64().unwrap();
    (0..contexts as usize).map(|context| starts.iter().filter(|start| start.0 == context).count()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sounds_go_on_after_the_audio_was_interrupted() {
    let person = chromium(json!([]), json!({ "get_ready": 30 })).await;
    starts_bridge(&person).await;
    person.lets_pass(1_000).await;
    // 25 s of get-ready are left: nothing is due within the look-ahead.
    person.script("window.__contexts[0].suspend(); window.__starts.length = 0", vec![]).await;
    let runs = "return window.__contexts[0].state === 'running'";
    person.until("the audio to go on", SOON, async || person.holds(runs, vec![]).await).await;
    goes_on_to_the_first_movement(&person).await;
    let due = "return window.__starts.some(([context, when]) => when > window.__contexts[context].currentTime - 1)";
    person.until("sounds on the running clock", SOON, async || person.holds(due, vec![]).await).await;
    assert_eq!(sounds(&person).await.len(), 1, "the same context goes on");
    person.leaves().await;
}

#[rstest]
#[case::frozen("const context = window.__contexts[0]; context.frozen = context.currentTime")]
#[case::closed("window.__contexts[0].close()")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_audio_clock_is_replaced(#[case] dies: &str) {
    let person = chromium(json!([]), json!({ "get_ready": 5 })).await;
    starts_bridge(&person).await;
    person.lets_pass(1_000).await;
    person.script(dies, vec![]).await;
    person.until("sounds on another clock", SOON, async || (sounds(&person).await.get(1)? > &0).then_some(())).await;
    person.leaves().await;
}

/// Shapes of the figure seen during the first movement, and from then into the hold.
async fn shapes(person: &Person) -> (usize, usize) {
    starts_bridge(person).await;
    let watch = "window.__moving = new Set(); window.__all = new Set();
        const look = () => {
          const stage = document.querySelector('.stage');
          const shape = [...document.querySelectorAll('.stage .figure g > *')].map((part) => getComputedStyle(part).transform).join();
          if (stage?.dataset.phase === 'move') __moving.add(shape);
          if (stage && stage.dataset.phase !== 'get-ready') __all.add(shape);
          requestAnimationFrame(look);
        };
        look();";
    person.script(watch, vec![]).await;
    goes_on_to_the_first_movement(person).await;
    let in_hold = "return document.querySelector('.stage')?.dataset.phase === 'hold'";
    person.until_in_session("the hold", 4, async || person.holds(in_hold, vec![]).await).await;
    let seen = person.script("return [window.__moving.size, window.__all.size]", vec![]).await;
    serde_json::from_value(seen).unwrap()
}

#[rstest]
#[case::moving("no-preference")]
#[case::stills("reduce")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_wants_less_motion_sees_stills(#[case] motion: &str) {
    let person = chromium(json!([]), json!({})).await;
    person.prefers(&[("prefers-reduced-motion", motion)]).await;
    let (moving, _) = shapes(&person).await;
    if motion == "reduce" {
        assert_eq!(moving, 1, "one key pose for the whole movement");
    } else {
        assert!(moving > 5, "{moving} shapes in two seconds");
    }
    person.leaves().await;
}

/// Parts of the picture that the browser is moving now.
const MOVED: &str = "document.getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect.target.closest('.stage-picture')).length";

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_browser_moves_the_picture_while_time_runs(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    // A figure, and hands on a back.
    #[values("/play/custom/#r=cat-cow.10r", "/play/deep-tissue-forearm/")] path: &str,
) {
    let person = Person::arrives(engine).await;
    person.opens(path).await;
    person.presses("Start").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.presses("Skip").await;
    let moved = format!("return {MOVED} > 2");
    person.until_in_session("a moving picture", 2, async || person.holds(&moved, vec![]).await).await;
    let all_go_somewhere =
        "return document.getAnimations().filter(({ effect }) => effect.target.closest('.stage-picture'))
        .every(({ effect }) => new Set(effect.getKeyframes().map(({ transform }) => transform)).size > 1)";
    assert_eq!(person.script(all_go_somewhere, vec![]).await, json!(true), "a part is moved to where it is");
    let places = "return [...document.querySelectorAll('.stage-picture g > *')].map((part) => getComputedStyle(part).transform).join()";
    let before = person.script(places, vec![]).await;
    person.until("another place", SOON, async || (person.script(places, vec![]).await != before).then_some(())).await;
    person.presses("Pause").await;
    person.sees_button("Resume").await;
    let stands = format!("return {MOVED} === 0");
    person.until("a picture that stands", SOON, async || person.holds(&stands, vec![]).await).await;
    let paused = person.script(places, vec![]).await;
    person.lets_pass(300).await;
    assert_eq!(person.script(places, vec![]).await, paused, "it moves while time stands");
    person.presses("Resume").await;
    person.until_in_session("the picture goes on", 5, async || person.holds(&moved, vec![]).await).await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_figure_is_seen_in_forced_colours() {
    let person = chromium(json!([]), json!({})).await;
    person.prefers(&[("forced-colors", "active")]).await;
    person.opens("/exercises/bird-dog/").await;
    let colours = "return [...document.querySelectorAll('.demo .figure path')]
        .filter((part) => part.checkVisibility()).map((part) => getComputedStyle(part).fill)";
    let colours: Vec<String> = serde_json::from_value(person.script(colours, vec![]).await).unwrap();
    let page = person.script("return getComputedStyle(document.body).backgroundColor", vec![]).await;
    let colours: BTreeSet<String> = colours.into_iter().collect();
    assert!(!colours.is_empty());
    assert!(!colours.contains(page.as_str().unwrap()), "a limb has the colour of the page: {colours:?}");
    assert!(colours.len() <= 2, "near, and far: {colours:?}");
    person.leaves().await;
}
