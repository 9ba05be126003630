//! What the sessions say over weeks: series for figures, and the facts that sentences are made of.
//! Averages are in tenths, so that nothing is rounded twice.

use super::history::{History, Session};

/// How far back is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Range {
    /// Four weeks.
    #[default]
    Weeks,
    /// Three months, as thirteen weeks.
    Months,
    /// A year, as fifty-three weeks.
    Year,
    /// Everything.
    All,
}

/// What is taken together in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Each session for itself.
    Session,
    /// A week, from Monday (ISO 8601).
    Week,
    /// A month.
    Month,
}

const DAYS_A_WEEK: i32 = 7;
/// From so many days on weeks say too much, and months are shown.
const MONTHS_FROM: i32 = 2 * 366;

/// The Monday of the week that a Julian day lies in.
pub const fn monday(day: i32) -> i32 {
    day.div_euclid(DAYS_A_WEEK) * DAYS_A_WEEK
}

/// The first day of the month that a Julian day lies in; the day itself where it is no day.
pub fn first_of_month(day: i32) -> i32 {
    let date = time::Date::from_julian_day(day).and_then(|date| date.replace_day(1));
    date.map_or(day, time::Date::to_julian_day)
}

impl Range {
    /// The first Julian day of it, as of today, given the first day with a session. Weeks are whole.
    pub fn first(self, today: i32, oldest: Option<i32>) -> i32 {
        let weeks = |count: i32| monday(today) - (count - 1) * DAYS_A_WEEK;
        match self {
            Self::Weeks => weeks(4),
            Self::Months => weeks(13),
            Self::Year => weeks(53),
            Self::All => {
                let first = oldest.unwrap_or(today).min(weeks(4));
                if today - first > MONTHS_FROM { first_of_month(first) } else { monday(first) }
            }
        }
    }

    /// What minutes and repetitions are summed over, where a range begins on a day.
    pub const fn of_sums(self, first: i32, today: i32) -> Step {
        if today - first > MONTHS_FROM { Step::Month } else { Step::Week }
    }

    /// What an average is taken over.
    pub const fn of_averages(self, first: i32, today: i32) -> Step {
        match self {
            Self::Weeks | Self::Months => Step::Session,
            Self::Year => Step::Week,
            Self::All if today - first <= 13 * DAYS_A_WEEK => Step::Session,
            Self::All => self.of_sums(first, today),
        }
    }
}

impl Step {
    /// The day that stands for all that is taken together with this one.
    pub fn day(self, day: i32) -> i32 {
        match self {
            Self::Session => day,
            Self::Week => monday(day),
            Self::Month => first_of_month(day),
        }
    }

    /// The next such day.
    pub fn next(self, day: i32) -> i32 {
        match self {
            Self::Session => day + 1,
            Self::Week => day + DAYS_A_WEEK,
            // The first of a month and 31 days lie in the next one.
            Self::Month => first_of_month(day + 31),
        }
    }
}

/// An average of whole numbers, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Mean {
    sum: i32,
    count: i32,
}

impl Mean {
    fn add(&mut self, value: Option<u8>) {
        if let Some(value) = value {
            self.sum += i32::from(value);
            self.count += 1;
        }
    }

    fn of(values: impl IntoIterator<Item = u8>) -> Self {
        let mut mean = Self::default();
        values.into_iter().for_each(|value| mean.add(Some(value)));
        mean
    }

    const fn tenths(self) -> Option<i32> {
        if self.count == 0 { None } else { Some((20 * self.sum + self.count).div_euclid(2 * self.count)) }
    }
}

/// Pain and effort at a day: of one session, or the averages of a week or month. In tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The Julian day, or the first of those taken together.
    pub day: i32,
    /// Pain before.
    pub before: Option<i32>,
    /// Pain after.
    pub after: Option<i32>,
    /// How hard it was.
    pub effort: Option<i32>,
}

/// Pain and effort from a day on, oldest first; sessions that tell neither are passed over.
pub fn points(sessions: &[Session], first: i32, step: Step) -> Vec<Point> {
    let mut points: Vec<(i32, [Mean; 3])> = Vec::new();
    for session in sessions.iter().filter(|session| session.day >= first) {
        let told = [session.before, session.after, session.effort];
        if told.iter().all(Option::is_none) {
            continue;
        }
        let day = step.day(session.day);
        if step == Step::Session || points.last().is_none_or(|(last, _)| *last != day) {
            points.push((day, [Mean::default(); 3]));
        }
        if let Some((_, means)) = points.last_mut() {
            means.iter_mut().zip(told).for_each(|(mean, value)| mean.add(value));
        }
    }
    let point = |(day, [before, after, effort]): (i32, [Mean; 3])| Point {
        day,
        before: before.tenths(),
        after: after.tenths(),
        effort: effort.tenths(),
    };
    points.into_iter().map(point).collect()
}

/// The average of the last seven days at each session that tells pain before, from a day on: so single
/// days weigh little. In tenths, the last of a day standing for it.
pub fn smoothed(sessions: &[Session], first: i32, step: Step) -> Vec<(i32, i32)> {
    let told: Vec<(i32, u8)> = sessions.iter().filter_map(|session| Some((session.day, session.before?))).collect();
    let mut line: Vec<(i32, i32)> = Vec::new();
    let (mut sum, mut from) = (0, 0);
    for (index, (day, value)) in told.iter().enumerate() {
        sum += i32::from(*value);
        while told[from].0 <= day - DAYS_A_WEEK {
            sum -= i32::from(told[from].1);
            from += 1;
        }
        let count = i32::try_from(index + 1 - from).unwrap_or(1);
        if *day < first {
            continue;
        }
        let at = step.day(*day);
        if line.last().is_some_and(|(last, _)| *last == at) {
            line.pop();
        }
        line.push((at, (20 * sum + count).div_euclid(2 * count)));
    }
    line
}

/// So many answers at either end tell how pain was (ours): one alone says little.
const ENDS: usize = 3;
/// A change that people notice, of 10 (Ostelo 2008, 10.1097/BRS.0b013e31815e3a10), in tenths.
const NOTICED: i32 = 20;
/// The same as a share of where somebody began, in percent (the same).
const NOTICED_PERCENT: i32 = 30;

/// What a change of pain may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// No more than chance may make.
    MayBeChance,
    /// Lower by more than that.
    Lower,
    /// Higher by more than that.
    Higher,
}

/// Pain before a session in the own first week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// The average, in tenths.
    pub average: i32,
    /// What a change has to come to until it means something: 2 points, or 30 % of the average where that
    /// is more (the careful reading of both). In tenths.
    pub matters: i32,
}

/// How pain before a session is now, beside the own first week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// The first week.
    pub start: Start,
    /// The average of the last week, in tenths; nothing while there are too few answers since the first.
    pub now: Option<i32>,
}

impl Course {
    /// By how much it is higher now, in tenths, and what that may mean.
    pub fn change(&self) -> Option<(i32, Change)> {
        let by = self.now? - self.start.average;
        let means = match by {
            by if by <= -self.start.matters => Change::Lower,
            by if by >= self.start.matters => Change::Higher,
            _ => Change::MayBeChance,
        };
        Some((by, means))
    }
}

/// The first week and the last: those of seven days with an answer, and at least three answers, further
/// into the log where there are fewer. `None` until there are three.
pub fn course(sessions: &[Session]) -> Option<Course> {
    let told: Vec<(i32, u8)> = sessions.iter().filter_map(|session| Some((session.day, session.before?))).collect();
    let first = told.first()?.0;
    let last = told.last()?.0;
    if told.len() < ENDS {
        return None;
    }
    let until = told.partition_point(|(day, _)| *day < first + DAYS_A_WEEK).max(ENDS);
    let since = told.partition_point(|(day, _)| *day <= last - DAYS_A_WEEK).min(told.len() - ENDS);
    let average = Mean::of(told[..until].iter().map(|(_, value)| *value)).tenths()?;
    let matters = NOTICED.max(average * NOTICED_PERCENT / 100);
    let now = if since < until { None } else { Mean::of(told[since..].iter().map(|(_, value)| *value)).tenths() };
    Some(Course { start: Start { average, matters }, now })
}

/// By how much pain after is higher than before, on average over the sessions from a day on that tell
/// both, in tenths; with how many there are.
pub fn within(sessions: &[Session], first: i32) -> Option<(i32, usize)> {
    let both = || {
        let both = |session: &Session| Some((i32::from(session.before?), i32::from(session.after?)));
        sessions.iter().filter(|session| session.day >= first).filter_map(both)
    };
    let count = both().count();
    let sum: i32 = both().map(|(before, after)| after - before).sum();
    let of = i32::try_from(count).ok().filter(|of| *of > 0)?;
    Some(((20 * sum + of).div_euclid(2 * of), count))
}

/// Minutes and repetitions of a week or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The first Julian day of it.
    pub day: i32,
    /// Days with something done.
    pub days: u32,
    /// Minutes, each session rounded up.
    pub minutes: u32,
    /// Repetitions.
    pub repetitions: u32,
}

/// Minutes and repetitions from a day to today, week by week or month by month, empty ones included.
pub fn sums(sessions: &[Session], first: i32, today: i32, step: Step) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut day = step.day(first);
    while day <= today {
        sums.push(Sum { day, days: 0, minutes: 0, repetitions: 0 });
        day = step.next(day);
    }
    let mut last_day = None;
    for session in sessions.iter().filter(|session| session.practised) {
        let day = step.day(session.day);
        let Ok(place) = sums.binary_search_by_key(&day, |sum| sum.day) else { continue };
        let sum = &mut sums[place];
        sum.minutes += session.minutes();
        sum.repetitions += session.repetitions;
        if last_day != Some(session.day) {
            sum.days += 1;
            last_day = Some(session.day);
        }
    }
    sums
}

/// The most of an exercise in a session, a week or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Best {
    /// The Julian day, or the first of those taken together.
    pub day: i32,
    /// Repetitions in one session.
    pub repetitions: u16,
    /// Seconds of a hold.
    pub hold: Option<u16>,
}

/// The most of an exercise from a day on, oldest first.
pub fn bests(history: &History, exercise: &str, first: i32, step: Step) -> Vec<Best> {
    let Some(place) = history.exercises().iter().position(|other| other == exercise) else { return Vec::new() };
    let mut bests: Vec<Best> = Vec::new();
    for session in history.sessions().iter().filter(|session| session.day >= first) {
        let done = || history.done(session).iter().filter(|done| usize::from(done.exercise) == place);
        if done().next().is_none() {
            continue;
        }
        let repetitions = done().map(|done| done.repetitions).sum();
        let hold = done().filter_map(|done| done.hold).max();
        let day = step.day(session.day);
        match bests.last_mut().filter(|best| best.day == day) {
            Some(best) => {
                best.repetitions = best.repetitions.max(repetitions);
                best.hold = best.hold.max(hold);
            }
            None => bests.push(Best { day, repetitions, hold }),
        }
    }
    bests
}

/// The exercises done from a day on, the one done most often first.
pub fn exercises_since(history: &History, first: i32) -> Vec<&str> {
    let mut counts: Vec<(usize, &str)> = history.exercises().iter().map(|exercise| (0, exercise.as_str())).collect();
    for session in history.sessions().iter().filter(|session| session.day >= first) {
        for done in history.done(session) {
            if let Some((count, _)) = counts.get_mut(usize::from(done.exercise)) {
                *count += 1;
            }
        }
    }
    counts.retain(|(count, _)| *count > 0);
    counts.sort_by(|(one, a), (other, b)| other.cmp(one).then(a.cmp(b)));
    counts.into_iter().map(|(_, exercise)| exercise).collect()
}

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthOfDays {
    /// Its first Julian day.
    pub first: i32,
    /// How many days it has, up to today.
    pub length: u8,
    /// Whether something was done on its first, second … day, as bits.
    pub practised: u32,
}

impl MonthOfDays {
    /// Whether something was done on a day of it, from 0.
    pub const fn is_practised(&self, day: u8) -> bool {
        self.practised >> day & 1 == 1
    }

    /// Days on which something was done.
    pub const fn count(&self) -> u32 {
        self.practised.count_ones()
    }
}

/// The twelve months up to today, oldest first. `days` are those with practice, in order.
pub fn calendar(days: &[i32], today: i32) -> Vec<MonthOfDays> {
    let mut months = Vec::new();
    let mut first = first_of_month(today);
    for _ in 0..12 {
        let next = Step::Month.next(first);
        let length = u8::try_from(next.min(today + 1) - first).unwrap_or(0);
        let practised = (0..length).filter(|day| days.binary_search(&(first + i32::from(*day))).is_ok());
        let practised = practised.fold(0, |bits, day| bits | 1 << day);
        months.insert(0, MonthOfDays { first, length, practised });
        first = first_of_month(first - 1);
    }
    months
}

/// How hard sessions from a day on were on average, in tenths; with how many told it.
pub fn effort(sessions: &[Session], first: i32) -> Option<(i32, usize)> {
    let told = || sessions.iter().filter(|session| session.day >= first).filter_map(|session| session.effort);
    Some((Mean::of(told()).tenths()?, told().count()))
}
