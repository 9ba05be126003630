//! The plan as an iCalendar file (RFC 5545): one event that comes again every week, with an alarm, in the
//! person's own time zone.
//!
//! By hand, for a crate costs 27 KB of wasm where this costs 3. A zone's rules are found by asking for its
//! offset day by day, so no table of zones travels with the app, and whatever the device knows holds.

use time::Date;

/// What a zone is called where nobody knows its name; its rules are in the file.
pub const UNNAMED: &str = "Local";

/// The person's time zone.
#[derive(Clone, Copy)]
pub struct Zone<'a> {
    /// Its name, as IANA has it, or [`UNNAMED`].
    pub name: &'a str,
    /// Minutes ahead of UTC at an instant, in seconds since 1970.
    pub offset: &'a dyn Fn(i64) -> i32,
}

impl std::fmt::Debug for Zone<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What the event says.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// The same for ever, unique in the world.
    pub uid: &'a str,
    /// How often it has changed.
    pub sequence: u32,
    /// Days of the week, 1 for Monday to 7 for Sunday. At least one.
    pub days: &'a [u8],
    /// Local time of day, minutes since midnight.
    pub at: u16,
    /// How long it lasts, minutes.
    pub minutes: u32,
    /// The first day that it may be on.
    pub from: Date,
    /// When the file was made, seconds since 1970.
    pub made: i64,
    /// Its name.
    pub title: &'a str,
    /// What is said of it.
    pub text: &'a str,
}

const DAY: i64 = 24 * 60 * 60;
/// The Julian day of 1 January 1970.
const EPOCH: i64 = 2_440_588;
/// So many years a zone's changes are told one by one where no rule is found in them.
const YEARS: i32 = 10;
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A local date and time: seconds of a clock that was 0 at the beginning of 1970 and is never set.
type Local = i64;

/// A change of a zone's offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    /// When, by the clock that was right before it.
    at: Local,
    /// Minutes ahead of UTC before.
    from: i32,
    /// And after.
    to: i32,
}

fn seconds_at(day: Date) -> i64 {
    (i64::from(day.to_julian_day()) - EPOCH) * DAY
}

/// The day of a local time; the first of all days where it is none.
fn date_of(at: Local) -> Date {
    i32::try_from(at.div_euclid(DAY) + EPOCH).ok().and_then(|day| Date::from_julian_day(day).ok()).unwrap_or(Date::MIN)
}

/// Every change of a zone from a day on.
fn changes(zone: Zone<'_>, first: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    let begin = seconds_at(first);
    let mut before = (zone.offset)(begin);
    for day in 0..i64::from(YEARS) * 366 {
        let (mut early, mut late) = (begin + day * DAY, begin + (day + 1) * DAY);
        let after = (zone.offset)(late);
        if after == before {
            continue;
        }
        while late - early > 60 {
            let middle = early + (late - early) / 120 * 60;
            if (zone.offset)(middle) == before { early = middle } else { late = middle }
        }
        changes.push(Change { at: late + i64::from(before) * 60, from: before, to: after });
        before = after;
    }
    changes
}

fn local(at: Local) -> String {
    let (date, seconds) = (date_of(at), at.rem_euclid(DAY));
    let (month, minutes) = (u8::from(date.month()), seconds / 60);
    format!("{:04}{month:02}{:02}T{:02}{:02}{:02}", date.year(), date.day(), minutes / 60, minutes % 60, seconds % 60)
}

fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Which of its weekdays in its month a day is, counted from the end where `last`.
fn place_in_month(day: Date, last: bool) -> i8 {
    let length = day.month().length(day.year());
    let place = if last { -i16::from((length - day.day()) / 7) - 1 } else { i16::from((day.day() - 1) / 7) + 1 };
    // Between -5 and 5.
    i8::try_from(place).unwrap_or_default()
}

/// The rule by which changes of one sort come every year, if there is one.
fn rule(changes: &[Change]) -> Option<String> {
    let time = changes.first()?.at.rem_euclid(DAY);
    let days: Vec<Date> = changes.iter().map(|change| date_of(change.at)).collect();
    let first = *days.first()?;
    let is_yearly = days.windows(2).all(|pair| pair[1].year() == pair[0].year() + 1);
    let is_alike = |day: &Date| day.month() == first.month() && day.weekday() == first.weekday();
    let is_at_one_time = changes.iter().all(|change| change.at.rem_euclid(DAY) == time);
    if changes.len() < 4 || !is_yearly || !is_at_one_time || !days.iter().all(is_alike) {
        return None;
    }
    let places = |last: bool| {
        let place = place_in_month(first, last);
        days.iter().all(|day| place_in_month(*day, last) == place).then_some(place)
    };
    // A fourth Sunday that is always the last one is told as the last one.
    let place = places(true).filter(|place| *place == -1).or_else(|| places(false))?;
    let weekday = WEEKDAYS[usize::from(first.weekday().number_days_from_monday())];
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={place}{weekday}", u8::from(first.month())))
}

/// One sort of change, as a component of a zone.
fn observance(lines: &mut Vec<String>, from: i32, to: i32, starts: &[String], rule: Option<String>) {
    let name = if to > from { "DAYLIGHT" } else { "STANDARD" };
    let Some((first, others)) = starts.split_first() else { return };
    lines.push(format!("BEGIN:{name}"));
    lines.push(format!("DTSTART:{first}"));
    lines.push(format!("TZOFFSETFROM:{}", offset(from)));
    lines.push(format!("TZOFFSETTO:{}", offset(to)));
    match rule {
        Some(rule) => lines.push(format!("RRULE:{rule}")),
        // One a line: some readers take only the first of several.
        None => lines.extend(others.iter().map(|other| format!("RDATE:{other}"))),
    }
    lines.push(format!("END:{name}"));
}

/// The zone, as a component: a name without one would be invalid.
fn zone_lines(lines: &mut Vec<String>, zone: Zone<'_>, first: Date) {
    let changes = changes(zone, first);
    lines.push("BEGIN:VTIMEZONE".to_owned());
    lines.push(format!("TZID:{}", zone.name));
    let at_first = (zone.offset)(seconds_at(first));
    observance(lines, at_first, at_first, &[local(seconds_at(first))], None);
    let mut sorts: Vec<(i32, i32)> = Vec::new();
    for change in &changes {
        if !sorts.contains(&(change.from, change.to)) {
            sorts.push((change.from, change.to));
        }
    }
    for (from, to) in sorts {
        let of_sort: Vec<Change> =
            changes.iter().filter(|change| (change.from, change.to) == (from, to)).copied().collect();
        let starts: Vec<String> = of_sort.iter().map(|change| local(change.at)).collect();
        observance(lines, from, to, &starts, rule(&of_sort));
    }
    lines.push("END:VTIMEZONE".to_owned());
}

/// A text as a value.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line, broken where it is longer than 75 bytes.
fn folded(line: &str) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for sign in line.chars() {
        if length + sign.len_utf8() > 75 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(sign);
        length += sign.len_utf8();
    }
    text.push_str("\r\n");
    text
}

/// The first planned day from a day on, at its time; nothing where no day is planned.
fn first(event: &Event<'_>) -> Option<Local> {
    let is_planned = |day: &Date| event.days.contains(&day.weekday().number_from_monday());
    let day = std::iter::successors(Some(event.from), |day| day.next_day()).take(7).find(is_planned)?;
    Some(seconds_at(day) + i64::from(event.at) * 60)
}

/// The file. `None` where no day is planned.
pub fn file(event: &Event<'_>, zone: Zone<'_>) -> Option<String> {
    let start = first(event)?;
    let days: Vec<&str> =
        event.days.iter().filter_map(|day| WEEKDAYS.get(usize::from(*day).checked_sub(1)?)).copied().collect();
    // What held when the event began is told too: the changes of a year before it.
    let since = date_of(start - 366 * DAY);
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unknot//Unknot//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
            .map(str::to_owned)
            .to_vec();
    if zone.name != UNNAMED {
        lines.push(format!("X-WR-TIMEZONE:{}", zone.name));
    }
    zone_lines(&mut lines, zone, since);
    lines.push("BEGIN:VEVENT".to_owned());
    lines.push(format!("UID:{}", event.uid));
    lines.push(format!("SEQUENCE:{}", event.sequence));
    lines.push(format!("DTSTAMP:{}Z", local(event.made)));
    lines.push(format!("DTSTART;TZID={}:{}", zone.name, local(start)));
    lines.push(format!("DURATION:PT{}M", event.minutes));
    lines.push(format!("RRULE:FREQ=WEEKLY;BYDAY={}", days.join(",")));
    lines.push(format!("SUMMARY:{}", escaped(event.title)));
    lines.push(format!("DESCRIPTION:{}", escaped(event.text)));
    lines.push("TRANSP:TRANSPARENT".to_owned());
    lines.push("BEGIN:VALARM".to_owned());
    lines.push("ACTION:DISPLAY".to_owned());
    lines.push(format!("DESCRIPTION:{}", escaped(event.title)));
    lines.push("TRIGGER:PT0S".to_owned());
    lines.push("END:VALARM".to_owned());
    lines.push("END:VEVENT".to_owned());
    lines.push("END:VCALENDAR".to_owned());
    Some(lines.iter().map(|line| folded(line)).collect())
}
