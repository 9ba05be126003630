//! The shell around every page: navigation, notices, the foot, and what pages share.

pub mod address;
pub mod notices;
pub mod offline;
pub mod preferences;
pub mod routes;
mod trouble;
mod update;

use self::address::{Address, use_address};
use self::notices::{NoticeBar, Notices};
use self::routes::Route;
use self::trouble::Trouble;
use self::update::UpdateBar;
use super::chunks::Chunks;
use super::library::{Documents, use_library};
use super::pages;
use super::parts::link::Link;
use super::play::handover::{Handover, use_handover};
use super::session::presence::{self, Presence, use_presence};
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::settings::Theme;
use crate::platform::offline::Offline;
use crate::platform::page;
use crate::platform::storage::LocalStorage;
use leptos::prelude::*;

/// The main navigation.
const NAV: [(Route, &str); 5] = [
    (Route::Exercises, t::EXERCISES),
    (Route::Techniques, t::TECHNIQUES),
    (Route::Routines, t::ROUTINES),
    (Route::Progress, t::PROGRESS),
    (Route::Settings, t::SETTINGS),
];

/// Links at the foot of every page.
const FOOT: [(Route, &str); 4] = [
    (Route::Safety, t::WHEN_TO_GET_HELP),
    (Route::Evidence, t::WHAT_IS_KNOWN),
    (Route::Builder, t::BUILDER),
    (Route::About, t::ABOUT),
];

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

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let address = use_address();
    let library = use_library();
    let handover = use_handover();
    let presence = use_presence();
    Effect::new(move || {
        let route = address.route.get();
        handover.keep_only(route);
        page::set_title(&pages::title(route));
    });
    Effect::new(move || page::set_root_attribute(presence::ATTRIBUTE, presence.get().told(library.has_unsaved())));
    if address.is_framed() {
        // The page around it says how it looks, and there is nowhere else to go.
        return view! {
            <Trouble/>
            <main id="main" tabindex="-1">{pages::page(address.route.get_untracked())}</main>
            <NoticeBar/>
        }
        .into_any();
    }
    Effect::new(move || {
        let theme = library.setting(|settings| settings.theme());
        page::set_root_attribute("data-theme", if theme == Theme::Auto { "" } else { theme.name() });
    });
    view! {
        <a class="skip-link" href="#main">{t::SKIP_TO_CONTENT}</a>
        <header class="shell-head">
            <Link to=Route::Home class="brand">
                <BrandMark/>
                <span>{t::BRAND}</span>
            </Link>
            <nav aria-label=t::NAV_LABEL>
                <ul>
                    {NAV.iter().map(|(route, name)| view! { <li><NavLink to=*route name=name/></li> }).collect_view()}
                </ul>
            </nav>
        </header>
        <Trouble/>
        <main id="main" tabindex="-1">{move || pages::page(address.route.get())}</main>
        <footer class="shell-foot">
            <p>{t::NOT_A_DEVICE}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            <ul>
                {FOOT.iter().map(|(route, name)| view! { <li><Link to=*route>{*name}</Link></li> }).collect_view()}
            </ul>
        </footer>
        <UpdateBar/>
        <NoticeBar/>
    }
    .into_any()
}

#[component]
fn NavLink(to: Route, name: &'static str) -> impl IntoView {
    let address = use_address();
    let current = move || (address.route.get().section() == to).then_some("page");
    view! { <a href=move || address.href(to) aria-current=current>{name}</a> }
}

/// The sign of Unknot: a loop that has come undone.
#[component]
fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M4 22c6 0 7-12 13-12a6 6 0 0 1 0 12c-4 0-5-4-3-8 2-5 7-7 14-7" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round"/>
        </svg>
    }
}
