//! A button that hands a text over: to another app where the browser can, else to the clipboard.

use crate::app::view::view;
use crate::content::words::messages as t;
use crate::platform::{clipboard, share, timers};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long it says that it copied, ms.
const CONFIRM_MS: u32 = 2_500;

/// The button, and what came of it.
#[component]
pub fn Copying(
    /// What it says.
    says: &'static str,
    /// What it copies, for who does not see what it stands at.
    #[prop(optional)]
    of: &'static str,
    /// The text.
    text: Signal<String>,
    /// Whether the browser is asked first to hand it to another app.
    #[prop(optional)]
    shares: bool,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            if shares && share::text(&text).await {
                return;
            }
            copied.try_set(Some(clipboard::copy(&text).await));
            timers::after(CONFIRM_MS, move || {
                copied.try_set(None);
            });
        });
    };
    let said = move || match copied.get() {
        Some(true) => t::COPIED,
        Some(false) => t::NOT_COPIED,
        None => "",
    };
    view! {
        <button type="button" on:click=copy>{says}{(!of.is_empty()).then(|| view! { <span class="visually-hidden">{t::START_OF}{of}</span> })}</button>
        <span role="status">{said}</span>
    }
}
