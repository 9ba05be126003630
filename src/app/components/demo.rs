//! The picture playing by itself, on pages where no session runs: one repetition after the other,
//! with a button to pause it, and its key poses as stills.

use super::figure::Figure;
use super::picture::Picture;
use crate::content::en::messages as t;
use crate::content::en::spoken;
use crate::domain::catalog::Breath;
use crate::domain::embedded::CATALOG;
use crate::domain::figure::Moment;
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use crate::domain::timeline::{Pace, Phase, PhaseKind, Timeline};
use crate::platform::{clock, page, timers};
use leptos::prelude::*;

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

/// The picture of an item, playing.
#[component]
pub fn Demo(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let routine = Routine { id: CUSTOM, name: t::CUSTOM_ROUTINE, items: vec![shortened(item)] };
    let timeline = Timeline::compile(&routine, Pace { get_ready: 0, self_paced: false });
    let total = timeline.total_ms().max(1);
    let playing = RwSignal::new(!page::wants_less_motion());
    let position = RwSignal::new(0_u32);
    let last = StoredValue::new(clock::now());
    let frames = timers::frames(move || {
        let now = clock::now();
        let gone = last.try_get_value().map_or(0, |last| now.saturating_sub(last));
        last.try_set_value(now);
        if playing.try_get_untracked() == Some(true) {
            position.try_update(|position| *position = (*position + gone.min(100) as u32) % total);
        }
    });
    let frames = StoredValue::new_local(frames);
    on_cleanup(move || frames.dispose());
    let now = Memo::new(move |_| {
        let position = position.get();
        let phase = timeline.phase(timeline.locate(position));
        (phase, position - phase.start_ms)
    });
    let words = move || spoken::instruction(&item, &now.get().0);
    view! {
        <figure class="demo">
            <Picture item now/>
            <figcaption>
                <span class="demo-words">{words}</span>
                <button type="button" class="quiet" aria-pressed=move || (!playing.get()).to_string() on:click=move |_| playing.update(|playing| *playing = !*playing)>
                    {move || if playing.get() { t::PAUSE_PICTURE } else { t::PLAY_PICTURE }}
                </button>
            </figcaption>
        </figure>
    }
}

/// The key poses of an item side by side: the start and each movement's end.
#[component]
pub fn Stills(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let mut shown = "";
    let movements = item.movements().iter().filter_map(|movement| {
        let pose = CATALOG.pose(&movement.pose)?;
        let again = shown == pose.id.get();
        shown = pose.id.get();
        (!again && movement.pose.get() != item.start_pose()).then_some((pose, movement.name.get()))
    });
    let start = CATALOG.pose(item.start_pose()).map(|pose| (pose, t::START_POSE));
    let stills: Vec<_> = start.into_iter().chain(movements.collect::<Vec<_>>()).collect();
    let stills = stills.into_iter().map(|(pose, name)| {
        view! {
            <li>
                <Figure item moment=Signal::stored(Some(Moment::still(pose, false))) breath=Signal::stored(Breath::Easy)/>
                <span>{name}</span>
            </li>
        }
    });
    view! { <ol class="stills">{stills.collect_view()}</ol> }
}

/// A still of an item in its most telling pose, for cards.
#[component]
pub fn Still(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let movements = item.movements();
    let telling = movements.iter().position(|movement| movement.pose.get() != item.start_pose()).unwrap_or(0);
    let phase = Phase {
        kind: PhaseKind::Hold,
        movement: Some(telling),
        rep: 1,
        ..Timeline::compile(&Routine { id: CUSTOM, name: "", items: vec![item] }, Pace::default()).phase(0)
    };
    view! { <Picture item now=Signal::stored((phase, u32::MAX / 2))/> }
}
