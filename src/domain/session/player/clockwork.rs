//! The parts that verbs are made of: looking at the clock, booking what was done, jumping, and
//! bringing out what is due.

use super::course::Course;
use super::{Effect, Effects, PauseReason, Player, PlayerError, RESUME_COUNTDOWN_MS, State};
use crate::domain::Instant;
use crate::domain::session::cue::{Cue, CueKind, Sound};
use crate::domain::session::timeline::{Phase, PhaseKind};

impl Player {
    pub(super) fn must_be_under_way(&self) -> Result<(), PlayerError> {
        match self.state {
            State::Ready => Err(PlayerError::NotStarted),
            State::Finished | State::EndedEarly => Err(PlayerError::Over),
            State::Running | State::Paused(_) => Ok(()),
        }
    }

    /// Takes note of the time. If nobody had been there for long, the session stops where somebody
    /// last was.
    pub(super) fn observe(&mut self, now: Instant) -> (bool, Vec<Effect>) {
        let before = self.last_seen;
        let now = now.max(before);
        self.last_seen = now;
        if self.state != State::Running {
            return (false, Vec::new());
        }
        let Some(since) = self.course.absent_since(before, self.anchor, now) else { return (false, Vec::new()) };
        self.fold(since);
        self.anchor = now;
        self.state = State::Paused(PauseReason::Away);
        (true, vec![Effect::CancelSounds, Effect::Away, Effect::Checkpoint])
    }

    /// For how long time has run at an instant since the cursor was set, in ms.
    pub(super) fn run_at(&self, now: Instant) -> u64 {
        if self.state == State::Running { now.saturating_sub(self.anchor) } else { 0 }
    }

    /// Books the time since the cursor was set: active time, and what was done on the way.
    pub(super) fn fold(&mut self, now: Instant) {
        if self.state != State::Running || now <= self.anchor {
            return;
        }
        let run = now - self.anchor;
        self.active_before += self.course.active_in(run);
        self.course.fold(run, &mut self.done);
        self.anchor = now;
    }

    /// Index of the phase the session is in.
    pub(super) fn index(&self) -> usize {
        self.course.index_after(self.run_at(self.last_seen))
    }

    pub(super) fn phase(&self) -> Phase {
        self.course.phase(self.index())
    }

    /// What every change begins with: brings the session to `now` and books it. False where that
    /// showed an absence or the end, and nothing is to be changed any more.
    pub(super) fn catch_up(&mut self, now: Instant) -> Result<(bool, Vec<Effect>), PlayerError> {
        self.must_be_under_way()?;
        let (away, mut effects) = self.observe(now);
        if !away {
            self.advance(self.last_seen, &mut effects);
            self.fold(self.last_seen);
        }
        Ok((!away && !self.state.is_over(), effects))
    }

    /// Moves to the phase that `choose` names (`None`: stays, without countdown), keeping the state
    /// (running or paused). At the end of the timeline the session is finished either way.
    pub(super) fn jump(&mut self, now: Instant, choose: impl FnOnce(&mut Self) -> Option<usize>) -> Effects {
        let (may_go_on, mut effects) = self.catch_up(now)?;
        if !may_go_on {
            return Ok(effects);
        }
        match choose(self) {
            Some(to) => self.move_to(to),
            None => {
                self.anchor = self.last_seen;
                if let Course::Timed(course) = &mut self.course {
                    course.sound_again();
                }
            }
        }
        effects.extend([Effect::CancelSounds, Effect::Checkpoint]);
        if self.phase().kind == PhaseKind::Finish && self.state != State::Running {
            self.finish(self.last_seen, &mut effects);
            if let Course::Timed(_) = self.course {
                self.announce_finish(&mut effects);
            }
        }
        if self.state == State::Running {
            self.course.announce_entry(&mut effects);
        }
        self.advance(self.last_seen, &mut effects);
        Ok(effects)
    }

    pub(super) fn move_to(&mut self, index: usize) {
        self.course.move_to(index);
        if !self.is_waiting() {
            self.anchor = self.last_seen;
        }
        self.entered = self.active_before;
    }

    /// Brings out everything that is due by `now`: cues, sounds to come, phase changes, the finish.
    pub(super) fn advance(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        if self.state != State::Running {
            return;
        }
        let (run, countdown) = (self.run_at(now), self.anchor.saturating_sub(now));
        let at_the_end = match &mut self.course {
            Course::Timed(course) => course.advance(run, countdown, self.look_ahead, &self.routine.items, effects),
            Course::OwnPace(course) => course.phase().kind == PhaseKind::Finish,
        };
        if at_the_end {
            self.finish(now, effects);
        }
    }

    /// Asks once more for all the sounds to come: those asked for before are lost, because the
    /// audio clock stood still.
    pub fn resound(&mut self, now: Instant) -> Vec<Effect> {
        // A session begins a moment after the press: until then sounds are further off by as much.
        let early = u32::try_from(self.last_seen.saturating_sub(now)).unwrap_or(0);
        let now = now.max(self.last_seen);
        let mut effects = Vec::new();
        if self.state != State::Running {
            return effects;
        }
        let (run, countdown) = (self.run_at(now), self.anchor.saturating_sub(now));
        if let Course::Timed(course) = &mut self.course {
            count_down(countdown, &mut effects);
            course.resound(run, countdown, self.look_ahead, &self.routine.items, &mut effects);
        }
        for effect in &mut effects {
            if let Effect::Sound { in_ms, .. } = effect {
                *in_ms += early;
            }
        }
        effects
    }

    /// The ticks of the countdown after resuming, from now on.
    pub(super) fn count_down(&self, now: Instant, effects: &mut Vec<Effect>) {
        count_down(self.anchor.saturating_sub(now), effects);
    }

    pub(super) fn finish(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        self.fold(now);
        self.state = State::Finished;
        effects.push(Effect::Record);
        if let Course::OwnPace(_) = self.course {
            self.announce_finish(effects);
        }
    }

    /// Where the timeline does not bring the finish about by itself.
    pub(super) fn announce_finish(&self, effects: &mut Vec<Effect>) {
        let timeline = self.timeline();
        let phase = timeline.phases().len().saturating_sub(1);
        effects.push(Effect::Sound { sound: Sound::Finish, in_ms: 0 });
        effects.push(Effect::Announce(Cue { at_ms: timeline.total_ms(), kind: CueKind::Finish, phase }));
    }
}

fn count_down(left_ms: u64, effects: &mut Vec<Effect>) {
    let ticks = (1..=RESUME_COUNTDOWN_MS / 1_000).rev().filter_map(|second| left_ms.checked_sub(second * 1_000));
    let ticks = ticks.filter_map(|in_ms| u32::try_from(in_ms).ok());
    effects.extend(ticks.map(|in_ms| Effect::Sound { sound: Sound::Tick, in_ms }));
}
