//! What the person must know of their data: unreadable, newer, blocked, not saved.

use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::reactive::effect;
use crate::app::shell::notices::use_notices;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::archive::journal::Journal;
use crate::platform::{clock, download, timers};
use leptos::prelude::*;

/// Messages about stored data.
#[component]
pub fn Trouble() -> impl IntoView {
    let (library, notices) = (use_library(), use_notices());
    let corrupt = move || library.findings.with(|findings| findings.corrupt);
    let newer = move || library.findings.with(|findings| findings.newer);
    let blocked = move || library.findings.with(|findings| findings.blocked);
    let unsaved = move || library.unsaved.with(Vec::len);
    let export = move |_| {
        let records = library.unsaved.get_untracked();
        let text = miniserde::json::to_string(&records);
        if download::offer("unknot-unsaved.json", "application/json", &text) {
            library.unsaved_were_taken();
        }
    };
    effect(move || {
        if library.findings.with(|findings| findings.journal) {
            // Not while the page is drawn that would change by it.
            timers::soon(move || {
                if Journal::recover(&library.store()) {
                    library.open(clock::wall());
                    notices.tell(t::WAS_INTERRUPTED);
                }
            });
        }
    });
    view! {
            {move || (corrupt() > 0).then(|| view! {
                <p role="alert">{t::unreadable(corrupt())}" "<Link to=Route::Data fragment="#unreadable">{t::SEE_DATA}</Link></p>
            })}
            {move || (newer() > 0).then(|| view! { <p role="alert">{t::NEWER_DATA}</p> })}
            {move || blocked().then(|| view! { <p role="status">{t::STORAGE_BLOCKED}</p> })}
            {move || (unsaved() > 0).then(|| view! {
                <p role="alert">{t::unsaved_sessions(unsaved())}" "<button type="button" on:click=export>{t::DOWNLOAD_UNSAVED}</button></p>
            })}
    }
}
