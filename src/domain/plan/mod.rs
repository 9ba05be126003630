//! What a plan says of a day, and what was done of it. Days are local dates; inside, Julian days.

pub mod calendar;

use crate::domain::documents::plan::{Pause, Plan, Schedule, Told};
use crate::domain::progress::adherence::Target;
use crate::domain::progress::record::{julian_day, written_date};

/// The longest break, days: a year. Longer ones are slips of the finger.
pub const LONGEST_PAUSE: i32 = 366;
/// How far ahead the next planned day is looked for, days.
const AHEAD: i32 = 400;
/// Days that are looked back over.
const WINDOW: i32 = 7;

/// What a day is by the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// There is no plan: any day is a good one.
    Unplanned,
    /// A day of practice.
    Practice,
    /// A day of rest; and the next day of practice, as a Julian day.
    Rest(Option<i32>),
    /// In a break; and its last day, as a Julian day.
    Paused(i32),
}

/// A plan that can be asked about thousands of days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Planned {
    /// The first day, days of the week as bits, Monday the lowest.
    schedules: Vec<(i32, u8)>,
    pauses: Vec<(i32, i32)>,
}

/// The day of the week as a bit, Monday the lowest.
const fn weekday(day: i32) -> u8 {
    // Julian day 0 was a Monday.
    1 << day.rem_euclid(7)
}

impl Planned {
    /// That of a document.
    pub fn of(plan: &Plan) -> Self {
        let bits = |schedule: &Schedule| schedule.days.iter().fold(0, |bits, day| bits | 1 << (day.clamp(&1, &7) - 1));
        let schedules = plan.schedules.iter().flatten();
        let pauses = plan.pauses.iter().flatten();
        Self {
            schedules: schedules.filter_map(|schedule| Some((julian_day(&schedule.from)?, bits(schedule)))).collect(),
            pauses: pauses.filter_map(|pause| Some((julian_day(&pause.from)?, julian_day(&pause.to)?))).collect(),
        }
    }

    /// The days of the week that are planned on a day, as bits; none without a plan.
    fn days_on(&self, day: i32) -> u8 {
        self.schedules.iter().rev().find(|(from, _)| *from <= day).map_or(0, |(_, days)| *days)
    }

    /// How many days a week are planned on a day; nothing without a plan.
    pub fn days_a_week(&self, day: i32) -> Option<u32> {
        Some(self.days_on(day).count_ones()).filter(|days| *days > 0)
    }

    /// What practice is measured against on a day: every day without a plan.
    pub fn target(&self, day: i32) -> Target {
        match self.days_on(day).count_ones() {
            0 => Target::default(),
            // At most seven bits are set.
            days => Target { days: u8::try_from(days).unwrap_or(7) },
        }
    }

    /// The last day of the break that a day is in.
    fn pause_on(&self, day: i32) -> Option<i32> {
        let pauses = self.pauses.iter().filter(|(from, to)| (*from..=*to).contains(&day));
        pauses.map(|(_, to)| *to).max()
    }

    /// Whether a day is in a break.
    pub fn is_paused(&self, day: i32) -> bool {
        self.pause_on(day).is_some()
    }

    fn is_planned(&self, day: i32) -> bool {
        self.days_on(day) & weekday(day) != 0 && !self.is_paused(day)
    }

    /// What a day is.
    pub fn day(&self, day: i32) -> Day {
        if let Some(to) = self.pause_on(day) {
            Day::Paused(to)
        } else if self.days_on(day) == 0 {
            Day::Unplanned
        } else if self.is_planned(day) {
            Day::Practice
        } else {
            Day::Rest((day + 1..=day + AHEAD).find(|day| self.is_planned(*day)))
        }
    }

    /// How many of the last seven days, today included, were planned, breaks left out; nothing where no plan
    /// held on any of them.
    pub fn planned_in_the_last_week(&self, today: i32) -> Option<usize> {
        let week = today - WINDOW + 1..=today;
        let had_plan = week.clone().any(|day| self.days_on(day) != 0);
        had_plan.then(|| week.filter(|day| self.is_planned(*day)).count())
    }
}

impl Plan {
    /// What holds on a day; nothing without a plan.
    pub fn schedule(&self, today: &str) -> Option<&Schedule> {
        let schedules = self.schedules.iter().flatten();
        schedules.rev().find(|schedule| schedule.from.as_str() <= today).filter(|schedule| !schedule.days.is_empty())
    }

    /// The time of day that was set last, whether or not a day is planned.
    pub fn time(&self) -> Option<&str> {
        self.schedules.iter().flatten().last()?.time.as_deref()
    }

    /// Sets days of the week and a time of day from today on; no days end the plan. What held before stays
    /// known.
    pub fn set(&mut self, mut days: Vec<u8>, time: Option<String>, today: &str) {
        days.retain(|day| (1..=7).contains(day));
        days.sort_unstable();
        days.dedup();
        let schedules = self.schedules.get_or_insert_default();
        // Nothing of today is over yet, and what a clock that was wrong put into the future never held.
        schedules.retain(|schedule| schedule.from.as_str() < today);
        let is_same = schedules.last().is_some_and(|last| last.days == days && last.time == time);
        let says_something = !schedules.is_empty() || !days.is_empty() || time.is_some();
        if !is_same && says_something {
            schedules.push(Schedule { from: today.to_owned(), days, time });
        }
    }

    /// Takes a break, both days included. False where that is no range, or too long a one.
    pub fn pause(&mut self, from: &str, to: &str) -> bool {
        let range = julian_day(from).zip(julian_day(to));
        let is_sound = range.is_some_and(|(from, to)| (0..LONGEST_PAUSE).contains(&(to - from)));
        if is_sound {
            self.pauses.get_or_insert_default().push(Pause { from: from.to_owned(), to: to.to_owned() });
        }
        is_sound
    }

    /// Ends a break today: it counts up to yesterday.
    pub fn resume(&mut self, today: &str) {
        let Some(now) = julian_day(today) else { return };
        let yesterday = written_date(now - 1);
        let pauses = self.pauses.get_or_insert_default();
        for pause in pauses.iter_mut().filter(|pause| pause.to.as_str() >= today && pause.from.as_str() <= today) {
            pause.to.clone_from(&yesterday);
        }
        pauses.retain(|pause| pause.from <= pause.to);
    }

    /// Takes note that a calendar was told something; returns the event's id and how often what it says has
    /// changed. `new_id` is for an event that is new.
    pub fn tell_calendar(&mut self, says: &str, new_id: impl FnOnce() -> String) -> (String, u32) {
        let told = self.calendar.get_or_insert_with(|| Told { uid: new_id(), sequence: 0, says: says.to_owned() });
        if told.says != says {
            told.sequence = told.sequence.saturating_add(1);
            says.clone_into(&mut told.says);
        }
        (told.uid.clone(), told.sequence)
    }
}
