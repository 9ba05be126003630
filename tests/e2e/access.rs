//! What axe-core finds: nothing. In Chromium; the rules look at the page, not at the engine.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::pages::pages;
use rstest::rstest;
use serde_json::{Value, json};

/// axe-core, as `tests/package-lock.json` fixes it.
fn axe() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).expect("axe-core is installed by 'scripts/install-tools.sh checks'")
}

/// axe finds nothing in what the person has before them.
pub async fn finds_nothing(person: &Person, what: &str) {
    person.script(&axe(), vec![]).await;
    let run = "window.__axe = null;
        axe.run(document, { resultTypes: ['violations'] }).then((found) => {
            window.__axe = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' ')}`);
        });";
    person.script(run, vec![]).await;
    let found = person
        .until("axe to end", SOON, async || {
            person.try_script("return window.__axe", vec![]).await.filter(|found| !found.is_null())
        })
        .await;
    assert_eq!(found, Value::Array(vec![]), "{what}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_on_any_page(
    #[values("light", "dark")] theme: &str,
    #[values((360, 740), (1440, 900))] screen: (u32, u32),
) {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_settings(json!({ "theme": theme })).await;
    person.has_a_screen_of(screen.0, screen.1).await;
    let framed = ["/embed/routine/daily-six/", "/embed/exercise/bridge/", "/embed/technique/thai/"]
        .map(|page| format!("{page}?theme={theme}&accent=ff0"));
    let others = ["/play/custom/#r=flying.3r".to_owned()];
    for page in pages().into_iter().chain(framed).chain(others) {
        person.opens(&page).await;
        finds_nothing(&person, &format!("{page}, {theme}, {} wide", screen.0)).await;
        let wider = person.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
        assert!(wider.as_i64().unwrap() <= 0, "{page} is wider than {}", screen.0);
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_after_a_session() {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_settings(json!({ "get_ready": 30 })).await;
    person.opens("/play/custom/#r=bird-dog.3r.8h_superman.2r").await;
    person.presses("Start").await;
    person.presses("End").await;
    person.sees_dialog("End session?").await;
    person.presses("End").await;
    person.sees_heading("Session ended early").await;
    finds_nothing(&person, "summary").await;
    person.opens("/progress/").await;
    finds_nothing(&person, "progress with a session").await;
    person.leaves().await;
}

/// What stands before a session, in each of its states.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn axe_finds_nothing_before_a_session(#[values("light", "dark")] theme: &str) {
    let person = Person::arrives(Engine::Chromium).await;
    person.is_new();
    person.has_settings(json!({ "theme": theme })).await;
    person.has_a_screen_of(360, 740).await;
    person.opens("/play/daily-six/").await;
    person.presses("Start").await;
    person.sees_button("None of these").await;
    finds_nothing(&person, "the first list").await;
    person.presses("Yes, at least one").await;
    person.sees_button("I have been seen about this").await;
    finds_nothing(&person, "no session").await;
    person.opens("/").await;
    finds_nothing(&person, "the first page without a session").await;
    person.opens("/safety/").await;
    person.presses("I have been seen about this").await;
    person.sees_button("Go on").await;
    finds_nothing(&person, "advice").await;
    person.presses("Go on").await;
    person.sees_button("Answer again").await;
    person.toggles("Osteoporosis").await;
    finds_nothing(&person, "conditions").await;
    person.opens("/play/daily-six/").await;
    person.sees_button("My clinician cleared this").await;
    finds_nothing(&person, "what is changed").await;
    person.presses("Change what I told you").await;
    person.toggles("A knee that hurts").await;
    finds_nothing(&person, "conditions on the start page").await;
    person.opens("/techniques/choose/#a=medium.on.floor.therapist.stretch.no.yes").await;
    person.sees_heading("Which massage suits you?").await;
    person.sees_button("Print").await;
    finds_nothing(&person, "the chooser's result").await;
    person.leaves().await;
}
