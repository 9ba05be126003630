//! What is stored, byte by byte: the envelope, the fields, and the steps from older formats.

use crate::shelf::{IDS, RUNNING_ID, checkpoint, settings};
use crate::support::{cases, record};
use miniserde::json::{self, Value};
use proptest::prelude::*;
use rstest::rstest;
use unknot::domain::documents::envelope::{self, Unreadable};
use unknot::domain::documents::kind::{
    DIGEST, Document, HEALTH, LOG, MEASURES, Migration, PLAN, ROUTINES, RUNNING, SETTINGS,
};
use unknot::domain::documents::running::Checkpoint;
use unknot::domain::documents::session::StoredSession;
use unknot::domain::documents::settings::{Counting, Explain, Model, Settings, SpokenBy, Theme};
use unknot::domain::progress::record::{Entry, SessionRecord, Sides};

/// A document as it is read from its bytes.
fn again<T: Document>(text: &str, id: &str) -> Option<T> {
    T::of_stored(envelope::read(&T::KIND, text).unwrap(), id)
}

#[test]
fn every_document_survives_being_written_and_read() {
    for settings in [Settings::default(), settings()] {
        assert_eq!(envelope::read::<Settings>(&SETTINGS, &envelope::write(&SETTINGS, &settings)), Ok(settings));
    }
    for released in [false, true] {
        let checkpoint = Checkpoint { released, ..checkpoint() };
        assert_eq!(again(&envelope::write(&RUNNING, &checkpoint), RUNNING_ID), Some(checkpoint));
    }
    let empty = SessionRecord { entries: vec![], pain_before: None, ..record(IDS[0], "2026-01-05") };
    let full = SessionRecord { pain_after: Some(10), effort: Some(0), ..record(IDS[1], "2026-12-31") };
    for record in [empty, full] {
        assert_eq!(again(&envelope::seal(&LOG, &record.data()), &record.id), Some(record));
    }
}

#[test]
fn a_document_is_json_of_format_and_data() {
    let text = envelope::write(&LOG, &record(IDS[0], "2026-01-05"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["format"], 2);
    let data = &json["data"];
    assert_eq!(data["id"], IDS[0]);
    assert_eq!(data["started_at"], "2026-01-05T07:30:00+01:00");
    assert_eq!(data["pain_before"], 4);
    assert!(data["pain_after"].is_null());
    assert_eq!(data["entries"][1]["side"], "alternating");
    assert_eq!(data["entries"][1]["done"], 5);
}

#[test]
fn settings_that_lack_a_field_have_its_default_and_unknown_ones_are_passed_over() {
    let text = r#"{"format":1,"data":{"theme":"dark","spoken_by":"voice","colour":"blue"}}"#;
    let expected = Settings { theme: Some(Theme::Dark), spoken_by: Some(SpokenBy::Voice), ..Settings::default() };
    assert_eq!(envelope::read::<Settings>(&SETTINGS, text), Ok(expected));
    assert_eq!(envelope::read::<Settings>(&SETTINGS, r#"{"format":1,"data":{}}"#), Ok(Settings::default()));
}

#[test]
fn every_kind_counts_its_own_formats() {
    for kind in [LOG, RUNNING, SETTINGS, DIGEST, ROUTINES, PLAN, MEASURES, HEALTH] {
        assert_eq!(kind.migrations.len() + 1, kind.format() as usize, "{}", kind.name);
    }
}

fn name_the_colour(data: Value) -> Option<Value> {
    let Value::Object(mut object) = data else { return None };
    object.insert("colour".to_owned(), Value::String("blue".to_owned()));
    Some(Value::Object(object))
}

fn rename_the_colour(data: Value) -> Option<Value> {
    let Value::Object(mut object) = data else { return None };
    let colour = object.remove("colour")?;
    object.insert("paint".to_owned(), colour);
    Some(Value::Object(object))
}

const STEPS: [Migration; 2] = [name_the_colour, rename_the_colour];

#[rstest]
#[case::from_the_oldest(r#"{"format":1,"data":{"a":1}}"#, r#"{"a":1,"paint":"blue"}"#)]
#[case::from_the_middle(r#"{"format":2,"data":{"colour":"red"}}"#, r#"{"paint":"red"}"#)]
#[case::already_there(r#"{"format":3,"data":{"a":1}}"#, r#"{"a":1}"#)]
fn migrations_are_applied_in_order_from_the_format_found(#[case] old: &str, #[case] expected: &str) {
    let data = envelope::migrated(old, &STEPS).unwrap();
    assert_eq!(json::to_string(&data), expected);
}

#[rstest]
#[case::format_four(r#"{"format":4,"data":{}}"#, Unreadable::TooNew(4))]
#[case::format_ninety_nine(r#"{"format":99,"data":{}}"#, Unreadable::TooNew(99))]
#[case::too_new_whatever_its_data(r#"{"format":99,"data":null}"#, Unreadable::TooNew(99))]
#[case::format_zero(r#"{"format":0,"data":{}}"#, Unreadable::Corrupt)]
#[case::no_format(r#"{"data":{}}"#, Unreadable::Corrupt)]
#[case::a_step_does_not_fit(r#"{"format":1,"data":[]}"#, Unreadable::Corrupt)]
#[case::the_second_step_does_not_fit(r#"{"format":2,"data":{"a":1}}"#, Unreadable::Corrupt)]
#[case::not_json("{", Unreadable::Corrupt)]
fn what_cannot_be_migrated_is_refused(#[case] old: &str, #[case] why: Unreadable) {
    assert_eq!(envelope::migrated(old, &STEPS).unwrap_err(), why);
}

#[test]
fn without_steps_format_one_is_the_present_one() {
    let data = envelope::migrated(r#"{"format":1,"data":[1,"two",null]}"#, &[]).unwrap();
    assert_eq!(json::to_string(&data), r#"[1,"two",null]"#);
    let newer = envelope::read::<Settings>(&SETTINGS, r#"{"format":2,"data":{}}"#);
    assert_eq!(newer, Err(Unreadable::TooNew(2)));
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let side = prop::sample::select(vec![Sides::None, Sides::Alternating, Sides::Each]);
    ("(?s).{0,20}", side, any::<u16>(), any::<u16>(), any::<u32>(), any::<bool>(), any::<bool>()).prop_map(
        |(exercise, side, planned, done, seconds, hurt, skipped)| Entry {
            rung: exercise.chars().rev().collect(),
            exercise,
            side,
            planned,
            done,
            seconds,
            hurt,
            skipped,
        },
    )
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_session_survives_being_written_and_read(
        id in "(?s).{0,40}",
        code in "(?s).{0,200}",
        entries in prop::collection::vec(any_entry(), 0..6),
        pain in any::<[Option<u8>; 3]>(),
        active_seconds in any::<u32>(),
        finished in any::<bool>(),
    ) {
        let [pain_before, pain_after, effort] = pain;
        let record = SessionRecord {
            id, code, entries, pain_before, pain_after, effort, active_seconds, finished, ..record("id", "2026-01-05")
        };
        let stored: StoredSession = envelope::read(&LOG, &envelope::write(&LOG, &record)).unwrap();
        prop_assert_eq!(stored.record("another"), Some(record));
    }

    #[test]
    fn any_settings_survive_being_written_and_read(
        flags in any::<[Option<bool>; 9]>(),
        numbers in any::<[Option<u8>; 2]>(),
        voice in any::<Option<String>>(),
        get_ready in any::<Option<u16>>(),
        theme in prop::option::of(prop::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark])),
        emergency_number in any::<Option<String>>(),
    ) {
        let [sound, self_paced, shortcuts, breath_words, vibration, flash, network_voice, install_offered, superman] = flags;
        let [volume, rate] = numbers;
        let spoken_by = sound.map(|on| if on { SpokenBy::Voice } else { SpokenBy::ScreenReader });
        let counting = flash.map(|on| if on { Counting::EverySecond } else { Counting::Off });
        let explain = sound.map(|on| if on { Explain::Always } else { Explain::Never });
        let model = flash.map(|on| if on { Model::Second } else { Model::Chance });
        let phone_down = vibration.map(|on| !on);
        let voice_of: Option<String> = voice.clone();
        let settings = Settings {
            sound, get_ready, theme, self_paced, spoken_by, shortcuts, emergency_number, volume, voice, rate,
            breath_words, counting, explain, vibration, flash, network_voice, install_offered, superman,
            phone_down, model, check_in: sound, check_in_put_off: voice_of,
        };
        prop_assert_eq!(envelope::read::<Settings>(&SETTINGS, &envelope::write(&SETTINGS, &settings)), Ok(settings));
    }
}
