//! Building a routine, keeping it, and handing it over.

use crate::access::finds_nothing;
use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// Sets an amount of an exercise, as typing does.
async fn sets(person: &Person, place: usize, amount: &str, value: u16) {
    let set = "const row = document.querySelector(`#item-${first}`);
        const label = row && [...row.querySelectorAll('.amount label')].find((label) => label.querySelector('span').textContent === second[0]);
        if (!label) return false;
        const input = label.querySelector('input');
        input.value = second[1];
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    let arguments = vec![json!(place), json!([amount, value.to_string()])];
    let what = format!("{amount} of item {place}");
    person.until(&what, SOON, async || person.holds(set, arguments.clone()).await).await;
}

async fn code(person: &Person) -> String {
    let read = "return document.querySelector('#link input')?.value ?? null";
    let link = async || person.try_script(read, vec![]).await.and_then(|link| link.as_str().map(str::to_owned));
    let link = person.until("the link", SOON, link).await;
    link.split_once("#r=").expect("a code").1.to_owned()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_routine_is_built_kept_and_handed_over(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/routines/").await;
    person.follows_the_link_to("/routines/build/").await;
    person.sees_heading("Build a routine").await;
    person.reads("Nothing yet.").await;
    person.presses("Add an exercise: Bridge").await;
    person.presses("Add an exercise: Bird dog").await;
    sets(&person, 0, "Sets", 3).await;
    sets(&person, 0, "Repetitions", 8).await;
    sets(&person, 0, "Hold, seconds", 10).await;
    sets(&person, 1, "Repetitions a side", 6).await;
    person.presses("Make a link").await;
    let first = code(&person).await;
    assert!(first.starts_with("bridge.8r.10h.3s_bird-dog.6r."), "{first}");
    // By keys: the exercise that has the focus goes up, and the focus with it.
    person.script("document.querySelector('#item-1').focus()", vec![]).await;
    let up =
        "const up = new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true });
        document.querySelector('#item-1').dispatchEvent(up)";
    person.script(up, vec![]).await;
    let goes = async || person.holds("return document.activeElement.id === 'item-0'", vec![]).await;
    person.until("the focus on the first exercise", SOON, goes).await;
    assert!(code(&person).await.starts_with("bird-dog."));
    person.presses("Undo").await;
    let is_back = async || (code(&person).await == first).then_some(());
    person.until("the order of before", SOON, is_back).await;

    let name = "const field = document.querySelector('#routine-name');
        field.value = first;
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    person.script(name, vec![json!("For <b>Anna</b>")]).await;
    person.presses("Keep on this device").await;
    person.is_told("Kept on this device").await;
    let keys = person.stored_keys("unknot/routines/").await;
    assert_eq!(keys.len(), 1);
    let kept: Value = serde_json::from_str(&person.stored(&keys[0]).await.unwrap()).unwrap();
    assert_eq!(kept["data"], json!({ "name": "For <b>Anna</b>", "code": first }));

    person.reloads().await;
    person.sees_heading("Build a routine").await;
    person.reads("For <b>Anna</b>").await;
    person.presses("Duplicate: For <b>Anna</b>").await;
    person.sees_button("Change: For <b>Anna</b> (copy)").await;
    person.presses("Delete: For <b>Anna</b> (copy)").await;
    person.sees_no_button("Change: For <b>Anna</b> (copy)").await;
    person.presses("Undo").await;
    person.sees_button("Change: For <b>Anna</b> (copy)").await;
    assert_eq!(person.stored_keys("unknot/routines/").await.len(), 2);

    person.presses("Change: For <b>Anna</b>").await;
    person.presses("Make a link").await;
    assert_eq!(code(&person).await, first);
    person.opens(&format!("/play/custom/#r={first}")).await;
    person.reads("3 sets of 8 times, hold 10 s").await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_begins_from_a_routine_or_a_link_and_is_told_of_ones_conditions() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/about/").await;
    let health =
        json!({ "format": 1, "data": { "screened": "2026-11-24", "tier": "none", "conditions": ["osteoporosis"] } });
    person.puts_in_storage("unknot/health", &health.to_string()).await;
    person.opens("/routines/build/").await;
    let choose = "const list = document.querySelector('#begin-from select');
        if (!list) return false;
        list.value = 'daily-six';
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    person.until("routines", SOON, async || person.holds(choose, vec![]).await).await;
    person.reads("6 exercises").await;
    person.reads("With the conditions that you named here, this changes for you.").await;
    let paste = "const field = document.querySelector('#begin-from input');
        field.value = first;
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    person.script(paste, vec![json!("https://unknot.example/play/custom/#r=bridge.8r.3h_nonsense")]).await;
    person.presses("Take it").await;
    person.is_warned_of(&["nonsense"]).await;
    person.script(paste, vec![json!("https://unknot.example/play/custom/#r=cat-cow.1r")]).await;
    person.presses("Take it").await;
    person.reads("1 exercise").await;
    finds_nothing(&person, "a routine that is built").await;
    person.presses("Undo").await;
    person.reads("6 exercises").await;
    person.leaves().await;
}

/// With the keyboard alone: what has the focus is pressed, and nothing is clicked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_routine_is_built_by_keyboard_alone() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/routines/build/").await;
    person.sees_button("Add an exercise: Bridge").await;
    let to = async |name: &str| {
        for _ in 0..120 {
            person.presses_key(Key::Tab).await;
            if person.focus().await == name {
                return;
            }
        }
        panic!("the Tab key never comes to {name:?}");
    };
    to("Add an exercise: Bridge").await;
    person.presses_key(Key::Enter).await;
    person.reads("1 exercise").await;
    to("Make a link").await;
    person.presses_key(Key::Enter).await;
    assert!(code(&person).await.starts_with("bridge."));
    person.leaves().await;
}
