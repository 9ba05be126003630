//! The whole page, as it is rendered on the host. In the browser what is around `main` stays as it
//! was rendered, so none of this is in the wasm.

use super::address::use_address;
use super::routes::Route;
use super::{Bars, Main};
use crate::app::extras::Troubles;
use crate::app::parts::link::Link;
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// The main navigation, with an icon for each, in lines of our own drawing.
const NAV: [(Route, &str, &str); 5] = [
    // On hands and knees.
    (Route::Exercises, t::EXERCISES, "M3 20h18M6 20v-6h9v6M6 14l-3 3M15 14l2-3M18.5 8.5a2 2 0 1 1-.1 0"),
    // A hand.
    (
        Route::Techniques,
        t::TECHNIQUES,
        "M8 12V5.5a1.5 1.5 0 0 1 3 0V11V4a1.5 1.5 0 0 1 3 0v7V5.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3 0-4-2-7-7a1.4 1.4 0 0 1 2.4-1.5L8 15",
    ),
    // A list.
    (Route::Routines, t::ROUTINES, "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01"),
    // Rising columns.
    (Route::Progress, t::PROGRESS, "M5 20v-6M12 20V9M19 20V4"),
    // Sliders.
    (Route::Settings, t::SETTINGS, "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5v5M8 14.5v5"),
];

/// Links at the foot of every page.
const FOOT: [(Route, &str); 4] = [
    (Route::Safety, t::WHEN_TO_GET_HELP),
    (Route::Evidence, t::WHAT_IS_KNOWN),
    (Route::Builder, t::BUILDER),
    (Route::About, t::ABOUT),
];

/// The whole page.
#[component]
pub fn Rendered() -> impl IntoView {
    let parts = || {
        view! {
            <div id="trouble" class="trouble"><Troubles/></div>
            <main id="main" tabindex="-1"><Main/></main>
        }
    };
    if use_address().is_framed() {
        return view! { {parts()}<div id="bars"><Bars/></div> };
    }
    view! {
        <a class="skip-link" href="#main">{t::SKIP_TO_CONTENT}</a>
        <header class="shell-head">
            <Link to=Route::Home class="brand">
                <BrandMark/>
                <span>{t::BRAND}</span>
            </Link>
            <nav aria-label=t::NAV_LABEL>
                <ul>
                    {NAV.iter().map(|(route, name, icon)| view! { <li><NavLink to=*route name=name icon=icon/></li> }).collect_view()}
                </ul>
            </nav>
        </header>
        {parts()}
        <footer class="shell-foot">
            <p>{t::NOT_A_DEVICE}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            <ul>
                {FOOT.iter().map(|(route, name)| view! { <li><Link to=*route>{*name}</Link></li> }).collect_view()}
            </ul>
        </footer>
        <div id="bars"><Bars/></div>
    }
}

#[component]
fn NavLink(to: Route, name: &'static str, icon: &'static str) -> impl IntoView {
    let address = use_address();
    let current = (address.route.get_untracked().section() == to).then_some("page");
    view! {
        <a href=address.href(to) aria-current=current>
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=icon/></svg>
            {name}
        </a>
    }
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
