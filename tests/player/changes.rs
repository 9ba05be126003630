//! Swapping and adjusting while a session runs: what has passed is frozen.

use crate::support::{
    T0, form, own_pace, playable, routine, run, shipped, sounds, stamp, started, timed, well_laid_out,
};
use unknot::domain::session::cue::Sound;
use unknot::domain::session::player::{Adjust, Effect, Player, PlayerError, State};
use unknot::domain::session::timeline::{Pace, PhaseKind};

fn at(code: &str, pace: Pace, ms: u64) -> Player {
    let mut player = started(code, pace);
    run(&mut player, 0, ms);
    player
}

fn swap(player: &mut Player, ms: u64, exercise: &str, rung: &str) -> Vec<Effect> {
    let (exercise, rung) = form(exercise, rung);
    let effects = player.swap(T0 + ms, exercise, rung).unwrap();
    well_laid_out(player.timeline()).unwrap();
    effects
}

/// Exercise, planned and done of each entry.
fn entries(player: &Player, ms: u64) -> Vec<(String, u16, u16)> {
    let record = player.record(T0 + ms).unwrap();
    record.entries.into_iter().map(|entry| (entry.exercise, entry.planned, entry.done)).collect()
}

fn entry(exercise: &str, planned: u16, done: u16) -> (String, u16, u16) {
    (exercise.to_owned(), planned, done)
}

#[test]
fn bird_dog_takes_the_place_of_superman_before_its_first_repetition() {
    let mut player = at("superman.3r.3h_cat-cow.1r", timed(10), 4_000);
    let effects = swap(&mut player, 4_000, "bird-dog", "standard");
    assert!(effects.contains(&Effect::CancelSounds) && effects.contains(&Effect::Checkpoint));
    assert_eq!(player.routine().code(), "bird-dog.10r.3h_cat-cow.1r");
    let snapshot = player.snapshot(T0 + 4_000);
    assert_eq!((snapshot.position_ms, snapshot.active_ms), (0, 4_000), "one gets ready anew");
    assert_eq!(snapshot.total_ms, 10_000 + 140_000 + 10_000 + 6_000);
    assert_eq!(entries(&player, 4_000), [entry("bird-dog", 20, 0), entry("cat-cow", 1, 0)]);
}

#[test]
fn an_easier_form_after_the_first_repetition_follows_and_what_was_done_stays() {
    // One repetition lasts 6 s: the second began at 16 s.
    let mut player = at("bridge.4r.1h", timed(10), 17_000);
    swap(&mut player, 17_000, "bridge", "low");
    assert_eq!(player.routine().code(), "bridge.4r.1h_bridge.low.3r.3h");
    assert_eq!(entries(&player, 17_000), [entry("bridge", 1, 1), entry("bridge", 3, 0)]);
    let snapshot = player.snapshot(T0 + 17_000);
    assert_eq!((snapshot.position_ms, snapshot.phase.item), (17_000, 1));
    assert_eq!(snapshot.phase.kind, PhaseKind::GetReady);
    assert_eq!(snapshot.total_ms, 17_000 + 10_000 + 3 * 8_000);
    run(&mut player, 17_000, 51_000);
    assert_eq!(player.state(), State::Finished);
    assert_eq!(entries(&player, 51_000), [entry("bridge", 1, 1), entry("bridge", 3, 3)]);
}

#[test]
fn a_swap_between_two_repetitions_leaves_no_piece_of_the_next() {
    let mut player = at("bridge.4r.1h_cat-cow.1r", timed(10), 16_000);
    swap(&mut player, 16_000, "bridge", "low");
    assert_eq!(player.routine().code(), "bridge.4r.1h_bridge.low.3r.3h_cat-cow.1r");
    assert_eq!(player.snapshot(T0 + 16_000).total_ms, 16_000 + 10_000 + 24_000 + 26_000);
}

#[test]
fn what_is_left_on_two_sides_is_shared_between_them() {
    // Bird dog: 7 s a repetition, four a side; at 25 s the third of eight runs, so six are left.
    let mut player = at("bird-dog.4r.3h", timed(10), 25_000);
    swap(&mut player, 25_000, "bird-dog", "leg-only");
    assert_eq!(player.routine().code(), "bird-dog.4r.3h_bird-dog.leg-only.3r.3h");
}

#[test]
fn sets_not_yet_begun_are_carried_over_in_full() {
    // Sets of 12 s with 30 s of rest: at 53 s the second of three runs.
    let mut player = at("cat-cow.2r.3s", timed(10), 53_000);
    swap(&mut player, 53_000, "cat-cow", "seated");
    assert_eq!(player.routine().code(), "cat-cow.2r.3s_cat-cow.seated.2r.2s");
}

#[test]
fn another_exercise_in_mid_way_comes_at_its_lower_dose() {
    let mut player = at("superman.3r.3h", timed(10), 18_000);
    swap(&mut player, 18_000, "bird-dog", "standard");
    assert_eq!(player.routine().code(), "superman.3r.3h_bird-dog.10r.3h");
    assert_eq!(entries(&player, 18_000), [entry("superman", 1, 1), entry("bird-dog", 20, 0)]);
}

#[test]
fn a_swap_while_paused_stays_paused_and_remembers_that_it_hurt() {
    let mut player = at("bridge.4r.1h", timed(10), 17_000);
    player.hurts(T0 + 17_000).unwrap();
    swap(&mut player, 60_000, "bridge", "low");
    assert!(matches!(player.state(), State::Paused(_)));
    let hurt: Vec<bool> = player.record(T0 + 60_000).unwrap().entries.iter().map(|entry| entry.hurt).collect();
    assert_eq!(hurt, [true, false]);
}

#[test]
fn a_swap_after_going_back_keeps_what_was_done() {
    // Without get-ready the start of the exercise is the start of its first repetition.
    for (code, pace) in [("cat-cow.4r_bridge.1r.1h", timed(0)), ("cat-cow.4r_bridge.1r.1h", timed(10))] {
        let mut player = at(code, pace, 23_000);
        let done = entries(&player, 23_000)[0].2;
        assert!(done >= 2);
        player.back(T0 + 23_000).unwrap();
        swap(&mut player, 23_000, "cat-cow", "seated");
        let kept: u16 = entries(&player, 23_000).iter().filter(|e| e.0 == "cat-cow").map(|e| e.2).sum();
        assert_eq!(kept, done, "{pace:?}");
    }
}

#[test]
fn a_swap_after_going_back_at_ones_own_pace_keeps_what_was_done() {
    let mut player = started("cat-cow.8r_bridge.8r.10h", own_pace());
    player.done(T0 + 60_000, None).unwrap();
    player.back(T0 + 61_000).unwrap();
    swap(&mut player, 62_000, "cat-cow", "seated");
    let kept: u16 = entries(&player, 62_000).iter().filter(|e| e.0 == "cat-cow").map(|e| e.2).sum();
    assert_eq!(kept, 8);
}

#[test]
fn back_after_a_swap_at_the_start_of_an_exercise_does_not_end_the_session() {
    let mut player = at("cat-cow.4r_bridge.1r.1h", timed(10), 23_000);
    player.hurts(T0 + 23_000).unwrap();
    player.back(T0 + 24_000).unwrap();
    swap(&mut player, 25_000, "cat-cow", "seated");
    player.back(T0 + 26_000).unwrap();
    assert_ne!(player.snapshot(T0 + 26_000).phase.kind, PhaseKind::Finish);
    player.resume(T0 + 27_000).unwrap();
    assert_eq!(player.state(), State::Running);
}

#[test]
fn repetitions_are_added_and_taken_away_while_it_runs() {
    let mut player = at("cat-cow.3r_bridge.1r.1h", timed(10), 17_000);
    let total = player.timeline().total_ms();
    player.adjust(T0 + 17_000, Adjust::MoreRepetitions).unwrap();
    well_laid_out(player.timeline()).unwrap();
    assert_eq!(player.timeline().total_ms(), total + 6_000);
    assert_eq!(player.snapshot(T0 + 17_000).phase.of, 4);
    player.adjust(T0 + 17_000, Adjust::FewerRepetitions).unwrap();
    player.adjust(T0 + 17_000, Adjust::FewerRepetitions).unwrap();
    well_laid_out(player.timeline()).unwrap();
    assert_eq!(player.timeline().total_ms(), total - 6_000);
    assert_eq!(player.snapshot(T0 + 17_000).position_ms, 17_000);
    assert_eq!(player.routine().code(), "cat-cow.2r_bridge.1r.1h");
    run(&mut player, 17_000, 48_000);
    assert_eq!(player.state(), State::Finished);
}

#[test]
fn a_repetition_is_added_on_each_side_where_sides_take_turns() {
    let mut player = at("bird-dog.2r.3h", timed(10), 11_000);
    player.adjust(T0 + 11_000, Adjust::MoreRepetitions).unwrap();
    assert_eq!(player.snapshot(T0 + 11_000).phase.of, 6);
    assert_eq!(player.timeline().total_ms(), 10_000 + 6 * 7_000);
}

#[test]
fn a_repetition_that_runs_cannot_be_taken_away() {
    let mut player = at("cat-cow.2r", timed(10), 17_000);
    let refused = player.adjust(T0 + 17_000, Adjust::FewerRepetitions);
    assert_eq!(refused, Err(PlayerError::NothingToChange));
    assert_eq!(player.routine().code(), "cat-cow.2r");
}

#[test]
fn there_are_never_more_than_thirty_repetitions_nor_fewer_than_one() {
    let mut most = at("cat-cow.30r", timed(10), 1_000);
    assert_eq!(most.adjust(T0 + 1_000, Adjust::MoreRepetitions), Err(PlayerError::NothingToChange));
    let mut least = at("cat-cow.1r", timed(10), 1_000);
    assert_eq!(least.adjust(T0 + 1_000, Adjust::FewerRepetitions), Err(PlayerError::NothingToChange));
}

#[test]
fn a_refused_adjustment_changes_nothing() {
    // The second of two repetitions runs: it cannot be taken away.
    let mut player = at("cat-cow.2r_bridge.2r.1h", timed(10), 17_000);
    let before = player.routine().clone();
    assert_eq!(player.adjust(T0 + 17_000, Adjust::FewerRepetitions), Err(PlayerError::NothingToChange));
    assert_eq!(player.routine(), &before);
}

#[test]
fn a_refused_adjustment_swallows_no_sound() {
    // The look-ahead is 5 s: at 2 s the repetition at 6 s comes into it.
    let mut player = started("cat-cow.2r", timed(0));
    assert_eq!(player.adjust(T0 + 2_000, Adjust::Seconds(5)), Err(PlayerError::NothingToChange));
    let effects = player.tick(T0 + 2_100);
    assert_eq!(sounds(&effects), [(Sound::Repetition, 3_900)]);
}

#[test]
fn a_wait_is_made_longer_or_shorter_while_it_runs() {
    let mut player = at("cat-cow.2r", timed(10), 4_000);
    player.adjust(T0 + 4_000, Adjust::Seconds(10)).unwrap();
    well_laid_out(player.timeline()).unwrap();
    assert_eq!(player.snapshot(T0 + 4_000).phase_left_ms, 16_000);
    assert_eq!(player.timeline().total_ms(), 32_000);
    player.adjust(T0 + 4_000, Adjust::Seconds(-60)).unwrap();
    well_laid_out(player.timeline()).unwrap();
    let snapshot = player.snapshot(T0 + 4_000);
    assert_eq!((snapshot.position_ms, snapshot.phase_left_ms), (4_000, 1), "it ends at once");
}

#[test]
fn a_wait_lasts_three_minutes_at_most() {
    let mut player = at("cat-cow.2r", timed(10), 4_000);
    player.adjust(T0 + 4_000, Adjust::Seconds(i16::MAX)).unwrap();
    assert_eq!(player.snapshot(T0 + 4_000).phase.duration_ms, 180_000);
}

#[test]
fn a_rest_can_be_stretched_and_a_movement_cannot() {
    let mut player = at("cat-cow.1r.2s", timed(0), 7_000);
    assert_eq!(player.snapshot(T0 + 7_000).phase.kind, PhaseKind::Rest);
    player.adjust(T0 + 7_000, Adjust::Seconds(15)).unwrap();
    assert_eq!(player.snapshot(T0 + 7_000).phase_left_ms, 44_000);
    let mut moving = at("cat-cow.1r.2s", timed(0), 1_000);
    assert_eq!(moving.adjust(T0 + 1_000, Adjust::Seconds(15)), Err(PlayerError::NothingToChange));
}

#[test]
fn the_repetitions_of_a_massage_step_stay_as_they_are() {
    let mut player = Player::new(playable(shipped("trigger-point-ball")), timed(10));
    player.start(T0, stamp()).unwrap();
    assert_eq!(player.adjust(T0, Adjust::MoreRepetitions), Err(PlayerError::NothingToChange));
    assert_eq!(player.adjust(T0, Adjust::Seconds(5)).map(|_| ()), Ok(()));
}

#[test]
fn the_routine_given_is_not_changed_by_a_session_that_is() {
    let given = routine("bridge.4r.1h");
    let mut player = Player::new(playable(given.clone()), timed(10));
    player.start(T0, stamp()).unwrap();
    swap(&mut player, 1_000, "bridge", "low");
    assert_eq!(given.code(), "bridge.4r.1h");
    assert_eq!(player.routine().id, given.id);
}

#[test]
fn get_ready_is_made_longer_from_here_on() {
    let mut player = at("cat-cow.2r_bird-dog.1r.3h_cat-cow.1r", timed(10), 4_000);
    let total = player.timeline().total_ms();
    player.adjust(T0 + 4_000, Adjust::GetReady(5)).unwrap();
    well_laid_out(player.timeline()).unwrap();
    assert_eq!(player.snapshot(T0 + 4_000).phase_left_ms, 11_000, "the one that runs");
    assert_eq!(player.timeline().total_ms(), total + 15_000, "and the two to come");
    assert_eq!(player.pace().get_ready, 15);
    player.adjust(T0 + 4_000, Adjust::GetReady(-100)).unwrap();
    let ready = player.timeline().phases().iter().filter(|phase| phase.kind == PhaseKind::GetReady).count();
    assert_eq!((ready, player.pace().get_ready), (1, 0), "none is left but the one that runs");
}

#[test]
fn get_ready_stays_within_its_range_and_is_the_steps_own_in_a_massage() {
    let mut player = at("cat-cow.2r", timed(30), 31_000);
    assert_eq!(player.adjust(T0 + 31_000, Adjust::GetReady(5)), Err(PlayerError::NothingToChange));
    player.adjust(T0 + 31_000, Adjust::GetReady(-5)).unwrap();
    assert_eq!(player.snapshot(T0 + 31_000).phase.kind, PhaseKind::Move);
    let mut massage = Player::new(playable(shipped("trigger-point-ball")), timed(10));
    massage.start(T0, stamp()).unwrap();
    assert_eq!(massage.adjust(T0, Adjust::GetReady(5)), Err(PlayerError::NothingToChange));
}
