//! A course at the person's own pace: it waits at each set for Done.

use super::{Done, Effect};
use crate::domain::Instant;
use crate::domain::session::cue::{Cue, CueKind, Sound};
use crate::domain::session::timeline::{Phase, PhaseKind, Timeline};

/// The most that a set counts as active time without a verb, in ms (ours): after that nobody is there.
pub const LONGEST_SET_MS: u64 = 10 * 60 * 1000;

/// The cursor is the index of a set.
#[derive(Debug, Clone)]
pub(super) struct OwnPace {
    pub(super) timeline: Timeline,
    /// Index of the phase the person is at.
    pub(super) at: usize,
}

impl OwnPace {
    pub(super) fn new(timeline: Timeline) -> Self {
        Self { timeline, at: 0 }
    }

    pub(super) fn phase(&self) -> Phase {
        self.timeline.phase(self.at)
    }

    pub(super) fn absent_since(anchor: Instant, now: Instant) -> Option<Instant> {
        (now.saturating_sub(anchor) >= LONGEST_SET_MS).then(|| anchor + LONGEST_SET_MS)
    }

    pub(super) fn active_in(run_ms: u64) -> u64 {
        run_ms.min(LONGEST_SET_MS)
    }

    pub(super) fn fold(&mut self, run_ms: u64, done: &mut [Done]) {
        if let Some(done) = done.get_mut(self.phase().item) {
            done.ms += Self::active_in(run_ms);
        }
    }

    /// Books the repetitions of the set as done, and goes on to the next.
    pub(super) fn set_is_done(&mut self, repetitions: Option<u16>, done: &mut [Done]) {
        let phase = self.phase();
        if let Some(done) = done.get_mut(phase.item) {
            let set = usize::from(phase.set.max(1));
            done.sets.resize(done.sets.len().max(set), 0);
            let best = &mut done.sets[set - 1];
            *best = (*best).max(repetitions.unwrap_or(phase.of).min(phase.of));
            done.repetitions = done.sets.iter().sum();
        }
        self.at += 1;
    }

    /// A record keeps the sum of the sets: they are taken to have been done in order.
    pub(super) fn divide_among_sets(&self, all: &mut [Done]) {
        for phase in self.timeline.phases() {
            if let Some(done) = all.get_mut(phase.item).filter(|_| phase.kind == PhaseKind::SelfPaced) {
                let left = done.repetitions - done.sets.iter().sum::<u16>();
                done.sets.push(left.min(phase.of));
            }
        }
        for done in all {
            let counted: u16 = done.sets.iter().sum();
            if let Some(first) = done.sets.first_mut() {
                *first += done.repetitions - counted;
            }
        }
    }

    /// `shown`: with the demonstration, where there is one.
    pub(super) fn announce_entry(&self, shown: bool, effects: &mut Vec<Effect>) {
        let kind = CueKind::SelfPaced { shown: shown && self.phase().set == 1 };
        effects.push(Effect::Announce(Cue { at_ms: 0, kind, phase: self.at }));
        effects.push(Effect::Sound { sound: Sound::GetReady, in_ms: 0 });
    }
}
