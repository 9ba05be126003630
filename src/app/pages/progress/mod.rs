//! What was done and how it went, over weeks and years.

mod check_in;
mod drawing;
pub mod figures;
pub mod next;
pub mod plan;
mod sessions;
mod steps;

use crate::app::library::log::Log;
use crate::app::library::one::One;
use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::parts::rope::Tangle;
use crate::app::reactive::memo;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::plan::Planned;
use crate::domain::progress::adherence::in_the_last_week;
use crate::domain::progress::record::julian_day;
use crate::domain::progress::weeks::Range;
use crate::platform::clock;
use check_in::CheckIn;
use figures::Span;
use leptos::prelude::*;
use plan::YourPlan;
use sessions::Sessions;
use steps::Steps;

/// The page.
#[component]
pub fn Progress() -> impl IntoView {
    let library = use_library();
    let log = Log::of(library);
    let plan = One::of(library);
    let range = RwSignal::new(Range::default());
    let exercise = RwSignal::new(None::<String>);
    let is_empty = memo(move || log.with(|log| log.sessions().is_empty()));
    let today = move || clock::today().as_deref().and_then(julian_day);
    let practised = memo(move || today().map_or(0, |today| log.with(|log| in_the_last_week(&log.days(), today))));
    let drawn = move || {
        let today = today()?;
        let range = range.get();
        Some(log.with(|history| {
            let span = Span::new(range, history, today);
            let planned = plan.with(Planned::of);
            view! {
                {figures::at_a_glance(history, today, &planned)}
                <div class="weeks">
                    {figures::pain(history, span)}
                    {figures::practice(history, span)}
                    {figures::regular(history, today, &planned)}
                    {move || log.with(|log| figures::by_exercise(log, span, exercise))}
                    {figures::effort(history, span)}
                </div>
            }
        }))
    };
    let choose = move |choice: Range| {
        if choice == Range::All {
            log.read_all(library);
        }
        range.set(choice);
    };
    let ranges = move || {
        let choice = |(choice, name): (Range, &'static str)| {
            view! {
                <label>
                    <input type="radio" name="range" prop:checked=move || range.get() == choice on:change=move |_| choose(choice)/>
                    <span>{name}</span>
                </label>
            }
            .into_any()
        };
        let choices: Vec<AnyView> = t::RANGES.into_iter().map(choice).collect();
        view! {
            <fieldset class="ranges picks" role="radiogroup" aria-label=t::HOW_FAR_BACK>
                <legend>{t::HOW_FAR_BACK}</legend>
                {choices}
            </fieldset>
        }
    };
    view! {
        <h1>{t::PROGRESS}</h1>
        <p class="lead">{t::PROGRESS_LEAD}</p>
        {move || (!log.is_read.get()).then(|| view! { <p>{t::PROGRESS_HOLDS}</p> })}
        {move || (log.is_read.get() && is_empty.get()).then(|| view! {
            <Tangle/>
            <p>{t::NO_SESSIONS}</p>
            <p><Link to=Route::Home class="button">{t::GO_TO_TODAY}</Link></p>
        })}
        {move || (!is_empty.get()).then(|| view! {
            {ranges()}
            {drawn}
            <div class="weeks">
                <CheckIn/>
                <Steps/>
            </div>
        })}
        {move || log.is_read.get().then(|| view! { <YourPlan plan practised/> })}
        {move || (!is_empty.get()).then(|| view! { <Sessions log/> })}
    }
}
