//! Whole sessions, from Start to the record.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::reading::seconds;
use rstest::rstest;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Get-ready 2 s and a tilt of 9 s; get-ready 2 s and a bridge of 2 + 1 + 3 s.
const SHORT: &str = "/play/custom/#r=pelvic-tilt.1r_bridge.1r.1h";
const SHORT_SECONDS: u64 = 19;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_routine_runs_in_real_time_to_its_record(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 2 })).await;
    person.opens(SHORT).await;
    person.chooses("Pain before", 4).await;
    person.watches_the_session().await;

    let began = Instant::now();
    person.presses("Start").await;
    person.sees_heading("Pelvic tilt").await;
    person.waits_for_heading("Bridge", SHORT_SECONDS).await;
    assert!(person.progress_value().await >= 50, "the bridge begins after 11 of 19 seconds");
    person.waits_for_heading("Session complete", SHORT_SECONDS).await;
    let lasted = began.elapsed();
    assert!(lasted >= Duration::from_millis(SHORT_SECONDS * 1000 - 100), "it took only {lasted:?}");

    let heard = person.heard().await;
    for name in ["Pelvic tilt", "Bridge"] {
        assert!(heard.iter().any(|status| status.contains(name)), "{name} was not announced: {heard:?}");
    }
    let times = person.times_seen().await;
    let left: Vec<u32> = times.iter().filter_map(|time| seconds(time)).collect();
    assert_eq!(left.len(), times.len(), "every time reads like 0:07: {times:?}");
    assert!(left.windows(2).any(|pair| pair[1] + 1 == pair[0]), "it counts down by the second: {times:?}");

    let record = person.only_record().await;
    assert_eq!(record["finished"], true);
    assert_eq!(record["code"], "pelvic-tilt.1r.3h_bridge.1r.1h");
    assert_eq!(record["pain_before"], 4);
    assert_eq!(record["pain_after"], Value::Null);
    assert_eq!(done(&record), [1_u64, 1]);
    let active = record["active_seconds"].as_u64().unwrap();
    assert!(active.abs_diff(SHORT_SECONDS) <= 1, "active for {active} s");
    assert_eq!(person.stored_checkpoint().await, None);

    person.chooses("Pain now", 3).await;
    person.chooses("How hard was it?", 5).await;
    person.presses("Save").await;
    let what = "the pain after in the record";
    person.until(what, SOON, async || (person.only_record().await["pain_after"] == 3).then_some(())).await;
    assert_eq!(person.only_record().await["effort"], 5);

    person.opens("/progress/").await;
    person.reloads().await;
    person.sees_heading("Progress").await;
    person.sees_button_starting("Delete Your routine").await;
    let progress = person.main_text().await;
    assert!(progress.contains("4 → 3"), "pain before and after are listed: {progress}");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_taken_up_after_a_reload(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 2 })).await;
    person.opens("/play/custom/#r=pelvic-tilt.2r").await;
    person.presses("Start").await;
    let first_done = async || {
        let checkpoint: Value = serde_json::from_str(&person.stored_checkpoint().await?).ok()?;
        (done(&checkpoint["data"]["record"]) == [1_u64]).then_some(())
    };
    person.until_in_session("a checkpoint after the first repetition", 11, first_done).await;

    person.reloads().await;
    assert!(person.stored_records().await.is_empty(), "it is not over yet");
    person.opens("/").await;
    person.presses("Continue session").await;
    person.sees_heading("Pelvic tilt").await;
    person.presses("Resume").await;
    person.waits_for_heading("Session complete", 12).await;

    let record = person.only_record().await;
    assert_eq!(record["finished"], true);
    assert_eq!(done(&record), [2_u64]);
    let active = record["active_seconds"].as_u64().unwrap();
    assert!((19..=30).contains(&active), "2 + 9 s before the reload and 9 s after it, not {active} s");
    assert_eq!(person.stored_checkpoint().await, None);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_self_paced_session_waits_for_done(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "self_paced": true })).await;
    person.opens("/play/custom/#r=pelvic-tilt.3r_bridge.2r.1h").await;
    person.presses("Start").await;
    person.sees_heading("Pelvic tilt").await;
    person.presses("One fewer").await;
    person.presses("One fewer").await;
    person.presses("One more").await;
    person.presses("Done").await;
    person.sees_heading("Bridge").await;
    person.presses("Done").await;
    person.sees_heading("Session complete").await;

    let record = person.only_record().await;
    assert_eq!(record["finished"], true);
    assert_eq!(done(&record), [2_u64, 2]);
    assert_eq!(record["entries"][0]["planned"], 3);
    person.presses("Skip this").await;
    person.leaves().await;
}

/// The repetitions done, entry by entry.
fn done(record: &Value) -> Vec<u64> {
    let entries = record["entries"].as_array().into_iter().flatten();
    entries.filter_map(|entry| entry["done"].as_u64()).collect()
}
