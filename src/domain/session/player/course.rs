//! How a session runs through its timeline: by the clock, or at the person's own pace. Each has
//! one cursor of its own.

use super::own_pace::OwnPace;
use super::timed::Timed;
use super::{Done, Effect};
use crate::domain::Instant;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::timeline::{Pace, Phase, PhaseKind, Timeline};
use std::ops::Range;

/// The way through a timeline.
#[derive(Debug, Clone)]
pub(super) enum Course {
    Timed(Timed),
    OwnPace(OwnPace),
}

impl Course {
    pub(super) fn new(routine: &Routine, pace: Pace) -> Self {
        let timeline = Timeline::compile(routine, pace);
        if timeline.is_self_paced() { Self::OwnPace(OwnPace::new(timeline)) } else { Self::Timed(Timed::new(timeline)) }
    }

    pub(super) fn timeline(&self) -> &Timeline {
        match self {
            Self::Timed(course) => &course.timeline,
            Self::OwnPace(course) => &course.timeline,
        }
    }

    pub(super) fn timeline_mut(&mut self) -> &mut Timeline {
        match self {
            Self::Timed(course) => &mut course.timeline,
            Self::OwnPace(course) => &mut course.timeline,
        }
    }

    /// Where the course counts the time from if nobody was there: as of when it is to stand still.
    pub(super) fn absent_since(&self, last_seen: Instant, anchor: Instant, now: Instant) -> Option<Instant> {
        match self {
            Self::Timed(_) => Timed::absent_since(last_seen, now),
            Self::OwnPace(_) => OwnPace::absent_since(anchor, now),
        }
    }

    /// Position on the timeline when time has run for so long since the cursor was set, in ms.
    pub(super) fn position_after(&self, run_ms: u64) -> u32 {
        match self {
            Self::Timed(course) => course.position_after(run_ms),
            Self::OwnPace(course) => course.phase().start_ms,
        }
    }

    /// Index of the phase when time has run for so long since the cursor was set.
    pub(super) fn index_after(&self, run_ms: u64) -> usize {
        match self {
            Self::Timed(course) => course.timeline.locate(course.position_after(run_ms)),
            Self::OwnPace(course) => course.at,
        }
    }

    /// How much of a run since the cursor was set counts as active time, in ms.
    pub(super) fn active_in(&self, run_ms: u64) -> u64 {
        match self {
            Self::Timed(course) => course.active_in(run_ms),
            Self::OwnPace(_) => OwnPace::active_in(run_ms),
        }
    }

    /// Sets the cursor to after a run of time, and books what was done on the way.
    pub(super) fn fold(&mut self, run_ms: u64, done: &mut [Done]) {
        match self {
            Self::Timed(course) => course.fold(run_ms, done),
            Self::OwnPace(course) => course.fold(run_ms, done),
        }
    }

    /// Sets the cursor to the beginning of a phase.
    pub(super) fn move_to(&mut self, index: usize) {
        match self {
            Self::Timed(course) => course.move_to(index),
            Self::OwnPace(course) => course.at = index.min(course.timeline.phases().len().saturating_sub(1)),
        }
    }

    /// Whether the cursor is past the beginning of the phase at an index.
    pub(super) fn is_past_the_beginning(&self, index: usize) -> bool {
        match self {
            Self::Timed(course) => course.position > course.timeline.phase(index).start_ms,
            Self::OwnPace(_) => false,
        }
    }

    /// Ends the phase at an index where the cursor is, leaves out what follows, and lays the items
    /// from an index on out anew: the cursor is where they begin.
    pub(super) fn break_off(&mut self, index: usize, items: &[Item], from: usize, pace: Pace) {
        let keep = index + usize::from(self.is_past_the_beginning(index));
        match self {
            Self::Timed(course) => course.break_off(keep, items, from, pace),
            Self::OwnPace(course) => {
                course.timeline.recompile(items, keep, from, pace);
                course.at = keep;
            }
        }
    }

    /// What is to come is other than it was: nothing of it has been said or sounded.
    pub(super) fn changed(&mut self) {
        if let Self::Timed(course) = self {
            course.changed();
        }
    }

    /// How long ago an item was entered by Back's reckoning, in ms: on the timeline, or, where that
    /// stands, in `active_ms` since a verb entered it.
    pub(super) fn since_the_beginning_of(&self, first: usize, active_ms: u64) -> u64 {
        match self {
            Self::Timed(course) => u64::from(course.position - course.timeline.phase(first).start_ms),
            Self::OwnPace(_) => active_ms,
        }
    }

    /// How much of the phases from one up to another is behind, in percent, at a phase of them and a
    /// position.
    pub(super) fn percent(&self, phases: Range<usize>, index: usize, position_ms: u32) -> u8 {
        let (behind, all) = match self {
            Self::Timed(course) => {
                let start = |index| u64::from(course.timeline.phase(index).start_ms);
                let begins = start(phases.start);
                (u64::from(position_ms).saturating_sub(begins), start(phases.end) - begins)
            }
            Self::OwnPace(_) => (index.saturating_sub(phases.start) as u64, phases.len() as u64),
        };
        u8::try_from(behind * 100 / all.max(1)).unwrap_or(100).min(100)
    }

    /// What is to be heard and said on entering a phase by a verb, where the timeline does not
    /// bring it about by itself.
    pub(super) fn announce_entry(&self, effects: &mut Vec<Effect>) {
        if let Self::OwnPace(course) = self
            && course.phase().kind == PhaseKind::SelfPaced
        {
            course.announce_entry(true, effects);
        }
    }

    /// The same where it was heard before.
    pub(super) fn announce_again(&self, effects: &mut Vec<Effect>) {
        if let Self::OwnPace(course) = self
            && course.phase().kind == PhaseKind::SelfPaced
        {
            course.announce_entry(false, effects);
        }
    }

    /// The phase at an index.
    pub(super) fn phase(&self, index: usize) -> Phase {
        self.timeline().phase(index)
    }
}
