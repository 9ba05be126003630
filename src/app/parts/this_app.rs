//! What the person may want to know of the app itself: its version, whether it works offline, and
//! what the browser keeps.

use crate::app::reactive::effect;
use crate::app::shell::notices::use_notices;
use crate::app::shell::offline::use_offline;
use crate::app::view::view;
use crate::content::CATALOG_VERSION;
use crate::content::words::messages as t;
use crate::platform::offline::{self, Offline};
use crate::platform::quota;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Version, offline state and storage.
#[component]
pub fn ThisApp() -> impl IntoView {
    let notices = use_notices();
    let offline_state = use_offline();
    let used = RwSignal::new(None::<f64>);
    let persistent = RwSignal::new(None::<bool>);
    let can_install = RwSignal::new(false);
    let look = move || {
        spawn_local(async move {
            used.try_set(quota::used().await);
            persistent.try_set(quota::is_persistent().await);
            can_install.try_set(offline::can_install());
        });
    };
    effect(move || {
        offline_state.track();
        look();
    });
    let persist = move |_| {
        spawn_local(async move {
            if quota::persist().await == Some(false) {
                notices.tell(t::PERSIST_REFUSED);
            }
            look();
        });
    };
    let install = move || {
        can_install
            .get()
            .then(|| view! { <p><button type="button" on:click=move |_| offline::install()>{t::INSTALL}</button></p> })
    };
    view! {
        <section class="settings" id="this-app">
            <h2>{t::THIS_APP}</h2>
            <dl class="app-facts">
                <dt>{t::VERSION}</dt>
                <dd>{format!("{} ({CATALOG_VERSION})", env!("CARGO_PKG_VERSION"))}</dd>
                <dt>{t::WITHOUT_NETWORK}</dt>
                <dd>{move || match offline_state.get() {
                    Offline::Unknown => t::OFFLINE_UNKNOWN,
                    Offline::Ready => t::OFFLINE_READY,
                    Offline::Update | Offline::Refused => t::OFFLINE_UPDATE,
                    Offline::Failed => t::OFFLINE_FAILED,
                }}</dd>
                <dt>{t::STORAGE_USED}</dt>
                <dd>{move || used.get().map_or_else(|| t::NOT_TOLD.to_owned(), t::megabytes)}</dd>
                <dt>{t::KEPT_FOR_GOOD}</dt>
                <dd>{move || match persistent.get() {
                    Some(true) => t::PERSISTENT,
                    Some(false) => t::NOT_PERSISTENT,
                    None => t::NOT_TOLD,
                }}</dd>
            </dl>
            {move || (persistent.get() == Some(false)).then(|| view! { <p><button type="button" on:click=persist>{t::PERSIST}</button></p> })}
            {install}
        </section>
    }
}
