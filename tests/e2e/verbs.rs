//! What a person can do while a session runs.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pause_resume_skip_back_and_end(#[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=pelvic-tilt.3r_bridge.1r.1h").await;
    person.presses("Start").await;
    person.sees_heading("Pelvic tilt").await;
    // In get-ready this begins the exercise at once.
    person.presses("Skip").await;
    person.waits_for_timer_at_most(3).await;

    person.presses("Pause").await;
    person.sees_button("Resume").await;
    let screen = async || (person.timer_text().await, person.progress_value().await);
    let frozen = screen().await;
    person.lets_pass(1_200).await;
    assert_eq!(screen().await, frozen, "paused, nothing moves");

    person.presses("Resume").await;
    person.sees_countdown(true).await;
    person.sees_countdown(false).await;
    person.until("the session to go on", SOON, async || (screen().await != frozen).then_some(())).await;

    // Paused, there is no hurry: Back within 3 s of its start leads to the exercise before.
    person.presses("Pause").await;
    person.presses("Skip").await;
    person.sees_heading("Bridge").await;
    person.presses("Back").await;
    person.sees_heading("Pelvic tilt").await;

    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("Keep going").await;
    person.sees_no_dialog().await;
    person.sees_heading("Pelvic tilt").await;
    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;

    let record = person.only_record().await;
    assert_eq!(record["finished"], false);
    assert_eq!(record["entries"].as_array().map(Vec::len), Some(2));
    assert_eq!(record["entries"][0]["skipped"], true);
    assert_eq!(record["entries"][1]["done"], 0);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bird_dog_is_offered_instead_of_superman(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;

    // Before Start.
    person.opens("/play/custom/#r=superman.1r").await;
    person.presses("Bird dog instead").await;
    person.presses("Start").await;
    person.sees_heading("Bird dog").await;
    ends_at_once(&person).await;

    // While getting ready.
    person.opens("/play/custom/#r=superman.1r").await;
    person.presses("Start").await;
    person.sees_heading("Superman").await;
    person.presses("Adjust").await;
    person.presses("Bird dog instead").await;
    person.sees_heading("Bird dog").await;
    ends_at_once(&person).await;

    let records = person.stored_records().await;
    let exercises: Vec<_> = records.iter().map(|record| &record["entries"][0]["exercise"]).collect();
    assert_eq!(exercises, ["bird-dog", "bird-dog"]);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_hurts_can_be_skipped_and_is_remembered(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=superman.2r_bridge.1r.1h").await;
    person.presses("Start").await;
    person.sees_heading("Superman").await;
    person.presses("Skip").await;
    person.waits_for_timer_at_most(3).await;

    person.presses("This hurts").await;
    person.sees_dialog("This hurts").await;
    for choice in ["Easier", "Skip this exercise", "End"] {
        person.sees_button_starting(choice).await;
    }
    person.presses("Skip this exercise").await;
    person.sees_no_dialog().await;
    person.sees_heading("Bridge").await;
    person.sees_button("Pause").await;
    ends_at_once(&person).await;

    let record = person.only_record().await;
    assert_eq!(record["entries"][0]["exercise"], "superman");
    assert_eq!(record["entries"][0]["hurt"], true);
    assert_eq!(record["entries"][0]["skipped"], true);
    assert_eq!(record["entries"][1]["hurt"], false);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_put_in_during_a_session_is_counted(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=superman.4r_bridge.1r.1h").await;
    person.presses("Start").await;
    person.sees_heading("Superman").await;
    person.presses("Skip").await;
    let in_movement = "return document.querySelector('.stage')?.dataset.phase === 'move'";
    person.until("the first movement", SOON, async || person.holds(in_movement, vec![]).await).await;
    person.lets_pass(300).await;

    // What was done of superman stays, so the bird dog comes between it and the bridge.
    person.presses("Adjust").await;
    person.presses("Bird dog instead").await;
    person.sees_heading("Bird dog").await;
    let position = "return texts('.stage-position').some((position) => position.startsWith('2 of 3'))";
    person.until("the position 2 of 3", SOON, async || person.holds(position, vec![]).await).await;
    person.leaves().await;
}

async fn ends_at_once(person: &Person) {
    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
}
