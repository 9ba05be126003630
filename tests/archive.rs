//! Taking the person's documents out as files, and bringing them back.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "support/shelf.rs"]
mod shelf;
mod support;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use rstest::rstest;
use shelf::{IDS, MapShelf, NOW, RUNNING_ID, checkpoint, log, settings};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{cases, record};
use unknot::domain::documents::archive::fhir::{Names, bundle};
use unknot::domain::documents::archive::file::{Head, LARGEST, Refusal, read, write};
use unknot::domain::documents::archive::journal::Journal;
use unknot::domain::documents::archive::merge::{Standing, apply, preview};
use unknot::domain::documents::archive::{Part, csv, part_of, sessions};
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::health::Health;
use unknot::domain::documents::ladder::{Ladder, Move, Why};
use unknot::domain::documents::measures::{Activity, Measures};
use unknot::domain::documents::plan::Plan;
use unknot::domain::documents::room::{copy_is_due, is_nearly_full};
use unknot::domain::documents::sheet::Sheet;
use unknot::domain::documents::shelf::{SaveError, Shelf, ShelfError};
use unknot::domain::documents::store::Store;
use unknot::domain::progress::record::{Entry, SessionRecord};

const HEAD: Head<'_> = Head { made: "2026-11-28T12:00:00+01:00", app: "0.1.0" };
const SETTINGS: &str = "unknot/settings";
const MEASURES: &str = "unknot/measures/2026-11-27";
const FIRST_SET_ASIDE: &str = "unknot/quarantine/1";

fn everything(shelf: &MapShelf) -> String {
    write(&Store(shelf), &Part::ALL, &[], HEAD).unwrap()
}

/// Everything on a shelf but what is derived.
fn documents(shelf: &MapShelf) -> BTreeMap<String, String> {
    shelf.all().into_iter().filter(|(key, _)| part_of(key).is_some()).collect()
}

/// Brings a file back; the file wins in some parts.
fn bring(shelf: &MapShelf, text: &str, file_wins: &[Part]) -> Result<usize, Refusal> {
    let preview = preview(&Store(shelf), read(text)?).unwrap();
    let chosen = preview.chosen(file_wins);
    apply(&Store(shelf), &chosen, NOW).unwrap();
    Ok(chosen.len())
}

/// A shelf with a document of every kind, written in every way that there was.
fn full_shelf() -> MapShelf {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for id in IDS {
        store.save_record(&record(id, "2026-01-05"), &Digest::default()).unwrap();
    }
    let old = include_str!("fixtures/formats/log.1.json");
    let id = serde_json::from_str::<serde_json::Value>(old).unwrap()["data"]["id"].as_str().unwrap().to_owned();
    shelf.put(&log(&id), old);
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    store.change_settings(|all| *all = settings()).1.unwrap();
    let activity = |name: &str, score| Activity { name: name.to_owned(), score };
    let measures = Measures {
        pain: Some(4),
        activities: Some(vec![activity("=Put on socks", Some(3)), activity("Ä, \"b\"\n", None)]),
    };
    store.put("2026-11-27", &measures).unwrap();
    store.put("2026-11-20", &Measures { pain: Some(0), activities: None }).unwrap();
    let mut plan = Plan::default();
    plan.set(vec![1, 3], Some("07:30".to_owned()), "2026-11-28");
    store.put("", &plan).unwrap();
    let mut ladder = Ladder::default();
    let made = Move {
        date: "2026-11-27".to_owned(),
        from: "bridge.8r.3h".to_owned(),
        to: "bridge.9r.3h".to_owned(),
        why: Why::WentWell,
    };
    ladder.move_to("bridge", made, Some(IDS[3].to_owned()));
    store.put("", &ladder).unwrap();
    let conditions = Some(vec!["osteoporosis".to_owned()]);
    store.put("", &Health { screened: Some("2026-11-24".to_owned()), conditions, ..Health::default() }).unwrap();
    store.put("", &Sheet { helps: Some("Warmth".to_owned()), ..Sheet::default() }).unwrap();
    shelf.put(
        "unknot/routines/01997a15-0000-7000-8000-000000000001",
        r#"{"format":1,"data":{"name":"Mine","code":"bridge.3r.10h"}}"#,
    );
    // What a newer version added stays as it stands, spaces included.
    let text = shelf.text(&log(IDS[1])).unwrap().replace("\"finished\"", "\"mood\": { \"a\": [1, 2] },\"finished\"");
    shelf.put(&log(IDS[1]), &text);
    shelf.put(FIRST_SET_ASIDE, "garbage \u{0} \u{fffd} \" 🧘");
    shelf.put("unknot/quarantine/2", r#"{"format":1,"data":{"half"#);
    shelf
}

#[test]
fn what_comes_out_goes_back_the_same_byte_for_byte() {
    let shelf = full_shelf();
    let file = everything(&shelf);
    serde_json::from_str::<serde_json::Value>(&file).unwrap();
    let other = MapShelf::default();
    assert_eq!(bring(&other, &file, &[]), Ok(documents(&shelf).len()));
    assert_eq!(documents(&other), documents(&shelf));
    let opened = Store(&other).open(NOW);
    assert_eq!((opened.digest.sessions, opened.settings, opened.findings.corrupt), (4, settings(), 0));
}

#[test]
fn the_file_of_old_goes_back_too() {
    let shelf = full_shelf();
    Store(&shelf).open(NOW);
    let entries =
        shelf.all().into_iter().map(|(key, text)| format!("{}:{}", serde_json::json!(key), serde_json::json!(text)));
    let file = format!("{{{}}}", entries.collect::<Vec<_>>().join(",\n"));
    let other = MapShelf::default();
    assert!(bring(&other, &file, &[]).is_ok());
    assert_eq!(documents(&other), documents(&shelf));
    // With the one session of old that was running.
    let running = include_str!("fixtures/formats/one-running.1.json").trim_end();
    let file = serde_json::json!({ "unknot/running": running, "unknot/digest": "anything" }).to_string();
    let other = MapShelf::default();
    assert_eq!(bring(&other, &file, &[]), Ok(1));
    assert_eq!(other.all(), BTreeMap::from([("unknot/running".to_owned(), running.to_owned()), journal(&other)]));
}

#[test]
fn sessions_that_were_only_in_memory_go_back_from_their_own_file() {
    let unsaved =
        vec![record(IDS[0], "2026-01-05"), SessionRecord { pain_after: Some(1), ..record(IDS[1], "2026-01-06") }];
    let here = MapShelf::default();
    assert_eq!(bring(&here, &miniserde::json::to_string(&unsaved), &[]), Ok(2));
    assert_eq!(sessions(&Store(&here), &[]), unsaved);
}

/// The journal on a shelf.
fn journal(shelf: &MapShelf) -> (String, String) {
    ("unknot/journal".to_owned(), shelf.text("unknot/journal").unwrap())
}

#[test]
fn what_tells_of_health_is_left_out_unless_it_is_asked_for() {
    let shelf = full_shelf();
    let usual: Vec<Part> = Part::ALL.into_iter().filter(|part| part.is_usual()).collect();
    let file = write(&Store(&shelf), &usual, &[], HEAD).unwrap();
    for word in ["osteoporosis", "Warmth", "garbage", "unknot/health", "unknot/sheet"] {
        assert!(!file.contains(word), "{word}");
    }
    let kept = read(&file).unwrap();
    assert_eq!((kept.documents.len(), kept.unread.len()), (documents(&shelf).len() - 4, 0));
    let sessions = write(&Store(&shelf), &[Part::Sessions], &[], HEAD).unwrap();
    assert!(
        read(&sessions)
            .unwrap()
            .documents
            .iter()
            .all(|(key, _)| key.starts_with("unknot/log/") || key.starts_with("unknot/running"))
    );
}

#[test]
fn what_could_not_be_kept_is_in_the_file_too() {
    let unsaved = SessionRecord { pain_after: Some(1), ..record(IDS[0], "2026-01-05") };
    let shelf = full_shelf();
    for blocked in [false, true] {
        shelf.full.set(true);
        shelf.blocked.set(blocked);
        let file = write(&Store(&shelf), &Part::ALL, std::slice::from_ref(&unsaved), HEAD).unwrap();
        let other = MapShelf::default();
        bring(&other, &file, &[]).unwrap();
        assert_eq!(sessions(&Store(&other), &[])[0], unsaved);
        shelf.blocked.set(false);
        assert_eq!(other.all().len() > 4, !blocked);
    }
    shelf.blocked.set(true);
    assert_eq!(write(&Store(&shelf), &Part::ALL, &[], HEAD), Err(ShelfError::Blocked));
}

#[rstest]
#[case::nothing("", Refusal::NotOurs)]
#[case::a_picture("\u{fffd}PNG\r\n", Refusal::NotOurs)]
#[case::something_else(r#"{"name":"Anna"}"#, Refusal::NotOurs)]
#[case::a_list(r#"["unknot/log/x"]"#, Refusal::Damaged)]
#[case::an_empty_object("{}", Refusal::NotOurs)]
#[case::cut_off(r#"{"unknot":1,"documents":{"unknot/settings":{"format":1,"da"#, Refusal::Damaged)]
#[case::no_documents(r#"{"unknot":1}"#, Refusal::Damaged)]
#[case::a_newer_file(r#"{"unknot":2,"archive":{}}"#, Refusal::Newer)]
#[case::a_newer_document(r#"{"unknot":1,"documents":{"unknot/settings":{"format":9,"data":{}}}}"#, Refusal::Newer)]
#[case::a_newer_kind(r#"{"unknot":1,"documents":{"unknot/friends":{"format":1,"data":{}}}}"#, Refusal::Newer)]
#[case::somebody_elses_key(r#"{"unknot":1,"documents":{"other/settings":{"format":1,"data":{}}}}"#, Refusal::Damaged)]
#[case::a_wrong_type(
    r#"{"unknot":1,"documents":{"unknot/settings":{"format":1,"data":{"get_ready":"ten"}}}}"#,
    Refusal::Damaged
)]
#[case::pain_of_eleven(
    r#"{"unknot":1,"documents":{"unknot/measures/2026-11-27":{"format":1,"data":{"pain":11}}}}"#,
    Refusal::Damaged
)]
#[case::a_day_that_is_none(
    r#"{"unknot":1,"documents":{"unknot/measures/2026-13-27":{"format":1,"data":{"pain":1}}}}"#,
    Refusal::Damaged
)]
#[case::twice_the_same_key(
    r#"{"unknot":1,"documents":{"unknot/settings":{"format":1,"data":{}},"unknot\/settings":{"format":1,"data":{}}}}"#,
    Refusal::Damaged
)]
#[case::an_unread_text_of_somebody_else(r#"{"unknot":1,"documents":{},"unread":{"other/key":"x"}}"#, Refusal::Damaged)]
#[case::a_format_in_words(r#"{"unknot":"1","documents":{}}"#, Refusal::Damaged)]
fn a_file_that_is_not_right_is_refused(#[case] text: &str, #[case] expected: Refusal) {
    assert_eq!(read(text), Err(expected));
}

#[test]
fn a_huge_or_deep_file_is_refused() {
    assert_eq!(read(&"x".repeat(LARGEST + 1)), Err(Refusal::TooLarge));
    let deep = format!(r#"{{"unknot":1,"documents":{{"unknot/settings":{{"format":1,"data":{}"#, "[".repeat(1_000_000));
    assert_eq!(read(&deep), Err(Refusal::Damaged));
    let deep = format!(r#"{{"unknot":1,"documents":{{}},"more":{}1{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(&deep).map(|brought| brought.documents.len()), Ok(0), "members that nobody knows are passed over");
}

#[test]
fn the_person_is_asked_where_both_have_something_else_and_theirs_stays_unless_they_say_so() {
    let (here, there) = (full_shelf(), full_shelf());
    Store(&there).change_settings(|settings| settings.volume = Some(10)).1.unwrap();
    let changed = SessionRecord { pain_after: Some(9), ..record(IDS[2], "2026-01-05") };
    Store(&there).save_record(&changed, &Digest::default()).unwrap();
    Store(&there)
        .save_record(&record("01997a99-0000-7000-8000-000000000001", "2026-01-06"), &Digest::default())
        .unwrap();
    let file = everything(&there);
    let seen = preview(&Store(&here), read(&file).unwrap()).unwrap();
    let count = |part, standing| seen.count(part, standing);
    assert_eq!((count(Part::Settings, Standing::Different), count(Part::Sessions, Standing::Different)), (1, 1));
    assert_eq!((count(Part::Sessions, Standing::New), count(Part::CheckIns, Standing::Same)), (1, 2));
    let before = documents(&here);
    assert_eq!(bring(&here, &file, &[]), Ok(1));
    let mut after = documents(&here);
    after.retain(|key, text| before.get(key) != Some(text));
    assert_eq!(after.len(), 1, "theirs stay");
    assert_eq!(bring(&here, &file, &[Part::Settings]), Ok(1));
    assert_eq!(here.text(SETTINGS), there.text(SETTINGS));
    assert_ne!(here.text(&log(IDS[2])), there.text(&log(IDS[2])));
    assert_eq!(bring(&here, &file, &Part::ALL), Ok(1));
    assert_eq!(documents(&here), documents(&there));
}

#[test]
fn the_same_session_in_another_format_is_the_same() {
    let (here, there) = (MapShelf::default(), MapShelf::default());
    let old = include_str!("fixtures/formats/log.1.json");
    let id = serde_json::from_str::<serde_json::Value>(old).unwrap()["data"]["id"].as_str().unwrap().to_owned();
    here.put(&log(&id), old);
    let record = sessions(&Store(&here), &[]).remove(0);
    Store(&there).save_record(&record, &Digest::default()).unwrap();
    assert_ne!(there.text(&log(&id)).as_deref(), Some(old));
    assert_eq!(bring(&here, &everything(&there), &Part::ALL), Ok(0));
}

#[test]
fn a_session_that_is_over_is_not_put_back_to_what_it_was_while_it_ran() {
    let here = MapShelf::default();
    Store(&here).save_record(&record(RUNNING_ID, "2026-01-05"), &Digest::default()).unwrap();
    assert!(bring(&here, &everything(&full_shelf()), &Part::ALL).is_ok());
    assert_eq!(here.text(&format!("unknot/running/{RUNNING_ID}")), None);
}

#[test]
fn what_a_newer_version_wrote_here_is_not_overwritten() {
    let here = full_shelf();
    let newer = r#"{"format":9,"data":{"all":"new"}}"#;
    here.put(SETTINGS, newer);
    bring(&here, &everything(&full_shelf()), &Part::ALL).unwrap();
    assert_eq!(here.text(SETTINGS).as_deref(), Some(newer));
    let file = everything(&here);
    assert!(file.contains(newer), "and it is in the file, as it stands");
    assert_eq!(read(&file), Err(Refusal::Newer));
}

/// A shelf that has no room for some texts.
struct Refusing<'a, F> {
    shelf: &'a MapShelf,
    /// Whether there is no room for a text under a key.
    refuses: F,
}

impl<F: Fn(&str, &str) -> bool> Shelf for &Refusing<'_, F> {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.shelf.keys()
    }
    fn count(&self) -> Result<usize, ShelfError> {
        self.shelf.count()
    }
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.shelf.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        if (self.refuses)(key, text) { Err(ShelfError::Full) } else { self.shelf.set(key, text) }
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.shelf.remove(key)
    }
}

/// One that is full after so many texts; what is shorter than what was there always fits.
fn filling(shelf: &MapShelf, left: usize) -> Refusing<'_, impl Fn(&str, &str) -> bool> {
    let left = Cell::new(left);
    let refuses = move |key: &str, text: &str| {
        let shrinks = shelf.text(key).is_some_and(|before| before.len() >= text.len());
        let is_full = left.get() == 0 && !shrinks;
        left.set(left.get().saturating_sub(usize::from(!is_full)));
        is_full
    };
    Refusing { shelf, refuses }
}

/// One with room for so many characters.
fn small(shelf: &MapShelf, room: usize) -> Refusing<'_, impl Fn(&str, &str) -> bool> {
    let refuses = move |key: &str, text: &str| {
        let others = shelf.all().into_iter().filter(|(other, _)| other != key);
        others.map(|(key, text)| key.len() + text.len()).sum::<usize>() + key.len() + text.len() > room
    };
    Refusing { shelf, refuses }
}

#[rstest]
#[case::little_is_there(1_000_000, 1_100_000, false)]
#[case::far_from_full(2_000_000, 5_200_000, false)]
#[case::three_quarters(3_900_000, 5_200_000, false)]
#[case::just_below(4_150_000, 5_200_000, false)]
#[case::just_above(4_170_000, 5_200_000, true)]
#[case::a_browser_with_half_the_room(2_200_000, 2_600_000, true)]
#[case::full(5_200_000, 5_200_000, true)]
fn it_is_nearly_full_from_four_fifths_on(#[case] taken: usize, #[case] room: usize, #[case] expected: bool) {
    let shelf = MapShelf::default();
    shelf.put("k", &"x".repeat(taken - 1));
    let before = shelf.all();
    assert_eq!(is_nearly_full(&&small(&shelf, room)), expected);
    assert_eq!(shelf.all(), before, "nothing stays of the trial");
    shelf.blocked.set(true);
    assert!(!is_nearly_full(&&small(&shelf, room)));
}

#[rstest]
#[case(29, None, None, None)]
#[case(30, None, None, Some(30))]
#[case(59, None, Some(30), None)]
#[case(60, None, Some(30), Some(60))]
#[case(60, Some(31), None, None)]
#[case(61, Some(31), None, Some(30))]
#[case(70, Some(31), Some(65), None)]
#[case::after_deleting_some(5, Some(40), None, None)]
fn a_copy_is_due_after_thirty_sessions(
    #[case] sessions: u32,
    #[case] copied: Option<u32>,
    #[case] put_off: Option<u32>,
    #[case] expected: Option<u32>,
) {
    assert_eq!(copy_is_due(sessions, copied, put_off), expected);
}

/// A shelf with something else than the full one under some keys.
fn another_shelf() -> MapShelf {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store
        .save_record(&SessionRecord { pain_after: Some(9), ..record(IDS[1], "2026-01-05") }, &Digest::default())
        .unwrap();
    store.change_settings(|settings| settings.volume = Some(10)).1.unwrap();
    shelf.put(MEASURES, r#"{"format":1,"data":{"pain":7,"more":"of it"}}"#);
    shelf
}

#[test]
fn it_is_all_or_nothing_wherever_there_is_no_more_room() {
    let file = everything(&full_shelf());
    let count = documents(&full_shelf()).len();
    for left in 0..count + 1 {
        let here = another_shelf();
        let before = documents(&here);
        let filling = filling(&here, left);
        let store = Store(&filling);
        let chosen = preview(&store, read(&file).unwrap()).unwrap().chosen(&Part::ALL);
        assert_eq!(chosen.len(), count);
        assert_eq!(apply(&store, &chosen, NOW), Err(SaveError::Full), "room for {left}");
        assert_eq!((documents(&here), here.text("unknot/journal")), (before, None), "room for {left}");
    }
    let here = another_shelf();
    assert_eq!(bring(&here, &file, &Part::ALL), Ok(count));
}

#[test]
fn what_was_interrupted_is_taken_back() {
    let file = everything(&full_shelf());
    for written in 0..documents(&full_shelf()).len() {
        let here = another_shelf();
        let store = Store(&here);
        let before = documents(&here);
        let chosen = preview(&store, read(&file).unwrap()).unwrap().chosen(&Part::ALL);
        // As `apply` does it, and then the browser is gone.
        store.put("", &Journal::of(&&here, &chosen, NOW).unwrap()).unwrap();
        for (key, text) in &chosen[..written] {
            here.put(key, text);
        }
        assert!(store.open(NOW).findings.journal);
        assert!(Journal::recover(&store));
        assert_eq!((documents(&here), here.text("unknot/journal")), (before, None), "{written} written");
        assert!(!store.open(NOW).findings.journal && !Journal::recover(&store));
    }
}

#[test]
fn it_can_be_taken_back_but_for_what_has_changed_since() {
    let here = another_shelf();
    let before = documents(&here);
    let file = everything(&full_shelf());
    bring(&here, &file, &Part::ALL).unwrap();
    assert!(!Journal::recover(&Store(&here)), "it was not interrupted");
    assert_eq!(Journal::kept(&Store(&here)).unwrap().take_back(&Store(&here)), Ok(0));
    assert_eq!(documents(&here), before);
    assert_eq!(Journal::kept(&Store(&here)), None);

    bring(&here, &file, &Part::ALL).unwrap();
    Store(&here).change_settings(|settings| settings.volume = Some(55)).1.unwrap();
    let changed = here.text(SETTINGS);
    assert_eq!(Journal::kept(&Store(&here)).unwrap().take_back(&Store(&here)), Ok(1));
    assert_eq!(here.text(SETTINGS), changed);
    assert_eq!(documents(&here).len(), before.len());
    assert_eq!(Store(&here).open(NOW).digest.sessions, 1);
}

#[test]
fn what_is_kept_for_taking_back_is_in_no_file() {
    let here = another_shelf();
    bring(&here, &everything(&full_shelf()), &Part::ALL).unwrap();
    let file = everything(&here);
    assert!(
        here.text("unknot/journal").is_some() && !file.contains("unknot/journal") && !file.contains("unknot/digest")
    );
}

fn any_activity() -> impl Strategy<Value = Activity> {
    ("\\PC{0,12}|[=+@'\"\\-\t\r\n, ;]{0,4}", proptest::option::of(0..=10_u8))
        .prop_map(|(name, score)| Activity { name, score })
}

fn any_measures() -> impl Strategy<Value = Measures> {
    let activities = proptest::option::of(proptest::collection::vec(any_activity(), 0..4));
    (proptest::option::of(0..=10_u8), activities).prop_map(|(pain, activities)| Measures { pain, activities })
}

fn scale() -> impl Strategy<Value = Option<u8>> {
    proptest::option::of(0..=10_u8)
}

/// A session whose id says its number.
fn any_session() -> impl Strategy<Value = SessionRecord> {
    let code = prop_oneof![
        Just("cat-cow.8r_bird-dog.6r.3h".to_owned()),
        Just(String::new()),
        Just("bridge.12r.10h_bridge.5r.1h".to_owned()),
        "[=+@\\-]?\\PC{0,10}",
    ];
    let entry = ("[a-z=+\\-]{1,8}", "[a-z-]{0,6}", 0..300_u16, 0..300_u16, 0..4_000_u32, any::<(bool, bool)>());
    let entry = entry.prop_map(|(exercise, rung, planned, done, seconds, (hurt, skipped))| Entry {
        exercise,
        rung,
        planned,
        done,
        seconds,
        hurt,
        skipped,
        ..record(IDS[0], "2026-01-05").entries.remove(0)
    });
    let told = (scale(), scale(), scale(), proptest::option::of(any::<bool>()));
    (0..30_u32, code, proptest::collection::vec(entry, 0..4), told, 0..10_000_u32, any::<bool>()).prop_map(
        |(number, code, entries, (pain_before, pain_after, effort, worse_next_day), active_seconds, finished)| {
            SessionRecord {
                code,
                entries,
                pain_before,
                pain_after,
                effort,
                worse_next_day,
                active_seconds,
                finished,
                ..record(&format!("01997a{number:02x}-0000-7000-8000-000000000001"), "2026-01-05")
            }
        },
    )
}

/// A shelf with anything on it.
fn any_shelf() -> impl Strategy<Value = MapShelf> {
    let sessions = proptest::collection::vec(any_session(), 0..6);
    let measures = proptest::collection::vec((1..28_u8, any_measures()), 0..4);
    let others = proptest::collection::vec(any::<bool>(), 6);
    let set_aside = proptest::collection::vec("\\PC{0,20}", 0..3);
    (sessions, measures, others, set_aside).prop_map(|(sessions, measures, others, set_aside)| {
        let (shelf, full) = (MapShelf::default(), full_shelf());
        let store = Store(&shelf);
        for session in &sessions {
            store.save_record(session, &Digest::default()).unwrap();
        }
        for (day, measures) in &measures {
            store.put(&format!("2026-11-{day:02}"), measures).unwrap();
        }
        for (key, _) in ["settings", "plan", "ladder", "health", "sheet"].iter().zip(others).filter(|(_, is)| *is) {
            shelf.put(&format!("unknot/{key}"), &full.text(&format!("unknot/{key}")).unwrap());
        }
        for (place, text) in set_aside.iter().enumerate() {
            shelf.put(&format!("unknot/quarantine/{}", place + 1), text);
        }
        shelf
    })
}

/// What a script of `tests/readers` says of lines in a file.
fn said_by(script: &str, before: &[&Path], name: &str, lines: &[String]) -> Vec<Option<String>> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, lines.join("\n")).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(script);
    let output = Command::new("node").arg(script).args(before).arg(&path).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr).chars().take(2_000).collect::<String>()
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// So many samples of something.
fn samples<T>(strategy: impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// JSON in one line.
fn one_line(text: &str) -> String {
    serde_json::from_str::<serde_json::Value>(text).unwrap().to_string()
}

#[test]
fn an_independent_validator_accepts_every_file_by_the_published_schema() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/site/export.schema.json");
    let mut files: Vec<String> = samples(any_shelf(), 60).iter().map(|shelf| one_line(&everything(shelf))).collect();
    files.push(one_line(&everything(&full_shelf())));
    let right = files.len();
    // And it is no schema that accepts anything.
    let full = files.last().unwrap().clone();
    for (what, instead) in [
        ("\"unknot\":1", "\"unknot\":3"),
        ("\"pain\":4", "\"pain\":11"),
        ("\"days\":[1,3]", "\"days\":[1,8]"),
        ("\"finished\":true", "\"finished\":\"yes\""),
        ("unknot/settings", "unknot/friends"),
    ] {
        assert!(full.contains(what), "{what}");
        files.push(full.replace(what, instead));
    }
    let said = said_by("export.mjs", &[&schema], "exports.jsonl", &files);
    assert_eq!(said[..right].iter().flatten().collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(said[right..].iter().all(Option::is_some), "{:?}", &said[right..]);
}

const NAMES: Names = Names {
    pain_before: "Pain before a session",
    pain_after: "Pain after a session",
    pain_of_week: "Pain in the last week",
    effort: "How hard a session was",
    minutes: "Minutes of practice",
};

#[test]
fn an_independent_validator_accepts_every_bundle_and_refuses_broken_ones() {
    let of = |shelf: &MapShelf| {
        let store = Store(shelf);
        one_line(&bundle(&sessions(&store, &[]), &store.all(), NAMES, HEAD.made))
    };
    let mut bundles: Vec<String> = samples(any_shelf(), 40).iter().map(of).collect();
    bundles.push(of(&MapShelf::default()));
    bundles.push(of(&full_shelf()));
    let right = bundles.len();
    let full = bundles.last().unwrap().clone();
    for (what, instead) in [
        ("\"collection\"", "\"heap\""),
        ("valueInteger", "valueNumber"),
        ("\"status\":\"final\",", ""),
        ("\"valueInteger\":4", "\"valueInteger\":\"4\""),
        ("2026-01-05T07:30:00+01:00", "2026-01-05T07:30"),
    ] {
        assert!(full.contains(what), "{what} is not in {full}");
        bundles.push(full.replace(what, instead));
    }
    let said = said_by("health-records.mjs", &[], "bundles.jsonl", &bundles);
    assert_eq!(said[..right].iter().flatten().collect::<Vec<_>>(), Vec::<&String>::new());
    // It knows no lists of codes, so it lets the first one pass.
    assert!(said[right + 1..].iter().all(Option::is_some), "{:?}", &said[right..]);
}

#[test]
fn a_bundle_says_what_was_told() {
    let store_of = full_shelf();
    let store = Store(&store_of);
    let text = bundle(&sessions(&store, &[])[1..2], &store.all(), NAMES, HEAD.made);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let all: Vec<&serde_json::Value> =
        json["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]).collect();
    let of = |text: &str| all.iter().find(|one| one["code"]["text"] == text).copied();
    let pain = of(NAMES.pain_before).unwrap();
    assert_eq!((&pain["valueInteger"], &pain["code"]["coding"][0]["code"]), (&4.into(), &"72514-3".into()));
    assert_eq!(pain["effectiveDateTime"], "2026-01-05T07:30:00+01:00");
    let minutes = of(NAMES.minutes).unwrap();
    assert_eq!(
        (&minutes["valueQuantity"]["code"], &minutes["category"][0]["coding"][0]["code"]),
        (&"min".into(), &"activity".into())
    );
    assert_eq!(of(NAMES.pain_of_week).unwrap()["effectiveDateTime"], "2026-11-20");
    assert_eq!(of("=Put on socks").unwrap()["valueInteger"], 3);
    assert!(all.iter().all(|one| one.get("subject").is_none()), "whose it is is nobody's business");
}

/// What a program that reads a table does with a text.
fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}

proptest! {
    #![proptest_config(cases(96))]

    /// Out and back into nothing: the same documents, byte for byte; and once more changes nothing.
    #[test]
    fn out_and_back_is_the_same(shelf in any_shelf()) {
        let file = everything(&shelf);
        let other = MapShelf::default();
        bring(&other, &file, &[]).unwrap();
        prop_assert_eq!(documents(&other), documents(&shelf));
        let before = other.all();
        prop_assert_eq!(bring(&other, &file, &Part::ALL), Ok(0));
        prop_assert_eq!(other.all(), before);
        prop_assert_eq!(everything(&other), file);
    }

    /// It does not matter which of two files comes first where neither has what the other has.
    #[test]
    fn the_order_does_not_matter(mut one in proptest::collection::vec(any_session(), 0..5), other in proptest::collection::vec(any_session(), 0..5)) {
        one.retain(|record| other.iter().all(|other| other.id != record.id));
        let file = |records: &[SessionRecord]| {
            let shelf = MapShelf::default();
            for record in records {
                Store(&shelf).save_record(record, &Digest::default()).unwrap();
            }
            everything(&shelf)
        };
        let (one, other) = (file(&one), file(&other));
        let both = |first: &str, second: &str| {
            let shelf = MapShelf::default();
            bring(&shelf, first, &[]).unwrap();
            bring(&shelf, second, &[]).unwrap();
            documents(&shelf)
        };
        prop_assert_eq!(both(&one, &other), both(&other, &one));
    }

    /// Whatever happens to a file, it is refused, or all that it holds is brought back as it stands in it.
    #[test]
    fn a_damaged_file_is_refused_or_brought_back_faithfully(
        shelf in any_shelf(),
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>(), 0..4_u8), 1..4),
    ) {
        let mut bytes = everything(&shelf).into_bytes();
        for (place, byte, what) in damage {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            match what {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at),
                2 => { bytes.remove(at); }
                _ => { let piece = bytes[at..bytes.len().min(at + usize::from(byte))].to_vec(); bytes.splice(at..at, piece); }
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let here = MapShelf::default();
        if let Ok(brought) = read(&text) {
            let (documents_of, unread) = (brought.documents.clone(), brought.unread.clone());
            let chosen = preview(&Store(&here), brought).unwrap().chosen(&[]);
            apply(&Store(&here), &chosen, NOW).unwrap();
            for (key, document) in &documents_of {
                prop_assert!(text.contains(document.as_str()));
                let over = key.replace("/running/", "/log/");
                let is_past = key.contains("/running/") && here.text(&over).is_some();
                prop_assert!(is_past || here.text(key).as_ref() == Some(document), "{}", key);
            }
            for (_, document) in &unread {
                prop_assert!(here.holds(document));
            }
            // And what came back is sound.
            prop_assert_eq!(Store(&here).open(NOW).findings.corrupt, 0);
        }
    }

    /// A program that reads tables gets every field back.
    #[test]
    fn a_reader_of_tables_gets_every_field(shelf in any_shelf()) {
        let store = Store(&shelf);
        let (records, all) = (sessions(&store, &[]), store.all());
        let rows = |table: &str| -> Vec<Vec<String>> {
            let mut reader = ::csv::Reader::from_reader(table.as_bytes());
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
        };
        for table in [csv::sessions(&records), csv::entries(&records), csv::check_ins(&all)] {
            for field in rows(&table).iter().flatten() {
                // Nothing is taken for a formula.
                prop_assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", field);
            }
        }
        let number = |value: Option<u8>| value.map(|value| value.to_string()).unwrap_or_default();
        for (row, record) in rows(&csv::sessions(&records)).iter().zip(&records) {
            prop_assert_eq!((&row[0], &row[1], &row[2], without_guard(&row[3]), without_guard(&row[4])), (&record.id, &record.started_at, &record.date, record.routine.as_str(), record.code.as_str()));
            prop_assert_eq!((&row[5], &row[6]), (&record.finished.to_string(), &record.active_seconds.to_string()));
            let told = [record.pain_before, record.pain_after, record.effort].map(number);
            prop_assert_eq!(&row[7..10], &told[..]);
            prop_assert_eq!(&row[10], &record.worse_next_day.map(|worse| worse.to_string()).unwrap_or_default());
            prop_assert_eq!(without_guard(&row[11]), record.catalog.as_str());
        }
        let entries: Vec<(&SessionRecord, usize, &Entry)> =
            records.iter().flat_map(|record| record.entries.iter().enumerate().map(move |(place, entry)| (record, place, entry))).collect();
        let told = rows(&csv::entries(&records));
        prop_assert_eq!(told.len(), entries.len());
        for (row, (record, place, entry)) in told.iter().zip(entries) {
            prop_assert_eq!((&row[0], &row[2], without_guard(&row[3]), without_guard(&row[4])), (&record.id, &(place + 1).to_string(), entry.exercise.as_str(), entry.rung.as_str()));
            let expected = [entry.planned.to_string(), entry.done.to_string(), entry.seconds.to_string(), entry.hurt.to_string(), entry.skipped.to_string()];
            prop_assert_eq!(&row[6..], &expected[..]);
        }
        let mut told = rows(&csv::check_ins(&all)).into_iter();
        for (day, measures) in &all {
            if let Some(pain) = measures.pain {
                prop_assert_eq!(told.next().unwrap(), [day.clone(), "pain".to_owned(), String::new(), pain.to_string()]);
            }
            for activity in measures.activities.iter().flatten() {
                let row = told.next().unwrap();
                prop_assert_eq!((&row[0], row[1].as_str(), without_guard(&row[2]), &row[3]), (day, "activity", activity.name.as_str(), &number(activity.score)));
            }
        }
        prop_assert!(told.next().is_none());
    }
}
