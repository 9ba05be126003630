//! Sessions at the person's own pace: the player waits for Done.

use crate::support::{T0, announced, own_pace, playable, routine, sounds, stamp, started, timed};
use unknot::domain::session::cue::{Cue, CueKind, Sound};
use unknot::domain::session::player::{Effect, PauseReason, Player, PlayerError, State};
use unknot::domain::session::timeline::PhaseKind;

const CODE: &str = "bird-dog.2r.3h_bridge.8r.10h.2s";

fn told(phase: usize, shown: bool) -> Cue {
    Cue { at_ms: 0, kind: CueKind::SelfPaced { shown }, phase }
}

/// Planned, done and seconds of each entry.
fn entries(player: &Player, ms: u64) -> Vec<(u16, u16, u32)> {
    let record = player.record(T0 + ms).unwrap();
    record.entries.iter().map(|entry| (entry.planned, entry.done, entry.seconds)).collect()
}

#[test]
fn each_set_is_announced_as_it_is_entered_and_done_leads_on() {
    let mut player = Player::new(playable(routine(CODE)), own_pace());
    let effects = player.start(T0, stamp()).unwrap();
    assert_eq!(announced(&effects), [told(0, true)]);
    assert_eq!(sounds(&effects), [(Sound::GetReady, 0)]);
    let effects = player.done(T0 + 60_000, None).unwrap();
    assert_eq!(announced(&effects), [told(1, true)]);
    assert!(effects.contains(&Effect::Checkpoint));
    let effects = player.done(T0 + 100_000, Some(5)).unwrap();
    assert_eq!(announced(&effects), [told(2, false)]);
    let effects = player.done(T0 + 150_000, None).unwrap();
    assert_eq!(announced(&effects), [Cue { at_ms: 0, kind: CueKind::Finish, phase: 3 }]);
    assert_eq!(effects.iter().filter(|effect| **effect == Effect::Record).count(), 1);
    assert_eq!(player.state(), State::Finished);
    assert_eq!(entries(&player, 150_000), [(4, 4, 60), (16, 13, 90)]);
    assert_eq!(player.record(T0 + 150_000).unwrap().active_seconds, 150);
}

#[test]
fn planned_repetitions_count_as_done_unless_the_person_says_fewer() {
    let mut all = started("bridge.8r.10h", own_pace());
    all.done(T0 + 60_000, None).unwrap();
    let mut fewer = started("bridge.8r.10h", own_pace());
    fewer.done(T0 + 60_000, Some(3)).unwrap();
    let mut none = started("bridge.8r.10h", own_pace());
    none.done(T0 + 60_000, Some(0)).unwrap();
    let mut more = started("bridge.8r.10h", own_pace());
    more.done(T0 + 60_000, Some(99)).unwrap();
    let done = [all, fewer, none, more].map(|player| entries(&player, 60_000)[0].1);
    assert_eq!(done, [8, 3, 0, 8]);
}

#[test]
fn nine_minutes_of_waiting_are_neither_away_nor_done() {
    let mut player = started(CODE, own_pace());
    assert!(player.tick(T0 + 599_999).is_empty());
    assert_eq!(player.state(), State::Running);
}

#[test]
fn after_ten_minutes_without_a_verb_nobody_is_there_and_no_more_is_counted() {
    let mut player = started(CODE, own_pace());
    let effects = player.tick(T0 + 3_600_000);
    assert!(effects.contains(&Effect::Away));
    assert_eq!(player.state(), State::Paused(PauseReason::Away));
    let snapshot = player.snapshot(T0 + 3_600_000);
    assert_eq!((snapshot.phase.kind, snapshot.phase.item), (PhaseKind::SelfPaced, 0));
    assert_eq!((snapshot.position_ms, snapshot.total_ms, snapshot.phase_left_ms), (0, 0, 0));
    assert_eq!((snapshot.active_ms, snapshot.percent), (600_000, 0));
    assert_eq!(entries(&player, 3_600_000)[0].1, 0);
}

#[test]
fn done_is_only_for_sets_at_ones_own_pace_that_run() {
    let mut paused = started(CODE, own_pace());
    paused.pause(T0 + 1_000).unwrap();
    assert_eq!(paused.done(T0 + 2_000, None), Err(PlayerError::NotRunning));
    let mut clocked = started(CODE, timed(10));
    assert_eq!(clocked.done(T0 + 2_000, None), Err(PlayerError::NotSelfPaced));
}

#[test]
fn a_pause_stops_the_active_time_and_resuming_needs_no_countdown() {
    let mut player = started(CODE, own_pace());
    player.pause(T0 + 5_000).unwrap();
    assert_eq!(player.state(), State::Paused(PauseReason::Person));
    player.resume(T0 + 50_000).unwrap();
    let snapshot = player.snapshot(T0 + 52_000);
    assert_eq!((snapshot.active_ms, snapshot.countdown_ms), (7_000, 0));
}

#[test]
fn skip_goes_to_the_next_exercise_past_the_sets_that_are_left() {
    let mut player = started("bridge.8r.10h.2s_cat-cow.8r", own_pace());
    player.skip(T0 + 10_000).unwrap();
    assert_eq!(player.snapshot(T0 + 10_000).item.id(), "cat-cow");
    let entry = &player.record(T0 + 10_000).unwrap().entries[0];
    assert_eq!((entry.done, entry.skipped), (0, true));
}

#[test]
fn back_within_three_seconds_goes_to_the_exercise_before_and_later_to_its_own_start() {
    for (pressed, item) in [(62_000, 0), (62_999, 0), (63_000, 1)] {
        let mut player = started(CODE, own_pace());
        player.done(T0 + 60_000, None).unwrap();
        player.back(T0 + pressed).unwrap();
        assert_eq!(player.snapshot(T0 + pressed).phase.item, item, "pressed at {pressed}");
    }
    let mut second_set = started(CODE, own_pace());
    second_set.done(T0 + 60_000, None).unwrap();
    second_set.done(T0 + 90_000, None).unwrap();
    second_set.back(T0 + 100_000).unwrap();
    let phase = second_set.snapshot(T0 + 100_000).phase;
    assert_eq!((phase.item, phase.set), (1, 1));
    assert_eq!(entries(&second_set, 100_000)[1].1, 8, "what was done stays");
}

#[test]
fn sets_done_again_are_not_counted_twice() {
    let mut player = started("bridge.8r.10h.2s", own_pace());
    player.done(T0 + 10_000, Some(5)).unwrap();
    player.back(T0 + 20_000).unwrap();
    player.done(T0 + 30_000, Some(4)).unwrap();
    player.done(T0 + 40_000, None).unwrap();
    assert_eq!(entries(&player, 40_000)[0].1, 13, "five at best in the first set, eight in the second");
}

#[test]
fn doing_an_exercise_again_claims_no_more_than_the_best_of_each_set() {
    let mut player = started("bridge.8r.10h.2s_cat-cow.8r", own_pace());
    player.done(T0 + 10_000, Some(5)).unwrap();
    player.done(T0 + 20_000, None).unwrap();
    player.back(T0 + 21_000).unwrap();
    player.done(T0 + 30_000, Some(3)).unwrap();
    player.done(T0 + 40_000, None).unwrap();
    assert_eq!(entries(&player, 40_000)[0].1, 13, "five at best in the first set, eight in the second");
}

#[test]
fn ending_at_ones_own_pace_records_what_was_done() {
    let mut player = started(CODE, own_pace());
    player.done(T0 + 60_000, None).unwrap();
    player.end(T0 + 70_000).unwrap();
    assert_eq!(player.state(), State::EndedEarly);
    assert_eq!(entries(&player, 99_000), [(4, 4, 60), (16, 0, 10)]);
}

#[test]
fn a_set_that_was_left_for_a_night_counts_ten_minutes_whoever_looks() {
    const NIGHT: u64 = 8 * 3_600_000;
    let player = started("bridge.8r.10h.2s", own_pace());
    let unseen = player.record(T0 + NIGHT).unwrap();
    assert_eq!((unseen.active_seconds, unseen.entries[0].seconds), (600, 600));

    // Done after such a gap only finds that nobody was there; after going on it counts.
    let mut player = player;
    player.done(T0 + NIGHT, None).unwrap();
    assert_eq!(player.state(), State::Paused(PauseReason::Away));
    player.resume(T0 + NIGHT + 1_000).unwrap();
    player.done(T0 + NIGHT + 6_000, None).unwrap();
    let record = player.record(T0 + NIGHT + 6_000).unwrap();
    assert_eq!((record.active_seconds, record.entries[0].done), (605, 8));
}

#[test]
fn each_verb_begins_another_ten_minutes() {
    let mut player = started("bridge.8r.10h.2s", own_pace());
    player.done(T0 + 500_000, None).unwrap();
    assert!(!player.tick(T0 + 1_099_000).contains(&Effect::Away));
    assert!(player.tick(T0 + 1_100_000).contains(&Effect::Away));
}
