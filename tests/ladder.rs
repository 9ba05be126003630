//! The ladder: what is suggested next time, and why; and what it never suggests.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{any_form, cases, record, shipped};
use unknot::content::CATALOG;
use unknot::content::words::messages::why_moved;
use unknot::domain::catalog::{Exercise, Rung};
use unknot::domain::documents::ladder::{Ladder, Move, Why};
use unknot::domain::progress::ladder::{easier, harder, place, read, suggestion, target, with_targets, written};
use unknot::domain::progress::record::{Entry, SessionRecord, Sides};
use unknot::domain::routine::{Item, Prescription, share_code};

const TODAY: &str = "2026-11-28";

fn dose(code: &str) -> Prescription {
    match share_code::parse(&CATALOG, code).unwrap()[..] {
        [Item::Exercise(dose)] => dose,
        _ => panic!("{code}"),
    }
}

/// A finished session of one exercise, all of it done, on a day of November.
fn session(day: u8, code: &str) -> SessionRecord {
    let dose = dose(code);
    let side = Sides::from(dose.rung.side);
    let done = dose.repetitions * dose.sets * Item::Exercise(dose).per_dose();
    let entry = Entry {
        exercise: dose.exercise.id.get().to_owned(),
        rung: dose.rung.id.get().to_owned(),
        side,
        planned: done,
        done,
        seconds: 60,
        hurt: false,
        skipped: false,
    };
    let id = format!("01997a10-0000-7000-8000-0000000000{day:02}");
    SessionRecord {
        code: written(dose),
        entries: vec![entry],
        pain_before: Some(3),
        pain_after: Some(3),
        effort: Some(3),
        ..record(&id, &format!("2026-11-{day:02}"))
    }
}

/// What is suggested after two sessions of a dose, the last of which was changed.
fn after(code: &str, change: impl Fn(&mut SessionRecord)) -> Option<(String, Why)> {
    let mut sessions = [session(26, code), session(27, code)];
    change(&mut sessions[1]);
    suggestion(dose(code), &sessions, None, TODAY).map(|suggestion| (written(suggestion.to), suggestion.why))
}

// Repetitions, then the hold, then the form; and back the same way.
#[rstest]
#[case::a_repetition("bridge.8r.10h", Some("bridge.9r.10h"))]
#[case::then_the_hold("bridge.10r.10h", Some("bridge.10r.11h"))]
#[case::then_the_form("bridge.10r.15h", Some("bridge.one-leg.8r.5h"))]
#[case::the_top("bridge.one-leg.10r.5h", None)]
#[case::no_hold("dead-bug.12r", Some("dead-bug.straight-leg.10r"))]
#[case::sets_stay("bridge.10r.15h.3s.60x", Some("bridge.one-leg.8r.5h.3s.60x"))]
#[case::above_the_range("bridge.20r.10h", Some("bridge.20r.11h"))]
fn a_step_harder(#[case] from: &str, #[case] to: Option<&str>) {
    assert_eq!(harder(dose(from)).map(written).as_deref(), to);
}

#[rstest]
#[case::the_hold("bridge.10r.12h", Some("bridge.10r.11h"))]
#[case::then_a_repetition("bridge.10r.10h", Some("bridge.9r.10h"))]
#[case::then_the_form("bridge.8r.10h", Some("bridge.low.8r.3h"))]
#[case::below_the_range("bridge.6r.5h", Some("bridge.low.8r.3h"))]
#[case::the_bottom("bridge.low.8r.3h", None)]
fn a_step_easier(#[case] from: &str, #[case] to: Option<&str>) {
    assert_eq!(easier(dose(from)).map(written).as_deref(), to);
}

const DOSE: &str = "bridge.8r.10h";
const UP: Option<(&str, Why)> = Some(("bridge.9r.10h", Why::WentWell));
const fn down(why: Why) -> Option<(&'static str, Why)> {
    Some(("bridge.low.8r.3h", why))
}

// The rule, line by line (content review, section 6).
#[rstest]
#[case::all_went_well(|_: &mut SessionRecord| (), UP)]
#[case::nothing_was_answered(|s: &mut SessionRecord| (s.pain_before, s.pain_after, s.effort) = (None, None, None), UP)]
#[case::lives_at_five(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(5), Some(5)), UP)]
#[case::little_pain_from_none(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(1), Some(3)), UP)]
#[case::not_all_was_done(|s: &mut SessionRecord| s.entries[0].done = 7, None)]
#[case::less_was_asked(|s: &mut SessionRecord| *s = session(27, "bridge.6r.10h"), None)]
#[case::shorter_holds(|s: &mut SessionRecord| *s = session(27, "bridge.8r.5h"), None)]
#[case::more_was_done(|s: &mut SessionRecord| *s = session(27, "bridge.10r.12h"), UP)]
#[case::another_form(|s: &mut SessionRecord| *s = session(27, "bridge.low.8r.3h"), None)]
#[case::it_was_hard(|s: &mut SessionRecord| s.effort = Some(5), None)]
#[case::some_pain_and_higher(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(3), Some(4)), None)]
#[case::two_higher(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(3), Some(5)), None)]
#[case::more_than_two_higher(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(1), Some(4)), down(Why::PainRose))]
#[case::six_and_higher(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(5), Some(6)), down(Why::PainHigh))]
#[case::six_as_before(|s: &mut SessionRecord| (s.pain_before, s.pain_after) = (Some(6), Some(6)), UP)]
#[case::it_hurt(|s: &mut SessionRecord| s.entries[0].hurt = true, down(Why::Hurt))]
#[case::worse_the_next_day(|s: &mut SessionRecord| s.worse_next_day = Some(true), down(Why::WorseNextDay))]
#[case::no_worse_the_next_day(|s: &mut SessionRecord| s.worse_next_day = Some(false), UP)]
fn the_rule(#[case] change: fn(&mut SessionRecord), #[case] expected: Option<(&str, Why)>) {
    assert_eq!(after(DOSE, change), expected.map(|(to, why)| (to.to_owned(), why)));
}

#[test]
fn the_morning_after_has_a_say_before_more_is_suggested_but_less_is_at_once() {
    let mut sessions = [session(27, DOSE), session(28, DOSE)];
    assert_eq!(suggestion(dose(DOSE), &sessions, None, TODAY), None);
    assert!(suggestion(dose(DOSE), &sessions, None, "2026-11-29").is_some());
    sessions[1].entries[0].hurt = true;
    assert_eq!(suggestion(dose(DOSE), &sessions, None, TODAY).unwrap().why, Why::Hurt);
}

#[test]
fn one_good_session_is_not_enough_and_other_exercises_do_not_count() {
    let well = session(27, DOSE);
    assert_eq!(suggestion(dose(DOSE), std::slice::from_ref(&well), None, TODAY), None);
    let other = session(26, "cat-cow.8r");
    assert_eq!(suggestion(dose(DOSE), &[other.clone(), well.clone()], None, TODAY), None);
    let sessions = [session(25, DOSE), other, well];
    assert!(suggestion(dose(DOSE), &sessions, None, TODAY).is_some(), "what lies between is no break");
}

#[test]
fn what_was_refused_or_moved_comes_again_only_after_other_sessions() {
    let sessions = [session(24, DOSE), session(25, DOSE), session(26, DOSE), session(27, DOSE)];
    let since = |place: usize| Some(sessions[place].id.as_str());
    assert!(suggestion(dose(DOSE), &sessions, since(1), TODAY).is_some());
    assert_eq!(suggestion(dose(DOSE), &sessions, since(2), TODAY), None);
    let mut hurt = sessions.clone();
    hurt[3].entries[0].hurt = true;
    assert_eq!(suggestion(dose(DOSE), &hurt, since(3), TODAY), None, "it was answered already");
}

// The document.

fn moved(to: &str) -> Ladder {
    let mut ladder = Ladder::default();
    let made = Move { date: TODAY.to_owned(), from: DOSE.to_owned(), to: to.to_owned(), why: Why::WentWell };
    ladder.move_to("bridge", made, Some("x".to_owned()));
    ladder
}

#[test]
fn todays_routine_carries_the_targets_and_nothing_else_of_it_changes() {
    let routine = with_targets(&CATALOG, shipped("daily-six"), &moved("bridge.9r.11h"), false);
    assert_eq!(
        share_code::format(&routine.items),
        share_code::format(&shipped("daily-six").items).replace("bridge.8r.10h", "bridge.9r.11h")
    );
    assert_eq!(routine.id, "daily-six");
    let twice = share_code::parse(&CATALOG, "bridge.8r.10h_cat-cow_bridge.1r.1h").unwrap();
    let twice = unknot::domain::routine::Routine { items: twice, ..shipped("daily-six") };
    let aimed = with_targets(&CATALOG, twice, &moved("bridge.9r.11h"), false);
    assert_eq!(share_code::format(&aimed.items), "bridge.9r.11h_cat-cow.8r_bridge.1r.1h");
}

#[rstest]
#[case::harder_waits("bridge.9r.12h", true, DOSE)]
#[case::easier_holds("bridge.low.8r.3h", true, "bridge.low.8r.3h")]
#[case::afterwards_it_holds("bridge.9r.12h", false, "bridge.9r.12h")]
#[case::of_another_exercise("cat-cow.9r", false, DOSE)]
#[case::of_no_exercise("no-such-thing", false, DOSE)]
#[case::outside_the_range("bridge.9999r", false, DOSE)]
fn starting_slowly_goes_before_it(#[case] to: &str, #[case] starts_slowly: bool, #[case] expected: &str) {
    assert_eq!(written(target(&CATALOG, dose(DOSE), &moved(to), starts_slowly)), written(dose(expected)));
}

#[test]
fn moves_are_remembered_and_a_refusal_is_none() {
    let mut ladder = moved("bridge.9r.10h");
    ladder.refuse("bridge", Some("y".to_owned()));
    ladder.refuse("cat-cow", Some("z".to_owned()));
    let bridge = ladder.target("bridge").unwrap();
    assert_eq!((bridge.code.as_deref(), bridge.since.as_deref()), (Some("bridge.9r.10h"), Some("y")));
    assert_eq!(ladder.target("cat-cow").unwrap().code, None);
    assert_eq!(ladder.moves.as_ref().unwrap().len(), 1);
    assert_eq!(target(&CATALOG, dose("cat-cow.8r"), &ladder, false), dose("cat-cow.8r"));
}

#[test]
fn every_reason_is_told() {
    let all = [Why::Chosen, Why::WentWell, Why::Hurt, Why::PainHigh, Why::PainRose, Why::WorseNextDay];
    let told: std::collections::BTreeSet<&str> = all.into_iter().map(why_moved).collect();
    assert_eq!(told.len(), all.len());
}

/// Any session of an exercise: any form, dose, answers.
fn any_session(exercise: u8) -> impl Strategy<Value = SessionRecord> {
    let answers = any::<[Option<u8>; 3]>();
    (any::<u8>(), 1..=30_u16, 1..=60_u16, 0..=60_u16, answers, any::<[bool; 3]>(), 1..=27_u8).prop_map(
        move |(rung, repetitions, hold, done, [before, after, effort], [hurt, worse, asked], day)| {
            let (exercise, rung) = any_form(exercise, rung);
            let hold = rung.hold_range().map(|_| hold);
            let dose = Prescription { exercise, rung, repetitions, hold, sets: 1, rest: 30 };
            let mut record = session(day, &written(dose));
            (record.entries[0].done, record.entries[0].hurt) = (done.min(record.entries[0].planned), hurt && asked);
            let of_ten = |answer: Option<u8>| answer.map(|answer| answer % 11);
            (record.pain_before, record.pain_after, record.effort) = (of_ten(before), of_ten(after), of_ten(effort));
            record.worse_next_day = asked.then_some(worse);
            record
        },
    )
}

fn in_range(dose: &Prescription) -> bool {
    let (low, high) = dose.exercise.repetition_range();
    let holds = dose.rung.hold_range().zip(dose.hold);
    (low..=high).contains(&dose.repetitions) && holds.is_none_or(|((low, high), hold)| (low..=high).contains(&hold))
}

type History = ((&'static Exercise, &'static Rung), usize, Vec<SessionRecord>);

/// A form to begin from, steps up from there, and sessions of its exercise.
fn any_history() -> impl Strategy<Value = History> {
    let sessions = |exercise| prop::collection::vec(any_session(exercise), 0..6);
    any::<u8>().prop_flat_map(move |exercise| {
        (any::<u8>().prop_map(move |rung| any_form(exercise, rung)), 0..12_usize, sessions(exercise))
    })
}

proptest! {
    #![proptest_config(cases(512))]

    /// For any history: within the safe range, one step at a time, never up after "this hurts".
    #[test]
    fn it_is_safe_for_any_history((rung, up, sessions) in any_history()) {
        // The dose is reached by steps from a lower one.
        let mut dose = Prescription::lower(rung.0, rung.1);
        for _ in 0..up {
            dose = harder(dose).unwrap_or(dose);
        }
        prop_assert!(in_range(&dose));
        let Some(found) = suggestion(dose, &sessions, None, TODAY) else { return Ok(()) };
        prop_assert!(in_range(&found.to), "{}", written(found.to));
        prop_assert_eq!(found.from, dose);
        prop_assert_eq!(&*found.to.exercise.id, &*dose.exercise.id);
        // One step: going back is where it came from, or the form changed by one.
        let rungs = |dose: &Prescription| i32::try_from(place(dose).0).unwrap();
        let by_rung = (rungs(&found.to) - rungs(&dose)).abs();
        let by_hold = found.to.hold.unwrap_or(0).abs_diff(dose.hold.unwrap_or(0));
        let by_repetitions = found.to.repetitions.abs_diff(dose.repetitions);
        prop_assert!(by_rung == 1 || (by_rung, by_hold + by_repetitions) == (0, 1));
        let is_up = place(&found.to) > place(&dose);
        prop_assert_eq!(is_up, found.why == Why::WentWell);
        let last = sessions.iter().rev().find(|record| record.entries[0].done > 0 || record.entries[0].hurt);
        let hurt = last.is_some_and(|record| record.entries[0].hurt || record.worse_next_day == Some(true));
        prop_assert!(!(is_up && hurt));
        // And it can be written and read.
        prop_assert_eq!(read(&CATALOG, dose.exercise, &written(found.to)), Some(found.to));
    }
}

#[test]
fn every_form_is_reached_by_steps() {
    for exercise in CATALOG.exercises.get() {
        let rungs = exercise.rungs.get();
        let mut dose = Prescription::lower(exercise, &rungs[0]);
        let mut seen = vec![dose];
        while let Some(next) = harder(dose) {
            assert!(place(&next) > place(&dose) && in_range(&next), "{}", written(next));
            dose = next;
            seen.push(dose);
        }
        assert_eq!(&*dose.rung.id, &*rungs.last().unwrap().id, "{}", exercise.id.get());
        while let Some(next) = easier(dose) {
            assert!(place(&next) < place(&dose) && in_range(&next), "{}", written(next));
            dose = next;
        }
        assert_eq!(dose, seen[0]);
    }
}
