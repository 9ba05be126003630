//! The weekly check-in: when it is due, and what its answers say.

use crate::domain::documents::measures::Measures;
use time::Date;

/// Days between two check-ins.
const EVERY: i64 = 7;

/// What is known of earlier check-ins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Earlier {
    /// When the last one was.
    pub last: Option<Date>,
    /// When the person said "not this week".
    pub put_off: Option<Date>,
    /// Whether they never want to be asked.
    pub never: bool,
}

/// Whether it is due: once there was a session, a week after the last one, or after it was put off. A day
/// to come, from a clock that was wrong, puts nothing off.
pub fn is_due(earlier: Earlier, sessions: u32, today: Date) -> bool {
    let is_recent = |day: Option<Date>| day.is_some_and(|day| (0..EVERY).contains(&(today - day).whole_days()));
    sessions > 0 && !earlier.never && !is_recent(earlier.last) && !is_recent(earlier.put_off)
}

/// Something that is asked from week to week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The activity; nothing for pain.
    pub activity: Option<String>,
    /// The Julian day and number of each answer, oldest first.
    pub answers: Vec<(i32, u8)>,
}

/// Pain, then each activity that the last check-in names, or the last one that names any. `all` come
/// oldest first, with their days.
pub fn courses(all: &[(i32, Measures)]) -> Vec<Course> {
    let course = |activity: Option<&str>| {
        let answer = |measures: &Measures| match activity {
            None => measures.pain,
            Some(name) => measures.score(name),
        };
        let answers = all.iter().filter_map(|(day, measures)| Some((*day, answer(measures)?))).collect();
        Course { activity: activity.map(str::to_owned), answers }
    };
    let names = names(all);
    std::iter::once(course(None)).chain(names.iter().map(|name| course(Some(name)))).collect()
}

/// The activities that are asked for: those that were named last.
pub fn names(all: &[(i32, Measures)]) -> Vec<String> {
    let named = |measures: &Measures| -> Vec<String> {
        measures.activities.iter().flatten().map(|activity| activity.name.clone()).collect()
    };
    all.iter().rev().map(|(_, measures)| named(measures)).find(|names| !names.is_empty()).unwrap_or_default()
}

/// From how much on a single activity's change means something (content review, section 8).
const ONE_ACTIVITY: u8 = 3;
/// The same of pain: 2 points, or 30 % of the first answer where that is more (Ostelo 2008).
const PAIN: u8 = 2;

impl Course {
    /// The first and the last answer, where there are two.
    pub fn ends(&self) -> Option<(u8, u8)> {
        match self.answers[..] {
            [(_, first), .., (_, last)] => Some((first, last)),
            _ => None,
        }
    }

    /// From how much on a change means something.
    pub fn matters(&self) -> u8 {
        match (&self.activity, self.answers.first()) {
            (Some(_), _) => ONE_ACTIVITY,
            // A third, rounded down, of at most ten.
            (None, Some((_, first))) => PAIN.max(first * 3 / 10),
            (None, None) => PAIN,
        }
    }
}
