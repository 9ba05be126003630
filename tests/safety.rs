//! The safety screen: which answers are how urgent, and what then stands before a session.
#![allow(missing_docs, clippy::unwrap_used)]

use proptest::prelude::*;
use rstest::rstest;
use time::Date;
use unknot::content::CATALOG;
use unknot::domain::documents::health::Health;
use unknot::domain::progress::record::parse_date;
use unknot::domain::safety::gate::{Gate, SEEN_HOLDS, gate};
use unknot::domain::safety::screen::{Answered, answered};
use unknot::domain::safety::tier::{Tier, tier_of};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn lists() -> &'static [unknot::domain::catalog::SafetyTier] {
    unknot::content::told(CATALOG.safety).get()
}

/// Of each flag by itself; a new one has to be put here.
#[rstest]
#[case::emergency(Tier::Emergency, &["both-legs", "saddle", "bladder-or-bowel", "sexual-function", "weak-leg", "uncoordinated", "chest-pain", "accident"])]
#[case::urgent(Tier::Urgent, &["swollen-leg", "fever", "recent-infection", "small-fall", "weight-loss", "lump", "night-pain", "straining", "upper-back"])]
#[case::soon(Tier::Soon, &["not-improving", "daily-life", "age", "cancer", "steroids", "weak-immunity", "osteoporosis", "severe-or-long"])]
fn each_flag_has_its_tier(#[case] tier: Tier, #[case] flags: &[&str]) {
    for flag in flags {
        assert_eq!(tier_of(lists(), &[flag]), tier, "{flag}");
    }
    let list = lists().iter().find(|list| Tier::of_list(list) == Some(tier)).unwrap();
    let all: Vec<&str> = list.flags.get().iter().map(|flag| flag.id.get()).collect();
    assert_eq!(all, flags);
}

#[test]
fn the_most_urgent_answer_counts_and_none_is_none() {
    assert_eq!(tier_of(lists(), &[]), Tier::None);
    assert_eq!(tier_of(lists(), &["age", "fever", "cancer"]), Tier::Urgent);
    assert_eq!(tier_of(lists(), &["age", "saddle", "fever"]), Tier::Emergency);
    assert_eq!(tier_of(lists(), &["no-such-flag"]), Tier::None);
}

/// By its answers to the lists, as far as they are asked.
#[rstest]
#[case::none(&[false, false, false], Tier::None)]
#[case::at_once(&[true], Tier::Emergency)]
#[case::urgent(&[false, true], Tier::Urgent)]
#[case::soon(&[false, false, true], Tier::Soon)]
fn lists_are_asked_until_one_has_something(#[case] answers: &[bool], #[case] expected: Tier) {
    for (at, is_so) in answers.iter().enumerate() {
        let answered = answered(lists(), at, *is_so);
        if at + 1 < answers.len() {
            assert_eq!(answered, Answered::Next(at + 1));
        } else {
            assert_eq!(answered, Answered::Found(expected));
        }
    }
}

#[test]
fn a_new_answer_forgets_what_was_said_of_an_earlier_one() {
    let mut health = health("2026-11-01", Tier::Emergency, "2026-11-02", "2026-11-02");
    health.conditions = Some(vec!["osteoporosis".to_owned()]);
    health.set_screened(Tier::Emergency, "2026-11-02");
    assert_eq!(gate(&health, day("2026-11-02")), Gate::Stop, "also on the same day");
    assert_eq!(health.conditions, Some(vec!["osteoporosis".to_owned()]));
}

fn health(screened: &str, tier: Tier, seen: &str, went_on: &str) -> Health {
    let said = |date: &str| (!date.is_empty()).then(|| date.to_owned());
    Health { screened: said(screened), tier: Some(tier), seen: said(seen), went_on: said(went_on), ..Health::default() }
}

#[rstest]
#[case::nobody_asked(Health::default(), Gate::Ask)]
#[case::no_flag(health("2026-11-24", Tier::None, "", ""), Gate::Open)]
#[case::long_ago(health("2020-01-01", Tier::None, "", ""), Gate::Open)]
#[case::a_tier_of_a_newer_version(health("2026-11-24", Tier::Unasked, "", ""), Gate::Ask)]
#[case::without_a_date(health("", Tier::None, "", ""), Gate::Ask)]
#[case::no_date(health("yesterday", Tier::None, "", ""), Gate::Ask)]
#[case::in_the_future(health("2026-11-29", Tier::None, "", ""), Gate::Ask)]
#[case::soon(health("2026-11-24", Tier::Soon, "", ""), Gate::Advise(Tier::Soon))]
#[case::soon_and_went_on(health("2026-11-24", Tier::Soon, "", "2026-11-24"), Gate::Open)]
#[case::urgent_and_went_on_before_it(health("2026-11-24", Tier::Urgent, "", "2026-11-20"), Gate::Advise(Tier::Urgent))]
#[case::emergency(health("2026-11-24", Tier::Emergency, "", ""), Gate::Stop)]
#[case::emergency_does_not_go_on(health("2026-11-24", Tier::Emergency, "", "2026-11-25"), Gate::Stop)]
#[case::seen_about_another(health("2026-11-24", Tier::Emergency, "2026-11-23", "2026-11-23"), Gate::Stop)]
#[case::seen(health("2026-11-24", Tier::Emergency, "2026-11-25", ""), Gate::Advise(Tier::Urgent))]
#[case::seen_and_went_on(health("2026-11-24", Tier::Emergency, "2026-11-25", "2026-11-25"), Gate::Open)]
#[case::seen_more_than_half_a_year_ago(health("2026-03-01", Tier::Emergency, "2026-03-02", "2026-03-02"), Gate::Ask)]
fn what_stands_before_a_session(#[case] health: Health, #[case] expected: Gate) {
    assert_eq!(gate(&health, day("2026-11-28")), expected);
}

#[test]
fn having_been_seen_holds_for_half_a_year_to_the_day() {
    let health = health("2026-01-01", Tier::Emergency, "2026-01-01", "2026-01-01");
    let last = day("2026-01-01") + time::Duration::days(SEEN_HOLDS);
    assert_eq!(gate(&health, last), Gate::Open);
    assert_eq!(gate(&health, last.next_day().unwrap()), Gate::Ask);
}

#[test]
fn the_document_is_as_it_was_agreed() {
    let text = r#"{"screened":"2026-11-24","tier":"none","conditions":[]}"#;
    let health: Health = miniserde::json::from_str(text).unwrap();
    assert_eq!(health.screened.as_deref(), Some("2026-11-24"));
    assert_eq!((health.tier, health.conditions), (Some(Tier::None), Some(vec![])));
    let newer: Health = miniserde::json::from_str(r#"{"screened":"2026-11-24","tier":"worse"}"#).unwrap();
    assert_eq!(gate(&newer, day("2026-11-28")), Gate::Ask);
}

proptest! {
    #[test]
    fn whatever_is_stored_an_emergency_is_not_passed_unless_it_was_seen_to(
        screened in ".{0,12}|2026-1[01]-[012][0-9]", went_on in ".{0,12}|2026-1[01]-[012][0-9]",
    ) {
        let gate = gate(&health(&screened, Tier::Emergency, "", &went_on), day("2026-11-28"));
        prop_assert!(matches!(gate, Gate::Stop | Gate::Ask), "{gate:?}");
    }
}
