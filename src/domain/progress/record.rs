//! The record of one session, as it is stored.

use crate::domain::catalog::SideMode;
use miniserde::{Deserialize, Serialize};
use time::{Date, Month};

/// The worst pain on the 0 to 10 numeric pain rating scale (NPRS).
pub const WORST_PAIN: u8 = 10;

/// How sides shared the repetitions of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sides {
    /// Both together.
    #[serde(rename = "none")]
    None,
    /// In turns.
    #[serde(rename = "alternating")]
    Alternating,
    /// One after the other.
    #[serde(rename = "each")]
    Each,
}

impl From<SideMode> for Sides {
    fn from(mode: SideMode) -> Self {
        match mode {
            SideMode::None => Self::None,
            SideMode::Alternating => Self::Alternating,
            SideMode::Each => Self::Each,
        }
    }
}

/// Which session this is, and when in the person's own time: passed in, for the domain has no clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// UUID v7, so that ids sort by time.
    pub id: String,
    /// RFC 3339 with the person's offset.
    pub started_at: String,
    /// Local date, `YYYY-MM-DD`.
    pub date: String,
    /// Catalog version.
    pub catalog: String,
    /// Pain before, 0 to 10 (NPRS).
    pub pain_before: Option<u8>,
}

/// What was done of one exercise or step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Exercise or step id.
    pub exercise: String,
    /// The form; empty for a step.
    pub rung: String,
    /// How sides shared the repetitions.
    pub side: Sides,
    /// Repetitions planned, both sides and all sets together.
    pub planned: u16,
    /// Repetitions completed, both sides and all sets together.
    pub done: u16,
    /// Seconds spent, get-ready and rest included.
    pub seconds: u32,
    /// Whether the person said that it hurt.
    pub hurt: bool,
    /// Whether the person skipped the rest of it.
    pub skipped: bool,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// UUID v7.
    pub id: String,
    /// RFC 3339 with the person's offset.
    pub started_at: String,
    /// Local date it began on, `YYYY-MM-DD`.
    pub date: String,
    /// Routine id.
    pub routine: String,
    /// Share code, rungs included; empty for a sequence.
    pub code: String,
    /// Version of the catalog it was made with.
    pub catalog: String,
    /// What was done, in order.
    pub entries: Vec<Entry>,
    /// Pain before, 0 to 10 (NPRS).
    pub pain_before: Option<u8>,
    /// Pain after, 0 to 10 (NPRS).
    pub pain_after: Option<u8>,
    /// Seconds in which the session ran.
    pub active_seconds: u32,
    /// Whether everything was reached, as opposed to ended early.
    pub finished: bool,
}

impl SessionRecord {
    /// The local date it began on.
    pub fn local_date(&self) -> Option<Date> {
        parse_date(&self.date)
    }

    /// Whether the values are within what this version can write.
    pub fn is_sound(&self) -> bool {
        let pain = |value: Option<u8>| value.is_none_or(|value| value <= WORST_PAIN);
        !self.id.is_empty() && self.local_date().is_some() && pain(self.pain_before) && pain(self.pain_after)
    }

    /// How many exercises or steps had at least one repetition completed.
    pub fn exercises_done(&self) -> usize {
        self.entries.iter().filter(|entry| entry.done > 0).count()
    }

    /// Minutes it ran, rounded up: a short session counts as a minute.
    pub fn minutes(&self) -> u32 {
        self.active_seconds.div_ceil(60)
    }
}

/// Reads `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}
