//! Where things lie in a figure. Lengths are tenths of a unit in which letters are 12 high, so nothing
//! needs fractions; y grows downwards, as it is drawn.

use super::weeks::{MonthOfDays, Step, first_of_month, monday};

/// Width of a figure.
pub const WIDTH: i32 = 3_400;
/// Room on the left, for numbers.
const LEFT: i32 = 260;
/// Room on the right.
const RIGHT: i32 = 60;
/// Room above.
const TOP: i32 = 90;
/// Room below, for days.
const BOTTOM: i32 = 230;

/// A way from values to places along a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Axis {
    from: i32,
    to: i32,
    start: i32,
    length: i32,
}

impl Axis {
    /// The place of a value; those beyond an end are at it.
    fn at(self, value: i32) -> i32 {
        let span = i64::from((self.to - self.from).max(1));
        let value = i64::from(value.clamp(self.from, self.to.max(self.from)) - self.from);
        // A share of the length, so it is within it.
        self.start + i32::try_from(value * i64::from(self.length) / span).unwrap_or(0)
    }
}

/// What is written along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub at: i32,
    /// A number, or a Julian day.
    pub value: i32,
}

/// How days are written along a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// Day and month.
    Days,
    /// The month.
    Months,
    /// The year.
    Years,
}

/// A figure over days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plot {
    days: Axis,
    values: Axis,
    /// Height of it all.
    pub height: i32,
}

impl Plot {
    /// A figure from one Julian day to another, both shown, of values from 0 to `most`.
    pub fn new(first: i32, last: i32, most: i32, height: i32) -> Self {
        let days = Axis { from: first, to: last.max(first) + 1, start: LEFT, length: WIDTH - LEFT - RIGHT };
        let values = Axis { from: 0, to: most.max(1), start: 0, length: height - TOP - BOTTOM };
        Self { days, values, height }
    }

    /// The middle of a day, or of the days from this one to the next of a step.
    pub fn x(&self, day: i32, step: Step) -> i32 {
        let end = step.next(day).min(self.days.to);
        i32::midpoint(self.days.at(day), self.days.at(end))
    }

    /// The height of a value.
    pub fn y(&self, value: i32) -> i32 {
        self.height - BOTTOM - self.values.at(value)
    }

    /// The left and right edge of where things are drawn.
    pub const fn sides(&self) -> (i32, i32) {
        (LEFT, WIDTH - RIGHT)
    }

    /// Where the days are written.
    pub const fn foot(&self) -> i32 {
        self.height - BOTTOM + 190
    }

    /// Bars of values, each over the days of a step, as the data of one SVG path. A little of a bar is
    /// always seen where it is not 0.
    pub fn bars(&self, values: impl IntoIterator<Item = (i32, i32)>, step: Step) -> String {
        let mut path = String::new();
        for (day, value) in values.into_iter().filter(|(_, value)| *value > 0) {
            let (left, right) = (self.days.at(day), self.days.at(step.next(day)));
            let gap = ((right - left) / 6).min(60);
            let top = self.y(value).min(self.y(0) - 15);
            let width = (right - left - gap).max(8);
            path.push_str(&format!("M{} {}V{top}h{width}V{}z", left + gap / 2, self.y(0), self.y(0)));
        }
        path
    }

    /// Dots at values, as the data of one SVG path that is to be stroked with round ends.
    pub fn dots(&self, values: impl IntoIterator<Item = (i32, i32)>, step: Step) -> String {
        let dot = |(day, value)| format!("M{} {}h0", self.x(day, step), self.y(value));
        values.into_iter().map(dot).collect()
    }

    /// A line through values, as the data of an SVG path.
    pub fn line(&self, values: impl IntoIterator<Item = (i32, i32)>, step: Step) -> String {
        let mut path = String::new();
        for (day, value) in values {
            let verb = if path.is_empty() { 'M' } else { 'L' };
            path.push_str(&format!("{verb}{} {}", self.x(day, step), self.y(value)));
        }
        path
    }

    /// What lies between two values, from side to side.
    pub fn band(&self, low: i32, high: i32) -> String {
        let (left, right) = self.sides();
        format!("M{left} {}H{right}V{}H{left}z", self.y(high), self.y(low))
    }

    /// A line from side to side at a value.
    pub fn across(&self, value: i32) -> String {
        self.rules(&[Tick { at: self.y(value), value }])
    }

    /// Lines from side to side at ticks along the left.
    pub fn rules(&self, ticks: &[Tick]) -> String {
        let (left, right) = self.sides();
        ticks.iter().map(|tick| format!("M{left} {}H{right}", tick.at)).collect()
    }

    /// Numbers along the left, at most five, at even steps of 1, 2 or 5 times a power of ten. `unit` is
    /// what one of them comes to in values.
    pub fn numbers(&self, unit: i32) -> Vec<Tick> {
        let most = self.values.to / unit.max(1);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000];
        let step = steps.into_iter().find(|step| most / step <= 4).unwrap_or(most.max(1));
        (0..=most)
            .step_by(usize::try_from(step).unwrap_or(1))
            .map(|value| Tick { at: self.y(value * unit), value })
            .collect()
    }

    /// Days along the foot: as many as can be read, at the beginnings of weeks, months or years.
    pub fn day_ticks(&self) -> (Vec<Tick>, Days) {
        let (first, last) = (self.days.from, self.days.to - 1);
        let months = |every: i32| {
            let mut day = first_of_month(first);
            let mut ticks = Vec::new();
            while day <= last {
                let month = time::Date::from_julian_day(day).map_or(0, |date| i32::from(u8::from(date.month())) - 1);
                if day >= first && month % every == 0 {
                    ticks.push(day);
                }
                day = Step::Month.next(day);
            }
            ticks
        };
        let (days, written) = match last - first {
            span if span <= 41 => {
                ((0..=(last - first)).step_by(7).map(|days| monday(first) + days).collect(), Days::Days)
            }
            span if span <= 130 => (months(1), Days::Months),
            span if span <= 400 => (months(3), Days::Months),
            span if span <= 1_200 => (months(12), Days::Years),
            span => {
                (months(12).into_iter().step_by(usize::try_from(span / 2_000).unwrap_or(0) + 1).collect(), Days::Years)
            }
        };
        let ticks: Vec<Tick> = days
            .into_iter()
            .filter(|day| *day >= first)
            .map(|day| Tick { at: self.days.at(day), value: day })
            .collect();
        (ticks, written)
    }
}

/// The least round number that nothing in a figure is above: so that its scale is calm.
pub fn round_up(most: u32) -> i32 {
    let steps = [4, 8, 10, 20, 40, 50, 80, 100, 200, 400, 500, 800, 1_000, 2_000, 4_000, 5_000, 8_000, 10_000, 20_000];
    let most = i32::try_from(most).unwrap_or(i32::MAX);
    steps.into_iter().find(|step| most <= *step).unwrap_or(most)
}

/// Width of a day in the calendar.
const CELL: i32 = 94;
/// Height of a month in the calendar.
const ROW: i32 = 150;
/// Room for the names of months.
const NAMES: i32 = 420;

/// The height of a calendar of so many months.
pub fn calendar_height(months: usize) -> i32 {
    i32::try_from(months).unwrap_or(0) * ROW
}

/// Where the name of a month stands in the calendar, by its place.
pub fn calendar_name(place: usize) -> i32 {
    calendar_height(place) + 108
}

/// The days of a calendar on which something was done, or was not, as the data of one SVG path.
pub fn calendar_days(months: &[MonthOfDays], practised: bool) -> String {
    let mut path = String::new();
    for (place, month) in months.iter().enumerate() {
        for day in (0..month.length).filter(|day| month.is_practised(*day) == practised) {
            let (x, y) = (NAMES + i32::from(day) * CELL, calendar_height(place) + 22);
            path.push_str(&format!("M{x} {y}h76v106h-76z"));
        }
    }
    path
}
