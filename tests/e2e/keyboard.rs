//! Without a mouse.

use crate::browser::Engine;
use crate::page::Person;
use rstest::rstest;
use serde_json::json;
use thirtyfour::Key;

/// More controls than any start page has.
const MOST_TABS: usize = 80;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_needs_only_the_keyboard(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=pelvic-tilt.3r_bridge.1r.1h").await;

    tabs_to(&person, "Start").await;
    person.presses_key(Key::Enter).await;
    person.sees_heading("Pelvic tilt").await;

    person.sees_button("Pause").await;
    person.presses_key(" ").await;
    person.sees_button("Resume").await;
    person.presses_key(" ").await;
    person.sees_button("Pause").await;

    // Out of get-ready, then with the time standing still to the next exercise and back.
    person.presses_key(Key::Right).await;
    person.waits_for_timer_at_most(3).await;
    person.presses_key(" ").await;
    person.sees_button("Resume").await;
    person.presses_key(Key::Right).await;
    person.sees_heading("Bridge").await;
    person.presses_key(Key::Left).await;
    person.sees_heading("Pelvic tilt").await;

    person.presses_key(Key::Escape).await;
    person.sees_dialog("End session?").await;
    person.presses_key(Key::Escape).await;
    person.sees_no_dialog().await;
    person.sees_heading("Pelvic tilt").await;

    person.presses_key("?").await;
    person.sees_dialog("Keys").await;
    person.presses_key(Key::Escape).await;
    person.sees_no_dialog().await;

    // To the end: Escape, and Tab to the button that ends it.
    person.presses_key(Key::Escape).await;
    person.sees_dialog("End session?").await;
    tabs_to(&person, "End").await;
    person.presses_key(Key::Enter).await;
    person.sees_heading("Session ended early").await;
    assert_eq!(person.only_record().await["finished"], false);
    person.leaves().await;
}

pub async fn tabs_to(person: &Person, name: &str) {
    let mut passed = Vec::new();
    while passed.len() < MOST_TABS {
        let focus = person.focus().await;
        if focus == name {
            return;
        }
        passed.push(focus.chars().take(30).collect::<String>());
        person.presses_key(Key::Tab).await;
    }
    panic!("{:?}: Tab never came to {name:?}, only to {passed:#?}", person.engine);
}
