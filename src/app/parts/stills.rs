//! Stills of the picture: the key poses of an item.

use super::picture::Posed;
use crate::app::view::view;
use crate::content::told;
use crate::content::words::messages as t;
use crate::domain::routine::Item;
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
