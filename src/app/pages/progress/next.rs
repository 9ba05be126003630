//! On the first page, for whoever comes back: how it is the morning after, what to do more or less of, and
//! the weekly check-in when it is due.

use super::plan::on_a_break;
use super::steps::{on_ladder, suggested};
use crate::app::library::ladder::LadderNow;
use crate::app::library::one::One;
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::link::Link;
use crate::app::reactive::{effect, memo};
use crate::app::shell::notices::use_notices;
use crate::app::shell::preferences::use_preferences;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::keeping::Keeping;
use crate::domain::documents::plan::Plan;
use crate::domain::documents::room::{copy_is_due, is_nearly_full};
use crate::domain::plan::{Day, Planned};
use crate::domain::progress::check_in::{Earlier, is_due};
use crate::domain::progress::record::{SessionRecord, julian_day, parse_date};
use crate::domain::progress::today::BAD_DAY;
use crate::platform::{clock, offline};
use leptos::prelude::*;

/// So many sessions fit into any browser, however they are written.
const SURELY_FIT: u32 = 1_000;
/// Suggestions that are told at once: more are for the page of progress.
const SHOWN: usize = 2;

/// Yesterday's last session, where the person was not asked yet how it is since.
fn of_yesterday() -> Option<SessionRecord> {
    let library = use_library();
    let id = library.of_digest(|digest| Some(digest.recent.as_ref()?.last()?.id.clone()))?;
    let record = library.session(&id).filter(|record| record.worse_next_day.is_none())?;
    let today = parse_date(&clock::today()?)?;
    (record.local_date()?.next_day()? == today).then_some(record)
}

fn morning() -> AnyView {
    let (library, notices) = (use_library(), use_notices());
    let record = memo(of_yesterday);
    let is_worse = RwSignal::new(false);
    let say = move |worse: bool| {
        if let Some(record) = record.get_untracked() {
            let kept = library.keep(&SessionRecord { worse_next_day: Some(worse), ..record });
            if let Err(error) = kept {
                notices.tell(t::not_saved(error));
            }
        }
        is_worse.set(worse);
    };
    (move || {
        let asked = record.get().map(|_| {
            view! {
                <section class="callout" id="morning">
                    <p><strong>{t::WORSE_SINCE}</strong></p>
                    <p class="actions">{button("", t::NOT_WORSE, move || say(false))}{button("", t::IS_WORSE, move || say(true))}</p>
                </section>
            }
        });
        let advice = is_worse.get().then(|| {
            view! {
                <section class="callout" role="status">
                    <p>{t::WORSE_ADVICE}" "<Link to=Route::Play(BAD_DAY)>{t::BAD_DAY_ROUTINE}</Link></p>
                    <p><Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
                </section>
            }
        });
        view! { {asked}{advice} }
    })
    .into_any()
}

fn suggestions(ladder: LadderNow) -> AnyView {
    (move || {
        let (_, all) = on_ladder(ladder);
        let all: Vec<AnyView> = all.iter().filter_map(|on| suggested(ladder, on)).collect();
        let more = all.len() > SHOWN;
        let shown: Vec<AnyView> = all.into_iter().take(SHOWN).collect();
        (!shown.is_empty()).then(|| view! {
            <section id="suggestions">
                <h2>{t::SUGGESTIONS}</h2>
                {shown}
                <p><Link to=Route::Progress fragment="#ladder">{if more { t::MORE_SUGGESTIONS } else { t::YOUR_LADDER }}</Link></p>
            </section>
        })
    })
    .into_any()
}

fn check_in() -> AnyView {
    let (library, preferences) = (use_library(), use_preferences());
    let due = memo(move || {
        let day = |text: Option<String>| text.as_deref().and_then(parse_date);
        let (never, put_off) =
            library.setting(|settings| (settings.check_in == Some(false), settings.check_in_put_off.clone()));
        let last = library.of_digest(|digest| digest.measured.clone());
        let today = day(clock::today())?;
        Some(is_due(Earlier { last: day(last), put_off: day(put_off), never }, library.sessions(), today))
    });
    let put_off = move || preferences.change(|settings| settings.check_in_put_off = clock::today());
    let never = move || preferences.change(|settings| settings.check_in = Some(false));
    (move || {
        (due.get() == Some(true)).then(|| {
            view! {
                <section class="callout" id="check-in-due">
                    <p><strong>{t::HOW_WAS_YOUR_WEEK}</strong>" "{t::CHECK_IN_WHY}</p>
                    <p class="actions">
                        <Link to=Route::Progress fragment="#check-in" class="button quiet">{t::CHECK_IN}</Link>
                        {button("quiet", t::NOT_THIS_WEEK, put_off)}
                        {button("quiet", t::NEVER_ASK, never)}
                    </p>
                </section>
            }
        })
    })
    .into_any()
}

/// That a copy is due, that this browser forgets, that there is little room: one at a time, the most urgent
/// first.
fn keeping() -> AnyView {
    let (library, keeping) = (use_library(), One::<Keeping>::of(use_library()));
    // What cannot be kept is asked again.
    let change = move |change: fn(&mut Keeping, u32)| {
        let sessions = library.sessions_now();
        let _ = keeping.change(|keeping| change(keeping, sessions));
    };
    let is_full = RwSignal::new(false);
    effect(move || {
        library.changed();
        // So many sessions always fit.
        if library.opened.get() && library.sessions_now() > SURELY_FIT {
            is_full.try_set(is_nearly_full(&library.store().0));
        }
    });
    let copy = || view! { <Link to=Route::Data fragment="#copy" class="button quiet">{t::BACK_UP}</Link> };
    let due = memo(move || {
        let (copied, put_off) = keeping.with(|keeping| (keeping.copied_sessions, keeping.put_off));
        copy_is_due(library.sessions(), copied, put_off)
    });
    let forgets = memo(move || {
        keeping.is_read()
            && keeping.with(|keeping| keeping.knows_it_forgets != Some(true))
            && offline::forgets_after_a_week()
    });
    (move || {
        if is_full.get() {
            return Some(view! { <section class="caution" id="nearly-full"><p>{t::NEARLY_FULL}</p><p class="actions">{copy()}</p></section> }.into_any());
        }
        if forgets.get() {
            let know = move || change(|keeping, _| keeping.knows_it_forgets = Some(true));
            let said = view! { <section class="callout" id="forgets"><p>{t::SAFARI}</p><p class="actions">{button("quiet", t::GOT_IT, know)}{copy()}</p></section> };
            return Some(said.into_any());
        }
        due.get().filter(|_| keeping.is_read()).map(|sessions| {
            let later = move || change(|keeping, sessions| keeping.put_off = Some(sessions));
            view! {
                <section class="callout" id="copy-due">
                    <p><strong>{t::time_to_back_up(sessions)}</strong>" "{t::BACKUP_WHY}</p>
                    <p class="actions">{copy()}{button("quiet", t::ASK_LATER, later)}</p>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

/// What today is by the plan.
pub fn day() -> AnyView {
    let plan = One::<Plan>::of(use_library());
    (move || {
        let today = clock::today().unwrap_or_default();
        let day = julian_day(&today).map_or(Day::Unplanned, |day| plan.with(Planned::of).day(day));
        let time = plan.with(|plan| plan.schedule(&today).and_then(|schedule| schedule.time.clone()));
        let to_plan = |says: &'static str| view! { " · "<Link to=Route::Progress fragment="#plan">{says}</Link> };
        match day {
            Day::Unplanned => view! { <p class="eyebrow">{t::TODAY}{to_plan(t::PLAN_YOUR_WEEK)}</p> }.into_any(),
            Day::Practice => {
                let at = time.map(|time| format!(", {time}"));
                view! { <p class="eyebrow">{t::PLANNED_TODAY}{at}{to_plan(t::CHANGE_PLAN)}</p> }.into_any()
            }
            Day::Rest(next) => {
                let said = t::rest_day(next, time.as_deref());
                view! { <p class="eyebrow">{t::REST_DAY}{to_plan(t::CHANGE_PLAN)}</p><p id="rest-day">{said}</p> }
                    .into_any()
            }
            Day::Paused(to) => view! { <div class="callout" id="on-a-break">{on_a_break(plan, to)}</div> }.into_any(),
        }
    })
    .into_any()
}

/// All else.
#[component]
pub fn Next(
    /// The ladder that the page goes by.
    ladder: LadderNow,
) -> impl IntoView {
    view! { <div class="coming-back">{morning()}{suggestions(ladder)}{check_in()}{keeping()}</div> }
}
