//! What a person sees, and what the browser keeps for them.

use crate::page::{Person, SOON};
use serde_json::{Value, json};
use unknot::domain::documents::envelope;
use unknot::domain::documents::kind::LOG;
use unknot::domain::documents::session::StoredSession;
use unknot::domain::progress::record::{Entry, SessionRecord};

/// The texts of a list.
fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().into_iter().flatten();
    items.map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
}

/// `0:07` as seconds.
pub fn seconds(clock: &str) -> Option<u32> {
    let (minutes, rest) = clock.split_once(':')?;
    let seconds = Some(rest).filter(|rest| rest.len() == 2)?.parse::<u32>().ok()?;
    Some(minutes.parse::<u32>().ok()? * 60 + seconds)
}

/// Ids of three sessions, oldest first.
pub const IDS: [&str; 3] = [
    "01997a10-0000-7000-8000-000000000001",
    "01997a11-0000-7000-8000-000000000001",
    "01997a12-0000-7000-8000-000000000001",
];

/// Storage that is full as soon as a session is to be kept.
pub const NO_ROOM_FOR_SESSIONS: &str = "{
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key.startsWith('unknot/log/')) throw new DOMException('full', 'QuotaExceededError');
      return set.call(this, key, text);
    };
}";

/// A finished session of eight cat-cows, as the app keeps it.
pub fn finished_session(id: &str) -> Value {
    json!({
        "id": id, "started_at": "2026-01-05T07:30:00+01:00", "date": "2026-01-05",
        "routine": "custom", "code": "cat-cow.8r", "catalog": "en-test",
        "entries": [{
            "exercise": "cat-cow", "rung": "standard", "side": "none",
            "planned": 8, "done": 8, "seconds": 58, "hurt": false, "skipped": false,
        }],
        "pain_before": 4, "pain_after": null, "active_seconds": 58, "finished": true,
    })
}

/// A session with nothing left out.
fn in_full(record: &SessionRecord) -> Value {
    let entry = |entry: &Entry| {
        json!({
            "exercise": entry.exercise, "rung": entry.rung, "side": entry.side.name(), "planned": entry.planned,
            "done": entry.done, "seconds": entry.seconds, "hurt": entry.hurt, "skipped": entry.skipped,
        })
    };
    let mut data = json!({
        "id": record.id, "started_at": record.started_at, "date": record.date, "routine": record.routine,
        "code": record.code, "catalog": record.catalog, "entries": record.entries.iter().map(entry).collect::<Vec<_>>(),
        "pain_before": record.pain_before, "pain_after": record.pain_after, "active_seconds": record.active_seconds,
        "finished": record.finished,
    });
    if let Some(effort) = record.effort {
        data["effort"] = json!(effort);
    }
    if let Some(worse) = record.worse_next_day {
        data["worse_next_day"] = json!(worse);
    }
    data
}

impl Person {
    async fn texts(&self, selector: &str) -> Vec<String> {
        self.try_script("return texts(first)", vec![json!(selector)])
            .await
            .map(|found| strings(&found))
            .unwrap_or_default()
    }

    // Headings, messages, controls.

    /// The headings of level 1.
    pub async fn headings(&self) -> Vec<String> {
        self.texts("h1").await
    }

    pub async fn sees_heading(&self, heading: &str) {
        let what = format!("the heading {heading:?}");
        self.until(&what, SOON, async || (self.headings().await == [heading]).then_some(())).await;
    }

    /// The same in a session that reaches it after so many seconds at most.
    pub async fn waits_for_heading(&self, heading: &str, seconds: u64) {
        let what = format!("the heading {heading:?}");
        self.until_in_session(&what, seconds, async || (self.headings().await == [heading]).then_some(())).await;
    }

    /// Everything that the page says urgently.
    pub async fn alert_text(&self) -> String {
        let alerts =
            "return [...document.querySelectorAll('[role=alert]')].filter(shown).map((x) => clean(x.textContent))";
        let alerts = self.try_script(alerts, vec![]).await;
        alerts.map(|alerts| strings(&alerts)).unwrap_or_default().join(" ")
    }

    /// Everything that the page says calmly.
    pub async fn status_text(&self) -> String {
        self.texts("[role=status]").await.join(" ")
    }

    /// Waits until the page says something.
    pub async fn reads(&self, text: &str) {
        self.until(text, SOON, async || self.main_text().await.contains(text).then_some(())).await;
    }

    /// All words of the page, short messages included.
    pub async fn everything(&self) -> String {
        self.texts("body").await.join(" ")
    }

    pub async fn main_text(&self) -> String {
        self.texts("main").await.join(" ")
    }

    /// Waits until an alert has all of these words.
    pub async fn is_warned_of(&self, words: &[&str]) {
        self.until(&format!("an alert with {words:?}"), SOON, async || {
            let alert = self.alert_text().await;
            (!alert.is_empty() && words.iter().all(|word| alert.contains(word))).then_some(())
        })
        .await;
    }

    /// Waits until an alert or a status has these words.
    pub async fn is_told(&self, words: &str) {
        self.until(&format!("to be told {words:?}"), SOON, async || {
            let told = format!("{} {}", self.alert_text().await, self.status_text().await);
            told.contains(words).then_some(())
        })
        .await;
    }

    /// The names of all buttons that can be seen: those of the open dialog, if there is one.
    pub async fn buttons(&self) -> Vec<String> {
        let names = self.try_script("return all('button').map(nameOf)", vec![]).await;
        names.map(|names| strings(&names)).unwrap_or_default()
    }

    pub async fn sees_button(&self, name: &str) {
        let what = format!("the button {name:?}");
        self.until(&what, SOON, async || self.buttons().await.iter().any(|other| other == name).then_some(())).await;
    }

    /// A button whose name may go on.
    pub async fn sees_button_starting(&self, name: &str) {
        let what = format!("a button that starts with {name:?}");
        self.until(&what, SOON, async || {
            self.buttons().await.iter().any(|other| other.starts_with(name)).then_some(())
        })
        .await;
    }

    pub async fn sees_no_button(&self, name: &str) {
        assert!(!self.buttons().await.iter().any(|other| other == name), "there is a button {name:?}");
    }

    pub async fn sees_link_to(&self, path: &str) {
        let look = "return all('main a[href]').some(link => link.href === first)";
        let what = format!("a link to {path} in the page");
        self.until(&what, SOON, async || self.holds(look, vec![json!(self.address(path))]).await).await;
    }

    // Dialogs and focus.

    /// The name of the open dialog.
    pub async fn dialog(&self) -> Option<String> {
        let look = "const open = document.querySelector('dialog[open]'); return open && nameOf(open)";
        self.try_script(look, vec![]).await?.as_str().map(str::to_owned)
    }

    pub async fn sees_dialog(&self, name: &str) {
        let what = format!("the dialog {name:?}");
        self.until(&what, SOON, async || self.dialog().await.filter(|dialog| dialog == name)).await;
    }

    pub async fn sees_no_dialog(&self) {
        let look = "return document.querySelector('dialog[open]') === null";
        self.until("the dialog to close", SOON, async || self.holds(look, vec![]).await).await;
    }

    /// The name of what has the focus.
    pub async fn focus(&self) -> String {
        let name = self.script("return nameOf(document.activeElement || document.body)", vec![]).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a player's page shows how it begins, and goes on doing so: no session runs.
    pub async fn sees_the_start_page_of(&self, path: &str, routine: &str) {
        let there = "return location.pathname === first";
        self.until(&format!("the page {path}"), SOON, async || self.holds(there, vec![json!(path)]).await).await;
        // What begins by itself does so once the page is drawn.
        self.lets_pass(500).await;
        self.sees_heading(routine).await;
        self.sees_button("Start").await;
        let running = self.script("return document.documentElement.dataset.session || ''", vec![]).await;
        assert_eq!(running, "", "no session runs at {path}");
    }

    // The running session.

    pub async fn timer_text(&self) -> String {
        self.texts("[role=timer]").await.join(" ")
    }

    /// Waits until the phase has at most so many seconds left.
    pub async fn waits_for_timer_at_most(&self, most: u32) {
        self.until(&format!("a timer of at most {most} s"), SOON, async || {
            seconds(&self.timer_text().await).filter(|left| *left <= most)
        })
        .await;
    }

    /// How much of the session is done, in percent.
    pub async fn progress_value(&self) -> u32 {
        let look = "const bar = all('[role=progressbar]').find(x => nameOf(x) === 'Session progress');
            return Number(bar.getAttribute('aria-valuenow'))";
        let value = self.script(look, vec![]).await.as_f64().expect("the progress bar has a value");
        assert!((0.0..=100.0).contains(&value), "progress is {value} %");
        value as u32
    }

    /// The countdown after resuming.
    pub async fn sees_countdown(&self, there: bool) {
        let look = "return (all('.countdown').length > 0) === first";
        let what = if there { "the countdown" } else { "the end of the countdown" };
        self.until(what, SOON, async || self.holds(look, vec![json!(there)]).await).await;
    }

    /// From now on every status and every time shown is remembered.
    pub async fn watches_the_session(&self) {
        let watch = "window.__heard = []; window.__times = [];
            const add = (list, text) => { if (list.at(-1) !== text) list.push(text); };
            const note = (list, selector) => texts(selector).forEach(text => add(list, text));
            const look = () => { note(window.__heard, '[role=status]'); note(window.__times, '[role=timer]'); };
            new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });";
        self.script(watch, vec![]).await;
    }

    /// Every status since watching began.
    pub async fn heard(&self) -> Vec<String> {
        strings(&self.script("return window.__heard", vec![]).await)
    }

    /// Every time left that was shown since watching began.
    pub async fn times_seen(&self) -> Vec<String> {
        strings(&self.script("return window.__times", vec![]).await)
    }

    // Storage.

    pub async fn stored(&self, key: &str) -> Option<String> {
        self.script("return localStorage.getItem(first)", vec![json!(key)]).await.as_str().map(str::to_owned)
    }

    /// The keys in storage that begin so, in order.
    pub async fn stored_keys(&self, prefix: &str) -> Vec<String> {
        let look = "return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
            .filter(key => key.startsWith(first)).sort()";
        strings(&self.script(look, vec![json!(prefix)]).await)
    }

    /// The checkpoint of the session that is under way.
    pub async fn stored_checkpoint(&self) -> Option<String> {
        let key = self.stored_keys("unknot/running/").await.into_iter().next()?;
        self.stored(&key).await
    }

    /// The `data` of all session records, oldest first, with what is left out where they are kept.
    pub async fn stored_records(&self) -> Vec<Value> {
        let mut records = Vec::new();
        for key in self.stored_keys("unknot/log/").await {
            let text = self.stored(&key).await.expect("the key is there");
            let stored: StoredSession = envelope::read(&LOG, &text).expect("it is of a format that is read");
            let record = stored.record(key.trim_start_matches("unknot/log/")).expect("it is a session");
            records.push(in_full(&record));
        }
        records
    }

    /// The one record there is, once there is one.
    pub async fn only_record(&self) -> Value {
        self.until("one record in storage", SOON, async || {
            <[Value; 1]>::try_from(self.stored_records().await).ok().map(|[record]| record)
        })
        .await
    }

    pub async fn puts_in_storage(&self, key: &str, text: &str) {
        self.script("localStorage.setItem(first, second)", vec![json!(key), json!(text)]).await;
        assert_eq!(self.stored(key).await.as_deref(), Some(text));
    }

    /// Puts a finished session into storage, as the app keeps it.
    pub async fn has_session(&self, id: &str) {
        let document = json!({ "format": 1, "data": finished_session(id) });
        self.puts_in_storage(&format!("unknot/log/{id}"), &document.to_string()).await;
    }

    /// From now on storage has no room for sessions, in this page. Chromium only: elsewhere a test's
    /// script has prototypes of its own.
    pub async fn has_no_room_for_sessions(&self) {
        self.script(NO_ROOM_FOR_SESSIONS, vec![]).await;
    }

    /// Answers the safety screen, which is there or about to be: no sign.
    pub async fn has_none_of_the_signs(&self) {
        for number in 1..=3 {
            let asked = format!("SAFETY CHECK, {number} OF 3");
            let is_asked = async || self.main_text().await.to_uppercase().contains(&asked).then_some(());
            self.until(&asked, SOON, is_asked).await;
            self.presses("None of these").await;
        }
    }

    /// Begins with these settings stored; nothing is explained, and nothing waits for the phone,
    /// unless they say so.
    pub async fn has_settings(&self, mut settings: Value) {
        let given = settings.as_object_mut().unwrap();
        given.entry("explain").or_insert_with(|| "never".into());
        given.entry("phone_down").or_insert_with(|| false.into());
        self.opens("/about/").await;
        self.puts_in_storage("unknot/settings", &json!({ "format": 1, "data": settings }).to_string()).await;
    }
}
