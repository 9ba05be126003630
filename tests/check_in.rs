//! The weekly check-in: when it is due, what is kept, and what its answers say.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

#[path = "support/shelf.rs"]
mod shelf;

use rstest::rstest;
use shelf::MapShelf;
use support::record;
use time::Date;
use unknot::content::words::messages as t;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::measures::{Activity, Measures};
use unknot::domain::documents::store::{Found, Store};
use unknot::domain::progress::check_in::{Earlier, courses, is_due, names};
use unknot::domain::progress::record::parse_date;

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn measures(pain: Option<u8>, activities: &[(&str, Option<u8>)]) -> Measures {
    let activities = activities.iter().map(|(name, score)| Activity { name: (*name).to_owned(), score: *score });
    Measures { pain, activities: Some(activities.collect()) }
}

// The last one, when it was put off, whether it is never wanted, sessions.
#[rstest]
#[case::nobody_began(None, None, false, 0, false)]
#[case::after_the_first_session(None, None, false, 1, true)]
#[case::six_days_ago(Some("2026-11-22"), None, false, 9, false)]
#[case::a_week_ago(Some("2026-11-21"), None, false, 9, true)]
#[case::today(Some("2026-11-28"), None, false, 9, false)]
#[case::put_off(Some("2026-10-01"), Some("2026-11-25"), false, 9, false)]
#[case::put_off_long_ago(Some("2026-10-01"), Some("2026-11-20"), false, 9, true)]
#[case::never(Some("2026-10-01"), None, true, 9, false)]
#[case::a_day_to_come(Some("2027-01-01"), None, false, 9, true)]
fn it_is_due_once_a_week(
    #[case] last: Option<&str>,
    #[case] put_off: Option<&str>,
    #[case] never: bool,
    #[case] sessions: u32,
    #[case] due: bool,
) {
    let earlier = Earlier { last: last.map(day), put_off: put_off.map(day), never };
    assert_eq!(is_due(earlier, sessions, day("2026-11-28")), due);
}

#[test]
fn what_was_named_last_is_asked_for() {
    let all = [
        (1, measures(Some(6), &[("Socks", Some(2)), ("Stairs", Some(4))])),
        (8, measures(Some(5), &[("Socks", Some(5)), ("Garden", Some(1))])),
        (15, measures(Some(3), &[])),
    ];
    assert_eq!(names(&all), ["Socks", "Garden"]);
    let courses = courses(&all);
    assert_eq!(courses.len(), 3);
    assert_eq!((courses[0].activity.as_deref(), courses[0].answers.as_slice()), (None, &[(1, 6), (8, 5), (15, 3)][..]));
    assert_eq!((courses[1].ends(), courses[1].matters()), (Some((2, 5)), 3));
    assert_eq!((courses[2].ends(), courses[2].answers.len()), (None, 1));
    assert!(names(&[]).is_empty());
}

#[rstest]
#[case::pain_lower(None, &[7, 4], "7 of 10 at first, 4 now: 3 lower. A change of 2 or more is seldom chance.")]
#[case::pain_a_little_lower(None, &[7, 6], "7 of 10 at first, 6 now: 1 lower. A change under 2 can be chance.")]
#[case::thirty_percent(None, &[10, 8], "10 of 10 at first, 8 now: 2 lower. A change under 3 can be chance.")]
#[case::pain_higher(None, &[3, 6], "3 of 10 at first, 6 now: 3 higher. A change of 2 or more is seldom chance. If it stays so, ask a physiotherapist or doctor.")]
#[case::activity_better(Some("Socks"), &[2, 9, 6], "2 of 10 at first, 6 now: 4 better. A change of 3 or more is seldom chance.")]
#[case::activity_worse(Some("Socks"), &[6, 2], "6 of 10 at first, 2 now: 4 worse. A change of 3 or more is seldom chance. If it stays so, ask a physiotherapist or doctor.")]
#[case::the_same(None, &[4, 9, 4], "4 of 10 at first, and 4 now: the same.")]
#[case::the_first(None, &[4], "4 of 10 at your first check-in. The next one tells whether it changes.")]
fn answers_are_a_sentence(#[case] activity: Option<&str>, #[case] answers: &[u8], #[case] said: &str) {
    let named = |answer: u8| match activity {
        Some(name) => measures(None, &[(name, Some(answer))]),
        None => measures(Some(answer), &[]),
    };
    let all: Vec<(i32, Measures)> = (0_i32..).step_by(7).zip(answers.iter().map(|answer| named(*answer))).collect();
    let courses = courses(&all);
    assert_eq!(t::check_ins(courses.last().unwrap()), said);
}

#[test]
fn a_check_in_is_kept_under_its_day_and_remembered() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    let said = measures(Some(4), &[("Socks", Some(3))]);
    store.put("2026-11-21", &said).unwrap();
    assert_eq!(store.read::<Measures>("2026-11-21"), Ok(Found::Is(said)));
    let other = MapShelf::default();
    Store(&other).put("2026-11-28", &measures(Some(11), &[])).unwrap();
    assert!(matches!(Store(&other).read::<Measures>("2026-11-28"), Ok(Found::Corrupt(_))), "no pain is 11");
    store.put("2026-11-28", &measures(Some(10), &[])).unwrap();
    store.save_record(&record("01997a10-0000-7000-8000-000000000001", "2026-11-20"), &Digest::default()).unwrap();
    let opened = store.open(0);
    assert_eq!(opened.digest.measured.as_deref(), Some("2026-11-28"), "found by its key");
    let listed = || shelf.listed.load(std::sync::atomic::Ordering::Relaxed);
    let before = listed();
    store.open(0);
    assert_eq!(listed(), before, "nobody lists keys that are known");
}
