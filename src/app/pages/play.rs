//! The player's page: before, during and after a session.

use super::routines::{Items, summary};
use crate::app::components::demo::Demo;
use crate::app::components::link::Link;
use crate::app::components::pain_scale::PainScale;
use crate::app::components::session::{Screen, Session};
use crate::app::components::stage::Stage;
use crate::app::components::summary::Summary;
use crate::app::routes::Route;
use crate::app::state::{STORE, app_state};
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::documents::store::Checkpoint;
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use crate::domain::session::timeline::timed_total_ms;
use crate::platform::timers;
use leptos::prelude::*;

/// The routine of a session that was left, changes included.
fn routine_of(left: &Checkpoint) -> Option<Routine> {
    let record = &left.record;
    if let Some(sequence) = CATALOG.sequence(&record.routine) {
        return Some(Routine::of_sequence(sequence));
    }
    let shipped = CATALOG.routine(&record.routine);
    let routine = Routine::custom(&CATALOG, shipped.map_or(t::CUSTOM_ROUTINE, |x| x.name.get()), &record.code).ok()?;
    Some(Routine { id: shipped.map_or(CUSTOM, |x| x.id.get()), ..routine })
}

/// Offers to take up a session that was left; nothing when there is none.
#[component]
pub fn ContinueOffer() -> impl IntoView {
    let state = app_state();
    let session_left = RwSignal::new(None::<Checkpoint>);
    let look = move || {
        let found = STORE.running();
        state.contents.try_update(|contents| contents.running = found);
        session_left.try_set(state.left());
    };
    // A session whose page crashed gives no sign of life, which shows only after a while.
    let looking = StoredValue::new_local(timers::every(3_000, move || {
        if session_left.try_with_untracked(Option::is_none) == Some(true) {
            look();
        }
    }));
    on_cleanup(move || looking.dispose());
    Effect::new(move || {
        if state.loaded.get() {
            session_left.set(state.left());
        }
    });
    let end_it = move |_| {
        if let Some(left) = session_left.get_untracked()
            && state.keep(&left.record)
        {
            // Kept as ended early; if the checkpoint stays it is the same session again.
            let _ = STORE.clear_running();
        }
        state.contents.update(|contents| contents.running = None);
        session_left.set(None);
    };
    let take_up = move |_| {
        let Some(left) = session_left.get_untracked() else { return };
        state.resume.set(Some(left.clone()));
        match Route::parse(&format!("play/{}", left.record.routine)) {
            Route::NotFound | Route::PlayCustom => state.go(Route::PlayCustom),
            route => state.go(route),
        }
        session_left.set(None);
    };
    move || {
        session_left.get().map(|left| {
            let name = super::progress::routine_name(&left.record.routine);
            view! {
                <section class="card continue">
                    <h2>{t::SESSION_LEFT}</h2>
                    <p>{t::left_text(&name, &left.record)}</p>
                    <p class="dialog-actions">
                        <button type="button" class="button" on:click=take_up>{t::CONTINUE_SESSION}</button>
                        <button type="button" class="quiet" on:click=end_it>{t::END_IT_HERE}</button>
                    </p>
                </section>
            }
        })
    }
}

fn has_routine(fragment: &str) -> bool {
    fragment.split('&').any(|part| part.starts_with("r="))
}

/// The player with the share code in the fragment.
#[component]
pub fn PlayCustom() -> impl IntoView {
    let state = app_state();
    // A session that is taken up needs no code in the address.
    let left = state.resume.get_untracked().and_then(|left| routine_of(&left));
    // Links within the page, such as the one to the content, change the fragment too.
    let fragment = Memo::new(move |before: Option<&String>| {
        let fragment = state.fragment.get();
        before.filter(|_| !has_routine(&fragment)).cloned().unwrap_or(fragment)
    });
    move || {
        if !state.loaded.get() {
            return view! { <h1>{t::CUSTOM_ROUTINE}</h1><p>{t::READING_LINK}</p> }.into_any();
        }
        if let Some(routine) = left.clone() {
            return view! { <Play routine/> }.into_any();
        }
        let fragment = fragment.get();
        let code = fragment.split('&').find_map(|part| part.strip_prefix("r=")).unwrap_or_default();
        match Routine::custom(&CATALOG, t::CUSTOM_ROUTINE, code) {
            Ok(routine) => view! { <Play routine/> }.into_any(),
            Err(error) => view! {
                <h1>{t::LINK_UNREADABLE}</h1>
                <p role="alert">{t::share_code_error(&error)}</p>
                <p><Link to=Route::Routines class="button">{t::CHOOSE_A_ROUTINE}</Link></p>
            }
            .into_any(),
        }
    }
}

/// The player.
#[component]
pub fn Play(
    /// What is done.
    routine: Routine,
    /// What to say of it first; the routine's own summary unless given.
    #[prop(optional)]
    lead: &'static str,
) -> impl IntoView {
    let state = app_state();
    let session = Session::new(state, routine.clone());
    if let Some(host) = state.host.get_value() {
        host.follow(session);
    }
    if let Some(left) = state.resume.get_untracked() {
        state.resume.set(None);
        if let Some(routine) = routine_of(&left) {
            timers::soon(move || session.take_up(routine, &left));
        } else {
            state.keep(&left.record);
        }
    } else if state.start_now.get_untracked() {
        timers::soon(move || session.start());
    }
    state.start_now.set(false);
    let screen = Memo::new(move |_| session.screen());
    move || match screen.get() {
        Screen::Start => view! { <Start session routine=routine.clone() lead/> }.into_any(),
        Screen::Stage => view! { <Stage session/> }.into_any(),
        Screen::Summary => view! { <Summary session/> }.into_any(),
    }
}

/// Before the session: what comes, how long it takes, and Start.
#[component]
fn Start(session: Session, routine: Routine, lead: &'static str) -> impl IntoView {
    let state = app_state();
    let id = routine.id;
    let name = routine.name;
    let is_sequence = routine.is_sequence();
    let current = RwSignal::new(routine);
    let length = move || {
        let pace = state.settings().pace();
        let total = current.with(|routine| timed_total_ms(routine, pace.get_ready));
        t::length(total, pace.self_paced && !is_sequence)
    };
    let instead = move || {
        current.with(|routine| {
            let offers = routine.items.iter().enumerate().filter_map(|(index, item)| {
                let Item::Exercise(p) = item else { return None };
                let other = CATALOG.exercise(&p.exercise.instead)?;
                let swap = move |_| {
                    current.update(|routine| {
                        routine.items[index] = Item::Exercise(Prescription::lower(other, other.standard()));
                    });
                    session.change_routine(current.get_untracked());
                };
                Some(view! {
                    <p class="callout">{t::optional(&p.exercise.name)}" "<button type="button" class="quiet" on:click=swap>{t::instead(&other.name)}</button></p>
                })
            });
            offers.collect_view()
        })
    };
    let framed = state.is_framed();
    // In a frame there is no other page to look at it first.
    let alone = current.with_untracked(|routine| match routine.items.as_slice() {
        [item] if framed => Some(*item),
        _ => None,
    });
    let is_alone = alone.is_some();
    let one_dose = alone.map(|item| view! { " · "<span class="dose">{t::item_dose(&item)}</span> });
    let demo = alone.map(|item| view! { <Demo item/> });
    let self_paced = move || state.settings().pace().self_paced;
    view! {
        <div class="start">
            <h1>{name}</h1>
            <p class="lead">{if lead.is_empty() { summary(id) } else { lead }}</p>
            {(!framed).then(|| view! { <ContinueOffer/> })}
            {demo}
            <p class="length-line"><strong>{length}</strong>{one_dose}</p>
            {(!is_alone).then(|| view! { {move || view! { <Items items=current.get().items/> }} })}
            {instead}
            {(!is_sequence).then(|| view! {
                <label class="setting">
                    <input type="checkbox" prop:checked=self_paced on:change:target=move |event| {
                        let on = event.target().checked();
                        state.change_settings(|s| s.self_paced = Some(on));
                    }/>
                    <span><strong>{t::SELF_PACED_LABEL}</strong><span class="hint">{t::SELF_PACED_HINT}</span></span>
                </label>
            })}
            {(!framed).then(|| view! { <p><Link to=Route::Settings>{t::SOUND_AND_VOICE}</Link></p> })}
            <PainScale label=t::PAIN_BEFORE name="pain-before" value=session.pain_before/>
            <div class="start-bar">
                <p class="small">{t::STOP_IF}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
                <button type="button" class="button huge" on:click=move |_| session.start()>{t::START}</button>
            </div>
        </div>
    }
}
