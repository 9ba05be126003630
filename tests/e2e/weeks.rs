//! What is seen over weeks: figures with their sentences and numbers, the weekly check-in, and the ladder.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::{Value, json};
use time::Date;
use unknot::domain::progress::record::{parse_date, written_date};

/// Today, where the person is.
async fn today(person: &Person) -> Date {
    let text = person.script("return new Date().toLocaleDateString('sv-SE')", vec![]).await;
    parse_date(text.as_str().expect("a date is a text")).expect("a day")
}

/// Puts a session of so many days ago into storage, as this version writes it.
async fn practised(person: &Person, days_ago: i32, session: Value) {
    let date = written_date(today(person).await.to_julian_day() - days_ago);
    let id = format!("01997a10-0000-7000-8000-0000000{:05}", 10_000 - days_ago);
    let mut data = json!({
        "started_at": format!("{date}T07:30:00+00:00"), "routine": "daily-six", "code": "bridge.8r.10h_cat-cow.8r",
        "catalog": "en-test", "entries": [{ "done": 8, "seconds": 120 }, { "done": 8, "seconds": 60 }],
        "active_seconds": 590, "finished": true,
    });
    let more = session.as_object().expect("members").clone();
    data.as_object_mut().expect("an object").extend(more);
    let document = json!({ "format": 2, "data": data });
    person.puts_in_storage(&format!("unknot/log/{id}"), &document.to_string()).await;
}

/// Somebody through both steps of starting slowly: twelve sessions in three weeks, pain from 6 down to 3.
async fn has_a_month(person: &Person) {
    // Within three weeks, for the fourth begins on a Monday.
    for (days_ago, before, after) in [
        (20, 6, 5),
        (19, 6, 6),
        (18, 6, 5),
        (16, 5, 4),
        (15, 5, 5),
        (13, 4, 4),
        (11, 4, 3),
        (10, 4, 4),
        (8, 4, 3),
        (4, 3, 3),
        (2, 3, 2),
        (1, 3, 2),
    ] {
        practised(person, days_ago, json!({ "pain_before": before, "pain_after": after, "effort": 3 })).await;
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_month_is_told_in_figures_numbers_and_words(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    has_a_month(&person).await;
    person.opens("/progress/").await;
    person.reads("In your first week pain before a session was 5.6 on average. In the last week it was 3: 2.6 lower. Changes of 2 and more are seldom chance").await;
    person.reads("After a session it was 0.6 lower than before, on average over 12 sessions.").await;
    person.reads("You practised on 12 days since ").await;
    person.reads("It took 3 of 10 on average over 12 sessions.").await;
    // Each figure has a mark for each session.
    let dots = person
        .script("return document.querySelector('.dots.before').getAttribute('d').split('M').length - 1", vec![])
        .await;
    assert_eq!(dots, 12);
    // The numbers are a table, the newest first.
    person.script("document.querySelector('.numbers').open = true", vec![]).await;
    let row = "return [...document.querySelectorAll('.numbers tbody tr')].map((row) => [...row.children].slice(1).map((cell) => cell.textContent).join(' '))";
    let all = async || {
        person.try_script(row, vec![]).await.filter(|rows| rows.as_array().is_some_and(|rows| rows.len() == 12))
    };
    let rows = person.until("a table of twelve sessions", SOON, all).await;
    assert_eq!((&rows[0], &rows[11]), (&json!("3 2"), &json!("6 5")));
    // Ten sessions are listed, and all when asked.
    person.presses("Show all sessions").await;
    let listed = async || person.holds("return document.querySelectorAll('li.session').length === 12", vec![]).await;
    person.until("all sessions", SOON, listed).await;
    // One less counts at once.
    let delete = person.buttons().await.into_iter().find(|name| name.starts_with("Delete The daily six"));
    person.presses(&delete.expect("a session can be deleted")).await;
    person.reads("You practised on 11 days since ").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_weekly_check_in_is_asked_for_kept_and_told(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    practised(&person, 3, json!({})).await;
    let week_ago = written_date(today(&person).await.to_julian_day() - 7);
    let earlier =
        json!({ "format": 1, "data": { "pain": 7, "activities": [{ "name": "Putting on socks", "score": 2 }] } });
    person.puts_in_storage(&format!("unknot/measures/{week_ago}"), &earlier.to_string()).await;
    person.opens("/").await;
    person.reads("How was your week?").await;
    person.follows_the_link_to("/progress/#check-in").await;
    person.sees_heading("Progress").await;
    person.chooses("Pain in the last week, on average", 4).await;
    person.chooses("Putting on socks", 6).await;
    person.presses("Save").await;
    person.reads("7 of 10 at first, 4 now: 3 lower. A change of 2 or more is seldom chance.").await;
    person.reads("2 of 10 at first, 6 now: 4 better. A change of 3 or more is seldom chance.").await;
    let today = written_date(today(&person).await.to_julian_day());
    let kept = person.stored(&format!("unknot/measures/{today}")).await.expect("it is kept");
    let kept: Value = serde_json::from_str(&kept).expect("JSON");
    assert_eq!(kept["data"]["pain"], 4);
    assert_eq!(kept["data"]["activities"], json!([{ "name": "Putting on socks", "score": 6 }]));
    person.opens("/").await;
    let came = async || person.holds("return !!document.querySelector('.coming-back')", vec![]).await;
    person.until("what awaits who comes back", SOON, came).await;
    assert!(!person.main_text().await.contains("How was your week?"), "not again this week");
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_up_is_suggested_with_its_reason_and_can_be_taken_or_left(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    has_a_month(&person).await;
    person.opens("/").await;
    person.reads("Is your back worse than before yesterday's session?").await;
    person.presses("No").await;
    person.reads("For next time").await;
    person.reads("Two sessions running you did all of it").await;
    person.presses("Stay as it is: Cat-cow").await;
    person.sees_no_button("Stay as it is: Cat-cow").await;
    person.presses("Do that: Bridge").await;
    person.sees_no_button("Do that: Bridge").await;
    let kept: Value = serde_json::from_str(&person.stored("unknot/ladder").await.expect("it is kept")).expect("JSON");
    assert_eq!(kept["data"]["moves"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&kept["data"]["moves"][0]["to"], &kept["data"]["moves"][0]["why"]),
        (&json!("bridge.9r.10h"), &json!("went-well"))
    );
    // Today's routine carries it.
    person.opens("/progress/").await;
    person.reads("9 times, hold 10 s").await;
    person.leaves().await;
}
