//! What sessions say over weeks: columns, averages, sums, and what a change of pain may mean.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{cases, record};
use unknot::content::words::dates::{self, Told};
use unknot::content::words::messages as t;
use unknot::domain::documents::glance::Glance;
use unknot::domain::progress::chart::{Plot, round_up};
use unknot::domain::progress::history::{History, id_of};
use unknot::domain::progress::record::{SessionRecord, parse_date, written_date};
use unknot::domain::progress::weeks::{
    Best, Change, Range, Step, bests, calendar, course, effort, exercises_since, points, smoothed, sums, within,
};

fn day(text: &str) -> i32 {
    parse_date(text).unwrap().to_julian_day()
}

/// Days after Monday, 5 January 2026.
fn after(days: i32) -> i32 {
    day("2026-01-05") + days
}

fn session(number: usize, days: i32, before: Option<u8>, after_it: Option<u8>) -> SessionRecord {
    let id = format!("01997a10-0000-7000-8000-{number:012}");
    SessionRecord { pain_before: before, pain_after: after_it, ..record(&id, &written_date(after(days))) }
}

fn place(history: &mut History, record: &SessionRecord) {
    Glance::of(record).iter().for_each(|glance| history.place(glance));
}

/// Sessions at days after the first Monday, with pain before and after.
fn log(sessions: &[(i32, Option<u8>, Option<u8>)]) -> History {
    let mut history = History::default();
    for (number, (days, before, after)) in sessions.iter().enumerate() {
        place(&mut history, &session(number, *days, *before, *after));
    }
    history
}

// Columns.

#[test]
fn sessions_come_in_order_and_once() {
    let mut history = History::default();
    for number in [2, 0, 1, 2] {
        place(&mut history, &session(number, i32::try_from(number).unwrap(), Some(4), None));
    }
    let ids: Vec<String> = history.sessions().iter().map(id_of).collect();
    assert_eq!(ids, [0, 1, 2].map(|number| session(number, 0, None, None).id));
    place(&mut history, &session(1, 1, Some(9), None));
    assert_eq!(history.sessions()[1].before, Some(9));
    history.take(&ids[1]);
    history.take("no id");
    assert_eq!(history.sessions().len(), 2);
}

#[test]
fn what_was_done_of_an_exercise_is_known_with_its_hold() {
    let history = log(&[(0, None, None)]);
    let [session] = history.sessions() else { panic!() };
    let done: Vec<(&str, u16, Option<u16>)> = history
        .done(session)
        .iter()
        .map(|done| (history.exercises()[usize::from(done.exercise)].as_str(), done.repetitions, done.hold))
        .collect();
    assert_eq!(done, [("cat-cow", 8, None), ("bird-dog", 5, Some(3))]);
    assert_eq!((session.repetitions, session.minutes(), session.practised), (13, 2, true));
}

#[test]
fn what_has_no_day_is_passed_over_and_what_was_not_done_is_no_practice() {
    let mut history = log(&[]);
    place(&mut history, &SessionRecord { date: "2026-13-01".to_owned(), ..session(0, 0, None, None) });
    assert!(history.sessions().is_empty());
    let mut nothing = session(1, 0, None, None);
    nothing.entries.iter_mut().for_each(|entry| entry.done = 0);
    place(&mut history, &nothing);
    assert_eq!((history.sessions()[0].practised, history.days()), (false, vec![]));
    assert!(sums(history.sessions(), after(0), after(0), Step::Week)[0].minutes == 0);
}

#[test]
fn a_session_belongs_to_the_local_day_it_began_on() {
    let mut history = log(&[]);
    // Over midnight, and on the two days of a year that are not 24 hours long.
    for (number, (at, date)) in [
        ("2026-03-28T23:58:00+01:00", "2026-03-28"),
        ("2026-03-29T03:10:00+02:00", "2026-03-29"),
        ("2026-10-25T02:30:00+02:00", "2026-10-25"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25"),
    ]
    .into_iter()
    .enumerate()
    {
        let started_at = at.to_owned();
        place(&mut history, &SessionRecord { started_at, date: date.to_owned(), ..session(number, 0, None, None) });
    }
    assert_eq!(history.days(), ["2026-03-28", "2026-03-29", "2026-10-25"].map(day));
}

// Averages.

#[test]
fn each_session_is_a_point_and_a_week_is_its_average() {
    let history = log(&[(0, Some(5), Some(4)), (1, None, None), (2, Some(6), None), (8, Some(3), Some(3))]);
    let each = points(history.sessions(), after(0), Step::Session);
    assert_eq!(
        each.iter().map(|p| (p.before, p.after)).collect::<Vec<_>>(),
        [(Some(50), Some(40)), (Some(60), None), (Some(30), Some(30))]
    );
    let weeks = points(history.sessions(), after(0), Step::Week);
    assert_eq!(
        weeks.iter().map(|p| (p.day, p.before)).collect::<Vec<_>>(),
        [(after(0), Some(55)), (after(7), Some(30))]
    );
    assert_eq!(points(history.sessions(), after(3), Step::Session).len(), 1);
    assert_eq!(effort(history.sessions(), after(0)), None);
}

#[test]
fn the_line_is_the_average_of_seven_days() {
    let history =
        log(&[(0, Some(8), None), (3, Some(6), None), (6, Some(4), None), (7, Some(2), None), (30, Some(1), None)]);
    let line = smoothed(history.sessions(), after(0), Step::Session);
    assert_eq!(line, [(after(0), 80), (after(3), 70), (after(6), 60), (after(7), 40), (after(30), 10)]);
    assert_eq!(smoothed(history.sessions(), after(7), Step::Session)[0], (after(7), 40), "days before it still count");
    assert_eq!(smoothed(history.sessions(), after(0), Step::Week), [(after(0), 60), (after(7), 40), (after(28), 10)]);
}

/// The average of the first week, what matters, and the change.
type Found = Option<(i32, i32, Option<(i32, Change)>)>;

#[rstest]
#[case::none(&[], None)]
#[case::two(&[(0, 5), (1, 5)], None)]
#[case::three_in_a_week(&[(0, 5), (1, 4), (2, 6)], Some((50, 20, None)))]
#[case::three_over_weeks(&[(0, 5), (9, 4), (18, 3)], Some((40, 20, None)))]
#[case::the_last_three_are_not_the_first(&[(0, 5), (9, 4), (18, 3), (27, 2), (36, 2)], Some((40, 20, None)))]
#[case::six_over_weeks(&[(0, 5), (9, 4), (18, 3), (27, 2), (36, 2), (45, 1)], Some((40, 20, Some((-23, Change::Lower)))))]
#[case::little_may_be_chance(&[(0, 5), (1, 5), (2, 5), (20, 4), (21, 3), (22, 4)], Some((50, 20, Some((-13, Change::MayBeChance)))))]
#[case::higher(&[(0, 2), (1, 2), (2, 2), (20, 4), (21, 4), (22, 4)], Some((20, 20, Some((20, Change::Higher)))))]
#[case::thirty_percent_of_much(&[(0, 9), (1, 9), (2, 9), (20, 7), (21, 6), (22, 7)], Some((90, 27, Some((-23, Change::MayBeChance)))))]
fn a_change_means_something_from_a_point_on(#[case] told: &[(i32, u8)], #[case] expected: Found) {
    let sessions: Vec<_> = told.iter().map(|(days, pain)| (*days, Some(*pain), None)).collect();
    let course = course(log(&sessions).sessions());
    assert_eq!(course.map(|course| (course.start.average, course.start.matters, course.change())), expected);
}

#[test]
fn pain_after_is_told_beside_pain_before() {
    let history = log(&[(0, Some(5), Some(4)), (1, Some(5), None), (2, Some(3), Some(3)), (9, Some(1), Some(9))]);
    assert_eq!(within(&history.sessions()[..3], after(0)), Some((-5, 2)));
    assert_eq!(within(history.sessions(), after(5)), Some((80, 1)));
    assert_eq!(within(history.sessions(), after(10)), None);
}

// Sums.

#[test]
fn weeks_begin_on_monday_and_empty_ones_count() {
    let history = log(&[(0, None, None), (0, None, None), (6, None, None), (21, None, None)]);
    let sums = sums(history.sessions(), after(0), after(22), Step::Week);
    let told: Vec<_> = sums.iter().map(|sum| (sum.day - after(0), sum.days, sum.minutes, sum.repetitions)).collect();
    assert_eq!(told, [(0, 2, 6, 39), (7, 0, 0, 0), (14, 0, 0, 0), (21, 1, 2, 13)]);
}

#[test]
fn months_have_the_days_they_have() {
    let history = log(&[(26, None, None), (27, None, None), (54, None, None), (55, None, None)]);
    let sums = sums(history.sessions(), day("2026-01-01"), day("2026-03-01"), Step::Month);
    assert_eq!(
        sums.iter().map(|sum| (written_date(sum.day), sum.days)).collect::<Vec<_>>(),
        [("2026-01-01".to_owned(), 1), ("2026-02-01".to_owned(), 2), ("2026-03-01".to_owned(), 1),]
    );
}

#[test]
fn the_most_of_an_exercise_is_told_with_its_hold() {
    let mut history = log(&[(0, None, None)]);
    let mut more = session(1, 3, None, None);
    more.code = "cat-cow.8r_bird-dog.4r.5h".to_owned();
    more.entries[1].done = 9;
    place(&mut history, &more);
    assert_eq!(
        bests(&history, "bird-dog", after(0), Step::Session),
        [Best { day: after(0), repetitions: 5, hold: Some(3) }, Best { day: after(3), repetitions: 9, hold: Some(5) },]
    );
    assert_eq!(
        bests(&history, "bird-dog", after(0), Step::Week),
        [Best { day: after(0), repetitions: 9, hold: Some(5) }]
    );
    assert!(bests(&history, "bridge", after(0), Step::Week).is_empty());
    assert_eq!(exercises_since(&history, after(0)), ["bird-dog", "cat-cow"]);
    assert!(exercises_since(&history, after(4)).is_empty());
}

#[test]
fn a_calendar_is_twelve_months_up_to_today() {
    let days = ["2025-03-01", "2026-01-31", "2026-02-01", "2026-02-03"].map(day);
    let months = calendar(&days, day("2026-02-03"));
    assert_eq!((months.len(), written_date(months[0].first)), (12, "2025-03-01".to_owned()));
    assert_eq!(months.iter().map(|month| month.count()).collect::<Vec<_>>(), [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    assert_eq!((months[11].length, months[10].length, months[0].length), (3, 31, 31));
    assert!(months[11].is_practised(0) && !months[11].is_practised(1) && months[11].is_practised(2));
}

#[rstest]
#[case(Range::Weeks, None, 22, Step::Week, Step::Session)]
#[case(Range::Months, None, 85, Step::Week, Step::Session)]
#[case(Range::Year, None, 365, Step::Week, Step::Week)]
#[case(Range::All, None, 22, Step::Week, Step::Session)]
#[case(Range::All, Some(200), 204, Step::Week, Step::Week)]
#[case(Range::All, Some(3_650), 3_658, Step::Month, Step::Month)]
fn a_range_shows_what_can_be_read(
    #[case] range: Range,
    #[case] oldest: Option<i32>,
    #[case] back: i32,
    #[case] sums: Step,
    #[case] averages: Step,
) {
    // A Tuesday.
    let today = after(1);
    let first = range.first(today, oldest.map(|days| today - days));
    assert_eq!((today - first, range.of_sums(first, today), range.of_averages(first, today)), (back, sums, averages));
}

// Figures.

#[test]
fn what_is_drawn_lies_where_its_day_and_value_are() {
    let plot = Plot::new(after(0), after(27), 100, 1_900);
    let (left, right) = plot.sides();
    assert_eq!((plot.y(0), plot.y(100)), (1_670, 90));
    assert_eq!(plot.y(500), plot.y(100), "nothing is drawn beyond the scale");
    assert!(plot.x(after(0), Step::Session) > left && plot.x(after(27), Step::Session) < right);
    assert_eq!(plot.line([(after(0), 0), (after(27), 100)], Step::Session), "M315 1670L3285 90");
    assert_eq!(plot.dots([(after(0), 50)], Step::Session), "M315 880h0");
    assert_eq!(plot.bars([(after(0), 0), (after(7), 1)], Step::Week).matches('M').count(), 1, "no bar of nothing");
    assert_eq!(plot.numbers(10).iter().map(|tick| tick.value).collect::<Vec<_>>(), [0, 5, 10]);
}

proptest! {
    #![proptest_config(cases(128))]

    /// Whatever the log, everything drawn lies within the figure, and labels do not crowd.
    #[test]
    fn figures_hold_what_they_show(days in prop::collection::vec(0..4_000_i32, 0..60), range in 0..4_usize, most in 1..4_000_u32) {
        let mut days = days;
        days.sort_unstable();
        let sessions: Vec<_> = days.iter().map(|day| (*day, Some((*day % 11) as u8), Some((*day % 7) as u8))).collect();
        let history = log(&sessions);
        let today = after(4_000);
        let range = t::RANGES[range].0;
        let first = range.first(today, history.sessions().first().map(|session| session.day));
        prop_assert!(first <= today);
        let step = range.of_averages(first, today);
        let plot = Plot::new(first, today, 100, 1_900);
        for point in points(history.sessions(), first, step) {
            let x = plot.x(point.day.max(first), step);
            prop_assert!((plot.sides().0..=plot.sides().1).contains(&x));
        }
        let (ticks, _) = plot.day_ticks();
        prop_assert!(ticks.len() <= 7, "{} labels", ticks.len());
        prop_assert!(ticks.windows(2).all(|two| two[1].at - two[0].at >= 300), "{:?}", ticks);
        let sums = sums(history.sessions(), first, today, range.of_sums(first, today));
        let seen = history.sessions().iter().filter(|session| session.day >= sums[0].day).count();
        prop_assert_eq!(sums.iter().map(|sum| sum.minutes).sum::<u32>() as usize, 2 * seen);
        let scale = Plot::new(first, today, round_up(most), 1_400);
        let numbers = scale.numbers(1);
        prop_assert!((2..=5).contains(&numbers.len()), "{} numbers for {}", numbers.len(), most);
        prop_assert!(round_up(most) >= i32::try_from(most).unwrap());
    }
}

// Sentences.

#[test]
fn sentences_are_honest_about_chance() {
    let said = |told: &[(i32, u8)]| {
        let sessions: Vec<_> = told.iter().map(|(days, pain)| (*days, Some(*pain), None)).collect();
        t::course(&course(log(&sessions).sessions()).unwrap())
    };
    let little = said(&[(0, 5), (1, 4), (2, 4), (20, 3), (21, 3), (22, 3)]);
    assert_eq!(
        little,
        "In your first week pain before a session was 4.3 on average. In the last week it was 3: 1.3 lower. Changes under 2 can be chance."
    );
    assert!(
        said(&[(0, 5), (1, 5), (2, 5), (20, 2), (21, 2), (22, 2)])
            .ends_with("3 lower. Changes of 2 and more are seldom chance, and people notice them.")
    );
    assert!(said(&[(0, 2), (1, 2), (2, 2), (20, 5), (21, 5), (22, 5)]).contains("Do less for a while"));
    assert!(said(&[(0, 2), (1, 2), (2, 2), (20, 2), (21, 2), (22, 2)]).contains("it was the same"));
    assert!(said(&[(0, 2), (1, 2), (2, 2)]).contains("is compared with that"));
}

#[rstest]
#[case(0, "0")]
#[case(34, "3.4")]
#[case(50, "5")]
#[case(-7, "−0.7")]
fn tenths_are_written_as_people_do(#[case] value: i32, #[case] expected: &str) {
    assert_eq!(t::tenths(value), expected);
}

#[test]
fn practice_is_a_sentence() {
    let history = log(&[(0, None, None), (6, None, None), (8, None, None), (21, None, None)]);
    let all = sums(history.sessions(), after(-14), after(22), Step::Week);
    assert_eq!(
        t::on_average(&all, Step::Week),
        "This week so far: 2 minutes on 1 day. On average before that: 2 minutes and 13 repetitions a week."
    );
    let first = sums(history.sessions(), after(21), after(22), Step::Week);
    assert_eq!(t::on_average(&first, Step::Week), "This week so far: 2 minutes on 1 day.");
}

#[rstest]
#[case(Told::Whole, "Sat, 28 Nov 2026")]
#[case(Told::Day, "28 Nov")]
#[case(Told::Month, "Nov")]
#[case(Told::MonthOfYear, "Nov 2026")]
#[case(Told::Year, "2026")]
fn dates_are_words(#[case] told: Told, #[case] expected: &str) {
    assert_eq!(dates::julian(day("2026-11-28"), told), expected);
    assert_eq!(
        (dates::stored_date("2024-02-29").as_str(), dates::stored_date("?").as_str()),
        ("Thu, 29 Feb 2024", "?")
    );
}
