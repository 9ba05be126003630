//! When storage is damaged, newer, blocked, full, or shared by two windows.

use crate::browser::Engine;
use crate::page::Person;
use rstest::rstest;
use serde_json::json;

/// Every key of ours.
const KEYS: [&str; 6] = [
    "unknot/log/x",
    "unknot/settings",
    "unknot/running",
    "unknot/running/x",
    "unknot/routines/x",
    "unknot/measures/2026-01-05",
];

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn garbage_is_set_aside_and_can_be_downloaded(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    #[values("{\"format\":1,\"data\":", "\u{0}garbage")] garbage: &str,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    for key in KEYS {
        person.puts_in_storage(key, garbage).await;
    }

    person.opens("/").await;
    person.is_told("could not be read").await;
    let kept = person.stored_keys("unknot/quarantine/").await;
    assert_eq!(kept.len(), KEYS.len(), "each is set aside: {kept:?}");
    for key in &kept {
        assert_eq!(person.stored(key).await.as_deref(), Some(garbage), "{key} is unchanged");
    }
    for key in KEYS {
        assert_eq!(person.stored(key).await, None, "{key} is free again");
    }

    person.opens("/settings/data/").await;
    person.sees_button("Download unreadable data").await;
    let kept_now = person.stored_keys("unknot/quarantine/").await;
    assert_eq!(kept_now, kept, "nothing is set aside twice");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_newer_version_wrote_stays_untouched(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let newer = [
        ("unknot/log/01890a5d-ac96-774b-bcce-b302099a8057", "{\"format\":99, \"data\":{\"a\":[\"record\"]}}"),
        ("unknot/settings", "{ \"format\":99,\"data\":{\"get_ready\":\"soon\"},\"more\":1}"),
    ];
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    for (key, text) in newer {
        person.puts_in_storage(key, text).await;
    }

    for page in ["/", "/progress/", "/settings/"] {
        person.opens(page).await;
        person.is_told("newer").await;
    }
    person.toggles("At my own pace").await;
    person.is_told("not saved").await;
    for (key, text) in newer {
        assert_eq!(person.stored(key).await.as_deref(), Some(text), "{key} is the same byte for byte");
    }
    let mut keys = person.stored_keys("unknot/").await;
    // Counts over the log, which can be made anew, and that the safety screen was answered.
    keys.retain(|key| !["unknot/digest", "unknot/health"].contains(&key.as_str()));
    assert_eq!(keys.len(), newer.len());
    person.leaves().await;
}

#[rstest]
#[case::blocked(
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })"
)]
#[case::full("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_storage_a_session_runs_and_says_that_it_is_not_saved(#[case] obstacle: &str) {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_in_every_page(obstacle).await;
    person.is_new();
    person.opens("/play/custom/#r=cat-cow.1r").await;
    person.presses("Start").await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.presses("Begin").await;
    person.sees_heading("Cat-cow").await;
    // Out of the ten seconds to get ready.
    person.presses("Skip").await;
    person.waits_for_heading("Session complete", 6).await;
    let summary = person.main_text().await;
    assert!(summary.contains("not saved"), "the summary says so: {summary}");
    person.sees_button_starting("Download").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_windows_can_save_at_once(#[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    let first = person.window().await;
    person.opens("/play/custom/#r=cat-cow.2r").await;
    person.opens_another_window().await;
    let second = person.window().await;
    person.opens("/play/custom/#r=cat-cow.2r").await;

    for window in [&first, &second] {
        person.goes_to(window.clone()).await;
        person.presses("Start").await;
        person.sees_heading("Cat-cow").await;
    }
    for window in [&second, &first] {
        person.goes_to(window.clone()).await;
        person.waits_for_heading("Session complete", 12).await;
    }

    let records = person.stored_records().await;
    assert_eq!(records.len(), 2);
    assert!(records.iter().all(|record| record["finished"] == true && record["entries"][0]["done"] == 2));
    assert_ne!(records[0]["id"], records[1]["id"]);
    person.leaves().await;
}
