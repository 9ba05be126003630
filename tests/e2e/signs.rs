//! The safety screen: who answers that they have a sign is sent for help, and no session starts.

use crate::browser::Engine;
use crate::page::Person;
use rstest::rstest;
use serde_json::{Value, json};

const EMERGENCY: &str = "Emergency: get help now";

/// What is kept of the answers.
async fn kept(person: &Person) -> Value {
    let text = person.stored("unknot/health").await.unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Help instead of a session.
async fn is_stopped(person: &Person) {
    person.reads("No session starts").await;
    person.reads(EMERGENCY).await;
    for begins in ["Start", "Begin", "Resume", "Continue session"] {
        let there = "return all('button').some(x => nameOf(x) === first)";
        assert_eq!(person.script(there, vec![json!(begins)]).await, json!(false), "{begins}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_an_emergency_sign_no_session_starts_anywhere(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.is_new();
    // One that was left, to be continued.
    person.opens("/play/custom/#r=bridge.9r").await;
    person.presses("Start").await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.reloads().await;

    person.opens("/safety/").await;
    person.reads("none of the signs").await;
    person.presses("Answer again").await;
    person.presses("Yes, at least one").await;
    is_stopped(&person).await;
    person.reloads().await;
    is_stopped(&person).await;

    person.opens("/").await;
    person.reads("No session now").await;
    let starts = "return all('a.button').map(nameOf).filter(name => name.startsWith('Start'))";
    assert_eq!(person.script(starts, vec![]).await, json!([]));
    person.presses("Continue session").await;
    is_stopped(&person).await;
    for path in
        ["/play/daily-six/", "/play/thai-self-stretch/", "/play/custom/#r=cat-cow.3r", "/embed/exercise/cat-cow/"]
    {
        person.opens(path).await;
        is_stopped(&person).await;
    }

    // They can answer again at any time.
    person.opens("/play/custom/#r=cat-cow.3r").await;
    person.presses("Pressed by mistake").await;
    person.has_none_of_the_signs().await;
    person.presses("Begin").await;
    person.sees_heading("Cat-cow").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_been_seen_is_advised_and_may_go_on_and_no_answer_is_kept(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.is_new();
    person.opens("/play/custom/#r=cat-cow.3r").await;
    person.presses("Start").await;
    person.presses("Yes, at least one").await;
    is_stopped(&person).await;
    person.presses("I have been seen about this").await;
    person.reads("Urgent: get help today").await;
    person.presses("Go on").await;
    person.sees_button("Begin").await;
    let health = kept(&person).await;
    let today = health["data"]["screened"].clone();
    assert!(today.as_str().is_some_and(|date| date.len() == 10), "{health}");
    let data = json!({ "screened": today, "tier": "emergency", "seen": today, "went_on": today, "conditions": null, "cleared": null });
    assert_eq!(health, json!({ "format": 1, "data": data }));

    // What is new is asked beside Start.
    person.presses("Something new about my health").await;
    person.presses("None of these").await;
    person.reads("One leg that is swollen").await;
    person.presses("None of these").await;
    person.reads("Your immune system").await;
    person.presses("Yes, at least one").await;
    person.reads("See a clinician soon").await;
    person.presses("Go on").await;
    person.presses("Begin").await;
    person.sees_heading("Cat-cow").await;
    assert_eq!(kept(&person).await["data"]["tier"], "soon");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_hurts_twice_is_asked_about_and_the_session_waits(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=bridge.9r").await;
    person.presses("Start").await;
    for times in 1..=2 {
        person.presses("This hurts").await;
        person.sees_dialog("This hurts").await;
        let asks = "return all('dialog[open] button').some(x => nameOf(x) === 'Check the warning signs')";
        assert_eq!(person.script(asks, vec![]).await, json!(times == 2));
        if times == 1 {
            person.presses("Go on as it is").await;
            person.sees_no_dialog().await;
            person.sees_button("Pause").await;
        }
    }
    person.presses("Check the warning signs").await;
    person.has_none_of_the_signs().await;
    person.sees_button("Resume").await;
    person.presses("Resume").await;
    person.sees_button("Pause").await;

    // Another tab finds a sign meanwhile.
    let stop = "const key = 'unknot/health'; const text = first;
        localStorage.setItem(key, text);
        dispatchEvent(new StorageEvent('storage', { key, newValue: text, storageArea: localStorage }))";
    let health = json!({ "format": 1, "data": { "screened": "2026-11-24", "tier": "emergency" } });
    person.script(stop, vec![json!(health.to_string())]).await;
    is_stopped(&person).await;
    person.leaves().await;
}
