//! From one tap at home to the list of what was done.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn home_starts_todays_routine_in_one_tap(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/").await;
    person.presses("Start: Gentle start").await;
    person.sees_heading("Pelvic tilt").await;
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
