//! The plan: days, a time, breaks, and the file for a calendar.

use crate::app::library::one::One;
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::reactive::memo;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::plan::{Plan, Schedule, minutes_of};
use crate::domain::plan::calendar::{Event, UNNAMED, Zone, file};
use crate::domain::plan::{Day, Planned};
use crate::domain::progress::record::{julian_day, parse_date, written_date};
use crate::platform::{clock, download, identity, place};
use leptos::prelude::*;

/// How long the event in the calendar lasts, minutes: about as long as the whole of today's routine.
const LASTS: u32 = 15;
/// How long a break is unless somebody says otherwise, days.
const BREAK: i32 = 7;

fn today() -> String {
    clock::today().unwrap_or_default()
}

/// What holds today.
fn schedule(plan: &Plan) -> Option<Schedule> {
    plan.schedule(&today()).cloned()
}

fn change(plan: One<Plan>, change: impl FnOnce(&mut Plan)) {
    if let Err(error) = plan.change(change) {
        use_notices().tell(t::settings_not_saved(error));
    }
}

/// The time zone, and what the calendar would be told.
fn says(schedule: &Schedule) -> (String, String) {
    let zone = Some(place::time_zone()).filter(|zone| !zone.is_empty()).unwrap_or_else(|| UNNAMED.to_owned());
    let time = schedule.time.as_deref().unwrap_or_default();
    let days: String = schedule.days.iter().map(u8::to_string).collect();
    let says = format!("{days} {time} {zone}");
    (zone, says)
}

/// Hands out the file for the calendar.
fn remind(plan: One<Plan>) {
    let Some(schedule) = plan.with(schedule) else { return };
    let (zone, says) = says(&schedule);
    let (Some(at), Some(from)) = (schedule.time.as_deref().and_then(minutes_of), parse_date(&today())) else { return };
    let mut told = None;
    change(plan, |plan| told = Some(plan.tell_calendar(&says, || format!("{}@unknot", identity::new_id()))));
    let Some((uid, sequence)) = told else { return };
    let event = Event {
        uid: &uid,
        sequence,
        days: &schedule.days,
        at,
        minutes: LASTS,
        from,
        made: i64::try_from(clock::wall() / 1_000).unwrap_or_default(),
        title: t::EVENT,
        text: t::EVENT_TEXT,
    };
    if let Some(text) = file(&event, Zone { name: &zone, offset: &clock::offset_at }) {
        download::offer("unknot.ics", "text/calendar", &text);
    }
}

fn days_and_time(plan: One<Plan>) -> AnyView {
    let now = memo(move || plan.with(schedule));
    let days = move || now.get().map(|schedule| schedule.days).unwrap_or_default();
    let time = move || plan.with(|plan| plan.time().map(str::to_owned));
    let days_of_week: Vec<AnyView> = (1..=7_u8)
        .map(|day| {
            let choose = move |chosen: bool| {
                let mut days = days();
                days.retain(|other| *other != day);
                if chosen {
                    days.push(day);
                }
                change(plan, |plan| plan.set(days, time(), &today()));
            };
            let place = usize::from(day) - 1;
            view! {
                <label>
                    <input type="checkbox" aria-label=t::WEEKDAYS[place] prop:checked=move || days().contains(&day)
                        on:change:target=move |event| choose(event.target().checked())/>
                    <span aria-hidden="true">{t::WEEKDAYS_SHORT[place]}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    let set_time = move |text: String| {
        let time = minutes_of(&text).map(|_| text);
        change(plan, |plan| plan.set(days(), time, &today()));
    };
    view! {
        <fieldset class="days picks"><legend>{t::PLAN_DAYS}</legend>{days_of_week}</fieldset>
        {move || (!days().is_empty()).then(|| view! {
            <label class="setting">
                <span><strong>{t::PLAN_TIME}</strong><span class="hint">{t::PLAN_TIME_HINT}</span></span>
                <input type="time" prop:value=move || time().unwrap_or_default() on:change:target=move |event| set_time(event.target().value())/>
            </label>
        })}
    }
    .into_any()
}

fn reminders(plan: One<Plan>) -> AnyView {
    let now = memo(move || plan.with(schedule));
    let is_old = move || {
        let told = plan.with(|plan| plan.calendar.as_ref().map(|told| told.says.clone()));
        told.zip(now.get()).is_some_and(|(told, schedule)| schedule.time.is_some() && told != says(&schedule).1)
    };
    (move || {
        let schedule = now.get()?;
        Some(if schedule.time.is_some() {
            view! {
                <h3>{t::REMINDERS}</h3>
                {move || is_old().then(|| view! { <p class="caution" role="status">{t::CALENDAR_IS_OLD}</p> })}
                <p>{t::REMINDERS_TEXT}</p>
                <p>{button("", t::CALENDAR_FILE, move || remind(plan))}</p>
                <p class="small">{t::REMINDERS_ALARMS}</p>
            }
            .into_any()
        } else {
            view! { <p class="small">{t::REMINDERS_NEED_TIME}</p> }.into_any()
        })
    })
    .into_any()
}

/// That somebody is on a break, and how to end it.
pub fn on_a_break(plan: One<Plan>, to: i32) -> AnyView {
    view! {
        <p><strong>{t::ON_A_BREAK}</strong>" "{t::break_until(to)}</p>
        <p>{button("", t::I_AM_BACK, move || change(plan, |plan| plan.resume(&today())))}</p>
    }
    .into_any()
}

fn breaks(plan: One<Plan>) -> AnyView {
    let is_open = RwSignal::new(false);
    let is_wrong = RwSignal::new(false);
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let now = move || julian_day(&today());
    let open = move || {
        from.set(today());
        to.set(now().map(|now| written_date(now + BREAK - 1)).unwrap_or_default());
        is_open.set(true);
    };
    let keep = move || {
        let (from, to) = (from.get_untracked(), to.get_untracked());
        let mut is_kept = false;
        change(plan, |plan| is_kept = plan.pause(&from, &to));
        is_wrong.set(!is_kept);
        is_open.set(!is_kept);
    };
    let day = |label: &'static str, value: RwSignal<String>| {
        view! {
            <label class="field"><span>{label}</span>
                <input type="date" prop:value=move || value.get() on:change:target=move |event| value.set(event.target().value())/>
            </label>
        }
        .into_any()
    };
    let earlier = move || {
        let pauses = plan.with(|plan| plan.pauses.clone().unwrap_or_default());
        let told: Vec<AnyView> = pauses
            .iter()
            .rev()
            .map(|pause| view! { <li>{t::break_range(&pause.from, &pause.to)}</li> }.into_any())
            .collect();
        (!told.is_empty()).then(|| view! { <ul class="small">{told}</ul> })
    };
    (move || {
        let paused = now().and_then(|now| match plan.with(Planned::of).day(now) {
            Day::Paused(to) => Some(to),
            _ => None,
        });
        if let Some(to) = paused {
            return view! { <div class="callout">{on_a_break(plan, to)}</div> }.into_any();
        }
        if !is_open.get() {
            return view! { <p>{button("quiet", t::TAKE_A_BREAK, open)}</p>{earlier()} }.into_any();
        }
        view! {
            <h3>{t::BREAK}</h3>
            <p>{t::BREAK_TEXT}</p>
            <div class="range">{day(t::BREAK_FROM, from)}{day(t::BREAK_TO, to)}</div>
            {move || is_wrong.get().then(|| view! { <p role="alert">{t::NO_SUCH_BREAK}</p> })}
            <p class="actions">{button("", t::KEEP_BREAK, keep)}{button("quiet", t::NO_BREAK, move || is_open.set(false))}</p>
        }
        .into_any()
    })
    .into_any()
}

/// The section of the page; `practised` are the days with practice in the last seven.
#[component]
pub fn YourPlan(
    /// The plan.
    plan: One<Plan>,
    /// Days with practice in the last seven, tracked.
    #[prop(into)]
    practised: Signal<usize>,
) -> impl IntoView {
    let library = use_library();
    let told = move || {
        let Some(schedule) = plan.with(schedule) else { return t::NO_PLAN.to_owned() };
        let told = t::plan_told(&schedule.days, schedule.time.as_deref());
        let now = julian_day(&today());
        let planned = now.and_then(|now| plan.with(Planned::of).planned_in_the_last_week(now));
        let has_sessions = library.sessions() > 0;
        let week = planned.filter(|_| has_sessions).map(|planned| t::week_against_plan(practised.get(), planned));
        format!("{told} {}", week.unwrap_or_default())
    };
    view! {
        <section id="plan" class="not-printed">
            <h2>{t::PLAN}</h2>
            <p>{told}</p>
            {days_and_time(plan)}
            {reminders(plan)}
            {breaks(plan)}
        </section>
    }
}
