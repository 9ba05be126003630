//! The picture playing by itself, on pages where no session runs: one repetition after the other,
//! with a button to pause it. In the chunk of the figure.

use super::drawing::Drawing;
use crate::app::reactive::keep_while_drawn;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::words::spoken;
use crate::domain::Instant;
use crate::domain::figure::Playback;
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use crate::domain::session::timeline::{Pace, Timeline};
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

/// The drawing of an item, playing.
#[component]
pub fn Playing(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let routine = Routine { id: CUSTOM.to_owned(), name: String::new(), items: vec![shortened(item)] };
    let timeline = Timeline::compile(&routine, Pace { get_ready: 0, self_paced: false });
    let total = u64::from(timeline.total_ms().max(1));
    let playing = RwSignal::new(!page::wants_less_motion());
    // How far it is while it stands, ms, and since when it runs while it runs.
    let stood_at = StoredValue::new(0_u64);
    let since = StoredValue::new(clock::now());
    let at = move |position: u64, runs: bool, now: Instant| {
        let phase = timeline.phase(timeline.locate((position % total) as u32));
        let gone = (position % total) as u32 - phase.start_ms;
        (phase, if runs { Playback::Runs(now.saturating_sub(gone.into())) } else { Playback::Stands(gone) })
    };
    let at = StoredValue::new(at);
    let look = move || {
        let now = clock::now();
        let runs = playing.try_get_untracked()?;
        let position = stood_at.try_get_value()? + if runs { now.saturating_sub(since.try_get_value()?) } else { 0 };
        at.try_with_value(|at| at(position, runs, now))
    };
    let now = RwSignal::new(look().unwrap_or_else(|| at.with_value(|at| at(0, false, 0))));
    let see = move || {
        if let Some(seen) = look()
            && now.try_get_untracked() != Some(seen)
        {
            now.try_set(seen);
        }
    };
    keep_while_drawn(timers::every(LOOK_MS, see));
    let toggle = move |_| {
        let now = clock::now();
        if playing.get_untracked() {
            stood_at.update_value(|stood| *stood += now.saturating_sub(since.get_value()));
        }
        since.set_value(now);
        playing.update(|playing| *playing = !*playing);
        see();
    };
    let words = move || spoken::instruction(&item, &now.get().0);
    // The one that the page was rendered with cannot be pressed: nothing would hear it.
    let is_rendered = !cfg!(target_arch = "wasm32");
    view! {
        <figure class="demo">
            <Drawing item now/>
            <figcaption>
                <span class="demo-words">{words}</span>
                <button type="button" class="quiet" disabled=is_rendered aria-pressed=move || (!playing.get()).to_string() on:click=toggle>
                    {move || if playing.get() { t::PAUSE_PICTURE } else { t::PLAY_PICTURE }}
                </button>
            </figcaption>
        </figure>
    }
}
