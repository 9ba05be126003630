//! Says that a new version waits, and lets the person take it.

use super::offline::use_offline;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::platform::offline::{self, Offline};
use leptos::prelude::*;

/// A bar at the foot of the page while a new version waits. The style sheet hides it while a
/// session runs.
#[component]
pub fn UpdateBar() -> impl IntoView {
    let offline_state = use_offline();
    let later = RwSignal::new(false);
    let text = move || match offline_state.get() {
        Offline::Update => Some(t::UPDATE_READY),
        Offline::Refused => Some(t::UPDATE_REFUSED),
        _ => None,
    };
    move || {
        text().filter(|_| !later.get()).map(|text| {
            view! {
                <div class="notice-bar update-bar" role="status">
                    <div class="notice">
                        <p>{text}</p>
                        <button type="button" class="button" on:click=move |_| offline::accept_update()>{t::UPDATE_NOW}</button>
                        <button type="button" class="quiet" on:click=move |_| later.set(true)>{t::LATER}</button>
                    </div>
                </div>
            }
        })
    }
}
