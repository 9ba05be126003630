//! Adherence: how regularly somebody practises.

use super::record::SessionRecord;
use std::collections::BTreeSet;
use time::Date;

/// How regularly somebody practised, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adherence {
    /// Days with at least one session in which something was done.
    pub days_practised: usize,
    /// Days in a row up to today; yesterday still counts, since today is not over.
    pub current_streak: usize,
    /// The longest run of days in a row.
    pub best_streak: usize,
    /// Minutes by week, oldest first, this week last; weeks begin on Monday (ISO 8601).
    pub minutes_by_week: Vec<u32>,
}

/// Adherence over the last `weeks` weeks, as of `today` (local date). Sessions dated after today,
/// from a clock that was wrong or another time zone, count as days but not into the streak.
pub fn adherence<'a>(records: impl IntoIterator<Item = &'a SessionRecord>, today: Date, weeks: usize) -> Adherence {
    let mut days = BTreeSet::new();
    let mut minutes = vec![0_u32; weeks];
    let this_week = week(today);
    for record in records {
        let Some(date) = record.local_date() else { continue };
        if record.exercises_done() == 0 {
            continue;
        }
        days.insert(date.to_julian_day());
        let ago = usize::try_from(this_week - week(date)).ok().filter(|ago| *ago < weeks);
        if let Some(ago) = ago {
            minutes[weeks - 1 - ago] += record.minutes();
        }
    }
    let today = today.to_julian_day();
    let last = if days.contains(&today) { today } else { today - 1 };
    let current_streak = (0..).take_while(|back| days.contains(&(last - back))).count();
    let mut best_streak = 0;
    let mut run = 0;
    let mut before = None;
    for day in &days {
        run = if before == Some(day - 1) { run + 1 } else { 1 };
        best_streak = best_streak.max(run);
        before = Some(*day);
    }
    Adherence { days_practised: days.len(), current_streak, best_streak, minutes_by_week: minutes }
}

/// Number of the ISO week that a day lies in, counted from a Monday long ago.
fn week(date: Date) -> i32 {
    date.to_julian_day().div_euclid(7)
}
