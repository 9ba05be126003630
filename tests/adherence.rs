//! How regularly somebody practises.
#![allow(missing_docs, clippy::unwrap_used)]

use proptest::prelude::*;
use rstest::rstest;
use unknot::domain::progress::adherence::{Target, in_the_last_week, steadiness};

const DAILY: fn(i32) -> Target = |_| Target { days: 7 };

fn never(_: i32) -> bool {
    false
}

/// Every day from 1 to this one.
fn days(to: i32) -> Vec<i32> {
    (1..=to).collect()
}

// What the content review, section 7, expects.
#[rstest]
#[case(7, 31)]
#[case(14, 53)]
#[case(30, 80)]
#[case(60, 96)]
fn a_session_a_day_makes_somebody_steady(#[case] length: i32, #[case] expected: u8) {
    assert_eq!(steadiness(&days(length), DAILY, never, length), expected);
}

#[test]
fn a_week_without_takes_it_from_a_hundred_to_sixty_nine() {
    assert_eq!(steadiness(&days(400), DAILY, never, 400), 100);
    assert_eq!(steadiness(&days(400), DAILY, never, 408), 69, "today is not over");
    assert_eq!(steadiness(&days(400), DAILY, |day| day > 400, 407), 100, "days of illness change nothing");
}

#[test]
fn today_counts_once_something_was_done() {
    let before = steadiness(&days(20), DAILY, never, 20);
    assert_eq!(steadiness(&days(20), DAILY, never, 21), before);
    assert!(steadiness(&days(21), DAILY, never, 21) > before);
}

#[test]
fn nobody_is_steady_before_the_first_session() {
    assert_eq!(steadiness(&[], DAILY, never, 100), 0);
    assert_eq!(steadiness(&[101], DAILY, never, 100), 0, "a day to come, from a clock that was wrong");
}

#[test]
fn how_much_stays_follows_the_rule() {
    for planned in 1..=7_u8 {
        // One day in a window, long ago: what is left after a day tells the factor.
        let target = Target { days: planned };
        let per_day = 0.5_f64.powf((f64::from(planned) / 7.0).sqrt() / 13.0);
        let all: Vec<i32> = (1..=3_000).collect();
        let full = steadiness(&all, |_| target, never, 3_000);
        assert_eq!(full, 100, "{planned} days a week");
        let week = if planned == 7 { 0 } else { 7 };
        // The window empties over a week; then each day keeps the same share.
        let left = |after: i32| f64::from(steadiness(&all, |_| target, never, 3_001 + week + after));
        let expected = per_day.powi(60);
        assert!((left(61) / left(1) - expected).abs() < 0.02, "{planned}: {} and {expected}", left(61) / left(1));
    }
}

#[test]
fn a_plan_of_three_days_asks_for_no_more() {
    // Mondays, Wednesdays and Fridays, for two years.
    let three: Vec<i32> = (1..=730).filter(|day| matches!(day % 7, 1 | 3 | 5)).collect();
    let planned = steadiness(&three, |_| Target { days: 3 }, never, 730);
    let daily = steadiness(&three, DAILY, never, 730);
    assert!(planned >= 99 && (35..=50).contains(&daily), "{planned} and {daily}");
}

#[test]
fn the_last_week_has_seven_days() {
    assert_eq!(in_the_last_week(&[1, 2, 3, 9, 10], 10), 2);
    assert_eq!(in_the_last_week(&[4, 5, 10, 11], 10), 3);
}

proptest! {
    /// A share, and doing more never makes it less.
    #[test]
    fn more_practice_is_never_less_steady(mut all in prop::collection::btree_set(1..200_i32, 1..60), more in 1..200_i32, planned in 1..=7_u8) {
        let target = Target { days: planned };
        let days: Vec<i32> = all.iter().copied().collect();
        // The score begins at the first day, so no day is put before it.
        let first = days[0];
        let without = steadiness(&days, |_| target, never, 200);
        all.insert(more.max(first));
        let with = steadiness(&all.into_iter().collect::<Vec<_>>(), |_| target, never, 200);
        prop_assert!(with <= 100 && with >= without, "{} and {}", with, without);
    }
}
