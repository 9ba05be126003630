//! What holds of the player whatever is pressed, and whenever.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use std::collections::BTreeSet;
use support::{
    Plan, any_form, any_pace, cases, demonstrations, playable, small_dose, small_plan, stamp, well_laid_out,
};
use unknot::content::CATALOG;
use unknot::domain::Instant;
use unknot::domain::routine::Routine;
use unknot::domain::session::cue::CueKind;
use unknot::domain::session::player::{
    Adjust, Effect, Effects, LOOK_AHEAD_HIDDEN_MS, LOOK_AHEAD_MS, PauseReason, Player, State,
};
use unknot::domain::session::timeline::PhaseKind;

/// Anything a person or the page may do.
#[derive(Debug, Clone, Copy)]
enum Verb {
    Start,
    Wait,
    Tick,
    Pause,
    Resume,
    Skip,
    SkipExercise,
    Back,
    Done(Option<u16>),
    Hurts,
    Swap(u8, u8),
    Teach,
    More,
    Fewer,
    Seconds(i16),
    GetReady(i16),
    Hide(bool),
    End,
}

impl Verb {
    /// Whether cues may come again after it: the position moves, or what lies ahead does.
    fn begins_a_new_pass(self) -> bool {
        matches!(
            self,
            Self::Resume
                | Self::Skip
                | Self::SkipExercise
                | Self::Back
                | Self::Swap(..)
                | Self::Teach
                | Self::More
                | Self::Fewer
                | Self::Seconds(_)
                | Self::GetReady(_)
        )
    }

    fn apply(self, player: &mut Player, now: Instant) -> Effects {
        match self {
            Self::Start => player.start(now, stamp()),
            Self::Wait => player.wait_for_the_phone(now, stamp()),
            Self::Tick => Ok(player.tick(now)),
            Self::Pause => player.pause(now),
            Self::Resume => player.resume(now),
            Self::Skip => player.skip(now),
            Self::SkipExercise => player.skip_exercise(now),
            Self::Back => player.back(now),
            Self::Done(repetitions) => player.done(now, repetitions),
            Self::Hurts => player.hurts(now),
            Self::Swap(exercise, rung) => {
                let (exercise, rung) = any_form(exercise, rung);
                player.swap(now, exercise, rung)
            }
            Self::Teach => {
                let shown = demonstrations(player.routine(), 100);
                Ok(player.teach(now, shown))
            }
            Self::More => player.adjust(now, Adjust::MoreRepetitions),
            Self::Fewer => player.adjust(now, Adjust::FewerRepetitions),
            Self::Seconds(seconds) => player.adjust(now, Adjust::Seconds(seconds)),
            Self::GetReady(seconds) => player.adjust(now, Adjust::GetReady(seconds)),
            Self::Hide(hidden) => {
                player.set_look_ahead(if hidden { LOOK_AHEAD_HIDDEN_MS } else { LOOK_AHEAD_MS });
                Ok(player.tick(now))
            }
            Self::End => player.end(now),
        }
    }
}

fn verb() -> impl Strategy<Value = Verb> {
    prop_oneof![
        1 => Just(Verb::Start),
        1 => Just(Verb::Wait),
        16 => Just(Verb::Tick),
        3 => Just(Verb::Pause),
        8 => Just(Verb::Resume),
        3 => Just(Verb::Skip),
        1 => Just(Verb::SkipExercise),
        5 => Just(Verb::Back),
        6 => prop::option::of(0..40_u16).prop_map(Verb::Done),
        2 => Just(Verb::Hurts),
        3 => any::<(u8, u8)>().prop_map(|(exercise, rung)| Verb::Swap(exercise, rung)),
        2 => Just(Verb::Teach),
        2 => Just(Verb::More),
        2 => Just(Verb::Fewer),
        2 => (-200..200_i16).prop_map(Verb::Seconds),
        2 => (-40..40_i16).prop_map(Verb::GetReady),
        1 => any::<bool>().prop_map(Verb::Hide),
        1 => Just(Verb::End),
    ]
}

/// Time before a verb, in ms: none, little, much, and enough to have been away.
fn gap() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0_u64), 4 => 1..2_000_u64, 4 => 1_000..20_000_u64, 1 => 29_000..90_000_u64]
}

fn steps() -> impl Strategy<Value = Vec<(u64, Verb)>> {
    prop::collection::vec((gap(), verb()), 1..60)
}

/// Repetitions that the timeline has for each item.
fn repetitions(player: &Player) -> Vec<u16> {
    let mut count = vec![0_u16; player.routine().items.len()];
    for phase in player.timeline().phases() {
        count[phase.item] += match phase.kind {
            PhaseKind::SelfPaced => phase.of,
            _ => u16::from(phase.ends_repetition),
        };
    }
    count
}

/// What has been seen of a session so far.
struct Watch {
    active_ms: u64,
    /// The most repetitions that the timeline ever had for each item.
    most: Vec<u16>,
    announced: BTreeSet<(u32, usize)>,
}

impl Watch {
    fn hear(&mut self, verb: Verb, effects: &[Effect]) -> Result<(), TestCaseError> {
        if matches!(verb, Verb::Resume) {
            self.announced.clear();
        }
        for effect in effects {
            match effect {
                Effect::CancelSounds if verb.begins_a_new_pass() => self.announced.clear(),
                // Where the phone goes is told before the first pass.
                Effect::Announce(cue) if cue.kind != CueKind::PhoneDown => {
                    let first = self.announced.insert((cue.at_ms, cue.phase));
                    prop_assert!(first, "{:?} was announced twice in one pass", cue);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn look(&mut self, player: &Player, now: Instant) -> Result<(), TestCaseError> {
        let snapshot = player.snapshot(now);
        prop_assert_eq!(snapshot.total_ms, player.timeline().total_ms());
        prop_assert!(snapshot.position_ms <= snapshot.total_ms);
        prop_assert!(snapshot.percent <= 100);
        prop_assert!(snapshot.active_ms >= self.active_ms, "active time fell from {}", self.active_ms);
        self.active_ms = snapshot.active_ms;
        if !player.timeline().is_self_paced() {
            let phase = snapshot.phase;
            let whole = snapshot.phase_gone_ms + snapshot.phase_left_ms;
            // A demonstration counts down as a whole.
            let shown = phase.kind == PhaseKind::Demonstration && whole > phase.duration_ms;
            prop_assert!(shown || whole == phase.duration_ms);
            prop_assert!(snapshot.phase_left_ms > 0 || phase.kind == PhaseKind::Finish);
        }
        self.follow_changes(player, snapshot.phase.item);
        let Some(record) = player.record(now) else { return Ok(()) };
        prop_assert_eq!(record.entries.len(), self.most.len());
        for (entry, most) in record.entries.iter().zip(&self.most) {
            prop_assert!(entry.done <= *most, "{} done of at most {}: {:?}", entry.done, most, entry);
        }
        prop_assert!(!record.finished || player.state() == State::Finished);
        prop_assert_eq!(u64::from(record.active_seconds), snapshot.active_ms / 1000);
        Ok(())
    }

    fn follow_changes(&mut self, player: &Player, current: usize) {
        let present = repetitions(player);
        if present.len() > self.most.len() {
            // A swap in mid-exercise put the new form behind the old one, and is in it now.
            self.most.insert(current, 0);
        }
        for (most, present) in self.most.iter_mut().zip(present) {
            *most = (*most).max(present);
        }
    }
}

proptest! {
    #![proptest_config(cases(384))]

    #[test]
    fn no_sequence_of_verbs_breaks_a_session(plan in small_plan(), pace in any_pace(), steps in steps()) {
        let mut player = Player::new(playable(plan.routine()), pace);
        let mut watch = Watch { active_ms: 0, most: repetitions(&player), announced: BTreeSet::new() };
        let mut now: Instant = 1_000;
        // Most sessions begin with Start; a few are pressed on before.
        let begin = [(0, Verb::Teach), (0, Verb::Start)];
        let skipped = if steps.len().is_multiple_of(8) { 2 } else { usize::from(steps.len() % 2 == 1) };
        for (gap, verb) in begin.iter().skip(skipped).chain(&steps) {
            now += gap;
            let was_over = player.state().is_over();
            let outcome = verb.apply(&mut player, now);
            well_laid_out(player.timeline())?;
            if let Ok(effects) = outcome {
                prop_assert!(!was_over || effects.is_empty(), "{:?} after the end", verb);
                watch.hear(*verb, &effects)?;
                watch.look(&player, now)?;
            } else {
                // A verb refused is no look at the clock, but nothing may panic on it.
                let snapshot = player.snapshot(now);
                prop_assert!(snapshot.position_ms <= snapshot.total_ms);
                prop_assert!(snapshot.percent <= 100 && snapshot.item_percent <= 100);
                let _ = player.record(now);
            }
            let far = player.snapshot(now + 10_000_000);
            prop_assert!(far.position_ms <= far.total_ms);
        }
    }

    #[test]
    fn how_often_the_clock_is_looked_at_changes_nothing(
        plan in small_plan(),
        get_ready in 0..=30_u16,
        gaps in prop::collection::vec(0..10_000_u64, 1..30),
    ) {
        let pace = support::timed(get_ready);
        let mut often = Player::new(playable(plan.routine()), pace);
        if get_ready % 2 == 0 {
            often.teach(0, demonstrations(often.routine(), 100));
        }
        let mut once = often.clone();
        let mut now: Instant = 5_000;
        often.start(now, stamp()).unwrap();
        once.start(now, stamp()).unwrap();
        for gap in gaps {
            now += gap;
            often.tick(now);
            let mut seldom = once.clone();
            see(&mut seldom, now);
            prop_assert_eq!(often.snapshot(now), seldom.snapshot(now));
        }
        see(&mut once, now);
        prop_assert_eq!(often.record(now), once.record(now));
    }

    #[test]
    fn a_session_found_after_a_reload_has_the_same_record(
        doses in prop::collection::vec(small_dose(), 1..=3),
        pace in any_pace(),
        steps in steps(),
    ) {
        let mut player = Player::new(playable(Plan::Custom(doses).routine()), pace);
        if steps.len() % 2 == 0 {
            player.teach(0, demonstrations(player.routine(), 100));
        }
        let mut now: Instant = 1_000;
        player.start(now, stamp()).unwrap();
        for (gap, verb) in steps {
            now += gap;
            let _ = verb.apply(&mut player, now);
        }
        player.tick(now);
        if player.state().is_over() {
            return Ok(());
        }
        let record = player.record(now).unwrap();
        // However often it was changed: what we wrote ourselves we can always read.
        let routine = Routine::recorded(&CATALOG, &record.routine, &record.code, "Found");
        let routine = routine.map_err(|error| TestCaseError::fail(format!("{}: {error:?}", record.code)))?;
        let mut found = Player::restore(playable(routine), player.pace(), &record, player.place(), 7);
        prop_assert_eq!(found.state(), State::Paused(PauseReason::Continued));
        well_laid_out(found.timeline())?;
        prop_assert_eq!(found.record(7), Some(record));
        let snapshot = found.snapshot(7);
        prop_assert!(snapshot.position_ms <= snapshot.total_ms);
        found.resume(8).unwrap();
        found.tick(5_000);
    }
}

/// Looks at the clock every twenty seconds up to `now`, so that nobody was away.
fn see(player: &mut Player, now: Instant) {
    for at in (5_000..now).step_by(20_000) {
        player.tick(at);
    }
    player.tick(now);
}
