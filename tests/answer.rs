//! What is answered to how somebody feels after a session.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use rstest::rstest;
use support::record;
use unknot::domain::documents::digest::Digest;
use unknot::domain::progress::answer::{Answer, answer, number_in_a_week};
use unknot::domain::progress::record::SessionRecord;

const DATE: &str = "2026-01-05";

#[rstest]
#[case::nothing_was_said(None, None, None)]
#[case::only_before(Some(5), None, None)]
#[case::none(None, Some(0), Some(Answer::GoOn))]
#[case::a_little(Some(3), Some(3), Some(Answer::GoOn))]
#[case::some(Some(4), Some(4), Some(Answer::Stay))]
#[case::some_without_before(None, Some(5), Some(Answer::Stay))]
#[case::a_little_but_risen(Some(1), Some(3), Some(Answer::Stay))]
#[case::risen_by_one(Some(2), Some(3), Some(Answer::GoOn))]
#[case::much(Some(3), Some(6), Some(Answer::EaseOff))]
#[case::much_though_less_than_before(Some(9), Some(7), Some(Answer::EaseOff))]
#[case::the_worst(None, Some(10), Some(Answer::EaseOff))]
fn the_answer_follows_the_traffic_light(
    #[case] before: Option<u8>,
    #[case] after: Option<u8>,
    #[case] expected: Option<Answer>,
) {
    let record = SessionRecord { pain_before: before, pain_after: after, ..record("a", DATE) };
    assert_eq!(answer(&record), expected);
}

#[test]
fn what_hurt_is_answered_before_anything_is_asked() {
    let mut record = SessionRecord { pain_before: None, pain_after: None, ..record("a", DATE) };
    record.entries[0].hurt = true;
    assert_eq!(answer(&record), Some(Answer::EaseOff));
    record.pain_after = Some(0);
    assert_eq!(answer(&record), Some(Answer::EaseOff));
}

/// The id of a session so many hours after the first.
fn id(hours: u64) -> String {
    let ms = 1_767_600_000_000_u64 + hours * 3_600_000;
    let digits = format!("{ms:012x}");
    format!("{}-{}-7000-8000-000000000001", &digits[..8], &digits[8..])
}

#[rstest]
#[case::the_first(&[0], 0, Some(1))]
#[case::the_third(&[0, 24, 100], 100, Some(3))]
#[case::eight_days_later(&[0, 192], 192, Some(1))]
#[case::just_within(&[0, 167], 167, Some(2))]
#[case::just_over(&[0, 168], 168, Some(1))]
#[case::later_ones_do_not_count(&[0, 24, 48], 24, Some(2))]
#[case::massage_is_none_of_them(&[0, 24], 30, None)]
fn sessions_are_counted_over_seven_days(#[case] begun: &[u64], #[case] this: u64, #[case] expected: Option<usize>) {
    let records: Vec<SessionRecord> = begun.iter().map(|hours| record(&id(*hours), DATE)).collect();
    let digest = Digest::of(records.len(), &records);
    assert_eq!(number_in_a_week(digest.recent.as_deref().unwrap(), &id(this)), expected);
}

#[test]
fn an_id_that_is_none_is_counted_nowhere() {
    assert_eq!(number_in_a_week(&[], "é-no id"), None);
}
