//! Without the network, and when a new version comes.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::pages::{NOWHERE, pages};
use crate::release::{Fault, Release};
use rstest::rstest;
use serde_json::{Value, json};
use unknot::app::pages::title;
use unknot::app::shell::routes::Route;

const UPDATE_NOW: &str = "Update now";
/// Six seconds a repetition.
const SHORT: &str = "/play/custom/#r=cat-cow.1r";
const LONGER: &str = "/play/custom/#r=cat-cow.2r";

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_one_visit_everything_works_without_the_network(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let mut release = Release::opens("first");
    let person = Person::arrives_at(engine, &release.address()).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    sees_the_site_kept(&person).await;
    release.stops();

    for page in pages() {
        person.opens(&page).await;
        let headings = person.headings().await;
        assert_eq!(headings.len(), 1, "{page} has one heading of level 1, not {headings:?}");
    }
    person.opens("/exercises").await;
    assert_eq!(person.script("return location.pathname", vec![]).await, "/exercises/");
    person.opens_nowhere(NOWHERE).await;
    assert_eq!(person.driver().title().await.unwrap(), title(Route::NotFound));

    person.opens(SHORT).await;
    person.presses("Start").await;
    person.waits_for_heading("Session complete", 6).await;
    let record = person.only_record().await;
    assert_eq!(record["finished"], true);
    assert_eq!(record["entries"][0]["done"], 1);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_version_comes_when_it_is_wanted_and_hurts_no_session(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let mut release = Release::opens("first");
    let person = Person::arrives_at(engine, &release.address()).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    let settings = person.stored("unknot/settings").await;
    sees_the_site_kept(&person).await;

    person.opens(LONGER).await;
    person.presses("Start").await;
    person.sees_heading("Cat-cow").await;
    // A session that is paused goes on, too, and the test need not hurry.
    person.presses("Pause").await;
    person.sees_button("Resume").await;
    let exercising = person.window().await;

    release.publishes("second");
    person.opens_another_window().await;
    person.opens("/settings/").await;
    let idle = person.window().await;
    person.sees_button(UPDATE_NOW).await;
    reads(&person, "new version").await;
    assert_eq!(build(&person).await, of("first"));

    person.presses(UPDATE_NOW).await;
    reads(&person, "session is running").await;
    assert_eq!(build(&person).await, of("first"));
    // Firefox's driver reloads past the worker, so the page is opened once more instead.
    person.opens("/settings/").await;
    assert_eq!(build(&person).await, of("first"), "the old version keeps serving");

    person.goes_to(exercising.clone()).await;
    person.sees_heading("Cat-cow").await;
    person.presses("Resume").await;
    person.waits_for_heading("Session complete", 12).await;
    let record = person.only_record().await;
    assert_eq!(record["finished"], true);
    assert_eq!(record["entries"][0]["done"], 2);

    person.goes_to(idle).await;
    person.presses(UPDATE_NOW).await;
    comes_to(&person, "second").await;

    person.goes_to(exercising).await;
    person.sees_heading("Session complete").await;
    let [page, file] = build(&person).await.expect("the page is there");
    assert_eq!([&*page, &*file], ["first", "second"], "the summary stays until it was read");
    person.follows_the_link_to("/progress/").await;
    comes_to(&person, "second").await;
    person.sees_heading("Progress").await;
    assert_eq!(person.only_record().await, record);
    assert_eq!(person.stored("unknot/settings").await, settings);

    release.stops();
    person.opens("/exercises/").await;
    assert_eq!(build(&person).await, of("second"));
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_build_never_takes_over(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    #[values(Fault::Missing, Fault::Altered)] fault: Fault,
) {
    let mut release = Release::opens("first");
    let person = Person::arrives_at(engine, &release.address()).await;
    person.opens("/about/").await;
    sees_the_site_kept(&person).await;

    release.publishes_broken("broken", fault);
    assert_eq!(fate_of_the_update(&person).await, "redundant");
    person.opens("/settings/").await;
    assert_eq!(build(&person).await, of("first"));
    person.sees_no_button(UPDATE_NOW).await;
    release.stops();
    person.opens("/exercises/bird-dog/").await;
    assert_eq!(build(&person).await, of("first"), "what was kept is whole");

    release.publishes("mended");
    release.starts();
    person.opens("/").await;
    person.presses(UPDATE_NOW).await;
    comes_to(&person, "mended").await;
    person.leaves().await;
}

/// What a page would lose when it is loaded anew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_version_waits_for_a_session_that_could_not_be_saved() {
    let mut release = Release::opens("first");
    let person = Person::arrives_at(Engine::Chromium, &release.address()).await;
    person.has_settings(json!({ "get_ready": 0 })).await;
    sees_the_site_kept(&person).await;
    person.opens(SHORT).await;
    person.has_no_room_for_sessions().await;
    person.presses("Start").await;
    person.waits_for_heading("Session complete", 6).await;
    person.follows_the_link_to("/progress/").await;
    person.sees_heading("Progress").await;
    person.is_warned_of(&["not saved"]).await;
    let unsaved = person.window().await;

    release.publishes("second");
    person.opens_another_window().await;
    person.opens("/settings/").await;
    person.presses(UPDATE_NOW).await;
    is_refused(&person).await;

    // And where it is the page itself that asks.
    person.goes_to(unsaved).await;
    assert_eq!(person.script("return document.documentElement.dataset.session", vec![]).await, "unsaved");
    person.script("dispatchEvent(new CustomEvent('unknot-accept-update'))", vec![]).await;
    is_refused(&person).await;
    assert_eq!(build(&person).await, of("first"));
    person.is_warned_of(&["not saved"]).await;
    person.sees_button("Download them").await;
    person.leaves().await;
}

/// Waits until the update that was accepted is refused.
async fn is_refused(person: &Person) {
    let look = "return document.documentElement.dataset.offline === 'refused'";
    person.until("the update to be refused", SOON, async || person.holds(look, vec![]).await).await;
}

/// Waits until the network may go.
async fn sees_the_site_kept(person: &Person) {
    let has_workers = person.script("return 'serviceWorker' in navigator", vec![]).await;
    assert_eq!(has_workers, true, "{:?} has no service workers when it is driven by a test", person.engine);
    let look = "return document.documentElement.dataset.offline === 'ready' && !!navigator.serviceWorker.controller";
    person.until("the site to be kept", SOON, async || person.holds(look, vec![]).await).await;
}

/// The builds that this page and the site's files are of; `None` while the page changes.
async fn build(person: &Person) -> Option<[String; 2]> {
    let look = "const done = arguments[arguments.length - 1];
        const page = document.querySelector('meta[name=build]').content;
        const { base } = document.querySelector('script[data-wasm]').dataset;
        fetch(base + 'offline.js').then(file => file.text())
          .then(text => done([page, text.trim().split('// build ').pop()]), error => done([page, String(error)]));";
    let found = person.driver().execute_async(look, Vec::<Value>::new()).await.ok()?;
    serde_json::from_value(found.json().clone()).ok()
}

fn of(build: &str) -> Option<[String; 2]> {
    Some([build.to_owned(), build.to_owned()])
}

/// Waits until the page has been loaded anew, with everything of that build.
async fn comes_to(person: &Person, name: &str) {
    let look = "return document.querySelector('meta[name=build]').content === first";
    let what = format!("the build {name:?}");
    person.until(&what, SOON, async || person.holds(look, vec![json!(name)]).await).await;
    person.waits_for_the_app().await;
    assert_eq!(build(person).await, of(name));
}

/// Waits until the page says these words.
async fn reads(person: &Person, words: &str) {
    let look = "return document.body.innerText.includes(first)";
    let what = format!("the words {words:?}");
    person.until(&what, SOON, async || person.holds(look, vec![json!(words)]).await).await;
}

/// What becomes of the worker that an update brings, at once.
async fn fate_of_the_update(person: &Person) -> Value {
    let look = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(registration => {
          registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => done(worker.state));
          });
          return registration.update();
        }).catch(() => {});";
    let fate = person.driver().execute_async(look, Vec::<Value>::new()).await;
    fate.expect("an update is found").json().clone()
}
