//! What was done: days, streaks, minutes, and every session.

use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::parts::modal::Modal;
use crate::app::parts::rope::Tangle;
use crate::app::play::naming::routine_name;
use crate::app::reactive::effect;
use crate::app::shell::notices::use_notices;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use crate::domain::progress::adherence::adherence;
use crate::domain::progress::record::{SessionRecord, parse_date};
use crate::platform::{clock, page};
use leptos::prelude::*;

/// Weeks in the chart.
const WEEKS: usize = 8;
/// Sessions shown before "Show more".
const SHOWN: usize = 30;

#[component]
fn SessionItem(record: SessionRecord) -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    let name = routine_name(&record.routine);
    let date = page::show_date(&record.date, LANGUAGE.locale);
    let hurt = record.entries.iter().any(|entry| entry.hurt);
    let facts = t::session_facts(&record);
    let pain = t::pain_change(record.pain_before, record.pain_after);
    let finished = record.finished;
    let label = t::delete_session(&name, &date);
    let delete = move |_| match library.forget(&record) {
        Ok(()) => notices.offer_undo(t::SESSION_DELETED, record.clone()),
        Err(error) => notices.tell(t::not_saved(error.into())),
    };
    view! {
        <li class="session">
            <div>
                <p class="session-name"><strong>{name}</strong>{(!finished).then(|| view! { " "<span class="tag">{t::ENDED_EARLY}</span> })}{hurt.then(|| view! { " "<span class="tag warn">{t::SOMETHING_HURT}</span> })}</p>
                <p class="dose">{date}" · "{facts}</p>
                {pain.map(|pain| view! { <p class="dose">{pain}</p> })}
            </div>
            <button type="button" class="quiet" aria-label=label on:click=delete>{t::DELETE}</button>
        </li>
    }
}

#[component]
fn Chart(minutes: Vec<u32>) -> impl IntoView {
    let most = minutes.iter().copied().max().unwrap_or(0).max(1);
    let text = t::chart_text(&minutes);
    let bars = minutes.into_iter().enumerate().map(|(index, minutes)| {
        let height = (60 * minutes).div_ceil(most);
        let x = 4 + index * 40;
        view! {
            <g>
                <rect class="bar-back" x=x y="4" width="32" height="60" rx="4"/>
                <rect class="bar" x=x y=64 - height width="32" height=height rx="4"/>
                <text x=x + 16 y="80" text-anchor="middle">{minutes}</text>
            </g>
        }
    });
    view! {
        <figure class="chart">
            <svg viewBox="0 0 324 86" role="img" aria-label=text>{bars.collect_view()}</svg>
            <figcaption>{t::CHART_CAPTION}</figcaption>
        </figure>
    }
}

/// What was done.
#[component]
pub fn Progress() -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    effect(move || {
        if library.opened.get() {
            library.read_log();
        }
    });
    let all = RwSignal::new(false);
    let ask = RwSignal::new(false);
    let summary = move || {
        let today = clock::today().and_then(|today| parse_date(&today))?;
        let adherence = library.of_log(|log| adherence(log, today, WEEKS));
        let figures = [
            (adherence.days_practised, t::DAYS_PRACTISED),
            (adherence.current_streak, t::CURRENT_STREAK),
            (adherence.best_streak, t::BEST_STREAK),
        ];
        Some(view! {
            <ul class="figures">
                {figures.into_iter().map(|(figure, name)| view! { <li><strong>{figure}</strong>" "<span>{name}</span></li> }).collect_view()}
            </ul>
            <Chart minutes=adherence.minutes_by_week/>
        })
    };
    let sessions = move || {
        let shown = if all.get() { usize::MAX } else { SHOWN };
        library.of_log(|log| log.iter().take(shown).cloned().collect::<Vec<_>>())
    };
    let count = move || library.of_log(<[SessionRecord]>::len);
    let delete_all = move |_| {
        ask.set(false);
        let gone = library.forget_all(clock::wall());
        notices.tell(if gone { t::ALL_DELETED } else { t::NOT_ALL_DELETED });
    };
    view! {
        <h1>{t::PROGRESS}</h1>
        {move || if count() == 0 {
            view! {
                <Tangle/>
                <p class="lead">{t::NO_SESSIONS}</p>
                <p><Link to=Route::Home class="button">{t::GO_TO_TODAY}</Link></p>
            }.into_any()
        } else {
            view! {
                {summary}
                <section>
                    <h2>{t::SESSIONS}</h2>
                    <ul class="sessions">
                        <For each=sessions key=|record| (record.id.clone(), record.pain_after) children=|record| view! { <SessionItem record/> }/>
                    </ul>
                    {move || (!all.get() && count() > SHOWN).then(|| view! {
                        <button type="button" class="quiet" on:click=move |_| all.set(true)>{t::SHOW_ALL}</button>
                    })}
                    <p><button type="button" class="quiet danger" on:click=move |_| ask.set(true)>{t::DELETE_ALL}</button></p>
                </section>
            }.into_any()
        }}
        <Modal open=ask title=t::DELETE_ALL_TITLE id="delete-all">
            <p>{move || t::delete_all_text(count())}</p>
            <div class="dialog-actions">
                <button type="button" on:click=move |_| ask.set(false)>{t::KEEP_THEM}</button>
                <button type="button" class="danger" on:click=delete_all>{t::DELETE_ALL_YES}</button>
            </div>
        </Modal>
    }
}
