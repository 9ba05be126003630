//! How long what is here keeps, what cannot be read, and taking all of it away.

use super::taking::Taker;
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::modal::Modal;
use crate::app::reactive::effect;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::room::is_nearly_full;
use crate::platform::{clock, download, offline, quota};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long it keeps.
#[component]
pub fn Keeping() -> impl IntoView {
    let (library, notices) = (use_library(), use_notices());
    let persistent = RwSignal::new(None::<bool>);
    let is_short = RwSignal::new(false);
    let is_full = RwSignal::new(false);
    let look = move || {
        is_short.try_set(offline::forgets_after_a_week());
        spawn_local(async move {
            persistent.try_set(quota::is_persistent().await);
        });
    };
    effect(move || {
        library.changed();
        if library.opened.get() {
            is_full.try_set(is_nearly_full(&library.store().0));
            look();
        }
    });
    let persist = move || {
        spawn_local(async move {
            if quota::persist().await == Some(false) {
                notices.tell(t::PERSIST_REFUSED);
            }
            look();
        });
    };
    view! {
        <section id="keeping">
            <h2>{t::HOW_LONG_IT_KEEPS}</h2>
            {move || match persistent.get() {
                Some(true) => view! { <p>{t::KEEPS}</p> }.into_any(),
                Some(false) => view! { <p>{t::MAY_CLEAR}</p><p>{button("", t::PERSIST, persist)}</p> }.into_any(),
                None => view! { <p>{t::KEEPS_UNTIL_CLEARED}</p> }.into_any(),
            }}
            {move || is_short.get().then(|| view! { <p class="caution">{t::SAFARI}</p> })}
            {move || is_full.get().then(|| view! { <p class="caution" role="status">{t::NEARLY_FULL}</p> })}
        </section>
    }
}

/// What cannot be read; nothing where all can.
#[component]
pub fn Unreadable() -> impl IntoView {
    let library = use_library();
    let quarantined = move || library.findings.with(|findings| findings.quarantined);
    let corrupt_in_place = move || library.findings.with(|findings| findings.corrupt > 0);
    let hand_out = move || {
        let parts = library.store().quarantined();
        let text = parts.into_iter().map(|(key, text)| format!("{key}\n{text}\n")).collect::<String>();
        download::offer("unknot-unreadable.txt", "text/plain", &text);
    };
    let discard = move || library.discard_unreadable(clock::wall());
    move || {
        (quarantined() > 0 || corrupt_in_place()).then(|| {
            view! {
                <section id="unreadable">
                    <h2>{t::UNREADABLE}</h2>
                    <p>{t::quarantined(quarantined())}</p>
                    <p class="dialog-actions">
                        {button("", t::DOWNLOAD_UNREADABLE, hand_out)}
                        {button("quiet danger", t::DISCARD_UNREADABLE, discard)}
                    </p>
                </section>
            }
        })
    }
}

/// Taking everything away.
#[component]
pub fn Deleting(
    /// What knows of the last copy.
    taker: Taker,
) -> impl IntoView {
    let (library, notices) = (use_library(), use_notices());
    let ask = RwSignal::new(false);
    let delete = move |_| {
        ask.set(false);
        let gone = library.forget_everything(clock::wall());
        notices.tell(if gone { t::EVERYTHING_DELETED } else { t::NOT_EVERYTHING_DELETED });
    };
    view! {
        <section id="delete">
            <h2>{t::DELETE_EVERYTHING}</h2>
            <p>{t::DELETE_TEXT}" "{move || taker.last()}</p>
            <p>{button("quiet danger", t::DELETE_EVERYTHING, move || ask.set(true))}</p>
            <Modal open=ask title=t::DELETE_EVERYTHING_TITLE id="delete-everything">
                <p>{t::DELETE_EVERYTHING_TEXT}</p>
                <div class="dialog-actions">
                    <button type="button" on:click=move |_| ask.set(false)>{t::KEEP_EVERYTHING}</button>
                    <button type="button" class="danger" on:click=delete>{t::DELETE_EVERYTHING_YES}</button>
                </div>
            </Modal>
        </section>
    }
}
