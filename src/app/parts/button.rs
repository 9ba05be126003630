//! Buttons. One function makes all, so that what a button takes is in the wasm once: with `on:click`
//! on each, those of a session were 1 KB more of it, packed.

use crate::app::view::view;
use leptos::prelude::*;

/// A button: its class, what it says, and what happens when it is pressed.
pub fn button(class: &'static str, says: impl IntoAny, pressed: impl Fn() + 'static) -> AnyView {
    made(class, says.into_any(), Box::new(pressed))
}

fn made(class: &'static str, says: AnyView, pressed: Box<dyn Fn()>) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    view! { <button type="button" class=class on:click=move |_| pressed()>{says}</button> }
}
