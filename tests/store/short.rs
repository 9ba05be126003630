//! Sessions are kept short: what follows from the rest is left out, and nothing else.

use crate::shelf::{IDS, MapShelf, RUNNING, RUNNING_ID, checkpoint, log};
use crate::support::{cases, record, shipped};
use proptest::prelude::*;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::glance::{Codes, Glance};
use unknot::domain::documents::kind::Document;
use unknot::domain::documents::store::{Found, Store};
use unknot::domain::progress::record::{Entry, SessionRecord, Sides, form_key};
use unknot::domain::routine::{Item, share_code};

const LOG_1: &str = include_str!("../fixtures/formats/log.1.json");
const LOG_2: &str = include_str!("../fixtures/formats/log.2.json");

fn read(shelf: &MapShelf, id: &str) -> SessionRecord {
    match Store(shelf).read::<SessionRecord>(id) {
        Ok(Found::Is(record)) => record,
        other => panic!("{other:?}"),
    }
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_session_of_the_second_format_is_read_as_it_was_meant() {
    let shelf = MapShelf::default();
    shelf.put(&log(IDS[0]), LOG_2);
    let record = read(&shelf, IDS[0]);
    assert_eq!((record.id.as_str(), record.date.as_str()), (IDS[0], "2026-11-28"));
    let entries: Vec<_> = record.entries.iter().map(|entry| (entry.exercise.as_str(), entry.rung.as_str())).collect();
    assert_eq!(entries, [("cat-cow", "standard"), ("bird-dog", "leg-only")]);
    let [first, second] = &record.entries[..] else { panic!() };
    assert_eq!((first.planned, first.done, first.side, first.hurt, first.skipped), (8, 8, Sides::None, false, false));
    assert_eq!((second.planned, second.done, second.side, second.hurt), (8, 5, Sides::Alternating, true));
    assert_eq!((record.pain_before, record.pain_after, record.effort), (Some(4), None, Some(3)));
    Store(&shelf).save_record(&record, &Digest::default()).unwrap();
    assert_eq!(shelf.text(&log(IDS[0])).as_deref(), Some(LOG_2.trim_end()), "and written the same");
}

#[test]
fn ten_years_of_the_daily_six_are_at_most_two_million_characters() {
    let routine = shipped("daily-six");
    let entry = |item: &Item| {
        let Item::Exercise(p) = item else { panic!() };
        let side = Sides::from(p.rung.side);
        let done = p.repetitions * if side == Sides::None { 1 } else { 2 };
        let (exercise, rung) = (p.exercise.id.get().to_owned(), p.rung.id.get().to_owned());
        Entry { exercise, rung, side, planned: done, done, seconds: 105, hurt: false, skipped: false }
    };
    let record = SessionRecord {
        routine: routine.id.clone(),
        code: share_code::format(&routine.items),
        catalog: "en-1a2b3c4d".to_owned(),
        entries: routine.items.iter().map(entry).collect(),
        pain_after: Some(3),
        effort: Some(4),
        active_seconds: 648,
        ..record(IDS[0], "2026-11-28")
    };
    let shelf = MapShelf::default();
    Store(&shelf).save_record(&record, &Digest::default()).unwrap();
    let text = shelf.text(&log(IDS[0])).unwrap();
    assert_eq!(read(&shelf, IDS[0]), record);
    let all = 3_650 * (log(IDS[0]).len() + text.len());
    assert!(all <= 2_000_000, "{all}: {text}");
}

#[test]
fn an_old_session_that_is_touched_loses_nothing() {
    let shelf = MapShelf::default();
    shelf.put(
        &log(IDS[0]),
        &LOG_1
            .replace("\"finished\"", "\"mood\":{\"a\":[1]},\"finished\"")
            .replace("\"hurt\":true", "\"hurt\":true,\"where\":\"left\""),
    );
    let mut record = read(&shelf, IDS[0]);
    record.pain_after = Some(2);
    Store(&shelf).save_record(&record, &Digest::default()).unwrap();
    let text = shelf.text(&log(IDS[0])).unwrap();
    assert_eq!(read(&shelf, IDS[0]), record);
    let data = &json(&text)["data"];
    assert_eq!((json(&text)["format"].as_u64(), &data["mood"]), (Some(2), &serde_json::json!({ "a": [1] })));
    assert_eq!((&data["entries"][1]["where"], data.get("id"), data.get("date")), (&"left".into(), None, None));
}

#[test]
fn what_was_left_out_is_not_taken_for_what_it_was_before() {
    // All that was planned was done, so it is left out; then it is not any more.
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    let mut changing = record(IDS[0], "2026-01-05");
    for (planned, done, date, exercise) in [
        (8, 8, "2026-01-05", "cat-cow"),
        (9, 9, "2026-01-05", "cat-cow"),
        (9, 7, "2026-01-06", "bridge"),
        (7, 7, "2026-01-05", "cat-cow"),
    ] {
        changing.entries[0].planned = planned;
        changing.entries[0].done = done;
        changing.entries[0].exercise = exercise.to_owned();
        changing.date = date.to_owned();
        store.save_record(&changing, &Digest::default()).unwrap();
        assert_eq!(read(&shelf, IDS[0]), changing);
    }
}

#[test]
fn a_session_that_was_running_is_kept_as_short_as_any() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    let text = shelf.text(RUNNING).unwrap().replace("\"finished\":true", "\"finished\":true,\"mood\":1");
    shelf.put(RUNNING, &text);
    store.save_record(&checkpoint().record, &Digest::default()).unwrap();
    let data = &json(&shelf.text(&log(RUNNING_ID)).unwrap())["data"];
    assert_eq!((data.get("id"), data["entries"][0].get("planned"), &data["mood"]), (None, None, &1.into()));
    assert_eq!(read(&shelf, RUNNING_ID), checkpoint().record);
}

#[test]
fn a_step_of_a_massage_says_itself_what_it_is_of() {
    let shelf = MapShelf::default();
    let step =
        Entry { exercise: "twist".to_owned(), rung: String::new(), ..record(IDS[0], "2026-01-05").entries.remove(0) };
    let massage = SessionRecord {
        code: String::new(),
        routine: "thai-self-stretch".to_owned(),
        entries: vec![step],
        ..record(IDS[0], "2026-01-05")
    };
    Store(&shelf).save_record(&massage, &Digest::default()).unwrap();
    assert_eq!(read(&shelf, IDS[0]), massage);
    assert_eq!(massage.forms_done(), [form_key("thai-self-stretch", "twist", "")]);
    shelf.put(&log(IDS[0]), &shelf.text(&log(IDS[0])).unwrap().replace("\"exercise\":\"twist\",", ""));
    assert!(matches!(Store(&shelf).read::<SessionRecord>(IDS[0]), Ok(Found::Corrupt(_))), "nothing is guessed");
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let ids = prop::sample::select(vec!["cat-cow", "bird-dog", "bridge", "twist", "a \"b\" \\"]);
    let forms = prop::sample::select(vec!["standard", "leg-only", ""]);
    let sides = prop::sample::select(vec![Sides::None, Sides::Alternating, Sides::Each]);
    (ids, forms, sides, 0..=300_u16, 0..=300_u16, 0..9_000_u32, any::<bool>(), any::<bool>()).prop_map(
        |(exercise, rung, side, planned, done, seconds, hurt, skipped)| Entry {
            exercise: exercise.to_owned(),
            rung: rung.to_owned(),
            side,
            planned: if skipped { planned } else { done },
            done,
            seconds,
            hurt,
            skipped,
        },
    )
}

proptest! {
    #![proptest_config(cases(256))]

    /// Any session is read as it was kept.
    #[test]
    fn any_session_comes_back(
        entries in prop::collection::vec(any_entry(), 0..5),
        code in prop::sample::select(vec!["", "cat-cow.8r", "cat-cow.8r_bird-dog.leg-only.4r.3h_bridge", "bird-dog._", "\\\"x"]),
        date in prop::sample::select(vec!["2026-01-05", "2026-01-06"]),
        pain in prop::option::of(0..=10_u8),
        effort in prop::option::of(0..=10_u8),
        worse_next_day in any::<Option<bool>>(),
    ) {
        let shelf = MapShelf::default();
        let session = SessionRecord {
            entries, effort, worse_next_day, code: code.to_owned(), date: date.to_owned(), pain_before: pain, pain_after: effort,
            started_at: "2026-01-05T07:30:00+01:00".to_owned(), ..record(IDS[0], "2026-01-05")
        };
        Store(&shelf).save_record(&session, &Digest::default()).unwrap();
        prop_assert_eq!(&read(&shelf, IDS[0]), &session);
        let text = shelf.text(&log(IDS[0])).unwrap();
        let glance = Glance::read(IDS[0], &text, &mut Codes::default());
        prop_assert!(glance.is_none() || glance == Glance::of(&session), "{:?}", glance);
        // Only what needs escapes is left to the other reader.
        prop_assert_eq!(glance.is_none(), text.contains('\\'));
        prop_assert!(session.data().len() < miniserde::json::to_string(&session).len());
    }

    /// However its bytes are damaged, at a glance it is what the reader of documents says, or nothing.
    #[test]
    fn a_glance_is_never_wrong(at in 0..LOG_2.len(), to in "\\PC|[0-9\"{}:,.e-]{0,3}", length in 0..4_usize) {
        let mut text = LOG_2.trim_end().to_owned();
        let end = (at + length).min(text.len());
        text.replace_range(at..end, &to);
        if let Some(glance) = Glance::read(IDS[0], &text, &mut Codes::default()) {
            let shelf = MapShelf::default();
            shelf.put(&log(IDS[0]), &text);
            let record = read(&shelf, IDS[0]);
            prop_assert_eq!(Some(glance), Glance::of(&record));
        }
    }
}
