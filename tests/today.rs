//! Starting slowly: what is offered today, and why.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{record, shipped};
use unknot::content::CATALOG;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::health::Health;
use unknot::domain::progress::record::SessionRecord;
use unknot::domain::progress::today::{
    MINUTES, Offer, Why, fits, has_superman, holds_superman, in_time, minutes_of, today, trimmed, with_time,
    without_superman,
};
use unknot::domain::routine::share_code;
use unknot::domain::safety::clearing::{Clearing, clear};
use unknot::domain::session::timeline::timed_total_ms;

const DATE: &str = "2026-01-05";

/// A finished session of a routine, with pain before and after.
fn session(number: usize, routine: &str, pain: Option<(u8, u8)>) -> SessionRecord {
    SessionRecord {
        routine: routine.to_owned(),
        pain_before: pain.map(|(before, _)| before),
        pain_after: pain.map(|(_, after)| after),
        ..record(&format!("0192-{number:04}"), DATE)
    }
}

/// So many sessions of each routine, one after the other, each with this pain.
fn sessions(of: &[(&str, usize, (u8, u8))]) -> Vec<SessionRecord> {
    let of = of.iter().flat_map(|(routine, count, pain)| vec![(*routine, *pain); *count]);
    of.enumerate().map(|(number, (routine, pain))| session(number, routine, Some(pain))).collect()
}

const SAME: (u8, u8) = (4, 4);
const WORSE: (u8, u8) = (3, 5);
const BETTER: (u8, u8) = (5, 3);

#[rstest]
#[case::nothing_yet(&[], "gentle-start", Why::Begin(0))]
#[case::five(&[("gentle-start", 5, SAME)], "gentle-start", Why::Begin(5))]
#[case::six(&[("gentle-start", 6, SAME)], "steady-five", Why::Build(0))]
#[case::any_exercise_counts(&[("gentle-start", 3, SAME), ("desk-reset", 3, BETTER)], "steady-five", Why::Build(0))]
#[case::five_more(&[("gentle-start", 6, SAME), ("steady-five", 5, SAME)], "steady-five", Why::Build(5))]
#[case::six_more(&[("gentle-start", 6, SAME), ("steady-five", 6, SAME)], "daily-six", Why::Whole)]
#[case::harder_ones_count(&[("daily-six", 3, SAME), ("full-six", 3, SAME)], "daily-six", Why::Whole)]
#[case::other_ones_do_not(&[("gentle-start", 6, SAME), ("desk-reset", 20, SAME)], "steady-five", Why::Build(0))]
#[case::worse_after_six(&[("gentle-start", 6, WORSE)], "gentle-start", Why::StayEasy)]
#[case::better_on_average(&[("gentle-start", 3, WORSE), ("gentle-start", 3, BETTER)], "steady-five", Why::Build(0))]
#[case::worse_long_ago(&[("gentle-start", 6, WORSE), ("gentle-start", 6, SAME)], "steady-five", Why::Build(0))]
#[case::worse_lately(&[("daily-six", 20, SAME), ("daily-six", 1, WORSE)], "steady-five", Why::StepBack)]
fn each_step_takes_six_sessions_with_pain_no_worse(
    #[case] done: &[(&str, usize, (u8, u8))],
    #[case] routine: &str,
    #[case] why: Why,
) {
    let records = sessions(done);
    let offer = today(&Digest::of(records.len(), &records));
    assert_eq!((offer.routine, offer.why), (routine, why));
}

#[test]
fn massage_and_sessions_ended_early_do_not_count_and_no_answer_is_no_change() {
    let massage =
        (0..9).map(|number| SessionRecord { code: String::new(), ..session(number, "thai-self-stretch", None) });
    let early = (10..19).map(|number| SessionRecord { finished: false, ..session(number, "gentle-start", None) });
    let mut records: Vec<SessionRecord> = massage.chain(early).collect();
    assert_eq!(today(&Digest::of(records.len(), &records)).why, Why::Begin(0));
    records.extend((20..26).map(|number| session(number, "gentle-start", None)));
    assert_eq!(today(&Digest::of(records.len(), &records)).why, Why::Build(0));
}

#[test]
fn in_superman_s_place_is_something_just_as_long() {
    let six = shipped("daily-six");
    let mild = without_superman(&CATALOG, six.clone());
    assert!(holds_superman(&six) && !holds_superman(&mild));
    assert_eq!(timed_total_ms(&mild, 10), timed_total_ms(&six, 10));
    assert!(share_code::format(&mild.items).ends_with("_bird-dog.5r.3h"), "{}", share_code::format(&mild.items));
}

#[rstest]
#[case::never_done(0, None, false)]
#[case::done_once(1, None, false)]
#[case::known(2, None, true)]
#[case::left_out(9, Some(false), false)]
#[case::added(0, Some(true), true)]
fn superman_comes_when_it_is_chosen_or_known(#[case] done: usize, #[case] chosen: Option<bool>, #[case] comes: bool) {
    let with_superman = |number| {
        let mut session = session(number, "daily-six", None);
        session.entries[0].exercise = "superman".to_owned();
        session
    };
    let records: Vec<SessionRecord> = (0..done).map(with_superman).collect();
    assert_eq!(has_superman(chosen, &Digest::of(done, &records)), comes);
}

proptest! {
    /// Whatever is added, changed and deleted in whatever order, the counts are those over the whole
    /// log, or say that they have to be made anew.
    #[test]
    fn what_is_kept_of_the_last_sessions_is_what_the_log_says(
        changes in proptest::collection::vec((0_usize..20, 0_u8..=10, any::<bool>(), any::<bool>()), 1..80),
    ) {
        let mut log: Vec<SessionRecord> = Vec::new();
        let mut digest = Digest::default();
        for (number, pain, is_massage, deletes) in changes {
            let mut record = session(number, "steady-five", Some((3, pain)));
            if is_massage {
                record.code.clear();
            }
            let before = log.iter().position(|other| other.id == record.id).map(|place| log.remove(place));
            let after = (!deletes).then_some(record);
            digest.exchange(before.as_ref(), after.as_ref());
            log.extend(after);
            let counted = Digest::of(log.len(), &log);
            prop_assert_eq!((digest.exercised, digest.steady), (counted.exercised, counted.steady));
            if digest.recent.is_some() {
                prop_assert_eq!(&digest.recent, &counted.recent);
            } else {
                digest = counted;
            }
        }
    }
}

/// The ids of a routine's items.
fn ids(routine: &unknot::domain::routine::Routine) -> Vec<&str> {
    routine.items.iter().map(|item| item.id()).collect()
}

#[rstest]
#[case::one_minute_over_is_allowed("daily-six", 10, &["cat-cow", "bird-dog", "pelvic-tilt", "bridge", "dead-bug", "superman"])]
#[case::what_is_worth_most_stays("daily-six", 5, &["cat-cow", "bird-dog", "bridge"])]
#[case::one_exercise("daily-six", 2, &["bird-dog"])]
#[case::all_of_what_is_short("gentle-start", 5, &["pelvic-tilt", "cat-cow", "bird-dog", "bridge"])]
#[case::two_of_it("gentle-start", 2, &["bird-dog", "bridge"])]
fn what_can_be_done_in_the_time_is_what_is_worth_most_in_its_order(
    #[case] routine: &str,
    #[case] minutes: u16,
    #[case] kept: &[&str],
) {
    let whole = shipped(routine);
    let short = trimmed(&whole, minutes, 10);
    assert_eq!(ids(&short), kept);
    // A part of a step is no step.
    assert_eq!(short.id == whole.id, kept.len() == whole.items.len());
}

#[test]
fn the_bird_dog_in_superman_s_place_is_worth_what_superman_is() {
    let mild = without_superman(&CATALOG, shipped("daily-six"));
    assert_eq!(ids(&trimmed(&mild, 5, 10)), ["cat-cow", "bird-dog", "bridge"]);
}

#[rstest]
#[case::more_for_who_is_through(Why::Whole, "daily-six", 15, "full-six")]
#[case::as_ever(Why::Whole, "daily-six", 10, "daily-six")]
#[case::not_while_beginning(Why::Begin(3), "gentle-start", 15, "gentle-start")]
#[case::not_while_it_is_worse(Why::StepBack, "steady-five", 15, "steady-five")]
fn more_time_is_more_to_do_only_for_who_is_ready(
    #[case] why: Why,
    #[case] routine: &'static str,
    #[case] minutes: u16,
    #[case] with: &str,
) {
    assert_eq!(with_time(Offer { routine, why }, minutes), with);
}

proptest! {
    #[test]
    fn what_is_trimmed_fits_where_anything_does(which in 0..CATALOG.routines.get().len(), minutes in 0..MINUTES.len(), get_ready in 0_u16..=30) {
        let routine = shipped(CATALOG.routines.get()[which].id.get());
        let minutes = MINUTES[minutes];
        let short = trimmed(&routine, minutes, get_ready);
        prop_assert!(!short.items.is_empty());
        prop_assert!(short.items.len() == 1 || fits(&short, minutes, get_ready));
        if fits(&routine, minutes, get_ready) {
            prop_assert_eq!(&short.items, &routine.items);
        }
        prop_assert!(minutes_of(&short, get_ready) <= minutes || short.items.len() == 1);
    }
}

#[test]
fn in_little_time_what_the_rules_took_out_stays_asked_for() {
    let asked = shipped("daily-six");
    let health = Health { conditions: Some(vec!["osteoporosis".to_owned()]), ..Health::default() };
    let cleared = clear(&CATALOG, asked.clone(), &Clearing::of(CATALOG.conditions.get(), &health));
    let (left, from) = (cleared.playable.unwrap().into_parts().0, cleared.from);
    let (done, wished) = in_time(&asked, &left, &from, Some(5), 10);
    assert_eq!(ids(&done), ids(&trimmed(&left, 5, 10)));
    assert_eq!(ids(&wished)[0], "cat-cow", "left out, and told why");
    assert_eq!(&ids(&wished)[1..], ids(&done));
    assert_eq!(in_time(&asked, &left, &from, None, 10), (left, asked));
}
