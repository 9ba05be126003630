//! The picture playing by itself, on pages where no session runs: one repetition after the other,
//! with a button to pause it. In the chunk of the figure.

use super::drawing::Drawing;
use crate::app::reactive::{effect, keep_while_drawn};
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::words::spoken;
use crate::domain::Instant;
use crate::domain::figure::Playback;
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use crate::domain::session::timeline::{Pace, Phase, Timeline};
use crate::platform::{clock, page, timers};
use leptos::prelude::*;

/// How often it is looked whether the next phase has come, ms.
const LOOK_MS: u32 = 50;
/// Longest hold of a demonstration, s: long enough to see that it is held.
const HOLD: u16 = 2;

fn shortened(item: Item) -> Item {
    match item {
        Item::Exercise(p) => {
            Item::Exercise(Prescription { repetitions: 1, sets: 1, hold: p.hold.map(|hold| hold.min(HOLD)), ..p })
        }
        step @ Item::Step(_) => step,
    }
}

/// What of an item is to be seen, one repetition after the other, while `stands` is false.
fn looping(item: Item, stands: Signal<bool>) -> RwSignal<(Phase, Playback)> {
    let routine = Routine { id: CUSTOM.to_owned(), name: String::new(), items: vec![shortened(item)] };
    let timeline = Timeline::compile(&routine, Pace { get_ready: 0, self_paced: false });
    let total = u64::from(timeline.total_ms().max(1));
    let at = move |position: u64, runs: bool, now: Instant| {
        let phase = timeline.phase(timeline.locate((position % total) as u32));
        let gone = (position % total) as u32 - phase.start_ms;
        (phase, if runs { Playback::Runs(now.saturating_sub(gone.into())) } else { Playback::Stands(gone) })
    };
    // How far it is while it stands, ms, and since when it runs while it runs.
    let stood_at = StoredValue::new(0_u64);
    let since = StoredValue::new(None::<Instant>);
    let now = RwSignal::new(at(0, false, 0));
    let see = move || {
        let Some(stands) = stands.try_get_untracked() else { return };
        let time = clock::now();
        if let (true, Some(Some(began))) = (stands, since.try_get_value()) {
            stood_at.try_update_value(|stood| *stood += time.saturating_sub(began));
            since.try_set_value(None);
        } else if !stands && since.try_get_value() == Some(None) {
            since.try_set_value(Some(time));
        }
        let run = since.try_get_value().flatten().map_or(0, |began| time.saturating_sub(began));
        let seen = at(stood_at.try_get_value().unwrap_or(0) + run, !stands, time);
        if now.try_get_untracked() != Some(seen) {
            now.try_set(seen);
        }
    };
    see();
    keep_while_drawn(timers::every(LOOK_MS, see));
    now
}

/// The drawing of an item, playing, with a button to pause it.
#[component]
pub fn Playing(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let stands = RwSignal::new(page::wants_less_motion());
    let now = looping(item, stands.into());
    let words = move || spoken::instruction(&item, &now.get().0);
    // The one that the page was rendered with cannot be pressed: nothing would hear it.
    let is_rendered = !cfg!(target_arch = "wasm32");
    view! {
        <figure class="demo">
            <Drawing item now/>
            <figcaption>
                <span class="demo-words">{words}</span>
                <button type="button" class="quiet" disabled=is_rendered aria-pressed=move || stands.get().to_string() on:click=move |_| stands.update(|stands| *stands = !*stands)>
                    {move || if stands.get() { t::PLAY_PICTURE } else { t::PAUSE_PICTURE }}
                </button>
            </figcaption>
        </figure>
    }
}

/// The drawing of an item, playing for as long as a session does, which shows the words itself.
#[component]
pub fn Looped(
    /// What to show.
    item: Item,
    /// Whether it stands still.
    #[prop(into)]
    stands: Signal<bool>,
    /// Told the phase that is shown.
    looped: RwSignal<Option<Phase>>,
) -> impl IntoView {
    let now = looping(item, stands);
    effect(move || {
        looped.try_set(Some(now.get().0));
    });
    view! { <Drawing item now/> }
}
