//! The figures of the page, each with its sentence and its numbers.

use super::drawing::{legend, picture, row_name, table};
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::dates::{Told, julian};
use crate::content::words::messages as t;
use crate::domain::plan::Planned;
use crate::domain::progress::adherence::{in_the_last_week, steadiness, tells};
use crate::domain::progress::chart::{self, Plot, round_up};
use crate::domain::progress::history::History;
use crate::domain::progress::weeks::{self, Range, Step, course, within};
use leptos::prelude::*;

/// Heights of figures.
const TALL: i32 = 1_900;
const LOW: i32 = 1_400;
/// The most on the scales of pain and effort, in tenths.
const MOST: i32 = 100;

/// The span of a page of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    range: Range,
    first: i32,
    today: i32,
}

impl Span {
    /// What a range shows of a log.
    pub fn new(range: Range, log: &History, today: i32) -> Self {
        let oldest = log.sessions().first().map(|session| session.day);
        Self { range, first: range.first(today, oldest), today }
    }

    fn plot(&self, most: i32, height: i32) -> Plot {
        Plot::new(self.first, self.today, most, height)
    }
}

fn told(value: Option<i32>) -> String {
    value.map_or_else(|| "–".to_owned(), t::tenths)
}

/// Steadiness, where it says something.
fn steady(days: &[i32], today: i32, plan: &Planned) -> Option<u8> {
    tells(days, today).then(|| steadiness(days, |day| plan.target(day), |day| plan.is_paused(day), today))
}

/// The three numbers to see first.
pub fn at_a_glance(log: &History, today: i32, plan: &Planned) -> AnyView {
    let days = log.days();
    let minutes = weeks::sums(log.sessions(), today, today, Step::Week).first().map_or(0, |sum| sum.minutes);
    let first = match steady(&days, today, plan) {
        Some(steady) => (t::percent(steady), t::STEADY),
        None => (days.len().to_string(), t::so_far(days.len())),
    };
    let practised = in_the_last_week(&days, today);
    let week = plan.planned_in_the_last_week(today).map_or_else(|| t::LAST_WEEK.to_owned(), t::last_week_planned);
    let (first, what) = first;
    let figures = [
        (first, what.to_owned()),
        (practised.to_string(), week),
        (minutes.to_string(), t::MINUTES_THIS_WEEK.to_owned()),
    ];
    let figures: Vec<AnyView> = figures
        .into_iter()
        .map(|(figure, name)| view! { <li><strong>{figure}</strong>" "<span>{name}</span></li> }.into_any())
        .collect();
    view! { <ul class="figures">{figures}</ul> }.into_any()
}

/// Pain before and after.
pub fn pain(log: &History, span: Span) -> AnyView {
    let sessions = log.sessions();
    let step = span.range.of_averages(span.first, span.today);
    let points = weeks::points(sessions, span.first, step);
    let before: Vec<(i32, i32)> = points.iter().filter_map(|point| Some((point.day, point.before?))).collect();
    let after: Vec<(i32, i32)> = points.iter().filter_map(|point| Some((point.day, point.after?))).collect();
    if before.is_empty() && after.is_empty() {
        return view! { <section><h2>{t::PAIN}</h2><p>{t::NO_PAIN_TOLD}</p></section> }.into_any();
    }
    let plot = span.plot(MOST, TALL);
    let course = course(sessions);
    let band = course.map(|course| {
        let start = course.start;
        plot.band((start.average - start.matters).max(0), (start.average + start.matters).min(MOST))
    });
    let line = plot.line(weeks::smoothed(sessions, span.first, step), step);
    let layers = vec![
        ("band", band.unwrap_or_default()),
        ("line", line),
        ("began", course.map(|course| plot.across(course.start.average)).unwrap_or_default()),
        ("dots before", plot.dots(before.iter().copied(), step)),
        ("dots hole", plot.dots(before, step)),
        // Where both are the same it lies in the ring.
        ("dots after", plot.dots(after, step)),
    ];
    let answers = sessions.iter().filter(|session| session.before.is_some()).count();
    let sentence = course.map_or_else(|| t::too_few(answers), |course| t::course(&course));
    let within = within(sessions, span.first).map(|(by, count)| t::within(by, count));
    let signs = [
        ("sign before", t::BEFORE_SESSION),
        ("sign after", t::AFTER_SESSION),
        ("sign line", t::LAST_SEVEN_DAYS),
        ("sign began", t::FIRST_WEEK),
        ("sign band", t::MAY_BE_CHANCE),
    ];
    let signs = if course.is_some() { &signs[..] } else { &signs[..3] };
    let rows = move || {
        let rows = points.iter().filter(|point| point.before.is_some() || point.after.is_some());
        rows.map(|point| vec![row_name(point.day, step), told(point.before), told(point.after)]).collect()
    };
    view! {
        <section>
            <h2>{t::PAIN}</h2>
            <figure class="chart">
                {picture(plot, 10, layers)}
                {legend(signs)}
                <figcaption><p>{sentence}</p>{within.map(|within| view! { <p>{within}</p> })}<p class="small">{t::PAIN_SCALE_NOTE}</p></figcaption>
            </figure>
            {table(t::PAIN, vec![t::step_name(step), t::BEFORE_SESSION, t::AFTER_SESSION], rows)}
        </section>
    }
    .into_any()
}

/// How regularly: the score in a sentence, and a year of days.
pub fn regular(log: &History, today: i32, plan: &Planned) -> AnyView {
    let days = log.days();
    let months = weeks::calendar(&days, today);
    let (done, left) = (chart::calendar_days(&months, true), chart::calendar_days(&months, false));
    let names: Vec<AnyView> = months
        .iter()
        .enumerate()
        .map(|(place, month)| {
            view! { <text x="0" y=chart::calendar_name(place)>{julian(month.first, Told::Month)}</text> }.into_any()
        })
        .collect();
    let count = months.iter().map(|month| month.count()).sum::<u32>();
    let since = days.first().filter(|first| **first >= months[0].first).map(|first| julian(*first, Told::Whole));
    let height = chart::calendar_height(months.len());
    let rows = move || {
        months.iter().map(|month| vec![julian(month.first, Told::MonthOfYear), month.count().to_string()]).collect()
    };
    let score = t::steady_against(steady(&days, today, plan), plan.target(today));
    view! {
        <section>
            <h2>{t::STEADINESS}</h2>
            <figure class="chart calendar">
                <svg viewBox=format!("0 0 {} {}", chart::WIDTH, height) aria-hidden="true">
                    <path class="day" d=left/><path class="day done" d=done/>{names}
                </svg>
                <figcaption><p>{score}" "{t::year_of_days(count, since.as_deref(), in_the_last_week(&days, today))}</p><p class="small">{t::STEADINESS_NOTE}</p></figcaption>
            </figure>
            {table(t::CALENDAR, vec![t::MONTH, t::DAYS_PRACTISED], rows)}
        </section>
    }
    .into_any()
}

/// Minutes and repetitions by week.
pub fn practice(log: &History, span: Span) -> AnyView {
    let step = span.range.of_sums(span.first, span.today);
    let sums = weeks::sums(log.sessions(), span.first, span.today, step);
    let bars = |of: fn(&weeks::Sum) -> u32| {
        let value = |sum: &weeks::Sum| i32::try_from(of(sum)).unwrap_or(i32::MAX);
        let most = round_up(sums.iter().map(of).max().unwrap_or(0));
        // Weeks are whole, so the last one ends after today.
        let end = sums.last().map_or(span.today, |sum| step.next(sum.day) - 1);
        let plot = Plot::new(span.first, end, most, LOW);
        let (now, before) =
            sums.split_last().map_or((&[][..], &[][..]), |(now, before)| (std::slice::from_ref(now), before));
        let bars = |sums: &[weeks::Sum]| plot.bars(sums.iter().map(|sum| (sum.day, value(sum))), step);
        // What is not over yet is no decline.
        picture(plot, 1, vec![("bars", bars(before)), ("bars so-far", bars(now))])
    };
    let row = move |sum: &weeks::Sum| {
        vec![row_name(sum.day, step), sum.days.to_string(), sum.minutes.to_string(), sum.repetitions.to_string()]
    };
    let sentence = t::on_average(&sums, step);
    view! {
        <section>
            <h2>{t::PRACTICE}</h2>
            <figure class="chart">
                <p class="chart-name">{t::MINUTES}</p>
                {bars(|sum| sum.minutes)}
                <p class="chart-name">{t::REPETITIONS}</p>
                {bars(|sum| sum.repetitions)}
                <figcaption><p>{sentence}</p></figcaption>
            </figure>
            {table(t::PRACTICE, vec![t::step_name(step), t::DAYS, t::MINUTES, t::REPETITIONS], move || sums.iter().map(row).collect())}
        </section>
    }
    .into_any()
}

/// The name of an exercise, as far as this version knows it.
fn exercise_name(id: &str) -> String {
    CATALOG.exercise(id).map_or_else(|| id.to_owned(), |exercise| exercise.name.get().to_owned())
}

/// One exercise at a time.
pub fn by_exercise(log: &History, span: Span, chosen: RwSignal<Option<String>>) -> Option<AnyView> {
    let known = weeks::exercises_since(log, span.first);
    let exercise = chosen.get().filter(|chosen| known.contains(&chosen.as_str()));
    let exercise = exercise.or_else(|| known.first().map(|first| (*first).to_owned()))?;
    let step = span.range.of_averages(span.first, span.today);
    let bests = weeks::bests(log, &exercise, span.first, step);
    let has_hold = bests.iter().any(|best| best.hold.is_some());
    let line = |values: Vec<(i32, i32)>| {
        let most = values.iter().map(|(_, value)| u32::try_from(*value).unwrap_or(0)).max().unwrap_or(0);
        let plot = span.plot(round_up(most), LOW);
        let layers = vec![("line", plot.line(values.iter().copied(), step)), ("dots after", plot.dots(values, step))];
        picture(plot, 1, layers)
    };
    let repetitions = bests.iter().map(|best| (best.day, i32::from(best.repetitions))).collect();
    let holds = || bests.iter().filter_map(|best| Some((best.day, i32::from(best.hold?)))).collect();
    let number = |value: Option<u16>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let row = move |best: &weeks::Best| vec![row_name(best.day, step), best.repetitions.to_string(), number(best.hold)];
    let options: Vec<AnyView> = known
        .iter()
        .map(|id| {
            let selected = *id == exercise;
            view! { <option value=(*id).to_owned() selected=selected>{exercise_name(id)}</option> }.into_any()
        })
        .collect();
    let choose = move |id: String| {
        chosen.try_set(Some(id));
    };
    let name = exercise_name(&exercise);
    Some(
        view! {
            <section>
                <h2>{t::BY_EXERCISE}</h2>
                <label class="setting not-printed">
                    <span>{t::WHICH_EXERCISE}</span>
                    <select id="which-exercise" on:change:target=move |event| choose(event.target().value())>{options}</select>
                </label>
                <figure class="chart">
                    <p class="chart-name">{t::MOST_REPETITIONS}</p>
                    {line(repetitions)}
                    {has_hold.then(|| view! { <p class="chart-name">{t::LONGEST_HOLD}</p>{line(holds())} })}
                    <figcaption><p>{t::grown(&name, &bests)}</p></figcaption>
                </figure>
                {table(t::BY_EXERCISE, vec![t::step_name(step), t::REPETITIONS, t::HOLD_SECONDS], move || bests.iter().map(row).collect())}
            </section>
        }
        .into_any(),
    )
}

/// How hard it was.
pub fn effort(log: &History, span: Span) -> Option<AnyView> {
    let (average, count) = weeks::effort(log.sessions(), span.first)?;
    let step = span.range.of_averages(span.first, span.today);
    let points = weeks::points(log.sessions(), span.first, step);
    let told_of: Vec<(i32, i32)> = points.iter().filter_map(|point| Some((point.day, point.effort?))).collect();
    let plot = span.plot(MOST, LOW);
    let layers = vec![
        ("line", plot.line(told_of.iter().copied(), step)),
        ("dots after", plot.dots(told_of.iter().copied(), step)),
    ];
    let rows = move || told_of.iter().map(|(day, effort)| vec![row_name(*day, step), t::tenths(*effort)]).collect();
    Some(
        view! {
            <section>
                <h2>{t::EFFORT_OVER_TIME}</h2>
                <figure class="chart">
                    {picture(plot, 10, layers)}
                    <figcaption><p>{t::effort_on_average(average, count)}</p><p class="small">{t::EFFORT_NOTE}</p></figcaption>
                </figure>
                {table(t::EFFORT_OVER_TIME, vec![t::step_name(step), t::EFFORT_OVER_TIME], rows)}
            </section>
        }
        .into_any(),
    )
}
