//! From a tap at home to the list of what was done.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::reading::IDS;
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn home_starts_todays_routine_in_two_taps(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/").await;
    person.presses("Start: Gentle start").await;
    person.presses("Begin").await;
    person.sees_heading("Pelvic tilt").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_session_can_be_brought_back_and_all_can_be_deleted(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    person.opens("/play/custom/#r=cat-cow.9r").await;
    person.presses("Start").await;
    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
    let id = person.only_record().await["id"].clone();

    person.opens("/progress/").await;
    let delete = person.buttons().await.into_iter().find(|name| name.starts_with("Delete Your routine"));
    person.presses(&delete.expect("the session has a button to delete it")).await;
    person.until("the record to go", SOON, async || person.stored_records().await.is_empty().then_some(())).await;
    person.presses("Undo").await;
    person.sees_button_starting("Delete Your routine").await;
    assert_eq!(person.only_record().await["id"], id, "the very same session is back");

    person.presses("Delete all sessions").await;
    person.sees_dialog("Delete all sessions?").await;
    person.presses("Keep them").await;
    person.sees_no_dialog().await;
    assert_eq!(person.stored_records().await.len(), 1);
    person.presses("Delete all sessions").await;
    person.presses("Delete all").await;
    person.until("the record to go", SOON, async || person.stored_records().await.is_empty().then_some(())).await;
    person.sees_no_button("Delete all sessions").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deleting_all_sessions_deletes_those_of_another_tab_too(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    person.has_session(IDS[0]).await;
    person.has_session(IDS[1]).await;
    person.opens("/progress/").await;
    person.sees_button("Delete all sessions").await;
    let list = person.window().await;

    person.opens_another_window().await;
    person.opens("/about/").await;
    person.has_session(IDS[2]).await;

    person.goes_to(list).await;
    person.presses("Delete all sessions").await;
    person.sees_dialog("Delete all sessions?").await;
    person.presses("Delete all").await;
    person.sees_no_dialog().await;
    let none_left = async || person.stored_keys("unknot/log/").await.is_empty().then_some(());
    person.until("no session to be left in storage", SOON, none_left).await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_a_deleted_session_cannot_be_brought_back_the_reason_can_be_read(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    person.has_session(IDS[0]).await;
    person.opens("/progress/").await;
    let delete = person.buttons().await.into_iter().find(|name| name.starts_with("Delete Your routine"));
    person.presses(&delete.expect("the session has a button to delete it")).await;
    person.until("the record to go", SOON, async || person.stored_records().await.is_empty().then_some(())).await;

    person.has_no_room_for_sessions().await;
    person.presses("Undo").await;
    let says_so = async || person.status_text().await.contains("not saved").then_some(());
    person.until("a status with \"not saved\"", SOON, says_so).await;
    person.lets_pass(500).await;
    let status = person.status_text().await;
    assert!(status.contains("not saved"), "it stays to be read: {status:?}");
    person.leaves().await;
}
