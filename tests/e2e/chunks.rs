//! Chunks of the wasm that cannot be had: what is there goes on, and says so.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::release::{Fault, Release};
use rstest::rstest;

/// A minute and more.
const LONG: &str = "/play/custom/#r=bridge.4r.10h";

async fn is_told_of_a_lost_part(person: &Person) {
    let told = "return texts('main [role=alert]').some((text) => text.includes('could not be loaded'))";
    person.until("that a part could not be loaded", SOON, async || person.holds(told, vec![]).await).await;
}

/// Browsers tell in the console of what they could not load, and are meant to.
async fn leaves(person: Person) {
    person.has_met_no_error().await;
    if person.engine == Engine::Chromium {
        // Nothing is told from here on.
        person.driver().goto("about:blank").await.expect("a blank page opens");
        person.driver().browser_log().await.expect("Chromium keeps a log");
    }
    person.leaves().await;
}

/// A site without some of its chunks, and somebody who comes to it for the first time.
async fn without(chunks: &[&str], fault: Fault, engine: Engine) -> (Release, Person) {
    let release = Release::opens("first");
    for chunk in chunks {
        release.spoils_chunk(chunk, fault);
    }
    let person = Person::arrives_at(engine, &release.address()).await;
    (release, person)
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_runs_and_is_kept_without_its_picture_dialogs_and_summary(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    #[values(Fault::Missing, Fault::Altered)] fault: Fault,
) {
    let (release, person) = without(&["extras", "figure"], fault, engine).await;
    person.opens(LONG).await;
    person.presses("Start").await;
    person.presses("Begin").await;
    person.sees_heading("Bridge").await;
    let pictured = "return texts('main p').includes('The picture could not be loaded.')";
    person.until("that there is no picture", SOON, async || person.holds(pictured, vec![]).await).await;
    person.presses("Adjust").await;
    person.is_told("could not be loaded").await;
    person.presses("Pause").await;
    person.presses("Resume").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
    assert_eq!(person.only_record().await["finished"], false);
    is_told_of_a_lost_part(&person).await;

    release.mends_chunk("extras");
    person.presses("Try again").await;
    person.sees_button("Skip this").await;
    leaves(person).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_whose_chunk_is_lost_stays_as_it_was_rendered(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    #[values(Fault::Missing, Fault::Altered)] fault: Fault,
) {
    let (release, person) = without(&["pages"], fault, engine).await;
    person.driver().goto(person.address("/settings/")).await.unwrap();
    let says = "return all('.not-started').length === 1 && !document.documentElement.dataset.panic";
    person.until("a plain message", SOON, async || person.holds(says, vec![]).await).await;
    person.sees_heading("Settings").await;
    assert!(person.main_text().await.contains("Beeps"));

    release.mends_chunk("pages");
    person.presses("Try again").await;
    person.waits_for_the_app().await;
    leaves(person).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_text_and_a_picture_needs_no_chunk_of_pages(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (release, person) = without(&["pages"], Fault::Missing, engine).await;
    person.opens("/exercises/bridge/").await;
    person.sees_heading("Bridge").await;
    let asked = person.script("return !document.querySelector('script[data-chunk]')", vec![]).await;
    assert_eq!(asked, true);
    person.presses("Pause picture").await;
    person.sees_button("Play picture").await;
    person.follows_the_link_to("/exercises/").await;
    is_told_of_a_lost_part(&person).await;
    assert!(!person.main_text().await.contains("Start position"), "what was rendered is gone");

    release.mends_chunk("pages");
    person.presses("Try again").await;
    person.sees_link_to("/exercises/bird-dog/").await;
    leaves(person).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_a_link_leads_to_a_lost_chunk_one_can_try_again(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
    #[values(Fault::Missing, Fault::Altered)] fault: Fault,
) {
    let (release, person) = without(&["pages"], fault, engine).await;
    person.opens("/play/daily-six/").await;
    person.follows_the_link_to("/exercises/").await;
    person.sees_heading("Exercises").await;
    is_told_of_a_lost_part(&person).await;

    release.mends_chunk("pages");
    person.presses("Try again").await;
    person.sees_link_to("/exercises/bird-dog/").await;
    person.sees_heading("Exercises").await;
    leaves(person).await;
}

/// No worker keeps the parts of a framed page, so a new version may have taken them away for good.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_a_framed_page_has_lost_a_part_one_can_reload(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (release, person) = without(&["extras"], Fault::Missing, engine).await;
    person.opens("/embed/exercise/bridge/").await;
    person.presses("Start").await;
    person.presses("Begin").await;
    person.presses("Adjust").await;
    person.is_told("could not be loaded").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
    is_told_of_a_lost_part(&person).await;

    release.mends_chunk("extras");
    person.presses("Reload").await;
    person.sees_button("Start").await;
    leaves(person).await;
}
