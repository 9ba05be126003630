//! The record of one session, as it is stored.

use crate::domain::catalog::SideMode;
use crate::domain::documents::choice::choice;
use time::{Date, Month, Time, UtcOffset};

/// The worst pain on the 0 to 10 numeric pain rating scale (NPRS).
pub const WORST_PAIN: u8 = 10;

/// How sides shared the repetitions of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// Both together.
    #[default]
    None,
    /// In turns.
    Alternating,
    /// One after the other.
    Each,
}

choice!(Sides { None = "none", Alternating = "alternating", Each = "each" });

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
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// What a form is counted by, in whatever routine: `bridge.standard`; or a step of a sequence, which is
/// its routine and has no forms: `thai-self-stretch/twist`.
pub fn form_key(routine: &str, exercise: &str, rung: &str) -> String {
    if rung.is_empty() { format!("{routine}/{exercise}") } else { format!("{exercise}.{rung}") }
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// How hard it was, 0 (no effort) to 10 (the hardest), after Borg's category-ratio scale; missing
    /// in sessions of older versions.
    pub effort: Option<u8>,
    /// Whether the person said the next morning that it was worse than before; missing where they did not
    /// say, and in sessions of older versions.
    pub worse_next_day: Option<bool>,
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

    /// Whether it was exercise; massage has no share code.
    pub const fn is_of_exercise(&self) -> bool {
        !self.code.is_empty()
    }

    /// The forms and steps that had at least one repetition completed, each once, by [`form_key`].
    pub fn forms_done(&self) -> Vec<String> {
        let mut forms: Vec<String> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.done > 0) {
            let form = form_key(&self.routine, &entry.exercise, &entry.rung);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
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

/// More repetitions than any version lets an entry have: 30 a side, both sides, 5 sets.
pub const MOST_REPETITIONS: u16 = 300;
/// Longer than any page stays open, in seconds: a year.
pub const LONGEST_SECONDS: u32 = 366 * 24 * 60 * 60;

impl SessionRecord {
    /// Whether no day, instant, id or number in it is impossible. More done than planned, and a
    /// night's length, are what older versions wrote.
    pub fn is_possible(&self) -> bool {
        // Both scales end at the same number.
        let pain = |value: Option<u8>| value.is_none_or(|value| value <= WORST_PAIN);
        let entry = |entry: &Entry| {
            entry.planned <= MOST_REPETITIONS
                && entry.done <= MOST_REPETITIONS
                && entry.seconds <= LONGEST_SECONDS
                && !entry.exercise.is_empty()
        };
        uuid::Uuid::try_parse(&self.id).is_ok()
            && self.local_date().is_some()
            && is_instant(&self.started_at)
            && pain(self.pain_before)
            && pain(self.pain_after)
            && pain(self.effort)
            && self.active_seconds <= LONGEST_SECONDS
            && self.entries.iter().all(entry)
    }
}

/// Whether a text is an instant as we write it: RFC 3339 in whole seconds with an offset.
pub fn is_instant(text: &str) -> bool {
    instant_day(text).is_some()
}

/// The local day of an instant as we write it.
pub fn instant_day(text: &str) -> Option<Date> {
    let number = |at: core::ops::Range<usize>| text.get(at).and_then(|part| part.parse::<u8>().ok());
    let fits = |(byte, shape): (u8, u8)| match shape {
        b'0' => byte.is_ascii_digit(),
        b'+' => byte == b'+' || byte == b'-',
        sign => byte == sign,
    };
    const SHAPE: &str = "0000-00-00T00:00:00+00:00";
    if text.len() != SHAPE.len() || !text.bytes().zip(SHAPE.bytes()).all(fits) {
        return None;
    }
    let time = (number(11..13), number(14..16), number(17..19));
    let offset = (number(20..22), number(23..25));
    let is_time = matches!(time, (Some(hour), Some(minute), Some(second)) if Time::from_hms(hour, minute, second).is_ok())
        && matches!(offset, (Some(hours), Some(minutes)) if UtcOffset::from_hms(hours as i8, minutes as i8, 0).is_ok());
    parse_date(text.get(..10)?).filter(|_| is_time)
}

/// A Julian day as `YYYY-MM-DD`; empty where it is no day.
pub fn written_date(julian: i32) -> String {
    Date::from_julian_day(julian).map_or_else(
        |_| String::new(),
        |date| format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()),
    )
}

/// Reads `YYYY-MM-DD` as a Julian day.
pub fn julian_day(text: &str) -> Option<i32> {
    parse_date(text).map(Date::to_julian_day)
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
