//! The player: what each verb does, at which instant, and in which state it is refused.
//!
//! Most sessions here are two cat-cows and a short bridge with ten seconds to get ready:
//! get ready 0, cat-cow 10 and 16, get ready 22, bridge 32, finish 38 (seconds).
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

#[path = "player/changes.rs"]
mod changes;
#[path = "player/finished.rs"]
mod finished;
#[path = "player/own_pace.rs"]
mod own_pace;
#[path = "player/phone_down.rs"]
mod phone_down;
#[path = "player/restored.rs"]
mod restored;
#[path = "player/sounds.rs"]
mod sounds;

use rstest::rstest;
use support::{T0, announced, form, playable, routine, run, sounds as sounds_in, stamp, started, timed};
use unknot::domain::figure::Playback;
use unknot::domain::session::cue::{Cue, CueKind, Sound};
use unknot::domain::session::player::{Adjust, Effect, Next, PauseReason, Player, PlayerError, State};
use unknot::domain::session::timeline::PhaseKind;

const SHORT: &str = "cat-cow.2r_bridge.1r.1h";
const TOTAL: u64 = 48_000;

fn short() -> Player {
    started(SHORT, timed(10))
}

/// The session, looked at on the way to a time so that nobody was away.
fn short_at(ms: u64) -> Player {
    let mut player = short();
    run(&mut player, 0, ms);
    player.tick(T0 + ms);
    player
}

fn position(player: &Player, ms: u64) -> u32 {
    player.snapshot(T0 + ms).position_ms
}

#[test]
fn before_the_start_nothing_runs() {
    let mut player = Player::new(playable(routine(SHORT)), timed(10));
    assert!(player.tick(T0).is_empty());
    assert_eq!(player.state(), State::Ready);
    assert_eq!(player.record(T0), None);
    let snapshot = player.snapshot(T0 + 5_000);
    assert_eq!((snapshot.position_ms, snapshot.active_ms, snapshot.total_ms), (0, 0, 48_000));
    assert_eq!(snapshot.phase.kind, PhaseKind::GetReady);
}

#[test]
fn before_the_start_only_start_fits() {
    let mut player = Player::new(playable(routine(SHORT)), timed(10));
    let (exercise, rung) = form("bridge", "low");
    assert_eq!(player.pause(T0), Err(PlayerError::NotRunning));
    assert_eq!(player.resume(T0), Err(PlayerError::NotPaused));
    assert_eq!(player.skip(T0), Err(PlayerError::NotStarted));
    assert_eq!(player.skip_exercise(T0), Err(PlayerError::NotStarted));
    assert_eq!(player.back(T0), Err(PlayerError::NotStarted));
    assert_eq!(player.hurts(T0), Err(PlayerError::NotStarted));
    assert_eq!(player.end(T0), Err(PlayerError::NotStarted));
    assert_eq!(player.done(T0, None), Err(PlayerError::NotRunning));
    assert_eq!(player.swap(T0, exercise, rung), Err(PlayerError::NotStarted));
    assert_eq!(player.adjust(T0, Adjust::MoreRepetitions), Err(PlayerError::NotStarted));
    assert!(player.start(T0, stamp()).is_ok());
}

#[test]
fn start_keeps_a_checkpoint_and_announces_the_first_exercise() {
    let mut player = Player::new(playable(routine(SHORT)), timed(10));
    let get_ready = Cue { at_ms: 0, kind: CueKind::GetReady, phase: 0 };
    let sound = Effect::Sound { sound: Sound::GetReady, in_ms: 0 };
    assert_eq!(player.start(T0, stamp()), Ok(vec![Effect::Checkpoint, Effect::Announce(get_ready), sound]));
    assert_eq!(player.state(), State::Running);
    assert_eq!(player.start(T0, stamp()), Err(PlayerError::AlreadyStarted));
}

#[test]
fn the_state_is_a_function_of_the_time_and_needs_no_ticks() {
    let player = short();
    let snapshot = player.snapshot(T0 + 3_500);
    assert_eq!((snapshot.position_ms, snapshot.phase_gone_ms, snapshot.phase_left_ms), (3_500, 3_500, 6_500));
    let later = player.snapshot(T0 + 23_000);
    assert_eq!((later.phase.kind, later.item.id()), (PhaseKind::GetReady, "bridge"));
    assert_eq!((later.next, later.items), (Next::Finish, 2));
}

#[test]
fn one_tick_or_many_lead_to_the_same_place() {
    let mut once = short();
    once.tick(T0 + 25_000);
    let often = short_at(25_000);
    assert_eq!(once.snapshot(T0 + 25_000), often.snapshot(T0 + 25_000));
    assert_eq!(once.record(T0 + 25_000), often.record(T0 + 25_000));
}

/// Cat-cow lasts 22 s of the 48, the bridge 26.
#[rstest]
#[case::at_the_start(0, 0, 0, 0)]
#[case::halfway_through_the_first(11_000, 0, 22, 50)]
#[case::at_the_end_of_the_first(21_999, 0, 45, 99)]
#[case::at_the_start_of_the_second(22_000, 1, 45, 0)]
#[case::halfway_through_the_second(35_000, 1, 72, 50)]
#[case::at_the_end(TOTAL, 1, 100, 100)]
fn how_far_the_session_is_and_how_far_its_item(
    #[case] position: u64,
    #[case] item: usize,
    #[case] percent: u8,
    #[case] item_percent: u8,
) {
    let snapshot = short_at(position).snapshot(T0 + position);
    assert_eq!((snapshot.phase.item, snapshot.percent, snapshot.item_percent), (item, percent, item_percent));
}

#[test]
fn a_clock_that_goes_back_changes_nothing() {
    let mut player = short_at(5_000);
    player.tick(T0 + 3_000);
    assert_eq!(position(&player, 3_000), 5_000);
}

#[test]
fn a_session_that_runs_to_its_end_is_finished_and_recorded_once() {
    let mut player = short();
    let effects = run(&mut player, 0, TOTAL + 5_000);
    assert_eq!(player.state(), State::Finished);
    let records: Vec<u64> = effects.iter().filter(|(_, effect)| *effect == Effect::Record).map(|(at, _)| *at).collect();
    assert_eq!(records, [TOTAL]);
    let snapshot = player.snapshot(T0 + 99_000);
    assert_eq!((snapshot.position_ms, snapshot.active_ms, snapshot.percent), (48_000, 48_000, 100));

    let record = player.record(T0 + 99_000).unwrap();
    assert!(record.finished);
    assert_eq!((record.id, record.date, record.pain_before), (stamp().id, stamp().date, Some(4)));
    assert_eq!((record.routine.as_str(), record.code.as_str(), record.active_seconds), ("custom", SHORT, 48));
    let entries: Vec<_> = record.entries.iter().map(|e| (e.exercise.as_str(), e.planned, e.done, e.seconds)).collect();
    assert_eq!(entries, [("cat-cow", 2, 2, 22), ("bridge", 1, 1, 26)]);
    assert!(record.entries.iter().all(|entry| !entry.hurt && !entry.skipped));
}

#[test]
fn once_over_every_verb_is_refused() {
    let mut finished = short();
    run(&mut finished, 0, TOTAL);
    let mut ended = short();
    ended.end(T0 + 5_000).unwrap();
    let (exercise, rung) = form("bridge", "low");
    for mut player in [finished, ended] {
        let (state, now) = (player.state(), T0 + 60_000);
        assert!(state.is_over());
        assert_eq!(player.start(now, stamp()), Err(PlayerError::AlreadyStarted));
        assert_eq!(player.pause(now), Err(PlayerError::NotRunning));
        assert_eq!(player.resume(now), Err(PlayerError::NotPaused));
        assert_eq!(player.skip(now), Err(PlayerError::Over));
        assert_eq!(player.back(now), Err(PlayerError::Over));
        assert_eq!(player.hurts(now), Err(PlayerError::Over));
        assert_eq!(player.end(now), Err(PlayerError::Over));
        assert_eq!(player.swap(now, exercise, rung), Err(PlayerError::Over));
        assert_eq!(player.adjust(now, Adjust::Seconds(5)), Err(PlayerError::Over));
        assert!(player.tick(now).is_empty());
        assert_eq!(player.state(), state);
    }
}

#[test]
fn a_pause_stops_position_and_active_time_and_cancels_sounds() {
    let mut player = short_at(11_000);
    assert_eq!(player.pause(T0 + 11_000), Ok(vec![Effect::CancelSounds, Effect::Checkpoint]));
    assert_eq!(player.state(), State::Paused(PauseReason::Person));
    assert!(player.tick(T0 + 3_600_000).is_empty());
    let snapshot = player.snapshot(T0 + 3_600_000);
    assert_eq!((snapshot.position_ms, snapshot.active_ms), (11_000, 11_000));
    assert_eq!(player.pause(T0 + 3_600_000), Err(PlayerError::NotRunning));
}

#[test]
fn resuming_in_mid_exercise_counts_down_outside_the_timeline() {
    let mut player = short_at(11_000);
    player.pause(T0 + 11_000).unwrap();
    let effects = player.resume(T0 + 20_000).unwrap();
    let ticks = [(Sound::Tick, 0), (Sound::Tick, 1_000), (Sound::Tick, 2_000), (Sound::Start, 5_000)];
    assert_eq!(sounds_in(&effects), ticks, "the cat at 13 s comes 2 s after the countdown");
    let counting = player.snapshot(T0 + 21_000);
    assert_eq!((counting.countdown_ms, counting.position_ms, counting.active_ms), (2_000, 11_000, 11_000));
    let running = player.snapshot(T0 + 24_000);
    assert_eq!((running.countdown_ms, running.position_ms, running.active_ms), (0, 12_000, 12_000));
    assert_eq!(player.resume(T0 + 24_000), Err(PlayerError::NotPaused));
}

#[test]
fn resuming_in_get_ready_needs_no_countdown() {
    let mut player = short_at(4_000);
    player.pause(T0 + 4_000).unwrap();
    player.resume(T0 + 20_000).unwrap();
    assert_eq!(player.snapshot(T0 + 20_000).countdown_ms, 0);
    assert_eq!(position(&player, 21_000), 5_000);
}

#[test]
fn pausing_in_the_countdown_loses_no_time_and_gains_none() {
    let mut player = short_at(11_000);
    player.pause(T0 + 11_000).unwrap();
    player.resume(T0 + 20_000).unwrap();
    player.pause(T0 + 21_500).unwrap();
    assert_eq!(position(&player, 30_000), 11_000);
    player.resume(T0 + 30_000).unwrap();
    assert_eq!(position(&player, 33_000), 11_000);
    assert_eq!(position(&player, 33_500), 11_500);
}

#[test]
fn skip_in_get_ready_starts_at_once() {
    let mut player = short_at(4_000);
    let effects = player.skip(T0 + 4_000).unwrap();
    assert!(effects.starts_with(&[Effect::CancelSounds, Effect::Checkpoint]));
    assert_eq!(announced(&effects), [Cue { at_ms: 10_000, kind: CueKind::Movement, phase: 1 }]);
    assert_eq!(position(&player, 4_000), 10_000);
    assert_eq!(player.snapshot(T0 + 4_000).active_ms, 4_000);
    assert!(!player.record(T0 + 4_000).unwrap().entries[0].skipped);
}

#[test]
fn skip_in_an_exercise_goes_to_the_next_and_keeps_what_was_done() {
    let mut player = short_at(17_000);
    player.skip(T0 + 17_000).unwrap();
    assert_eq!(position(&player, 17_000), 22_000);
    let entry = &player.record(T0 + 17_000).unwrap().entries[0];
    assert_eq!((entry.planned, entry.done, entry.skipped, entry.seconds), (2, 1, true, 17));
}

#[test]
fn skipping_the_exercise_in_get_ready_leaves_it_out() {
    let mut player = short_at(4_000);
    player.skip_exercise(T0 + 4_000).unwrap();
    assert_eq!(position(&player, 4_000), 22_000);
    let entry = &player.record(T0 + 4_000).unwrap().entries[0];
    assert_eq!((entry.done, entry.skipped), (0, true));
}

#[test]
fn skipping_the_last_exercise_ends_the_session() {
    let mut player = short_at(43_000);
    let effects = player.skip(T0 + 43_000).unwrap();
    assert_eq!(effects.iter().filter(|effect| **effect == Effect::Record).count(), 1);
    assert_eq!(announced(&effects).last().map(|cue| cue.kind), Some(CueKind::Finish), "and it is told");
    assert!(player.state().is_over());
    let entry = &player.record(T0 + 43_000).unwrap().entries[1];
    assert_eq!((entry.done, entry.skipped), (0, true));
}

#[test]
fn skip_in_the_countdown_goes_on_at_once_where_it_stood() {
    let mut player = short_at(11_000);
    player.pause(T0 + 11_000).unwrap();
    player.resume(T0 + 20_000).unwrap();
    player.skip(T0 + 21_000).unwrap();
    assert_eq!(player.snapshot(T0 + 21_000).countdown_ms, 0);
    assert_eq!(position(&player, 21_500), 11_500);
}

#[test]
fn skip_and_back_while_paused_stay_paused() {
    let mut player = short_at(11_000);
    player.pause(T0 + 11_000).unwrap();
    player.skip(T0 + 12_000).unwrap();
    assert_eq!((player.state(), position(&player, 99_000)), (State::Paused(PauseReason::Person), 22_000));
    player.back(T0 + 13_000).unwrap();
    assert_eq!((player.state(), position(&player, 99_000)), (State::Paused(PauseReason::Person), 0));
}

// Pressed at, goes to: the start of this exercise, or within 3 s of it the one before.
#[rstest]
#[case::late_in_the_first(15_000, 0)]
#[case::early_in_the_first(2_000, 0)]
#[case::two_seconds_into_the_second(24_000, 0)]
#[case::just_within_three_seconds(24_999, 0)]
#[case::at_three_seconds(25_000, 22_000)]
#[case::in_the_second(36_000, 22_000)]
fn back_goes_to_the_start_or_the_one_before(#[case] pressed: u64, #[case] to: u32) {
    let mut player = short_at(pressed);
    let done_before = player.record(T0 + pressed).unwrap().entries[0].done;
    player.back(T0 + pressed).unwrap();
    let snapshot = player.snapshot(T0 + pressed);
    assert_eq!((snapshot.position_ms, snapshot.active_ms), (to, pressed));
    assert_eq!(player.record(T0 + pressed).unwrap().entries[0].done, done_before, "what was done stays");
}

#[test]
fn back_in_the_countdown_goes_to_the_start_of_the_exercise() {
    let mut player = started(SHORT, timed(0));
    player.tick(T0 + 1_000);
    player.pause(T0 + 1_000).unwrap();
    player.resume(T0 + 5_000).unwrap();
    player.back(T0 + 6_000).unwrap();
    assert_eq!(position(&player, 6_000), 0);
}

#[test]
fn doing_an_exercise_again_counts_it_once() {
    let mut player = short_at(23_000);
    player.back(T0 + 23_000).unwrap();
    run(&mut player, 23_000, 46_000);
    let entry = &player.record(T0 + 46_000).unwrap().entries[0];
    assert_eq!((entry.planned, entry.done), (2, 2));
}

#[test]
fn more_than_thirty_seconds_unseen_pause_at_the_last_seen_instant() {
    let mut player = short_at(5_000);
    assert_eq!(player.tick(T0 + 36_000), [Effect::CancelSounds, Effect::Away, Effect::Checkpoint]);
    assert_eq!(player.state(), State::Paused(PauseReason::Away));
    let snapshot = player.snapshot(T0 + 99_000);
    assert_eq!((snapshot.position_ms, snapshot.active_ms), (5_000, 5_000));
    assert_eq!(player.record(T0 + 99_000).unwrap().entries[0].seconds, 5);
    player.resume(T0 + 99_000).unwrap();
    assert_eq!(position(&player, 100_000), 6_000);
}

#[test]
fn thirty_seconds_unseen_are_not_away() {
    let mut player = short_at(5_000);
    player.tick(T0 + 35_000);
    assert_eq!((player.state(), position(&player, 35_000)), (State::Running, 35_000));
}

#[test]
fn a_verb_after_a_long_gap_only_pauses() {
    type Press = fn(&mut Player, u64) -> Result<Vec<Effect>, PlayerError>;
    let verbs: [Press; 4] = [Player::pause, Player::skip, Player::back, Player::skip_exercise];
    for verb in verbs {
        let mut player = short_at(17_000);
        assert!(verb(&mut player, T0 + 50_000).unwrap().contains(&Effect::Away));
        assert_eq!(player.state(), State::Paused(PauseReason::Away));
        assert_eq!(position(&player, 50_000), 17_000);
    }
    let mut ended = short_at(17_000);
    assert!(ended.end(T0 + 50_000).unwrap().contains(&Effect::Record));
    assert_eq!(ended.record(T0 + 50_000).unwrap().active_seconds, 17);
}

#[test]
fn a_late_tick_says_one_thing_and_no_stale_cues() {
    let mut player = short();
    let effects = player.tick(T0 + 22_500);
    assert_eq!(announced(&effects), [Cue { at_ms: 22_000, kind: CueKind::GetReady, phase: 5 }]);
}

#[test]
fn this_hurts_pauses_and_the_record_remembers_it() {
    let mut player = short_at(12_000);
    assert!(player.hurts(T0 + 12_000).unwrap().contains(&Effect::CancelSounds));
    assert_eq!(player.state(), State::Paused(PauseReason::Hurts));
    player.resume(T0 + 20_000).unwrap();
    player.end(T0 + 24_000).unwrap();
    let hurt: Vec<bool> = player.record(T0 + 24_000).unwrap().entries.iter().map(|entry| entry.hurt).collect();
    assert_eq!(hurt, [true, false]);
}

#[test]
fn how_often_it_hurt_is_counted_for_each_item() {
    let mut player = short();
    assert_eq!(player.snapshot(T0).hurts, 0);
    player.hurts(T0 + 12_000).unwrap();
    player.resume(T0 + 12_000).unwrap();
    player.hurts(T0 + 20_000).unwrap();
    assert_eq!(player.snapshot(T0 + 20_000).hurts, 2);
    player.resume(T0 + 20_000).unwrap();
    player.skip_exercise(T0 + 24_000).unwrap();
    assert_eq!(player.snapshot(T0 + 24_000).hurts, 0);
}

#[test]
fn this_hurts_can_be_said_while_paused_and_after_being_away() {
    let mut paused = short_at(12_000);
    paused.pause(T0 + 12_000).unwrap();
    paused.hurts(T0 + 13_000).unwrap();
    let mut away = short_at(12_000);
    away.hurts(T0 + 60_000).unwrap();
    for player in [paused, away] {
        assert_eq!(player.state(), State::Paused(PauseReason::Hurts));
        assert!(player.record(T0 + 60_000).unwrap().entries[0].hurt);
        assert_eq!(position(&player, 60_000), 12_000);
    }
}

#[test]
fn ending_records_what_was_done_and_is_not_finished() {
    let mut player = short_at(17_000);
    let effects = player.end(T0 + 17_000).unwrap();
    assert!(effects.ends_with(&[Effect::CancelSounds, Effect::Record]));
    assert_eq!(player.state(), State::EndedEarly);
    let record = player.record(T0 + 99_000).unwrap();
    assert!(!record.finished);
    assert_eq!(record.active_seconds, 17);
    let entries: Vec<_> = record.entries.iter().map(|entry| (entry.done, entry.skipped)).collect();
    assert_eq!(entries, [(1, false), (0, false)]);
}

#[test]
fn a_session_reads_the_same_until_the_second_changes() {
    let mut player = Player::new(playable(routine("cat-cow.30r")), timed(10));
    player.start(T0, stamp()).unwrap();
    let first = player.snapshot(T0 + 1_010);
    assert!(first.reads_like(&player.snapshot(T0 + 1_800)), "8.99 s and 8.2 s left both read 0:09");
    assert!(!first.reads_like(&player.snapshot(T0 + 2_010)), "another second");
    let moving = player.snapshot(T0 + 10_100);
    player.tick(T0 + 10_100);
    player.pause(T0 + 10_100).unwrap();
    assert!(!moving.reads_like(&player.snapshot(T0 + 10_100)), "it stands still");
}

#[test]
fn the_picture_runs_from_the_beginning_of_its_phase_and_stands_where_time_stands() {
    let mut player = Player::new(playable(routine("cat-cow.30r")), timed(10));
    assert_eq!(player.playback(T0), Playback::Stands(0));
    player.start(T0, stamp()).unwrap();
    for gone in [0, 100, 9_999] {
        assert_eq!(player.playback(T0 + gone), Playback::Runs(T0), "getting ready");
    }
    for gone in [10_000, 11_234, 12_999] {
        player.tick(T0 + gone);
        assert_eq!(player.playback(T0 + gone), Playback::Runs(T0 + 10_000), "the first movement");
    }
    player.pause(T0 + 12_999).unwrap();
    assert_eq!(player.playback(T0 + 60_000), Playback::Stands(2_999));
    player.resume(T0 + 60_000).unwrap();
    let countdown = u64::from(player.snapshot(T0 + 60_000).countdown_ms);
    assert!(countdown > 0);
    assert_eq!(player.playback(T0 + 60_000 + countdown - 1), Playback::Stands(2_999), "it counts down");
    assert_eq!(player.playback(T0 + 60_000 + countdown), Playback::Runs(T0 + 60_000 + countdown - 2_999));
}

#[test]
fn at_ones_own_pace_the_picture_stands() {
    let mut player = Player::new(playable(routine("cat-cow.30r")), support::own_pace());
    player.start(T0, stamp()).unwrap();
    assert_eq!(player.playback(T0), Playback::Stands(0));
    assert_eq!(player.playback(T0 + 5_000), Playback::Stands(0), "nothing that changes with time");
}

#[rstest]
#[case::while_getting_ready(0, Next::Set(2, 3))]
#[case::in_the_first_set(12_000, Next::Set(2, 3))]
#[case::in_the_rest_before_the_second(20_000, Next::Set(2, 3))]
#[case::in_the_second(48_000, Next::Set(3, 3))]
#[case::in_the_last(86_000, Next::Finish)]
fn what_comes_next_is_the_next_set_first(#[case] ms: u64, #[case] next: Next) {
    let player = started("cat-cow.1r.3s", timed(10));
    assert_eq!(player.snapshot(T0 + ms).next, next, "{:?}", player.snapshot(T0 + ms).phase);
}
