//! Every page that exists, and one that does not.

use crate::browser::Engine;
use crate::page::Person;
use crate::server;
use rstest::rstest;
use unknot::content::CATALOG;

pub const NOWHERE: &str = "/no/such/page/";

pub fn pages() -> Vec<String> {
    let fixed = [
        "/",
        "/exercises/",
        "/techniques/",
        "/routines/",
        "/routines/build/",
        "/play/daily-six/",
        "/progress/",
        "/safety/",
        "/evidence/",
        "/settings/",
        "/settings/data/",
        "/embed/",
        "/about/",
    ];
    let exercises = CATALOG.exercises.iter().map(|exercise| format!("/exercises/{}/", exercise.id));
    let techniques = CATALOG.techniques.iter().map(|technique| format!("/techniques/{}/", technique.id));
    let routines = CATALOG.routines.iter().map(|routine| format!("/routines/{}/", routine.id));
    let sequences = CATALOG.sequences.iter().map(|sequence| format!("/routines/{}/", sequence.id));
    let played = CATALOG.sequences.iter().map(|sequence| format!("/play/{}/", sequence.id));
    let fixed = fixed.into_iter().map(str::to_owned);
    fixed.chain(exercises).chain(techniques).chain(routines).chain(sequences).chain(played).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_opens_without_an_error(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    let pages = pages();
    assert_eq!(pages.len(), 13 + 10 + 5 + 8 + 5 + 5);
    for page in pages {
        person.opens(&page).await;
        let headings = person.headings().await;
        assert_eq!(headings.len(), 1, "{page} has one heading of level 1, not {headings:?}");
        let title = person.driver().title().await.unwrap();
        assert!(title.contains("Unknot"), "the title of {page} is {title:?}");
        let alerts = person.alert_text().await;
        assert_eq!(alerts, "", "{page} has nothing to warn of");
    }
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_address_leads_home(#[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine) {
    assert_eq!(server::status_of(NOWHERE), 404);
    assert_eq!(server::status_of("/exercises/"), 200);
    let person = Person::arrives(engine).await;
    person.opens_nowhere(NOWHERE).await;
    assert_eq!(person.headings().await.len(), 1);
    person.follows_the_link_to("/").await;
    person.waits_for_the_app().await;
    assert_eq!(person.headings().await.len(), 1);
    person.sees_link_to("/exercises/").await;
    person.leaves().await;
}
