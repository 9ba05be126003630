//! Everything there is to show, frozen at one instant.

use super::course::Course;
use super::{Player, State};
use crate::domain::Instant;
use crate::domain::figure::Playback;
use crate::domain::routine::Item;
use crate::domain::session::timeline::{Phase, PhaseKind};
use std::sync::Arc;

/// What comes after the current set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// This set of the same item, of so many.
    Set(u16, u16),
    /// This item.
    Item(Item),
    /// The end of the session.
    Finish,
}

/// The session at one instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Its state.
    pub state: State,
    /// The phase it is in.
    pub phase: Phase,
    /// The item of that phase.
    pub item: Item,
    /// Number of items.
    pub items: usize,
    /// What is told in a demonstration.
    pub told: Option<Arc<str>>,
    /// Time gone in the phase, ms.
    pub phase_gone_ms: u32,
    /// Time left in the phase, ms; of the whole demonstration in one; 0 at one's own pace.
    pub phase_left_ms: u32,
    /// Position on the timeline, ms.
    pub position_ms: u32,
    /// Length of the timeline, ms; 0 at one's own pace.
    pub total_ms: u32,
    /// Time in which the session ran, ms. Never falls.
    pub active_ms: u64,
    /// Time left of the countdown after resuming, or until it begins by itself while the phone is put
    /// down, ms; 0 when there is neither.
    pub countdown_ms: u32,
    /// How much of the session is behind, in percent, 0 to 100.
    pub percent: u8,
    /// How much of the item is behind, in percent, 0 to 100.
    pub item_percent: u8,
    /// What comes after this set.
    pub next: Next,
    /// How often the person said that this item hurts.
    pub hurts: u8,
}

impl Snapshot {
    /// Whether it reads the same as another: what is shown but for the picture, which moves by
    /// itself, changes with the second at most. The share that is behind waits for the second too:
    /// each change costs the browser a frame of work, and two at once cost one.
    pub fn reads_like(&self, other: &Self) -> bool {
        let seconds = |snapshot: &Self| (snapshot.phase_left_ms.div_ceil(1_000), snapshot.countdown_ms.div_ceil(1_000));
        self.state == other.state
            && self.phase == other.phase
            && self.item == other.item
            && (self.items, self.total_ms) == (other.items, other.total_ms)
            && seconds(self) == seconds(other)
            && (self.next, self.hurts) == (other.next, other.hurts)
    }
}

impl Player {
    /// How time runs in the picture of its phase.
    pub fn playback(&self, now: Instant) -> Playback {
        let now = now.max(self.last_seen);
        let gone = self.snapshot(now).phase_gone_ms;
        if self.state != State::Running || now < self.anchor || matches!(self.course, Course::OwnPace(_)) {
            Playback::Stands(gone)
        } else {
            Playback::Runs(now.saturating_sub(u64::from(gone)))
        }
    }

    /// The session as it is at `now`.
    pub fn snapshot(&self, now: Instant) -> Snapshot {
        let now = now.max(self.last_seen);
        let running = self.state == State::Running;
        let run = self.run_at(now);
        let position_ms = self.course.position_after(run);
        let index = self.course.index_after(run);
        let phase = self.course.phase(index);
        let is_shown = phase.kind == PhaseKind::Demonstration;
        let end_ms =
            if is_shown { self.course.phase(self.timeline().begins(phase.item)).start_ms } else { phase.end_ms() };
        let over = self.state == State::Finished || phase.kind == PhaseKind::Finish;
        let phases = self.timeline().phases();
        let place = |item: usize| phases.partition_point(|phase| phase.item < item).min(phases.len() - 1);
        let percent = |of| if over { 100 } else { self.course.percent(of, index, position_ms) };
        Snapshot {
            state: self.state,
            phase,
            item: self.routine.items[phase.item.min(self.routine.items.len() - 1)],
            items: self.routine.items.len(),
            phase_gone_ms: position_ms - phase.start_ms,
            phase_left_ms: end_ms.saturating_sub(position_ms),
            told: self.timeline().lines(&phase).first().filter(|_| is_shown).map(|line| line.words.clone()),
            position_ms,
            total_ms: self.timeline().total_ms(),
            active_ms: self.active_before + self.course.active_in(run),
            countdown_ms: if running || self.is_waiting() {
                u32::try_from(self.anchor.saturating_sub(now)).unwrap_or(0)
            } else {
                0
            },
            percent: percent(0..phases.len() - 1),
            item_percent: percent(place(phase.item)..place(phase.item + 1)),
            next: self.next(&phase),
            hurts: self.done.get(phase.item).map_or(0, |done| done.hurts),
        }
    }

    fn next(&self, phase: &Phase) -> Next {
        let sets = self.routine.items.get(phase.item).map_or(1, Item::sets);
        // In a rest the set is the coming one already.
        let set = if phase.kind == PhaseKind::Rest { phase.set } else { phase.set.max(1) + 1 };
        if set <= sets && phase.kind != PhaseKind::Finish {
            return Next::Set(set, sets);
        }
        self.routine.items.get(phase.item + 1).copied().map_or(Next::Finish, Next::Item)
    }
}
