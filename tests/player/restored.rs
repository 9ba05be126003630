//! A session found again after a reload.

use crate::support::{T0, form, own_pace, playable, routine, run, shipped, stamp, started, timed};
use unknot::content::CATALOG;
use unknot::domain::routine::Routine;
use unknot::domain::routine::share_code::MAX_ITEMS;
use unknot::domain::session::player::{Adjust, PauseReason, Place, Player, State};
use unknot::domain::session::timeline::{Pace, PhaseKind, Side};

/// When the page is loaded again, on its own new clock.
const LATER: u64 = 50;

/// The session as a reload at this time would find it.
fn reloaded(player: &Player, pace: Pace, ms: u64) -> Player {
    let record = player.record(T0 + ms).unwrap();
    let found = if record.code.is_empty() { shipped(&record.routine) } else { routine(&record.code) };
    Player::restore(playable(found), pace, &record, player.place(), LATER)
}

#[test]
fn it_waits_at_the_start_of_the_repetition_that_ran() {
    // Cat-cow: 6 s a repetition after 10 s; at 20 s the second is in its second movement.
    let mut player = started("cat-cow.3r_bridge.1r.1h", timed(10));
    run(&mut player, 0, 20_000);
    let mut found = reloaded(&player, timed(10), 20_000);
    assert_eq!(found.state(), State::Paused(PauseReason::Continued));
    let snapshot = found.snapshot(LATER);
    assert_eq!((snapshot.position_ms, snapshot.active_ms), (16_000, 20_000));
    assert_eq!((snapshot.phase.rep, snapshot.phase.movement), (2, Some(0)));
    assert_eq!(found.record(LATER), player.record(T0 + 20_000));
    found.resume(LATER + 1_000).unwrap();
    let counting = found.snapshot(LATER + 2_000);
    assert_eq!((counting.countdown_ms, counting.position_ms), (2_000, 16_000));
    assert_eq!(found.snapshot(LATER + 5_000).position_ms, 17_000);
}

#[test]
fn it_keeps_its_identity_and_what_was_done_and_goes_on_to_the_end() {
    let mut player = started("cat-cow.3r_bridge.1r.1h", timed(10));
    run(&mut player, 0, 20_000);
    let mut found = reloaded(&player, timed(10), 20_000);
    found.resume(LATER).unwrap();
    // 3 s of countdown, then the 38 s that are left of 54.
    for at in 1..=41 {
        found.tick(LATER + at * 1_000);
    }
    assert_eq!(found.state(), State::Finished);
    let record = found.record(LATER + 41_000).unwrap();
    assert_eq!((record.id, record.pain_before, record.finished), (stamp().id, Some(4), true));
    assert_eq!(record.active_seconds, 58, "the repetition cut short was done again");
    let done: Vec<u16> = record.entries.iter().map(|entry| entry.done).collect();
    assert_eq!(done, [3, 1]);
}

#[test]
fn in_get_ready_it_waits_at_its_start() {
    let mut player = started("cat-cow.1r_bridge.1r.1h", timed(10));
    run(&mut player, 0, 20_000);
    let found = reloaded(&player, timed(10), 20_000);
    let snapshot = found.snapshot(LATER);
    assert_eq!((snapshot.phase.kind, snapshot.position_ms), (PhaseKind::GetReady, 16_000));
}

#[test]
fn in_a_later_set_it_waits_in_that_set() {
    // Sets of 6 s with 30 s of rest: at 50 s the second repetition of the second set runs.
    let mut player = started("cat-cow.2r.2s", timed(0));
    run(&mut player, 0, 50_000);
    let found = reloaded(&player, timed(0), 50_000);
    let snapshot = found.snapshot(LATER);
    assert_eq!((snapshot.phase.set, snapshot.phase.rep, snapshot.position_ms), (2, 2, 48_000));
}

#[test]
fn in_a_rest_it_does_not_go_back_before_the_set_that_was_done() {
    let mut player = started("cat-cow.2r.2s", timed(10));
    run(&mut player, 0, 30_000);
    assert_eq!(player.snapshot(T0 + 30_000).phase.kind, PhaseKind::Rest);
    let found = reloaded(&player, timed(10), 30_000);
    assert_eq!(found.snapshot(LATER).phase.set, 2);
}

#[test]
fn on_the_second_side_of_a_step_it_waits_on_that_side() {
    let pace = timed(10);
    let mut player = Player::new(playable(shipped("deep-tissue-forearm")), pace);
    player.start(T0, stamp()).unwrap();
    // Get ready 10, glides 45, get ready 5, three strokes 30, switch 8: at 113 s the second stroke.
    run(&mut player, 0, 113_000);
    let found = reloaded(&player, pace, 113_000);
    let phase = found.snapshot(LATER).phase;
    assert_eq!((phase.item, phase.rep, phase.side), (1, 2, Some(Side::Second)));
    assert_eq!(phase.start_ms, 108_000);
}

#[test]
fn at_ones_own_pace_it_waits_at_the_set_that_ran() {
    let mut player = started("cat-cow.8r_bridge.8r.10h.2s", own_pace());
    player.done(T0 + 60_000, None).unwrap();
    player.done(T0 + 90_000, Some(6)).unwrap();
    let mut found = reloaded(&player, own_pace(), 100_000);
    let phase = found.snapshot(LATER).phase;
    assert_eq!((phase.item, phase.set), (1, 2));
    found.resume(LATER).unwrap();
    found.done(LATER + 20_000, None).unwrap();
    assert_eq!(found.state(), State::Finished);
    assert_eq!(found.record(LATER + 20_000).unwrap().entries[1].done, 14);
}

#[test]
fn a_place_that_does_not_exist_does_no_harm() {
    let player = started("cat-cow.2r", timed(10));
    let record = player.record(T0).unwrap();
    for (item, set, rep) in [(9, 1, 1), (0, 9, 9), (0, 1, 99), (usize::MAX, u16::MAX, u16::MAX)] {
        let place = Place { item, set, rep, second_side: true };
        let mut found = Player::restore(playable(routine("cat-cow.2r")), timed(10), &record, place, LATER);
        assert!(found.snapshot(LATER).position_ms <= 22_000);
        found.resume(LATER).unwrap();
        found.tick(LATER + 1_000);
    }
}

#[test]
fn it_is_found_again_however_often_it_was_changed() {
    let code = vec!["cat-cow.9r"; MAX_ITEMS - 1].join("_");
    let mut player = started(&code, timed(0));
    let mut at = 0;
    for rung in ["seated", "standard", "seated", "standard"] {
        // In the midst of a movement each time, so that the rest follows as an item of its own.
        run(&mut player, at, at + 1_000);
        at += 1_000;
        let (exercise, rung) = form("cat-cow", rung);
        player.swap(T0 + at, exercise, rung).unwrap();
    }
    let record = player.record(T0 + at).unwrap();
    assert!(record.entries.len() > MAX_ITEMS, "more than a link may have");
    assert!(Routine::custom(&CATALOG, "A link", &record.code).is_err());
    let found = Routine::recorded(&CATALOG, &record.routine, &record.code, "Mine").unwrap();
    assert_eq!(found.code(), record.code);
    let found = Player::restore(playable(found), timed(0), &record, player.place(), LATER);
    assert_eq!(found.record(LATER), Some(record));
}

#[test]
fn repetitions_that_are_added_or_left_out_change_what_was_planned() {
    let mut player = started("bird-dog.5r.3h", timed(0));
    for (by, planned) in [(Adjust::MoreRepetitions, 12), (Adjust::FewerRepetitions, 10), (Adjust::FewerRepetitions, 8)]
    {
        player.adjust(T0, by).unwrap();
        assert_eq!(player.record(T0).unwrap().entries[0].planned, planned);
    }
}
