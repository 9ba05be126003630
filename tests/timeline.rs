//! Routines laid out in time: the exact lengths, and what holds of any timeline.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use PhaseKind::{Finish, GetReady, Hold, Move, Rest, SelfPaced, SwitchSides};
use proptest::prelude::*;
use rstest::rstest;
use support::{any_pace, any_plan, cases, own_pace, routine, shipped, timed, well_laid_out};
use unknot::domain::routine::Routine;
use unknot::domain::session::timeline::{Phase, PhaseKind, Side, Timeline, timed_total_ms};

fn lay_out(code: &str, get_ready: u16) -> Timeline {
    Timeline::compile(&routine(code), timed(get_ready))
}

/// Kind and seconds of a phase.
type Shape = (PhaseKind, u32);

fn shape(timeline: &Timeline) -> Vec<Shape> {
    timeline.phases().iter().map(|phase| (phase.kind, phase.duration_ms / 1000)).collect()
}

fn seconds(routine: &Routine) -> u32 {
    timed_total_ms(routine, 10) / 1000
}

#[test]
fn bridge_of_eight_with_ten_seconds_lasts_two_minutes() {
    let bridge = lay_out("bridge.8r.10h", 0);
    assert_eq!(bridge.total_ms(), 120_000);
    let mut expected: Vec<Shape> = [(Move, 2), (Hold, 10), (Move, 3)].repeat(8);
    expected.push((Finish, 0));
    assert_eq!(shape(&bridge), expected);
}

#[rstest]
#[case::bridge("bridge.8r.10h", 120)]
#[case::dead_bug("dead-bug.10r", 100)]
#[case::cat_cow("cat-cow.8r", 48)]
#[case::bird_dog("bird-dog.10r.3h", 140)]
#[case::superman("superman.10r.3h", 70)]
#[case::pelvic_tilt("pelvic-tilt.10r.3h", 90)]
#[case::bridge_at_the_upper_dose("bridge.10r.15h", 200)]
#[case::superman_at_the_upper_dose("superman.12r.5h", 108)]
#[case::three_sets_with_two_rests("cat-cow.8r.3s", 3 * 48 + 2 * 30)]
#[case::rest_of_five_seconds("cat-cow.8r.2s.5x", 2 * 48 + 5)]
fn an_exercise_lasts_its_repetitions_after_get_ready(#[case] code: &str, #[case] seconds: u32) {
    for get_ready in [0, 1, 10, 30] {
        let expected = (seconds + u32::from(get_ready)) * 1000;
        assert_eq!(timed_total_ms(&routine(code), get_ready), expected, "get ready {get_ready}");
        assert_eq!(lay_out(code, get_ready).total_ms(), expected, "get ready {get_ready}");
    }
}

#[rstest]
#[case("gentle-start", "4:20")]
#[case("steady-five", "6:24")]
#[case("daily-six", "10:48")]
#[case("full-six", "14:04")]
#[case("bad-day", "5:01")]
#[case("desk-reset", "2:16")]
#[case("floor-free", "4:50")]
#[case("two-minute-reset", "2:03")]
#[case("swedish-partner-back", "6:31")]
#[case("deep-tissue-forearm", "2:43")]
#[case("trigger-point-ball", "5:48")]
#[case("myofascial-slow", "7:18")]
#[case("thai-self-stretch", "6:04")]
fn a_routine_that_ships_lasts_as_long_as_its_facts_say(#[case] id: &str, #[case] length: &str) {
    let seconds = seconds(&shipped(id));
    assert_eq!(format!("{}:{:02}", seconds / 60, seconds % 60), length);
}

#[test]
fn two_tilts_and_a_short_bridge_last_forty_four_seconds() {
    let timeline = lay_out("pelvic-tilt.2r_bridge.1r.1h", 10);
    let mut expected: Vec<Shape> = vec![(GetReady, 10)];
    expected.extend([(Move, 2), (Move, 2), (Hold, 3), (Move, 2)].repeat(2));
    expected.extend([(GetReady, 10), (Move, 2), (Hold, 1), (Move, 3), (Finish, 0)]);
    assert_eq!(shape(&timeline), expected);
    assert_eq!(timeline.total_ms(), 44_000);
}

#[test]
fn no_time_to_get_ready_leaves_the_phase_out() {
    let timeline = lay_out("dead-bug.1r_bridge.1r.1h", 0);
    let expected = [(Move, 3), (Move, 2), (Move, 3), (Move, 2), (Move, 2), (Hold, 1), (Move, 3), (Finish, 0)];
    assert_eq!(shape(&timeline), expected);
}

#[test]
fn a_rest_lies_between_two_sets_and_names_the_coming_one() {
    let timeline = lay_out("bridge.1r.1h.2s", 10);
    let mut expected: Vec<Shape> = vec![(GetReady, 10), (Move, 2), (Hold, 1), (Move, 3)];
    expected.extend([(Rest, 30), (Move, 2), (Hold, 1), (Move, 3), (Finish, 0)]);
    assert_eq!(shape(&timeline), expected);
    let sets: Vec<u16> = timeline.phases().iter().map(|phase| phase.set).collect();
    assert_eq!(sets, [1, 1, 1, 1, 2, 2, 2, 2, 0]);
}

#[test]
fn no_seconds_of_rest_leave_the_rest_out() {
    let timeline = lay_out("cat-cow.1r.2s.0x", 0);
    assert_eq!(shape(&timeline), [(Move, 3), (Move, 3), (Move, 3), (Move, 3), (Finish, 0)]);
}

#[test]
fn ten_a_side_in_turns_are_twenty_repetitions_without_a_switch() {
    let timeline = lay_out("bird-dog.10r.3h", 10);
    let begins: Vec<&Phase> = timeline.phases().iter().filter(|phase| phase.movement == Some(0)).collect();
    assert_eq!(begins.len(), 20);
    for (at, phase) in begins.iter().enumerate() {
        assert_eq!(usize::from(phase.rep), at + 1);
        assert_eq!(phase.of, 20);
        assert_eq!(phase.side, Some(if at % 2 == 0 { Side::First } else { Side::Second }));
    }
    assert!(timeline.phases().iter().all(|phase| phase.kind != SwitchSides));
}

#[rstest]
#[case("bird-dog", "Right arm, left leg", "Left arm, right leg")]
#[case("dead-bug", "Right leg, left arm", "Left leg, right arm")]
fn the_side_that_begins_names_both_limbs(#[case] code: &str, #[case] first: &str, #[case] second: &str) {
    let names = routine(code).items[0].side_names();
    assert_eq!(names[Side::First.index()].get(), first);
    assert_eq!(names[Side::Second.index()].get(), second);
    let get_ready = lay_out(code, 10).phase(0);
    assert_eq!((get_ready.kind, get_ready.side), (GetReady, Some(Side::First)));
}

#[test]
fn a_step_with_sides_does_all_of_one_then_switches_once_then_all_of_the_other() {
    let timeline = Timeline::compile(&shipped("deep-tissue-forearm"), timed(10));
    let mut expected: Vec<Shape> = vec![(GetReady, 10), (Move, 45), (GetReady, 5)];
    expected.extend([(Move, 10), (Move, 10), (Move, 10), (SwitchSides, 8), (Move, 10), (Move, 10), (Move, 10)]);
    expected.extend([(GetReady, 5), (Hold, 30), (Finish, 0)]);
    assert_eq!(shape(&timeline), expected);
    let step: Vec<Phase> = timeline.phases().iter().filter(|phase| phase.item == 1).copied().collect();
    let sides: Vec<Option<Side>> = step.iter().map(|phase| phase.side).collect();
    let (first, second) = (Some(Side::First), Some(Side::Second));
    assert_eq!(sides, [first, first, first, first, second, second, second, second]);
    let repetitions: Vec<u16> = step.iter().map(|phase| phase.rep).collect();
    assert_eq!(repetitions, [0, 1, 2, 3, 0, 1, 2, 3]);
}

#[test]
fn a_sequence_gets_ready_as_set_before_its_first_step_and_then_as_the_position_needs() {
    for (setting, first) in [(0, None), (10, Some(10)), (30, Some(30))] {
        let expected: Vec<u32> = first.into_iter().chain([5, 20, 20, 20]).collect();
        let timeline = Timeline::compile(&shipped("thai-self-stretch"), timed(setting));
        let waits: Vec<u32> =
            timeline.phases().iter().filter(|phase| phase.kind == GetReady).map(|p| p.duration_ms / 1000).collect();
        assert_eq!(waits, expected, "get ready {setting}");
    }
}

#[rstest]
#[case::kneeling_to_lying("cat-cow.1r_bridge.1r.1h", 10, [10, 20])]
#[case::whatever_is_set("cat-cow.1r_bridge.1r.1h", 30, [30, 30])]
#[case::the_same_position("cat-cow.1r_bird-dog.1r.3h", 10, [10, 10])]
#[case::sitting_to_standing("cat-cow.seated.1r_cat-cow.table.1r", 10, [10, 20])]
#[case::lying_to_face_down("bridge.1r.1h_superman.1r.3h", 5, [5, 20])]
fn where_the_position_changes_there_are_twenty_seconds_and_never_before_the_first(
    #[case] code: &str,
    #[case] get_ready: u16,
    #[case] expected: [u32; 2],
) {
    let timeline = lay_out(code, get_ready);
    let waits = timeline.phases().iter().filter(|phase| phase.kind == GetReady);
    let waits: Vec<u32> = waits.map(|phase| phase.duration_ms / 1000).collect();
    assert_eq!(waits, expected);
    let come_from = timeline.phases().iter().filter(|phase| phase.comes_from.is_some()).count();
    assert_eq!(come_from, usize::from(expected[1] == 20 || get_ready == 30));
}

#[test]
fn no_get_ready_at_all_still_leaves_time_to_change_position() {
    let timeline = lay_out("cat-cow.1r_bridge.1r.1h", 0);
    assert_eq!(shape(&timeline)[2], (GetReady, 20));
}

#[test]
fn at_ones_own_pace_each_set_is_one_phase_that_waits() {
    let timeline = Timeline::compile(&routine("bird-dog.10r.3h_bridge.8r.10h.2s"), own_pace());
    assert!(timeline.is_self_paced());
    assert_eq!(shape(&timeline), [(SelfPaced, 0), (SelfPaced, 0), (SelfPaced, 0), (Finish, 0)]);
    let sets: Vec<(usize, u16, u16)> = timeline.phases().iter().map(|p| (p.item, p.set, p.of)).collect();
    assert_eq!(sets, [(0, 1, 20), (1, 1, 8), (1, 2, 8), (1, 0, 0)]);
    assert_eq!(timeline.total_ms(), 0);
}

#[test]
fn a_sequence_stays_timed_at_ones_own_pace() {
    let sequence = shipped("myofascial-slow");
    let timeline = Timeline::compile(&sequence, own_pace());
    assert!(!timeline.is_self_paced());
    assert_eq!(timeline, Timeline::compile(&sequence, timed(10)));
}

#[test]
fn a_phase_holds_from_its_start_up_to_but_not_at_its_end() {
    let timeline = lay_out("cat-cow.1r", 10);
    let located = [0, 9_999, 10_000, 12_999, 13_000, 15_999, 16_000, 99_000].map(|at| timeline.locate(at));
    assert_eq!(located, [0, 0, 1, 1, 2, 2, 3, 3]);
}

#[test]
fn an_item_begins_with_its_get_ready_and_what_follows_the_last_is_the_finish() {
    let timeline = lay_out("cat-cow.1r_bridge.1r.1h", 10);
    assert_eq!([timeline.first_of(0), timeline.first_of(1)], [0, 3]);
    assert_eq!([timeline.after(0), timeline.after(1)], [3, 7]);
    assert_eq!(timeline.phase(7).kind, Finish);
    assert_eq!(timeline.first_of(2), 7);
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn any_timeline_is_contiguous_and_its_total_is_the_sum(plan in any_plan(), pace in any_pace()) {
        well_laid_out(&Timeline::compile(&plan.routine(), pace))?;
    }

    #[test]
    fn locate_agrees_with_a_scan(
        plan in any_plan(),
        get_ready in 0..=30_u16,
        somewhere in 0.0..1.1_f64,
        border in any::<prop::sample::Index>(),
    ) {
        let timeline = Timeline::compile(&plan.routine(), timed(get_ready));
        let phases = timeline.phases();
        let scan = |at: u32| {
            phases.iter().position(|phase| phase.start_ms <= at && at < phase.end_ms()).unwrap_or(phases.len() - 1)
        };
        let border = phases[border.index(phases.len())];
        let anywhere = (f64::from(timeline.total_ms()) * somewhere) as u32;
        for at in [0, anywhere, border.start_ms, border.end_ms(), border.end_ms().saturating_sub(1), u32::MAX] {
            prop_assert_eq!(timeline.locate(at), scan(at), "at {} ms", at);
        }
    }

    #[test]
    fn a_timeline_holds_as_many_repetitions_as_a_record_plans(plan in any_plan(), get_ready in 0..=30_u16) {
        let routine = plan.routine();
        let timeline = Timeline::compile(&routine, timed(get_ready));
        for (index, item) in routine.items.iter().enumerate() {
            let phases = timeline.phases().iter().filter(|phase| phase.item == index && phase.kind != Finish);
            let completed = phases.clone().filter(|phase| phase.ends_repetition).count();
            prop_assert_eq!(completed, usize::from(item.all_repetitions()));
            let waits = phases.filter(|phase| phase.kind == GetReady).count();
            let step_after_the_first = routine.is_sequence() && index > 0;
            let moves = index > 0 && item.position() != routine.items[index - 1].position();
            prop_assert_eq!(waits, usize::from(get_ready > 0 || step_after_the_first || moves));
        }
    }

    #[test]
    fn at_ones_own_pace_as_many_repetitions_are_planned(plan in any_plan()) {
        let routine = plan.routine();
        prop_assume!(!routine.is_sequence());
        let timeline = Timeline::compile(&routine, own_pace());
        for (index, item) in routine.items.iter().enumerate() {
            let planned: u16 = timeline.phases().iter().filter(|phase| phase.item == index).map(|phase| phase.of).sum();
            prop_assert_eq!(planned, item.all_repetitions());
        }
    }
}
