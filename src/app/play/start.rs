//! Before the session: what comes, how long it takes, and Start.

use crate::app::extras::ContinueOffer;
use crate::app::library::use_library;
use crate::app::pages::routines::{Items, summary};
use crate::app::parts::button::button;
use crate::app::parts::link::Link;
use crate::app::parts::pain_scale::PainScale;
use crate::app::parts::picture::{Demo, before};
use crate::app::reactive::memo;
use crate::app::session::driver::Session;
use crate::app::shell::address::use_address;
use crate::app::shell::preferences::use_preferences;
use crate::app::shell::routes::Route;
use crate::app::steps::step;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::documents::settings::Settings;
use crate::domain::routine::{Item, Prescription};
use crate::domain::session::demonstration::added_ms;
use crate::domain::session::timeline::timed_total_ms;
use leptos::prelude::*;

/// Before the session: what comes, how long it takes, and Start.
#[component]
pub(super) fn Start(session: Session, begins: RwSignal<bool>, lead: &'static str) -> impl IntoView {
    let library = use_library();
    let preferences = use_preferences();
    let (id, name, is_sequence) =
        session.asked.with_untracked(|routine| (routine.id.clone(), routine.name.clone(), routine.is_sequence()));
    // What is left of it; nothing where nothing is.
    let current = memo(move || Some(session.cleared.get()?.playable?.into_parts().0));
    let length = move || {
        let pace = library.setting(Settings::pace);
        let total = current.with(|routine| routine.as_ref().map(|routine| timed_total_ms(routine, pace.get_ready)));
        total.map(|total| t::length(total, pace.self_paced && !is_sequence))
    };
    let shown = move || {
        let added = added_ms(&session.shown(current.get()?)?);
        (added > 0).then(|| t::explanations(added))
    };
    let instead = move || {
        let items = current.get().map(|routine| routine.items).unwrap_or_default();
        let offers = items.into_iter().filter_map(|item| {
            let Item::Exercise(p) = item else { return None };
            let other = CATALOG.exercise(&p.exercise.instead).filter(|other| session.allows(other, other.standard()))?;
            let swap = move || {
                session.asked.update(|routine| {
                    if let Some(place) = routine.items.iter().position(|asked| *asked == item) {
                        routine.items[place] = Item::Exercise(Prescription::lower(other, other.standard()));
                    }
                });
            };
            Some(view! {
                <p class="callout">{t::optional(&p.exercise.name)}" "{button("quiet", t::instead(&other.name), swap)}</p>
            })
        });
        offers.collect_view()
    };
    // What is said of it may count its items.
    let is_whole = memo(move || {
        let asked = session.asked.with(|routine| routine.items.len());
        session.cleared.with(|cleared| cleared.as_ref().is_none_or(|cleared| cleared.from.len() == asked))
    });
    let is_left = memo(move || current.with(Option::is_some));
    let framed = use_address().is_framed();
    // In a frame there is no other page to look at it first.
    let alone = session.asked.with_untracked(|routine| match routine.items.as_slice() {
        [item] if framed => Some(*item),
        _ => None,
    });
    let is_alone = alone.is_some();
    let one_dose = alone.map(|item| view! { " · "<span class="dose">{t::item_dose(&item)}</span> });
    let demo = alone.map(|item| view! { <Demo item/> });
    let self_paced = move || library.setting(Settings::pace).self_paced;
    view! {
        <div class="start">
            <h1 id="start" tabindex="-1">{name}</h1>
            {move || is_whole.get().then(|| view! { <p class="lead">{if lead.is_empty() { summary(&id) } else { lead }}</p> })}
            {(!framed).then(|| view! { <ContinueOffer/> })}
            {demo}
            <p class="length-line"><strong>{length}</strong><span class="shown">{shown}</span>{one_dose}</p>
            <PainScale label=t::PAIN_BEFORE name="pain-before" value=session.pain_before/>
            {before(session.cleared)}
            {(!is_alone).then(|| step(move || view! { {move || current.get().map(|routine| view! { <Items items=routine.items/> })} }))}
            {instead}
            {(!is_sequence).then(|| view! {
                <label class="setting">
                    <input type="checkbox" prop:checked=self_paced on:change:target=move |event| {
                        let on = event.target().checked();
                        preferences.change(|s| s.self_paced = Some(on));
                    }/>
                    <span><strong>{t::SELF_PACED_LABEL}</strong><span class="hint">{t::SELF_PACED_HINT}</span></span>
                </label>
            })}
            {(!framed).then(|| view! { <p><Link to=Route::Settings>{t::SOUND_AND_VOICE}</Link></p> })}
            <div class="start-bar">
                <p class="small">{t::STOP_IF}" "{button("as-link", t::SOMETHING_IS_NEW, move || session.ask_again())}</p>
                {move || is_left.get().then(|| button("button huge", move || if begins.get() { t::BEGIN } else { t::START }, move || session.start()))}
            </div>
        </div>
    }
}
