//! The person's data: a copy, all of it deleted, brought back; files that are not right; the plan and its
//! reminders; days that sessions belong to.

use crate::access::finds_nothing;
use crate::browser::Engine;
use crate::page::{Person, SOON};
use crate::release::Release;
use rstest::rstest;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Takes note of every file that the page hands out: its name and its text.
const NOTES_FILES: &str = "const files = [];
    const note = (name, text) => { files.push([name, text]); document.documentElement.setAttribute('data-files', JSON.stringify(files)); };
    const make = URL.createObjectURL.bind(URL);
    const texts = new Map();
    URL.createObjectURL = (blob) => { const url = make(blob); texts.set(url, blob.text()); return url; };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
        if (this.download) texts.get(this.href).then((text) => note(this.download, text));
        else click.call(this);
    };
    document.documentElement.setAttribute('data-files', '[]');";

/// Somebody at a site that has that script.
async fn arrives(engine: Engine) -> (Release, Person) {
    let release = Release::opens("first");
    release.adds("notes.js", NOTES_FILES);
    let person = Person::arrives_at(engine, &release.address()).await;
    (release, person)
}

impl Person {
    /// From now on what the page hands out is noted, by a script of the page's own: a test's has other
    /// prototypes.
    async fn hands_out_files(&self) {
        let adds = "const script = document.createElement('script'); script.src = first; document.head.append(script);";
        self.script(adds, vec![json!(self.address("/notes.js"))]).await;
        let is_there = "return document.documentElement.hasAttribute('data-files')";
        self.until("what notes files", SOON, async || self.holds(is_there, vec![]).await).await;
    }

    /// The file that was handed out last: its name and its text.
    async fn file(&self, count: usize) -> (String, String) {
        let read = "const files = JSON.parse(document.documentElement.getAttribute('data-files'));
            return files.length >= first ? files[first - 1] : null";
        let file = async || self.try_script(read, vec![json!(count)]).await.filter(|file| !file.is_null());
        let file = self.until("a file", SOON, file).await;
        (file[0].as_str().unwrap().to_owned(), file[1].as_str().unwrap().to_owned())
    }

    /// Chooses a file with this text.
    async fn hands_over(&self, text: &str) {
        let choose = "const input = document.querySelector('#bring-back input[type=file]');
            if (!input) return false;
            const files = new DataTransfer();
            files.items.add(new File([first], 'unknot.json', { type: 'application/json' }));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
            return true";
        self.until("the field for a file", SOON, async || self.holds(choose, vec![json!(text)]).await).await;
    }

    /// What is stored, but for what is derived and what is only for taking back.
    async fn documents(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        for key in self.stored_keys("unknot/").await {
            if !matches!(key.as_str(), "unknot/digest" | "unknot/journal" | "unknot/keeping" | "unknot/settings") {
                all.insert(key.clone(), self.stored(&key).await.unwrap());
            }
        }
        all
    }

    /// Chooses a radio button or ticks a box by the beginning of its name.
    async fn picks(&self, name: &str) {
        let find = "const label = all('main label').find(x => nameOf(x).startsWith(first));
            const input = label && label.querySelector('input');
            if (!input) return false;
            input.click();
            return true";
        self.until(&format!("{name:?}, to choose it"), SOON, async || self.holds(find, vec![json!(name)]).await).await;
    }
}

fn session(started_at: &str, pain: u8) -> String {
    json!({ "format": 2, "data": {
        "started_at": started_at, "routine": "daily-six", "code": "bridge.8r.10h_cat-cow.8r", "catalog": "en-test",
        "entries": [{ "done": 8, "seconds": 120 }, { "done": 8, "seconds": 60 }],
        "pain_before": pain, "pain_after": 2, "active_seconds": 590, "finished": true, "mood": "of a newer version",
    } })
    .to_string()
}

fn log(number: u32) -> String {
    format!("unknot/log/01997a10-0000-7000-8000-0000000{number:05}")
}

async fn has_documents(person: &Person) {
    person.opens("/about/").await;
    for (number, (started_at, pain)) in
        [("2026-10-01T07:30:00+02:00", 6), ("2026-10-02T07:30:00+02:00", 5), ("2026-10-03T07:30:00+02:00", 5)]
            .into_iter()
            .enumerate()
    {
        person.puts_in_storage(&log(number as u32), &session(started_at, pain)).await;
    }
    let measures =
        json!({ "format": 1, "data": { "pain": 4, "activities": [{ "name": "=Putting on socks", "score": 3 }] } });
    person.puts_in_storage("unknot/measures/2026-10-02", &measures.to_string()).await;
    let plan = json!({ "format": 1, "data": { "schedules": [{ "from": "2026-10-01", "days": [1, 3], "time": "07:30" }], "pauses": null, "calendar": null } });
    person.puts_in_storage("unknot/plan", &plan.to_string()).await;
    let health =
        json!({ "format": 1, "data": { "screened": "2026-10-01", "tier": "none", "conditions": ["osteoporosis"] } });
    person.puts_in_storage("unknot/health", &health.to_string()).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_brings_back_what_was_deleted(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (_release, person) = arrives(engine).await;
    has_documents(&person).await;
    person.opens("/settings/").await;
    person.follows_the_link_to("/settings/data/").await;
    person.sees_heading("Your data").await;
    person.hands_out_files().await;
    let before = person.documents().await;
    person.reads("Sessions (3)").await;
    person.presses("Download").await;
    let (name, usual) = person.file(1).await;
    assert!(name.starts_with("unknot-2") && name.ends_with(".json"), "{name}");
    assert!(!usual.contains("osteoporosis"), "conditions only where they are asked for");
    person.picks("Safety check and conditions").await;
    person.presses("Download").await;
    let (_, file) = person.file(2).await;
    assert!(file.contains("osteoporosis"));
    person.reads("Your last copy is of ").await;

    person.presses("Delete everything").await;
    person.sees_dialog("Delete everything?").await;
    person.presses("Yes, delete everything").await;
    person.is_told("Everything is deleted.").await;
    assert_eq!(person.stored_keys("unknot/").await, Vec::<String>::new());
    assert!(person.main_text().await.contains("Nothing is kept here yet."));

    person.hands_over(&file).await;
    person.reads("What would change").await;
    let rows = "return [...document.querySelectorAll('#what-would-change tbody tr')].map((row) => row.innerText.replace(/\\s+/g, ' ').trim())";
    let rows = person.script(rows, vec![]).await;
    assert!(rows.as_array().unwrap().contains(&json!("Sessions 3 0 0")), "{rows}");
    assert_eq!(person.documents().await.len(), 0, "nothing has changed yet");
    person.presses("Bring back").await;
    person.is_told("brought back.").await;
    assert_eq!(person.documents().await, before, "byte for byte");

    person.hands_over(&file).await;
    person.reads("Everything in this file is here already.").await;
    person.presses("Leave it").await;
    person.presses("Take it back").await;
    person.is_told("Everything is as it was before.").await;
    assert_eq!(person.documents().await.len(), 0);
    person.hands_over(&file).await;
    person.presses("Bring back").await;
    person.is_told("brought back.").await;
    person.opens("/progress/").await;
    person.reads("Sat, 3 Oct 2026").await;
    assert_eq!(person.documents().await, before);
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_not_right_is_refused_and_changes_nothing(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    has_documents(&person).await;
    person.opens("/settings/data/").await;
    let before = person.documents().await;
    let whole = json!({ "unknot": 1, "made": "", "app": "", "documents": { "unknot/measures/2026-10-09": { "format": 1, "data": { "pain": 4 } } } }).to_string();
    for (text, said) in [
        ("Dear diary", "no file of Unknot's"),
        (&whole[..whole.len() - 9], "This file is damaged"),
        (&whole.replace("\"pain\":4", "\"pain\":44"), "This file is damaged"),
        (&whole.replace("\"unknot\":1", "\"unknot\":7"), "A newer version of Unknot made this file"),
        (&whole.replace("\"format\":1", "\"format\":7"), "A newer version of Unknot made this file"),
    ] {
        person.hands_over(text).await;
        person.is_warned_of(&[said, "Nothing was changed"]).await;
        assert_eq!(person.documents().await, before);
    }
    // Pasting does the same.
    let pastes = "const details = document.querySelector('#bring-back details');
        details.open = true;
        const field = details.querySelector('textarea');
        field.value = first;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true";
    person.script(pastes, vec![json!(whole)]).await;
    person.presses("Look at it").await;
    person.presses("Bring back").await;
    person.is_told("1 entry brought back.").await;
    assert!(person.stored("unknot/measures/2026-10-09").await.is_some());
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_huge_file_is_refused_unread() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/settings/data/").await;
    let choose = "const input = document.querySelector('#bring-back input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File(['x'.repeat(50 * 1024 * 1024)], 'huge.json'));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    person.sees_button("Download").await;
    person.script(choose, vec![]).await;
    person.is_warned_of(&["far larger than anything Unknot makes"]).await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_both_differ_the_person_is_asked_and_axe_finds_nothing() {
    let (_release, person) = arrives(Engine::Chromium).await;
    has_documents(&person).await;
    person.opens("/settings/data/").await;
    person.hands_out_files().await;
    person.presses("Download").await;
    let (_, file) = person.file(1).await;
    let changed = session("2026-10-01T07:30:00+02:00", 9);
    person.puts_in_storage(&log(0), &changed).await;
    person.hands_over(&file).await;
    person.reads("Where both differ").await;
    finds_nothing(&person, "the preview of a file").await;
    person.presses("Bring back").await;
    person.is_told("0 entries brought back.").await;
    assert_eq!(person.stored(&log(0)).await.as_deref(), Some(changed.as_str()), "theirs by default");
    person.hands_over(&file).await;
    person.reads("Where both differ").await;
    person.picks("Take what is in the file").await;
    person.presses("Bring back").await;
    person.is_told("1 entry brought back.").await;
    assert_ne!(person.stored(&log(0)).await.as_deref(), Some(changed.as_str()));
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_interrupted_is_put_back_when_the_app_opens() {
    let person = Person::arrives(Engine::Chromium).await;
    has_documents(&person).await;
    person.opens("/progress/").await;
    person.reads("Sat, 3 Oct 2026").await;
    let before = person.documents().await;
    // As it stands while it is written: what was there, and what is put there, by its mark (FNV-1a).
    let text = session("2026-10-04T07:30:00+02:00", 1);
    let mark = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let journal = format!(
        r#"{{"format":1,"data":{{"done":false,"made":1790000000000,"before":[{{"key":"{}","text":null,"put":{mark}}},{{"key":"{}","text":null,"put":1}}]}}}}"#,
        log(3),
        log(4)
    );
    person.puts_in_storage("unknot/journal", &journal).await;
    person.puts_in_storage(&log(3), &text).await;
    person.opens("/").await;
    person.is_told("Bringing data back from a file was interrupted.").await;
    assert_eq!((person.documents().await, person.stored("unknot/journal").await), (before, None));
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_made_though_storage_is_full() {
    let (_release, person) = arrives(Engine::Chromium).await;
    has_documents(&person).await;
    person.opens("/settings/data/").await;
    person.hands_out_files().await;
    let fill = "let text = 'x'.repeat(1 << 20);
        for (let number = 0; text.length > 0; number += 1) {
            try { localStorage.setItem(`filler/${number}`, text); } catch { text = text.slice(0, text.length >> 1); }
        }
        return localStorage.length";
    person.script(fill, vec![]).await;
    person.presses("Download").await;
    let (_, file) = person.file(1).await;
    let json: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(json["documents"].as_object().unwrap().keys().filter(|key| key.starts_with("unknot/log/")).count(), 3);
    person.reloads().await;
    person.reads("This browser has little room left").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_forms_are_handed_out_too(#[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine) {
    let (_release, person) = arrives(engine).await;
    has_documents(&person).await;
    person.opens("/settings/data/").await;
    person.hands_out_files().await;
    for (count, (form, beginning, ending, holds)) in [
        ("Sessions", "unknot-sessions-", ".csv", "2026-10-03,daily-six,"),
        ("Exercises", "unknot-exercises-", ".csv", ",bridge,standard,"),
        ("Check-ins", "unknot-check-ins-", ".csv", "2026-10-02,activity,'=Putting on socks,3"),
        ("Health record", "unknot-fhir-", ".json", "\"valueInteger\":6"),
    ]
    .into_iter()
    .enumerate()
    {
        person.presses(&format!("Download: {form}")).await;
        let (name, text) = person.file(count + 1).await;
        assert!(name.starts_with(beginning) && name.ends_with(ending), "{name}");
        assert!(text.contains(holds), "{text}");
    }
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_report_is_one_page() {
    let person = Person::arrives(Engine::Chromium).await;
    has_documents(&person).await;
    person.opens("/settings/data/").await;
    person.reads("Back pain and practice: the last three months").await;
    person.reads("3 sessions on 3 days").await;
    assert!(!person.main_text().await.contains("Osteoporosis"));
    person.picks("With the conditions that I named").await;
    person.reads("Osteoporosis").await;
    let pdf = person.prints().await;
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert_eq!(pages, 1, "{} bytes", pdf.len());
    person.leaves().await;
}

/// A browser that hands files to other apps, but no JSON.
const SHARES_TEXTS: &str = "navigator.canShare = (what) => what.files.every((file) => file.type === 'text/plain');
    navigator.share = async (what) => {
        document.documentElement.setAttribute('data-shared', JSON.stringify([what.files[0].name, await what.files[0].text()]));
    };";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_for_the_new_phone_is_handed_to_another_app_with_all_in_it() {
    let person = Person::arrives(Engine::Chromium).await;
    person.has_in_every_page(SHARES_TEXTS).await;
    has_documents(&person).await;
    person.opens("/settings/data/").await;
    person.sees_button("Make the file for my new phone").await;
    let press = "const button = [...document.querySelectorAll('#move button')].find((button) => button.textContent === 'Send to another app');
        if (!button) return false;
        button.click();
        return true";
    person.until("a button to send it", SOON, async || person.holds(press, vec![]).await).await;
    let shared = async || {
        let shared = person.try_script("return document.documentElement.getAttribute('data-shared')", vec![]).await?;
        shared.as_str().map(str::to_owned)
    };
    let shared = person.until("a file that was shared", SOON, shared).await;
    let shared: Value = serde_json::from_str(&shared).unwrap();
    assert!(shared[0].as_str().unwrap().ends_with(".json.txt"), "{}", shared[0]);
    let text = shared[1].as_str().unwrap();
    assert!(text.contains("osteoporosis") && text.contains("unknot/plan"));
    person.reads("Your last copy is of ").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_week_is_planned_and_told_to_the_calendar(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let (_release, person) = arrives(engine).await;
    person.opens("/progress/").await;
    person.reads("Without a plan every day is a good day.").await;
    person.hands_out_files().await;
    // Tomorrow, so that today is a day of rest.
    let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    let today = person.script("return new Date().getDay()", vec![]).await.as_u64().unwrap() as usize;
    let tomorrow = days[(today + 1) % 7];
    let tick = "const box = document.querySelector(`.days input[aria-label=${first}]`);
        if (!box) return false;
        box.click();
        return box.checked";
    person.until("the days", SOON, async || person.holds(tick, vec![json!(tomorrow)]).await).await;
    person.reads("Set a time of day, and your calendar can remind you.").await;
    let set = "const time = document.querySelector('#plan input[type=time]');
        if (!time) return false;
        time.value = first;
        time.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    person.until("the time", SOON, async || person.holds(set, vec![json!("07:30")]).await).await;
    person.reads(&format!("{tomorrow} at 07:30.")).await;
    person.presses("Download for my calendar").await;
    let (name, first) = person.file(1).await;
    assert_eq!(name, "unknot.ics");
    let line =
        |text: &str, name: &str| text.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned)).unwrap();
    assert_eq!(line(&first, "SEQUENCE:"), "0");
    assert_eq!(line(&first, "RRULE:FREQ=WEEKLY;BYDAY="), tomorrow[..2].to_uppercase());
    assert!(first.contains("BEGIN:VTIMEZONE") && line(&first, "DTSTART;TZID=").ends_with("T073000"));
    person.until("the time", SOON, async || person.holds(set, vec![json!("18:00")]).await).await;
    person.reads("Your plan has changed since your calendar was told.").await;
    person.presses("Download for my calendar").await;
    let (_, second) = person.file(2).await;
    assert_eq!((line(&second, "UID:"), line(&second, "SEQUENCE:")), (line(&first, "UID:"), "1".to_owned()));

    person.opens("/").await;
    person.reads("Nothing is planned today. Next: ").await;
    person.sees_link_to("/play/gentle-start/").await;
    person.opens("/progress/").await;
    person.presses("I am ill, or away").await;
    person.presses("Take this break").await;
    person.reads("Get well: nothing counts against you.").await;
    person.opens("/").await;
    person.reads("On a break").await;
    person.presses("I am back").await;
    person.reads("Nothing is planned today. Next: ").await;
    person.leaves().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_belongs_to_the_local_day_on_which_it_began(
    #[values(Engine::Chromium, Engine::Firefox, Engine::WebKit)] engine: Engine,
) {
    let person = Person::arrives(engine).await;
    person.opens("/about/").await;
    // Ten minutes across midnight; on both sides of the hour that comes twice, and of midnight of that day.
    for (number, started_at) in [
        "2026-10-23T23:55:00+02:00",
        "2026-10-25T00:10:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-10-25T23:55:00+01:00",
    ]
    .into_iter()
    .enumerate()
    {
        person.puts_in_storage(&log(number as u32), &session(started_at, 4)).await;
    }
    person.opens("/progress/").await;
    person.reads("Fri, 23 Oct 2026").await;
    person.picks("A year").await;
    let days = "return [...document.querySelectorAll('li.session .dose')].map((line) => line.textContent).filter((line) => line.includes('Oct')).map((line) => line.split(' · ')[0])";
    let listed = person.script(days, vec![]).await;
    assert_eq!(
        listed,
        json!(["Sun, 25 Oct 2026", "Sun, 25 Oct 2026", "Sun, 25 Oct 2026", "Sun, 25 Oct 2026", "Fri, 23 Oct 2026"])
    );
    person.reads("You practised on 2 days since Fri, 23 Oct 2026").await;
    person.leaves().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_thirty_sessions_without_a_copy_it_is_said_once_and_gently() {
    let person = Person::arrives(Engine::Chromium).await;
    person.opens("/about/").await;
    let put = "for (let number = 0; number < 30; number += 1) {
        const day = String(1 + number % 28).padStart(2, '0');
        localStorage.setItem(`unknot/log/01997a10-0000-7000-8000-0000000${String(number).padStart(5, '0')}`, first.replace('2026-10-01', `2026-0${1 + Math.floor(number / 28)}-${day}`));
    }";
    person.script(put, vec![json!(session("2026-10-01T07:30:00+02:00", 4))]).await;
    person.opens("/").await;
    person.reads("30 sessions without a copy.").await;
    finds_nothing(&person, "what awaits who comes back").await;
    person.presses("Later").await;
    person.sees_no_button("Later").await;
    person.reloads().await;
    let came = async || person.holds("return !!document.querySelector('.coming-back')", vec![]).await;
    person.until("what awaits who comes back", SOON, came).await;
    assert!(!person.main_text().await.contains("without a copy"));
    person.leaves().await;
}
