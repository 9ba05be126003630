//! The same build below another path, served by a server without rewrites.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::release::Release;
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_works_below_any_path(#[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine) {
    let mut release = Release::opens_below("a/b");
    let person = Person::arrives_at(engine, &format!("{}/a/b", release.address())).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    person.opens("/").await;
    person.follows_the_link_to("/exercises/").await;
    person.sees_heading("Exercises").await;
    person.follows_the_link_to("/exercises/bridge/").await;
    person.sees_heading("Bridge").await;
    person.reloads().await;
    person.sees_heading("Bridge").await;
    let kept = "return document.documentElement.dataset.offline === 'ready'";
    person.until("the site to be kept", SOON, async || person.holds(kept, vec![]).await).await;

    release.stops();
    person.opens("/play/custom/#r=cat-cow.1r").await;
    person.presses("Start").await;
    person.waits_for_heading("Session complete", 6).await;
    assert_eq!(person.only_record().await["finished"], true);
    person.leaves().await;
}
