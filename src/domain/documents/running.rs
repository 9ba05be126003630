//! A session that was running, so that it can be taken up again after a reload, and who runs it.

use super::kind::{Document, Kind, RUNNING};
use super::session::{IMPLIED, StoredSession};
use crate::domain::Instant;
use crate::domain::progress::record::SessionRecord;
use crate::domain::session::player::Place;
use crate::domain::session::timeline::Pace;
use miniserde::{Deserialize, Serialize};

/// A running session without a sign of life for this long is offered to be continued, in ms.
const SILENT_MS: u64 = 10_000;
/// One without a sign of life for this long was ended early, in ms.
const EXPIRED_MS: u64 = 4 * 60 * 60 * 1000;

/// A session that was running, as of its last sign of life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checkpoint {
    /// The future record, as of the checkpoint.
    pub record: SessionRecord,
    /// Seconds to get ready.
    pub get_ready: u16,
    /// Whether the person set the pace.
    pub self_paced: bool,
    /// Index of the item.
    pub item: u32,
    /// Set, from 1.
    pub set: u16,
    /// Repetition, from 1; 0 outside repetitions.
    pub rep: u16,
    /// Whether on the second side.
    pub second_side: bool,
    /// Last sign of life, ms since 1970.
    pub heartbeat: u64,
    /// Whether its page was closed: nobody else is running it.
    pub released: bool,
    /// Whether its page holds the browser's lock of this session, which tells who runs it.
    pub locked: Option<bool>,
}

/// A checkpoint as it is kept.
#[derive(Debug, Deserialize)]
pub struct StoredCheckpoint {
    record: StoredSession,
    get_ready: u16,
    self_paced: bool,
    item: u32,
    set: u16,
    rep: u16,
    second_side: bool,
    heartbeat: u64,
    released: bool,
    locked: Option<bool>,
}

impl StoredCheckpoint {
    /// The id of its session.
    pub fn id(&self) -> &str {
        self.record.id().unwrap_or_default()
    }
}

impl Document for Checkpoint {
    const KIND: Kind = RUNNING;
    const IMPLIED: &'static [&'static str] = IMPLIED;
    type Stored = StoredCheckpoint;

    fn of_stored(stored: StoredCheckpoint, id: &str) -> Option<Self> {
        Some(Self {
            record: SessionRecord::of_stored(stored.record, id)?,
            get_ready: stored.get_ready,
            self_paced: stored.self_paced,
            item: stored.item,
            set: stored.set,
            rep: stored.rep,
            second_side: stored.second_side,
            heartbeat: stored.heartbeat,
            released: stored.released,
            locked: stored.locked,
        })
    }
}

/// What is to become of a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Another page is running it.
    RunningElsewhere,
    /// It is to be offered.
    Continue,
    /// It is too old: it becomes a session ended early.
    Expired,
}

/// Who holds the browser's lock of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The browser has no locks, or does not tell.
    Unknown,
    /// Nobody.
    Nobody,
    /// A page.
    Somebody,
}

/// When checkpoints were seen to change, by a clock that nobody sets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sightings(Vec<Sighting>);

/// A heartbeat of a session, and since when it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sighting {
    id: String,
    heartbeat: u64,
    since: Instant,
}

impl Sightings {
    /// Takes note of a checkpoint, seen at `now`; returns for how long its heartbeat has been the
    /// same, in ms.
    pub fn unchanged_ms(&mut self, checkpoint: &Checkpoint, now: Instant) -> u64 {
        let (id, heartbeat) = (&checkpoint.record.id, checkpoint.heartbeat);
        if let Some(seen) = self.0.iter().find(|seen| seen.id == *id && seen.heartbeat == heartbeat) {
            return now.saturating_sub(seen.since);
        }
        self.0.retain(|seen| seen.id != *id);
        self.0.push(Sighting { id: id.clone(), heartbeat, since: now });
        0
    }
}

impl Checkpoint {
    /// Whether it gave no sign of life for so long, at a time in ms since 1970, that it was left
    /// for good: whoever holds it is gone too.
    pub fn is_expired(&self, wall: u64) -> bool {
        wall.saturating_sub(self.heartbeat) > EXPIRED_MS
    }

    /// What is to become of it at a time, in ms since 1970. Where locks do not tell, its heartbeat
    /// does: one from the future, for the clock was set back, counts from when it was first seen.
    pub fn fate(&self, wall: u64, unchanged_ms: u64, holder: Holder) -> Fate {
        if self.is_expired(wall) {
            return Fate::Expired;
        }
        let holder = if self.locked == Some(true) { holder } else { Holder::Unknown };
        let silent_ms = wall.saturating_sub(self.heartbeat).max(unchanged_ms);
        let is_left = match holder {
            Holder::Nobody => true,
            Holder::Somebody => false,
            Holder::Unknown => silent_ms > SILENT_MS,
        };
        if self.released || is_left { Fate::Continue } else { Fate::RunningElsewhere }
    }

    /// Where it is to be taken up.
    pub fn place(&self) -> Place {
        Place {
            item: usize::try_from(self.item).unwrap_or(0),
            set: self.set,
            rep: self.rep,
            second_side: self.second_side,
        }
    }

    /// The pace it ran at.
    pub fn pace(&self) -> Pace {
        Pace { get_ready: self.get_ready, self_paced: self.self_paced }
    }
}
