//! Share links that cannot be played.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bad_link_names_what_is_wrong(#[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine) {
    let person = Person::arrives(engine).await;
    let links = [
        ("flying.3r", ["flying", "exercise"]),
        ("bridge.0r", ["Bridge", " 0 "]),
        ("bridge.9999r", ["Bridge", "9999"]),
        ("cat-cow.3h", ["Cat-cow", "hold"]),
        ("", ["link", "no routine"]),
    ];
    for (code, words) in links {
        person.opens(&format!("/play/custom/#r={code}")).await;
        person.is_warned_of(&words).await;
        offers_only_the_way_back(&person).await;
    }

    // Noise, in a page that is open already.
    person.opens("/play/custom/#r=flying.3r").await;
    person.is_warned_of(&["flying"]).await;
    let noise = "let state = 1, noise = '';
        while (noise.length < first) {
          state = (state * 48271) % 2147483647;
          noise += String.fromCharCode(33 + state % 94);
        }
        location.hash = 'r=' + noise";
    person.script(noise, vec![json!(100_000)]).await;
    person
        .until("an alert about the noise", SOON, async || {
            let alert = person.alert_text().await;
            (!alert.is_empty() && !alert.contains("flying")).then_some(())
        })
        .await;
    let page = person.main_text().await;
    assert!(page.len() < 2_000, "the page does not repeat the noise, but has {} bytes", page.len());
    offers_only_the_way_back(&person).await;

    // A good code mends it.
    person.script("location.hash = 'r=bridge.1r.1h'", vec![]).await;
    person.sees_button("Start").await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_within_the_page_ends_no_session() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/play/custom/#r=bridge.4r.10h").await;
    person.script("location.hash = 'main'", vec![]).await;
    person.lets_pass(200).await;
    person.presses("Start").await;
    person.presses("Begin").await;
    person.sees_button("Pause").await;
    person.script("location.hash = 'app'", vec![]).await;
    person.lets_pass(200).await;
    person.sees_button("Pause").await;
    person.leaves().await;
}

async fn offers_only_the_way_back(person: &Person) {
    person.sees_link_to("/routines/").await;
    person.sees_no_button("Start").await;
}
