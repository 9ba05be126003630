//! Choosing a massage, and the sheet for whoever gives it.

use crate::browser::Engine;
use crate::page::{Person, SOON};
use rstest::rstest;
use serde_json::{Value, json};

async fn ranking(person: &Person) -> Vec<String> {
    let names = person.script("return texts('.ranking > li > h3')", vec![]).await;
    names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_chooser_ranks_by_answers_that_the_address_carries(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/techniques/choose/").await;
    for (question, answer) in [(1, "medium"), (2, "on"), (3, "floor"), (4, "therapist"), (5, "stretch"), (7, "no")] {
        let choose = "const box = document.querySelector(`input[name=question-${first}][value=${second}]`); box?.click(); return !!box?.checked";
        let what = format!("question {question}");
        person.until(&what, SOON, async || person.holds(choose, vec![json!(question), json!(answer)]).await).await;
    }
    person.presses("Show my result").await;
    let expected =
        ["Thai massage", "Trigger point therapy", "Swedish massage", "Deep tissue massage", "Myofascial release"];
    person.until("all five", SOON, async || (ranking(&person).await == expected).then_some(())).await;
    person.reads("No kind is proven better than another.").await;
    person.reads("You are stretched").await;
    let carries = "return location.hash === '#a=medium.on.floor.therapist.stretch.any.no'";
    person.until("the address to carry it", SOON, async || person.holds(carries, vec![]).await).await;

    // Somebody else opens the link; conditions of theirs count.
    person
        .puts_in_storage(
            "unknot/health",
            r#"{"format":1,"data":{"screened":"2026-11-24","tier":"none","conditions":["joint-replacement"]}}"#,
        )
        .await;
    person.opens("/techniques/choose/#a=medium.on.floor.therapist.stretch.any.no").await;
    person.reads("Ask first how far the new joint may be bent.").await;
    // What is not an answer of ours is no answer.
    person.opens("/techniques/choose/#a=<img src=x onerror=alert(1)>.on.floor.therapist.stretch.any.no").await;
    person.sees_button("Show my result").await;
    assert_eq!(ranking(&person).await, Vec::<String>::new());
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sheet_says_what_was_tapped_and_is_kept_only_if_asked(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/therapist/").await;
    // On the picture; the list of names says the same.
    let tap = "const at = [...document.querySelectorAll('.therapist .region')][first]; at?.dispatchEvent(new MouseEvent('click', { bubbles: true })); return !!at";
    person.until("the picture", SOON, async || person.holds(tap, vec![json!(5)]).await).await;
    let says = "return [...document.querySelectorAll('.regions label')].find(x => x.textContent.startsWith('Low back, left')).querySelector('select').value";
    let named = async || (person.script(says, vec![]).await == "hurts").then_some(());
    person.until("the list to say it too", SOON, named).await;
    person.chooses("How strong it is", 6).await;
    person.toggles("A bleeding disorder or blood thinners").await;
    let write = "const area = [...document.querySelectorAll('.field')].find(x => x.textContent.startsWith(first)).querySelector('textarea');
        area.value = second; area.dispatchEvent(new Event('input', { bubbles: true }));";
    person.script(write, vec![json!("A word that means stop"), json!("<b>Red</b>")]).await;
    let sheet =
        async || person.script("return texts('.sheet')[0]", vec![]).await.as_str().unwrap_or_default().to_owned();
    for said in ["It hurts here", "Low back, left", "6 of 10", "blood thinners", "<b>Red</b>"] {
        person.until(said, SOON, async || sheet().await.contains(said).then_some(())).await;
    }
    assert_eq!(person.stored("unknot/sheet").await, None, "nothing is kept unless asked");

    person.toggles("Keep this sheet on this device").await;
    let is_kept =
        async || person.stored("unknot/sheet").await.filter(|text| text.contains("left-low-back")).map(|_| ());
    person.until("the sheet to be kept", SOON, is_kept).await;
    person.reloads().await;
    person.until("the sheet to be back", SOON, async || sheet().await.contains("6 of 10").then_some(())).await;
    person.toggles("Keep this sheet on this device").await;
    let is_gone = async || person.stored("unknot/sheet").await.is_none().then_some(());
    person.until("the sheet to be gone", SOON, is_gone).await;
    person.leaves().await;
}

/// As paper would have it: one page of A4, with everything filled in.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_sheet_is_one_page_of_paper() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/therapist/").await;
    let all = "for (const select of document.querySelectorAll('.regions select')) { select.value = 'hurts'; select.dispatchEvent(new Event('change', { bubbles: true })); }
        for (const box of document.querySelectorAll('.ticks input, .therapist > section > .tick input')) box.click();
        for (const area of document.querySelectorAll('.field textarea')) { area.value = 'Long words. '.repeat(20); area.dispatchEvent(new Event('input', { bubbles: true })); }
        return document.querySelectorAll('.regions select').length";
    let filled = person.script(all, vec![]).await;
    assert_eq!(filled, json!(30));
    person.reads("Back of the right arm").await;
    let pdf = person.prints().await;
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert_eq!(pages, 1, "{} bytes", pdf.len());
    person.leaves().await;
}

/// After a tour with everything filled in: what is stored, and what a page around a frame could hear.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_stored_and_no_condition_is_in_an_address_or_a_download() {
    let person = Person::arrives(Engine::Chromium).await;
    person.is_new();
    person.opens("/safety/").await;
    person.presses("None of these").await;
    person.presses("Yes, at least one").await;
    person.presses("Go on").await;
    person.toggles("Osteoporosis").await;
    person.opens("/techniques/choose/").await;
    person.presses("Show my result").await;
    let address = person.script("return location.href", vec![]).await.to_string();
    assert!(!address.contains("osteo"), "{address}");
    let all = "return JSON.stringify(Object.fromEntries(Object.entries(localStorage)))";
    let stored = person.script(all, vec![]).await.to_string();
    let lists = person.script("return fetch('/safety/').then(r => r.text()).then(t => [...new DOMParser().parseFromString(t, 'text/html').querySelectorAll('.tier li')].map(x => x.textContent))", vec![]).await;
    let signs = lists.as_array().cloned().unwrap_or_default();
    assert!(signs.len() > 20, "{signs:?}");
    for sign in signs.iter().filter_map(Value::as_str) {
        assert!(!stored.contains(sign), "{sign}");
    }
    let health: Value =
        serde_json::from_str(&person.stored("unknot/health").await.unwrap_or_default()).unwrap_or_default();
    let members: Vec<&String> = health["data"].as_object().map(|data| data.keys().collect()).unwrap_or_default();
    assert_eq!(members, ["screened", "tier", "seen", "went_on", "conditions", "cleared"]);
    person.leaves().await;
}
