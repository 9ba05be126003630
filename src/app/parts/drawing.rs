//! Draws what to do: the figure, or a stroke on a back. In a chunk of its own, with the figure.

use super::back::Back;
use super::figure::{Figure, Subject};
use crate::app::reactive::memo;
use crate::app::view::view;
use crate::content::{CATALOG, told};
use crate::domain::catalog::{Breath, SideMode, Stroke};
use crate::domain::figure::{Playback, motion, telling};
use crate::domain::routine::Item;
use crate::domain::session::timeline::{Phase, Side};
use crate::platform::page;
use leptos::prelude::*;

/// The drawing of an item at a time of one of its phases.
#[component]
pub fn Drawing(
    /// What to do.
    item: Item,
    /// The phase it is in, and how time runs in it.
    #[prop(into)]
    now: Signal<(Phase, Playback)>,
) -> impl IntoView {
    let still = page::wants_less_motion();
    if item.stroke() != Stroke::None {
        let side = memo(move || now.get().0.side);
        // Without motion the hands rest where the stroke begins to press.
        let playback = memo(move || if still { Playback::Stands(1_500) } else { now.get().1 });
        return view! { <Back item side playback/> }.into_any();
    }
    // Where nothing moves, it is told what does.
    let motion = memo(move || motion(told(CATALOG.poses).get(), &item, &now.get().0));
    let breath = memo(move || if still { Breath::Easy } else { now.get().0.breath });
    // Without motion it stands in the pose that the motion ends in.
    let playback = memo(move || match (still, motion.get()) {
        (true, Some(motion)) => Playback::Stands(motion.duration_ms),
        _ => now.get().1,
    });
    view! { <Figure subject=Subject::Item(item) motion breath playback ways=still/> }.into_any()
}

/// An item in its most telling pose, with the ways to it.
#[component]
pub fn Telling(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let playback = Signal::stored(Playback::Stands(u32::MAX / 2));
    if item.stroke() != Stroke::None {
        let side = Signal::stored((item.side_mode() != SideMode::None).then_some(Side::First));
        return view! { <Back item side playback/> }.into_any();
    }
    let motion = Signal::stored(telling(told(CATALOG.poses).get(), &item));
    let breath = Signal::stored(Breath::Easy);
    view! { <Figure subject=Subject::Item(item) motion breath playback ways=true/> }.into_any()
}
