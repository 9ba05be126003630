//! How regularly somebody practises: days, streaks and minutes by week.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use rstest::rstest;
use support::record;
use unknot::domain::progress::adherence::{Adherence, adherence};
use unknot::domain::progress::record::{SessionRecord, parse_date};

/// A Wednesday.
const TODAY: &str = "2026-01-07";

fn as_of(today: &str, records: &[SessionRecord]) -> Adherence {
    adherence(records, parse_date(today).unwrap(), 4)
}

fn sessions(dates: &[&str]) -> Vec<SessionRecord> {
    dates.iter().map(|date| record("id", date)).collect()
}

fn lasting(date: &str, active_seconds: u32) -> SessionRecord {
    SessionRecord { active_seconds, ..record("id", date) }
}

/// Days practised, current streak, best streak.
fn streaks(today: &str, dates: &[&str]) -> (usize, usize, usize) {
    let all = as_of(today, &sessions(dates));
    (all.days_practised, all.current_streak, all.best_streak)
}

#[test]
fn nobody_has_practised_before_the_first_session() {
    let expected =
        Adherence { days_practised: 0, current_streak: 0, best_streak: 0, minutes_by_week: vec![0, 0, 0, 0] };
    assert_eq!(as_of(TODAY, &[]), expected);
}

#[rstest]
#[case::today_only(&["2026-01-07"], (1, 1, 1))]
#[case::up_to_today(&["2026-01-05", "2026-01-06", "2026-01-07"], (3, 3, 3))]
#[case::yesterday_still_counts(&["2026-01-05", "2026-01-06"], (2, 2, 2))]
#[case::two_days_ago_does_not(&["2026-01-04", "2026-01-05"], (2, 0, 2))]
#[case::twice_a_day_is_one_day(&["2026-01-07", "2026-01-07", "2026-01-06"], (2, 2, 2))]
#[case::a_gap_ends_a_streak(&["2026-01-03", "2026-01-04", "2026-01-05", "2026-01-07"], (4, 1, 3))]
#[case::in_any_order(&["2026-01-06", "2026-01-07", "2026-01-05"], (3, 3, 3))]
#[case::over_the_new_year(&["2025-12-30", "2025-12-31", "2026-01-01"], (3, 0, 3))]
#[case::long_ago(&["2019-03-01", "2019-03-02"], (2, 0, 2))]
#[case::a_day_to_come_is_no_streak(&["2026-01-08", "2026-01-07"], (2, 1, 2))]
#[case::only_a_day_to_come(&["2026-01-09"], (1, 0, 1))]
fn days_in_a_row_are_counted(#[case] dates: &[&str], #[case] expected: (usize, usize, usize)) {
    assert_eq!(streaks(TODAY, dates), expected);
}

#[rstest]
#[case::the_year_ends("2026-01-01", &["2025-12-30", "2025-12-31", "2026-01-01"], 3)]
#[case::today_missing_on_new_year("2026-01-01", &["2025-12-30", "2025-12-31"], 2)]
#[case::a_leap_day("2024-03-01", &["2024-02-28", "2024-02-29", "2024-03-01"], 3)]
#[case::no_leap_day("2025-03-01", &["2025-02-28", "2025-03-01"], 2)]
#[case::a_leap_day_missed("2024-03-01", &["2024-02-28", "2024-03-01"], 1)]
fn a_streak_follows_the_calendar(#[case] today: &str, #[case] dates: &[&str], #[case] streak: usize) {
    assert_eq!(streaks(today, dates).1, streak);
}

#[test]
fn a_session_in_which_nothing_was_done_does_not_count() {
    let mut nothing = record("id", TODAY);
    for entry in &mut nothing.entries {
        entry.done = 0;
    }
    let all = as_of(TODAY, &[nothing]);
    assert_eq!((all.days_practised, all.current_streak, all.best_streak), (0, 0, 0));
    assert_eq!(all.minutes_by_week, [0, 0, 0, 0]);
}

#[test]
fn a_session_ended_early_counts_if_anything_was_done() {
    let ended = SessionRecord { finished: false, ..record("id", TODAY) };
    assert_eq!(as_of(TODAY, &[ended]).days_practised, 1);
}

#[test]
fn a_session_without_a_readable_date_is_passed_over() {
    let mut lost = record("id", TODAY);
    lost.date = "2026-13-01".to_owned();
    assert_eq!(as_of(TODAY, &[lost, record("id", TODAY)]).days_practised, 1);
}

#[test]
fn weeks_begin_on_monday_and_this_week_comes_last() {
    let records = [
        lasting("2025-12-14", 60),
        lasting("2025-12-15", 120),
        lasting("2025-12-28", 300),
        lasting("2026-01-04", 600),
        lasting("2026-01-05", 1_200),
        lasting("2026-01-07", 60),
        lasting("2026-01-11", 180),
        lasting("2026-01-12", 6_000),
    ];
    assert_eq!(as_of(TODAY, &records).minutes_by_week, [2, 5, 10, 24]);
}

#[test]
fn a_week_runs_across_the_new_year() {
    let records = [lasting("2025-12-29", 60), lasting("2025-12-31", 60), lasting("2026-01-01", 60)];
    assert_eq!(as_of("2026-01-04", &records).minutes_by_week, [0, 0, 0, 3]);
    assert_eq!(as_of("2026-01-05", &records).minutes_by_week, [0, 0, 3, 0]);
}

#[test]
fn minutes_are_rounded_up_session_by_session() {
    assert_eq!([0, 1, 59, 60, 61].map(|seconds| lasting(TODAY, seconds).minutes()), [0, 1, 1, 1, 2]);
    let records = [lasting(TODAY, 30), lasting(TODAY, 61)];
    assert_eq!(as_of(TODAY, &records).minutes_by_week, [0, 0, 0, 3]);
}

#[test]
fn no_weeks_may_be_asked_for() {
    let all = adherence(&sessions(&[TODAY]), parse_date(TODAY).unwrap(), 0);
    assert!(all.minutes_by_week.is_empty());
    assert_eq!(all.days_practised, 1);
}

#[test]
fn ten_years_of_days_are_one_streak() {
    let mut date = parse_date("2016-01-01").unwrap();
    let mut records = Vec::new();
    while date <= parse_date(TODAY).unwrap() {
        let text = format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day());
        records.push(record("id", &text));
        date = date.next_day().unwrap();
    }
    let all = as_of(TODAY, &records);
    assert_eq!((all.days_practised, all.current_streak, all.best_streak), (3_660, 3_660, 3_660));
}

#[rstest]
#[case("2026-01-07", true)]
#[case("2024-02-29", true)]
#[case("2025-02-29", false)]
#[case("2026-00-01", false)]
#[case("2026-1-7", false)]
#[case("26-01-07", false)]
#[case("2026-01-07T10:00", false)]
#[case("", false)]
#[case("today", false)]
fn only_a_day_that_exists_is_a_date(#[case] text: &str, #[case] exists: bool) {
    assert_eq!(parse_date(text).is_some(), exists);
}
