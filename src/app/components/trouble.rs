//! What the person must know of their data: unreadable, newer, blocked, not saved.

use super::link::Link;
use crate::app::routes::Route;
use crate::app::state::app_state;
use crate::content::words::messages as t;
use crate::platform::download;
use leptos::prelude::*;

/// Messages about stored data; nothing when all is well.
#[component]
pub fn Trouble() -> impl IntoView {
    let state = app_state();
    let corrupt = move || state.contents.with(|contents| contents.corrupt);
    let newer = move || state.contents.with(|contents| contents.newer);
    let blocked = move || state.contents.with(|contents| contents.blocked);
    let unsaved = move || state.unsaved.with(Vec::len);
    let export = move |_| {
        let records = state.unsaved.get_untracked();
        download::offer("unknot-unsaved.json", "application/json", &miniserde::json::to_string(&records));
    };
    view! {
        <div class="trouble">
            {move || (corrupt() > 0).then(|| view! {
                <p role="alert">{t::unreadable(corrupt())}" "<Link to=Route::Settings fragment="#your-data">{t::SEE_SETTINGS}</Link></p>
            })}
            {move || (newer() > 0).then(|| view! { <p role="alert">{t::NEWER_DATA}</p> })}
            {move || blocked().then(|| view! { <p role="status">{t::STORAGE_BLOCKED}</p> })}
            {move || (unsaved() > 0).then(|| view! {
                <p role="alert">{t::unsaved_sessions(unsaved())}" "<button type="button" on:click=export>{t::DOWNLOAD_UNSAVED}</button></p>
            })}
        </div>
    }
}
