//! The children of an element, moved by the browser.

use crate::domain::Instant;
use crate::domain::figure::Turns;
use crate::platform::{animation, timers};
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What a child does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Animated {
    /// The `transform` that it has when nothing moves it.
    pub rests: String,
    /// The transforms that it is moved through at equal times, the time of a turn in ms, how often,
    /// and since when.
    pub path: Option<(Vec<String>, u32, Turns, Instant)>,
}

/// Keeps the children of an element, in their order, doing what `wanted` says.
pub fn follow<E>(parent: NodeRef<E>, wanted: impl Fn() -> Option<Vec<Animated>> + 'static)
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    // Drawn first, and moved in a task of its own.
    let is_drawn = RwSignal::new(false);
    timers::soon(move || {
        is_drawn.try_set(true);
    });
    // The movements of before end when the new ones are there.
    Effect::new(move |_: Option<Vec<animation::Animation>>| {
        if !is_drawn.get() {
            return Vec::new();
        }
        let (Some(wanted), Some(parent)) = (wanted(), parent.get()) else { return Vec::new() };
        let children = parent.unchecked_into::<web_sys::Element>().children();
        let moved = wanted.into_iter().enumerate().filter_map(|(index, wanted)| {
            let child = children.item(index as u32)?;
            if child.get_attribute("transform").as_ref() != Some(&wanted.rests) {
                // Refused only for a name that is not one.
                let _ = child.set_attribute("transform", &wanted.rests);
            }
            // One that stays where it is would cost the browser a second try at each frame it draws.
            let (transforms, duration_ms, turns, began) =
                wanted.path.filter(|(transforms, ..)| transforms.windows(2).any(|pair| pair[0] != pair[1]))?;
            animation::moves(&child, transforms.into_iter(), duration_ms, turns, began)
        });
        moved.collect()
    });
}
