//! After the session: what was done, and how it feels now. In the chunk of extras.

use super::naming::{entry_name, routine_name};
use crate::app::library::use_library;
use crate::app::parts::install::InstallOffer;
use crate::app::parts::link::Link;
use crate::app::parts::pain_scale::PainScale;
use crate::app::reactive::effect;
use crate::app::session::driver::Session;
use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::words::spoken;
use crate::domain::progress::answer::{Answer, answer, number_in_a_week};
use crate::domain::progress::today::{BAD_DAY, today};
use crate::platform::quota;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What to do now, where something hurt or pain is high; where it is not, that all is well.
#[component]
fn Answered(answer: Answer) -> impl IntoView {
    let is_high = answer == Answer::EaseOff;
    let (title, text) = t::answer(answer);
    view! {
        <section class=if is_high { "caution answer" } else { "callout answer" } role="status">
            <h2>{title}</h2>
            <p>{text}</p>
            {is_high.then(|| view! {
                <p>{t::EASIER_DAY}" "<Link to=Route::Play(BAD_DAY)>{routine_name(BAD_DAY)}</Link></p>
                <p>{t::GET_HELP_IF}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            })}
            <p class="small">{t::RULE_OF_THUMB}" "<Link to=Route::Evidence fragment="#traffic-light">{t::HOW_SURE}</Link></p>
        </section>
    }
}

/// What was done, and how it feels now.
#[component]
pub fn Told(
    /// The session.
    session: Session,
) -> impl IntoView {
    let framed = use_address().is_framed();
    let pain_now = RwSignal::new(None::<u8>);
    let effort = RwSignal::new(None::<u8>);
    let answered = RwSignal::new(false);
    let record = move || session.record.get();
    let save = move |_| {
        session.save_after(pain_now.get_untracked(), effort.get_untracked());
        answered.set(true);
    };
    let library = use_library();
    // Some browsers ask the person, so they are asked once, and when there is something to keep.
    effect(move || {
        if session.kept.get() && !framed && library.sessions_now() == 1 {
            spawn_local(async {
                if quota::is_persistent().await == Some(false) {
                    let _ = quota::persist().await;
                }
            });
        }
    });
    let said = move || record().and_then(|record| answer(&record));
    let next = move || {
        let (offer, number) = library.of_digest(|digest| {
            let recent = digest.recent.as_deref().unwrap_or_default();
            let id = session.record.with(|record| record.as_ref().map(|record| record.id.clone()));
            (today(digest), number_in_a_week(recent, &id.unwrap_or_default()))
        });
        let often = number
            .filter(|_| session.ended_with().is_some())
            .map(|number| view! { <p class="lead">{t::how_often(number)}</p> });
        view! {
            {often}
            <p>{t::NEXT_TIME}" "<strong>{routine_name(offer.routine)}</strong>". "{t::why(offer.why)}</p>
        }
    };
    // The stage, which announced it, is gone.
    let rest = session.ended_with().map(|item| view! { <p class="lead">{spoken::at_the_end(&item)}</p> });
    view! {
        <div>
            {rest}
            {move || record().map(|record| view! {
                <p class="lead">{t::session_facts(&record)}</p>
                <p class="saved">{if session.kept.get() { t::SAVED } else { t::SUMMARY_NOT_SAVED }}</p>
                {(record.exercises_done() == 0).then(|| view! { <p>{t::NOTHING_DONE}</p> })}
                <ul class="done-list">
                    // What was not done is no news.
                    {record.entries.iter().filter(|entry| entry.done > 0 || entry.hurt).map(|entry| view! {
                        <li class:partial=entry.done < entry.planned>
                            <strong>{entry_name(entry)}</strong>" "
                            <span class="dose">{t::entry_done(entry)}</span>
                            {entry.hurt.then(|| view! { " "<span class="tag warn">{t::SOMETHING_HURT}</span> })}
                        </li>
                    }).collect_view()}
                </ul>
            })}
        </div>
        <div>
            {move || if answered.get() {
                view! { <p class="saved" role="status">{t::after_saved(session.record.get().is_some_and(|record| record.pain_after.or(record.effort).is_some()))}</p> }.into_any()
            } else {
                view! {
                    <div class="pain-now">
                        <PainScale label=t::PAIN_NOW name="pain-now" value=pain_now/>
                        <PainScale label=t::EFFORT name="effort" words=t::EFFORT_WORDS value=effort/>
                        <div class="dialog-actions">
                            <button type="button" class="button" disabled=move || pain_now.get().or(effort.get()).is_none() on:click=save>{t::SAVE}</button>
                            <button type="button" class="quiet" on:click=move |_| answered.set(true)>{t::SKIP_THIS}</button>
                        </div>
                    </div>
                }.into_any()
            }}
            {move || said().map(|answer| view! { <Answered answer/> })}
            {(!framed).then_some(next)}
            {move || record().filter(|record| record.finished && !framed).map(|_| view! { <InstallOffer/> })}
            <p class="after"><Link to=Route::Progress class="button quiet">{t::SEE_PROGRESS}</Link>" "<Link to=Route::Home>{t::GO_HOME}</Link></p>
        </div>
    }
}
