//! Documents that cannot be read: set aside with the same bytes, told, and never in the way.

use crate::shelf::{
    DIGEST, IDS, MEASURES, MapShelf, ROUTINES, RUNNING, RUNNING_ID, SETTINGS, checkpoint, load, log, settings,
};
use crate::support::{cases, record};
use proptest::prelude::*;
use rstest::rstest;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::settings::Settings;
use unknot::domain::documents::shelf::SaveError;
use unknot::domain::documents::store::Store;
use unknot::domain::progress::record::SessionRecord;

const FIRST: &str = "unknot/quarantine/1";

/// Four sessions, settings, a running session, routines and measures.
fn well_filled() -> MapShelf {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for id in IDS {
        store.save_record(&record(id, "2026-01-05"), &Digest::default()).unwrap();
    }
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    store.change_settings(|all| *all = settings()).1.unwrap();
    shelf.put(ROUTINES, r#"{"format":1,"data":[{"name":"Mine","code":"bridge.3r.10h"}]}"#);
    shelf.put(MEASURES, r#"{"format":1,"data":{"screened":"2026-01-05"}}"#);
    shelf
}

/// The sessions but the one under this key, newest first.
fn all_but(key: &str) -> Vec<SessionRecord> {
    IDS.iter().rev().filter(|id| log(id) != key).map(|id| record(id, "2026-01-05")).collect()
}

#[rstest]
#[case::nothing("")]
#[case::half_a_document(r#"{"format":1,"data":{"sou"#)]
#[case::no_envelope(r#"{"sound":true}"#)]
#[case::no_format(r#"{"data":{}}"#)]
#[case::format_zero(r#"{"format":0,"data":{}}"#)]
#[case::format_below_zero(r#"{"format":-1,"data":{}}"#)]
#[case::format_in_words(r#"{"format":"1","data":{}}"#)]
#[case::another_shape(r#"{"format":1,"data":[1,2,3]}"#)]
#[case::a_wrong_type(r#"{"format":1,"data":{"get_ready":"ten"}}"#)]
#[case::too_large_a_number(r#"{"format":1,"data":{"get_ready":99999}}"#)]
#[case::something_after_it(r#"{"format":1,"data":{}}}"#)]
#[case::not_json("garbage \u{0} \u{fffd} 🧘")]
fn corrupt_settings_are_set_aside_with_the_same_bytes(#[case] text: &str) {
    let shelf = well_filled();
    shelf.put(SETTINGS, text);
    let contents = load(&Store(&shelf));
    assert_eq!(contents.settings, Settings::default());
    assert_eq!((contents.corrupt, contents.quarantined, contents.newer), (1, 1, 0));
    assert_eq!(contents.records, all_but(""));
    assert_eq!(contents.running, vec![checkpoint()]);
    assert_eq!(shelf.text(FIRST).as_deref(), Some(text));
    assert_eq!(shelf.text(SETTINGS), None);
    assert_eq!(Store(&shelf).quarantined(), [(FIRST.to_owned(), text.to_owned())]);
}

#[test]
fn a_second_look_finds_nothing_new_and_still_tells_what_is_kept() {
    let shelf = well_filled();
    shelf.put(SETTINGS, "garbage");
    load(&Store(&shelf));
    let again = load(&Store(&shelf));
    assert_eq!((again.corrupt, again.quarantined), (0, 1));
}

#[rstest]
#[case::another_id(record(IDS[1], "2026-01-05"))]
#[case::no_such_day(record(IDS[0], "2026-02-30"))]
#[case::effort_past_ten(SessionRecord { effort: Some(11), ..record(IDS[0], "2026-01-05") })]
#[case::pain_past_ten(SessionRecord { pain_after: Some(11), ..record(IDS[0], "2026-01-05") })]
fn a_session_that_no_version_would_write_is_set_aside(#[case] wrong: SessionRecord) {
    let shelf = MapShelf::default();
    let text = unknot::domain::documents::envelope::write(&unknot::domain::documents::kind::LOG, &wrong);
    shelf.put(&log(IDS[0]), &text);
    let contents = load(&Store(&shelf));
    assert_eq!((contents.records.len(), contents.corrupt), (0, 1));
    assert_eq!(shelf.text(FIRST), Some(text));
}

#[test]
fn where_the_copy_cannot_be_made_the_original_stays() {
    let shelf = well_filled();
    shelf.put(SETTINGS, "garbage");
    let before = shelf.all();
    shelf.full.set(true);
    let store = Store(&shelf);
    let contents = load(&store);
    assert_eq!((contents.corrupt, contents.quarantined), (1, 0));
    assert_eq!(store.change_settings(|all| all.sound = Some(true)).1, Err(SaveError::Full));
    assert_eq!(shelf.all(), before, "read-only until there is room");
    shelf.full.set(false);
    assert_eq!((load(&store).quarantined, shelf.text(FIRST).as_deref()), (1, Some("garbage")));
}

#[test]
fn saving_over_garbage_sets_it_aside_first() {
    let shelf = well_filled();
    for key in [SETTINGS, RUNNING, &log(IDS[0])] {
        shelf.put(key, &format!("garbage under {key}"));
    }
    let store = Store(&shelf);
    store.change_settings(|all| all.sound = Some(false)).1.unwrap();
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    store.save_record(&record(IDS[0], "2026-01-05"), &Digest::default()).unwrap();
    let kept: Vec<String> = store.quarantined().into_iter().map(|(_, text)| text).collect();
    for key in [SETTINGS, RUNNING, &log(IDS[0])] {
        assert!(kept.contains(&format!("garbage under {key}")), "{key}");
    }
    let contents = load(&store);
    assert_eq!((contents.corrupt, contents.records.len()), (0, 4));
    assert_eq!(contents.settings.sound, Some(false));
}

#[test]
fn garbage_under_every_key_is_all_kept_and_the_app_starts_anew() {
    let shelf = MapShelf::default();
    let ids = ["", "x", IDS[0], IDS[1], "../../settings", "ünïcödé"];
    let mut keys: Vec<String> = ids.map(log).to_vec();
    keys.extend([SETTINGS, RUNNING, ROUTINES, MEASURES].map(str::to_owned));
    for (at, key) in keys.iter().enumerate() {
        shelf.put(key, &format!("garbage {at}"));
    }
    let others = [("unknot/quarantine/3", "older garbage"), ("unknot/quarantine/x", "odd"), ("unknot/else", "?")];
    for (key, text) in others {
        shelf.put(key, text);
    }
    shelf.put("somebody/else", "not ours");
    let store = Store(&shelf);
    let contents = load(&store);
    assert_eq!((contents.records.len(), contents.running.len(), contents.settings), (0, 0, Settings::default()));
    assert_eq!((contents.corrupt, contents.quarantined), (keys.len(), keys.len() + 2));
    for at in 0..keys.len() {
        assert!(shelf.holds(&format!("garbage {at}")));
    }
    assert!(others.iter().all(|(key, text)| shelf.text(key).as_deref() == Some(*text)));
    assert_eq!(store.quarantined().len(), keys.len() + 2);

    store.discard_quarantined().unwrap();
    assert!(store.quarantined().is_empty());
    assert_eq!(shelf.text("somebody/else").as_deref(), Some("not ours"));
    assert_eq!(shelf.all().len(), 2);
}

#[test]
fn quarantine_never_overwrites_what_it_keeps() {
    let shelf = MapShelf::default();
    let highest = format!("unknot/quarantine/{}", u32::MAX);
    shelf.put(&highest, "kept");
    shelf.put(SETTINGS, "garbage");
    load(&Store(&shelf));
    assert!(shelf.holds("kept") && shelf.holds("garbage"));
}

#[test]
fn hostile_nesting_and_numbers_do_no_harm() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let deep_object = format!("{}1{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
    let hostile = [
        deep.clone(),
        format!(r#"{{"format":1,"data":{deep}}}"#),
        format!(r#"{{"format":1,"data":{deep_object}}}"#),
        "[".repeat(200_000),
        r#"{"format":1e999,"data":{}}"#.to_owned(),
        format!(r#"{{"format":1,"data":{{"get_ready":{}}}}}"#, "9".repeat(5_000)),
        r#"{"format":1,"format":1,"data":{}}"#.to_owned(),
    ];
    for text in hostile {
        for key in [SETTINGS, RUNNING, ROUTINES, &log(IDS[0])] {
            let shelf = well_filled();
            shelf.put(key, &text);
            let contents = load(&Store(&shelf));
            assert_eq!(contents.records, all_but(key));
            assert!(shelf.holds(&text));
        }
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn damage_to_one_value_loses_no_other_document(
        victim in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        flip in 1..=255_u8,
        cut in any::<bool>(),
    ) {
        let shelf = well_filled();
        let keys: Vec<String> = shelf.all().into_keys().collect();
        let key = &keys[victim.index(keys.len())];
        let mut bytes = shelf.text(key).unwrap().into_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= flip;
        }
        let damaged = String::from_utf8_lossy(&bytes).into_owned();
        shelf.put(key, &damaged);
        let undamaged = shelf.all();

        let store = Store(&shelf);
        let contents = load(&store);
        // Counts follow from the log: those that an older version might have written are made anew.
        prop_assert!(shelf.holds(&damaged) || key == DIGEST, "the damaged text itself is lost");
        for (other, text) in &undamaged {
            // Counts are made anew.
            let is_kept = other == key || other == DIGEST || shelf.text(other).as_ref() == Some(text);
            prop_assert!(is_kept, "{} was touched", other);
        }
        let mut records = contents.records;
        records.retain(|record| log(&record.id) != *key);
        prop_assert_eq!(records, all_but(key));
        if key != SETTINGS {
            prop_assert_eq!(contents.settings, settings());
        }
        if key != RUNNING {
            prop_assert_eq!(contents.running, vec![checkpoint()]);
        }
        prop_assert!(contents.corrupt + contents.newer <= 1);

        // The app goes on: whatever can be saved is, and nothing is lost by it.
        let _ = store.change_settings(|all| all.sound = Some(true));
        let _ = store.put(RUNNING_ID, &checkpoint());
        store.save_record(&record("01997a16-0000-7000-8000-000000000001", "2026-01-06"), &Digest::default()).unwrap();
        prop_assert!(load(&store).records.len() > all_but(key).len());
    }

    #[test]
    fn any_text_under_any_key_is_kept_or_read(key in "unknot/(log/[a-z]{0,2}|settings|running|running/[a-z]{0,2}|digest|routines/a|measures/b|plan|health)", text in "(?s).{0,60}") {
        let shelf = MapShelf::default();
        shelf.put(&key, &text);
        let contents = load(&Store(&shelf));
        prop_assert!(shelf.holds(&text));
        prop_assert!(contents.records.is_empty());
    }
}
