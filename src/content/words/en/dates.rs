//! Dates in words. Not the browser's own: making its formats took a fifth of the time that the page of
//! progress takes.

use crate::domain::progress::record::parse_date;
use time::Date;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What is told of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Weekday, day, month and year.
    Whole,
    /// Day and month.
    Day,
    /// The month.
    Month,
    /// Month and year.
    MonthOfYear,
    /// The year.
    Year,
}

/// A date in words.
pub fn date(date: Date, told: Told) -> String {
    let month = MONTHS[usize::from(u8::from(date.month()) - 1)];
    let (day, year) = (date.day(), date.year());
    match told {
        Told::Whole => {
            let weekday = WEEKDAYS[usize::from(date.weekday().number_days_from_monday())];
            format!("{weekday}, {day} {month} {year}")
        }
        Told::Day => format!("{day} {month}"),
        Told::Month => month.to_owned(),
        Told::MonthOfYear => format!("{month} {year}"),
        Told::Year => year.to_string(),
    }
}

/// A Julian day in words; nothing where it is no day.
pub fn julian(day: i32, told: Told) -> String {
    Date::from_julian_day(day).map_or_else(|_| String::new(), |day| date(day, told))
}

/// A date as it is stored (`YYYY-MM-DD`), whole; as it stands where it is none.
pub fn stored_date(text: &str) -> String {
    parse_date(text).map_or_else(|| text.to_owned(), |day| date(day, Told::Whole))
}
