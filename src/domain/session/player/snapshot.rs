//! Everything there is to show, frozen at one instant.

use super::{Player, State};
use crate::domain::Instant;
use crate::domain::figure::Playback;
use crate::domain::routine::Item;
use crate::domain::session::timeline::{Phase, PhaseKind};

/// What comes after the current item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
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
    /// Time gone in the phase, ms.
    pub phase_gone_ms: u32,
    /// Time left in the phase, ms; 0 at one's own pace.
    pub phase_left_ms: u32,
    /// Position on the timeline, ms.
    pub position_ms: u32,
    /// Length of the timeline, ms; 0 at one's own pace.
    pub total_ms: u32,
    /// Time in which the session ran, ms. Never falls.
    pub active_ms: u64,
    /// Time left of the countdown after resuming, ms; 0 when there is none.
    pub countdown_ms: u32,
    /// How much of the session is behind, in percent, 0 to 100.
    pub percent: u8,
    /// What comes after this item.
    pub next: Next,
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
            && self.next == other.next
    }
}

impl Player {
    /// How time runs in the picture of its phase.
    pub fn playback(&self, now: Instant) -> Playback {
        let now = now.max(self.last_seen);
        let gone = self.snapshot(now).phase_gone_ms;
        if self.state != State::Running || now < self.anchor || self.timeline.is_self_paced() {
            Playback::Stands(gone)
        } else {
            Playback::Runs(now.saturating_sub(u64::from(gone)))
        }
    }

    /// The session as it is at `now`.
    pub fn snapshot(&self, now: Instant) -> Snapshot {
        let now = now.max(self.last_seen);
        let position_ms = self.position_at(now);
        let index = if self.timeline.is_self_paced() { self.at } else { self.timeline.locate(position_ms) };
        let phase = self.timeline.phase(index);
        let running = self.state == State::Running;
        let run = if running { now.saturating_sub(self.anchor) } else { 0 };
        let total_ms = self.timeline.total_ms();
        let active_ms = self.active_before
            + if self.timeline.is_self_paced() { run } else { u64::from(position_ms - self.position) };
        let phases = self.timeline.phases().len().saturating_sub(1).max(1);
        let (behind, all) = if self.state == State::Finished || phase.kind == PhaseKind::Finish {
            (1, 1)
        } else if self.timeline.is_self_paced() {
            (index as u64, phases as u64)
        } else {
            (u64::from(position_ms), u64::from(total_ms.max(1)))
        };
        Snapshot {
            state: self.state,
            phase,
            item: self.routine.items[phase.item.min(self.routine.items.len() - 1)],
            items: self.routine.items.len(),
            phase_gone_ms: position_ms - phase.start_ms,
            phase_left_ms: phase.end_ms() - position_ms,
            position_ms,
            total_ms,
            active_ms,
            countdown_ms: if running { u32::try_from(self.anchor.saturating_sub(now)).unwrap_or(0) } else { 0 },
            percent: u8::try_from(behind * 100 / all).unwrap_or(100),
            next: self.routine.items.get(phase.item + 1).copied().map_or(Next::Finish, Next::Item),
        }
    }
}
