//! Going from page to page, and back.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::json;

/// A busy device: what is put off comes late.
const BUSY: &str = "{
  const original = setTimeout;
  window.setTimeout = (call, ms, ...all) => original(call, Math.max(ms ?? 0, 200), ...all);
}";

/// In Chromium and Firefox: WebKit's driver opens no window for a click.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn start_opened_in_another_tab_starts_nothing_in_this_one(
    #[values(Engine::Chromium, Engine::Firefox)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/").await;
    let here = person.window().await;
    let other = person.opens_beside("Start: Gentle start").await;
    person.goes_to(other).await;
    person.waits_for_the_app().await;
    assert_eq!(person.script("return location.pathname", vec![]).await, "/play/gentle-start/");

    person.goes_to(here).await;
    assert_eq!(person.script("return location.pathname", vec![]).await, "/");
    person.follows_the_link_to("/routines/").await;
    person.sees_heading("Routines").await;
    person.follows_the_link_to("/play/floor-free/").await;
    person.sees_the_start_page_of("/play/floor-free/", "No floor needed").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn back_and_forward_lead_to_where_one_was_on_the_page(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    if engine == Engine::Chromium {
        // It scrolls by itself within a frame, and most of the time that comes last.
        person.has_in_every_page(BUSY).await;
    }
    person.opens("/evidence/").await;
    let evidence = reads_on_to(&person, 700).await;
    assert_eq!(evidence, 700, "the page is long enough");
    follows_in_place(&person, "/about/").await;
    person.sees_heading("About").await;
    is_scrolled_to(&person, 0).await;
    let about = reads_on_to(&person, 150).await;
    assert!(about > 50, "the page is long enough, not {about}");

    person.script("history.back()", vec![]).await;
    person.sees_heading("What is known").await;
    is_scrolled_to(&person, evidence).await;
    person.script("history.forward()", vec![]).await;
    person.sees_heading("About").await;
    is_scrolled_to(&person, about).await;
    person.script("history.back()", vec![]).await;
    person.sees_heading("What is known").await;
    is_scrolled_to(&person, evidence).await;

    follows_in_place(&person, "/settings/").await;
    person.sees_heading("Settings").await;
    is_scrolled_to(&person, 0).await;
    person.leaves().await;
}

/// Scrolls down as far as the page is long, once there is more of it than its heading, and stays
/// there for a moment.
async fn reads_on_to(person: &Person, top: i64) -> i64 {
    let is_there = "return document.documentElement.scrollHeight > innerHeight + 50";
    person.until("more than a heading", SOON, async || person.holds(is_there, vec![]).await).await;
    // On a busy machine a new page may be brought to its top late, and one scrolls again.
    let scrolls = async || {
        person.script("scrollTo({ top: first, behavior: 'instant' })", vec![json!(top)]).await;
        person.lets_pass(500).await;
        Some(scrolled(person).await).filter(|reached| *reached > 0)
    };
    person.until("to be further down", SOON, scrolls).await
}

/// Follows a link without scrolling to it first, as a driver's click does.
async fn follows_in_place(person: &Person, path: &str) {
    let click = "all('a[href]').find(x => x.href === first).click()";
    person.script(click, vec![json!(person.address(path))]).await;
}

async fn scrolled(person: &Person) -> i64 {
    person.script("return Math.round(scrollY)", vec![]).await.as_i64().unwrap()
}

/// Waits until the page is scrolled to there, and stays.
async fn is_scrolled_to(person: &Person, top: i64) {
    // The browser may scroll first, and the page after it.
    person.lets_pass(500).await;
    let what = format!("the page to be scrolled to {top}");
    person.until(&what, SOON, async || ((scrolled(person).await - top).abs() <= 3).then_some(())).await;
}
