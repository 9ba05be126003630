//! Nothing leaves for anywhere else.

use crate::browser::Engine;
use crate::page::Person;
use crate::pages::pages;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_goes_to_any_other_origin_on_a_full_tour() {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    for page in pages() {
        person.opens(&page).await;
    }
    person.opens("/play/custom/#r=cat-cow.1r").await;
    person.presses("Start").await;
    person.waits_for_heading("Session complete", 6).await;
    person.opens("/settings/").await;
    person.presses("Test").await;
    person.opens("/settings/data/").await;
    person.presses("Download").await;

    let requests = person.requests().await;
    assert!(requests.len() > 50, "the browser tells of its requests: {}", requests.len());
    let own = format!("{}/", person.address(""));
    let here =
        |request: &&String| request.starts_with(&own) || request.starts_with("blob:") || request.starts_with("data:");
    let elsewhere: Vec<&String> = requests.iter().filter(|request| !here(request)).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_policy_stops_what_is_not_ours() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/about/").await;
    let tries = "const done = arguments[arguments.length - 1];
        const stopped = [];
        document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.__ran = true';
        document.head.append(script);
        document.body.setAttribute('style', 'color: red');
        new Image().src = 'https://example.org/pixel.png';
        fetch('https://example.org/').catch(() => {}).then(() => setTimeout(() => done([window.__ran === true, [...new Set(stopped)].sort()]), 100));";
    let answer = person.driver().execute_async(tries, Vec::<Value>::new()).await.unwrap();
    let stopped = json!([false, ["connect-src", "img-src", "script-src-elem", "style-src-attr"]]);
    assert_eq!(answer.json(), &stopped);
    // Its console now has these four errors, which are what was wanted.
    drop(person);
}
