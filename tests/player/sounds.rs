//! Sounds are put on the audio clock ahead of time: each comes once, at its instant.

use crate::support::{T0, announced, own_pace, playable, routine, shipped, sounds, stamp, timed};
use unknot::domain::routine::Routine;
use unknot::domain::session::cue::{Cue, Sound, cues_between};
use unknot::domain::session::player::{Effect, LOOK_AHEAD_HIDDEN_MS, LOOK_AHEAD_MS, Player};

/// An audio clock that keeps what it was told to play.
#[derive(Default)]
struct Speaker {
    due: Vec<(u64, Sound)>,
    said: Vec<Cue>,
}

impl Speaker {
    /// Takes what the player says at `ms` after the start.
    fn hear(&mut self, ms: u64, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Sound { sound, in_ms } => self.due.push((ms + u64::from(*in_ms), *sound)),
                Effect::CancelSounds => self.due.retain(|(at, _)| *at <= ms),
                _ => {}
            }
        }
        self.said.extend(announced(effects));
    }

    fn played(mut self) -> Vec<(u64, Sound)> {
        self.due.sort_by_key(|(at, _)| *at);
        self.due
    }
}

fn begin(routine: Routine, speaker: &mut Speaker) -> Player {
    let mut player = Player::new(playable(routine), timed(10));
    speaker.hear(0, &player.start(T0, stamp()).unwrap());
    player
}

fn tick_until(player: &mut Player, speaker: &mut Speaker, from_ms: u64, to_ms: u64, every: usize) {
    for at in (from_ms..=to_ms).step_by(every) {
        speaker.hear(at, &player.tick(T0 + at));
    }
}

fn cues_of(player: &Player, from_ms: u32) -> Vec<Cue> {
    cues_between(player.timeline(), &player.routine().items, from_ms, player.timeline().total_ms() + 1)
}

/// The sounds of the timeline from a position on, moved by so many ms.
fn expected(player: &Player, from_ms: u32, to_ms: u32, later: u64) -> Vec<(u64, Sound)> {
    let cues = cues_of(player, from_ms).into_iter().filter(|cue| cue.at_ms < to_ms);
    cues.filter_map(|cue| Some((u64::from(cue.at_ms) + later, cue.kind.sound()?))).collect()
}

#[test]
fn every_sound_of_a_routine_comes_once_at_its_instant_and_every_word_once() {
    for id in ["daily-six", "gentle-start", "deep-tissue-forearm"] {
        let mut speaker = Speaker::default();
        let mut player = begin(shipped(id), &mut speaker);
        let total = u64::from(player.timeline().total_ms());
        tick_until(&mut player, &mut speaker, 100, total + 1_000, 100);
        assert!(player.state().is_over());
        let spoken: Vec<Cue> = cues_of(&player, 0).into_iter().filter(|cue| cue.kind.is_spoken()).collect();
        assert_eq!(speaker.said, spoken, "{id}");
        assert_eq!(speaker.played(), expected(&player, 0, u32::MAX, 0), "{id}");
    }
}

#[test]
fn no_sound_is_scheduled_further_ahead_than_asked() {
    let mut player = Player::new(playable(shipped("daily-six")), timed(10));
    let mut furthest = 0;
    let mut effects = player.start(T0, stamp()).unwrap();
    for at in (100..=60_000).step_by(100) {
        effects.extend(player.tick(T0 + at));
    }
    for effect in effects {
        if let Effect::Sound { in_ms, .. } = effect {
            furthest = furthest.max(in_ms);
        }
    }
    assert_eq!(furthest, LOOK_AHEAD_MS);
}

#[test]
fn a_hidden_page_that_is_woken_every_twenty_nine_seconds_misses_no_sound() {
    let mut speaker = Speaker::default();
    let mut player = begin(shipped("gentle-start"), &mut speaker);
    player.set_look_ahead(LOOK_AHEAD_HIDDEN_MS);
    tick_until(&mut player, &mut speaker, 100, 100, 100);
    tick_until(&mut player, &mut speaker, 29_000, 29_000 * 9, 29_000);
    assert!(player.state().is_over());
    assert_eq!(speaker.played(), expected(&player, 0, u32::MAX, 0));
}

#[test]
fn hiding_and_showing_the_page_doubles_no_sound() {
    let mut speaker = Speaker::default();
    let mut player = begin(shipped("two-minute-reset"), &mut speaker);
    for (part, look_ahead) in
        [LOOK_AHEAD_MS, LOOK_AHEAD_HIDDEN_MS, LOOK_AHEAD_MS, LOOK_AHEAD_HIDDEN_MS, LOOK_AHEAD_MS].iter().enumerate()
    {
        player.set_look_ahead(*look_ahead);
        let from = part as u64 * 30_000;
        tick_until(&mut player, &mut speaker, from, from + 29_900, 100);
    }
    assert!(player.state().is_over());
    assert_eq!(speaker.played(), expected(&player, 0, u32::MAX, 0));
}

const SHORT: &str = "cat-cow.2r_bridge.1r.10h";

#[test]
fn a_pause_moves_the_sounds_to_come_and_repeats_none() {
    let mut speaker = Speaker::default();
    let mut player = begin(routine(SHORT), &mut speaker);
    tick_until(&mut player, &mut speaker, 100, 11_500, 100);
    speaker.hear(11_500, &player.pause(T0 + 11_500).unwrap());
    speaker.hear(20_000, &player.resume(T0 + 20_000).unwrap());
    tick_until(&mut player, &mut speaker, 20_100, 70_000, 100);
    assert!(player.state().is_over());
    // Position 11.5 s comes again at 20 s and 3 s of countdown.
    let mut all = expected(&player, 0, 11_500, 0);
    all.extend([20_000, 21_000, 22_000].map(|at| (at, Sound::Tick)));
    all.extend(expected(&player, 11_500, u32::MAX, 11_500));
    assert_eq!(speaker.played(), all);
}

#[test]
fn skipping_the_countdown_moves_the_sounds_once_more() {
    let mut speaker = Speaker::default();
    let mut player = begin(routine(SHORT), &mut speaker);
    tick_until(&mut player, &mut speaker, 100, 11_500, 100);
    speaker.hear(11_500, &player.pause(T0 + 11_500).unwrap());
    speaker.hear(20_000, &player.resume(T0 + 20_000).unwrap());
    speaker.hear(21_500, &player.skip(T0 + 21_500).unwrap());
    tick_until(&mut player, &mut speaker, 21_600, 70_000, 100);
    let mut all = expected(&player, 0, 11_500, 0);
    all.extend([20_000, 21_000].map(|at| (at, Sound::Tick)));
    all.extend(expected(&player, 11_500, u32::MAX, 10_000));
    assert_eq!(speaker.played(), all);
}

#[test]
fn skipping_cancels_what_was_scheduled() {
    let mut speaker = Speaker::default();
    let mut player = begin(routine(SHORT), &mut speaker);
    tick_until(&mut player, &mut speaker, 100, 6_500, 100);
    speaker.hear(6_500, &player.skip(T0 + 6_500).unwrap());
    tick_until(&mut player, &mut speaker, 6_600, 60_000, 100);
    let mut all = vec![(0, Sound::GetReady)];
    let early: Vec<(u64, Sound)> = expected(&player, 10_000, u32::MAX, 0);
    all.extend(early.into_iter().map(|(at, sound)| (at - 3_500, sound)));
    assert_eq!(speaker.played(), all);
}

#[test]
fn being_away_cancels_what_was_scheduled() {
    let mut speaker = Speaker::default();
    let mut player = begin(routine(SHORT), &mut speaker);
    tick_until(&mut player, &mut speaker, 100, 8_500, 100);
    let effects = player.tick(T0 + 40_000);
    assert_eq!(effects.first(), Some(&Effect::CancelSounds));
    assert!(announced(&effects).is_empty());
}

#[test]
fn at_ones_own_pace_only_entering_a_set_and_the_end_sound() {
    let mut player = Player::new(playable(routine("cat-cow.8r_bridge.8r.10h")), own_pace());
    let mut speaker = Speaker::default();
    speaker.hear(0, &player.start(T0, stamp()).unwrap());
    tick_until(&mut player, &mut speaker, 100, 39_900, 100);
    speaker.hear(40_000, &player.done(T0 + 40_000, None).unwrap());
    speaker.hear(90_000, &player.done(T0 + 90_000, None).unwrap());
    assert_eq!(speaker.played(), [(0, Sound::GetReady), (40_000, Sound::GetReady), (90_000, Sound::Finish)]);
}

/// Plays a whole routine; at `at` the audio clock is found to have stood still.
fn resounded(at: u64) -> (Player, Speaker) {
    let mut speaker = Speaker::default();
    let mut player = begin(routine(SHORT), &mut speaker);
    tick_until(&mut player, &mut speaker, 100, at, 100);
    // What was due later is lost.
    speaker.due.retain(|(due, _)| *due < at);
    speaker.hear(at, &player.resound(T0 + at));
    tick_until(&mut player, &mut speaker, at + 100, 70_000, 100);
    (player, speaker)
}

#[test]
fn sounds_that_the_audio_clock_lost_are_asked_for_once_more() {
    for at in [100, 7_000, 9_900, 10_000, 12_300] {
        let (player, speaker) = resounded(at);
        assert_eq!(speaker.played(), expected(&player, 0, u32::MAX, 0), "{at}");
    }
}

#[test]
fn the_countdown_after_a_pause_is_asked_for_once_more_too() {
    let mut speaker = Speaker::default();
    let mut player = begin(routine(SHORT), &mut speaker);
    tick_until(&mut player, &mut speaker, 100, 11_500, 100);
    speaker.hear(11_500, &player.pause(T0 + 11_500).unwrap());
    speaker.hear(20_000, &player.resume(T0 + 20_000).unwrap());
    speaker.due.retain(|(due, _)| *due < 20_500);
    speaker.hear(20_500, &player.resound(T0 + 20_500));
    tick_until(&mut player, &mut speaker, 20_600, 70_000, 100);
    let mut all = expected(&player, 0, 11_500, 0);
    all.extend([20_000, 21_000, 22_000].map(|at| (at, Sound::Tick)));
    all.extend(expected(&player, 11_500, u32::MAX, 11_500));
    assert_eq!(speaker.played(), all);
}

#[test]
fn nothing_sounds_again_while_time_stands_still() {
    let mut player = begin(routine(SHORT), &mut Speaker::default());
    player.pause(T0 + 2_000).unwrap();
    assert!(player.resound(T0 + 3_000).is_empty());
}

/// A session begins a moment after the press, and the audio clock may be read in between.
#[test]
fn sounds_asked_for_again_before_the_beginning_are_not_early() {
    let mut player = Player::new(playable(routine(SHORT)), timed(10));
    player.start(T0 + 120, stamp()).unwrap();
    let first = |effects: &[Effect]| sounds(effects)[0];
    assert_eq!(first(&player.resound(T0 + 50)), (Sound::GetReady, 70));
    assert_eq!(first(&player.resound(T0 + 119)), (Sound::GetReady, 1));
}
