//! One page for a clinician: what was done and told in the last three months.

use crate::app::library::ladder::{LadderNow, last_sessions, todays};
use crate::app::library::log::Log;
use crate::app::library::one::One;
use crate::app::library::use_library;
use crate::app::pages::progress::figures::{self, Span};
use crate::app::parts::button::button;
use crate::app::play::naming::entry_name;
use crate::app::reactive::{effect, memo};
use crate::app::view::view;
use crate::content::words::dates::{Told, julian, stored_date};
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::documents::ladder::{Ladder, Move};
use crate::domain::documents::list::has;
use crate::domain::documents::measures::Measures;
use crate::domain::documents::plan::Plan;
use crate::domain::plan::Planned;
use crate::domain::progress::check_in::{Course, courses};
use crate::domain::progress::ladder::with_targets;
use crate::domain::progress::recent::recent;
use crate::domain::progress::record::{SessionRecord, julian_day, parse_date};
use crate::domain::progress::weeks::Range;
use crate::domain::routine::{Routine, share_code};
use crate::platform::{clock, page};
use leptos::prelude::*;

/// How far back it goes, days: thirteen weeks.
const DAYS: i32 = 91;
/// So many changes are told, the newest ones.
const MOVES: usize = 5;

/// A line of the report: what, and what is told of it.
type Line = (String, String);

fn practice(log: Log, plan: &Planned) -> Option<Line> {
    let today = clock::today().and_then(|today| parse_date(&today))?;
    let recent = log.with(|history| recent(history, today, DAYS));
    let planned = plan.days_a_week(today.to_julian_day());
    let told = t::report_practice(recent.sessions, recent.days, recent.span, planned, recent.gap);
    Some((t::REPORT_PRACTICE.to_owned(), told))
}

fn measured(all: &[(String, Measures)]) -> Vec<Line> {
    let dated: Vec<(i32, Measures)> =
        all.iter().filter_map(|(day, measures)| Some((julian_day(day)?, measures.clone()))).collect();
    let line = |course: Course| {
        let name = course.activity.clone().unwrap_or_else(|| t::PAIN_LAST_WEEK.to_owned());
        let ((from, _), (to, _)) = course.answers.first().zip(course.answers.last())?;
        let name = t::asked_weekly(&name, &julian(*from, Told::Day), &julian(*to, Told::Day));
        Some((name, t::check_ins(&course)))
    };
    courses(&dated).into_iter().filter_map(line).collect()
}

fn said(code: &str) -> String {
    match share_code::parse_recorded(&CATALOG, code).ok().as_deref() {
        Some([item]) => format!("{}, {}", item.name(), t::item_dose(item)),
        _ => code.to_owned(),
    }
}

fn changes(ladder: &Ladder) -> Option<Line> {
    let moves = ladder.moves.as_deref().unwrap_or_default();
    let told = |made: &Move| {
        format!("{}: {} → {}. {}", stored_date(&made.date), said(&made.from), said(&made.to), t::why_moved(made.why))
    };
    let told: Vec<String> = moves.iter().rev().take(MOVES).map(told).collect();
    (!told.is_empty()).then(|| (t::REPORT_MOVES.to_owned(), told.join(" ")))
}

fn hurt(sessions: &[SessionRecord]) -> Option<Line> {
    let mut times: Vec<(String, usize, &str)> = Vec::new();
    for session in sessions {
        for entry in session.entries.iter().filter(|entry| entry.hurt) {
            let name = entry_name(entry);
            match times.iter_mut().find(|(other, ..)| *other == name) {
                Some((_, times, last)) => (*times, *last) = (*times + 1, &session.date),
                None => times.push((name, 1, &session.date)),
            }
        }
    }
    let told: Vec<String> =
        times.iter().map(|(name, times, last)| t::hurt_times(name, *times, &stored_date(last))).collect();
    (!told.is_empty()).then(|| (t::REPORT_HURT.to_owned(), format!("{}.", told.join(", "))))
}

/// What is done, each exercise once.
fn doses(routine: &Routine) -> String {
    let mut told: Vec<(&str, String)> = Vec::new();
    for item in &routine.items {
        let dose = t::item_dose(item);
        match told.iter_mut().find(|(name, _)| *name == item.name()) {
            Some((_, doses)) => *doses = format!("{doses}, and {dose}"),
            None => told.push((item.name(), dose)),
        }
    }
    let told: Vec<String> = told.iter().map(|(name, dose)| format!("{name}: {dose}")).collect();
    format!("{}.", told.join("; "))
}

/// The report, and what leads to it; nothing before the first session.
#[component]
pub fn Report() -> impl IntoView {
    let library = use_library();
    let log = Log::of(library);
    let plan = One::<Plan>::of(library);
    let ladder = LadderNow::of(library);
    let with_conditions = RwSignal::new(false);
    let all = RwSignal::new(Vec::new());
    effect(move || {
        library.changed();
        if library.opened.get() {
            all.try_set(library.store().all());
        }
    });
    let done_now = move || {
        let (routine, starts_slowly) = todays(library)?;
        let routine = ladder.with(|ladder| with_targets(&CATALOG, routine, ladder, starts_slowly));
        Some((t::REPORT_DONE_NOW.to_owned(), doses(&routine)))
    };
    let conditions = move || {
        let named = |id: &str| library.of_health(|health| has(&health.conditions, id));
        let all = told(CATALOG.conditions).get().iter();
        let names: Vec<&str> =
            all.filter(|condition| named(condition.id.get())).map(|condition| condition.text.get()).collect();
        (with_conditions.get() && !names.is_empty())
            .then(|| (t::REPORT_CONDITIONS.to_owned(), format!("{}.", names.join(", "))))
    };
    let has_conditions = memo(move || library.of_health(|health| health.conditions.iter().flatten().next().is_some()));
    let lines = move || {
        let mut lines: Vec<Line> = hurt(&last_sessions(library)).into_iter().collect();
        lines.extend(practice(log, &plan.with(Planned::of)));
        lines.extend(all.with(|all| measured(all)));
        lines.extend(done_now());
        lines.extend(ladder.with(changes));
        lines.extend(conditions());
        let line = |(name, told): Line| view! { <div><dt>{name}</dt><dd>{told}</dd></div> }.into_any();
        lines.into_iter().map(line).collect::<Vec<_>>()
    };
    let drawn = move || {
        let today = clock::today().as_deref().and_then(julian_day)?;
        Some(log.with(|history| figures::pain(history, Span::new(Range::Months, history, today))))
    };
    move || {
        (library.sessions() > 0).then(|| {
            view! {
                <section id="report">
                    <h2>{t::FOR_CLINICIAN}</h2>
                    <p>{t::FOR_CLINICIAN_TEXT}</p>
                    {move || has_conditions.get().then(|| view! {
                        <label class="tick">
                            <input type="checkbox" prop:checked=with_conditions on:change:target=move |event| with_conditions.set(event.target().checked())/>
                            <span>{t::WITH_CONDITIONS}</span>
                        </label>
                    })}
                    <p>{button("", t::PRINT_REPORT, page::print)}</p>
                </section>
                <section class="sheet report" aria-label=t::REPORT>
                    <h2>{t::REPORT}</h2>
                    <p class="small">{clock::today().map(|today| stored_date(&today))}" · "{t::NAME_LINE}<span class="blank"></span></p>
                    {drawn}
                    <dl>{lines}</dl>
                    <p class="small">{t::REPORT_FOOT}</p>
                </section>
                <p class="after-report">{button("", t::REPORT_NOW, page::print)}</p>
            }
        })
    }
}
