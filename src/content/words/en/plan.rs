//! The plan: days of the week, breaks, reminders.

use super::dates::{Told, julian};
use super::plural::counted;

texts! {
    PLAN = "Your plan";
    NO_PLAN = "Without a plan every day is a good day. With one, days of rest are part of it, and your calendar can remind you.";
    PLAN_DAYS = "Days of practice";
    PLAN_TIME = "Time of day";
    PLAN_TIME_HINT = "If you like. The same time each day makes a habit.";
    REMINDERS = "Reminders";
    REMINDERS_TEXT = "Your calendar can remind you: download the file and open it. After a change here, download it again; it takes the place of the earlier one.";
    REMINDERS_ALARMS = "Google Calendar leaves alarms out when it takes in a file: set one there.";
    REMINDERS_NEED_TIME = "Set a time of day, and your calendar can remind you.";
    CALENDAR_FILE = "Download for my calendar";
    CALENDAR_IS_OLD = "Your plan has changed since your calendar was told.";
    EVENT = "Unknot: a few minutes for your back";
    EVENT_TEXT = "Open Unknot and press Start. A short session counts, too.";
    TAKE_A_BREAK = "I am ill, or away";
    BREAK = "A break";
    BREAK_TEXT = "Its days count neither for nor against you. It may also lie in the past.";
    BREAK_FROM = "First day";
    BREAK_TO = "Last day";
    KEEP_BREAK = "Take this break";
    NO_BREAK = "No break";
    NO_SUCH_BREAK = "The last day has to come after the first, and within a year.";
    I_AM_BACK = "I am back";
    REST_DAY = "A day of rest";
    ON_A_BREAK = "On a break";
    PLANNED_TODAY = "Planned today";
    PLAN_YOUR_WEEK = "Plan your week";
    CHANGE_PLAN = "Your plan";
    YOUR_DOSES = "As your last sessions went:";
}

/// Days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The same where there is little room.
pub const WEEKDAYS_SHORT: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What is planned, and how the last seven days were.
pub fn plan_told(days: &[u8], time: Option<&str>) -> String {
    let at = time.map(|time| format!(" at {time}")).unwrap_or_default();
    if days.len() == 7 {
        return format!("Every day{at}.");
    }
    let names: Vec<&str> =
        days.iter().filter_map(|day| WEEKDAYS.get(usize::from(*day).checked_sub(1)?)).copied().collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}{at}.", before.join(", ")),
        _ => format!("{}{at}.", names.join("")),
    }
}

/// The last seven days against the plan.
pub fn week_against_plan(practised: usize, planned: usize) -> String {
    let practised = counted(practised, "day", "days");
    match planned {
        0 => format!("In the last 7 days you practised on {practised}; none was planned."),
        _ => format!("In the last 7 days you practised on {practised}, and {planned} were planned."),
    }
}

/// What the days practised in the last week are beside.
pub fn last_week_planned(planned: usize) -> String {
    format!("of the last 7 days, {planned} planned")
}

/// What to do on a day of rest.
pub fn rest_day(next: Option<i32>, time: Option<&str>) -> String {
    let at = time.map(|time| format!(" at {time}")).unwrap_or_default();
    let next = next.map(|day| format!(" Next: {}{at}.", julian(day, Told::Whole))).unwrap_or_default();
    format!("Nothing is planned today.{next} A walk does your back good; so does a session, if you feel like it.")
}

/// Until when a break lasts.
pub fn break_until(day: i32) -> String {
    format!("Until {}. Get well: nothing counts against you.", julian(day, Told::Whole))
}

/// A break that is over, or to come.
pub fn break_range(from: &str, to: &str) -> String {
    let day = super::dates::stored_date;
    if from == to { day(from) } else { format!("{} to {}", day(from), day(to)) }
}
