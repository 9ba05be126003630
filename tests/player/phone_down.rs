//! The time to put the phone down, before the first item.

use crate::support::{T0, announced, form, own_pace, playable, routine, run, sounds, stamp, timed};
use crate::{SHORT, TOTAL};
use rstest::rstest;
use unknot::domain::Instant;
use unknot::domain::session::cue::{Cue, CueKind, Sound};
use unknot::domain::session::player::{Effect, Effects, PHONE_DOWN_MS, PauseReason, Player, PlayerError, State};
use unknot::domain::session::timeline::Pace;

const WAITING: State = State::Paused(PauseReason::PhoneDown);

fn waiting(pace: Pace) -> Player {
    let mut player = Player::new(playable(routine(SHORT)), pace);
    player.wait_for_the_phone(T0, stamp()).unwrap();
    player
}

#[test]
fn it_is_told_where_to_put_it_and_nothing_runs() {
    let mut player = Player::new(playable(routine(SHORT)), timed(10));
    let effects = player.wait_for_the_phone(T0, stamp()).unwrap();
    assert_eq!(announced(&effects), [Cue { at_ms: 0, kind: CueKind::PhoneDown, phase: 0 }]);
    assert_eq!(player.wait_for_the_phone(T0, stamp()), Err(PlayerError::AlreadyStarted));
    assert!(run(&mut player, 0, 20_000).is_empty());
    let snapshot = player.snapshot(T0 + 20_000);
    assert_eq!((snapshot.state, snapshot.position_ms, snapshot.active_ms), (WAITING, 0, 0));
    assert_eq!(snapshot.countdown_ms, 10_000, "what is left of the wait");
}

#[rstest]
#[case::tapped(Player::resume)]
#[case::skipped(Player::skip)]
fn a_tap_begins_at_once(
    #[case] verb: fn(&mut Player, Instant) -> Effects,
    #[values(timed(10), own_pace())] pace: Pace,
) {
    let mut plain = Player::new(playable(routine(SHORT)), pace);
    let begins = plain.start(T0 + 7_000, stamp()).unwrap();
    let mut player = waiting(pace);
    assert_eq!(verb(&mut player, T0 + 7_000).unwrap(), begins, "as if it had been started then");
    assert_eq!(player.snapshot(T0 + 8_000), plain.snapshot(T0 + 8_000));
}

#[test]
fn by_itself_it_begins_after_half_a_minute_and_the_wait_is_no_part_of_it() {
    let mut player = waiting(timed(10));
    let effects = run(&mut player, 0, PHONE_DOWN_MS + TOTAL);
    let first = effects.iter().find(|(_, effect)| matches!(effect, Effect::Announce(_))).unwrap();
    assert_eq!(first.0, PHONE_DOWN_MS);
    let record = player.record(T0 + PHONE_DOWN_MS + TOTAL).unwrap();
    assert!(record.finished);
    assert_eq!(record.active_seconds, 48);
}

#[test]
fn a_device_that_slept_meanwhile_waits_anew() {
    let mut player = waiting(timed(10));
    run(&mut player, 0, 5_000);
    assert!(player.tick(T0 + 600_000).is_empty(), "nobody is there");
    assert_eq!(player.snapshot(T0 + 600_000).countdown_ms, 30_000);
    player.tick(T0 + 620_000);
    player.tick(T0 + 630_000);
    assert_eq!(player.state(), State::Running);
}

#[test]
fn it_can_be_ended_and_something_may_hurt_already() {
    let mut player = waiting(timed(10));
    player.hurts(T0 + 1_000).unwrap();
    assert_eq!(player.state(), State::Paused(PauseReason::Hurts));
    assert!(run(&mut player, 1_000, 60_000).is_empty(), "then it does not begin by itself");
    player.end(T0 + 60_000).unwrap();
    let record = player.record(T0 + 60_000).unwrap();
    assert!(record.entries[0].hurt && !record.finished);
}

#[test]
fn sounds_to_come_are_those_of_the_session() {
    let mut player = waiting(timed(3));
    run(&mut player, 0, 4_000);
    let effects = player.resume(T0 + 4_000).unwrap();
    assert_eq!(sounds(&effects)[0], (Sound::GetReady, 0));
    assert!(sounds(&effects).contains(&(Sound::Start, 3_000)), "{effects:?}");
}

#[test]
fn it_can_be_stopped_and_back_leads_nowhere() {
    let mut player = waiting(timed(10));
    player.back(T0 + 1_000).unwrap();
    player.tick(T0 + 2_000);
    assert_eq!(player.state(), WAITING, "there is nothing to go back to");
    player.pause(T0 + 3_000).unwrap();
    assert!(run(&mut player, 3_000, 90_000).is_empty(), "then it does not begin by itself");
    assert_eq!(player.state(), State::Paused(PauseReason::Person));
    player.resume(T0 + 91_000).unwrap();
    assert_eq!(player.state(), State::Running);
}

#[rstest]
#[case::stopped(Player::pause)]
#[case::something_hurt(Player::hurts)]
fn what_to_do_first_is_told_after_the_wait_was_broken_off(#[case] verb: fn(&mut Player, Instant) -> Effects) {
    for pace in [timed(10), own_pace()] {
        let mut player = waiting(pace);
        verb(&mut player, T0 + 1_000).unwrap();
        let told = announced(&player.resume(T0 + 5_000).unwrap());
        assert_eq!(told.len(), 1, "{told:?}");
    }
}

#[test]
fn what_was_put_in_while_the_time_stood_still_is_told_when_it_runs() {
    let mut player = Player::new(playable(routine(SHORT)), own_pace());
    player.start(T0, stamp()).unwrap();
    player.pause(T0 + 1_000).unwrap();
    let (exercise, rung) = form("bridge", "low");
    assert!(announced(&player.swap(T0 + 2_000, exercise, rung).unwrap()).is_empty());
    assert_eq!(announced(&player.resume(T0 + 3_000).unwrap()).len(), 1);
    player.pause(T0 + 4_000).unwrap();
    assert!(announced(&player.resume(T0 + 5_000).unwrap()).is_empty(), "once");
}
