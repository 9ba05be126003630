//! Kinds of documents: each by its own format, what newer versions add to one, and what older ones
//! wrote.

use crate::shelf::{IDS, MapShelf, NOW, ONE_RUNNING, RUNNING, RUNNING_ID, SETTINGS, checkpoint, load, log, settings};
use crate::support::{cases, record};
use proptest::prelude::*;
use rstest::rstest;
use std::sync::atomic::Ordering;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::health::Health;
use unknot::domain::documents::kind::{HEALTH, LOG, MEASURES, PLAN, RESERVED, ROUTINES};
use unknot::domain::documents::raw;
use unknot::domain::documents::running::{Checkpoint, Fate, Holder, Sightings};
use unknot::domain::documents::settings::{Settings, SpokenBy, Theme};
use unknot::domain::documents::shelf::SaveError;
use unknot::domain::documents::store::{Findings, Found, Store};
use unknot::domain::progress::record::{SessionRecord, Sides};
use unknot::domain::safety::tier::Tier;

const LOG_1: &str = include_str!("../fixtures/formats/log.1.json");
const HEALTH_1: &str = include_str!("../fixtures/formats/health.1.json");
const ONE_RUNNING_1: &str = include_str!("../fixtures/formats/one-running.1.json");
const SETTINGS_1: &str = include_str!("../fixtures/formats/settings.1.json");
const HOUR: u64 = 3_600_000;

fn json(shelf: &MapShelf, key: &str) -> serde_json::Value {
    serde_json::from_str(&shelf.text(key).unwrap()).unwrap()
}

// What landed once is read for ever.

#[test]
fn a_session_of_the_first_format_is_read_as_it_was_meant() {
    let shelf = MapShelf::default();
    shelf.put(&log(IDS[0]), LOG_1);
    let records = load(&Store(&shelf)).records;
    let [record] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((record.entries[0].done, record.entries[0].planned), (9, 8), "more than planned is sound");
    assert_eq!((record.entries[1].side, record.entries[1].hurt), (Sides::Alternating, true));
    assert_eq!((record.active_seconds, record.pain_before, record.pain_after), (28_800, Some(4), None));
    assert_eq!(shelf.text(&log(IDS[0])).as_deref(), Some(LOG_1), "reading rewrites nothing");
}

#[test]
fn settings_of_the_first_format_are_read_as_they_were_meant() {
    let shelf = MapShelf::default();
    shelf.put(SETTINGS, SETTINGS_1);
    let read = load(&Store(&shelf)).settings;
    let spoken_by = Some(SpokenBy::ScreenReader);
    // The others came later.
    let emergency_number = Some("112".to_owned());
    assert_eq!(
        read,
        Settings {
            spoken_by,
            emergency_number,
            counting: None,
            explain: None,
            superman: None,
            model: None,
            phone_down: None,
            check_in: None,
            check_in_put_off: None,
            ..settings()
        }
    );
}

#[test]
fn health_of_the_first_format_is_read_as_it_was_meant() {
    let shelf = MapShelf::default();
    shelf.put("unknot/health", HEALTH_1);
    let health = Store(&shelf).open(NOW).health;
    assert_eq!((health.screened.as_deref(), health.tier), (Some("2026-11-24"), Some(Tier::Urgent)));
    assert_eq!((health.went_on.as_deref(), health.seen), (Some("2026-11-24"), None));
    assert_eq!(health.conditions, Some(vec!["osteoporosis".to_owned()]));
    assert_eq!(shelf.text("unknot/health").as_deref(), Some(HEALTH_1), "reading rewrites nothing");
}

#[test]
fn health_that_cannot_be_read_is_set_aside_and_asked_for_again() {
    let shelf = MapShelf::default();
    shelf.put("unknot/health", "{\"format\":1,\"data\":[]}");
    let opened = Store(&shelf).open(NOW);
    assert_eq!((opened.health, opened.findings.corrupt, opened.findings.quarantined), (Health::default(), 1, 1));
    let newer = "{\"format\":2,\"data\":{}}";
    shelf.put("unknot/health", newer);
    let store = Store(&shelf);
    assert_eq!((store.open(NOW).health, store.open(NOW).findings.newer), (Health::default(), 1));
    let (health, saved) = store.change(Health::default(), |health| health.set_screened(Tier::None, "2026-11-24"));
    assert_eq!((health.tier, saved), (Some(Tier::None), Err(SaveError::Newer)), "it holds, and destroys nothing");
    assert_eq!(shelf.text("unknot/health").as_deref(), Some(newer));
}

#[test]
fn the_one_checkpoint_of_old_gets_the_key_of_its_session() {
    let shelf = MapShelf::default();
    shelf.put(ONE_RUNNING, ONE_RUNNING_1);
    let running = Store(&shelf).open(1_763_680_000_000).running;
    let [checkpoint] = running.as_slice() else { panic!("{running:?}") };
    assert_eq!((checkpoint.record.id.as_str(), checkpoint.rep, checkpoint.released), (IDS[1], 4, true));
    assert_eq!(shelf.text(ONE_RUNNING), None);
    assert!(shelf.text(&format!("unknot/running/{}", IDS[1])).is_some());
}

#[test]
fn where_the_one_checkpoint_of_old_cannot_be_moved_it_stays() {
    let shelf = MapShelf::default();
    shelf.put(ONE_RUNNING, ONE_RUNNING_1);
    shelf.full.set(true);
    Store(&shelf).open(1_763_680_000_000);
    assert_eq!(shelf.text(ONE_RUNNING).as_deref(), Some(ONE_RUNNING_1));
}

#[test]
fn an_older_app_in_another_tab_may_still_write_the_old_key() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    shelf.put(ONE_RUNNING, ONE_RUNNING_1);
    // Nothing that a checkpoint of old says is taken for one of the new key, and nothing is lost.
    assert_eq!(store.running(&mut Findings::default()), [checkpoint()]);
    assert_eq!(shelf.text(ONE_RUNNING).as_deref(), Some(ONE_RUNNING_1));
}

// Each kind has a format of its own.

#[test]
fn a_newer_format_of_one_kind_leaves_the_others_readable() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.save_record(&record(IDS[0], "2026-01-05"), &Digest::default()).unwrap();
    shelf.put(SETTINGS, r#"{"format":7,"data":{}}"#);
    let contents = load(&store);
    assert_eq!((contents.records.len(), contents.newer), (1, 1));
}

#[test]
fn keys_of_one_kind_are_not_those_of_another() {
    assert_eq!(LOG.id_in("unknot/log/x"), Some("x"));
    for key in ["unknot/log", "unknot/logs/x", "somebody/log/x", "unknot/running/x"] {
        assert_eq!(LOG.id_in(key), None, "{key}");
    }
    assert_eq!(PLAN.id_in("unknot/plan"), Some(""));
    assert_eq!(PLAN.id_in("unknot/plan/x"), None);
    assert_eq!((ROUTINES.key("x"), HEALTH.key("")), ("unknot/routines/x".to_owned(), "unknot/health".to_owned()));
}

#[test]
fn kinds_to_come_are_left_as_they_are() {
    let shelf = MapShelf::default();
    for kind in RESERVED {
        shelf.put(&kind.key(if kind.many { "x" } else { "" }), r#"{"format":1,"data":{"whatever":[1.5,"a"]}}"#);
    }
    shelf.put(&MEASURES.key("newer"), r#"{"format":3,"data":{}}"#);
    let before = shelf.all();
    assert_eq!(load(&Store(&shelf)).newer, 1);
    assert_eq!(shelf.all(), before);
}

// An older version keeps what a newer one added.

#[test]
fn unknown_members_and_choices_survive_a_rewrite_and_read_as_their_default() {
    let shelf = MapShelf::default();
    shelf.put(SETTINGS, r#"{"format":1,"data":{"theme":"sepia","sound":true,"plan":{"days":[1,3.5],"note":"a \"b\""},"spoken_by":null}}"#);
    let store = Store(&shelf);
    let opened = store.open(NOW);
    assert_eq!(opened.settings.theme(), Theme::Auto);
    assert_eq!(opened.findings.corrupt, 0);
    store.change_settings(|settings| settings.sound = Some(false)).1.unwrap();
    let data = &json(&shelf, SETTINGS)["data"];
    assert_eq!((&data["theme"], &data["sound"]), (&serde_json::json!("sepia"), &serde_json::json!(false)));
    assert_eq!(data["plan"], serde_json::json!({ "days": [1, 3.5], "note": "a \"b\"" }));
    store.change_settings(|settings| settings.theme = Some(Theme::Dark)).1.unwrap();
    assert_eq!(json(&shelf, SETTINGS)["data"]["theme"], "dark", "what the person changes is changed");
}

/// A session as a newer version might write it.
fn session_of_tomorrow() -> String {
    LOG_1
        .replace(r#""finished":false"#, r#""finished":false,"effort":4,"morning":{"worse":false}"#)
        .replace(r#""hurt":true"#, r#""hurt":true,"side_that_hurt":"left""#)
        .replace(r#""side":"none""#, r#""side":"crossed""#)
}

#[test]
fn unknown_members_of_entries_survive_too() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    shelf.put(&log(IDS[0]), &session_of_tomorrow());
    let mut record = load(&store).records.remove(0);
    assert_eq!(record.entries[0].side, Sides::None);
    assert_eq!(record.effort, Some(4));
    record.pain_after = Some(2);
    store.save_record(&record, &Digest::default()).unwrap();
    let data = &json(&shelf, &log(IDS[0]))["data"];
    assert_eq!((&data["pain_after"], &data["effort"]), (&serde_json::json!(2), &serde_json::json!(4)));
    assert_eq!(data["morning"]["worse"], false);
    assert_eq!(data["entries"][1]["side_that_hurt"], "left");
    assert_eq!(data["entries"][0]["side"], "crossed");
}

#[test]
fn a_session_that_was_left_keeps_what_a_newer_version_knew_of_it() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    let text = shelf.text(RUNNING).unwrap();
    shelf.put(RUNNING, &text.replace(r#""finished":true"#, r#""finished":true,"effort":6"#));
    let opened = store.open(NOW + 5 * HOUR);
    assert_eq!((opened.running.len(), opened.digest.sessions), (0, 1));
    assert_eq!(json(&shelf, &log(RUNNING_ID))["data"]["effort"], 6);
}

#[rstest]
#[case::nothing_changed(r#"{"a" : 1}"#, r#"{"a":1}"#, r#"{"a":1}"#, r#"{"a" : 1}"#)]
#[case::a_change(r#"{"a":1,"b":"x"}"#, r#"{"a":1}"#, r#"{"a":2}"#, r#"{"a":2,"b":"x"}"#)]
#[case::taken_away(r#"{"a":1,"b":2}"#, r#"{"a":1,"b":2}"#, r#"{"a":1}"#, r#"{"a":1}"#)]
#[case::nested(r#"{"o":{"x":1,"y":[{}]}}"#, r#"{"o":{"x":1}}"#, r#"{"o":{"x":3}}"#, r#"{"o":{"x":3,"y":[{}]}}"#)]
#[case::one_more_element(
    r#"[{"a":1,"n":9},{"a":2,"n":8}]"#,
    r#"[{"a":1},{"a":2}]"#,
    r#"[{"a":1},{"a":5},{"a":2}]"#,
    r#"[{"a":1,"n":9},{"a":5},{"a":2,"n":8}]"#
)]
#[case::strings_with_signs(r#"{"a":"],}{\"","b":"\\"}"#, r#"{"a":"],}{\""}"#, r#"{"a":""}"#, r#"{"a":"","b":"\\"}"#)]
#[case::implied(r#"{"i":1,"b":2}"#, r#"{"b":2}"#, r#"{"b":3}"#, r#"{"b":3}"#)]
#[case::implied_of_what_did_not_change(
    r#"[{"i":1},{"b":2}]"#,
    r#"[{},{"b":2}]"#,
    r#"[{},{"b":3}]"#,
    r#"[{"i":1},{"b":3}]"#
)]
#[case::another_kind_of_value(r#"{"a":{"b":1}}"#, r#"{"a":{}}"#, r#"{"a":null}"#, r#"{"a":null}"#)]
fn a_rewrite_changes_what_changed(
    #[case] stored: &str,
    #[case] before: &str,
    #[case] after: &str,
    #[case] expected: &str,
) {
    assert_eq!(raw::rewritten(stored, before, after, &["\"i\""]), expected);
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever a newer version adds anywhere stays, whatever the person changes.
    #[test]
    fn anything_added_anywhere_survives(extra in "[a-z]{3,8}", value in "\\PC{0,12}", number in any::<i32>(), pain in 0..=10_u8, done in 0..=8_u16) {
        let added = format!(r#""new-{extra}":{},"#, serde_json::json!({ "v": value, "n": number }));
        let shelf = MapShelf::default();
        let store = Store(&shelf);
        let text = LOG_1.replace(r#""id":"#, &format!(r#"{added}"id":"#)).replace(r#""rung":"#, &format!(r#"{added}"rung":"#));
        shelf.put(&log(IDS[0]), &text);
        let Ok(Found::Is(mut record)) = store.read::<SessionRecord>(IDS[0]) else { return Err(TestCaseError::fail("unread")) };
        record.pain_after = Some(pain);
        record.entries[1].done = done;
        store.save_record(&record, &Digest::default()).unwrap();
        let data = json(&shelf, &log(IDS[0]))["data"].clone();
        let name = format!("new-{extra}");
        for place in [&data, &data["entries"][0], &data["entries"][1]] {
            prop_assert_eq!(&place[&name]["v"], &serde_json::json!(value));
            prop_assert_eq!(&place[&name]["n"], &serde_json::json!(number));
        }
        prop_assert_eq!(store.read::<SessionRecord>(IDS[0]), Ok(Found::Is(record)));
    }
}

// What cannot be is set aside.

fn sound() -> SessionRecord {
    record(IDS[0], "2026-01-05")
}

#[rstest]
#[case::no_instant(SessionRecord { started_at: "yesterday".to_owned(), ..sound() })]
#[case::the_thirteenth_month(SessionRecord { started_at: "2026-13-05T07:30:00+01:00".to_owned(), ..sound() })]
#[case::the_sixtieth_minute(SessionRecord { started_at: "2026-01-05T07:60:00+01:00".to_owned(), ..sound() })]
#[case::no_offset(SessionRecord { started_at: "2026-01-05T07:30:00".to_owned(), ..sound() })]
#[case::no_uuid(SessionRecord { id: "x".to_owned(), ..sound() })]
#[case::no_such_day(SessionRecord { date: "2026-02-30".to_owned(), ..sound() })]
#[case::longer_than_a_year(SessionRecord { active_seconds: u32::MAX, ..sound() })]
fn a_session_that_cannot_be_is_not_sound(#[case] record: SessionRecord) {
    assert!(!record.is_possible());
}

#[test]
fn more_repetitions_than_can_be_are_not_sound() {
    for (planned, done, sound_so) in [(300, 300, true), (301, 0, false), (0, 301, false), (20, 30, true)] {
        let mut record = sound();
        (record.entries[0].planned, record.entries[0].done) = (planned, done);
        assert_eq!(record.is_possible(), sound_so, "{done} of {planned}");
    }
}

// Running sessions: one a key, and who runs them.

#[test]
fn two_tabs_with_a_session_each_keep_both() {
    let shelf = MapShelf::default();
    let (one, other) = (Store(&shelf), Store(&shelf));
    let second = Checkpoint { record: record(IDS[3], "2026-01-05"), ..checkpoint() };
    one.put(RUNNING_ID, &checkpoint()).unwrap();
    other.put(IDS[3], &second).unwrap();
    one.put(RUNNING_ID, &checkpoint()).unwrap();
    assert_eq!(one.open(NOW).running, [checkpoint(), second], "the newest first");
}

#[test]
fn what_was_left_of_a_session_never_undoes_its_record() {
    for later in [0, 5 * HOUR] {
        let shelf = MapShelf::default();
        let store = Store(&shelf);
        let finished = record(RUNNING_ID, "2026-01-05");
        store.save_record(&finished, &Digest::default()).unwrap();
        let mut left = checkpoint();
        (left.record.finished, left.record.entries[0].done) = (false, 1);
        store.put(RUNNING_ID, &left).unwrap();
        let opened = store.open(NOW + later);
        assert_eq!((opened.running.len(), opened.digest.sessions, opened.digest.finished), (0, 1, 1));
        assert_eq!(store.read::<SessionRecord>(RUNNING_ID), Ok(Found::Is(finished)));
        assert_eq!(shelf.text(RUNNING), None);
    }
}

#[test]
fn a_session_left_for_good_that_cannot_be_kept_is_handed_over() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    shelf.full.set(true);
    let opened = store.open(NOW + 5 * HOUR);
    assert_eq!((opened.running.len(), opened.unsaved), (0, vec![checkpoint().record]));
    assert!(shelf.text(RUNNING).is_some(), "it is tried again next time");
}

#[rstest]
#[case::held(Some(true), Holder::Somebody, 60_000, Fate::RunningElsewhere)]
#[case::let_go(Some(true), Holder::Nobody, 0, Fate::Continue)]
#[case::browser_does_not_tell(Some(true), Holder::Unknown, 0, Fate::RunningElsewhere)]
#[case::not_granted_yet(Some(false), Holder::Nobody, 0, Fate::RunningElsewhere)]
#[case::an_older_app_runs_it(None, Holder::Nobody, 0, Fate::RunningElsewhere)]
#[case::an_older_app_is_silent(None, Holder::Nobody, 10_001, Fate::Continue)]
#[case::held_but_silent_for_hours(Some(true), Holder::Somebody, 4 * HOUR + 1, Fate::Expired)]
fn locks_tell_who_runs_it_and_the_heartbeat_where_they_do_not(
    #[case] locked: Option<bool>,
    #[case] holder: Holder,
    #[case] silent: u64,
    #[case] fate: Fate,
) {
    let checkpoint = Checkpoint { locked, ..checkpoint() };
    assert_eq!(checkpoint.fate(NOW + silent, 0, holder), fate);
}

#[test]
fn a_clock_that_was_set_back_offers_no_session_that_runs() {
    let mut sightings = Sightings::default();
    let mut beating = checkpoint();
    // It runs on: every four seconds its heart beats, an hour ahead of this tab's clock.
    for second in (0..60).step_by(4) {
        beating.heartbeat = NOW + second * 1_000;
        let unchanged = sightings.unchanged_ms(&beating, second * 1_000);
        assert_eq!(beating.fate(NOW - HOUR, unchanged, Holder::Unknown), Fate::RunningElsewhere);
    }
    // It falls silent.
    let unchanged = sightings.unchanged_ms(&beating, 67_000);
    assert_eq!(beating.fate(NOW - HOUR, unchanged, Holder::Unknown), Fate::Continue);
}

// Counts over the log.

#[test]
fn no_session_is_read_while_the_counts_fit() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for id in IDS {
        store.save_record(&record(id, "2026-01-05"), &Digest::default()).unwrap();
    }
    // Unreadable, which only reading it would find out.
    shelf.put(&log(IDS[0]), "garbage");
    let opened = store.open(NOW);
    assert_eq!((opened.digest.sessions, opened.digest.finished, opened.findings.corrupt), (4, 4, 0));
    assert_eq!(load(&store).corrupt, 1, "it is found when somebody reads the log");
}

#[test]
fn counts_that_are_missing_or_do_not_fit_are_made_anew() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for (at, id) in IDS.iter().enumerate() {
        let record = SessionRecord { finished: at > 0, ..record(id, "2026-01-05") };
        store.put(id, &record).unwrap();
    }
    let digest = store.open(NOW).digest;
    assert_eq!((digest.sessions, digest.finished), (4, 3));
    for wrong in [
        r#"{"format":1,"data":{"sessions":9,"finished":1}}"#,
        "garbage",
        r#"{"format":1,"data":{"sessions":4,"finished":5}}"#,
        // By a version that did not count forms; the second knows how many keys there are.
        r#"{"format":1,"data":{"sessions":4,"finished":3}}"#,
        r#"{"format":1,"data":{"sessions":4,"finished":3,"keys":5}}"#,
    ] {
        shelf.put("unknot/digest", wrong);
        let digest = store.open(NOW).digest;
        assert_eq!((digest.sessions, digest.finished), (4, 3), "{wrong}");
        assert_eq!(digest.times("cat-cow.standard"), 4, "{wrong}");
    }
}

#[test]
fn counts_follow_saving_changing_and_deleting() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    let unfinished = SessionRecord { finished: false, ..record(IDS[0], "2026-01-05") };
    let one = store.save_record(&unfinished, &Digest::default()).unwrap();
    let same = store.save_record(&SessionRecord { pain_after: Some(1), ..unfinished.clone() }, &one).unwrap();
    let two = store.save_record(&record(IDS[1], "2026-01-05"), &same).unwrap();
    assert_eq!([&one, &same, &two].map(|d| (d.sessions, d.finished)), [(1, 0), (1, 0), (2, 1)]);
    let left = store.delete_record(&record(IDS[1], "2026-01-05"), &two).unwrap();
    assert_eq!((left.sessions, left.finished), (1, 0));
    assert_eq!(store.delete_record(&record(IDS[1], "2026-01-05"), &left).unwrap(), left, "gone is gone");
}

#[test]
fn keys_are_not_looked_at_while_there_are_as_many_as_before() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    let looks_at_keys = || {
        let before = shelf.listed.load(Ordering::Relaxed);
        let opened = store.open(NOW);
        (opened, shelf.listed.load(Ordering::Relaxed) > before)
    };
    store.save_record(&record(IDS[0], "2026-01-05"), &Digest::default()).unwrap();
    assert!(looks_at_keys().1, "once");
    assert!(!looks_at_keys().1);
    let known = store.open(NOW).digest;
    let known = store.save_record(&record(IDS[1], "2026-01-05"), &known).unwrap();
    let (opened, looked) = looks_at_keys();
    assert_eq!((opened.digest.sessions, looked), (2, false), "saving keeps count");
    store.delete_record(&record(IDS[1], "2026-01-05"), &known).unwrap();
    assert!(!looks_at_keys().1, "so does deleting");

    // A session that was left, one of an older app, one in quarantine: each is found.
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    assert_eq!(looks_at_keys().0.running, [checkpoint()]);
    store.save_record(&record(RUNNING_ID, "2026-01-05"), &known).unwrap();
    store.remove::<Checkpoint>(RUNNING_ID).unwrap();
    assert_eq!(looks_at_keys().0.digest.sessions, 2);
    shelf.put(ONE_RUNNING, ONE_RUNNING_1);
    assert_eq!(store.open(1_763_680_000_000).running.len(), 1);
    shelf.put("unknot/quarantine/1", "garbage");
    assert_eq!(looks_at_keys().0.findings.quarantined, 1);
    assert!(looks_at_keys().1, "every time, as long as it is there");
}
