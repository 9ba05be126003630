//! Sessions that were left: offered, taken up, ended, and never lost.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::reading::{IDS, finished_session};
use rstest::rstest;
use serde_json::{Value, json};
use std::time::SystemTime;

/// Where older versions kept the one session that was running.
const OLD_RUNNING: &str = "unknot/running";
const HOUR_MS: u64 = 3_600_000;
const TILT: &str = "/play/custom/#r=pelvic-tilt.2r";

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_taken_up_on_the_page_it_was_left_on(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    starts(&person, "/play/daily-six/").await;
    person.reloads().await;
    person.presses("Continue session").await;
    person.sees_button("Resume").await;

    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
    person.follows_the_link_to("/routines/").await;
    person.follows_the_link_to("/play/floor-free/").await;
    person.sees_the_start_page_of("/play/floor-free/", "No floor needed").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_taken_up_on_one_page_does_not_come_up_on_another(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    starts(&person, "/play/daily-six/").await;
    person.reloads().await;
    person.presses("Continue session").await;
    // While a session is shown, its page shows no link that leads elsewhere.
    let leave = "[...document.querySelectorAll('a[href]')].find(x => x.href === first).click()";
    person.script(leave, vec![json!(person.address("/routines/"))]).await;
    person.sees_heading("Routines").await;
    person.follows_the_link_to("/play/floor-free/").await;
    person.sees_the_start_page_of("/play/floor-free/", "No floor needed").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_sessions_left_in_two_tabs_are_both_offered(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    let first = person.window().await;
    starts(&person, "/play/daily-six/").await;
    person.opens_another_window().await;
    starts(&person, "/play/floor-free/").await;
    person.closes_the_page().await;
    person.goes_to(first).await;
    person.closes_the_page().await;

    // Home names neither routine but in its offer.
    let mut names = vec!["The daily six", "No floor needed"];
    person.opens("/").await;
    while !names.is_empty() {
        person.sees_button("Continue session").await;
        let offered = async || {
            let page = person.main_text().await;
            names.iter().position(|name| page.contains(name))
        };
        let offered = person.until(&format!("one of {names:?} to be offered"), SOON, offered).await;
        names.remove(offered);
        person.presses("End it here").await;
    }
    let both = async || (person.stored_keys("unknot/log/").await.len() == 2).then_some(());
    person.until("both sessions in storage", SOON, both).await;
    person.until("no session to be running", SOON, async || no_session_is_running(&person).await).await;
    let records = person.stored_records().await;
    let mut routines: Vec<_> = records.iter().map(|record| record["routine"].as_str().unwrap()).collect();
    routines.sort_unstable();
    assert_eq!(routines, ["daily-six", "floor-free"]);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_an_older_version_left_is_taken_up_under_its_own_key(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let entry = |exercise: &str, rung: &str, side: &str, planned: u16, done: u16| {
        json!({ "exercise": exercise, "rung": rung, "side": side, "planned": planned, "done": done,
            "seconds": 30 * u32::from(done.min(1)), "hurt": false, "skipped": false })
    };
    let mut record = finished_session(IDS[0]);
    record["routine"] = json!("gentle-start");
    record["code"] = json!("pelvic-tilt.6r.3h_cat-cow.6r_bird-dog.leg-only.5r.3h_bridge.low.5r.3h");
    record["entries"] = json!([
        entry("pelvic-tilt", "standard", "none", 6, 6),
        entry("cat-cow", "standard", "none", 6, 0),
        entry("bird-dog", "leg-only", "alternating", 10, 0),
        entry("bridge", "low", "none", 5, 0),
    ]);
    record["finished"] = json!(false);
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    person.puts_in_storage(OLD_RUNNING, &checkpoint(&record, 1, now_ms())).await;

    person.opens("/").await;
    person.presses("Continue session").await;
    person.sees_heading("Cat-cow").await;
    person.sees_button("Resume").await;
    assert_eq!(person.script("return location.pathname", vec![]).await, "/play/gentle-start/");
    let keys = person.stored_keys(OLD_RUNNING).await;
    assert_eq!(keys, [format!("{OLD_RUNNING}/{}", IDS[0])], "the session has a key of its own");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_routine_taken_up_is_in_the_address(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    starts(&person, TILT).await;
    person.opens("/").await;
    person.presses("Continue session").await;
    person.sees_button("Resume").await;
    assert_eq!(person.script("return location.pathname", vec![]).await, "/play/custom/");
    let hash = person.script("return location.hash", vec![]).await;
    assert!(hash.as_str().unwrap().contains("r=pelvic-tilt"), "the address ends in {hash}");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_routine_taken_up_can_be_taken_up_again_after_a_reload(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    starts(&person, TILT).await;
    person.opens("/").await;
    person.presses("Continue session").await;
    person.sees_button("Resume").await;
    person.reloads().await;
    person.sees_heading("Pelvic tilt").await;
    person.sees_button("Start").await;
    person.presses("Continue session").await;
    person.sees_button("Resume").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_left_of_a_finished_session_does_not_undo_it(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    #[values("/", "/progress/")] first_page: &str,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    person.has_session(IDS[0]).await;
    let mut unfinished = finished_session(IDS[0]);
    unfinished["finished"] = json!(false);
    unfinished["entries"][0]["done"] = json!(3);
    person.puts_in_storage(OLD_RUNNING, &checkpoint(&unfinished, 0, now_ms() - 5 * HOUR_MS)).await;

    person.opens(first_page).await;
    if first_page == "/" {
        assert_eq!(person.only_record().await, finished_session(IDS[0]));
        person.until("no session to be running", SOON, async || no_session_is_running(&person).await).await;
        person.opens("/progress/").await;
    }
    person.sees_button_starting("Delete Your routine").await;
    let buttons = person.buttons().await;
    let listed = buttons.iter().filter(|name| name.starts_with("Delete Your routine")).count();
    assert_eq!(listed, 1, "the session is listed once: {buttons:?}");
    assert!(!person.main_text().await.contains("ended early"), "it is listed as finished");
    assert_eq!(person.only_record().await, finished_session(IDS[0]));
    person.leaves().await;
}

/// Starts a session, and waits until it would survive its page.
async fn starts(person: &Person, path: &str) {
    person.opens(path).await;
    person.presses("Start").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    let kept = async || (!person.stored_keys(OLD_RUNNING).await.is_empty()).then_some(());
    person.until("a checkpoint", SOON, kept).await;
}

async fn no_session_is_running(person: &Person) -> Option<()> {
    person.stored_keys(OLD_RUNNING).await.is_empty().then_some(())
}

/// A session that was left at the beginning of an item, as it is stored.
fn checkpoint(record: &Value, item: u32, heartbeat: u64) -> String {
    let data = json!({
        "record": record, "get_ready": 10, "self_paced": false,
        "item": item, "set": 0, "rep": 0, "second_side": false,
        "heartbeat": heartbeat, "released": true,
    });
    json!({ "format": 1, "data": data }).to_string()
}

fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    u64::try_from(since.as_millis()).unwrap()
}
