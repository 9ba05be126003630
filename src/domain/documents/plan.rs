//! The person's plan: on which days of the week they set out to practise, breaks, and what their calendar
//! was told.

use super::kind::{Document, Kind, PLAN};
use crate::domain::progress::record::parse_date;
use miniserde::{Deserialize, Serialize};

/// Days and time, from a day on until the next one begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The first local date it holds on, `YYYY-MM-DD`.
    pub from: String,
    /// Days of the week, 1 for Monday to 7 for Sunday, in order. None of them: no plan from then on.
    pub days: Vec<u8>,
    /// The local time of day, `HH:MM`; nothing where any time will do.
    pub time: Option<String>,
}

/// A break, on account of illness for instance: its days count neither for nor against anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Its first local date, `YYYY-MM-DD`.
    pub from: String,
    /// Its last.
    pub to: String,
}

/// What the person's calendar was told last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The event's id, the same for ever, so that a later file takes the place of an earlier one.
    pub uid: String,
    /// How often what it says has changed (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// What it says, so that a change is known.
    pub says: String,
}

/// The plan document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// Every schedule there was, the oldest first: what was done is measured against what held then.
    pub schedules: Option<Vec<Schedule>>,
    /// Every break, in the order in which they were entered.
    pub pauses: Option<Vec<Pause>>,
    /// What the calendar was told; nothing where it was told nothing.
    pub calendar: Option<Told>,
}

/// Reads `HH:MM`: minutes since midnight.
pub fn minutes_of(time: &str) -> Option<u16> {
    let (hours, minutes) = time.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

impl Document for Plan {
    const KIND: Kind = PLAN;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        let is_schedule = |schedule: &Schedule| {
            parse_date(&schedule.from).is_some()
                && schedule.days.iter().all(|day| (1..=7).contains(day))
                && schedule.time.as_deref().is_none_or(|time| minutes_of(time).is_some())
        };
        let is_pause =
            |pause: &Pause| parse_date(&pause.from).zip(parse_date(&pause.to)).is_some_and(|(from, to)| from <= to);
        let is_sound =
            stored.schedules.iter().flatten().all(is_schedule) && stored.pauses.iter().flatten().all(is_pause);
        is_sound.then_some(stored)
    }
}
