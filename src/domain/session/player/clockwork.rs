//! The parts that verbs are made of: looking at the clock, booking what was done, jumping, and
//! bringing out what is due.

use super::{AWAY_MS, Effect, Effects, PauseReason, Player, PlayerError, RESUME_COUNTDOWN_MS, STALE_MS, State};
use crate::domain::Instant;
use crate::domain::session::cue::{self, Cue, CueKind, Sound};
use crate::domain::session::timeline::{Phase, PhaseKind};

impl Player {
    pub(super) fn must_be_under_way(&self) -> Result<(), PlayerError> {
        match self.state {
            State::Ready => Err(PlayerError::NotStarted),
            State::Finished | State::EndedEarly => Err(PlayerError::Over),
            State::Running | State::Paused(_) => Ok(()),
        }
    }

    /// Takes note of the time. If nobody had looked for long while a timed phase ran, the session
    /// stops where it was last seen.
    pub(super) fn look(&mut self, now: Instant) -> (bool, Vec<Effect>) {
        let before = self.last_seen;
        let now = now.max(before);
        self.last_seen = now;
        if self.state != State::Running || self.timeline.is_self_paced() || now - before <= AWAY_MS {
            return (false, Vec::new());
        }
        self.fold(before);
        self.anchor = now;
        self.state = State::Paused(PauseReason::Away);
        (true, vec![Effect::CancelSounds, Effect::Away, Effect::Checkpoint])
    }

    /// Position at an instant, from what is known and without changing it.
    pub(super) fn position_at(&self, now: Instant) -> u32 {
        if self.state != State::Running || self.timeline.is_self_paced() {
            return self.position;
        }
        let run = u32::try_from(now.saturating_sub(self.anchor)).unwrap_or(u32::MAX);
        self.position.saturating_add(run).min(self.timeline.total_ms())
    }

    /// Books the time since the anchor: position, active time, and what was done on the way.
    pub(super) fn fold(&mut self, now: Instant) {
        if self.state != State::Running || now <= self.anchor {
            return;
        }
        if self.timeline.is_self_paced() {
            let run = now - self.anchor;
            self.active_before += run;
            let item = self.phase().item;
            if let Some(done) = self.done.get_mut(item) {
                done.ms += run;
            }
        } else {
            let to = self.position_at(now);
            self.active_before += u64::from(to - self.position);
            self.credit(self.position, to);
            self.position = to;
        }
        self.anchor = now;
    }

    /// Books what lies between two positions of the timeline as done.
    pub(super) fn credit(&mut self, from: u32, to: u32) {
        let phases = self.timeline.phases();
        for phase in phases.iter().skip(self.timeline.locate(from)) {
            if phase.start_ms >= to {
                break;
            }
            let Some(done) = self.done.get_mut(phase.item) else { continue };
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

    /// Index of the phase the session is in.
    pub(super) fn index(&self) -> usize {
        if self.timeline.is_self_paced() { self.at } else { self.timeline.locate(self.position_at(self.last_seen)) }
    }

    pub(super) fn phase(&self) -> Phase {
        self.timeline.phase(self.index())
    }

    /// What every change begins with: brings the session to `now` and books it. False where that
    /// showed an absence or the end, and nothing is to be changed any more.
    pub(super) fn catch_up(&mut self, now: Instant) -> Result<(bool, Vec<Effect>), PlayerError> {
        self.must_be_under_way()?;
        let (away, mut effects) = self.look(now);
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
                self.sounded = self.position;
            }
        }
        effects.extend([Effect::CancelSounds, Effect::Checkpoint]);
        if self.phase().kind == PhaseKind::Finish && self.state != State::Running {
            self.finish(self.last_seen, &mut effects);
            if !self.timeline.is_self_paced() {
                self.announce_finish(&mut effects);
            }
        }
        self.announce_self_paced(&mut effects);
        self.advance(self.last_seen, &mut effects);
        Ok(effects)
    }

    pub(super) fn move_to(&mut self, index: usize) {
        self.at = index.min(self.timeline.phases().len().saturating_sub(1));
        self.position = self.timeline.phase(index).start_ms;
        self.anchor = self.last_seen;
        self.entered = self.active_before;
        self.announced = self.position;
        self.sounded = self.position;
        self.last_phase = usize::MAX;
    }

    /// Brings out everything that is due by `now`: cues, sounds to come, phase changes, the finish.
    pub(super) fn advance(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        if self.state != State::Running {
            return;
        }
        if self.timeline.is_self_paced() {
            if self.phase().kind == PhaseKind::Finish {
                self.finish(now, effects);
            }
            return;
        }
        let position = self.position_at(now);
        let due = cue::cues_between(&self.timeline, &self.routine.items, self.announced, position + 1);
        self.announced = self.announced.max(position + 1);
        let mut fresh = due.into_iter().filter(|cue| position - cue.at_ms <= STALE_MS);
        if let Some(cue) = fresh.rfind(|cue| cue.kind.is_spoken()) {
            effects.push(Effect::Announce(cue));
        }
        self.schedule(now, position, effects);
        let index = self.timeline.locate(position);
        if index != self.last_phase {
            self.last_phase = index;
            effects.push(Effect::Checkpoint);
        }
        if position >= self.timeline.total_ms() {
            self.finish(now, effects);
        }
    }

    pub(super) fn schedule(&mut self, now: Instant, position: u32, effects: &mut Vec<Effect>) {
        let countdown = u32::try_from(self.anchor.saturating_sub(now)).unwrap_or(u32::MAX);
        let horizon = position.saturating_add(self.look_ahead.saturating_sub(countdown)).saturating_add(1);
        let from = self.sounded.max(position);
        for cue in cue::cues_between(&self.timeline, &self.routine.items, from, horizon) {
            effects.push(Effect::Sound { sound: cue.kind.sound(), in_ms: cue.at_ms - position + countdown });
        }
        self.sounded = self.sounded.max(horizon);
    }

    /// Asks once more for all the sounds to come: those asked for before are lost, because the
    /// audio clock stood still.
    pub fn resound(&mut self, now: Instant) -> Vec<Effect> {
        let now = now.max(self.last_seen);
        let mut effects = Vec::new();
        if self.state == State::Running && !self.timeline.is_self_paced() {
            self.count_down(now, &mut effects);
            let position = self.position_at(now);
            self.sounded = position;
            self.schedule(now, position, &mut effects);
        }
        effects
    }

    /// The ticks of the countdown after resuming, from now on.
    pub(super) fn count_down(&self, now: Instant, effects: &mut Vec<Effect>) {
        let left = self.anchor.saturating_sub(now);
        let ticks = (1..=RESUME_COUNTDOWN_MS / 1_000).rev().filter_map(|second| left.checked_sub(second * 1_000));
        effects.extend(
            ticks
                .filter_map(|in_ms| u32::try_from(in_ms).ok())
                .map(|in_ms| Effect::Sound { sound: Sound::Tick, in_ms }),
        );
    }

    pub(super) fn finish(&mut self, now: Instant, effects: &mut Vec<Effect>) {
        self.fold(now);
        self.state = State::Finished;
        effects.push(Effect::Record);
        if self.timeline.is_self_paced() {
            self.announce_finish(effects);
        }
    }

    /// Where the timeline does not bring the finish about by itself.
    pub(super) fn announce_finish(&self, effects: &mut Vec<Effect>) {
        let phase = self.timeline.phases().len().saturating_sub(1);
        effects.push(Effect::Sound { sound: Sound::Finish, in_ms: 0 });
        effects.push(Effect::Announce(Cue { at_ms: self.timeline.total_ms(), kind: CueKind::Finish, phase }));
    }

    /// At one's own pace positions say nothing, so entering a set is what is announced.
    pub(super) fn announce_self_paced(&self, effects: &mut Vec<Effect>) {
        if self.timeline.is_self_paced() && self.state == State::Running && self.phase().kind == PhaseKind::SelfPaced {
            effects.push(Effect::Announce(Cue { at_ms: 0, kind: CueKind::SelfPaced, phase: self.at }));
            effects.push(Effect::Sound { sound: Sound::GetReady, in_ms: 0 });
        }
    }
}
