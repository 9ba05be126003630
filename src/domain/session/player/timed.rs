//! A course that runs by the clock.

use super::{AWAY_MS, Done, Effect, PlayerError, STALE_MS};
use crate::domain::Instant;
use crate::domain::routine::Item;
use crate::domain::session::cue;
use crate::domain::session::timeline::{Pace, Phase, PhaseKind, Timeline};

/// The cursor is a position on the timeline.
#[derive(Debug, Clone)]
pub(super) struct Timed {
    pub(super) timeline: Timeline,
    /// Where the cursor is, in ms from the beginning.
    pub(super) position: u32,
    /// Cues before this position have been announced.
    announced: u32,
    /// Sounds before this position have been scheduled.
    sounded: u32,
    /// The phase that the shell was last told to keep.
    last_phase: Option<usize>,
}

impl Timed {
    pub(super) fn new(timeline: Timeline) -> Self {
        Self { timeline, position: 0, announced: 0, sounded: 0, last_phase: Some(0) }
    }

    /// The device slept, or the page was frozen: nobody vouches for what passed meanwhile.
    pub(super) fn absent_since(last_seen: Instant, now: Instant) -> Option<Instant> {
        (now.saturating_sub(last_seen) > AWAY_MS).then_some(last_seen)
    }

    pub(super) fn position_after(&self, run_ms: u64) -> u32 {
        let run = u32::try_from(run_ms).unwrap_or(u32::MAX);
        self.position.saturating_add(run).min(self.timeline.total_ms())
    }

    /// How much of a run counts as active time, in ms: not what was only shown.
    pub(super) fn active_in(&self, run_ms: u64) -> u64 {
        let to = self.position_after(run_ms);
        u64::from(to - self.position - self.timeline.demonstrated_ms(self.position, to))
    }

    pub(super) fn fold(&mut self, run_ms: u64, done: &mut [Done]) {
        let to = self.position_after(run_ms);
        self.credit(to, done);
        self.position = to;
    }

    /// Books what lies between the cursor and a position as done.
    fn credit(&self, to: u32, done: &mut [Done]) {
        let from = self.position;
        let phases = self.timeline.phases();
        for phase in phases.iter().skip(self.timeline.locate(from)) {
            if phase.start_ms >= to {
                break;
            }
            let Some(done) = done.get_mut(phase.item).filter(|_| phase.kind != PhaseKind::Demonstration) else {
                continue;
            };
            done.ms += u64::from(phase.end_ms().min(to) - phase.start_ms.max(from));
            if phase.ends_repetition && phase.end_ms() <= to {
                let reached = phases
                    .iter()
                    .filter(|other| other.item == phase.item && other.ends_repetition)
                    .filter(|other| other.end_ms() <= phase.end_ms())
                    .count();
                done.repetitions = done.repetitions.max(u16::try_from(reached).unwrap_or(u16::MAX));
            }
        }
    }

    pub(super) fn move_to(&mut self, index: usize) {
        self.position = self.timeline.phase(index).start_ms;
        self.announced = self.position;
        self.sounded = self.position;
        self.last_phase = None;
    }

    /// Where a session is taken up, nothing is said before it goes on.
    pub(super) fn rest_at(&mut self, index: usize) {
        self.move_to(index);
        self.last_phase = Some(index);
    }

    pub(super) fn break_off(&mut self, keep: usize, items: &[Item], from: usize, pace: Pace) {
        let position = self.position;
        let end_here = |last: &mut Phase| {
            if last.end_ms() > position {
                last.duration_ms = position - last.start_ms;
                last.ends_repetition = false;
            }
        };
        self.timeline.splice(keep, end_here, Vec::new());
        self.timeline.recompile(items, keep, from, pace);
    }

    /// Lays out anew what comes after a phase of its item.
    pub(super) fn lay_out_the_rest(
        &mut self,
        index: usize,
        phase: &Phase,
        items: &[Item],
        pace: Pace,
    ) -> Result<(), PlayerError> {
        let laid_out = self.timeline.laid_out(items, phase.item, pace);
        let here = laid_out.iter().position(|other| other.same_moment(phase)).ok_or(PlayerError::NothingToChange)?;
        let of = laid_out[here].of;
        let mut rest = laid_out[here + 1..].to_vec();
        rest.extend_from_slice(&self.timeline.phases()[self.timeline.after(phase.item)..]);
        self.timeline.splice(index + 1, |last| last.of = of, rest);
        Ok(())
    }

    pub(super) fn changed(&mut self) {
        let phase = self.timeline.phase(self.timeline.locate(self.position));
        self.announced = self.position + u32::from(phase.start_ms != self.position);
        self.sounded = self.announced;
        self.last_phase = None;
    }

    /// Time runs again from the cursor: what was said stays said, sounds were cancelled. Only a line of
    /// a demonstration begins again, for half a sentence explains nothing.
    pub(super) fn resume(&mut self) {
        let index = self.timeline.locate(self.position);
        if self.timeline.phase(index).kind == PhaseKind::Demonstration {
            self.move_to(index);
            return;
        }
        self.sounded = self.position;
        self.announced = self.announced.max(self.position);
    }

    /// Sounds from the cursor on are to be scheduled once more.
    pub(super) fn sound_again(&mut self) {
        self.sounded = self.position;
    }

    /// Brings out what is due when time has run for `run_ms` since the cursor was set, or will be
    /// set in `countdown_ms`: words, sounds to come, the change of phase. True at the end.
    pub(super) fn advance(
        &mut self,
        run_ms: u64,
        countdown_ms: u64,
        look_ahead_ms: u32,
        items: &[Item],
        effects: &mut Vec<Effect>,
    ) -> bool {
        let position = self.position_after(run_ms);
        let due = cue::cues_between(&self.timeline, items, self.announced, position + 1);
        self.announced = self.announced.max(position + 1);
        let mut fresh = due.into_iter().filter(|cue| position - cue.at_ms <= STALE_MS);
        if let Some(cue) = fresh.rfind(|cue| cue.kind.is_spoken()) {
            effects.push(Effect::Announce(cue));
        }
        self.schedule(position, countdown_ms, look_ahead_ms, items, effects);
        let index = self.timeline.locate(position);
        if self.last_phase != Some(index) {
            self.last_phase = Some(index);
            effects.push(Effect::Checkpoint);
        }
        position >= self.timeline.total_ms()
    }

    fn schedule(
        &mut self,
        position: u32,
        countdown_ms: u64,
        look_ahead_ms: u32,
        items: &[Item],
        effects: &mut Vec<Effect>,
    ) {
        let countdown = u32::try_from(countdown_ms).unwrap_or(u32::MAX);
        let horizon = position.saturating_add(look_ahead_ms.saturating_sub(countdown)).saturating_add(1);
        let from = self.sounded.max(position);
        for cue in cue::cues_between(&self.timeline, items, from, horizon) {
            let in_ms = cue.at_ms - position + countdown;
            effects.extend(cue.kind.sound().map(|sound| Effect::Sound { sound, in_ms }));
        }
        self.sounded = self.sounded.max(horizon);
    }

    /// Asks once more for all the sounds to come.
    pub(super) fn resound(
        &mut self,
        run_ms: u64,
        countdown_ms: u64,
        look_ahead_ms: u32,
        items: &[Item],
        effects: &mut Vec<Effect>,
    ) {
        let position = self.position_after(run_ms);
        self.sounded = position;
        self.schedule(position, countdown_ms, look_ahead_ms, items, effects);
    }
}
