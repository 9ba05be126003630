//! The shell around every page: navigation, notices, the foot, and what pages share.

pub mod address;
mod notice_bar;
pub mod notices;
pub mod offline;
pub mod preferences;
pub mod rendered;
pub mod routes;
pub mod trouble;
pub mod update;

use self::address::{Address, use_address};
use self::notice_bar::NoticeBar;
use self::notices::Notices;
use self::routes::Route;
use super::chunks::Chunks;
use super::extras::Updates;
use super::kept::Kept;
use super::library::{Documents, use_library};
use super::pages;
use super::play::handover::{Handover, use_handover};
use super::session::presence::{self, Presence, use_presence};
use crate::app::reactive::effect;
use crate::app::view::view;
use crate::domain::documents::settings::{Model, Settings, Theme};
use crate::platform::offline::Offline;
use crate::platform::page;
use crate::platform::storage::LocalStorage;
use leptos::prelude::*;

/// Provides what pages share, as of the first draw: nothing stored is known yet.
pub fn provide(route: Route, base: String) -> (Address, Documents) {
    let (address, library) = (Address::new(route, base), Documents::new(LocalStorage));
    provide_context(address);
    provide_context(library);
    provide_context(Chunks::default());
    provide_context(Notices::new());
    provide_context(Handover::new());
    provide_context(RwSignal::new(Presence::Idle));
    provide_context(RwSignal::new(Offline::Unknown));
    (address, library)
}

/// Keeps what is outside the app's views as it should be: title, theme, navigation.
pub fn keep_up() {
    let address = use_address();
    let library = use_library();
    let handover = use_handover();
    let presence = use_presence();
    effect(move || {
        let route = address.route.get();
        handover.keep_only(route);
        page::set_title(&pages::title(route));
        page::mark_current(&address.href(route.section()));
    });
    effect(move || page::set_root_attribute(presence::ATTRIBUTE, presence.get().told(library.has_unsaved())));
    effect(move || {
        let model = library.setting(Settings::model);
        // By chance it was when the page began.
        if model != Model::Chance {
            page::set_root_attribute("data-person", model.name());
        }
    });
    // The page around a framed one says how that looks.
    if !address.is_framed() {
        effect(move || {
            let theme = library.setting(|settings| settings.theme());
            page::set_root_attribute("data-theme", if theme == Theme::Auto { "" } else { theme.name() });
        });
    }
}

/// What is in `main`.
#[component]
pub fn Main() -> impl IntoView {
    let address = use_address();
    if address.is_framed() {
        // There is nowhere else to go.
        return pages::page(address.route.get_untracked());
    }
    let kept = use_context::<Kept>();
    let page = move || {
        let route = address.route.get();
        (!kept.is_some_and(|kept| kept.stays(route))).then(|| pages::page(route))
    };
    page.into_any()
}

/// What is at the foot of the window.
#[component]
pub fn Bars() -> impl IntoView {
    let is_framed = use_address().is_framed();
    view! {
        {(!is_framed).then(|| view! { <Updates/> })}
        <NoticeBar/>
    }
}
