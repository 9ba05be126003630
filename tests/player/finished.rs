//! When a session that came to its end was finished: two thirds of what was planned.

use crate::support::{T0, form, own_pace, run, started, timed};
use rstest::rstest;
use unknot::domain::session::player::{Player, State};

/// Three bridges of a repetition each, two of which are skipped where it is so; each 6 s after 10 s.
fn after(skipped: &[u64], hurts: &[u64]) -> Player {
    let mut player = started("bridge.1r.1h_cat-cow.1r_pelvic-tilt.1r.3h", timed(0));
    let mut at = 0;
    for item in 0..3 {
        if hurts.contains(&item) {
            player.hurts(T0 + at).unwrap();
        }
        if skipped.contains(&item) {
            player.skip_exercise(T0 + at).unwrap();
            if player.state() != State::Finished {
                let _ = player.resume(T0 + at);
                run(&mut player, at, at + 3_000);
                at += 3_000;
            }
            continue;
        }
        while player.snapshot(T0 + at).phase.item as u64 == item && player.state() == State::Running {
            run(&mut player, at, at + 500);
            at += 500;
        }
    }
    run(&mut player, at, at + 60_000);
    player
}

#[rstest]
#[case::all_of_it(&[], &[], true)]
#[case::two_thirds(&[1], &[], true)]
#[case::one_third(&[0, 1], &[], false)]
#[case::nothing(&[0, 1, 2], &[], false)]
#[case::what_hurt_does_not_count(&[0, 1], &[0], false)]
#[case::both_hurt(&[0, 1], &[0, 1], true)]
#[case::all_hurt(&[0, 1, 2], &[0, 1, 2], false)]
fn two_thirds_of_what_was_planned_is_finished(#[case] skipped: &[u64], #[case] hurts: &[u64], #[case] finished: bool) {
    let player = after(skipped, hurts);
    assert_eq!(player.state(), State::Finished);
    assert_eq!(player.record(T0 + 200_000).unwrap().finished, finished);
}

#[test]
fn ending_it_is_never_finishing_it() {
    let mut player = started("bridge.3r.1h", timed(0));
    run(&mut player, 0, 17_000);
    player.end(T0 + 17_500).unwrap();
    assert!(!player.record(T0 + 17_500).unwrap().finished);
}

#[test]
fn what_was_swapped_midway_is_planned_in_its_new_form() {
    let mut player = started("bridge.4r.1h", timed(0));
    run(&mut player, 0, 7_000);
    let (bridge, low) = form("bridge", "low");
    player.swap(T0 + 7_000, bridge, low).unwrap();
    run(&mut player, 7_000, 60_000);
    assert_eq!(player.state(), State::Finished);
    assert!(player.record(T0 + 60_000).unwrap().finished);
}

#[test]
fn at_one_s_own_pace_what_one_says_was_done_counts() {
    let mut player = started("bridge.6r.1h_cat-cow.6r", own_pace());
    player.done(T0 + 10_000, Some(2)).unwrap();
    player.done(T0 + 20_000, Some(5)).unwrap();
    assert_eq!(player.state(), State::Finished);
    assert!(!player.record(T0 + 20_000).unwrap().finished, "7 of 12");
}
