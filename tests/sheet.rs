//! The sheet for a therapist, and the weeks that it tells.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::record;
use time::Date;
use unknot::app::parts::body_map::REGIONS;
use unknot::content::words::messages::REGIONS as NAMES;
use unknot::content::words::messages::{recently, report_practice};
use unknot::domain::documents::envelope;
use unknot::domain::documents::glance::Glance;
use unknot::domain::documents::kind::SHEET;
use unknot::domain::documents::sheet::{LONGEST, Mark, Sheet, fitting};
use unknot::domain::progress::history::History;
use unknot::domain::progress::recent::{Recent, recent};
use unknot::domain::progress::record::{SessionRecord, parse_date};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn session(date: &str, pain: Option<u8>) -> SessionRecord {
    SessionRecord { pain_before: pain, active_seconds: 300, ..record("01997a10-0000-7000-8000-000000000001", date) }
}

#[test]
fn every_region_has_a_name_and_a_place_on_the_body() {
    let places: Vec<&str> = REGIONS.iter().map(|(id, ..)| *id).collect();
    let names: Vec<&str> = NAMES.iter().map(|(id, _)| *id).collect();
    assert_eq!(places, names);
    for (id, _, [x, y, width, height]) in REGIONS {
        assert!(x + width <= 100 && y + height <= 220, "{id} lies beside the body");
        assert!(width >= 13 && height >= 11, "{id} is too small for a finger");
    }
    let overlap =
        |a: [u16; 4], b: [u16; 4]| a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
    for (index, (id, behind, place)) in REGIONS.iter().enumerate() {
        for (other, other_behind, other_place) in &REGIONS[index + 1..] {
            assert!(behind != other_behind || !overlap(*place, *other_place), "{id} and {other} lie on each other");
        }
    }
}

#[test]
fn a_tap_goes_through_the_marks_and_a_region_has_one() {
    let mut sheet = Sheet::default();
    let seen: Vec<Mark> = (0..4)
        .map(|_| {
            sheet.set_mark("neck", sheet.mark("neck").next());
            sheet.mark("neck")
        })
        .collect();
    assert_eq!(seen, [Mark::Hurts, Mark::KeepOff, Mark::None, Mark::Hurts]);
    assert_eq!((sheet.hurts.clone().unwrap().len(), sheet.keep_off.clone().unwrap().len()), (1, 0));
    assert!(!sheet.is_empty());
    sheet.set_mark("neck", Mark::None);
    assert!(sheet.is_empty());
}

#[test]
fn a_sheet_of_the_first_format_is_read_as_it_was_meant() {
    let sheet: Sheet = envelope::read(&SHEET, include_str!("fixtures/formats/sheet.1.json")).unwrap();
    assert_eq!(
        (sheet.mark("left-low-back"), sheet.mark("belly"), sheet.mark("neck")),
        (Mark::Hurts, Mark::KeepOff, Mark::None)
    );
    assert_eq!((sheet.strong, sheet.pressure, sheet.stop_word.as_deref()), (Some(6), Some(2), Some("Red")));
}

#[rstest]
#[case::nothing(&[], Recent::default())]
#[case::too_old(&[("2026-10-31", Some(3))], Recent::default())]
#[case::tomorrow(&[("2026-11-29", Some(3))], Recent::default())]
#[case::too_few_for_pain(&[("2026-11-28", Some(3)), ("2026-11-01", Some(5))], Recent { sessions: 2, days: 2, span: 28, gap: 26, minutes: 10, pain: None })]
#[case::ends(&[
    ("2026-11-28", Some(2)), ("2026-11-28", Some(2)), ("2026-11-27", Some(3)), ("2026-11-20", None), ("2026-11-12", Some(5)),
    ("2026-11-10", Some(6)), ("2026-11-08", Some(6)),
], Recent { sessions: 7, days: 6, span: 21, gap: 7, minutes: 35, pain: Some((6, 2)) })]
fn the_last_weeks_are_counted(#[case] sessions: &[(&str, Option<u8>)], #[case] expected: Recent) {
    let mut history = History::default();
    for (number, (date, pain)) in sessions.iter().rev().enumerate() {
        let id = format!("01997a10-0000-7000-8000-{number:012}");
        history.place(&Glance::of(&SessionRecord { id, ..session(date, *pain) }).unwrap());
    }
    assert_eq!(recent(&history, day("2026-11-28"), 28), expected);
}

#[test]
fn the_last_weeks_are_a_sentence() {
    let pain = |pain| recently(&Recent { sessions: 7, days: 1, minutes: 35, pain, ..Recent::default() });
    assert_eq!(pain(None), "Exercise: 7 sessions on 1 day, 35 minutes in all.");
    assert!(pain(Some((6, 2))).ends_with("Pain before a session: about 6 of 10 at first, about 2 lately."));
    assert!(pain(Some((4, 4))).ends_with("about 4 of 10 throughout."));
}

#[rstest]
#[case::one(1, 1, 1, None, 0, "1 session on 1 day in 1 day.")]
#[case::some_days(3, 3, 5, Some(3), 1, "3 sessions on 3 days in 5 days; 3 days a week planned.")]
#[case::weeks(60, 60, 82, Some(3), 2, "60 sessions on 60 days in 12 weeks: about 5 days a week, 3 planned.")]
#[case::a_break(
    20,
    18,
    84,
    None,
    11,
    "20 sessions on 18 days in 12 weeks: about 2 days a week. The longest break was 11 days."
)]
fn practice_is_told_by_the_week(
    #[case] sessions: usize,
    #[case] days: usize,
    #[case] span: i32,
    #[case] planned: Option<u32>,
    #[case] gap: i32,
    #[case] expected: &str,
) {
    assert_eq!(report_practice(sessions, days, span, planned, gap), expected);
}

proptest! {
    #[test]
    fn any_text_fits_a_line(text in any::<String>()) {
        let fit = fitting(&text);
        prop_assert!(fit.chars().count() <= LONGEST && !fit.chars().any(char::is_control));
    }
}
