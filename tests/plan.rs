//! The plan: what a day is, what is counted, and the file for a calendar, which programs that know nothing of
//! Unknot read back.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use proptest::prelude::*;
use rstest::rstest;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::cases;
use unknot::domain::documents::envelope;
use unknot::domain::documents::kind::{Document, PLAN};
use unknot::domain::documents::plan::{Pause, Plan, minutes_of};
use unknot::domain::plan::calendar::{Event, UNNAMED, Zone, file};
use unknot::domain::plan::{Day, LONGEST_PAUSE, Planned};
use unknot::domain::progress::adherence::steadiness;
use unknot::domain::progress::record::{parse_date, written_date};

/// A Saturday.
const TODAY: &str = "2026-11-28";

fn day(text: &str) -> i32 {
    parse_date(text).unwrap().to_julian_day()
}

fn three_days() -> Plan {
    let mut plan = Plan::default();
    plan.set(vec![5, 1, 3, 3, 9], Some("07:30".to_owned()), TODAY);
    plan
}

#[rstest]
#[case::before_the_plan("2026-11-27", Day::Unplanned)]
#[case::a_saturday("2026-11-28", Day::Rest(Some(day("2026-11-30"))))]
#[case::a_monday("2026-11-30", Day::Practice)]
#[case::a_tuesday("2026-12-01", Day::Rest(Some(day("2026-12-02"))))]
#[case::the_first_day_of_a_break("2026-12-07", Day::Paused(day("2026-12-10")))]
#[case::its_last_day("2026-12-10", Day::Paused(day("2026-12-10")))]
#[case::the_day_after_it("2026-12-11", Day::Practice)]
#[case::a_day_of_rest_before_it("2026-12-06", Day::Rest(Some(day("2026-12-11"))))]
fn a_day_is_what_the_plan_says(#[case] date: &str, #[case] expected: Day) {
    let mut plan = three_days();
    assert!(plan.pause("2026-12-07", "2026-12-10"));
    assert_eq!(Planned::of(&plan).day(day(date)), expected);
}

#[test]
fn without_a_plan_any_day_is_a_good_one_and_a_break_is_one_all_the_same() {
    let mut plan = Plan::default();
    assert_eq!(Planned::of(&plan).day(day(TODAY)), Day::Unplanned);
    assert!(plan.pause(TODAY, TODAY));
    assert_eq!(Planned::of(&plan).day(day(TODAY)), Day::Paused(day(TODAY)));
    assert_eq!(Planned::of(&plan).target(day(TODAY)).days, 7);
}

#[test]
fn what_was_planned_before_still_holds_for_days_before() {
    let mut plan = three_days();
    plan.set(vec![1, 2], None, "2026-12-08");
    plan.set(vec![2], None, "2026-12-08");
    let planned = Planned::of(&plan);
    let targets: Vec<u8> =
        ["2026-11-27", "2026-11-28", "2026-12-07", "2026-12-08"].map(|date| planned.target(day(date)).days).into();
    assert_eq!(targets, [7, 3, 3, 1]);
    assert_eq!(plan.schedules.as_ref().unwrap().len(), 2, "a change of the same day takes the place of the last");
    plan.set(vec![1, 3, 5], Some("07:30".to_owned()), "2026-12-08");
    assert_eq!(plan, three_days(), "back to what held before");
    plan.set(vec![], None, "2026-12-09");
    assert_eq!((plan.schedule("2026-12-09"), Planned::of(&plan).day(day("2026-12-09"))), (None, Day::Unplanned));
    assert_eq!(plan.schedule("2026-12-08").unwrap().days, [1, 3, 5]);
}

#[test]
fn the_time_stays_while_no_day_is_chosen() {
    let mut plan = three_days();
    plan.set(vec![], Some("07:30".to_owned()), TODAY);
    assert_eq!((plan.schedule(TODAY), plan.time()), (None, Some("07:30")));
}

#[test]
fn a_break_is_a_range_of_at_most_a_year() {
    let mut plan = Plan::default();
    for (from, to) in [("2026-12-02", "2026-12-01"), ("2026-12-02", "2028-12-01"), ("", "2026-12-01"), ("x", "y")] {
        assert!(!plan.pause(from, to), "{from} {to}");
    }
    assert!(plan.pauses.iter().flatten().next().is_none());
    let end = written_date(day(TODAY) + LONGEST_PAUSE - 1);
    assert!(plan.pause(TODAY, &end));
}

#[test]
fn somebody_who_is_back_ends_the_break_the_day_before() {
    let mut plan = three_days();
    assert!(
        plan.pause("2026-11-20", "2026-11-30")
            && plan.pause(TODAY, "2026-12-05")
            && plan.pause("2026-10-01", "2026-10-02")
    );
    plan.resume(TODAY);
    let pause = |from: &str, to: &str| Pause { from: from.to_owned(), to: to.to_owned() };
    assert_eq!(plan.pauses.unwrap(), [pause("2026-11-20", "2026-11-27"), pause("2026-10-01", "2026-10-02")]);
}

#[test]
fn the_last_seven_days_are_held_against_what_was_planned_then() {
    let mut plan = three_days();
    let on = |plan: &Plan, date: &str| Planned::of(plan).planned_in_the_last_week(day(date));
    assert_eq!(on(&plan, "2026-11-27"), None);
    assert_eq!(on(&plan, TODAY), Some(0), "the plan begins today");
    assert_eq!(on(&plan, "2026-11-30"), Some(1));
    assert_eq!(on(&plan, "2026-12-05"), Some(3));
    assert!(plan.pause("2026-12-01", "2026-12-02"));
    assert_eq!(on(&plan, "2026-12-05"), Some(2), "a break asks for nothing");
}

#[test]
fn a_break_breaks_nothing() {
    let plan = three_days();
    let mut with_break = plan.clone();
    assert!(with_break.pause("2027-02-01", "2027-02-21"));
    let score = |plan: &Plan, days: &[i32], today: i32| {
        let planned = Planned::of(plan);
        steadiness(days, |day| planned.target(day), |day| planned.is_paused(day), today)
    };
    let all: Vec<i32> = (day("2026-11-30")..=day("2027-01-31")).filter(|day| matches!(day % 7, 0 | 2 | 4)).collect();
    let before = score(&plan, &all, day("2027-01-31"));
    for date in ["2027-02-10", "2027-02-21"] {
        assert_eq!(score(&with_break, &all, day(date)), before, "{date}");
    }
    assert!(score(&plan, &all, day("2027-02-21")) < before, "without it the score falls");
    // Who goes on as before goes on from where they were.
    let mut after = all.clone();
    after.extend((day("2027-02-22")..=day("2027-03-07")).filter(|day| matches!(day % 7, 0 | 2 | 4)));
    assert!(score(&with_break, &after, day("2027-03-07")) >= before);
}

#[rstest]
#[case("07:30", Some(450))]
#[case("00:00", Some(0))]
#[case("23:59", Some(1_439))]
#[case("24:00", None)]
#[case("7:30", None)]
#[case("07:60", None)]
#[case("0730", None)]
#[case("", None)]
fn a_time_of_day_is_hours_and_minutes(#[case] text: &str, #[case] expected: Option<u16>) {
    assert_eq!(minutes_of(text), expected);
}

#[rstest]
#[case(r#"{"schedules":[{"from":"2026-11-28","days":[8],"time":null}]}"#)]
#[case(r#"{"schedules":[{"from":"2026-13-28","days":[1],"time":null}]}"#)]
#[case(r#"{"schedules":[{"from":"2026-11-28","days":[1],"time":"25:00"}]}"#)]
#[case(r#"{"pauses":[{"from":"2026-11-28","to":"2026-11-27"}]}"#)]
fn a_plan_that_cannot_be_is_none(#[case] data: &str) {
    let stored = envelope::read::<Plan>(&PLAN, &format!(r#"{{"format":1,"data":{data}}}"#)).unwrap();
    assert_eq!(Plan::of_stored(stored, ""), None);
}

#[test]
fn what_this_version_writes_stays_readable() {
    let text = include_str!("fixtures/formats/plan.1.json");
    let plan = envelope::read::<Plan>(&PLAN, text).map(|stored| Plan::of_stored(stored, "").unwrap()).unwrap();
    let mut expected = three_days();
    assert!(expected.pause("2026-12-07", "2026-12-10"));
    let _ =
        expected.tell_calendar("135 07:30 Europe/Berlin", || "01997a10-0000-7000-8000-000000000001@unknot".to_owned());
    assert_eq!(plan, expected);
    assert_eq!(envelope::seal(&PLAN, &plan.data()), text.trim_end());
}

#[test]
fn a_calendar_knows_a_change_by_its_number() {
    let mut plan = three_days();
    let mut tell = |says: &str| plan.tell_calendar(says, || "one@unknot".to_owned());
    assert_eq!(tell("135 07:30 Europe/Berlin"), ("one@unknot".to_owned(), 0));
    assert_eq!(tell("135 07:30 Europe/Berlin").1, 0, "the same again is no change");
    assert_eq!(tell("135 08:00 Europe/Berlin"), ("one@unknot".to_owned(), 1));
    assert_eq!(tell("13 08:00 Europe/Berlin").1, 2);
}

/// What a reader says of a file.
#[derive(Debug, PartialEq)]
struct Read {
    uid: String,
    sequence: u64,
    summary: String,
    text: String,
    minutes: f64,
    alarms: serde_json::Value,
    starts: Vec<String>,
}

fn tools() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap()).join(".local");
    std::env::var_os("UNKNOT_TOOLS").map_or_else(home, PathBuf::from)
}

/// What a program makes of a file.
fn read(program: &str, script: &str, file: &Path, until: &str) -> Read {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(script);
    let mut command = Command::new(program);
    command.arg(script).arg(file).arg(until).env("PYTHONPATH", tools().join("lib/unknot-python"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |name: &str| said[name].as_str().unwrap().to_owned();
    assert_eq!(said["events"], 1);
    Read {
        uid: text("uid"),
        sequence: said["sequence"].as_u64().unwrap(),
        summary: text("summary"),
        text: text("text"),
        minutes: said["minutes"].as_f64().unwrap(),
        alarms: said["alarms"].clone(),
        starts: said["starts"].as_array().unwrap().iter().map(|start| start.as_str().unwrap().to_owned()).collect(),
    }
}

const TITLE: &str = "Unknot: back, neck; and more";
const TEXT: &str = "Open it, press Start.\nA short session counts, too \\ äöü 🧘, and this line is long enough to be folded somewhere.";

fn event(days: &[u8], at: u16) -> Event<'_> {
    Event {
        uid: "01997a10-0000-7000-8000-000000000001@unknot",
        sequence: 3,
        days,
        at,
        minutes: 15,
        from: parse_date(TODAY).unwrap(),
        made: 1_795_852_800,
        title: TITLE,
        text: TEXT,
    }
}

#[rstest]
#[case::europe("Europe/Berlin", "Europe/Berlin")]
#[case::america("America/New_York", "America/New_York")]
#[case::half_an_hour_in_the_south("Australia/Lord_Howe", "Australia/Lord_Howe")]
#[case::no_changes("Asia/Kolkata", "Asia/Kolkata")]
#[case::by_no_rule(UNNAMED, "Africa/Casablanca")]
#[case::the_rules_alone(UNNAMED, "Europe/Paris")]
#[case::the_rules_alone_in_the_south(UNNAMED, "America/Santiago")]
fn independent_readers_find_the_same_local_time_across_changes_of_the_clock(#[case] named: &str, #[case] zone: &str) {
    let rules = TimeZone::get(zone).unwrap();
    let offset = |seconds: i64| rules.to_offset(Timestamp::from_second(seconds).unwrap()).seconds() / 60;
    let text = file(&event(&[1, 3, 7], 450), Zone { name: named, offset: &offset }).unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let until = "2028-12-01T00:00:00Z";
    let end: Timestamp = until.parse().unwrap();
    let all = std::iter::successors(Some(civil::date(2026, 11, 28)), |day| day.tomorrow().ok());
    let expected: Vec<String> = all
        .filter(|day| matches!(day.weekday().to_monday_one_offset(), 1 | 3 | 7))
        .map(|day| rules.to_timestamp(day.at(7, 30, 0, 0)).unwrap())
        .take_while(|at| *at < end)
        .map(|at| at.to_string())
        .collect();
    assert!(expected.len() > 300);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.ics", zone.replace('/', "-")));
    std::fs::write(&path, &text).unwrap();
    let expected = Read {
        uid: "01997a10-0000-7000-8000-000000000001@unknot".to_owned(),
        sequence: 3,
        summary: TITLE.to_owned(),
        text: TEXT.to_owned(),
        minutes: 15.0,
        alarms: serde_json::json!([["DISPLAY", 0]]),
        starts: expected,
    };
    for (program, script) in [("node", "reminders.mjs"), ("python3", "reminders.py")] {
        let mut said = read(program, script, &path, until);
        // One says 0, the other 0.0.
        said.alarms[0][1] = serde_json::json!(said.alarms[0][1].as_f64().unwrap() as i64);
        assert_eq!(said, expected, "{program} of {zone}");
    }
}

#[test]
fn nothing_planned_is_no_file() {
    assert_eq!(file(&event(&[], 450), Zone { name: "Etc/UTC", offset: &|_| 0 }), None);
}

proptest! {
    #![proptest_config(cases(64))]

    /// Whatever is done to a plan, it can be read again, and days are told apart as it says.
    #[test]
    fn any_plan_holds(
        changes in proptest::collection::vec((0..400_i32, proptest::collection::vec(0..9_u8, 0..5), 0..3_u8, 0..500_i32), 0..8)
    ) {
        let mut plan = Plan::default();
        let start = day(TODAY);
        let mut changes = changes;
        changes.sort_by_key(|(at, ..)| *at);
        for (at, days, what, length) in changes {
            let today = written_date(start + at);
            match what {
                0 => plan.set(days, None, &today),
                1 => { let _ = plan.pause(&today, &written_date(start + at + length)); }
                _ => plan.resume(&today),
            }
        }
        let text = envelope::write(&PLAN, &plan);
        let again = envelope::read::<Plan>(&PLAN, &text).ok().and_then(|stored| Plan::of_stored(stored, ""));
        prop_assert_eq!(again.as_ref(), Some(&plan));
        let planned = Planned::of(&plan);
        for date in start..start + 450 {
            let paused = planned.is_paused(date);
            match planned.day(date) {
                Day::Paused(to) => prop_assert!(paused && to >= date),
                Day::Rest(next) => prop_assert!(!paused && next.is_none_or(|next| next > date && planned.day(next) == Day::Practice)),
                Day::Practice | Day::Unplanned => prop_assert!(!paused),
            }
            prop_assert!((1..=7).contains(&planned.target(date).days));
        }
    }
}
