//! Stills of the picture: the key poses of an item, and its most telling one.

use super::picture::{Posed, Standing};
use crate::app::view::view;
use crate::content::told;
use crate::content::words::messages as t;
use crate::domain::figure::Playback;
use crate::domain::routine::{CUSTOM, Item, Routine};
use crate::domain::session::timeline::{Pace, Phase, PhaseKind, Timeline};
use leptos::prelude::*;

/// The key poses of an item side by side: the start and each movement's end.
#[component]
pub fn Stills(
    /// What to show.
    item: Item,
) -> impl IntoView {
    let mut shown = "";
    let movements = item.movements().iter().filter_map(|movement| {
        let pose = movement.pose.get();
        let again = shown == pose;
        shown = pose;
        (!pose.is_empty() && !again && pose != item.start_pose()).then_some((pose, told(movement.name).get()))
    });
    let start = Some(item.start_pose()).filter(|pose| !pose.is_empty()).map(|pose| (pose, t::START_POSE));
    let stills: Vec<_> = start.into_iter().chain(movements.collect::<Vec<_>>()).collect();
    let stills = stills.into_iter().map(|(id, name)| view! { <li><Posed item id/><span>{name}</span></li> });
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
        ..Timeline::compile(&Routine { id: CUSTOM.to_owned(), name: String::new(), items: vec![item] }, Pace::default())
            .phase(0)
    };
    view! { <Standing item phase playback=Playback::Stands(u32::MAX / 2)/> }
}
