//! Offers to install the app: once, after a finished session.

use crate::app::library::use_library;
use crate::app::shell::offline::use_offline;
use crate::app::shell::preferences::use_preferences;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::platform::offline;
use leptos::prelude::*;

/// The offer; nothing where the app cannot be installed, or where it was offered before.
#[component]
pub fn InstallOffer() -> impl IntoView {
    let offline_state = use_offline();
    let preferences = use_preferences();
    let offered_before = use_library().settings_now().install_offered();
    let by_hand = offline::installs_by_hand();
    let possible = move || {
        offline_state.track();
        offline::can_install() || by_hand
    };
    let closed = RwSignal::new(offered_before);
    let close = move || {
        closed.set(true);
        preferences.change(|settings| settings.install_offered = Some(true));
    };
    let install = move |_| {
        close();
        offline::install();
    };
    move || {
        (possible() && !closed.get()).then(|| {
            view! {
                <section class="card install">
                    <h2>{t::INSTALL_TITLE}</h2>
                    <p>{if by_hand { t::INSTALL_BY_HAND } else { t::INSTALL_TEXT }}</p>
                    <p class="dialog-actions">
                        {(!by_hand).then(|| view! { <button type="button" class="button" on:click=install>{t::INSTALL}</button> })}
                        <button type="button" class="quiet" on:click=move |_| close()>{if by_hand { t::CLOSE } else { t::NOT_NOW }}</button>
                    </p>
                </section>
            }
        })
    }
}
