//! Offers sessions that were left: the newest first, one at a time. In the chunk of extras.

use super::handover::{Wish, use_handover};
use super::naming::routine_name;
use crate::app::library::use_library;
use crate::app::reactive::{effect, keep_while_drawn};
use crate::app::shell::address::use_address;
use crate::app::shell::notices::use_notices;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::running::{Checkpoint, Fate, Holder, Sightings};
use crate::platform::{clock, locks, timers};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often it is looked who runs the sessions that are not over, ms.
const LOOK_MS: u32 = 3_000;

/// The player's page for a session that was left.
pub fn page_of(left: &Checkpoint) -> Route {
    match Route::parse(&format!("play/{}", left.record.routine)) {
        Route::NotFound => Route::PlayCustom,
        route => route,
    }
}

/// The newest session that nobody runs.
fn offered(running: &[Checkpoint], sightings: &mut Sightings, held: Option<&[String]>) -> Option<Checkpoint> {
    let (wall, now) = (clock::wall(), clock::now());
    let is_left = |checkpoint: &&Checkpoint| {
        let holder = match held {
            None => Holder::Unknown,
            Some(held) if held.contains(&locks::name(&checkpoint.record.id)) => Holder::Somebody,
            Some(_) => Holder::Nobody,
        };
        let unchanged_ms = sightings.unchanged_ms(checkpoint, now);
        checkpoint.fate(wall, unchanged_ms, holder) == Fate::Continue
    };
    running.iter().find(is_left).cloned()
}

/// Offers to take up a session that was left; nothing when there is none that nobody runs.
#[component]
pub fn Offer() -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    let address = use_address();
    let handover = use_handover();
    let offer = RwSignal::new(None::<Checkpoint>);
    let sightings = StoredValue::new(Sightings::default());
    let held = RwSignal::new(None::<Vec<String>>);
    let look = move || {
        spawn_local(async move {
            let found = locks::held().await;
            if held.try_get_untracked() != Some(found.clone()) {
                held.try_set(found);
            }
        });
    };
    // Another tab tells when it writes, but one that crashed only falls silent.
    let again = RwSignal::new(());
    keep_while_drawn(timers::every(LOOK_MS, move || {
        library.look_for_running();
        look();
        again.try_set(());
    }));
    effect(move || {
        again.track();
        if library.opened.get() {
            let running = library.running();
            let found =
                held.with(|held| sightings.try_update_value(|sightings| offered(&running, sightings, held.as_deref())));
            offer.try_maybe_update(|offer| {
                let found = found.flatten();
                let changed = *offer != found;
                *offer = found;
                (changed, ())
            });
        }
    });
    effect(look);
    let end_it = move |_| {
        if let Some(left) = offer.get_untracked()
            && let Err(error) = library.end(&left)
        {
            notices.tell(t::not_saved(error));
        }
    };
    let take_up = move |_| {
        let Some(left) = offer.get_untracked() else { return };
        offer.set(None);
        let page = page_of(&left);
        let fragment = if page == Route::PlayCustom { format!("r={}", left.record.code) } else { String::new() };
        handover.wish(page, Wish::TakeUp(Box::new(left)));
        address.go(page, &fragment);
    };
    move || {
        offer.get().map(|left| {
            view! {
                <section class="card continue">
                    <h2>{t::SESSION_LEFT}</h2>
                    <p>{t::left_text(&routine_name(&left.record.routine), &left.record)}</p>
                    <p class="dialog-actions">
                        <button type="button" class="button" on:click=take_up>{t::CONTINUE_SESSION}</button>
                        <button type="button" class="quiet" on:click=end_it>{t::END_IT_HERE}</button>
                    </p>
                </section>
            }
        })
    }
}
