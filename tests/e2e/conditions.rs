//! What somebody tells of their body changes what is done, everywhere, with a reason before Start.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::json;

/// The items of the start page.
async fn items(person: &Person) -> Vec<String> {
    let names = person.script("return texts('.items strong')", vec![]).await;
    names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

async fn has(person: &Person, conditions: &[&str]) {
    let health = json!({ "screened": "2026-11-24", "tier": "none", "conditions": conditions });
    person.opens("/about/").await;
    person.puts_in_storage("unknot/health", &json!({ "format": 1, "data": health }).to_string()).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn osteoporosis_takes_out_full_rounding_and_twists_with_a_reason(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    // Named before a session, in place.
    person.opens("/play/custom/#r=cat-cow.3r_bridge.9r").await;
    person.presses("Anything we should know, such as blood thinners, pregnancy or osteoporosis?").await;
    person.toggles("Osteoporosis, or a bone of the spine that ever broke").await;
    person.reads("Left out: Cat-cow. It rounds your back fully.").await;
    assert_eq!(items(&person).await, ["Bridge"]);
    person.presses("Start").await;
    person.sees_heading("Bridge").await;
    person.reads("1 of 1").await;

    // What was left is taken up without it, a page of its own shows it, and so does a frame.
    person.reloads().await;
    person.presses("Continue session").await;
    person.sees_heading("Bridge").await;
    person.sees_button("Resume").await;
    person.opens("/play/thai-self-stretch/").await;
    person.reads("It twists your back.").await;
    assert_eq!(items(&person).await, ["Palm presses", "Lying figure-four"]);
    person.opens("/embed/routine/daily-six/").await;
    person.reads("Left out: Cat-cow.").await;
    assert!(!items(&person).await.contains(&"Cat-cow".to_owned()));

    // Their clinician knows better, and that can be taken back.
    person.opens("/play/custom/#r=cat-cow.3r_bridge.9r").await;
    person.presses("My clinician cleared this").await;
    person.until("cat-cow", SOON, async || (items(&person).await == ["Cat-cow", "Bridge"]).then_some(())).await;
    person.opens("/safety/").await;
    person.presses("Take back").await;
    person.opens("/play/custom/#r=cat-cow.3r_bridge.9r").await;
    person.reads("Left out: Cat-cow.").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_past_clot_takes_out_palm_presses_and_the_ball_and_nobody_can_clear_it_here(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    has(&person, &["past-clot"]).await;
    person.opens("/play/thai-self-stretch/").await;
    person.reads("Left out: Palm presses").await;
    let cleared = "return all('.changed button').length";
    assert_eq!(person.script(cleared, vec![]).await, json!(0));
    assert!(!items(&person).await.iter().any(|name| name.starts_with("Palm")));
    for path in ["/play/trigger-point-ball/", "/embed/routine/trigger-point-ball/"] {
        person.opens(path).await;
        person.reads("Nothing of this suits what you told us.").await;
        let starts = "return all('button').some(x => nameOf(x) === 'Start')";
        assert_eq!(person.script(starts, vec![]).await, json!(false));
    }

    // A session that was left with it, or a link that asks for what does not suit, does not bring it back.
    has(&person, &["no-floor"]).await;
    person.opens("/play/custom/#r=superman.2r_cat-cow.3r").await;
    person.reads("Left out: Superman.").await;
    assert_eq!(items(&person).await, ["Seated cat-cow"]);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_left_and_does_not_suit_any_more_is_ended_and_kept(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=superman.2r_bridge.9r").await;
    person.presses("Start").await;
    person.sees_heading("Superman").await;
    has(&person, &["no-floor"]).await;
    person.opens("/").await;
    person.presses("Continue session").await;
    let told = async || person.everything().await.contains("was ended where you left it").then_some(());
    person.until("that it was ended", SOON, told).await;
    let record = person.only_record().await;
    assert_eq!(record["entries"][0]["exercise"], "superman");
    assert_eq!(record["finished"], false);
    person.leaves().await;
}
